//! Scripts that work in only one of Newman and Postman's app.

mod difference;
mod feature;
mod run;

use serde_json::Value;

use super::javascript::{Compiled, Program};
use super::trial::Trial;
use crate::runtime::Setup;
pub(super) use difference::{Difference, Only};

/// The scripts of a collection, and how they ran.
pub(super) struct Scripts<'c, 'a> {
    pub(super) collection: &'a Value,
    pub(super) setup: &'a Setup,
    pub(super) programs: &'c [Program<'a>],
    /// Whether each of them compiles.
    pub(super) compiled: &'c [Compiled],
    pub(super) trials: &'a [Trial<'a>],
}

/// What makes scripts work in one engine only: by compiling them, and by running those that mention
/// what one engine lacks.
pub(super) fn differences<'c, 'a>(scripts: &Scripts<'c, 'a>) -> Vec<Difference<'c, 'a>> {
    let mut differences = difference::of_compiling(scripts);
    differences.extend(run::of_running(scripts));
    differences
}
