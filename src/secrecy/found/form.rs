//! What a credential looks like.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::looks::is_random;
use crate::text::base64;

/// What a credential is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A private key for HMAC-SHA512: 64 bytes in base64.
    PrivateKey,
    /// What begins in a way that its issuer chose, so that it is known by that.
    Issued(&'static str),
    /// What a name says that it is, and looks like it.
    Named,
}

/// How the tokens of an issuer begin, and what follows.
struct Issued {
    start: &'static str,
    /// The least number of letters, digits, `_` and `-` behind the start.
    length: usize,
    /// What it is, with its article.
    what: &'static str,
}

/// From the documentation of each issuer. Keys for tests (`sk_test_…`) are left out.
static ISSUED: [Issued; 15] = [
    Issued { start: "-----BEGIN PRIVATE KEY-----", length: 0, what: "a private key" },
    Issued { start: "-----BEGIN RSA PRIVATE KEY-----", length: 0, what: "a private key" },
    Issued { start: "-----BEGIN EC PRIVATE KEY-----", length: 0, what: "a private key" },
    Issued { start: "-----BEGIN OPENSSH PRIVATE KEY-----", length: 0, what: "a private key" },
    Issued { start: "PMAK-", length: 40, what: "an API key of Postman" },
    Issued { start: "AKIA", length: 16, what: "an access key of AWS" },
    Issued { start: "AIza", length: 35, what: "an API key of Google" },
    Issued { start: "ghp_", length: 36, what: "a token of GitHub" },
    Issued { start: "gho_", length: 36, what: "a token of GitHub" },
    Issued { start: "github_pat_", length: 40, what: "a token of GitHub" },
    Issued { start: "glpat-", length: 20, what: "a token of GitLab" },
    Issued { start: "xoxb-", length: 20, what: "a token of Slack" },
    Issued { start: "xoxp-", length: 20, what: "a token of Slack" },
    Issued { start: "sk_live_", length: 20, what: "a secret key of Stripe" },
    Issued { start: "rk_live_", length: 20, what: "a secret key of Stripe" },
];

/// Only a search for the leftmost looks at many bytes at once.
static STARTS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let starts = ISSUED.iter().map(|issued| issued.start);
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(starts).ok()
});

/// The forms of issuers, which most files have nothing of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownForms {
    are_there: bool,
}

impl KnownForms {
    /// Looks once through the whole text of a file, so that its texts need not be looked through.
    pub(crate) fn in_text(text: &str) -> Self {
        Self { are_there: STARTS.as_ref().is_some_and(|starts| starts.is_match(text)) }
    }

    /// Whether there is none in the file.
    pub(crate) fn are_none(self) -> bool {
        !self.are_there
    }

    /// Where a text of the file has a credential of an issuer, and what that is.
    pub(crate) fn find(self, text: &str) -> Option<(Range<usize>, Form)> {
        let starts = STARTS.as_ref().filter(|_| self.are_there)?;
        starts.find_iter(text).find_map(|found| {
            let issued = &ISSUED[found.pattern().as_usize()];
            let rest = text.get(found.end()..)?;
            let length = match issued.length {
                // The text between the lines that begin and end a key.
                0 => rest.find("-----END").filter(|end| *end > 40)?,
                least => {
                    let more = rest.bytes().take_while(|byte| is_of_token(*byte)).count();
                    let token = rest.get(..more).filter(|_| more >= least)?;
                    Some(more).filter(|_| is_random(token))?
                }
            };
            let before = text.as_bytes().get(..found.start())?.last();
            let range = found.start()..found.end() + length;
            before
                .is_none_or(|byte| !is_of_token(*byte))
                .then_some((range, Form::Issued(issued.what)))
        })
    }
}

fn is_of_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// Whether a text is 64 random bytes in base64, as private keys for HMAC-SHA512 are.
pub(crate) fn is_private_key(text: &str) -> bool {
    text.len() == 88
        && text.ends_with("==")
        && base64::decode(text).is_some_and(|bytes| bytes.len() == 64)
        && is_random(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written in two pieces, so that no scanner takes this file for a leak.
    fn token(start: &str, length: usize) -> String {
        let letters = "q8Zr5TtB2xVw9LmKc7Yd4HsNf6Jg3PbA1eUiXoRk".chars().cycle();
        format!("{start}{}", letters.take(length).collect::<String>())
    }

    fn form(text: &str) -> Option<(Range<usize>, Form)> {
        KnownForms::in_text(text).find(text)
    }

    #[test]
    fn tokens_are_known_by_their_beginning() {
        for issued in ISSUED.iter().filter(|issued| issued.length > 0) {
            let text = format!("a {} b", token(issued.start, issued.length));
            let range = 2..text.len() - 2;
            assert_eq!(form(&text), Some((range, Form::Issued(issued.what))), "{}", issued.start);
            assert_eq!(form(&token(issued.start, issued.length - 1)), None, "{}", issued.start);
        }
    }

    #[test]
    fn a_word_that_contains_a_beginning_is_no_token() {
        assert_eq!(form(&token("XAKIA", 16)), None);
        assert_eq!(form("PMAK-your-api-key-goes-here-and-so-on-and-on-and-on"), None);
    }

    #[test]
    fn private_keys_are_known_by_the_lines_around_them() {
        let key = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END", token("", 64));
        assert!(form(&key).is_some());
        assert_eq!(form("-----BEGIN PRIVATE KEY-----\n…\n-----END"), None);
    }

    #[test]
    fn private_keys_for_hmac_are_known_by_their_length() {
        let published = "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
        assert!(is_private_key(published));
        assert!(!is_private_key(&format!("{}==", "A".repeat(86))));
        assert!(!is_private_key("kQH5HW/8p1uGOVjbgWA7Fg=="));
    }
}
