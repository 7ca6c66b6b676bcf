//! The journal on a vault of ten years, each measurement beside plain SQL on the same file, turn by turn; and how each
//! grows from 1,000 entries to 20,000.

use super::{Budget, Row, journal_by_hand as by_hand, median, timed};
use crate::fixture::{self, END, TEN_YEARS, copy_into, entries::Writer, words::COMMON, words::Vocabulary};
use crate::raw;
use crate::world::{DAY, SECRET, Seeded, key_of, now, secret_of};
use ampersand_core::app::{Home, NewEntry, SearchOrder, Session};
use ampersand_core::ids::EntryId;
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::time::{Month, NowContext};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The younger vault.
const YOUNG: usize = 1_000;
const OPENINGS: usize = 31;
const READINGS: usize = 61;
/// Rounds of savings, each side after the other, and how many in each; the first of a round warms up.
const ROUNDS: usize = 6;
const SAVINGS: usize = 12;

const OPEN: Duration = Duration::from_millis(20);
const SAVE: Duration = Duration::from_millis(5);
const SEARCH_COMMON: Duration = Duration::from_millis(10);
const SEARCH_RARE: Duration = Duration::from_millis(5);
const MONTH: Duration = Duration::from_millis(5);
const PAGE: Duration = Duration::from_millis(3);

/// What one thing took: in the core and by hand, on the young vault and on the old one.
#[derive(Default)]
struct Times {
    young: [Vec<Duration>; 2],
    old: [Vec<Duration>; 2],
}

/// A copy of a vault that was written in, and its database's key.
struct Copy {
    folder: PathBuf,
    key: String,
}

impl Copy {
    fn of(fixtures: &Path, disk: &Path, entries: usize) -> Self {
        let folder = disk.join(format!("journal-{entries}"));
        copy_into(&fixture::vault(fixtures, entries), &folder);
        Self { key: raw::data_key(&folder, &SECRET), folder }
    }

    fn session(&self, seed: u64) -> Session {
        let secret = secret_of(SECRET[0]);
        Session::open(&key_of(&self.folder, &secret), "en-GB", Box::new(Seeded(seed))).expect("it opens")
    }

    fn by_hand(&self) -> Connection {
        by_hand::open(&self.folder, &self.key)
    }
}

/// Measures; vaults are taken from below `fixtures`, or made there, and copied to `disk`.
pub fn rows(disk: &Path, fixtures: &Path) -> Vec<Row> {
    let copies = [YOUNG, TEN_YEARS].map(|entries| Copy::of(fixtures, disk, entries));
    let mut rows = Vec::new();
    told(&mut rows, "open and home", Budget::Time(OPEN), Budget::Ratio(1.5), Budget::Ratio(1.2), opened(&copies));
    let vocabulary = Vocabulary::new();
    let ctx = now(END);
    let found = |session: &Session, word: &str, order| -> Vec<by_hand::Id> {
        session.search(&ctx, word, order, None).expect("found").hits.iter().map(|hit| bytes(hit.entry.id)).collect()
    };
    let search = |word: &str| read(&copies, |session| found(session, word, SearchOrder::Newest), |db| by_hand::search(db, word));
    // Of entries that are as good, by hand any may come first.
    let best =
        |word: &str| read(&copies, |session| found(session, word, SearchOrder::Best).len(), |db| by_hand::search_best(db, word).len());
    let (ratio, growth) = (Budget::Ratio(1.3), Budget::Told);
    told(&mut rows, "search, common word", Budget::Time(SEARCH_COMMON), ratio, growth, search(COMMON));
    told(&mut rows, "search, rare word", Budget::Time(SEARCH_RARE), ratio, growth, search(vocabulary.rare()));
    told(&mut rows, "search, common word, best first", Budget::Told, Budget::Told, growth, best(COMMON));
    told(&mut rows, "month", Budget::Time(MONTH), Budget::Told, growth, month(&copies, &ctx));
    told(&mut rows, "timeline page", Budget::Time(PAGE), Budget::Told, growth, timeline(&copies));
    let [drafts, new, again] = saved(&copies);
    told(&mut rows, "keep a draft", Budget::Time(SAVE), Budget::Told, growth, drafts);
    told(&mut rows, "save a new entry", Budget::Time(SAVE), Budget::Ratio(1.5), growth, new);
    told(&mut rows, "save an entry again", Budget::Time(SAVE), Budget::Ratio(1.5), growth, again);
    rows
}

