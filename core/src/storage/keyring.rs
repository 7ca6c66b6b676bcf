//! The keyring: the vault's random data key, sealed under the device secret, or under that and a passphrase.
//!
//! The database is encrypted under a key of its own, so that a new secret or a passphrase re-wraps 32 bytes instead of
//! rewriting the file. Sealed with XChaCha20-Poly1305; version and vault id are bound in as associated data. A checksum
//! over all fields tells bit rot ([`StorageError::Damaged`]) from a secret that does not fit
//! ([`StorageError::WrongKey`]): somebody who is told "wrong key" goes looking for another one.
//!
//! With a passphrase the wrapping key is HKDF-SHA256 over the device secret and Argon2id of the passphrase, and a tag of
//! the device secret tells a wrong secret from a wrong passphrase. The secret is 32 random bytes: the tag gives nothing
//! of it away. Version 1, without a passphrase, is read and no longer written.

use super::error::StorageError;
use super::files;
use super::passphrase::{self, Cost, Passphrase, SALT_LENGTH};
use crate::ids::Entropy;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write as _};
use std::io::Read;
use std::path::Path;
use zeroize::{Zeroize as _, Zeroizing};

/// The newest form of the keyring that this release can read, and the one that it writes.
pub(super) const KEYRING_VERSION: u32 = 2;
const CIPHER: &str = "xchacha20poly1305";
const KEY_LENGTH: usize = 32;
const NONCE_LENGTH: usize = 24;
const TAG_LENGTH: usize = 16;
const SEALED_LENGTH: usize = KEY_LENGTH + 16;
/// A keyring has some 600 bytes; anything much longer is another file.
const MOST_BYTES: u64 = 64 * 1024;

/// The 32 bytes that the shell keeps in the device's keystore. Wiped from memory when dropped; never printed.
pub struct DeviceSecret(Box<Zeroizing<[u8; KEY_LENGTH]>>);

impl DeviceSecret {
    /// A second one, for a vault that outlives the call it was opened with.
    pub(super) fn copied(&self) -> Self {
        // Filled in place: an array made first and moved in would leave a copy on the stack.
        let mut secret = Box::new(Zeroizing::new([0; KEY_LENGTH]));
        secret.copy_from_slice(&self.0[..]);
        Self(secret)
    }
}

impl TryFrom<&[u8]> for DeviceSecret {
    type Error = StorageError;

    fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
        let mut secret = Box::new(Zeroizing::new([0; KEY_LENGTH]));
        if bytes.len() != KEY_LENGTH {
            return Err(StorageError::BadSecretLength);
        }
        secret.copy_from_slice(bytes);
        Ok(Self(secret))
    }
}

impl fmt::Debug for DeviceSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceSecret(..)")
    }
}

/// The database's own key.
pub(super) struct DataKey(Zeroizing<Vec<u8>>);

impl DataKey {
    /// A second one of the same, for a connection that is opened later.
    pub(super) fn copied(&self) -> Self {
        Self(Zeroizing::new(self.0.to_vec()))
    }

    /// As SQLCipher takes a raw key: `x'..'`, 64 hex digits, no derivation.
    pub(super) fn as_blob_literal(&self) -> Zeroizing<String> {
        // Of the full length from the start: a string that grows leaves its earlier self behind.
        let mut text = Zeroizing::new(String::with_capacity(2 * KEY_LENGTH + 3));
        text.push_str("x'");
        push_hex(&mut text, &self.0);
        text.push('\'');
        text
    }
}

/// What the wrapping key is derived from besides the device secret. Bytes are lower-case hex.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum Kdf {
    None,
    Argon2id { salt: String, m_kib: u32, t: u32, p: u32, secret_tag: String },
}

/// The file, field by field. Bytes are lower-case hex.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Keyring {
    version: u32,
    vault: String,
    cipher: String,
    kdf: Kdf,
    nonce: String,
    sealed: String,
    check: String,
}

/// The file as version 1 wrote it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct First {
    #[serde(rename = "version")]
    _version: u32,
    vault: String,
    cipher: String,
    nonce: String,
    sealed: String,
    check: String,
}

