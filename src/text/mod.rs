//! How Postman and JavaScript write text.

pub(crate) mod base64;
pub(crate) mod blank;
pub(crate) mod coercion;
pub(crate) mod hex;
pub(crate) mod host;
pub(crate) mod json;
pub(crate) mod key_order;
pub(crate) mod number;
pub(crate) mod percent;
pub(crate) mod script;
pub(crate) mod shown;
pub mod surrogate;
