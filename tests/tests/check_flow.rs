//! The Check from end to end on a real vault: taking it, leaving and coming back, a second one, what counts, and what is
//! said about change.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::app::{ChangeReport, CheckResult, NewCheck, Session};
use ampersand_core::assessment::answers::ItemAnswer;
use ampersand_core::assessment::change::Claim;
use ampersand_core::assessment::draft::{DraftState, PartnerContext};
use ampersand_core::assessment::instrument::{Item, ScaleId};
use ampersand_core::assessment::quality::QualityFlag;
use ampersand_core::assessment::retest::RetestOffer;
use ampersand_core::assessment::run::{BaselineChoice, Inclusion, LifeEvent};
use ampersand_core::error::{Clash, Error, Missing};
use ampersand_core::ids::{Entropy, EntropyUnavailable, RunId};
use ampersand_core::time::CivilDate;
use ampersand_tests::world::{
    ALL_NO, DAY, HOUR, START, Seeded, answered, at, create, current, given, instrument, key_of, leaning, now, open, secret_of, taken,
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tempfile::TempDir;

fn fresh() -> (TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 77);
    (folder, session)
}

fn date(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[allow(clippy::unnecessary_wraps, reason = "a way of answering, and others skip")]
fn all_twos(_: &Item) -> Option<i32> {
    Some(2)
}

fn result(session: &Session, run: RunId) -> CheckResult {
    session.check_result(run).unwrap()
}

#[test]
fn a_whole_check() {
    let (folder, session) = fresh();
    assert!(session.home(&at(0, 0)).unwrap().first_run);
    assert_eq!(session.complete_first_run(Some("  Robin ")).unwrap().name.as_deref(), Some("Robin"));

    let draft = session.begin_check(&at(0, 0), current(false)).unwrap();
    assert_eq!((draft.resumed, draft.next, draft.answers.len(), draft.instrument.items.len()), (false, 0, 0, 38));
    for (position, item) in instrument().items.iter().enumerate() {
        let value = if position == 4 { None } else { leaning(3, 1)(item) };
        let progress = session.answer_check(&at(0, 0), draft.run, &ItemAnswer { item: item.id.clone(), value, ms: Some(4_000) }).unwrap();
        assert_eq!((progress.answered + progress.skipped, progress.next, progress.of), (position + 1, position + 1, 38));
    }
    let review = session.review_check(&at(0, 0), draft.run).unwrap();
    assert_eq!((review.progress.answered, review.progress.skipped, review.quality.low_confidence), (37, 1, false));
    let tags = [LifeEvent::Moved, LifeEvent::Illness, LifeEvent::Moved];
    let summary = session.finish_check(&at(0, 1), draft.run, &tags).unwrap();
    assert_eq!((summary.id, summary.day, summary.answered, summary.of), (draft.run, date("2026-11-23"), 37, 38));
    assert_eq!((summary.tags.as_slice(), summary.counts), (&[LifeEvent::Illness, LifeEvent::Moved][..], true));

    assert!(matches!(session.check_result(draft.run), Err(Error::Invalid(e)) if e.to_string() == "invalid safety: not_answered"));
    let outcome = session.answer_safety(&ALL_NO).unwrap();
    assert!(!outcome.care_mode && outcome.care_text.is_none() && !outcome.help.lines.is_empty());
    let told = result(&session, draft.run);
    let skipped = instrument().items[4].scale;
    for scale in &told.scores.scales {
        assert_eq!(scale.answered, scale.of - usize::from(scale.scale == skipped), "{:?}", scale.scale);
    }
    assert_eq!(told.change, ChangeReport::FirstRun);
    assert_eq!(told.suggestions.len(), 4);
    assert!(told.suggestions.windows(2).all(|pair| pair[0].need.need >= pair[1].need.need));
    assert!(told.titles.iter().chain(&told.about).all(|text| !text.is_empty()) && told.care.is_none());

    session.lock();
    let session = open(folder.path(), 78).unwrap();
    assert_eq!(result(&session, draft.run), told, "the same after closing and opening");
    let home = session.home(&at(0, 2)).unwrap();
    assert_eq!((home.first_run, home.name.as_deref(), home.safety_answered, home.care_mode), (false, Some("Robin"), true, false));
    assert_eq!((home.last_run, home.draft), (Some(summary), None));
}

#[test]
fn the_day_of_a_run_starts_at_four_in_the_morning() {
    let (_folder, session) = fresh();
    let draft = answered(&session, &at(0, 0), current(false), leaning(3, 1));
    // 02:00 on the 24th still belongs to the 23rd.
    assert_eq!(session.finish_check(&at(0, 17), draft, &[]).unwrap().day, date("2026-11-23"));
}

#[test]
fn leaving_and_coming_back() {
    let (folder, session) = fresh();
    let run = session.begin_check(&at(0, 0), current(false)).unwrap().run;
    for item in &instrument().items[..5] {
        session.answer_check(&at(0, 0), run, &given(&item.id, 3)).unwrap();
    }
    // Back to the second question: the answer is replaced, not added.
    session.answer_check(&at(0, 0), run, &given(&instrument().items[1].id, 1)).unwrap();
    session.lock();
    let session = open(folder.path(), 78).unwrap();
    let last = now(START + 48 * HOUR - 1);
    let again = session.begin_check(&last, current(false)).unwrap();
    assert_eq!((again.run, again.resumed, again.next, again.answers.len()), (run, true, 5, 5));
    assert_eq!((again.answers[1].value, again.answers[0].value), (Some(1), Some(3)));
    assert_eq!(again.resumable_until, START + 48 * HOUR);
    assert_eq!(session.resume_check(&last, run).unwrap(), again);
    let home = session.home(&last).unwrap().draft.unwrap();
    assert_eq!((home.run, home.answered, home.state), (run, 5, DraftState::Open));
}

#[test]
fn after_48_hours_a_draft_is_kept_and_a_fresh_one_begins() {
    let (_folder, session) = fresh();
    let old = session.begin_check(&at(0, 0), current(false)).unwrap().run;
    session.answer_check(&at(0, 0), old, &given("EF5", 3)).unwrap();
    let later = at(2, 0);
    let refused = |error| matches!(error, Error::Conflict { kind: Clash::DraftExpired, id } if id == old.to_string());
    assert!(refused(session.resume_check(&later, old).unwrap_err()));
    assert!(refused(session.answer_check(&later, old, &given("EF5", 1)).unwrap_err()));
    assert!(refused(session.finish_check(&later, old, &[]).unwrap_err()));
    let new = session.begin_check(&later, current(false)).unwrap();
    assert!(new.run != old && !new.resumed && new.answers.is_empty());
    let overview = session.check_overview(&later, PartnerContext::Current).unwrap();
    assert_eq!(overview.draft.unwrap().run, new.run);
    let kept: Vec<_> = overview.kept_drafts.iter().map(|draft| (draft.run, draft.state, draft.answered)).collect();
    assert_eq!(kept, [(old, DraftState::Expired, 1)]);
    session.delete_check(old).unwrap();
    assert!(session.check_overview(&later, PartnerContext::Current).unwrap().kept_drafts.is_empty());
}

#[test]
fn a_fresh_one_keeps_the_open_one() {
    let (_folder, session) = fresh();
    let first = session.begin_check(&at(0, 0), current(false)).unwrap().run;
    let second = session.begin_check(&at(0, 1), current(true)).unwrap();
    assert!(second.run != first && !second.resumed);
    let overview = session.check_overview(&at(0, 2), PartnerContext::Current).unwrap();
    assert_eq!((overview.draft.unwrap().run, overview.kept_drafts[0].run), (second.run, first));
    assert!(session.resume_check(&at(0, 2), first).unwrap().resumed, "by its id it still goes on");
}

#[test]
fn whom_it_is_about_keeps_runs_apart() {
    let (_folder, session) = fresh();
    let run = taken(&session, &at(0, 0), leaning(3, 1));
    let about = |partner_context| NewCheck { partner_context, fresh: false };
    let other = session.begin_check(&at(1, 0), about(PartnerContext::ClosestPerson)).unwrap();
    assert!(!other.resumed, "a run about somebody else is not too soon");
    let overview = session.check_overview(&at(1, 0), PartnerContext::Current).unwrap();
    assert!(overview.draft.is_none() && overview.kept_drafts.is_empty());
    let overview = session.check_overview(&at(1, 0), PartnerContext::ClosestPerson).unwrap();
    assert_eq!((overview.draft.unwrap().run, overview.retest), (other.run, RetestOffer::First));
    assert_eq!(overview.runs.runs[0].id, run, "the list holds all of them");
    assert!(!session.begin_check(&at(1, 0), about(PartnerContext::MostRecent)).unwrap().resumed);
}

#[test]
fn a_second_one_never_before_28_days_and_offered_at_42() {
    let (_folder, session) = fresh();
    let offer = |days| session.check_overview(&at(days, 0), PartnerContext::Current).unwrap().retest;
    assert_eq!(offer(0), RetestOffer::First);
    taken(&session, &at(0, 0), leaning(3, 1));
    let (from, suggested) = (date("2026-12-21"), date("2027-01-04"));
    assert_eq!(offer(27), RetestOffer::TooSoon { from, suggested });
    for fresh in [true, false] {
        let refused = session.begin_check(&at(27, 0), current(fresh)).unwrap_err();
        assert_eq!(refused.to_string(), "invalid retest: too_soon");
    }
    assert_eq!(offer(28), RetestOffer::Possible { suggested });
    assert_eq!(offer(42), RetestOffer::Due { since: suggested });
    assert_eq!(session.home(&at(42, 0)).unwrap().retest, offer(42));
    assert!(!session.begin_check(&at(28, 0), current(false)).unwrap().resumed);
}

#[test]
fn hurried_answers_are_kept_and_left_out_until_they_are_included() {
    let (_folder, session) = fresh();
    session.answer_safety(&ALL_NO).unwrap();
    let draft = answered(&session, &at(0, 0), current(false), all_twos);
    let quality = session.review_check(&at(0, 0), draft).unwrap().quality;
    assert!(quality.low_confidence && quality.flags.contains(&QualityFlag::SameAnswer), "{quality:?}");
    let summary = session.finish_check(&at(0, 0), draft, &[]).unwrap();
    assert_eq!((summary.low_confidence, summary.inclusion, summary.counts), (true, Inclusion::Automatic, false));
    assert_eq!(result(&session, draft).change, ChangeReport::LeftOut);
    assert_eq!(session.home(&at(0, 1)).unwrap().retest, RetestOffer::First, "a run that does not count is not waited for");

    let summary = session.include_check(draft).unwrap();
    assert_eq!((summary.low_confidence, summary.inclusion, summary.counts), (true, Inclusion::Included, true));
    assert_eq!(result(&session, draft).change, ChangeReport::FirstRun);
    let summary = session.exclude_check(draft).unwrap();
    assert_eq!((summary.inclusion, summary.counts), (Inclusion::Excluded, false));
    assert_eq!(session.check_runs(None).unwrap().runs, [summary], "left out, and still in the list");

    session.delete_check(draft).unwrap();
    assert!(session.check_runs(None).unwrap().runs.is_empty());
    for refused in [session.delete_check(draft).err(), session.include_check(draft).err(), session.check_result(draft).err()] {
        assert!(matches!(refused, Some(Error::NotFound { kind: Missing::Run, id }) if id == draft.to_string()));
    }
}

fn claim(told: &CheckResult, scale: ScaleId) -> Claim {
    let ChangeReport::Compared { changes, .. } = &told.change else { panic!("{:?}", told.change) };
    changes.scales[ScaleId::ALL.iter().position(|other| *other == scale).unwrap()].claim
}

fn baseline(told: &CheckResult) -> Option<(RunId, i64)> {
    match &told.change {
        ChangeReport::Compared { baseline, days_between, .. } => Some((*baseline, *days_between)),
        _ => None,
    }
}

#[test]
fn a_change_is_likely_once_and_seen_twice_when_it_stays() {
    let (_folder, session) = fresh();
    session.answer_safety(&ALL_NO).unwrap();
    let first = taken(&session, &at(0, 0), leaning(4, 1));
    let second = taken(&session, &at(42, 0), leaning(1, 3));
    let third = taken(&session, &at(84, 0), leaning(1, 3));
    let told = result(&session, second);
    assert_eq!(
        (baseline(&told), claim(&told, ScaleId::Ef), claim(&told, ScaleId::St)),
        (Some((first, 42)), Claim::Likely, Claim::NotClaimed)
    );
    let told = result(&session, third);
    assert_eq!((baseline(&told), claim(&told, ScaleId::Ef)), (Some((first, 84)), Claim::SeenTwice));
    let back = taken(&session, &at(126, 0), leaning(4, 1));
    assert_eq!(claim(&result(&session, back), ScaleId::Ef), Claim::Same);
    session.exclude_check(first).unwrap();
    assert_eq!(result(&session, first).change, ChangeReport::LeftOut);
    assert_eq!(result(&session, second).change, ChangeReport::FirstRun, "the next that counts is the baseline");
}

#[test]
fn the_baseline_is_the_first_or_the_second_as_chosen() {
    let (_folder, session) = fresh();
    session.answer_safety(&ALL_NO).unwrap();
    let may_choose = |days| session.check_overview(&at(days, 0), PartnerContext::Current).unwrap().may_choose_baseline;
    let first = taken(&session, &at(0, 0), leaning(3, 1));
    assert!(!may_choose(1));
    let second = taken(&session, &at(30, 0), leaning(3, 2));
    assert!(may_choose(31));
    let third = taken(&session, &at(60, 0), leaning(1, 3));
    assert_eq!(baseline(&result(&session, third)), Some((first, 60)));
    assert_eq!(session.choose_baseline(BaselineChoice::Second).unwrap().baseline, BaselineChoice::Second);
    assert_eq!(baseline(&result(&session, third)), Some((second, 30)));
    assert_eq!(result(&session, second).change, ChangeReport::FirstRun);
    session.choose_baseline(BaselineChoice::First).unwrap();
    assert_eq!(baseline(&result(&session, second)), Some((first, 30)));
}

#[test]
fn runs_too_close_to_the_baseline_say_from_when() {
    let (_folder, session) = fresh();
    session.answer_safety(&ALL_NO).unwrap();
    let left_out = taken(&session, &at(0, 0), all_twos);
    let other = taken(&session, &at(10, 0), leaning(3, 1));
    session.include_check(left_out).unwrap();
    assert_eq!(result(&session, other).change, ChangeReport::TooSoon { from: date("2026-12-21") });
}

#[test]
fn lists_come_in_pages_of_fifty() {
    let (_folder, session) = fresh();
    let mut runs: Vec<RunId> = Vec::new();
    for n in 0..53 {
        let run = session.begin_check(&at(n, 0), current(false)).unwrap().run;
        session.answer_check(&at(n, 0), run, &given("EF5", 1)).unwrap();
        runs.push(session.finish_check(&at(n, 0), run, &[]).unwrap().id);
        session.exclude_check(run).unwrap();
    }
    runs.reverse();
    let page = session.check_runs(None).unwrap();
    assert_eq!((page.runs.len(), page.next), (50, Some(runs[49])));
    let rest = session.check_runs(page.next).unwrap();
    assert_eq!((rest.runs.len(), rest.next), (3, None));
    let all: Vec<RunId> = page.runs.iter().chain(&rest.runs).map(|run| run.id).collect();
    assert_eq!(all, runs);
}

/// Random numbers whose source falls over at its second draw.
struct Falling(Seeded, u32);

impl Entropy for Falling {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyUnavailable> {
        self.1 += 1;
        match self.1 {
            2 => panic!("the source of randomness fell over"),
            3 => Err(EntropyUnavailable),
            _ => self.0.fill(bytes),
        }
    }
}

#[test]
fn a_panic_in_a_call_leaves_nothing_and_the_next_call_works() {
    let (folder, session) = fresh();
    session.lock();
    let session = Session::open(&key_of(folder.path(), &secret_of(7)), "en", Box::new(Falling(Seeded(8), 0))).unwrap();
    let kept = session.begin_check(&at(0, 0), current(false)).unwrap().run;
    assert!(catch_unwind(AssertUnwindSafe(|| session.begin_check(&at(0, 1), current(true)))).is_err());
    let refused = session.begin_check(&at(0, 1), current(true)).unwrap_err();
    assert!(matches!(&refused, Error::Storage(error) if error.code() == "no_randomness"), "{refused}");
    let overview = session.check_overview(&at(0, 1), PartnerContext::Current).unwrap();
    assert_eq!((overview.draft.unwrap().run, overview.kept_drafts.len()), (kept, 0), "neither left a draft");
    assert!(session.begin_check(&at(0, 2), current(true)).unwrap().run != kept);
}

#[test]
fn a_clock_set_back_closes_nothing() {
    let (_folder, session) = fresh();
    let run = session.begin_check(&at(10, 0), current(false)).unwrap().run;
    assert_eq!(session.begin_check(&now(START + 9 * DAY), current(false)).unwrap().run, run);
    for millis in [0, 4_102_444_800_000] {
        session.home(&now(millis)).unwrap();
    }
}
