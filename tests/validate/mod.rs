//! Findings about collections, and the reports made of them.

mod document;
mod report;
mod schema_rule;
