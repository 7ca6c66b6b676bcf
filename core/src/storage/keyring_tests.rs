//! The keyring: seals, opens, and tells rot from a wrong secret.

use super::keyring::Keyring;
use super::samples::{Counting, Dry, secret};
use super::{DeviceSecret, StorageError};

fn written() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    Keyring::new(&secret(1), &mut Counting(0)).unwrap().0.write(folder.path()).unwrap();
    std::fs::read(folder.path().join("keyring.json")).unwrap()
}

fn refusal(text: &[u8]) -> StorageError {
    match Keyring::parse(text).and_then(|keyring| keyring.unseal(&secret(1))) {
        Ok(_) => panic!("opened: {}", String::from_utf8_lossy(text)),
        Err(error) => error,
    }
}

#[test]
fn the_key_comes_back_with_the_secret_that_sealed_it() {
    let (keyring, key) = Keyring::new(&secret(1), &mut Counting(0)).unwrap();
    let again = Keyring::parse(&written()).unwrap().unseal(&secret(1)).unwrap();
    assert_eq!(*again.as_blob_literal(), *key.as_blob_literal());
    assert_eq!(key.as_blob_literal().len(), 67, "x'', and two digits a byte");
    assert!(matches!(keyring.unseal(&secret(2)), Err(StorageError::WrongKey)));
}

#[test]
fn the_key_is_not_in_the_file() {
    let (_, key) = Keyring::new(&secret(1), &mut Counting(0)).unwrap();
    let text = String::from_utf8(written()).unwrap();
    let literal = key.as_blob_literal();
    let digits = &literal[2..66];
    for part in 0..8 {
        assert!(!text.contains(&digits[8 * part..8 * part + 8]), "bytes {part} of the key are in the file");
    }
}

#[test]
fn every_flipped_bit_is_damage_and_never_a_wrong_key() {
    let text = written();
    for position in 0..8 * text.len() {
        let mut rotten = text.clone();
        rotten[position / 8] ^= 1 << (position % 8);
        assert!(matches!(refusal(&rotten), StorageError::Damaged), "bit {position}: {}", String::from_utf8_lossy(&rotten));
    }
}

#[test]
fn a_file_cut_anywhere_is_damage() {
    let text = written();
    // The last byte is a line break, which the form can do without.
    for length in 0..text.len() - 1 {
        assert!(matches!(refusal(&text[..length]), StorageError::Damaged), "{length} bytes");
    }
}

#[test]
fn a_newer_form_is_not_taken_for_damage() {
    let newer = br#"{"version": 7, "cipher": "another", "wraps": []}"#;
    assert!(matches!(refusal(newer), StorageError::TooNew { found: 7, supported: 1 }));
}

#[test]
fn a_field_that_was_swapped_in_with_a_fitting_checksum_does_not_open() {
    // The checksum is no secret; the seal is what holds the vault's id.
    let mut fields: serde_json::Value = serde_json::from_slice(&written()).unwrap();
    fields["vault"] = "00".repeat(16).into();
    let text = |name: &str| fields[name].as_str().unwrap().to_owned();
    let summed = format!("ampersand keyring 1\n{}\n{}\n{}\n{}\n", text("vault"), text("cipher"), text("nonce"), text("sealed"));
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
    assert!(matches!(Keyring::new(&secret(1), &mut Dry), Err(StorageError::NoRandomness)));
}
