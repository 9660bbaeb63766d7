//! Writers of results, one a format. They write, and decide nothing.

pub(crate) mod compared;
pub mod inspect;
pub mod validate;
