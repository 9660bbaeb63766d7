//! Findings about collections, and the reports made of them.

mod baseline;
mod command;
mod document;
mod fixes;
mod formats;
mod own_output;
mod page;
mod report;
mod robustness;
mod rule_pages;
mod rules;
mod schema_rule;
mod settings;
mod signing;
