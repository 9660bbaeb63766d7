//! How Postman and JavaScript write text.

pub(crate) mod coercion;
pub(crate) mod host;
pub(crate) mod json_text;
pub(crate) mod percent;
pub(crate) mod script;
pub(crate) mod shown;
pub mod surrogate;
