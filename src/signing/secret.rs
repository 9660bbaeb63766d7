//! Credentials that no output can show by accident.

use std::fmt;

use zeroize::Zeroizing;

/// A private key as text, the way the API handed it out.
///
/// `Debug` and `Display` print `***`, and the memory is wiped when it is dropped.
///
/// ```
/// use countersign::signing::Secret;
///
/// let secret = Secret::new("c2VjcmV0");
/// assert_eq!(format!("{secret} {secret:?}"), "*** ***");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes `text` as it is; nothing is trimmed or decoded.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The text itself, for the few places that must hand it on.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// What identifies a client to an API and lets it sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The public key, sent with each request.
    pub api_key: String,
    /// The private key, never sent.
    pub secret: Secret,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_show_no_secret() {
        let credentials = Credentials { api_key: "public".into(), secret: Secret::new("hidden") };
        let shown = format!("{credentials:?} {credentials:#?} {}", credentials.secret);
        assert!(!shown.contains("hidden"), "{shown}");
        assert!(shown.contains("***"), "{shown}");
    }
}
