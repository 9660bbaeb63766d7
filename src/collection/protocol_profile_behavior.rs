//! How requests are sent.

use serde_json::{Map, Number, Value};

use super::json::{BEYOND, List, object};

object! {
    /// Settings of how requests are sent, which the schema leaves open.
    ProtocolProfileBehavior {
        /// Whether GET, HEAD and the like may have a body.
        disable_body_pruning as "disableBodyPruning": bool => BEYOND,
        /// Whether path and query are sent as they are written.
        disable_url_encoding as "disableUrlEncoding": bool => BEYOND,
        /// Headers that Postman shall not add, as lower-case names with the value true.
        disabled_system_headers as "disabledSystemHeaders": Map<String, Value> => BEYOND,
        /// Whether the cookie jar is left out.
        disable_cookies as "disableCookies": bool => BEYOND,
        /// Whether redirects are followed.
        follow_redirects as "followRedirects": bool => BEYOND,
        /// Whether a redirect keeps the method.
        follow_original_http_method as "followOriginalHttpMethod": bool => BEYOND,
        /// Whether a redirect keeps the `Authorization` header.
        follow_authorization_header as "followAuthorizationHeader": bool => BEYOND,
        /// Whether a redirect drops the `Referer` header.
        remove_referer_header_on_redirect as "removeRefererHeaderOnRedirect": bool => BEYOND,
        /// How many redirects are followed.
        max_redirects as "maxRedirects": Number => BEYOND,
        /// Whether certificates are verified.
        strict_ssl as "strictSSL": bool => BEYOND,
        /// Whether malformed HTTP is accepted.
        insecure_http_parser as "insecureHTTPParser": bool => BEYOND,
        /// Whether the server's order of ciphers counts.
        tls_prefer_server_ciphers as "tlsPreferServerCiphers": bool => BEYOND,
        /// TLS versions that are not used.
        tls_disabled_protocols as "tlsDisabledProtocols": List<String> => BEYOND,
        /// The ciphers that are used.
        tls_cipher_selection as "tlsCipherSelection": List<String> => BEYOND,
        /// `http1`, `http2` or `auto`.
        protocol_version as "protocolVersion": String => BEYOND,
    }
}
