//! The passphrase: what counts as the same one, and how dear a try is. It is never kept, printed or put into an error.

use super::error::StorageError;
use crate::error::{Field, InvalidInput, Reason};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::fmt;
use std::io;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::{Zeroize, Zeroizing};

/// Most characters of a passphrase.
const MOST: usize = 256;
/// Most bytes as typed: 256 characters in the longest spelling that normalises to them stay well below.
const MOST_TYPED: usize = 8 * 1024;
/// NFKC makes at most 11 bytes of one (U+FDFA: 33 of 3).
const LONGEST_NORMALISED: usize = 11;
pub(super) const SALT_LENGTH: usize = 16;
const STRETCHED_LENGTH: usize = 32;

/// What a person typed, in normal form KC: a keyboard that spells the same letters in another way still opens the
/// vault. Wiped from memory when dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Fewest characters of one that is set.
    pub const FEWEST: usize = 8;

    /// A passphrase to be set.
    ///
    /// # Errors
    /// `field` with `too_short` below 8 characters, `too_long` above 256.
    pub fn chosen(text: &str, field: Field) -> Result<Self, InvalidInput> {
        let passphrase = Self::typed(text, field)?;
        if passphrase.0.chars().count() < Self::FEWEST { Err(InvalidInput::new(field, Reason::TooShort)) } else { Ok(passphrase) }
    }

    /// A passphrase to be tried.
    ///
    /// # Errors
    /// `field`, `too_long`: longer than any that can be set.
    pub fn typed(text: &str, field: Field) -> Result<Self, InvalidInput> {
        let too_long = InvalidInput::new(field, Reason::TooLong);
        if text.len() > MOST_TYPED {
            return Err(too_long);
        }
        // Of the full length from the start: a string that grows leaves its earlier self behind.
        let mut normal = Zeroizing::new(String::with_capacity(LONGEST_NORMALISED * text.len()));
        normal.extend(text.nfkc());
        if normal.chars().count() > MOST { Err(too_long) } else { Ok(Self(normal)) }
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// What Argon2id costs (RFC 9106): memory in KiB, passes, lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cost {
    pub(super) m_kib: u32,
    pub(super) t: u32,
    pub(super) p: u32,
}

impl Cost {
    /// RFC 9106, second recommended option, with one lane: a phone has better things to do with the others.
    pub(super) const OF_RELEASE: Self = Self { m_kib: 64 * 1024, t: 3, p: 1 };

    /// A later release may ask for more. A file that asks for far more than any would, or for less than there is, was
    /// not written by one: it must not eat the memory of the phone.
    const fn is_sane(self) -> bool {
        let Self { m_kib, t, p } = self;
        1 <= p && p <= 4 && 1 <= t && t <= 16 && 8 * p <= m_kib && m_kib <= 256 * 1024
    }
}

/// Argon2id of the passphrase.
///
/// # Errors
/// [`StorageError::Damaged`] for a cost that no release writes; [`StorageError::Io`] without the memory for it.
pub(super) fn stretched(passphrase: &Passphrase, salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; STRETCHED_LENGTH]>, StorageError> {
    if !cost.is_sane() {
        return Err(StorageError::Damaged);
    }
    let params = Params::new(cost.m_kib, cost.t, cost.p, Some(STRETCHED_LENGTH)).map_err(|_| StorageError::Damaged)?;
    // Asked for in a way that can be refused: a phone without 64 MiB to spare gets an error, not a crash.
    let mut memory: Vec<Block> = Vec::new();
    memory.try_reserve_exact(params.block_count()).map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
    memory.resize(params.block_count(), Block::default());
    let mut stretched = Zeroizing::new([0; STRETCHED_LENGTH]);
    let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        passphrase.0.as_bytes(),
        salt,
        &mut stretched[..],
        &mut memory,
    );
    memory.iter_mut().for_each(Zeroize::zeroize);
    done.map(|()| stretched).map_err(|_| StorageError::Damaged)
}
