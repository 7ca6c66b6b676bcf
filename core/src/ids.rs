//! Identifiers: `UUIDv7` from injected time and randomness, one type for each thing that has one.

use crate::error::{Field, InvalidInput, Reason};
use crate::time::Instant;
use uuid::Uuid;

/// Where random bytes come from. The operating system in the app, a fixed sequence in tests.
pub trait Entropy {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// [`EntropyUnavailable`] when the source has none; nothing may then be created.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyUnavailable>;
}

/// The source of randomness failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no randomness")]
pub struct EntropyUnavailable;

/// Declares an id: a `UUIDv7` of a type of its own, and the argument it is when it cannot be read.
macro_rules! id {
    ($(#[$meta:meta])* $name:ident, $field:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id; ids made later sort later (RFC 9562, version 7).
            ///
            /// # Errors
            /// [`EntropyUnavailable`].
            pub fn new(now: Instant, entropy: &mut dyn Entropy) -> Result<Self, EntropyUnavailable> {
                fresh(now, entropy).map(Self)
            }

            /// The 16 bytes as stored.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// From the 16 bytes as stored.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidInput;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self).map_err(|_| InvalidInput::new(Field::$field, Reason::MalformedId))
            }
        }
    };
}

id! {
    /// The id of a run of the Check, draft or finished.
    RunId, Run
}

id! {
    /// The id of an entry of the journal.
    EntryId, Entry
}

id! {
    /// The id of an editor's draft.
    DraftId, Draft
}

id! {
    /// The id of a reminder's rule.
    RuleId, Rule
}

id! {
    /// The id of somebody or something in the circle.
    SourceId, Source
}

id! {
    /// The id of a question of a person's own.
    QuestionId, Question
}

id! {
    /// The id of an attempt at a practice.
    AttemptId, Attempt
}

id! {
    /// The id of a boundary.
    BoundaryId, Boundary
}

id! {
    /// The id of a time at which a boundary was needed.
    BoundaryUseId, BoundaryUse
}

id! {
    /// The id of a relationship check-in.
    MeetingId, Meeting
}

id! {
    /// The id of a private line of a relationship check-in.
    LineId, Line
}

id! {
    /// The id of a topic of an agenda.
    TopicId, Topic
}

id! {
    /// The id of an agreement.
    AgreementId, Agreement
}

id! {
    /// The id of an entry of the ledger.
    LedgerEntryId, LedgerEntry
}

fn fresh(now: Instant, entropy: &mut dyn Entropy) -> Result<Uuid, EntropyUnavailable> {
    let mut random = [0; 10];
    entropy.fill(&mut random)?;
    let millis = u64::try_from(now.millis()).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(u8);

    impl Entropy for Counting {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyUnavailable> {
            self.0 += 1;
            bytes.fill(self.0);
            Ok(())
        }
    }

    #[test]
    fn later_ids_sort_later_and_read_back() {
        let mut entropy = Counting(0);
        let at = |ms| Instant::from_millis(ms).expect("in range");
        let earlier = RunId::new(at(1_000), &mut entropy).expect("random");
        let later = RunId::new(at(2_000), &mut entropy).expect("random");
        assert!(earlier < later);
        assert_eq!(earlier.to_string().parse(), Ok(earlier));
        assert_eq!(RunId::from_bytes(*later.as_bytes()), later);
        assert_eq!(&later.to_string()[14..15], "7", "version 7");
    }

    #[test]
    fn what_is_no_uuid_is_refused() {
        let refused = Err(InvalidInput::new(Field::Run, Reason::MalformedId));
        for text in ["", "1", "018f", "zzzzzzzz-zzzz-7zzz-8zzz-zzzzzzzzzzzz"] {
            assert_eq!(text.parse::<RunId>(), refused, "{text}");
        }
        assert_eq!("1".parse::<EntryId>(), Err(InvalidInput::new(Field::Entry, Reason::MalformedId)));
        assert_eq!("1".parse::<DraftId>(), Err(InvalidInput::new(Field::Draft, Reason::MalformedId)));
    }
}
