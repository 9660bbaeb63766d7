//! Client certificates.

use serde_json::Value;

use super::json::{List, object};

object! {
    /// A TLS client certificate and the addresses that it is shown to.
    Certificate {
        /// What the user calls it.
        name: String,
        /// URL patterns of the requests that use it.
        matches: List<String>,
        /// The file of the private key.
        key: CertificateFile,
        /// The file of the certificate.
        cert: CertificateFile,
        /// The passphrase of the private key.
        passphrase: String,
    }
}

object! {
    /// A file that belongs to a certificate.
    CertificateFile {
        /// The path of the file.
        src: Value,
    }
}
