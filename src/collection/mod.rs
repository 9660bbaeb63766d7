//! Postman's Collection v2.1 and environments as Rust structs, and the JSON schema they yield.
//!
//! Whatever a file holds survives reading and writing: unknown keys, the order of keys, and the
//! difference between a key that is absent, null or empty. A value of the wrong JSON type is kept
//! too ([`Field::Other`]), since Postman runs many files that break its own schema.
//!
//! ```
//! use countersign::collection::{Collection, Field, Item};
//!
//! let text = r#"{"item": [{"request": "https://example.com", "name": "a", "mine": 1}]}"#;
//! let collection = Collection::from_json(text)?;
//! let item: &Item = collection.item.iter().next().expect("there is one");
//! assert_eq!(item.name.text(), Some("a"));
//! assert_eq!(item.request.text(), Some("https://example.com"));
//! assert_eq!(item.response, Field::Absent);
//! assert_eq!(serde_json::to_string(item)?, r#"{"request":"https://example.com","name":"a","mine":1}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod auth;
mod body;
mod certificate;
mod description;
mod environment;
mod event;
mod file;
mod header;
mod info;
mod item;
mod json;
mod kind;
mod protocol_profile_behavior;
mod proxy;
mod request;
mod response;
mod root;
mod schema;
mod url;
mod variable;
mod walk;

pub use auth::{Auth, AuthAttribute};
pub use body::{
    Body, BodyOptions, FileBody, FormParameter, GraphqlBody, RawOptions, UrlEncodedParameter,
};
pub use certificate::{Certificate, CertificateFile};
pub use description::Description;
pub use environment::{Environment, EnvironmentValue};
pub use event::{Event, Script};
pub use file::ReadError;
pub use header::Header;
pub use info::{Info, Version};
pub use item::Item;
pub use json::{Entry, Extra, Field, List, TextOr};
pub use protocol_profile_behavior::ProtocolProfileBehavior;
pub use proxy::ProxyConfig;
pub use request::Request;
pub use response::{Cookie, Response};
pub use root::Collection;
pub use url::{PathSegment, QueryParam, Url};
pub use variable::Variable;
pub use walk::Place;
