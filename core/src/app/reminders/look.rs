//! The reminders' screen, and what saving would do: the same plan, made of rules that nobody has saved.

use super::Reminders;
use super::edit::{self, Ids};
use super::state::{self, Wall};
use super::views::{Asleep, PlanPreview, PreviewDrop, PreviewFire, ReminderChoices, RemindersView, RuleDraft, RulePreview, RuleView};
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::ids::RuleId;
use crate::reminder::input::{MAX_RULES, PlanInput};
use crate::reminder::plan::{Plan, plan};
use crate::reminder::problems::rule_problems;
use crate::reminder::rule::Rule;
use crate::reminder::settings::ReminderSettings;
use crate::storage::reminders::settings;
use crate::time::NowContext;
use rusqlite::Transaction;

/// Fires that a preview shows.
const PREVIEWED: usize = 14;
/// Most of what does not come that a preview shows.
const PREVIEWED_DROPS: usize = 60;
/// What stands for a rule that was not saved yet.
const UNSAVED: RuleId = RuleId::from_bytes([0; 16]);

impl Reminders {
    /// Everything that the screen of the reminders shows.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`: it has to reach 368 days ahead; [`Error::Storage`].
    pub fn view(&self, ctx: &NowContext) -> Result<RemindersView, Error> {
        let today = ctx.today()?;
        let seen = self.file.read(|tx| {
            let standing = settings::standing(tx)?;
            let input = state::load(tx, ctx, standing.platform)?;
            let plan = plan(&input)?;
            Ok::<_, Error>(RemindersView {
                rules: input.rules.iter().map(|rule| rule_view(&input, &plan, rule)).collect::<Result<_, _>>()?,
                settings: chosen(&input.settings),
                problems: rule_problems(&input.rules, &input.settings, today)?,
                preview: preview(&input, &plan, None)?,
                missed: state::missed(tx, &input)?,
                unheard: state::unheard(tx, ctx.now)?,
                permission: standing.permission,
            })
        })?;
        Ok(seen.unwrap_or_else(|| RemindersView {
            rules: Vec::new(),
            settings: chosen(&state::defaults()),
            problems: Vec::new(),
            preview: PlanPreview { fires: Vec::new(), dropped: Vec::new() },
            missed: Vec::new(),
            unheard: 0,
            permission: None,
        }))
    }

    /// What saving `draft` would do. Nothing is changed.
    ///
    /// # Errors
    /// As [`Self::save_rule`] and [`Self::view`].
    pub fn preview_rule(&self, ctx: &NowContext, draft: &RuleDraft) -> Result<RulePreview, Error> {
        self.would(ctx, |tx, input| {
            let id = draft.id.unwrap_or(UNSAVED);
            let before = draft.id.map(|id| state::known(input, id).cloned()).transpose()?;
            if before.is_none() && input.rules.len() >= MAX_RULES {
                return Err(InvalidInput::new(Field::Rules, Reason::TooMany).into());
            }
            let ids = match (tx, &before) {
                (Some(tx), Some(before)) => Ids::after(tx, before, ctx.today()?)?,
                _ => Ids::first(),
            };
            let (rule, _) = edit::drafted(draft, id, before.as_ref(), ids, ctx)?;
            match input.rules.iter_mut().find(|rule| rule.id == id) {
                Some(old) => *old = rule,
                None => input.rules.push(rule),
            }
            Ok(Some(id))
        })
    }

    /// What saving `choices` would do. Nothing is changed.
    ///
    /// # Errors
    /// As [`Self::save_settings`] and [`Self::view`].
    pub fn preview_settings(&self, ctx: &NowContext, choices: &ReminderChoices) -> Result<RulePreview, Error> {
        self.would(ctx, |_, input| {
            input.settings = edit::with_choices(input.settings, choices)?;
            Ok(None)
        })
    }

    /// The plan after `change`; of one rule, if that answers with one, only what is its own.
    fn would(
        &self,
        ctx: &NowContext,
        change: impl Fn(Option<&Transaction<'_>>, &mut PlanInput) -> Result<Option<RuleId>, Error>,
    ) -> Result<RulePreview, Error> {
        let today = ctx.today()?;
        let of = |tx: Option<&Transaction<'_>>, mut input: PlanInput| {
            let rule = change(tx, &mut input)?;
            let plan = plan(&input)?;
            let mut problems = rule_problems(&input.rules, &input.settings, today)?;
            problems.retain(|problem| rule.is_none_or(|rule| problem.rule == rule));
            let PlanPreview { fires, dropped } = preview(&input, &plan, rule)?;
            let slots = input.rules.into_iter().find(|it| Some(it.id) == rule).map(|rule| rule.slots).unwrap_or_default();
            Ok(RulePreview { rule, slots, problems, fires, dropped })
        };
        let found = self.file.read(|tx| {
            let platform = settings::standing(tx)?.platform;
            of(Some(tx), state::load(tx, ctx, platform)?)
        })?;
        match found {
            Some(preview) => Ok(preview),
            None => of(None, state::nothing(ctx)),
        }
    }
}

pub(super) fn chosen(settings: &ReminderSettings) -> ReminderChoices {
    ReminderChoices { quiet: settings.quiet, max_per_day: settings.max_per_day, discreet: settings.discreet }
}

pub(super) fn rule_view(input: &PlanInput, plan: &Plan, rule: &Rule) -> Result<RuleView, Error> {
    let rests = plan.resting.iter().find(|it| it.rule == rule.id);
    Ok(RuleView {
        id: rule.id,
        kind: rule.kind,
        enabled: rule.enabled,
        effective_from: rule.effective_from.millis(),
        slots: rule.slots.clone(),
        repeat: rule.repeat.clone(),
        starts_on: rule.starts_on,
        ends_on: rule.ends_on,
        grace_min: rule.grace_min,
        nudge_after_min: rule.nudge_after_min,
        completion: rule.completion,
        back_off: rule.back_off,
        asleep: rests.map(|rests| Asleep { until: rests.until }),
        next: state::next(input, plan, |fire| fire.items.iter().any(|item| item.rule == rule.id))?,
    })
}

/// The first fires of a plan, and what is left out up to the day of the last of them.
fn preview(input: &PlanInput, plan: &Plan, of: Option<RuleId>) -> Result<PlanPreview, Error> {
    let ours = |rule: RuleId| of.is_none_or(|of| of == rule);
    let mut fires = Vec::new();
    for fire in plan.fires.iter().filter(|fire| fire.items.iter().any(|item| ours(item.rule))).take(PREVIEWED) {
        let Wall { date, time, .. } = Wall::at(&input.zone, fire.at)?;
        let items = state::items(input, &fire.items);
        fires.push(PreviewFire { at: fire.at.millis(), local_date: date, local_time: time, day: fire.day, items });
    }
    // With fewer fires than there is room for, everything to the end of the plan is told.
    let last = fires.get(PREVIEWED - 1).map(|fire| fire.day);
    let told = plan.dropped.iter().filter(|it| ours(it.rule) && last.is_none_or(|last| it.day <= last));
    let dropped = told.filter_map(|it| {
        let item = state::named(state::rule_of(input, it.rule)?, it.slot, it.kind);
        Some(PreviewDrop { item, day: it.day, reason: it.reason })
    });
    let dropped = dropped.take(PREVIEWED_DROPS).collect();
    Ok(PlanPreview { fires, dropped })
}
