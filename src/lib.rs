//! Countersign generates, checks and compares Postman collections of signed APIs.
//!
//! To countersign is to sign again, independently, what another has already signed: a collection's
//! JavaScript signs, this crate signs again from the published rule, over the very bytes that
//! Postman would send, and the two must agree.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`source`] | a JSON file as text: its value, where every key and value stands, and edits that keep all else |
//! | [`collection`] | Postman's Collection v2.1 and environments as Rust structs, and their JSON schema |
//! | [`catalog`] | what an API offers: endpoints, params, groups, errors, signing recipes |
//! | [`signing`] | recipe, credentials and outgoing bytes to a signature and the steps that led to it |
//! | [`runtime`] | what Postman does when it runs a request, to the bytes on the wire |
//! | [`generate`] | an API to collections and environments |
//! | [`mock`] | an HTTP server that answers as the API does |
//! | [`inspect`] | what each request of a collection would send, and each step of its signature |
//! | [`validate`] | whether Postman takes a collection and the exchange its signatures; when not, why |
//! | [`compare`] | coverage of an API, differences between collections, updates that lose no edit |
//! | [`report`] | writers of results, one a format |
//! | [`cli`] | the command line; nothing else imports it |
//!
//! The library never prints, never exits and never reads the clock.

pub mod catalog;
pub mod cli;
pub mod collection;
pub mod compare;
mod excerpt;
pub mod generate;
pub mod inspect;
pub mod mock;
pub mod report;
pub mod runtime;
pub mod signing;
pub mod source;
mod toml_file;
pub mod validate;

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
