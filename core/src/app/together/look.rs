//! What is read of a check-in.

use super::views::{
    Afterwards, AgendaTopic, AgreementView, HeadingView, MeetingSummary, MeetingView, PrivateLine, ReviewView, TogetherGlimpse,
    TogetherView,
};
use super::{found, refuse_in_care_mode};
use crate::app::Session;
use crate::checkin::together::agenda::{TogetherHeading, TogetherTexts, Topic as Chosen, plain_text};
use crate::checkin::together::agreement::{earliest_review, offered_review};
use crate::checkin::together::stage::{MeetingStage, Progress, moves};
use crate::checkin::together::{DEFAULT_MINUTES, agreement};
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::ids::MeetingId;
use crate::storage::agendas::{self, Topic};
use crate::storage::agreements::{self, Agreement, Reviewed};
use crate::storage::errands;
use crate::storage::meetings::{self, Meeting, Past};
use crate::storage::private_lines::{self, Line};
use crate::time::{CivilDate, Instant, NowContext};
use rusqlite::Transaction;

impl Session {
    /// Everything that the first page of the relationship check-in shows.
    ///
    /// # Errors
    /// [`Error::Conflict`], `care_mode`; `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn together(&self, ctx: &NowContext) -> Result<TogetherView, Error> {
        Ok(self.with_rules_settled(ctx, self.read(|tx| together_view(tx, ctx))?))
    }

    /// A check-in, also one that is over.
    ///
    /// # Errors
    /// [`Error::NotFound`], `meeting`; as [`Self::together`].
    pub fn meeting(&self, ctx: &NowContext, id: MeetingId) -> Result<MeetingView, Error> {
        self.read(|tx| {
            refuse_in_care_mode(tx)?;
            meeting_view(tx, ctx, &found(tx, id)?)
        })
    }

    /// The agenda as plain text, to look at and to send: the chosen words, and nothing of the private half.
    ///
    /// # Errors
    /// `topics`, `nothing_chosen`; [`Error::NotFound`], `meeting`; as [`Self::together`].
    pub fn agenda_text(&self, id: MeetingId) -> Result<String, Error> {
        self.read(|tx| {
            refuse_in_care_mode(tx)?;
            let meeting = found(tx, id)?;
            let topics = agendas::all(tx, id)?;
            if topics.is_empty() {
                return Err(InvalidInput::new(Field::Topics, Reason::NothingChosen).into());
            }
            let topics: Vec<Chosen<'_>> = topics.iter().map(|topic| Chosen { heading: topic.heading, text: &topic.text }).collect();
            plain_text(TogetherTexts::current()?, meeting.minutes, &topics)
        })
    }

    /// What the reminders have still to be told is told before it is answered.
    pub(super) fn with_rules_settled(&self, ctx: &NowContext, view: TogetherView) -> TogetherView {
        let reminders_told = view.reminders_told || self.settle_rules(ctx);
        TogetherView { reminders_told, ..view }
    }
}

/// What the first screen shows; nothing in care mode.
pub(in crate::app) fn glimpse(tx: &Transaction<'_>, today: CivilDate, care_mode: bool) -> Result<Option<TogetherGlimpse>, Error> {
    if care_mode {
        return Ok(None);
    }
    Ok(Some(TogetherGlimpse {
        meeting_open: meetings::is_open(tx)?,
        next_on: next_on(tx, today)?,
        agreements_due: agreements::count_due(tx, today)?,
    }))
}

/// Whether the reminders may have something to be told: in care mode it is looked each time whether a rule is on.
pub(in crate::app) fn rules_are_owed(tx: &Transaction<'_>, care_mode: bool) -> Result<bool, Error> {
    Ok(care_mode || errands::are_owed(tx)?)
}

/// The agreements that were made or looked at from `first` to `last`, as somebody sees them on `today`.
pub(in crate::app) fn agreements_between(
    tx: &Transaction<'_>,
    first: CivilDate,
    last: CivilDate,
    today: CivilDate,
) -> Result<Vec<AgreementView>, Error> {
    agreement_views(tx, agreements::between(tx, first, last)?, today)
}

pub(super) fn together_view(tx: &Transaction<'_>, ctx: &NowContext) -> Result<TogetherView, Error> {
    refuse_in_care_mode(tx)?;
    let today = ctx.today()?;
    let past = |Past { id, stage, held_on, topics, agreements }| MeetingSummary { id, held_on, stage, topics, agreements };
    Ok(TogetherView {
        meeting: meetings::open(tx)?.map(|meeting| meeting_view(tx, ctx, &meeting)).transpose()?,
        agreements: agreement_views(tx, agreements::open(tx)?, today)?,
        reviewed: agreement_views(tx, agreements::closed(tx)?, today)?,
        past: meetings::past(tx)?.into_iter().map(past).collect(),
        next_on: next_on(tx, today)?,
        default_minutes: DEFAULT_MINUTES,
        review_from: earliest_review(today),
        review_offered: offered_review(today),
        reminders_told: errands::all(tx)?.is_empty(),
    })
}

