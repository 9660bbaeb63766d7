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

/// The length of the shortest of them: most keys of a collection are shorter.
const SHORTEST: usize = "token".len();

/// Whether what has this name is secret: `api_secret`, `Authorization`, `API-Sign`.
pub(crate) fn names_secret(name: &str) -> bool {
    if name.len() < SHORTEST {
        return false;
    }
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    SECRET_NAMES.iter().any(|secret| name.contains(secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_of_the_names_is_shorter_than_the_shortest() {
        assert_eq!(SECRET_NAMES.iter().map(|name| name.len()).min(), Some(SHORTEST));
        assert!(names_secret("Token") && names_secret("X-API-Sign") && !names_secret("key"));
    }
}
