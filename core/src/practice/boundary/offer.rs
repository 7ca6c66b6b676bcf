//! When the safety page is offered beside boundaries: a limit ignored twice by one person, or fear afterwards. It is an
//! offer. It says nothing about anybody, and it can be put away until there is something new.

use super::input::Rung;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization as _;

/// So often ignored by one person.
const TIMES: u32 = 2;

/// Why the safety page is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SafetyOffer {
    /// A limit was ignored twice by one person.
    IgnoredTwice,
    /// There was fear afterwards.
    Fear,
}

/// A use that was ignored, or that left fear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// To whom it was said.
    pub rung: Option<Rung>,
    /// Their name, as it was typed.
    pub person: Option<String>,
    /// Whether it was ignored.
    pub ignored: bool,
    /// Whether there was fear afterwards.
    pub afraid: bool,
    /// Whether the offer was put away since.
    pub seen: bool,
}

/// What makes two names one person's: case and how a letter is put together do not part them.
pub fn person_key(name: &str) -> String {
    name.trim().to_lowercase().nfc().collect()
}

/// Whether the safety page is offered, and for what; fear comes first. What care mode hides is no cause.
pub fn offer(concerns: &[Concern], care_mode: bool) -> Option<SafetyOffer> {
    let open = || concerns.iter().filter(|it| it.rung.is_none_or(|rung| rung.is_open(care_mode)));
    if open().any(|it| it.afraid && !it.seen) {
        return Some(SafetyOffer::Fear);
    }
    // The partner is one person whatever name was typed, and a name is one person on whatever rung.
    let mut by_person: BTreeMap<(bool, String), (u32, bool)> = BTreeMap::new();
    for it in open().filter(|it| it.ignored) {
        let name = it.person.as_deref().map(person_key).filter(|name| !name.is_empty()).map(|name| (false, name));
        let partner = (it.rung == Some(Rung::Partner)).then(|| (true, String::new()));
        for who in name.into_iter().chain(partner) {
            let (times, is_new) = by_person.entry(who).or_default();
            *times += 1;
            *is_new |= !it.seen;
        }
    }
    by_person.values().any(|(times, is_new)| *times >= TIMES && *is_new).then_some(SafetyOffer::IgnoredTwice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ignored(rung: Rung, person: Option<&str>, seen: bool) -> Concern {
        Concern { rung: Some(rung), person: person.map(Into::into), ignored: true, afraid: false, seen }
    }

    #[test]
    fn twice_by_one_person_whatever_the_name_looks_like() {
        use Rung::{Easy, Harder, Partner, Safe};
        let twice = Some(SafetyOffer::IgnoredTwice);
        for (concerns, told) in [
            (vec![], None),
            (vec![ignored(Easy, Some("Kim"), false)], None),
            (vec![ignored(Easy, Some("Kim"), false), ignored(Harder, Some("Jo"), false)], None),
            (vec![ignored(Easy, Some("Kim"), false), ignored(Harder, Some(" kIM "), false)], twice),
            (vec![ignored(Safe, Some("Zoé"), false), ignored(Safe, Some("ZOE\u{301}"), false)], twice),
            (vec![ignored(Easy, None, false), ignored(Easy, None, false)], None),
            (vec![ignored(Partner, None, false), ignored(Partner, Some("Al"), false)], twice),
            (vec![ignored(Partner, Some("Al"), false), ignored(Harder, Some("al"), false)], twice),
            (vec![ignored(Easy, Some("Kim"), true), ignored(Easy, Some("Kim"), true)], None),
            (vec![ignored(Easy, Some("Kim"), true), ignored(Easy, Some("Kim"), true), ignored(Easy, Some("Kim"), false)], twice),
            (vec![ignored(Easy, Some("Kim"), true), ignored(Easy, Some("Kim"), true), ignored(Easy, Some("Jo"), false)], None),
        ] {
            assert_eq!(offer(&concerns, false), told, "{concerns:?}");
        }
    }

    #[test]
    fn fear_comes_first_and_until_it_was_put_away() {
        let afraid = |rung, seen| Concern { rung, person: None, ignored: false, afraid: true, seen };
        let twice = [ignored(Rung::Easy, Some("Kim"), false), ignored(Rung::Easy, Some("Kim"), false)];
        let with = |more: Concern| [twice.to_vec(), vec![more]].concat();
        assert_eq!(offer(&with(afraid(Some(Rung::Easy), false)), false), Some(SafetyOffer::Fear));
        assert_eq!(offer(&with(afraid(Some(Rung::Easy), true)), false), Some(SafetyOffer::IgnoredTwice));
        assert_eq!(offer(&[afraid(Some(Rung::Partner), false)], false), Some(SafetyOffer::Fear));
        assert_eq!(offer(&[afraid(Some(Rung::Partner), false)], true), None, "what care mode hides is no cause");
        assert_eq!(offer(&[afraid(Some(Rung::Safe), false)], true), Some(SafetyOffer::Fear));
    }
}
