//! All tests of what a user can do, in one program.

mod catalog;
mod collection_model;
mod commands;
mod compare;
mod generate;
mod importers;
mod inspect;
mod libraries;
mod mock;
mod packaging;
mod referees;
mod sandbox;
mod sign;
mod support;
mod terminal;
mod validate;
mod wire;
mod wire_cases;
