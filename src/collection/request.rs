//! Requests.

use super::json::{List, NULLABLE, TextOr, object};
use super::{Auth, Body, Certificate, Description, Header, ProxyConfig, Url};

object! {
    /// A request, before variables are put in.
    Request {
        /// How the request authorizes; absent or null inherits the folder's way.
        auth: Box<Auth> => NULLABLE,
        /// The HTTP method, GET if absent.
        method: String,
        /// The headers, as a list or as one text with a line each.
        header: TextOr<List<Header>>,
        /// The body.
        body: Box<Body> => NULLABLE,
        /// The address, as a text or in parts.
        url: TextOr<Box<Url>>,
        /// What the request does.
        description: TextOr<Box<Description>> => NULLABLE,
        /// The proxy that the request goes through.
        proxy: Box<ProxyConfig>,
        /// The client certificate that the request is sent with.
        certificate: Box<Certificate>,
    }
}
