//! A script as words, texts and marks, and what rules ask of it: its calls and the names that it uses.
//!
//! This is no parser. What asks what a script says reads [`tokens`], which tell code from texts, templates, regular
//! expressions and comments; what must not overlook anything, however a script hides it, reads [`pieces`].

mod brackets;
mod chain;
mod declared;
mod lexer;
mod names;
mod statement;
mod token;

pub(crate) use chain::{Call, calls};
pub(crate) use lexer::{is_name, pieces, tokens};
pub(crate) use names::{Names, assigned, is_assigned, names};
pub(crate) use statement::{begins_statement, statement_end};
pub(crate) use token::{Kind, Token};
