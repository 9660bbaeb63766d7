//! Collections and apis against each other: what covers what, what differs, and what an edited
//! collection lacks.

mod address;
pub mod coverage;
pub mod diff;
pub(crate) mod documented;
mod endpoints;
mod matching;
mod operation;
mod params;
mod parts;
mod path;
mod path_index;
mod released;
mod scripts;
pub mod update;

pub use documented::{DocumentedParam, documented_params};
pub use operation::Source;
pub use parts::Parts;
pub use released::{KnownScripts, SigningForm, was_released};
