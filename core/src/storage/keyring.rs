//! The keyring: the vault's random data key, sealed under the device secret.
//!
//! The database is encrypted under a key of its own, so that a new secret or a passphrase re-wraps 32 bytes instead of
//! rewriting the file. Sealed with XChaCha20-Poly1305; version and vault id are bound in as associated data. A checksum
//! over all fields tells bit rot ([`StorageError::Damaged`]) from a secret that does not fit
//! ([`StorageError::WrongKey`]): somebody who is told "wrong key" goes looking for another one.

use super::error::StorageError;
use super::files;
use crate::ids::Entropy;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write as _};
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// The newest form of the keyring that this release can read.
pub(super) const KEYRING_VERSION: u32 = 1;
const CIPHER: &str = "xchacha20poly1305";
const KEY_LENGTH: usize = 32;
const NONCE_LENGTH: usize = 24;
const SEALED_LENGTH: usize = KEY_LENGTH + 16;
/// A keyring has some 400 bytes; anything much longer is another file.
const MOST_BYTES: u64 = 64 * 1024;

/// The 32 bytes that the shell keeps in the device's keystore. Wiped from memory when dropped; never printed.
pub struct DeviceSecret(Box<Zeroizing<[u8; KEY_LENGTH]>>);

impl TryFrom<&[u8]> for DeviceSecret {
    type Error = StorageError;

    fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
        // Filled in place: an array made first and moved in would leave a copy on the stack.
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

/// The file, field by field. Bytes are lower-case hex.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Keyring {
    version: u32,
    vault: String,
    cipher: String,
    nonce: String,
    sealed: String,
    check: String,
}

impl Keyring {
    /// A new data key, and the keyring that holds it.
    pub(super) fn new(secret: &DeviceSecret, entropy: &mut dyn Entropy) -> Result<(Self, DataKey), StorageError> {
        let mut key = DataKey(Zeroizing::new(vec![0; KEY_LENGTH]));
        let (mut vault, mut nonce) = ([0; 16], [0; NONCE_LENGTH]);
        entropy.fill(&mut key.0)?;
        entropy.fill(&mut vault)?;
        entropy.fill(&mut nonce)?;
        let vault = hex(&vault);
        let sealed = cipher(secret)
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: &key.0, aad: &bound(KEYRING_VERSION, &vault) })
            .map_err(|_| StorageError::NoCipher)?;
        let mut keyring = Self {
            version: KEYRING_VERSION,
            vault,
            cipher: CIPHER.to_owned(),
            nonce: hex(&nonce),
            sealed: hex(&sealed),
            check: String::new(),
        };
        keyring.check = keyring.checksum();
        Ok((keyring, key))
    }

    /// Writes the file whole; it is on disk when this returns.
    pub(super) fn write(&self, folder: &Path) -> Result<(), StorageError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(|error| StorageError::Io(error.into()))?;
        text.push(b'\n');
        files::replace(folder, files::KEYRING, files::NEW_KEYRING, &text)
    }

    /// Reads the file and holds it against its checksum.
    pub(super) fn read(folder: &Path) -> Result<Self, StorageError> {
        let mut text = Vec::new();
        std::fs::File::open(folder.join(files::KEYRING))?.take(MOST_BYTES).read_to_end(&mut text)?;
        Self::parse(&text)
    }

    pub(super) fn parse(text: &[u8]) -> Result<Self, StorageError> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let found = serde_json::from_slice::<Version>(text).map_err(|_| StorageError::Damaged)?.version;
        let whole = serde_json::from_slice::<Self>(text).ok().and_then(|keyring| {
            let keyring = Self { version: KEYRING_VERSION, ..keyring };
            (keyring.check == keyring.checksum()).then_some(keyring)
        });
        match whole {
            Some(keyring) if found == KEYRING_VERSION => Ok(keyring),
            // A newer file cannot carry the checksum of this version: if it fits, only the version itself has rotted.
            None if found > KEYRING_VERSION => Err(StorageError::TooNew { found, supported: KEYRING_VERSION }),
            _ => Err(StorageError::Damaged),
        }
    }

    /// The data key, when `secret` fits.
    pub(super) fn unseal(&self, secret: &DeviceSecret) -> Result<DataKey, StorageError> {
        let nonce = unhex(&self.nonce, NONCE_LENGTH)?;
        let sealed = unhex(&self.sealed, SEALED_LENGTH)?;
        if self.cipher != CIPHER {
            return Err(StorageError::Damaged);
        }
        cipher(secret)
            .decrypt(XNonce::from_slice(&nonce), Payload { msg: &sealed, aad: &bound(self.version, &self.vault) })
            .map(|key| DataKey(Zeroizing::new(key)))
            .map_err(|_| StorageError::WrongKey)
    }

    fn checksum(&self) -> String {
        let Self { version, vault, cipher, nonce, sealed, check: _ } = self;
        let text = format!("ampersand keyring {version}\n{vault}\n{cipher}\n{nonce}\n{sealed}\n");
        format!("{:x}", Sha256::digest(text.as_bytes()))
    }
}

fn cipher(secret: &DeviceSecret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(Key::from_slice(&secret.0[..]))
}

/// What the seal is bound to besides the key, so that it cannot be carried into another vault's keyring.
fn bound(version: u32, vault: &str) -> Vec<u8> {
    format!("ampersand keyring {version} {vault}").into_bytes()
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