/// Three rows of one thing: on the old vault, beside SQL by hand there, and beside the young one.
fn told(rows: &mut Vec<Row>, name: &str, time: Budget, ratio: Budget, growth: Budget, times: Times) {
    let Times { young: [young, _], old: [old, hand] } = times;
    let [young, old, hand] = [young, old, hand].map(median);
    let mut row = |name: String, budget, reference| rows.push(Row { name, measured: old, budget, reference });
    row(format!("{name}, {TEN_YEARS} entries"), time, None);
    row(format!("{name}, beside SQL by hand"), ratio, Some(hand));
    row(format!("{name}, from {YOUNG} to {TEN_YEARS} entries"), growth, Some(young));
}

/// Opening the closed vault and everything on its first screen; closing is not timed.
fn opened(copies: &[Copy; 2]) -> Times {
    let ctx = now(END);
    let today = ctx.today().expect("a day");
    let first = today.minus_days(27).to_string();
    let mut times = Times::default();
    for turn in 0..=OPENINGS {
        for (copy, times) in copies.iter().zip([&mut times.young, &mut times.old]) {
            let (core, (session, home)) = timed(|| {
                let session = copy.session(turn as u64 + 10);
                let home = session.home(&ctx).expect("a home");
                (session, home)
            });
            drop(session);
            let (hand, (db, rows)) = timed(|| {
                let db = copy.by_hand();
                let rows = by_hand::home(&db, &copy.folder, &first, &today.to_string());
                (db, rows)
            });
            db.close().expect("closed");
            assert_eq!(counted(home), rows);
            // The first one is for the caches of files and code.
            if turn > 0 {
                times[0].push(core);
                times[1].push(hand);
            }
        }
    }
    times
}

/// What the first screen shows, as plain SQL counts it.
fn counted(home: Home) -> by_hand::HomeRows {
    by_hand::HomeRows {
        written: home.journal.days_written as usize,
        last: home.journal.last.map(|last| bytes(last.id)).expect("an entry"),
        drafts: home.journal.open_drafts.len(),
        runs: 3,
        answers: 3 * home.last_run.map_or(0, |run| run.answered),
        checked_in: home.check_in.strip.answered as usize,
        active: home.practice.active.len(),
        agreements_due: home.together.map_or(0, |together| together.agreements_due as usize),
    }
}

/// Something read again and again while the vault is open, by both on the same file.
fn read<T: PartialEq>(copies: &[Copy; 2], core: impl Fn(&Session) -> T, hand: impl Fn(&Connection) -> T) -> Times {
    let mut times = Times::default();
    let open = copies.each_ref().map(|copy| (copy.session(3), copy.by_hand()));
    for turn in 0..=READINGS {
        for ((session, db), times) in open.iter().zip([&mut times.young, &mut times.old]) {
            let (in_core, one) = timed(|| core(session));
            let (by_hand, other) = timed(|| hand(db));
            if turn > 0 {
                times[0].push(in_core);
                times[1].push(by_hand);
            } else {
                assert!(one == other, "both have to read the same");
            }
        }
    }
    times
}

fn month(copies: &[Copy; 2], ctx: &NowContext) -> Times {
    let month: Month = "2026-10".parse().expect("a month");
    let core = |session: &Session| {
        let view = session.journal(ctx, Some(month)).expect("a month");
        let days = view.days.iter().filter(|day| day.entries > 0).count();
        let checked_in = view.days.iter().filter(|day| day.check_in).count();
        (days, checked_in, view.page.entries.iter().map(|entry| bytes(entry.id)).collect(), i64::from(view.total + view.trashed))
    };
    read(copies, core, |db| by_hand::month(db, &month.first().to_string(), &month.last().to_string()))
}

