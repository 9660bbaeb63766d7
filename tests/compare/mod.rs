//! What `coverage`, `diff` and `update` make of collections.

mod coverage;
mod diff_command;
mod diff_laws;
mod diff_planted;
mod exported;
mod matching;
mod page;
mod reports;
mod support;
mod update;
mod update_command;
mod update_laws;
mod update_to_newer;
