//! Private lines, and what of them a person chooses for the agenda.

use super::illegal;
use super::views::{LineDraft, MeetingView};
use crate::app::Session;
use crate::checkin::together::stage::MeetingStage;
use crate::checkin::together::{MAX_LINES, MAX_TEXT, MAX_TOPICS, one_line};
use crate::error::{Error, Field, InvalidInput, Missing, Reason};
use crate::ids::{LineId, MeetingId, TopicId};
use crate::storage::agendas::{self, Topic};
use crate::storage::meetings::Meeting;
use crate::storage::private_lines::{self, Line};
use crate::time::NowContext;
use rusqlite::Transaction;

impl Session {
    /// Saves a private line, new or changed, while preparing or choosing. What was chosen of it stays as it is.
    ///
    /// # Errors
    /// `line`, `too_short`, `too_long`, `control_character` or `other_meeting` · `lines`, `too_many` ·
    /// [`Error::NotFound`], `meeting` or `line` · [`Error::Conflict`], `meeting_move` or `care_mode`; nothing is changed ·
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn save_line(&self, ctx: &NowContext, id: MeetingId, draft: &LineDraft) -> Result<MeetingView, Error> {
        let text = one_line(&draft.text, Field::Line, MAX_TEXT)?;
        let fresh = self.drawn(|entropy| LineId::new(ctx.now, entropy))?;
        self.change_meeting(ctx, id, |tx, meeting| {
            in_private(meeting)?;
            match draft.id {
                Some(line) => line_in(tx, meeting, line).map(|_| ())?,
                None if private_lines::count(tx, id)? as usize >= MAX_LINES => {
                    return Err(InvalidInput::new(Field::Lines, Reason::TooMany).into());
                }
                None => {}
            }
            let line = Line { id: draft.id.unwrap_or(fresh), meeting: id, heading: draft.heading, text };
            Ok(private_lines::put(tx, &line, ctx.now.millis())?)
        })
    }

    /// Deletes a private line, and the topic that was made of it.
    ///
    /// # Errors
    /// `line`, `other_meeting` · [`Error::NotFound`], `meeting` or `line` · [`Error::Conflict`], `meeting_move` or
    /// `care_mode` · as [`Self::save_line`].
    pub fn delete_line(&self, ctx: &NowContext, id: MeetingId, line: LineId) -> Result<MeetingView, Error> {
        self.change_meeting(ctx, id, |tx, meeting| {
            in_private(meeting)?;
            line_in(tx, meeting, line)?;
            agendas::delete(tx, line)?;
            Ok(private_lines::delete(tx, line)?)
        })
    }

    /// Puts a line on the agenda, in its own words or in others; one that is there gets the new words.
    ///
    /// # Errors
    /// `line`, `too_short`, `too_long`, `control_character` or `other_meeting` · `topics`, `too_many` · as
    /// [`Self::delete_line`]; nothing is changed.
    pub fn choose_line(&self, ctx: &NowContext, id: MeetingId, line: LineId, reworded: Option<&str>) -> Result<MeetingView, Error> {
        let reworded = reworded.map(|text| one_line(text, Field::Line, MAX_TEXT)).transpose()?;
        let fresh = self.drawn(|entropy| TopicId::new(ctx.now, entropy))?;
        self.change_meeting(ctx, id, |tx, meeting| {
            choosing(meeting)?;
            let Line { heading, text, .. } = line_in(tx, meeting, line)?;
            let topics = agendas::all(tx, id)?;
            if topics.len() >= MAX_TOPICS && !topics.iter().any(|topic| topic.line == line) {
                return Err(InvalidInput::new(Field::Topics, Reason::TooMany).into());
            }
            let text = reworded.unwrap_or(text);
            Ok(agendas::put(tx, &Topic { id: fresh, meeting: id, line, heading, covered: false, text })?)
        })
    }

    /// Takes a line off the agenda.
    ///
    /// # Errors
    /// As [`Self::delete_line`].
    pub fn unchoose_line(&self, ctx: &NowContext, id: MeetingId, line: LineId) -> Result<MeetingView, Error> {
        self.change_meeting(ctx, id, |tx, meeting| {
            choosing(meeting)?;
            line_in(tx, meeting, line)?;
            Ok(agendas::delete(tx, line)?)
        })
    }

    /// Moves a topic to the place `to`, 0 the first; past the end it comes last.
    ///
    /// # Errors
    /// `topic`, `other_meeting` · [`Error::NotFound`], `meeting` or `topic` · [`Error::Conflict`], `meeting_move` or
    /// `care_mode` · as [`Self::save_line`].
    pub fn move_topic(&self, ctx: &NowContext, id: MeetingId, topic: TopicId, to: u32) -> Result<MeetingView, Error> {
        self.change_meeting(ctx, id, |tx, meeting| {
            choosing(meeting)?;
            let unknown = || Error::NotFound { kind: Missing::Topic, id: topic.to_string() };
            if agendas::find(tx, topic)?.ok_or_else(unknown)?.meeting != id {
                return Err(InvalidInput::new(Field::Topic, Reason::OtherMeeting).into());
            }
            let mut order: Vec<TopicId> = agendas::all(tx, id)?.iter().map(|it| it.id).filter(|it| *it != topic).collect();
            order.insert(usize::try_from(to).unwrap_or(usize::MAX).min(order.len()), topic);
            Ok(agendas::put_order(tx, order.into_iter())?)
        })
    }
}

fn in_private(meeting: &Meeting) -> Result<(), Error> {
    if meeting.stage.is_private() { Ok(()) } else { Err(illegal(meeting)) }
}

fn choosing(meeting: &Meeting) -> Result<(), Error> {
    if meeting.stage == MeetingStage::Choosing { Ok(()) } else { Err(illegal(meeting)) }
}

/// A line that is of this check-in.
fn line_in(tx: &Transaction<'_>, meeting: &Meeting, id: LineId) -> Result<Line, Error> {
    let line = private_lines::find(tx, id)?.ok_or_else(|| Error::NotFound { kind: Missing::Line, id: id.to_string() })?;
    if line.meeting == meeting.id { Ok(line) } else { Err(InvalidInput::new(Field::Line, Reason::OtherMeeting).into()) }
}
