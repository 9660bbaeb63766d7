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
//!
//! ```
//! use countersign::catalog::Catalog;
//! use countersign::mock::{Exchange, RANDOM_BYTES, Server, throwaway_credentials};
//!
//! let api = Catalog::embedded().api("kraken-spot")?.clone();
//! let credentials = throwaway_credentials(&[0; RANDOM_BYTES]); // take random ones
//! let exchange = Exchange::new(api, credentials)?;
//! let server = Server::bind(exchange, ([127, 0, 0, 1], 0).into())?.run_in_background()?;
//! assert!(server.base_url().starts_with("http://127.0.0.1:"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod authenticate;
mod background;
mod connection;
mod credentials;
mod exchange;
mod server;
mod welcome;
mod wording;

pub use answer::{Answer, Event};
pub use background::Running;
pub use credentials::{CredentialsError, RANDOM_BYTES, parse_credentials, throwaway_credentials};
pub use exchange::{Exchange, ExchangeError, Request};
pub use server::{Limits, ServeError, Server};
