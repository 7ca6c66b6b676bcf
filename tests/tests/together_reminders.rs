//! What the reminders hold of agreements and of the next check-in: made, moved, dropped, made up for when they could not be
//! told, and silent for as long as care mode is on.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{Afterwards, AgreementDraft, NotificationPermission, Platform, Reminders, RuleDraft, RuleView, Session};
use ampersand_core::checkin::together::agreement::{Review, ReviewOutcome, Who};
use ampersand_core::checkin::together::stage::{MeetingMove, MeetingStage};
use ampersand_core::reminder::repeat::Repeat;
use ampersand_core::reminder::rule::{Completion, DEFAULT_GRACE_MIN, ReminderKind, SlotTime};
use ampersand_core::time::{CivilDate, NowContext};
use ampersand_tests::together::{agreed, brought_to, rules};
use ampersand_tests::world::{ALL_NO, Seeded, at, create};
use std::fs;
use std::path::Path;

const FILE: &str = "reminders.db";

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn in_vault() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 51);
    (folder, session)
}

fn reminders(folder: &Path) -> Reminders {
    Reminders::open(folder, Box::new(Seeded(52))).unwrap()
}

fn shown(rule: &RuleView) -> (ReminderKind, bool, String, Vec<String>) {
    let Repeat::Once(day) = rule.repeat else { return (rule.kind, rule.enabled, "no day".into(), Vec::new()) };
    let times = rule.slots.iter().map(|slot| match slot.time {
        SlotTime::At(at) => at.to_string(),
        SlotTime::Window { .. } => "a window".into(),
    });
    (rule.kind, rule.enabled, day.to_string(), times.collect())
}

fn all(folder: &Path, ctx: &NowContext) -> Vec<(ReminderKind, bool, String, Vec<String>)> {
    rules(folder, ctx).iter().map(shown).collect()
}

fn once(kind: ReminderKind, enabled: bool, day: &str, time: &str) -> (ReminderKind, bool, String, Vec<String>) {
    (kind, enabled, day.into(), vec![time.into()])
}

fn reviewed(outcome: ReviewOutcome, next: Option<&str>) -> Review {
    Review { outcome, note: None, next_review_on: next.map(day) }
}

#[test]
fn an_agreement_reminds_of_its_day_until_it_is_closed() {
    let (folder, session) = in_vault();
    let (_, agreement) = agreed(&session, &at(0, 0), "Walks", "2026-11-30");
    assert_eq!(all(folder.path(), &at(0, 0)), [once(ReminderKind::Agreement, true, "2026-11-30", "10:00")]);
    let next = session.home(&at(0, 1)).unwrap().reminders.next.unwrap();
    assert_eq!((next.local_date, next.kinds), (day("2026-11-30"), vec![ReminderKind::Agreement]));
    let view = session.review_agreement(&at(7, 0), agreement.id, &reviewed(ReviewOutcome::Partly, Some("2026-12-14"))).unwrap();
    assert!(view.reminders_told);
    assert_eq!(all(folder.path(), &at(7, 0)), [once(ReminderKind::Agreement, true, "2026-12-14", "10:00")]);
    // 10:00 of the day it was reviewed on passes without a word.
    assert!(session.home(&at(7, 2)).unwrap().reminders.due.is_empty());
    session.review_agreement(&at(8, 0), agreement.id, &reviewed(ReviewOutcome::LetGo, None)).unwrap();
    assert_eq!(all(folder.path(), &at(8, 0)), []);
}

#[test]
fn a_notification_that_is_on_screen_is_taken_away_by_the_review() {
    let (folder, session) = in_vault();
    let (_, agreement) = agreed(&session, &at(0, 0), "Walks", "2026-11-24");
    let reminders = reminders(folder.path());
    let plan = |ctx: &NowContext| {
        let replan = reminders.replan(ctx, Platform::Android, NotificationPermission::Granted).unwrap();
        let ids: Vec<_> = replan.set.iter().map(|fire| fire.id).collect();
        assert!(reminders.registered(replan.generation, &ids).unwrap());
        replan
    };
    let fire = plan(&at(0, 1)).set[0].id;
    reminders.on_fire(&at(1, 1), fire).unwrap();
    reminders.shown(&at(1, 1), fire).unwrap();
    assert!(plan(&at(1, 1)).withdraw.is_empty(), "nobody has looked yet");
    session.review_agreement(&at(1, 2), agreement.id, &reviewed(ReviewOutcome::NotYet, Some("2026-12-01"))).unwrap();
    let replan = plan(&at(1, 2));
    assert_eq!(replan.withdraw.iter().map(|it| it.id).collect::<Vec<_>>(), [fire]);
    assert_eq!(replan.set[0].local_date, day("2026-12-01"));
}

