//! The write-ahead log, read by hand: whether it still holds everything that was ever saved into it.
//!
//! SQLite takes a log to end before the first frame whose checksum does not fit: so looks a save that was on its way
//! when the power went. A frame that rotted looks the same, and every save after it would be gone without a word; with
//! the header, all of them. Two things tell the one from the other, because a save is followed by another and noted
//! down in the index beside the log only once it is on disk itself: frames that go on where a broken save ended, and an
//! index of the same round that knows of more frames than fit.
//!
//! The forms: <https://www.sqlite.org/fileformat2.html#walformat>, <https://www.sqlite.org/walformat.html>. Nothing of
//! them is encrypted but the pages. What this module must never do: change the log that it reads.

use super::connection::PAGE;
use super::error::StorageError;
use super::files::{self, beside};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Bytes before the first frame, and of a frame before its page.
const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
const FRAME: usize = FRAME_HEADER + 4096;
const _: () = assert!(FRAME as u64 == FRAME_HEADER as u64 + PAGE, "a frame is a page and its header");
/// How a log begins whose checksums are made of little-endian numbers, as they are on every device there is, its form's
/// version and the size of its pages.
const BEGINNING: [u8; 12] = [0x37, 0x7f, 0x06, 0x82, 0x00, 0x2d, 0xe2, 0x18, 0, 0, 0x10, 0];
/// Bytes of the index that are looked at: two copies of its header, and how many frames are in the database already.
const INDEX: usize = 100;
const INDEX_HEADER: usize = 48;

type Checksum = [u32; 2];

/// A frame of the log's present round, or one among them.
#[derive(Debug, Clone, Copy)]
struct Frame {
    page: u32,
    /// Pages of the database after the save that this frame ends; 0 before its end.
    image: u32,
    /// Whether it bears the mark of the round.
    of_round: bool,
    /// Whether its checksum goes on from the frame before it: both are what they were.
    linked: bool,
}

/// What the index beside a log notes down of the same round.
#[derive(Debug, Clone, Copy)]
struct Noted {
    /// Frames that were saved.
    frames: usize,
    /// Pages of the database after the last of them.
    image: u32,
    /// How many of them are in the database already.
    copied: usize,
}

/// A log as it was found. One that is not there is as good as one that holds nothing.
#[derive(Debug)]
pub(super) struct Log {
    path: PathBuf,
    length: u64,
    header_fits: bool,
    frames: Vec<Frame>,
    noted: Option<Noted>,
}

impl Log {
    /// Reads the log of `database`.
    pub(super) fn of(database: &Path) -> io::Result<Self> {
        let path = beside(database, "-wal");
        let mut log = Self { path, length: 0, header_fits: false, frames: Vec::new(), noted: None };
        let file = match File::open(&log.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(log),
            Err(error) => return Err(error),
        };
        log.length = file.metadata()?.len();
        let mut file = BufReader::with_capacity(16 * FRAME, file);
        let mut header = [0; HEADER];
        if !filled(&mut file, &mut header)? {
            return Ok(log);
        }
        let (told, summed) = (numbers(&header[24..]), sum([0; 2], &header[..24]));
        log.header_fits = header[..12] == BEGINNING && told == summed;
        let mut round = log.header_fits.then(|| header[16..24].to_vec());
        // A header that rotted still knows one of the two, unless more than a byte of it did.
        let mut before = [told, summed];
        let mut frame = vec![0; FRAME];
        while filled(&mut file, &mut frame)? {
            let round = round.get_or_insert_with(|| frame[8..16].to_vec());
            let ([page, image], told) = (numbers(&frame[..8]), numbers(&frame[16..24]));
            let of_round = frame[8..16] == *round && page != 0;
            let fits = |before| sum(sum(before, &frame[..8]), &frame[FRAME_HEADER..]) == told;
            log.frames.push(Frame { page, image, of_round, linked: of_round && before.into_iter().any(fits) });
            before = [told; 2];
        }
        log.noted = round.map_or(Ok(None), |round| noted(database, &round))?;
        // What comes after is of an older round.
        let end = log.frames.iter().rposition(|frame| frame.of_round).map_or(0, |last| last + 1);
        log.frames.truncate(end.max(log.noted.map_or(0, |noted| noted.frames)));
        Ok(log)
    }

    /// Whether the last process left without closing the database.
    pub(super) const fn is_there(&self) -> bool {
        self.length > 0
    }

    /// Whether a part of the database may be in it. A log that was cut off within its own header holds nothing, and
    /// SQLite, with an index from before beside it, would not read past it without writing.
    pub(super) const fn holds_something(&self) -> bool {
        self.header_fits && self.length > HEADER as u64
    }

    /// Whether something is missing from it that was saved.
    pub(super) fn is_rotten(&self) -> bool {
        if !self.header_fits {
            return !self.frames.is_empty();
        }
        let fitting = self.fitting();
        let goes_on = |pair: &[Frame]| pair[0].image != 0 && pair[1].linked;
        self.noted.is_some_and(|noted| noted.frames > self.saved()) || self.frames[fitting..].windows(2).any(goes_on)
    }

    /// Whether saves are missing of which there is not even a frame.
    pub(super) fn lacks_saves(&self) -> bool {
        self.noted.is_some_and(|noted| noted.frames > self.frames.len())
    }

    /// The pages in the saves that SQLite reads out of it.
    pub(super) fn pages(&self) -> BTreeSet<u64> {
        self.frames[..self.saved()].iter().map(|frame| u64::from(frame.page)).collect()
    }

    /// Frames up to the first that does not fit.
    fn fitting(&self) -> usize {
        if self.header_fits { self.frames.iter().take_while(|frame| frame.linked).count() } else { 0 }
    }

