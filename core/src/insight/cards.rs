//! Which insights there are, in their order, and what each is about. The list is the same for everybody and was fixed
//! before anybody's answers were seen: nobody is shown what happened to stand out of a hundred looks.

use super::{InsightKind, SeriesId, together};
use SeriesId::{Contact, Energy, LimitKept, Mood, Needs, OwnTime, PulsePattern, PulseStrength, YesMeaningNo};

/// An insight before it is worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its method.
    pub kind: InsightKind,
    /// What it looks at; none for the Check.
    pub series: Vec<SeriesId>,
}

/// What is asked every day: a day with any of it has a check-in.
pub const CHECK_IN: [SeriesId; 5] = [Mood, Energy, Needs, YesMeaningNo, OwnTime];
const SCALES: [SeriesId; 3] = [Mood, Energy, Needs];

impl Card {
    /// Its stable id.
    pub fn id(&self) -> String {
        let kind = match self.kind {
            InsightKind::Count => "count",
            InsightKind::RollingMean => "mean",
            InsightKind::SmoothLine => "smooth",
            InsightKind::Periods => "periods",
            InsightKind::Trend => "trend",
            InsightKind::Pair => "pair",
            InsightKind::Weekdays => "weekdays",
            InsightKind::CheckChange => return "check_change".to_owned(),
        };
        if self.is_of_check_in() {
            return format!("{kind}.check_in");
        }
        let parts = [kind].into_iter().chain(self.series.iter().map(|series| series.key()));
        parts.collect::<Vec<_>>().join(".")
    }

    /// Whether it is about having checked in at all.
    pub fn is_of_check_in(&self) -> bool {
        self.series == CHECK_IN
    }
}

/// Every insight.
pub fn all() -> Vec<Card> {
    let of = |kind, series: &[SeriesId]| Card { kind, series: series.to_vec() };
    let each = |kind, series: &[SeriesId]| series.iter().map(|one| of(kind, &[*one])).collect::<Vec<_>>();
    let mut cards = vec![of(InsightKind::Count, &CHECK_IN)];
    cards.extend(each(InsightKind::Count, &[OwnTime, YesMeaningNo, Contact, LimitKept]));
    cards.extend(each(InsightKind::RollingMean, &SCALES));
    cards.extend(each(InsightKind::SmoothLine, &SCALES));
    cards.extend(each(InsightKind::Periods, &[Mood, Energy, Needs, OwnTime, YesMeaningNo]));
    cards.extend(each(InsightKind::Trend, &[Mood, Energy, Needs, PulsePattern, PulseStrength]));
    cards.extend(together::PAIRS.iter().map(|pair| of(InsightKind::Pair, pair)));
    cards.extend(each(InsightKind::Weekdays, &SCALES));
    cards.push(of(InsightKind::CheckChange, &[]));
    cards
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_has_an_id_of_its_own_and_every_method_is_there() {
        let cards = all();
        let ids: BTreeSet<String> = cards.iter().map(Card::id).collect();
        assert_eq!((cards.len(), ids.len()), (30, 30));
        assert!(["count.check_in", "trend.pulse_pattern", "pair.mood.own_time", "check_change"].iter().all(|id| ids.contains(*id)));
        assert_eq!(cards.iter().map(|card| card.kind).collect::<BTreeSet<_>>().len(), 8);
    }
}
