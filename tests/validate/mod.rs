//! Findings about collections, and the reports made of them.

mod document;
mod own_output;
mod report;
mod rule_pages;
mod schema_rule;
mod signing;
