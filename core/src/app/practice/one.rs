//! One practice, and what is active.

use super::shelves::Needs;
use super::views::{ActivePractice, Attempt, IfThenPlan, PracticeGlimpse, PracticeRef, PracticeStep, PracticeView, WhySuggested};
use crate::app::{Session, settings};
use crate::error::Error;
use crate::practice::active::{Days, MOST_ACTIVE, StepCount, next_step};
use crate::practice::attempt;
use crate::practice::catalogue::{Catalogue, Practice};
use crate::practice::learn::Learn;
use crate::storage::practices::{self, Active, OwnStep, StoredAttempt, StoredPlan};
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

impl Session {
    /// A practice.
    ///
    /// # Errors
    /// As [`Catalogue::practice`]; `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn practice(&self, ctx: &NowContext, id: &str) -> Result<PracticeView, Error> {
        let today = ctx.today()?;
        self.read(|tx| view(tx, id, today))
    }
}

/// A practice as its screen shows it; the reminders know of everything.
pub(super) fn view(tx: &Transaction<'_>, id: &str, today: CivilDate) -> Result<PracticeView, Error> {
    let stored = settings::load(tx)?;
    let catalogue = Catalogue::current()?;
    let practice = catalogue.practice(id, stored.care_mode)?;
    let actives = open(catalogue, practices::active(tx)?, stored.care_mode);
    let since = actives.iter().find(|(active, _)| active.id == id).map(|(_, since)| *since);
    let steps = Steps::load(tx, practice)?;
    let (counts, days) = practices::counts(tx, id, since.unwrap_or(today), today)?;
    let active = since.map(|since| active(tx, practice, since, &steps, (&counts, days), today)).transpose()?;
    let full = active.is_none() && actives.len() >= MOST_ACTIVE;
    let marks = practices::marks(tx)?;
    let because = because(Needs::load(tx, &stored)?.as_ref(), practice, Learn::current()?, &marks);
    let counted = |step: u32| counts.iter().find(|count| count.step == step);
    Ok(PracticeView {
        id: practice.id.clone(),
        area: practice.area,
        title: practice.title.clone(),
        why: practice.why.clone(),
        attempts: practices::attempts(tx, id)?.into_iter().map(|it| shown(it, &steps)).collect(),
        may_begin: active.is_none() && !full,
        full_with: actives.iter().filter(|_| full).map(|(practice, _)| reference(practice)).collect(),
        active,
        because,
        days: attempt::days(today),
        reminders_told: true,
        steps: steps
            .all()
            .map(|(index, text, own)| PracticeStep {
                index,
                text: text.to_owned(),
                done: counted(index).map_or(0, |count| count.done),
                tried: counted(index).map_or(0, |count| count.tried),
                own: own.map(|own| own.entry),
            })
            .collect(),
    })
}

/// What the first screen shows of practices.
pub(in crate::app) fn glimpse(tx: &Transaction<'_>, today: CivilDate, care_mode: bool) -> Result<PracticeGlimpse, Error> {
    let active = actives(tx, today, care_mode)?;
    Ok(PracticeGlimpse { came_back: active.iter().any(|it| it.came_back), active })
}

/// What is active, in the order in which it was begun.
pub(super) fn actives(tx: &Transaction<'_>, today: CivilDate, care_mode: bool) -> Result<Vec<ActivePractice>, Error> {
    let open = open(Catalogue::current()?, practices::active(tx)?, care_mode);
    let stands = open.into_iter().map(|(practice, since)| {
        let steps = Steps::load(tx, practice)?;
        let (counts, days) = practices::counts(tx, &practice.id, since, today)?;
        active(tx, practice, since, &steps, (&counts, days), today)
    });
    stands.collect()
}

/// What of it exists: not what care mode hides, nor what a later list does not have any more.
pub(super) fn open(catalogue: &'static Catalogue, active: Vec<Active>, care_mode: bool) -> Vec<(&'static Practice, CivilDate)> {
    let known = active.into_iter().filter_map(|it| Some((catalogue.known(&it.practice)?, it.begun_on)));
    known.filter(|(practice, _)| practice.is_open(care_mode)).collect()
}

fn active(
    tx: &Transaction<'_>,
    practice: &Practice,
    since: CivilDate,
    steps: &Steps<'_>,
    (counts, days): (&[StepCount], Days),
    today: CivilDate,
) -> Result<ActivePractice, Error> {
    let indexes: Vec<u32> = steps.all().map(|(index, ..)| index).collect();
    let step = next_step(&indexes, counts).unwrap_or_default();
    let standing = days.standing(today);
    Ok(ActivePractice {
        id: practice.id.clone(),
        title: practice.title.clone(),
        area: practice.area,
        since,
        step,
        step_text: steps.text(step).to_owned(),
        attempts: counts.iter().map(|count| count.done + count.tried).sum(),
        plan: practices::plan(tx, &practice.id)?.map(plan).transpose()?,
        rotation_offered: standing.rotation_offered,
        came_back: standing.came_back,
        done_today: standing.done_today,
    })
}

fn plan(stored: StoredPlan) -> Result<IfThenPlan, Error> {
    let StoredPlan { plan, rule } = stored;
    Ok(IfThenPlan {
        text: Catalogue::current()?.plan_sentence(&plan.situation, &plan.action),
        situation: plan.situation,
        action: plan.action,
        said_aloud: plan.said_aloud,
        remind_at: plan.remind_at,
        rule,
    })
}

fn shown(stored: StoredAttempt, steps: &Steps<'_>) -> Attempt {
    let StoredAttempt { id, kept } = stored;
    Attempt {
        id,
        step: kept.step,
        step_text: steps.text(kept.step).to_owned(),
        day: kept.day,
        outcome: kept.outcome,
        note: kept.note,
        after_feeling: kept.after_feeling.map(i32::from),
    }
}

fn because(needs: Option<&Needs>, practice: &Practice, learn: Learn, marks: &[String]) -> Option<WhySuggested> {
    let lifted_by: Vec<String> = learn.leading_to(&practice.id, marks).map(|pattern| pattern.title.clone()).collect();
    match needs.and_then(|needs| needs.why(practice.area)) {
        Some(why) => Some(WhySuggested { lifted_by, ..why }),
        None if lifted_by.is_empty() => None,
        None => Some(WhySuggested { run_day: None, area: practice.area, need: None, parts: Vec::new(), boundary: None, lifted_by }),
    }
}

pub(super) fn reference(practice: &Practice) -> PracticeRef {
    PracticeRef { id: practice.id.clone(), title: practice.title.clone() }
}

/// The steps of a practice: the file's, and after them a person's own.
pub(super) struct Steps<'a> {
    practice: &'a Practice,
    own: Vec<OwnStep>,
}

impl<'a> Steps<'a> {
    pub(super) fn load(tx: &Transaction<'_>, practice: &'a Practice) -> Result<Self, Error> {
        Ok(Self { own: practices::own_steps(tx, &practice.id)?, practice })
    }

    fn all(&self) -> impl Iterator<Item = (u32, &str, Option<&OwnStep>)> {
        let shipped = (0..).zip(&self.practice.steps).map(|(index, text)| (index, text.as_str(), None));
        shipped.chain(self.own.iter().map(|own| (own.step, own.text.as_str(), Some(own))))
    }

    pub(super) fn has(&self, index: u32) -> bool {
        self.all().any(|(known, ..)| known == index)
    }

    /// Empty for a step that a later list does not have any more.
    fn text(&self, index: u32) -> &str {
        self.all().find(|(known, ..)| *known == index).map_or("", |(_, text, _)| text)
    }
}
