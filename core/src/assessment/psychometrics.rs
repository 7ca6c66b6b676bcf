//! The constants of the Check: standard deviations, reliabilities, cuts and weights.
//!
//! They are *assumed starting values* until this instrument has its own study (`source` in
//! `data/psychometrics.v1.json`, ADR 8), kept apart from the code so that a study can replace them.

use super::instrument::ScaleId;
use crate::data::parsed_once;
use crate::error::Error;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::sync::OnceLock;

/// A subscale's spread and reliability on the 0 to 100 score.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct ScaleConstants {
    /// Standard deviation in points.
    pub(crate) sd: f64,
    /// Reliability of the complete scale, 0 to 1.
    pub(crate) reliability: f64,
    /// Whether a change of this scale may be claimed; three items are too few.
    pub(crate) change_claims: bool,
}

/// The eight subscales' constants by [`ScaleId`].
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
struct ByScale {
    ef: ScaleConstants,
    ss: ScaleConstants,
    es: ScaleConstants,
    cc: ScaleConstants,
    st: ScaleConstants,
    bd: ScaleConstants,
    cn: ScaleConstants,
    oc: ScaleConstants,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct ChangeConstants {
    /// Smallest |RCI| that is worth a word.
    pub(crate) unclear_z: f64,
    /// Familywise error rate.
    pub(crate) alpha: f64,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct QualityConstants {
    pub(crate) min_items: usize,
    pub(crate) median_ms_strong: f64,
    pub(crate) quick_ms_first: u32,
    pub(crate) quick_ms_retest: u32,
    pub(crate) quick_share: f64,
    pub(crate) irv_strong: f64,
    pub(crate) long_run: usize,
    pub(crate) keyed_gap_strong: f64,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct RetestConstants {
    /// Days before which a second run says nothing about change.
    pub(crate) min_days: u32,
    /// Days after which a second run is offered.
    pub(crate) suggested_days: u32,
}

/// An area's weights in the file's order, which is the order of summation.
#[derive(Debug, Clone)]
pub(crate) struct Weights(pub(crate) Vec<(ScaleId, f64)>);

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Weights;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("weights by scale")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Weights, A::Error> {
                let mut weights = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    weights.push(entry);
                }
                Ok(Weights(weights))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// The four areas' weights.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) struct NeedWeights {
    pub(crate) st: Weights,
    pub(crate) bd: Weights,
    pub(crate) cn: Weights,
    pub(crate) oc: Weights,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct GuidanceConstants {
    /// Areas this close to the first are a tie, in points.
    pub(crate) tie_points: f64,
    /// Least need worth a suggestion, in points.
    pub(crate) floor: f64,
    /// Highest boundary answer that is worth a start.
    pub(crate) boundary_at_most: u8,
    pub(crate) need: NeedWeights,
}

/// All constants.
#[derive(Debug, Clone, Deserialize)]
pub struct Psychometrics {
    /// Below the first a level is low, below the second middle, else high; in points.
    pub(crate) cuts: [f64; 2],
    scales: ByScale,
    pub(crate) change: ChangeConstants,
    pub(crate) quality: QualityConstants,
    pub(crate) retest: RetestConstants,
    pub(crate) guidance: GuidanceConstants,
}

impl Psychometrics {
    /// The constants that this build ships.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<Psychometrics>> = OnceLock::new();
        parsed_once(&CELL, include_str!("../../data/psychometrics.v1.json"), Self::holds_together, "psychometrics.v1.json")
    }

    pub(crate) fn scale(&self, id: ScaleId) -> &ScaleConstants {
        match id {
            ScaleId::Ef => &self.scales.ef,
            ScaleId::Ss => &self.scales.ss,
            ScaleId::Es => &self.scales.es,
            ScaleId::Cc => &self.scales.cc,
            ScaleId::St => &self.scales.st,
            ScaleId::Bd => &self.scales.bd,
            ScaleId::Cn => &self.scales.cn,
            ScaleId::Oc => &self.scales.oc,
        }
    }

    fn holds_together(&self) -> bool {
        let scales = ScaleId::ALL.iter().map(|id| self.scale(*id)).all(|scale| scale.sd > 0.0 && (0.0..1.0).contains(&scale.reliability));
        let need = &self.guidance.need;
        let weights = [&need.st, &need.bd, &need.cn, &need.oc].iter().all(|weights| {
            let total: f64 = weights.0.iter().map(|(_, weight)| weight.abs()).sum();
            (total - 1.0).abs() < 1e-9
        });
        let cuts = 0.0 < self.cuts[0] && self.cuts[0] < self.cuts[1] && self.cuts[1] < 100.0;
        scales && weights && cuts && self.retest.min_days <= self.retest.suggested_days
    }
}
