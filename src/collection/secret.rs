//! Which values no output may show.

/// Parts of names, in lower case without separators, of rows whose value is secret.
const SECRET_NAMES: [&str; 11] = [
    "secret",
    "password",
    "passphrase",
    "passwd",
    "token",
    "privatekey",
    "apikey",
    "accesskey",
    "authorization",
    "signature",
    "apisign",
];

/// Whether what has this name is secret: `api_secret`, `Authorization`, `API-Sign`.
pub(crate) fn names_secret(name: &str) -> bool {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    SECRET_NAMES.iter().any(|secret| name.contains(secret))
}
