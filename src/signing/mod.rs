//! From a recipe, credentials and the outgoing bytes to a signature, with the steps that led to it.
//!
//! Everything here is pure: no clock, no randomness, no environment.
//!
//! ```
//! use countersign::signing::{Credentials, Outgoing, Recipe, Secret, sign};
//!
//! let recipe: Recipe = toml::from_str(r#"
//!     key = "base64"
//!     mac = "hmac-sha512"
//!     message = ["uri", { sha256 = ["nonce", "body"] }]
//!     signature = { header = "API-Sign", encoding = "base64" }
//!     api_key = { header = "API-Key" }
//!     nonce = { body = "nonce" }
//! "#)?;
//! let credentials = Credentials { api_key: "public".into(), secret: Secret::new("c2VjcmV0") };
//! let outgoing = Outgoing {
//!     nonce: Some("1"),
//!     body: b"nonce=1",
//!     ..Outgoing::new("POST", "https://api.kraken.com/0/private/Balance")
//! };
//! let signed = sign(&recipe, &credentials, &outgoing)?;
//! assert_eq!(signed.steps[0].value, "/0/private/Balance");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod evaluate;
mod joined;
mod key;
mod nonce;
mod outgoing;
mod recipe;
mod secret;
#[cfg(test)]
mod tests;

pub use evaluate::{SignError, Signed, Step, piece_bytes, sign, sign_with_key};
pub use key::{KeyError, decode_key};
pub use nonce::{BodyFormat, NonceError, form_fields, nonce_in_body, nonces_in_body};
pub use outgoing::{Outgoing, split_target};
pub use recipe::{
    HeaderName, KeyEncoding, Mac, Made, NoncePlace, Part, Piece, Recipe, Recipes,
    SignatureEncoding, SignatureHeader,
};
pub use secret::{Credentials, Secret};
