//! What the home screen shows of the reminders. A file that cannot be read never stands in the way of the rest.

use super::state;
use super::views::{DueItem, MissedItem, RemindersGlimpse};
use crate::app::Session;
use crate::error::Error;
use crate::reminder::fire::is_done;
use crate::reminder::input::{FireKind, PlanInput};
use crate::reminder::plan::{DropReason, Plan, plan};
use crate::reminder::rule::{ReminderKind, Rule};
use crate::storage::reminders::settings;
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

/// Days within which the next one is looked for.
const AHEAD_DAYS: u32 = 60;

impl Session {
    /// What the home screen shows of the reminders, nothing where there are none; and the kinds that somebody is
    /// reminded of. What was `answered` today and is not known here, since a crash came between the two files or the rule
    /// is younger than the answer, is recorded first.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`: with reminders it has to reach 62 days ahead.
    pub(in crate::app) fn reminders_glimpse(
        &self,
        ctx: &NowContext,
        answered: &[ReminderKind],
    ) -> Result<(RemindersGlimpse, Vec<ReminderKind>), Error> {
        let today = ctx.today()?;
        let load = || self.reminders.read(|tx| Seen::load(tx, ctx));
        let seen = load().and_then(|seen| {
            let untold = |seen: &Seen| answered.iter().copied().filter(|kind| seen.asks(*kind, today)).collect::<Vec<_>>();
            let untold = seen.as_ref().map(untold).unwrap_or_default();
            for kind in &untold {
                self.completed(*kind, [today]);
            }
            if untold.is_empty() { Ok(seen) } else { load() }
        });
        match seen.and_then(|seen| seen.map(Seen::glimpse).transpose()) {
            Ok(glimpse) => Ok(glimpse.unwrap_or_default()),
            Err(Error::Storage(_)) => Ok((RemindersGlimpse { unreadable: true, ..RemindersGlimpse::default() }, Vec::new())),
            Err(other) => Err(other),
        }
    }
}

/// What is read of the reminders.
struct Seen {
    input: PlanInput,
    missed: Vec<MissedItem>,
    unheard: u32,
}

impl Seen {
    fn load(tx: &Transaction<'_>, ctx: &NowContext) -> Result<Self, Error> {
        let mut input = state::load(tx, ctx, settings::standing(tx)?.platform)?;
        input.horizon_days = AHEAD_DAYS;
        Ok(Self { missed: state::missed(tx, &input)?, unheard: state::unheard(tx, ctx.now)?, input })
    }

    /// Whether a rule of `kind` is not known to be answered on `day`.
    fn asks(&self, kind: ReminderKind, day: CivilDate) -> bool {
        let told = |rule: &Rule| self.input.completions.iter().any(|it| (it.rule, it.day, it.slot) == (rule.id, day, None));
        self.input.rules.iter().any(|rule| rule.kind == kind && !told(rule))
    }

    fn glimpse(self) -> Result<(RemindersGlimpse, Vec<ReminderKind>), Error> {
        let Self { input, missed, unheard } = self;
        let plan = plan(&input)?;
        let glimpse = RemindersGlimpse {
            next: state::next(&input, &plan, |_| true)?,
            due: due(&input, &plan),
            missed,
            asleep: state::resting(&input, &plan.resting),
            unheard,
            unreadable: false,
        };
        Ok((glimpse, input.rules.iter().filter(|rule| rule.enabled).map(|rule| rule.kind).collect()))
    }
}

/// What was asked today, or should have been by now, and is not done: each rule once, in the person's order.
fn due(input: &PlanInput, plan: &Plan) -> Vec<DueItem> {
    let today = plan.today;
    let shown = input.shown.iter().filter(|it| it.day == today).map(|it| (it.rule, it.slot));
    let passed = plan.fires.iter().filter(|fire| fire.at <= input.now && fire.day == today);
    let passed = passed.flat_map(|fire| fire.items.iter().map(|item| (item.rule, item.slot)));
    let lost = plan.dropped.iter().filter(|it| it.day == today && it.reason == DropReason::Missed && it.kind != FireKind::Nudge);
    let asked: Vec<_> = shown.chain(passed).chain(lost.map(|it| (it.rule, it.slot))).collect();
    let due = input.rules.iter().filter(|rule| {
        let mut slots = asked.iter().filter(|(id, _)| *id == rule.id).map(|(_, slot)| *slot);
        rule.enabled && slots.any(|slot| !is_done(rule, &input.completions, today, slot))
    });
    due.map(|rule| DueItem { rule: rule.id, kind: rule.kind, day: today }).collect()
}