#[test]
fn a_next_day_is_reminded_of_until_the_talk_of_that_day_starts() {
    let (folder, session) = in_vault();
    let id = brought_to(&session, &at(0, 0), MeetingStage::Afterwards).id;
    let next = |on: Option<&str>| {
        let afterwards = Afterwards { next_on: on.map(day), ..Afterwards::default() };
        session.save_afterwards(&at(0, 0), id, &afterwards).unwrap()
    };
    assert!(next(Some("2026-11-28")).reminders_told);
    assert!(next(Some("2026-11-30")).reminders_told);
    assert_eq!(all(folder.path(), &at(0, 0)), [once(ReminderKind::Together, true, "2026-11-30", "18:00")]);
    next(None);
    assert_eq!(all(folder.path(), &at(0, 0)), []);
    next(Some("2026-11-30"));
    session.move_meeting(&at(0, 0), id, MeetingMove::Finish).unwrap();
    let preparing = brought_to(&session, &at(6, 0), MeetingStage::Choosing);
    assert_eq!(all(folder.path(), &at(6, 0)).len(), 1, "preparing is not yet talking");
    session.move_meeting(&at(7, 0), preparing.id, MeetingMove::Start { minutes: 20 }).unwrap();
    assert_eq!(all(folder.path(), &at(7, 0)), []);
    assert_eq!(session.together(&at(7, 0)).unwrap().next_on, None);
}

#[test]
fn what_a_person_changed_of_a_rule_stays_when_its_day_moves() {
    let (folder, session) = in_vault();
    let (id, agreement) = agreed(&session, &at(0, 0), "Walks", "2026-11-30");
    let rule = rules(folder.path(), &at(0, 0)).remove(0);
    let RuleView { id: known, kind, repeat, grace_min, nudge_after_min, completion, back_off, .. } = rule;
    let draft = RuleDraft {
        id: Some(known),
        kind,
        enabled: false,
        times: vec![SlotTime::At("19:30".parse().unwrap())],
        repeat,
        starts_on: None,
        ends_on: None,
        grace_min,
        nudge_after_min,
        completion,
        back_off,
    };
    reminders(folder.path()).save_rule(&at(0, 1), &draft).unwrap();
    let change = |what: &str, on: &str| {
        let draft = AgreementDraft { id: Some(agreement.id), who: Who::Me, what: what.into(), review_on: day(on) };
        session.save_agreement(&at(0, 2), id, &draft).unwrap()
    };
    change("Runs", "2026-11-30");
    assert_eq!(all(folder.path(), &at(0, 2)), [once(ReminderKind::Agreement, false, "2026-11-30", "19:30")]);
    change("Runs", "2026-12-01");
    assert_eq!(all(folder.path(), &at(0, 2)), [once(ReminderKind::Agreement, false, "2026-12-01", "19:30")]);
    reminders(folder.path()).delete_rule(&at(0, 3), known).unwrap();
    session.home(&at(0, 3)).unwrap();
    assert_eq!(all(folder.path(), &at(0, 3)), [], "what a person took away is not made again by itself");
}

