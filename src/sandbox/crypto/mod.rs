//! CryptoJS 3.3.0 as Postman's sandbox has it, with native cryptography.
//!
//! The JavaScript layer in `js/` gives scripts the objects that they know (word arrays, hashers,
//! ciphers, encoders) and behaves like CryptoJS down to its quiet failures; hashes, block ciphers
//! and encoders are Rust. Every hash and HMAC is written to a [`Trace`].

use std::cell::RefCell;
use std::rc::Rc;

use rquickjs::{Ctx, Object, Result, Value};

use super::bytecode;

mod aes;
mod algorithm;
mod digest;
mod kdf;
mod native;
mod rabbit;
mod trace;
mod words;

pub use algorithm::Algorithm;
pub use trace::{Trace, TracedCall};

/// What the engine lends to the library.
#[derive(Clone)]
pub struct Host {
    /// Where hashes and HMACs are recorded.
    pub trace: Rc<RefCell<Trace>>,
    /// Whether the running script has used up its time; asked during long native work.
    pub out_of_time: Rc<dyn Fn() -> bool>,
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Host").field("trace", &self.trace).finish_non_exhaustive()
    }
}

/// The parts of the JavaScript layer in the order in which they build on each other.
const LAYERS: [&str; 7] = ["core", "encoders", "hashers", "kdf", "modes", "cipher_core", "ciphers"];

/// Builds a `CryptoJS` object; each context needs just one.
///
/// # Errors
/// A JavaScript error, when the context has run out of memory or time.
pub fn crypto_js<'js>(
    ctx: &Ctx<'js>,
    host: &Host,
    primordials: &Object<'js>,
) -> Result<Value<'js>> {
    let native = native::object(ctx, host)?;
    let library = Object::new(ctx.clone())?;
    for name in LAYERS {
        let layer = bytecode::function(ctx, &format!("crypto/js/{name}"))?;
        layer.call::<_, ()>((library.clone(), native.clone(), primordials.clone()))?;
    }
    Ok(library.into_value())
}

/// A digest for the Web Crypto API.
pub(super) fn traced_digest(host: &Host, algorithm: Algorithm, input: Vec<u8>) -> Vec<u8> {
    let output = digest::digest(algorithm, input.clone()).bytes();
    let call = TracedCall { algorithm, key: None, input, output: output.clone() };
    host.trace.borrow_mut().record(call);
    output
}

/// An HMAC for the Web Crypto API.
pub(super) fn traced_hmac(
    host: &Host,
    algorithm: Algorithm,
    key: Vec<u8>,
    input: Vec<u8>,
) -> Vec<u8> {
    let output = digest::HmacKey::new(algorithm, &key).mac(input.clone()).bytes();
    let call = TracedCall { algorithm, key: Some(key), input, output: output.clone() };
    host.trace.borrow_mut().record(call);
    output
}

#[cfg(test)]
mod tests;
