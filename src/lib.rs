//! Countersign generates, checks and compares Postman collections of signed APIs.
//!
//! To countersign is to sign again, independently, what another has already signed: a collection's
//! JavaScript signs, this crate signs again from the published rule, over the very bytes that
//! Postman would send, and the two must agree.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`collection`] | Postman's Collection v2.1 and environments as Rust structs, and their JSON schema |
//! | [`catalog`] | what an API offers: endpoints, params, groups, errors, signing recipes |
//! | [`signing`] | recipe, credentials and outgoing bytes to a signature and the steps that led to it |
//! | [`generate`] | an API to collections and environments |
//! | [`mock`] | an HTTP server that answers as the API does |
//! | [`validate`] | what is wrong with a collection and its signatures, and why |
//! | [`cli`] | the command line; nothing else imports it |
//!
//! The library never prints, never exits and never reads the clock.

pub mod catalog;
pub mod cli;
pub mod collection;
pub mod generate;
pub mod mock;
pub mod signing;
pub mod validate;
