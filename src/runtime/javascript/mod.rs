//! A script as words, texts and marks.
//!
//! This is no parser. What asks what a script says reads [`tokens`]; what must not overlook
//! anything, however a script hides it, reads [`pieces`].

mod lexer;
mod token;

pub(crate) use lexer::tokens;
pub(in crate::runtime) use lexer::{is_name, pieces};
pub(crate) use token::{Kind, Token};
