//! Where the variables of a collection are used, and which of them scripts set and read.

mod definition;
mod scripted;
mod usage;

pub(super) use definition::{Definition, definitions};
pub(super) use scripted::Scripted;
pub(super) use usage::{Use, Uses};
