//! Writers of results, one a format. They write, and decide nothing.

pub mod inspect;
pub mod validate;
