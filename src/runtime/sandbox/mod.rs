//! The script sandbox.

pub mod crypto;
pub mod libs;
