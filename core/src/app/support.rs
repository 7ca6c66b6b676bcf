//! Support: what a first session is like, and the questions to bring along.

use super::{Session, settings};
use crate::error::{Clash, Error, Field, InvalidInput, Missing, Reason};
use crate::ids::QuestionId;
use crate::practice::support::{self as texts, MOST_OWN, SupportTexts};
use crate::storage::support::{self, Own};
use crate::time::NowContext;
use rusqlite::Transaction;

/// A question of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportQuestion {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
    /// Whether it is one for couples.
    pub couple: bool,
    /// Whether it is brought along.
    pub ticked: bool,
}

/// A question of a person's own. It is always brought along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuestion {
    /// Its id.
    pub id: QuestionId,
    /// The question.
    pub text: String,
}

/// Support as its screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportView {
    /// What a first session is like, by paragraph.
    pub first_session: Vec<String>,
    /// The questions in their order.
    pub questions: Vec<SupportQuestion>,
    /// A person's own, in the order in which they came.
    pub own: Vec<OwnQuestion>,
    /// Whether there are questions for couples among them.
    pub couple_offered: bool,
    /// Whether there is room for another one of their own.
    pub may_add: bool,
}

impl Session {
    /// What a first session is like, and questions to ask there.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn support(&self) -> Result<SupportView, Error> {
        self.read(view)
    }

    /// Ticks a question of the list, or takes the tick away.
    ///
    /// # Errors
    /// [`Error::NotFound`], `question`, with no id: what was asked for is no id of this build's · [`Error::Conflict`],
    /// `care_mode`, for a question for couples; nothing is changed · [`Error::Locked`], [`Error::Storage`].
    pub fn tick_question(&self, ctx: &NowContext, id: &str, on: bool) -> Result<SupportView, Error> {
        let missing = || Error::NotFound { kind: Missing::Question, id: String::new() };
        let question = SupportTexts::current()?.question(id).ok_or_else(missing)?;
        self.write(|tx| {
            if question.is_for_couples() && settings::load(tx)?.care_mode {
                return Err(Error::Conflict { kind: Clash::CareMode, id: String::new() });
            }
            support::tick(tx, &question.id, on, ctx.now.millis())?;
            view(tx)
        })
    }

    /// Saves a question of a person's own: a new one, or other words for one that is there.
    ///
    /// # Errors
    /// `question`, `too_short`, `too_long`, `control_character` or `too_many` · [`Error::NotFound`], `question`; nothing
    /// is changed · [`Error::Locked`], [`Error::Storage`].
    pub fn save_own_question(&self, ctx: &NowContext, id: Option<QuestionId>, text: &str) -> Result<SupportView, Error> {
        let text = texts::question_of(text)?;
        self.write(|tx| {
            match id {
                Some(id) => is_there(support::rewrite(tx, id, &text)?, id)?,
                None if support::own(tx)?.len() >= MOST_OWN => return Err(InvalidInput::new(Field::Question, Reason::TooMany).into()),
                None => {
                    let id = self.drawn(|entropy| QuestionId::new(ctx.now, entropy))?;
                    support::insert(tx, id, &text, ctx.now.millis())?;
                }
            }
            view(tx)
        })
    }

    /// Deletes a question of a person's own.
    ///
    /// # Errors
    /// [`Error::NotFound`], `question` · [`Error::Locked`], [`Error::Storage`].
    pub fn delete_own_question(&self, id: QuestionId) -> Result<SupportView, Error> {
        self.write(|tx| {
            is_there(support::delete(tx, id)?, id)?;
            view(tx)
        })
    }
}

fn is_there(found: bool, id: QuestionId) -> Result<(), Error> {
    if found { Ok(()) } else { Err(Error::NotFound { kind: Missing::Question, id: id.to_string() }) }
}

fn view(tx: &Transaction<'_>) -> Result<SupportView, Error> {
    let texts = SupportTexts::current()?;
    let care_mode = settings::load(tx)?.care_mode;
    let ticked = support::ticked(tx)?;
    let asked = texts.questions(care_mode).map(|question| SupportQuestion {
        id: question.id.clone(),
        text: question.text.clone(),
        couple: question.is_for_couples(),
        ticked: ticked.contains(&question.id),
    });
    let questions: Vec<SupportQuestion> = asked.collect();
    let own: Vec<OwnQuestion> = support::own(tx)?.into_iter().map(|Own { id, text }| OwnQuestion { id, text }).collect();
    Ok(SupportView {
        first_session: texts.first_session.clone(),
        couple_offered: questions.iter().any(|question| question.couple),
        may_add: own.len() < MOST_OWN,
        questions,
        own,
    })
}

/// The questions that are brought along: the ticked ones of the list in its order, then a person's own.
pub(super) fn brought(tx: &Transaction<'_>) -> Result<Vec<String>, Error> {
    let SupportView { questions, own, .. } = view(tx)?;
    let ticked = questions.into_iter().filter(|question| question.ticked).map(|question| question.text);
    Ok(ticked.chain(own.into_iter().map(|own| own.text)).collect())
}
