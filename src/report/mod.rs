//! Writers of results, one a format. They write, and decide nothing.

pub(crate) mod compared;
pub mod coverage;
pub mod diff;
mod html;
pub mod inspect;
mod shown;
pub mod update;
pub mod validate;

pub(crate) use shown::{code, count, one_line};