/// A page in the midst of the list.
fn timeline(copies: &[Copy; 2]) -> Times {
    let mut times = Times::default();
    for (copy, times) in copies.iter().zip([&mut times.young, &mut times.old]) {
        let (session, db) = (copy.session(5), copy.by_hand());
        let mut page = session.journal_page(None, None).expect("a page");
        for turn in 0..=READINGS {
            if turn % 4 == 0 {
                page = session.journal_page(None, None).expect("a page");
            }
            let after = page.next.take().expect("more pages");
            let (core, next) = timed(|| session.journal_page(None, Some(&after)).expect("a page"));
            let (hand, rows) = timed(|| by_hand::timeline_page(&db, &page.entries[49].day.to_string()));
            // By hand it begins at a day, so that the two pages overlap by a part of it.
            assert_eq!((next.entries.len(), rows.len()), (50, 50));
            if turn > 0 {
                times[0].push(core);
                times[1].push(hand);
            }
            page = next;
        }
    }
    times
}

/// What is typed is kept in a draft, then saved into the index: new entries, and new texts of entries from the whole
/// journal, whose words before go into the history and out of the index.
fn saved(copies: &[Copy; 2]) -> [Times; 3] {
    let (mut drafts, mut new, mut again) = (Times::default(), Times::default(), Times::default());
    let mut writer = Writer::new(0xbe7c);
    for round in 0..ROUNDS {
        for (place, copy) in copies.iter().enumerate() {
            let of = |times: &mut Times, side: usize, time| match place {
                0 => times.young[side].push(time),
                _ => times.old[side].push(time),
            };
            let ctx = now(END + i64::try_from(round).expect("small") * DAY);
            let mut db = copy.by_hand();
            let all = by_hand::plain_entries(&db);
            // Spread over the whole journal, and never the same one twice.
            let step = all.len() / (2 * SAVINGS * ROUNDS);
            let chosen: Vec<_> = all.iter().skip(round).step_by(step.max(1)).take(2 * SAVINGS).cloned().collect();
            let (for_core, for_hand) = chosen.split_at(SAVINGS);
            let day = ctx.today().expect("a day").to_string();
            for number in 0..SAVINGS {
                let body = writer.text(150);
                let draft = by_hand::begin_new(&mut db, &day);
                by_hand::save_new_draft(&mut db, draft, &body);
                let (entry, ()) = timed(|| by_hand::save_new(&mut db, draft, &body));
                if number > 0 {
                    of(&mut new, 1, entry);
                }
            }
            for (number, (seq, _)) in for_hand.iter().enumerate() {
                let body = writer.text(150);
                by_hand::begin_draft(&mut db, *seq);
                let (draft, ()) = timed(|| by_hand::save_draft(&mut db, *seq, &body));
                let (entry, ()) = timed(|| by_hand::save_entry(&mut db, *seq, &body));
                if number > 0 {
                    of(&mut drafts, 1, draft);
                    of(&mut again, 1, entry);
                }
            }
            db.close().expect("closed");
            let session = copy.session(100 + round as u64);
            for number in 0..SAVINGS {
                let editor = session.begin_entry(&ctx, &NewEntry::default()).expect("begun");
                let content = EntryContent { body: writer.text(150), ..editor.content };
                session.save_draft(&ctx, editor.draft, &content).expect("kept");
                let (entry, _) = timed(|| session.save_entry(&ctx, editor.draft, &content).expect("saved"));
                if number > 0 {
                    of(&mut new, 0, entry);
                }
            }
            for (number, (_, id)) in for_core.iter().enumerate() {
                let id = EntryId::from_bytes(id.as_slice().try_into().expect("16 bytes"));
                let editor = session.edit_entry(&ctx, id).expect("opened");
                let content = EntryContent { body: writer.text(150), ..editor.content };
                let (draft, _) = timed(|| session.save_draft(&ctx, editor.draft, &content).expect("kept"));
                let (entry, _) = timed(|| session.save_entry(&ctx, editor.draft, &content).expect("saved"));
                if number > 0 {
                    of(&mut drafts, 0, draft);
                    of(&mut again, 0, entry);
                }
            }
        }
    }
    [drafts, new, again]
}

fn bytes(id: EntryId) -> by_hand::Id {
    id.as_bytes().to_vec()
}
