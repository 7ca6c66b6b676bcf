//! What has passed since the last plan: too old to matter, shown by a system that runs no code, or never delivered.

use super::state::{DAY_MS, KEPT_DAYS, TOLD_DAYS, Wall};
use crate::error::Error;
use crate::reminder::input::Shown;
use crate::reminder::plan::Fire;
use crate::storage::reminders::fires::{self, List, Listed};
use crate::storage::reminders::settings::{NotificationPermission, Platform, Standing};
use crate::storage::reminders::{missed, past, settings};
use crate::time::NowContext;
use rusqlite::Transaction;

/// How late an alarm may be before it counts as never delivered.
pub(super) const UNHEARD_MS: i64 = 15 * 60_000;

/// Takes away what is too old to matter, once a day.
pub(super) fn prune(tx: &Transaction<'_>, ctx: &NowContext) -> Result<(), Error> {
    let today = ctx.today()?;
    let standing = settings::standing(tx)?;
    if standing.pruned_on != Some(today) {
        past::prune(tx, today.minus_days(KEPT_DAYS))?;
        missed::prune(tx, today.minus_days(TOLD_DAYS), ctx.now.millis() - i64::from(KEPT_DAYS) * DAY_MS)?;
        settings::put_standing(tx, &Standing { pruned_on: Some(today), ..standing })?;
    }
    Ok(())
}

/// Looks through what the system was told of and whose time has passed. Answers with what it has lost.
pub(super) fn pass_registered(
    tx: &Transaction<'_>,
    ctx: &NowContext,
    platform: Platform,
    permission: NotificationPermission,
) -> Result<Vec<Listed>, Error> {
    let settled = settings::standing(tx)?.settled;
    let mut registered = fires::all(tx, List::Registered)?;
    match platform {
        Platform::Ios => {
            // Of a plan of which nobody knows how much was applied all of it may have been shown: rather one too few than
            // one too many.
            if !settled {
                let unsure = fires::all(tx, List::Planned)?.into_iter().filter(|it| it.code.is_some());
                let unknown = unsure.filter(|it| !registered.iter().any(|other| other.fire.id == it.fire.id));
                registered.extend(unknown.collect::<Vec<_>>());
            }
            let wall = Wall::at(&ctx.zone, ctx.now)?.seconds;
            // iOS goes by the clock on the wall. Between two zones only what has passed by both was surely shown.
            for passed in registered.iter().filter(|it| it.fire.at <= ctx.now && it.local_s <= wall) {
                fires::remove(tx, List::Registered, passed.fire.id)?;
                if permission == NotificationPermission::Granted {
                    for shown in shown_at_its_time(&passed.fire) {
                        past::put_shown(tx, &shown)?;
                    }
                    fires::put(tx, List::OnScreen, passed)?;
                }
            }
            Ok(Vec::new())
        }
        Platform::Android => {
            // Of a plan of which nobody knows how much was applied, all is set again anyway.
            if !settled || count_unheard(tx, ctx)? == 0 {
                return Ok(Vec::new());
            }
            // Who lost one alarm of an app lost all of them; what is still there is replaced by itself.
            fires::clear(tx, List::Registered)?;
            Ok(registered)
        }
    }
}

/// Counts what the system was told of and did not deliver in time.
pub(super) fn count_unheard(tx: &Transaction<'_>, ctx: &NowContext) -> Result<usize, Error> {
    let mut registered = fires::all(tx, List::Registered)?;
    registered.retain(|it| it.fire.at.millis() + UNHEARD_MS < ctx.now.millis());
    for it in &registered {
        missed::put_unheard(tx, it.fire.id, it.fire.at)?;
    }
    Ok(registered.len())
}

fn shown_at_its_time(fire: &Fire) -> impl Iterator<Item = Shown> {
    let Fire { at, day, items, .. } = fire;
    items.iter().map(|item| Shown { rule: item.rule, day: *day, slot: item.slot, kind: item.kind, at: *at })
}