    /// Frames up to the end of the last save before that.
    fn saved(&self) -> usize {
        self.frames[..self.fitting()].iter().rposition(|frame| frame.image != 0).map_or(0, |last| last + 1)
    }

    /// Writes to `to` a log that SQLite reads to its end: the frames of all saves, with checksums that fit. Answers
    /// whether there are any.
    ///
    /// A frame that rotted is left as it is, so that its page does not authenticate. Left out, an older state of the page
    /// would stand among younger ones, which makes texts that nobody wrote. But without the first page nothing could be
    /// read, and what is in that hardly ever changes. Frames that are in the database already are not needed.
    pub(super) fn mend(&self, to: &Path) -> io::Result<bool> {
        let first = self.noted.map_or(0, |noted| noted.copied);
        let ended = self.frames.iter().rposition(|frame| frame.of_round && frame.image != 0).map_or(0, |last| last + 1);
        // Of a save that was cut, nothing.
        let end = self.noted.filter(|_| !self.lacks_saves()).map_or(ended, |noted| ended.max(noted.frames));
        let goes_in = |frame: &Frame| frame.linked || frame.page > 1;
        let Some(last) = (first..end).rev().find(|at| goes_in(&self.frames[*at])) else { return Ok(false) };

        let mut from = BufReader::with_capacity(16 * FRAME, File::open(&self.path)?);
        from.seek(SeekFrom::Start((HEADER + first * FRAME) as u64))?;
        let mut to = BufWriter::new(File::create(to)?);
        let mut header = [0; HEADER];
        header[..12].copy_from_slice(&BEGINNING);
        let mut before = sum([0; 2], &header[..24]);
        put(&mut header[24..], before);
        to.write_all(&header)?;
        let mut frame = vec![0; FRAME];
        for at in first..=last {
            from.read_exact(&mut frame)?;
            if !goes_in(&self.frames[at]) {
                continue;
            }
            put(&mut frame[..8], [self.frames[at].page, if at == last { self.image(end) } else { 0 }]);
            frame[8..16].fill(0);
            before = sum(sum(before, &frame[..8]), &frame[FRAME_HEADER..]);
            put(&mut frame[16..24], before);
            to.write_all(&frame)?;
        }
        to.flush()?;
        Ok(true)
    }

    /// Pages of the database after the first `end` frames, as well as it can be known.
    fn image(&self, end: usize) -> u32 {
        if let Some(noted) = self.noted.filter(|noted| noted.frames == end) {
            return noted.image;
        }
        match self.frames[..end].last() {
            Some(last) if last.linked && last.image != 0 => last.image,
            _ => self.frames[..end].iter().filter(|frame| frame.linked).map(|frame| frame.page.max(frame.image)).max().unwrap_or(1),
        }
    }
}

/// A copy of a database whose log rotted, with a log that SQLite reads. Removed when dropped.
pub(super) struct Mended {
    folder: PathBuf,
    /// Whether anything is in the log.
    pub(super) logged: bool,
}

impl Mended {
    pub(super) fn of(path: &Path, log: &Log) -> Result<Self, StorageError> {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        files::remove_with_its_kin(&folder, files::WRECK)?;
        let mut mended = Self { folder, logged: false };
        fs::copy(path, mended.path())?;
        mended.logged = log.mend(&beside(&mended.path(), "-wal"))?;
        Ok(mended)
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(files::WRECK)
    }
}

impl Drop for Mended {
    fn drop(&mut self) {
        // What stays is cleared away by the next opening.
        let _ = files::remove_with_its_kin(&self.folder, files::WRECK);
    }
}

/// What the index of `database` notes down, if it is one of this round. After a kill it is as the process had it; the
/// system may have written an older state of it before the power went, and never a younger one than that of the log.
fn noted(database: &Path, round: &[u8]) -> io::Result<Option<Noted>> {
    let mut index = [0; INDEX];
    let mut file = match File::open(beside(database, "-shm")) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if !filled(&mut file, &mut index)? {
        return Ok(None);
    }
    // Two copies: one is being written when the other is left as it was.
    let headers = index[..2 * INDEX_HEADER].chunks_exact(INDEX_HEADER);
    let ours = headers
        .filter(|copy| copy[12] == 1 && copy[32..40] == *round && sum([0; 2], &copy[..40]) == [word(&copy[40..]), word(&copy[44..])]);
    let newest = ours.map(|copy| (word(&copy[16..]) as usize, word(&copy[20..]))).max();
    let in_database = word(&index[2 * INDEX_HEADER..]) as usize;
    Ok(newest.map(|(frames, image)| Noted { frames, image, copied: if in_database <= frames { in_database } else { 0 } }))
}

/// Fills `bytes`; answers `false` where the file ends before.
fn filled(file: &mut impl Read, bytes: &mut [u8]) -> io::Result<bool> {
    match file.read_exact(bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// The checksum of the format, going on from `before`, over an even number of numbers.
fn sum(before: Checksum, bytes: &[u8]) -> Checksum {
    bytes.chunks_exact(8).fold(before, |[one, other], pair| {
        let one = one.wrapping_add(word(pair)).wrapping_add(other);
        [one, other.wrapping_add(word(&pair[4..])).wrapping_add(one)]
    })
}

/// The number that checksums and the index are made of.
fn word(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

/// Two numbers as the log stores them.
fn numbers(bytes: &[u8]) -> [u32; 2] {
    let number = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    [number(0), number(4)]
}

fn put(bytes: &mut [u8], [one, other]: [u32; 2]) {
    bytes[..4].copy_from_slice(&one.to_be_bytes());
    bytes[4..8].copy_from_slice(&other.to_be_bytes());
}
