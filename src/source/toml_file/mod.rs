//! TOML files that people write: read into structs, or all their mistakes at once, each with its place
//! and the nearest valid word.

mod mistake;
mod parse;
mod schema;
mod shape;
mod words;

pub use mistake::{Mistake, Mistakes};
pub(crate) use parse::parse;
pub(crate) use schema::{for_toml, generator, schema_of};
pub use words::nearest;
pub(crate) use words::{did_you_mean, either, quoted};
