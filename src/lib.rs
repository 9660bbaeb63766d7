//! Countersign generates, checks and compares Postman collections of signed APIs.
//!
//! To countersign is to sign again, independently, what another has already signed: a collection's
//! JavaScript signs, this crate signs again from the published rule, over the very bytes that
//! Postman would send, and the two must agree.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`text`] | how Postman and JavaScript write text |
//! | [`secrecy`] | what is secret, and keeping it out of what is shown |
//! | [`signing`] | recipe, credentials and outgoing bytes to a signature and the steps that led to it |
//! | [`causes`] | the mistake behind a signature that differs |
//! | [`source`] | a JSON file as text: its value, where every key and value stands, and edits that keep all else |
//! | [`collection`] | Postman's Collection v2.1 and environments as Rust structs, and their JSON schema |
//! | [`catalog`] | what an API offers: endpoints, params, groups, errors, signing recipes |
//! | [`world`] | what a run sees of the world: which program runs it, time, chance, files |
//! | [`variables`] | variables, their scopes, and the text of `{{name}}` |
//! | [`sandbox`] | runs a collection's scripts as Postman does |
//! | [`runtime`] | what Postman does when it runs a request, to the bytes on the wire |
//! | [`countersign`] | signs again what a script signed, and compares |
//! | [`inspect`] | what each request of a collection would send, and each step of its signature |
//! | [`findings`] | findings, their places, severities and fixes |
//! | [`validate`] | whether Postman takes a collection and the exchange its signatures; when not, why |
//! | [`generate`] | an API to collections and environments |
//! | [`compare`] | coverage of an API, differences between collections, updates that lose no edit |
//! | [`mock`] | an HTTP server that answers as the API does |
//! | [`report`] | writers of results, one a format |
//! | [`cli`] | the command line; nothing else imports it |
//!
//! The library never prints, never exits and never reads the clock.

pub mod catalog;
pub mod causes;
pub mod cli;
pub mod collection;
pub mod compare;
pub mod countersign;
pub mod findings;
pub mod generate;
pub mod inspect;
pub mod mock;
pub mod report;
pub mod runtime;
pub mod sandbox;
pub mod secrecy;
pub mod signing;
pub mod source;
pub mod text;
pub mod validate;
pub mod variables;
pub mod world;

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
