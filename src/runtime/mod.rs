//! What Postman does when it runs a request: from a request's definition to the bytes on the wire.
//!
//! The definitions are loose JSON, because Postman's runtime is JavaScript: a number, a null or a
//! list in an odd place means something, and is sent. What is said here was measured with Newman
//! 6.2.2; `tests/wire` holds it against Newman, fact by fact and over random requests.
//!
//! ```
//! use countersign::world::{Engine, World};
//! use countersign::variables::{Scope, Scopes};
//! use countersign::runtime::plan;
//! use serde_json::json;
//!
//! let collection = json!({
//!     "variable": [{"key": "base", "value": "https://api.example.com"}],
//!     "item": [{"name": "Ticker", "request": {
//!         "method": "POST",
//!         "url": "{{base}}/ticker?note=a b",
//!         "body": {"mode": "urlencoded", "urlencoded": [{"key": "pair", "value": "XBT/USD"}]},
//!     }}],
//! });
//! let scopes = Scopes {
//!     collection: Scope::read(&collection["variable"], Engine::Newman),
//!     ..Scopes::default()
//! };
//! for request in plan(&collection) {
//!     let outgoing = request.outgoing(&scopes, &mut World::new(1, 1_700_000_000_000))?;
//!     assert_eq!(outgoing.url.to_string(), "https://api.example.com/ticker?note=a%20b");
//!     assert_eq!(outgoing.header("content-length"), Some("14"));
//!     assert_eq!(outgoing.body, b"pair=XBT%2FUSD");
//! }
//! # Ok::<(), countersign::runtime::NotSent>(())
//! ```

mod auth;
mod behaviour;
mod body;
mod headers;
mod not_sent;
mod outgoing;
pub(crate) mod outline;
mod param;
mod plan;
mod run;
pub(crate) mod secrets;
pub(crate) mod url;
mod warning;

pub use behaviour::Behaviour;
pub use body::sent_order;
pub use headers::SentHeader;
pub use not_sent::NotSent;
pub use outgoing::{Outgoing, outgoing};
pub use plan::{Level, PlannedRequest, PlannedScript, plan, written};
pub use run::{Attempt, Ran, RanScript, Run, Setup, Solo};
pub use url::SentUrl;
pub(crate) use url::WrittenUrl;
pub use warning::Warning;
