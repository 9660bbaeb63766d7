//! So many of so many.

use std::ops::AddAssign;

use super::Shares;

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are there.
    pub covered: usize,
    /// How many there could be.
    pub total: usize,
}

impl Share {
    /// One that is there or not.
    pub(super) fn one(is_there: bool) -> Self {
        Self { covered: usize::from(is_there), total: 1 }
    }

    /// The same, or nothing of nothing.
    pub(super) fn filter(self, counts: bool) -> Self {
        if counts { self } else { Self::default() }
    }

    /// The share in percent, rounded down to one decimal so that 100 means all; 100 of nothing.
    #[expect(clippy::cast_precision_loss, reason = "at most 1000, which a float holds exactly")]
    pub fn percent(self) -> f64 {
        let per_mille = (self.covered * 1000).checked_div(self.total);
        per_mille.unwrap_or(1000) as f64 / 10.0
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.covered += other.covered;
        self.total += other.total;
    }
}

impl AddAssign for Shares {
    fn add_assign(&mut self, other: Self) {
        self.endpoints += other.endpoints;
        self.params += other.params;
        self.signatures += other.signatures;
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the values are exact")]
mod tests {
    use super::Share;

    #[test]
    fn only_all_is_a_hundred_percent() {
        let percent = |covered, total| Share { covered, total }.percent();
        assert_eq!(percent(0, 0), 100.0);
        assert_eq!(percent(9_999, 10_000), 99.9);
        assert_eq!(percent(2, 3), 66.6);
        assert_eq!(percent(3, 3), 100.0);
    }
}
