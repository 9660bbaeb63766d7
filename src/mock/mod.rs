//! An HTTP server on the loopback that behaves as an API of the catalogue does.
//!
//! It is for trying a collection without an account: it checks what the API checks, and answers
//! with the documented example or with the API's own error text.
//!
//! For a signed endpoint the checks run in this order:
//!
//! 1. the public key is the one that the server was given;
//! 2. there is a nonce, and it is an unsigned 64-bit number;
//! 3. the signature is what the recipe makes of the bytes that came in;
//! 4. the nonce is above the last one that was accepted;
//! 5. the params are there and have values that the catalogue allows.
//!
//! So a request with a wrong signature never uses up a nonce, and one with a wrong param does, as
//! it would with the exchange. Of a field that comes twice the last one counts. Params that the
//! catalogue does not know are ignored.

mod answer;
mod authenticate;
mod background;
mod connection;
mod credentials;
mod exchange;
mod fields;
mod params;
mod server;
mod welcome;
mod wording;

pub use answer::{Answer, Event};
pub use background::Running;
pub use credentials::{CredentialsError, RANDOM_BYTES, parse_credentials, throwaway_credentials};
pub use exchange::{Exchange, ExchangeError, Request};
pub use server::{Limits, ServeError, Server};
