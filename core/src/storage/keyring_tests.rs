//! The keyring: seals, opens, and tells rot from a wrong secret.

use super::keyring::{DataKey, Keyring};
use super::passphrase::Cost;
use super::samples::{Counting, Dry, SMALL, forged, secret, typed};
use super::{DeviceSecret, StorageError};

const PASSPHRASE: &str = "marmalade on a green train";

/// As version 1 was written, by [`Counting`] from 0 and the secret of 1; worked out apart from this code.
const FIRST: &str = r#"{
  "version": 1,
  "vault": "2122232425262728292a2b2c2d2e2f30",
  "cipher": "xchacha20poly1305",
  "nonce": "3132333435363738393a3b3c3d3e3f404142434445464748",
  "sealed": "2ed96dc87fc67d6c15ddd97cffa88ac0ee1b24bc827193606f2ddd5fbe365db0c9c53c7435089db47bf3e6b49ab4683f",
  "check": "66d01b3bdc7a7493453ed564f6b66905a2897aca83d7d9931d487365b3ed97cf"
}
"#;

fn made(passphrase: Option<&str>) -> (Keyring, DataKey) {
    Keyring::new(&secret(1), passphrase.map(typed).as_ref(), SMALL, &mut Counting(0)).unwrap()
}

fn written_with(passphrase: Option<&str>) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    made(passphrase).0.write(folder.path()).unwrap();
    std::fs::read(folder.path().join("keyring.json")).unwrap()
}

fn written() -> Vec<u8> {
    written_with(None)
}

/// The forms that are read: the first one, and the second without and with a passphrase.
fn forms() -> [Vec<u8>; 3] {
    [FIRST.as_bytes().to_vec(), written(), written_with(Some(PASSPHRASE))]
}

fn refusal(text: &[u8]) -> StorageError {
    match Keyring::parse(text).and_then(|keyring| keyring.unseal(&secret(1), Some(&typed(PASSPHRASE)))) {
        Ok(_) => panic!("opened: {}", String::from_utf8_lossy(text)),
        Err(error) => error,
    }
}

#[test]
fn the_key_comes_back_with_the_secret_that_sealed_it() {
    let (keyring, key) = made(None);
    let again = Keyring::parse(&written()).unwrap().unseal(&secret(1), None).unwrap();
    assert_eq!(*again.as_blob_literal(), *key.as_blob_literal());
    assert_eq!(key.as_blob_literal().len(), 67, "x'', and two digits a byte");
    assert!(matches!(keyring.unseal(&secret(2), None), Err(StorageError::WrongKey)));
    let first = Keyring::parse(FIRST.as_bytes()).unwrap().unseal(&secret(1), None).unwrap();
    assert_eq!(*first.as_blob_literal(), *key.as_blob_literal(), "the form before this one is still read");
}

#[test]
fn with_a_passphrase_both_have_to_fit_and_it_is_said_which_does_not() {
    let (_, key) = made(Some(PASSPHRASE));
    let keyring = Keyring::parse(&written_with(Some(PASSPHRASE))).unwrap();
    assert!(keyring.asks() && !made(None).0.asks());
    let opened = keyring.unseal(&secret(1), Some(&typed(PASSPHRASE))).unwrap();
    assert_eq!(*opened.as_blob_literal(), *key.as_blob_literal());
    assert!(matches!(keyring.unseal(&secret(2), Some(&typed(PASSPHRASE))), Err(StorageError::WrongKey)));
    assert!(matches!(keyring.unseal(&secret(2), None), Err(StorageError::WrongKey)), "before the passphrase is asked for");
    assert!(matches!(keyring.unseal(&secret(1), None), Err(StorageError::PassphraseNeeded)));
    for wrong in ["", "marmalade on a green train ", "Marmalade on a green train"] {
        assert!(matches!(keyring.unseal(&secret(1), Some(&typed(wrong))), Err(StorageError::WrongPassphrase)), "{wrong}");
    }
}

#[test]
fn a_passphrase_is_the_same_however_its_letters_are_put_together() {
    let keyring = made(Some("Žluťoučký kůň ﬁnal №1")).0;
    let apart = "Z\u{30c}lut\u{30c}ouc\u{30c}ky\u{301} ku\u{30a}n\u{30c} final No1";
    assert!(keyring.unseal(&secret(1), Some(&typed(apart))).is_ok());
    assert!(keyring.unseal(&secret(1), Some(&typed("Zlutoucky kun final No1"))).is_err(), "marks are not dropped");
}