impl Keyring {
    /// A new data key, and the keyring that holds it.
    pub(super) fn new(
        secret: &DeviceSecret,
        passphrase: Option<&Passphrase>,
        cost: Cost,
        entropy: &mut dyn Entropy,
    ) -> Result<(Self, DataKey), StorageError> {
        let mut key = DataKey(Zeroizing::new(vec![0; KEY_LENGTH]));
        let mut vault = [0; 16];
        entropy.fill(&mut key.0)?;
        entropy.fill(&mut vault)?;
        let keyring = Self::sealing(&key, hex(&vault), secret, passphrase, cost, entropy)?;
        Ok((keyring, key))
    }

    /// The same data key in another wrap.
    pub(super) fn rewrapped(
        &self,
        key: &DataKey,
        secret: &DeviceSecret,
        passphrase: Option<&Passphrase>,
        cost: Cost,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, StorageError> {
        Self::sealing(key, self.vault.clone(), secret, passphrase, cost, entropy)
    }

    fn sealing(
        key: &DataKey,
        vault: String,
        secret: &DeviceSecret,
        passphrase: Option<&Passphrase>,
        cost: Cost,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, StorageError> {
        let kdf = if passphrase.is_some() {
            let mut salt = [0; SALT_LENGTH];
            entropy.fill(&mut salt)?;
            let Cost { m_kib, t, p } = cost;
            Kdf::Argon2id { salt: hex(&salt), m_kib, t, p, secret_tag: tag(secret, &vault)? }
        } else {
            Kdf::None
        };
        let mut nonce = [0; NONCE_LENGTH];
        entropy.fill(&mut nonce)?;
        let mut keyring = Self {
            version: KEYRING_VERSION,
            vault,
            cipher: CIPHER.to_owned(),
            kdf,
            nonce: hex(&nonce),
            sealed: String::new(),
            check: String::new(),
        };
        let sealed = keyring
            .wrap(secret, passphrase)?
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: &key.0, aad: &keyring.bound() })
            .map_err(|_| StorageError::NoCipher)?;
        keyring.sealed = hex(&sealed);
        keyring.check = keyring.checksum();
        Ok(keyring)
    }