fn next_on(tx: &Transaction<'_>, today: CivilDate) -> Result<Option<CivilDate>, Error> {
    Ok(meetings::next_on(tx)?.filter(|day| *day >= today))
}

pub(super) fn progress(meeting: &Meeting) -> Result<Progress, Error> {
    let Meeting { stage, topic, turn, minutes, .. } = *meeting;
    let started_at = meeting.started_at.map(Instant::from_millis).transpose()?;
    Ok(Progress { stage, topic, turn, minutes, started_at })
}

pub(super) fn meeting_view(tx: &Transaction<'_>, ctx: &NowContext, meeting: &Meeting) -> Result<MeetingView, Error> {
    let texts = TogetherTexts::current()?;
    let today = ctx.today()?;
    let stage = meeting.stage;
    let talking = stage == MeetingStage::Meeting;
    let topics = agendas::all(tx, meeting.id)?;
    let made = agreements::of_meeting(tx, meeting.id)?;
    let progress = progress(meeting)?;
    let left = progress.seconds_left(ctx.now).filter(|_| talking);
    let ending = match stage {
        MeetingStage::EndedEarly => Some(&texts.ending_pause),
        MeetingStage::Meeting if left == Some(0) => Some(&texts.ending_time),
        _ => None,
    };
    let owed = errands::all(tx)?;
    let is_owed = |rule| owed.iter().any(|errand| errand.rule == rule);
    Ok(MeetingView {
        id: meeting.id,
        stage,
        moves: moves(stage, u32::try_from(topics.len()).unwrap_or(u32::MAX)),
        may_write: stage.is_private(),
        may_choose: stage == MeetingStage::Choosing,
        may_agree: stage == MeetingStage::Agreeing,
        may_look_back: stage.takes_afterwards(),
        // The one place from which a private line is answered.
        headings: if stage.is_private() { headings(texts, &private_lines::all(tx, meeting.id)?, &topics)? } else { Vec::new() },
        topic: talking.then_some(meeting.topic),
        turn: meeting.turn,
        minutes: meeting.minutes,
        started_at: meeting.started_at,
        stop_at: progress.stop_at(),
        time_left_s: left,
        cue: texts.cue.clone(),
        ending: ending.cloned(),
        afterwards: afterwards(meeting),
        review_from: earliest_review(today),
        review_offered: offered_review(today),
        reminders_told: !owed.iter().any(|errand| errand.day.is_none())
            && !made.iter().any(|it| is_owed(it.rule))
            && !meeting.next_rule.is_some_and(is_owed),
        agreements: agreement_views(tx, made, today)?,
        agenda: topics.into_iter().map(|topic| agenda_topic(texts, topic)).collect::<Result<_, _>>()?,
    })
}

fn headings(texts: &TogetherTexts, lines: &[Line], topics: &[Topic]) -> Result<Vec<HeadingView>, Error> {
    let line = |line: &Line| {
        let topic = topics.iter().find(|topic| topic.line == line.id);
        let reworded = topic.map(|topic| &topic.text).filter(|text| **text != line.text).cloned();
        PrivateLine { id: line.id, text: line.text.clone(), chosen: topic.is_some(), reworded }
    };
    let heading = |heading: &TogetherHeading| {
        let words = texts.of(*heading)?;
        let lines = lines.iter().filter(|line| line.heading == *heading).map(line).collect();
        Ok(HeadingView { heading: *heading, title: words.title.clone(), hint: words.hint.clone(), lines })
    };
    TogetherHeading::ALL.iter().map(heading).collect()
}

fn agenda_topic(texts: &TogetherTexts, topic: Topic) -> Result<AgendaTopic, Error> {
    let Topic { id, meeting: _, line: _, heading, covered, text } = topic;
    Ok(AgendaTopic { id, heading, label: texts.of(heading)?.spoken.clone(), text, covered })
}

fn afterwards(meeting: &Meeting) -> Option<Afterwards> {
    let afterwards = Afterwards { felt: meeting.felt.map(i32::from), learned: meeting.learned.clone(), next_on: meeting.next_on };
    Some(afterwards).filter(|it| *it != Afterwards::default())
}

fn agreement_views(tx: &Transaction<'_>, agreements: Vec<Agreement>, today: CivilDate) -> Result<Vec<AgreementView>, Error> {
    agreements.into_iter().map(|agreement| agreement_view(tx, agreement, today)).collect()
}

fn agreement_view(tx: &Transaction<'_>, agreement: Agreement, today: CivilDate) -> Result<AgreementView, Error> {
    let Agreement { id, meeting, who, made_on, review_on, rule: _, what } = agreement;
    let review = |Reviewed { on, review }| {
        let agreement::Review { outcome, note, next_review_on } = review;
        ReviewView { on, outcome, note, next_on: next_review_on }
    };
    Ok(AgreementView {
        id,
        meeting,
        who,
        what,
        made_on,
        review_on,
        due: review_on.is_some_and(|day| day <= today),
        may_review: review_on.is_some() && made_on <= today,
        reviews: agreements::reviews(tx, id)?.into_iter().map(review).collect(),
    })
}
