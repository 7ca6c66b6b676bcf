//! The plan, and what the operating system is told of it.
//!
//! The shell applies what [`Reminders::replan`] answers with and then says so ([`Reminders::registered`]). A crash
//! anywhere between leaves a plan of which nobody knows how much was applied: the next one sets all of its own again, and
//! cancels whatever the one before could have set.

use super::Reminders;
use super::passed::{self, UNHEARD_MS};
use super::state::{self, TOLD_DAYS, Wall};
use super::views::{FireRef, FireToSet, Replan};
use crate::error::Error;
use crate::reminder::diff::{Diff, diff};
use crate::reminder::fire::{copy_key, is_done};
use crate::reminder::input::{FireKind, PlanInput};
use crate::reminder::plan::{DropReason, Fire, FireId, Plan, plan};
use crate::storage::reminders::fires::{self, List, Listed};
use crate::storage::reminders::missed::Missed;
use crate::storage::reminders::settings::{NotificationPermission, Platform, Standing};
use crate::storage::reminders::{missed, settings};
use crate::time::NowContext;
use rusqlite::Transaction;
use std::collections::{BTreeMap, BTreeSet};

/// Fires that Android is told of at once: what comes next, and what comes after it should that one be lost.
const ANDROID_AT_ONCE: usize = 2;
const ANDROID_CAP: u32 = 16;
/// Of Apple's 64.
const IOS_CAP: u32 = 60;

impl Reminders {
    /// Plans anew, and says what the operating system has to be told so that it holds the plan and nothing else. Then
    /// [`Self::registered`] is due.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`: it has to reach 368 days ahead; [`Error::Storage`]. Nothing is changed.
    pub fn replan(&self, ctx: &NowContext, platform: Platform, permission: NotificationPermission) -> Result<Replan, Error> {
        let made = self.file.write(|tx| {
            passed::prune(tx, ctx)?;
            let lost = passed::pass_registered(tx, ctx, platform, permission)?;
            let made = Making::load(tx, ctx, (platform, permission), lost)?;
            if permission == NotificationPermission::Granted {
                made.note_missed(tx)?;
            }
            made.carry_out(tx)
        })?;
        match made {
            Some(replan) => Ok(replan),
            None => nothing(ctx),
        }
    }
}

/// The answer where there are no rules, nor ever were.
fn nothing(ctx: &NowContext) -> Result<Replan, Error> {
    let plan = plan(&state::nothing(ctx))?;
    Ok(Replan {
        set: Vec::new(),
        cancel: Vec::new(),
        withdraw: Vec::new(),
        coverage_until: plan.coverage_until.millis(),
        resting: Vec::new(),
        missed: Vec::new(),
        next_replan_at: plan.coverage_until.millis(),
        generation: 0,
    })
}

/// A plan with all that is needed to tell the system of it.
struct Making {
    platform: Platform,
    permission: NotificationPermission,
    standing: Standing,
    input: PlanInput,
    plan: Plan,
    /// The fires of the plan before.
    before: Vec<Listed>,
    registered: Vec<Listed>,
    /// What was registered until the system was found to have lost something.
    lost: Vec<Listed>,
    fired: Vec<Listed>,
    on_screen: Vec<Listed>,
}

impl Making {
    fn load(
        tx: &Transaction<'_>,
        ctx: &NowContext,
        (platform, permission): (Platform, NotificationPermission),
        lost: Vec<Listed>,
    ) -> Result<Self, Error> {
        let mut input = state::load(tx, ctx, Some(platform))?;
        input.cap = match platform {
            Platform::Android => ANDROID_CAP,
            Platform::Ios => IOS_CAP,
        };
        Ok(Self {
            platform,
            permission,
            standing: settings::standing(tx)?,
            plan: plan(&input)?,
            input,
            before: fires::all(tx, List::Planned)?,
            registered: fires::all(tx, List::Registered)?,
            lost,
            fired: fires::all(tx, List::Fired)?,
            on_screen: fires::all(tx, List::OnScreen)?,
        })
    }

    /// Records what can no longer be said: of today by this plan, of the days before by the last one.
    fn note_missed(&self, tx: &Transaction<'_>) -> Result<(), Error> {
        let input = &self.input;
        let dropped = self.plan.dropped.iter().filter(|it| it.reason == DropReason::Missed);
        let dropped = dropped.map(|it| (it.rule, it.day, it.slot, it.kind));
        let passed = self.before.iter().filter(|it| it.fire.day < self.plan.today).flat_map(|it| {
            let day = it.fire.day;
            it.fire.items.iter().map(move |item| (item.rule, day, item.slot, item.kind))
        });
        for (rule, day, slot, kind) in dropped.chain(passed) {
            let known = state::rule_of(input, rule).filter(|rule| rule.enabled && rule.slots.iter().any(|it| it.id == slot));
            let done = known.is_none_or(|rule| is_done(rule, &input.completions, day, slot));
            // Said once is said, whatever of it was to come after.
            let said = input.shown.iter().any(|it| (it.rule, it.day, it.slot) == (rule, day, slot));
            if kind != FireKind::Nudge && !done && !said {
                missed::put(tx, Missed { rule, day, slot })?;
            }
        }
        Ok(())
    }

    /// What the system is to hold.
    fn wanted(&self) -> &[Fire] {
        let most = match (self.permission, self.platform) {
            (NotificationPermission::Denied, _) => 0,
            (_, Platform::Android) => ANDROID_AT_ONCE,
            (_, Platform::Ios) => self.plan.fires.len(),
        };
        &self.plan.fires[..most.min(self.plan.fires.len())]
    }

