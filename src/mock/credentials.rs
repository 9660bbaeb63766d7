//! Credentials for an account that does not exist.

use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::signing::{Credentials, Secret};
use crate::text::base64;

/// Bytes of a random key: as many as Kraken's public keys have.
const KEY_BYTES: usize = 42;
/// Bytes of a random secret: as many as Kraken's private keys have.
const SECRET_BYTES: usize = 64;
/// How many random bytes [`throwaway_credentials`] takes.
pub const RANDOM_BYTES: usize = KEY_BYTES + SECRET_BYTES;

/// Why a text holds no credentials. No message shows any of the text.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CredentialsError {
    /// The text is neither JSON nor TOML.
    #[error(
        "found neither JSON nor TOML, expected a Postman environment or `api_key` and `api_secret`"
    )]
    Unreadable,
    /// A value is missing, or switched off.
    #[error("found no `{name}`, expected it next to `{other}`")]
    Missing {
        /// The name looked for.
        name: &'static str,
        /// The other name.
        other: &'static str,
    },
    /// A value is empty or no text.
    #[error("`{name}` is empty or not text")]
    Empty {
        /// Its name.
        name: &'static str,
    },
}

/// A key and a secret made of random bytes, in the form of Kraken's: base64 of 42 and 64 bytes.
pub fn throwaway_credentials(random: &[u8; RANDOM_BYTES]) -> Credentials {
    let (key, secret) = random.split_at(KEY_BYTES);
    Credentials { api_key: base64::encode(key), secret: Secret::new(base64::encode(secret)) }
}

/// Reads `api_key` and `api_secret` from a Postman environment, or from a JSON or TOML table.
///
/// # Errors
///
/// When `text` is none of these, or one of the two is missing, disabled or empty.
pub fn parse_credentials(text: &str) -> Result<Credentials, CredentialsError> {
    let value: Value = serde_json::from_str(text)
        .ok()
        .or_else(|| toml::from_str(text).ok())
        .ok_or(CredentialsError::Unreadable)?;
    let find = |name, other| {
        let found = find(&value, name).ok_or(CredentialsError::Missing { name, other })?;
        match found.as_str().map(str::trim) {
            None | Some("") => Err(CredentialsError::Empty { name }),
            Some(text) => Ok(Zeroizing::new(text.to_owned())),
        }
    };
    Ok(Credentials {
        api_key: find("api_key", "api_secret")?.to_string(),
        secret: Secret::new(find("api_secret", "api_key")?.as_str()),
    })
}

fn find(value: &Value, name: &str) -> Option<Value> {
    #[derive(Deserialize)]
    struct Variable {
        key: String,
        value: Value,
        enabled: Option<bool>,
    }

    let Some(variables) = value.get("values").and_then(Value::as_array) else {
        return value.get(name).cloned();
    };
    let variables = variables.iter().filter_map(|variable| Variable::deserialize(variable).ok());
    // Of two variables with one name, the last wins in Postman too.
    let mut enabled =
        variables.filter(|variable| variable.key == name && variable.enabled != Some(false));
    enabled.next_back().map(|variable| variable.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signing::{KeyEncoding, decode_key};

    fn parsed(text: &str) -> Result<(String, String), String> {
        parse_credentials(text)
            .map(|found| (found.api_key.clone(), found.secret.expose().to_owned()))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn reads_environments_json_and_toml() {
        let environment = r#"{"name":"e","values":[
            {"key":"api_key","value":"old","enabled":false},
            {"key":"api_key","value":" k ","type":"secret"},
            {"key":"api_secret","value":"s","enabled":true}]}"#;
        assert_eq!(parsed(environment), Ok(("k".into(), "s".into())));
        assert_eq!(
            parsed(r#"{"api_secret":"s","api_key":"k","more":1}"#),
            Ok(("k".into(), "s".into()))
        );
        assert_eq!(parsed("api_key = 'k'\napi_secret = 's'\n"), Ok(("k".into(), "s".into())));
    }

    #[test]
    fn says_what_is_missing() {
        let message = |text: &str| parsed(text).expect_err("there are none");
        insta::assert_snapshot!(message("s3cret"), @"found neither JSON nor TOML, expected a Postman environment or `api_key` and `api_secret`");
        insta::assert_snapshot!(message(r#"{"api_key":"k"}"#), @"found no `api_secret`, expected it next to `api_key`");
        insta::assert_snapshot!(message(r#"{"values":[]}"#), @"found no `api_key`, expected it next to `api_secret`");
        insta::assert_snapshot!(message("api_key = 'k'\napi_secret = 1"), @"`api_secret` is empty or not text");
    }

    #[test]
    fn makes_a_secret_of_the_right_length() {
        let credentials = throwaway_credentials(&[7; RANDOM_BYTES]);
        assert_eq!(credentials.api_key.len(), 56);
        assert!(decode_key(&credentials.secret, KeyEncoding::Base64, Some(64)).is_ok());
    }
}