    /// The file's content.
    pub(super) fn text(&self) -> Result<Vec<u8>, StorageError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(|error| StorageError::Io(error.into()))?;
        text.push(b'\n');
        Ok(text)
    }

    /// Writes the file whole; it is on disk when this returns.
    pub(super) fn write(&self, folder: &Path) -> Result<(), StorageError> {
        files::replace(folder, files::KEYRING, files::NEW_KEYRING, &self.text()?)
    }

    /// Reads the file of that name and holds it against its checksum.
    pub(super) fn read(folder: &Path, name: &str) -> Result<Self, StorageError> {
        let mut text = Vec::new();
        std::fs::File::open(folder.join(name))?.take(MOST_BYTES).read_to_end(&mut text)?;
        Self::parse(&text)
    }

    pub(super) fn parse(text: &[u8]) -> Result<Self, StorageError> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let found = serde_json::from_slice::<Version>(text).map_err(|_| StorageError::Damaged)?.version;
        match Self::of_first(text).or_else(|| Self::of_second(text)) {
            Some(keyring) if found == keyring.version => Ok(keyring),
            // A newer file cannot carry a checksum of these versions: if one fits, only the version itself has rotted.
            None if found > KEYRING_VERSION => Err(StorageError::TooNew { found, supported: KEYRING_VERSION }),
            _ => Err(StorageError::Damaged),
        }
    }

    fn of_first(text: &[u8]) -> Option<Self> {
        let First { _version, vault, cipher, nonce, sealed, check } = serde_json::from_slice(text).ok()?;
        let keyring = Self { version: 1, vault, cipher, kdf: Kdf::None, nonce, sealed, check };
        (keyring.check == keyring.checksum()).then_some(keyring)
    }

    fn of_second(text: &[u8]) -> Option<Self> {
        let keyring = Self { version: KEYRING_VERSION, ..serde_json::from_slice(text).ok()? };
        (keyring.check == keyring.checksum()).then_some(keyring)
    }

    /// Whether a passphrase is asked for.
    pub(super) fn asks(&self) -> bool {
        self.kdf != Kdf::None
    }

    /// Whether `secret` is the one this was sealed with, as far as that can be said without the passphrase.
    pub(super) fn knows(&self, secret: &DeviceSecret) -> Result<(), StorageError> {
        match &self.kdf {
            Kdf::Argon2id { secret_tag, .. } if *secret_tag != tag(secret, &self.vault)? => Err(StorageError::WrongKey),
            Kdf::None | Kdf::Argon2id { .. } => Ok(()),
        }
    }

    /// The data key, when `secret` and, where one is asked for, `passphrase` fit.
    pub(super) fn unseal(&self, secret: &DeviceSecret, passphrase: Option<&Passphrase>) -> Result<DataKey, StorageError> {
        let nonce = unhex(&self.nonce, NONCE_LENGTH)?;
        let sealed = unhex(&self.sealed, SEALED_LENGTH)?;
        if self.cipher != CIPHER {
            return Err(StorageError::Damaged);
        }
        self.knows(secret)?;
        let wrong = if self.asks() { StorageError::WrongPassphrase } else { StorageError::WrongKey };
        self.wrap(secret, passphrase)?
            .decrypt(XNonce::from_slice(&nonce), Payload { msg: &sealed, aad: &self.bound() })
            .map(|key| DataKey(Zeroizing::new(key)))
            .map_err(|_| wrong)
    }

    /// The cipher under the wrapping key.
    fn wrap(&self, secret: &DeviceSecret, passphrase: Option<&Passphrase>) -> Result<XChaCha20Poly1305, StorageError> {
        let Kdf::Argon2id { salt, m_kib, t, p, secret_tag: _ } = &self.kdf else {
            return Ok(XChaCha20Poly1305::new(Key::from_slice(&secret.0[..])));
        };
        let passphrase = passphrase.ok_or(StorageError::PassphraseNeeded)?;
        let cost = Cost { m_kib: *m_kib, t: *t, p: *p };
        let stretched = passphrase::stretched(passphrase, &unhex(salt, SALT_LENGTH)?, cost)?;
        let mut material = Zeroizing::new([0; 2 * KEY_LENGTH]);
        material[..KEY_LENGTH].copy_from_slice(&secret.0[..]);
        material[KEY_LENGTH..].copy_from_slice(&stretched[..]);
        let mut key = Zeroizing::new([0; KEY_LENGTH]);
        expanded(&material[..], "wrap", &self.vault, &mut key[..])?;
        Ok(XChaCha20Poly1305::new(Key::from_slice(&key[..])))
    }

    /// What the seal is bound to besides the key, so that it cannot be carried into another vault's keyring.
    fn bound(&self) -> Vec<u8> {
        format!("ampersand keyring {} {}", self.version, self.vault).into_bytes()
    }

    fn checksum(&self) -> String {
        let Self { version, vault, cipher, kdf, nonce, sealed, check: _ } = self;
        let kdf = match kdf {
            Kdf::None if *version == 1 => String::new(),
            Kdf::None => "none\n".to_owned(),
            Kdf::Argon2id { salt, m_kib, t, p, secret_tag } => format!("argon2id {salt} {m_kib} {t} {p} {secret_tag}\n"),
        };
        let text = format!("ampersand keyring {version}\n{vault}\n{cipher}\n{kdf}{nonce}\n{sealed}\n");
        format!("{:x}", Sha256::digest(text.as_bytes()))
    }
}

/// What tells this vault's device secret from another one.
fn tag(secret: &DeviceSecret, vault: &str) -> Result<String, StorageError> {
    let mut tag = [0; TAG_LENGTH];
    expanded(&secret.0[..], "secret", vault, &mut tag)?;
    let text = hex(&tag);
    tag.zeroize();
    Ok(text)
}

/// HKDF-SHA256 (RFC 5869), bound to what it is for, the version and the vault.
fn expanded(material: &[u8], purpose: &str, vault: &str, into: &mut [u8]) -> Result<(), StorageError> {
    let bound = format!("ampersand keyring {KEYRING_VERSION} {purpose} {vault}");
    Hkdf::<Sha256>::new(None, material).expand(bound.as_bytes(), into).map_err(|_| StorageError::NoCipher)
}

fn push_hex(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    push_hex(&mut text, bytes);
    text
}

fn unhex(text: &str, length: usize) -> Result<Vec<u8>, StorageError> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let bytes: Vec<u8> =
        digits.ok_or(StorageError::Damaged)?.chunks_exact(2).filter_map(|pair| u8::try_from(16 * pair[0] + pair[1]).ok()).collect();
    if text.len() == 2 * length { Ok(bytes) } else { Err(StorageError::Damaged) }
}
