//! What is secret, and keeping it out of what is shown.
//!
//! A secret is known by its [name](Grade::of), by its form, or because a variable is of type secret. A [`Mask`] hides
//! those that are known, however they are written, and yields [`Masked`] text: the only text from elsewhere that reports
//! take.

mod forms;
mod fragments;
mod grade;
mod index;
mod known;
mod looks;
mod mask;
mod masked;
mod views;

pub(crate) use forms::{Form, KnownForms, is_private_key, passwords_of_urls};
pub(crate) use fragments::{of_body, of_url};
pub use grade::Grade;
pub(crate) use grade::may_name_private;
pub use known::Secrets;
pub(crate) use looks::{SHORTEST, credential_in, is_of_credential, may_be_password};
pub use mask::Mask;
pub(crate) use mask::Place;
pub use masked::{Hole, Masked, Writing};
