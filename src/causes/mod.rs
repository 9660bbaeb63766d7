//! Why a signature differs: the mistake behind a signature that somebody else made.
//!
//! [`explain`] is given the rule, the key, the request as sent and the signature that came with it.
//! It tries the usual mistakes, alone and in sensible pairs, until one gives that signature. With a
//! record of the script's hash calls nothing has to be guessed: the call that made the signature
//! tells the key and the message, and only the texts are compared.
//!
//! ```
//! use countersign::signing::{Outgoing, Recipe, Secret};
//! use countersign::causes::{Cause, Evidence, Key, Mismatch, explain};
//!
//! let recipe: Recipe = toml::from_str(r#"
//!     key = "utf8"
//!     mac = "hmac-sha256"
//!     message = ["body"]
//!     signature = { header = "Sign", encoding = "hex" }
//!     api_key = { header = "Key" }
//! "#)?;
//! let secret = Secret::new("key");
//! let explanation = explain(&Mismatch {
//!     recipe: &recipe,
//!     api_key: "",
//!     key: Key::Text(&secret),
//!     outgoing: &Outgoing { body: b"pair=XBT%2FUSD", ..Outgoing::new("POST", "https://h/x") },
//!     // HMAC-SHA256 of `pair=XBT/USD`
//!     signature: "3be5d7eee9fb084e104b6b3e5a629bfa08d5bf897b58c34acaa1be5ddcbd654a",
//!     evidence: Evidence::default(),
//! });
//! assert_eq!(explanation.map(|explanation| explanation.cause), Some(Cause::UnencodedBody));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod align;
mod budget;
mod cause;
mod classify;
mod evidence;
mod explanation;
mod fault;
mod form;
mod hash;
mod json_body;
mod keys;
mod mask;
mod message;
mod output;
mod search;
mod structure;
#[cfg(test)]
mod tests;
mod traced;
mod verdict;

pub use cause::Cause;
pub use evidence::{Evidence, Key, KnownParam, Mismatch, TracedCall, Written, WrittenField};
pub use explanation::Explanation;
pub(crate) use keys::{is_made_of, right_bytes, undecoded_text};
pub use verdict::explain;
