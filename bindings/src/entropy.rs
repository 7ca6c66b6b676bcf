//! Randomness of the operating system.

use ampersand_core::ids::{Entropy, EntropyUnavailable};

/// The operating system's random bytes.
pub(crate) struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyUnavailable> {
        getrandom::fill(bytes).map_err(|_| EntropyUnavailable)
    }
}
