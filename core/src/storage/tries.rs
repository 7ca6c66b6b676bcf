//! Wrong passphrases: after ten of them each further try has to wait, longer and longer. Nothing is ever wiped.
//!
//! A try is noted down before it is made and taken back when it was right: whoever ends the app in the middle of one
//! has used it up. The file holds three numbers and nothing that was typed.

use super::error::StorageError;
use super::files;
use crate::time::Clock;
use serde::{Deserialize, Serialize};
use std::io::Read as _;
use std::path::Path;

/// The wrong try from which on the next one has to wait.
const FREE: u32 = 10;
const FIRST_WAIT_MS: i64 = 30_000;
const LONGEST_WAIT_MS: i64 = 3_600_000;
/// The file has some 80 bytes.
const MOST_BYTES: u64 = 4 * 1024;

/// Wrong tries since the last right one, and when the last of them was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tries {
    pub(super) wrong: u32,
    /// By the wall clock, in milliseconds since 1970.
    now: i64,
    /// Since the device was started.
    monotonic_ms: i64,
}

impl Tries {
    /// What is noted down. A file that cannot be read as what it is counts as none: it is a brake, and a brake that
    /// rusts must not shut anybody out.
    pub(super) fn read(folder: &Path) -> Result<Self, StorageError> {
        let mut text = Vec::new();
        match std::fs::File::open(folder.join(files::TRIES)) {
            Ok(file) => file.take(MOST_BYTES).read_to_end(&mut text)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error.into()),
        };
        Ok(serde_json::from_slice(&text).unwrap_or_default())
    }

    /// How long no try is taken, in milliseconds.
    ///
    /// Waited is what both clocks say, the smaller of the two. After the device was started anew its own reading is the
    /// time since then, which is what was waited at least. A wall clock that stands before the last try was set back;
    /// it says nothing, and must neither shorten the wait nor stretch it to a year.
    pub(super) fn wait_ms(self, clock: Clock) -> i64 {
        let Some(beyond) = self.wrong.checked_sub(FREE) else { return 0 };
        // From the seventh doubling on the longest wait holds.
        let needed = (FIRST_WAIT_MS << beyond.min(7)).min(LONGEST_WAIT_MS);
        let monotonic = clock.monotonic_ms.max(0);
        let since_try = monotonic.checked_sub(self.monotonic_ms).filter(|waited| *waited >= 0).unwrap_or(monotonic);
        let by_wall = clock.now.millis().checked_sub(self.now).filter(|waited| *waited >= 0).unwrap_or(since_try);
        (needed - since_try.min(by_wall)).max(0)
    }

    /// One more, at `clock`.
    fn one_more(self, clock: Clock) -> Self {
        Self { wrong: self.wrong.saturating_add(1), now: clock.now.millis(), monotonic_ms: clock.monotonic_ms.max(0) }
    }

    /// Notes down a try that is about to be made, and answers with what was noted before.
    ///
    /// # Errors
    /// [`StorageError::Wait`], with nothing noted down; [`StorageError::ReadOnly`] and others of writing.
    pub(super) fn begin(folder: &Path, clock: Clock) -> Result<Self, StorageError> {
        let before = Self::read(folder)?;
        if before.wait_ms(clock) > 0 {
            return Err(StorageError::Wait);
        }
        before.one_more(clock).write(folder)?;
        Ok(before)
    }

    /// The try that was begun was none after all: it could not be made.
    pub(super) fn put_back(self, folder: &Path) -> Result<(), StorageError> {
        if self.wrong == 0 { Self::clear(folder) } else { self.write(folder) }
    }

    /// The passphrase was right.
    pub(super) fn clear(folder: &Path) -> Result<(), StorageError> {
        files::remove(folder, files::TRIES)
    }

    fn write(self, folder: &Path) -> Result<(), StorageError> {
        let text = serde_json::to_vec(&self).map_err(|error| StorageError::Io(error.into()))?;
        files::replace(folder, files::TRIES, files::NEW_TRIES, &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Instant;

    const NOW: i64 = 1_795_424_400_000;
    const UP: i64 = 5_000_000;

    fn clock(now: i64, monotonic_ms: i64) -> Clock {
        Clock { now: Instant::from_millis(now).unwrap(), monotonic_ms }
    }

    fn tries(wrong: u32) -> Tries {
        Tries { wrong, now: NOW, monotonic_ms: UP }
    }

    #[test]
    fn the_tenth_makes_wait_and_each_further_one_twice_as_long_up_to_an_hour() {
        let wait = |wrong| tries(wrong).wait_ms(clock(NOW, UP)) / 1000;
        let waits: Vec<i64> = [0, 1, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 100, u32::MAX].into_iter().map(wait).collect();
        assert_eq!(waits, [0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
    }

    #[test]
    fn both_clocks_have_to_say_that_it_was_waited() {
        for (wall, monotonic, left, why) in [
            (10_000, 10_000, 20_000, "both agree"),
            (30_000, 30_000, 0, "waited"),
            (90_000_000, 90_000_000, 0, "long waited"),
            (3_600_000, 1_000, 29_000, "the wall clock was set on"),
            (1_000, 3_600_000, 29_000, "a copy on a device that has been up for longer"),
            (-31_536_000_000, 10_000, 20_000, "set back by a year: the wait is no longer for it"),
            (-31_536_000_000, 30_000, 0, "set back by a year, and waited"),
            (600_000, 4_000 - UP, 26_000, "started anew four seconds ago"),
            (600_000, 40_000 - UP, 0, "started anew forty seconds ago"),
            (5_000, 40_000 - UP, 25_000, "started anew, and the wall clock says less"),
            (30_000, -UP - 1, 30_000, "a reading that cannot be"),
        ] {
            assert_eq!(tries(10).wait_ms(clock(NOW + wall, UP + monotonic)), left, "{why}");
        }
        let broken = Tries { wrong: 10, now: i64::MIN, monotonic_ms: i64::MIN };
        assert_eq!(broken.wait_ms(clock(NOW, UP)), 30_000 - UP.min(30_000));
    }

    #[test]
    fn a_try_while_waiting_is_not_noted_down() {
        let folder = tempfile::tempdir().unwrap();
        for wrong in 0..10 {
            assert_eq!(Tries::read(folder.path()).unwrap().wrong, wrong);
            Tries::begin(folder.path(), clock(NOW, UP)).unwrap();
        }
        let noted = Tries::read(folder.path()).unwrap();
        assert!(matches!(Tries::begin(folder.path(), clock(NOW + 29_999, UP + 29_999)), Err(StorageError::Wait)));
        assert_eq!(Tries::read(folder.path()).unwrap(), noted);
        let before = Tries::begin(folder.path(), clock(NOW + 30_000, UP + 30_000)).unwrap();
        assert_eq!((before, Tries::read(folder.path()).unwrap().wrong), (noted, 11));
        before.put_back(folder.path()).unwrap();
        assert_eq!(Tries::read(folder.path()).unwrap(), noted);
        Tries::clear(folder.path()).unwrap();
        Tries::clear(folder.path()).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_that_rotted_shuts_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["", "{", "[]", "{\"wrong\":4000000000000,\"now\":1,\"monotonic_ms\":1}", "\u{0}\u{0}"] {
            std::fs::write(folder.path().join(files::TRIES), text).unwrap();
            assert_eq!(Tries::read(folder.path()).unwrap(), Tries::default(), "{text}");
        }
    }
}
