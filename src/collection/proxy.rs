//! Proxies.

use super::json::object;

object! {
    /// A proxy and the addresses that go through it.
    ProxyConfig {
        /// The URL pattern of the requests that go through it, `http+https://*/*` if absent.
        r#match as "match": String,
        /// The host of the proxy.
        host: String,
        /// The port of the proxy, 8080 if absent.
        port: u64,
        /// Whether the connection is tunnelled.
        tunnel: bool,
        /// Whether the proxy is kept but not used.
        disabled: bool,
    }
}
