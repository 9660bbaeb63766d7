//! Scripts that work in only one of Newman and Postman's app.

mod difference;
mod feature;
mod run;

use serde_json::Value;

use super::trial::Trial;
use crate::runtime::Setup;
use crate::runtime::outline::{Compiled, Program};
pub(crate) use difference::{Difference, Only};

/// The scripts of a collection, and how they ran.
pub(crate) struct Scripts<'c, 'a> {
    pub(crate) collection: &'a Value,
    pub(crate) setup: &'a Setup,
    pub(crate) programs: &'c [Program<'a>],
    /// Whether each of them compiles.
    pub(crate) compiled: &'c [Compiled],
    pub(crate) trials: &'a [Trial<'a>],
}

/// What makes scripts work in one engine only: by compiling them, and by running those that mention
/// what one engine lacks.
pub(crate) fn differences<'c, 'a>(scripts: &Scripts<'c, 'a>) -> Vec<Difference<'c, 'a>> {
    let mut differences = difference::of_compiling(scripts);
    differences.extend(run::of_running(scripts));
    differences
}
