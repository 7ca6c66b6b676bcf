//! Every page of a vault's files in the clear, also those that hold nothing any more: what a thief with the key could
//! find. Decrypted by hand, since SQL shows only what is in use.
//!
//! `SQLCipher` 4: AES-256-CBC a page, the last 80 bytes its IV and its HMAC, the first 16 of page 1 the file's salt.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a helper that fails is a test that fails")]

use crate::files::bytes_of;
use crate::raw;
use aes::Aes256;
use aes::cipher::generic_array::GenericArray;
use aes::cipher::{BlockDecrypt as _, KeyInit as _};
use std::path::Path;

const PAGE: usize = 4_096;
const RESERVED: usize = 80;
const BLOCK: usize = 16;
const SALT: usize = 16;
/// The log's header, and what stands before each page in it.
const LOG_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;

/// A page in the clear, and where it stands: `vault.db page 7`.
pub struct Clear {
    /// The file and the place in it.
    pub place: String,
    /// The name of the file.
    pub file: String,
    bytes: String,
}

/// The pages of every file in `folder` that is encrypted under the vault's key; what is not, as it is.
pub fn clear(folder: &Path, secret: &[u8; 32]) -> Vec<Clear> {
    let key = raw::data_key(folder, secret);
    let key: Vec<u8> = (0..64).step_by(2).map(|at| u8::from_str_radix(&key[at..at + 2], 16).expect("hex")).collect();
    let cipher = Aes256::new(GenericArray::from_slice(&key));
    let mut pages = Vec::new();
    for (file, bytes) in bytes_of(folder) {
        let mut add = |place: String, bytes: &[u8]| pages.push(Clear { place, file: file.clone(), bytes: latin(bytes) });
        if file.ends_with("-wal") {
            for (number, frame) in bytes.get(LOG_HEAD..).unwrap_or_default().chunks_exact(FRAME_HEAD + PAGE).enumerate() {
                let first = frame[..4] == [0, 0, 0, 1];
                add(format!("{file} frame {number}"), &decrypted(&cipher, &frame[FRAME_HEAD..], first));
            }
        } else if file.contains(".db") && !file.ends_with("-shm") {
            for (number, page) in bytes.chunks_exact(PAGE).enumerate() {
                add(format!("{file} page {}", number + 1), &decrypted(&cipher, page, number == 0));
            }
        } else {
            add(file.clone(), &bytes);
        }
    }
    pages
}

/// Where `word` can be read, in any case of its ASCII letters.
pub fn places<'a>(pages: &'a [Clear], word: &str) -> Vec<&'a str> {
    let word = latin(word.as_bytes());
    pages.iter().filter(|page| page.bytes.contains(&word)).map(|page| page.place.as_str()).collect()
}

fn decrypted(cipher: &Aes256, page: &[u8], first: bool) -> Vec<u8> {
    let content = &page[if first { SALT } else { 0 }..PAGE - RESERVED];
    let mut before = &page[PAGE - RESERVED..][..BLOCK];
    let mut clear = Vec::with_capacity(PAGE);
    for sealed in content.chunks_exact(BLOCK) {
        let mut block = GenericArray::clone_from_slice(sealed);
        cipher.decrypt_block(&mut block);
        clear.extend(block.iter().zip(before).map(|(byte, chained)| byte ^ chained));
        before = sealed;
    }
    clear
}

/// A char for each byte: the standard library's search of texts is the fast one.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect()
}
