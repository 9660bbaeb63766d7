//! What Postman does when it runs a request.

#[cfg(feature = "sandbox")]
pub mod sandbox;