/// The file cannot be written, or the phone dies between the two files: the vault is saved, and the first screen makes up
/// for it.
#[test]
fn what_the_reminders_could_not_be_told_they_are_told_by_the_first_screen() {
    let (folder, session) = in_vault();
    let (_, kept) = agreed(&session, &at(0, 0), "Walks", "2026-11-30");
    let aside = fs::read(folder.path().join(FILE)).unwrap();
    fs::write(folder.path().join(FILE), "no database").unwrap();
    let id = session.together(&at(0, 1)).unwrap().meeting.unwrap().id;
    let draft = AgreementDraft { id: None, who: Who::Me, what: "Tea".into(), review_on: day("2026-12-01") };
    let view = session.save_agreement(&at(0, 1), id, &draft).unwrap();
    assert!(!view.reminders_told && view.agreements.len() == 2);
    assert!(!session.delete_agreement(&at(0, 1), id, kept.id).unwrap().reminders_told);
    let home = session.home(&at(0, 1)).unwrap();
    assert!(home.reminders.unreadable && home.together.unwrap().agreements_due == 0);
    assert!(!session.together(&at(0, 1)).unwrap().reminders_told);
    fs::write(folder.path().join(FILE), aside).unwrap();
    assert_eq!(all(folder.path(), &at(0, 2)), [once(ReminderKind::Agreement, true, "2026-11-30", "10:00")], "as it was");
    session.home(&at(0, 2)).unwrap();
    assert_eq!(all(folder.path(), &at(0, 2)), [once(ReminderKind::Agreement, true, "2026-12-01", "10:00")]);
    assert!(session.meeting(&at(0, 2), id).unwrap().reminders_told);
}

#[test]
fn in_care_mode_nothing_that_needs_the_partner_speaks() {
    let (folder, session) = in_vault();
    let (_, agreement) = agreed(&session, &at(0, 0), "Walks", "2026-11-30");
    let screen = reminders(folder.path());
    let own = |kind, enabled| {
        let draft = RuleDraft {
            id: None,
            kind,
            enabled,
            times: vec![SlotTime::At("21:00".parse().unwrap())],
            repeat: Repeat::Once(day("2026-12-24")),
            starts_on: None,
            ends_on: None,
            grace_min: DEFAULT_GRACE_MIN,
            nudge_after_min: None,
            completion: Completion::Day,
            back_off: false,
        };
        screen.save_rule(&at(0, 0), &draft).unwrap();
    };
    own(ReminderKind::Together, true);
    own(ReminderKind::Together, false);
    own(ReminderKind::DailyCheckIn, true);
    let on = |ctx: &NowContext| rules(folder.path(), ctx).iter().map(|rule| rule.enabled).collect::<Vec<_>>();
    assert_eq!(on(&at(0, 0)), [true, true, false, true]);
    session.enter_care_mode().unwrap();
    assert_eq!(on(&at(0, 1)), [false, false, false, true], "at once");
    let next = session.home(&at(0, 1)).unwrap().reminders.next.unwrap();
    assert_eq!(next.kinds, [ReminderKind::DailyCheckIn]);
    // Somebody switches one on, or makes another, on the screen that opens without a key.
    own(ReminderKind::Agreement, true);
    session.home(&at(0, 2)).unwrap();
    assert_eq!(on(&at(0, 2)), [false, false, false, true, false]);
    session.leave_care_mode(&ALL_NO).unwrap();
    session.home(&at(8, 0)).unwrap();
    assert_eq!(on(&at(8, 0)), [true, true, false, true, true], "and what was off before stays off");
    let back = rules(folder.path(), &at(8, 0)).remove(0);
    assert_eq!(back.effective_from, at(8, 0).now.millis(), "nothing is said that was due meanwhile");
    session.review_agreement(&at(8, 0), agreement.id, &reviewed(ReviewOutcome::Kept, None)).unwrap();
    assert_eq!(all(folder.path(), &at(8, 0)).len(), 4);
}

#[test]
fn care_mode_is_made_up_for_where_the_reminders_could_not_be_told() {
    let (folder, session) = in_vault();
    agreed(&session, &at(0, 0), "Walks", "2026-11-30");
    let file = folder.path().join(FILE);
    let speaking = fs::read(&file).unwrap();
    fs::write(&file, "no database").unwrap();
    assert!(session.enter_care_mode().unwrap().care_mode, "it never fails for a reminder");
    fs::write(&file, speaking).unwrap();
    let enabled = |ctx: &NowContext| rules(folder.path(), ctx)[0].enabled;
    assert!(enabled(&at(0, 1)), "not told yet");
    session.home(&at(0, 1)).unwrap();
    assert!(!enabled(&at(0, 1)));
    let silent = fs::read(&file).unwrap();
    fs::write(&file, "no database").unwrap();
    session.leave_care_mode(&ALL_NO).unwrap();
    session.home(&at(0, 2)).unwrap();
    fs::write(&file, silent).unwrap();
    assert!(!enabled(&at(0, 3)));
    session.home(&at(0, 3)).unwrap();
    assert!(enabled(&at(0, 3)));
}
