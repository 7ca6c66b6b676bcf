//! Beginning a check-in, its moves, looking back on it, and deleting it.

use super::views::{Afterwards, MeetingView, TogetherView};
use super::{found, illegal, look, refuse_in_care_mode};
use crate::app::Session;
use crate::checkin::together::agreement::earliest_review;
use crate::checkin::together::stage::{MeetingMove, MeetingStage, MeetingTurn, Refused, step};
use crate::checkin::together::{DEFAULT_MINUTES, felt_of, note_if_any};
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::ids::MeetingId;
use crate::reminder::rule::ReminderKind;
use crate::storage::errands::{self, Errand};
use crate::storage::meetings::{self, Meeting};
use crate::storage::{agendas, agreements, private_lines};
use crate::time::{CivilDate, Instant, NowContext};
use rusqlite::Transaction;

impl Session {
    /// Begins a check-in; where one is open, answers with that.
    ///
    /// # Errors
    /// [`Error::Conflict`], `care_mode`; `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn begin_meeting(&self, ctx: &NowContext) -> Result<MeetingView, Error> {
        let today = ctx.today()?;
        let id = self.drawn(|entropy| MeetingId::new(ctx.now, entropy))?;
        self.write(|tx| {
            refuse_in_care_mode(tx)?;
            if let Some(open) = meetings::open(tx)? {
                return look::meeting_view(tx, ctx, &open);
            }
            let meeting = Meeting {
                id,
                stage: MeetingStage::Preparing,
                begun_on: today,
                held_on: None,
                minutes: DEFAULT_MINUTES,
                started_at: None,
                topic: 0,
                turn: MeetingTurn::Me,
                felt: None,
                next_on: None,
                next_rule: None,
                learned: None,
            };
            meetings::insert(tx, &meeting, ctx.now.millis())?;
            look::meeting_view(tx, ctx, &meeting)
        })
    }

    /// Takes a move. With the start of a talk the day that was set for it is over, and so is its reminder.
    ///
    /// # Errors
    /// [`Error::Conflict`], `meeting_move`, for one that does not follow · `minutes`, `out_of_range` · [`Error::NotFound`],
    /// `meeting` · as [`Self::begin_meeting`]; nothing is changed.
    pub fn move_meeting(&self, ctx: &NowContext, id: MeetingId, mv: MeetingMove) -> Result<MeetingView, Error> {
        let today = ctx.today()?;
        self.change_meeting(ctx, id, |tx, meeting| {
            let topics = agendas::all(tx, id)?;
            let before = look::progress(meeting)?;
            let after = step(before, mv, u32::try_from(topics.len()).unwrap_or(u32::MAX), ctx.now).map_err(|refused| match refused {
                Refused::Illegal => illegal(meeting),
                Refused::Invalid(invalid) => invalid.into(),
            })?;
            match mv {
                MeetingMove::Start { .. } => {
                    meeting.held_on = Some(today);
                    for (rule, day) in meetings::let_go_of_rules(tx, id)? {
                        errands::put(tx, Errand { rule, kind: ReminderKind::Together, day: None, done_on: Some(day) })?;
                    }
                }
                MeetingMove::NextTopic => {
                    if let Some(topic) = topics.get(before.topic as usize) {
                        agendas::cover(tx, topic.id)?;
                    }
                }
                _ => {}
            }
            meeting.stage = after.stage;
            meeting.topic = after.topic;
            meeting.turn = after.turn;
            meeting.minutes = after.minutes;
            meeting.started_at = after.started_at.map(Instant::millis);
            Ok(meetings::rewrite(tx, meeting)?)
        })
    }

    /// Writes down how it was, also after a pause. A next day becomes a reminder.
    ///
    /// # Errors
    /// `felt`, `out_of_range` · `learned`, `too_long` or `control_character` · `next_on`, `in_past`, before tomorrow ·
    /// [`Error::NotFound`], `meeting` · [`Error::Conflict`], `meeting_move` · as [`Self::begin_meeting`]; nothing is
    /// changed.
    pub fn save_afterwards(&self, ctx: &NowContext, id: MeetingId, afterwards: &Afterwards) -> Result<MeetingView, Error> {
        let today = ctx.today()?;
        let felt = felt_of(afterwards.felt)?;
        let learned = note_if_any(afterwards.learned.as_deref(), Field::Learned)?;
        let fresh = self.fresh_rule(ctx.now)?;
        self.change_meeting(ctx, id, |tx, meeting| {
            if !meeting.stage.takes_afterwards() {
                return Err(illegal(meeting));
            }
            if meeting.next_on != afterwards.next_on {
                check_next_day(afterwards.next_on, today)?;
                let rule = meeting.next_rule.unwrap_or(fresh);
                if meeting.next_rule.is_some() || afterwards.next_on.is_some() {
                    errands::put(tx, Errand { rule, kind: ReminderKind::Together, day: afterwards.next_on, done_on: None })?;
                }
                meeting.next_on = afterwards.next_on;
                meeting.next_rule = afterwards.next_on.map(|_| rule);
            }
            meeting.felt = felt;
            meeting.learned = learned;
            Ok(meetings::rewrite(tx, meeting)?)
        })
    }

    /// Deletes a check-in with its lines, its agenda, its agreements and their reminders.
    ///
    /// # Errors
    /// [`Error::NotFound`], `meeting`; as [`Self::begin_meeting`].
    pub fn delete_meeting(&self, ctx: &NowContext, id: MeetingId) -> Result<TogetherView, Error> {
        let view = self.write(|tx| {
            refuse_in_care_mode(tx)?;
            let meeting = found(tx, id)?;
            delete_whole(tx, &meeting)?;
            look::together_view(tx, ctx)
        })?;
        Ok(self.with_rules_settled(ctx, view))
    }
}

fn delete_whole(tx: &Transaction<'_>, meeting: &Meeting) -> Result<(), Error> {
    if let Some(rule) = meeting.next_rule {
        errands::put(tx, Errand { rule, kind: ReminderKind::Together, day: None, done_on: None })?;
    }
    for agreement in agreements::of_meeting(tx, meeting.id)? {
        errands::put(tx, Errand { rule: agreement.rule, kind: ReminderKind::Agreement, day: None, done_on: None })?;
        agreements::delete(tx, agreement.id)?;
    }
    private_lines::delete_all(tx, meeting.id)?;
    agendas::delete_all(tx, meeting.id)?;
    Ok(meetings::delete(tx, meeting.id)?)
}

/// # Errors
/// `next_on`, `in_past`: before tomorrow.
fn check_next_day(day: Option<CivilDate>, today: CivilDate) -> Result<(), InvalidInput> {
    if day.is_some_and(|day| day < earliest_review(today)) { Err(InvalidInput::new(Field::NextOn, Reason::InPast)) } else { Ok(()) }
}
