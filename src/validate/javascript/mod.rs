//! A script as words, texts and comments, for rules that ask what a script mentions.
//!
//! This is no parser. It tells code from texts, templates, regular expressions and comments, which is
//! what keeps a rule from taking a word in a comment for a call.

mod brackets;
mod chain;
mod compiled;
mod declared;
mod lexer;
mod names;
mod program;
mod statement;
mod token;

pub(super) use chain::{Call, calls};
pub(super) use compiled::{Compiled, compiled};
pub(crate) use lexer::tokens;
pub(super) use names::{assigned, is_assigned};
pub(super) use program::{Program, programs};
pub(super) use statement::{begins_statement, statement_end};
pub(crate) use token::{Kind, Token};
