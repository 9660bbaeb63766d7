//! What Postman does when it runs a request.

pub mod sandbox;
