//! What rules ask of a script: its calls, the names that it uses, and which scripts have the same text.
//!
//! This is no parser. Rules read [`tokens`], which tell code from texts, templates, regular expressions
//! and comments: that is what keeps a rule from taking a word in a comment for a call.

mod brackets;
mod chain;
mod compiled;
mod declared;
mod names;
mod program;
mod statement;

pub(crate) use crate::runtime::javascript::tokens;
pub(super) use crate::runtime::javascript::{Kind, Token};
pub(super) use chain::{Call, calls};
pub(super) use compiled::{Compiled, compiled};
pub(super) use names::{assigned, is_assigned};
pub(super) use program::{Program, programs};
pub(super) use statement::{begins_statement, statement_end};