    /// What the system may hold.
    fn held(&self) -> impl Iterator<Item = &Listed> {
        let unsure = self.before.iter().filter(|it| !self.standing.settled && it.code.is_some());
        unsure.chain(&self.lost).chain(&self.registered)
    }

    /// Keeps in mind what may be held and is to be taken back, until somebody says that it was: who is late with an older
    /// plan may set it once more. What is to be set once more counts as held only when that was done.
    fn keep_unsure(&self, tx: &Transaction<'_>, codes: &BTreeMap<FireId, i32>) -> Result<(), Error> {
        for it in self.held().filter(|_| !self.standing.settled) {
            if codes.contains_key(&it.fire.id) {
                fires::remove(tx, List::Registered, it.fire.id)?;
            } else {
                fires::put(tx, List::Registered, it)?;
            }
        }
        Ok(())
    }

    fn carry_out(self, tx: &Transaction<'_>) -> Result<Replan, Error> {
        let input = &self.input;
        let held: BTreeMap<FireId, i32> = self.held().filter_map(|it| Some((it.fire.id, it.code?))).collect();
        let wanted = self.wanted();
        let registered: Vec<Fire> = self.registered.iter().filter(|_| self.standing.settled).map(|it| it.fire.clone()).collect();
        let on_screen: Vec<Fire> = self.on_screen.iter().map(|it| it.fire.clone()).collect();
        let stale = self.plan.today.minus_days(TOLD_DAYS);
        let Diff { set, cancel: _, withdraw } =
            diff(&registered, wanted, &on_screen, |day, item| day < stale || state::is_over(input, day, item));
        let codes = self.codes(wanted, &held);
        let mut cancel: Vec<FireRef> = held.iter().map(|(id, code)| FireRef { id: *id, code: *code }).collect();
        cancel.retain(|it| !codes.contains_key(&it.id));

        self.keep_unsure(tx, &codes)?;
        fires::clear(tx, List::Planned)?;
        for fire in &self.plan.fires {
            let local_s = Wall::at(&input.zone, fire.at)?.seconds;
            let listed = Listed { fire: fire.clone(), local_s, code: codes.get(&fire.id).copied(), withdraw: false };
            fires::put(tx, List::Planned, &listed)?;
        }
        let mut withdrawn = Vec::new();
        for it in &self.on_screen {
            let withdraw = withdraw.contains(&it.fire.id);
            fires::mark_withdrawn(tx, it.fire.id, withdraw)?;
            if let Some(code) = it.code.filter(|_| withdraw) {
                withdrawn.push(FireRef { id: it.fire.id, code });
            }
        }
        for it in self.fired.iter().filter(|it| it.fire.day < stale) {
            fires::remove(tx, List::Fired, it.fire.id)?;
        }
        let generation = self.standing.generation + 1;
        let (platform, permission) = (Some(self.platform), Some(self.permission));
        settings::put_standing(tx, &Standing { generation, settled: false, platform, permission, ..self.standing })?;
        Ok(Replan {
            set: set.iter().filter_map(|fire| Some((fire, *codes.get(&fire.id)?))).map(|it| self.to_set(it)).collect::<Result<_, _>>()?,
            cancel,
            withdraw: withdrawn,
            coverage_until: self.plan.coverage_until.millis(),
            resting: state::resting(input, &self.plan.resting),
            missed: state::missed(tx, input)?,
            next_replan_at: self.next_replan_at()?,
            generation,
        })
    }

    /// The numbers of what the system is to hold: one that has a number keeps it, and none is given to two.
    fn codes(&self, wanted: &[Fire], held: &BTreeMap<FireId, i32>) -> BTreeMap<FireId, i32> {
        let elsewhere = self.on_screen.iter().chain(&self.fired).filter_map(|it| Some((it.fire.id, it.code?)));
        let mut known: BTreeMap<FireId, i32> = elsewhere.collect();
        known.extend(held);
        let mut taken: BTreeSet<i32> = known.values().copied().collect();
        let code_of = |fire: &Fire| {
            let code = known.get(&fire.id).copied().unwrap_or_else(|| free_code(&taken));
            taken.insert(code);
            (fire.id, code)
        };
        wanted.iter().map(code_of).collect()
    }

    fn to_set(&self, (fire, code): (&Fire, i32)) -> Result<FireToSet, Error> {
        let Wall { date, time, second, .. } = Wall::at(&self.input.zone, fire.at)?;
        let items = state::items(&self.input, &fire.items);
        let kinds: Vec<_> = items.iter().map(|item| item.kind).collect();
        let discreet = self.input.settings.discreet;
        let silent = crate::reminder::fire::is_silent(fire, state::fire_state(&self.input), self.input.now.max(fire.at))?;
        Ok(FireToSet {
            id: fire.id,
            code,
            at: fire.at.millis(),
            local_date: date,
            local_time: time,
            local_second: second,
            day: fire.day,
            items,
            copy_key: copy_key(&kinds, discreet),
            silent,
        })
    }

    /// At the end of the day, when other things rest and are missed; on Android also soon after the next fire, to see
    /// whether it came.
    fn next_replan_at(&self) -> Result<i64, Error> {
        let end = self.input.zone.resolve(self.plan.today.plus_days(1), self.input.settings.day_start)?.millis();
        let soonest = self.wanted().first().filter(|_| self.platform == Platform::Android);
        let heard = soonest.map(|fire| fire.at.max(self.input.now).millis() + UNHEARD_MS);
        Ok(heard.map_or(end, |heard| heard.min(end)))
    }
}

/// The smallest number that none of `taken` is.
pub(super) fn free_code(taken: &BTreeSet<i32>) -> i32 {
    (1..i32::MAX).find(|code| !taken.contains(code)).unwrap_or(i32::MAX)
}
