//! Where the variables of a collection are used, and which of them scripts set and read.

mod definition;
mod scripted;
mod usage;

pub(crate) use definition::{Definition, definitions};
pub(crate) use scripted::Scripted;
pub(crate) use usage::{Use, Uses};
