//! From a recipe, credentials and the outgoing bytes to a signature, with the steps that led to it.
//!
//! Everything here is pure: no clock, no randomness, no environment.

mod recipe;

pub use recipe::{
    HeaderName, KeyEncoding, Mac, Made, NoncePlace, Part, Piece, Recipe, Recipes,
    SignatureEncoding, SignatureHeader,
};
