//! Collections and apis against each other: what covers what, what differs, and what an edited
//! collection lacks.

mod address;
pub mod coverage;
pub mod diff;
mod endpoints;
mod json_body;
mod matching;
mod operation;
mod params;
mod path;
mod path_index;
mod scripts;
pub mod update;

pub use operation::Source;