#[test]
fn another_wrap_gives_the_same_key() {
    let (keyring, key) = made(None);
    let wrapped = keyring.rewrapped(&key, &secret(1), Some(&typed(PASSPHRASE)), SMALL, &mut Counting(100)).unwrap();
    let opened = wrapped.unseal(&secret(1), Some(&typed(PASSPHRASE))).unwrap();
    assert_eq!(*opened.as_blob_literal(), *key.as_blob_literal());
}

#[test]
fn the_key_is_not_in_the_file() {
    for passphrase in [None, Some(PASSPHRASE)] {
        let (_, key) = made(passphrase);
        let text = String::from_utf8(written_with(passphrase)).unwrap();
        let literal = key.as_blob_literal();
        let digits = &literal[2..66];
        for part in 0..8 {
            assert!(!text.contains(&digits[8 * part..8 * part + 8]), "bytes {part} of the key are in the file");
        }
        assert!(!text.contains("marmalade"));
    }
}

#[test]
fn every_flipped_bit_is_damage_and_never_a_wrong_key() {
    for text in forms() {
        for position in 0..8 * text.len() {
            let mut rotten = text.clone();
            rotten[position / 8] ^= 1 << (position % 8);
            assert!(matches!(refusal(&rotten), StorageError::Damaged), "bit {position}: {}", String::from_utf8_lossy(&rotten));
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_damage() {
    for text in forms() {
        // The last byte is a line break, which the form can do without.
        for length in 0..text.len() - 1 {
            assert!(matches!(refusal(&text[..length]), StorageError::Damaged), "{length} bytes");
        }
    }
}

#[test]
fn a_cost_that_no_release_writes_is_damage_and_is_not_paid() {
    let text = written_with(Some(PASSPHRASE));
    assert!(Keyring::parse(&forged(&text, |_| {})).unwrap().unseal(&secret(1), Some(&typed(PASSPHRASE))).is_ok(), "forged well");
    for (name, value) in [
        ("m_kib", 0),
        ("m_kib", 7),
        ("m_kib", 256 * 1024 + 1),
        ("m_kib", u32::MAX),
        ("t", 0),
        ("t", 17),
        ("t", u32::MAX),
        ("p", 0),
        ("p", 5),
        ("p", u32::MAX),
    ] {
        let rotten = forged(&text, |fields| fields["kdf"]["argon2id"][name] = value.into());
        assert!(matches!(refusal(&rotten), StorageError::Damaged), "{name} {value}");
    }
    for (name, value) in [("m_kib", 16), ("t", 2)] {
        let other = forged(&text, |fields| fields["kdf"]["argon2id"][name] = value.into());
        assert!(matches!(refusal(&other), StorageError::WrongPassphrase), "{name} {value}: taken from the file");
    }
    assert_eq!(Cost::OF_RELEASE, Cost { m_kib: 65_536, t: 3, p: 1 });
}

#[test]
fn a_newer_form_is_not_taken_for_damage() {
    let newer = br#"{"version": 7, "cipher": "another", "wraps": []}"#;
    assert!(matches!(refusal(newer), StorageError::TooNew { found: 7, supported: 2 }));
}

#[test]
fn a_field_that_was_swapped_in_with_a_fitting_checksum_does_not_open() {
    // The checksum is no secret; the seal is what holds the vault's id.
    let mut fields: serde_json::Value = serde_json::from_slice(&written()).unwrap();
    fields["vault"] = "00".repeat(16).into();
    let text = |name: &str| fields[name].as_str().unwrap().to_owned();
    let summed = format!("ampersand keyring 2\n{}\n{}\nnone\n{}\n{}\n", text("vault"), text("cipher"), text("nonce"), text("sealed"));
    fields["check"] = format!("{:x}", <sha2::Sha256 as sha2::Digest>::digest(summed)).into();
    assert!(matches!(refusal(fields.to_string().as_bytes()), StorageError::WrongKey));
}

#[test]
fn a_secret_has_32_bytes_and_is_not_printed() {
    for length in [0, 31, 33] {
        assert!(matches!(DeviceSecret::try_from(&vec![1; length][..]), Err(StorageError::BadSecretLength)), "{length}");
    }
    assert_eq!(format!("{:?}", secret(0xAB)), "DeviceSecret(..)");
}

#[test]
fn without_randomness_no_key_is_made() {
    for passphrase in [None, Some(&typed(PASSPHRASE))] {
        assert!(matches!(Keyring::new(&secret(1), passphrase, SMALL, &mut Dry), Err(StorageError::NoRandomness)));
    }
}
