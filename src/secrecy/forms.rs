//! What credentials look like by themselves, whatever they are called.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Grade;
use super::looks::{is_pasted_value, is_random, stands_for};
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

/// The lines that begin a private key in PEM.
const PEM: [&str; 6] = [
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----",
    "-----BEGIN DSA PRIVATE KEY-----",
    "-----BEGIN OPENSSH PRIVATE KEY-----",
];

/// From the documentation of each issuer. Keys for tests (`sk_test_…`) are left out.
static ISSUED: [Issued; 14] = [
    Issued { start: "PMAK-", length: 40, what: "an API key of Postman" },
    Issued { start: "AKIA", length: 16, what: "an access key of AWS" },
    Issued { start: "AIza", length: 35, what: "an API key of Google" },
    Issued { start: "ghp_", length: 36, what: "a token of GitHub" },
    Issued { start: "gho_", length: 36, what: "a token of GitHub" },
    Issued { start: "ghu_", length: 36, what: "a token of GitHub" },
    Issued { start: "ghs_", length: 36, what: "a token of GitHub" },
    Issued { start: "github_pat_", length: 40, what: "a token of GitHub" },
    Issued { start: "glpat-", length: 20, what: "a token of GitLab" },
    Issued { start: "xoxb-", length: 20, what: "a token of Slack" },
    Issued { start: "xoxp-", length: 20, what: "a token of Slack" },
    Issued { start: "sk_live_", length: 20, what: "a secret key of Stripe" },
    Issued { start: "rk_live_", length: 20, what: "a secret key of Stripe" },
    Issued { start: "npm_", length: 36, what: "a token of npm" },
];

/// Only a search for the leftmost looks at many bytes at once.
static STARTS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let starts = PEM.into_iter().chain(ISSUED.iter().map(|issued| issued.start));
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

    /// For a text that nobody has looked through.
    pub(crate) fn of_any() -> Self {
        Self { are_there: true }
    }

    /// Where a text of the file has a credential of an issuer, and what that is.
    pub(crate) fn find(self, text: &str) -> Option<(Range<usize>, Form)> {
        if self.are_there { issued(text).next() } else { None }
    }
}

/// The credentials of issuers in a text, but for examples.
fn issued(text: &str) -> impl Iterator<Item = (Range<usize>, Form)> {
    let found = STARTS.as_ref().into_iter().flat_map(move |starts| starts.find_iter(text));
    found.filter_map(move |found| {
        let rest = text.get(found.end()..)?;
        let number = found.pattern().as_usize();
        let (length, what) = match number.checked_sub(PEM.len()) {
            None => (pem_length(rest)?, "a private key"),
            Some(issued) => {
                let issued = ISSUED.get(issued)?;
                let more = rest.bytes().take_while(|byte| is_of_token(*byte)).count();
                let token = rest.get(..more).filter(|_| more >= issued.length)?;
                (Some(more).filter(|_| is_random(token) && !stands_for(token))?, issued.what)
            }
        };
        let before = text.as_bytes().get(..found.start())?.last();
        let range = found.start()..found.end() + length;
        before.is_none_or(|byte| !is_of_token(*byte)).then_some((range, Form::Issued(what)))
    })
}

/// The length of a key between the lines that begin and end it; `None` for an example of which something is cut
/// out.
fn pem_length(rest: &str) -> Option<usize> {
    let end = rest.find("-----END")?;
    let content = rest.get(..end)?.replace("\\r", "").replace("\\n", "\n");
    let is_of_key = |line: &str| line.bytes().all(|byte| is_base64(byte) || byte == b'=');
    let is_header = |line: &str| line.contains(": ");
    let mut lines = content.lines().map(str::trim);
    let letters: usize = lines.clone().map(str::len).sum();
    (letters > 40 && lines.all(|line| is_of_key(line) || is_header(line))).then_some(end)
}

fn is_of_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

/// Whether a text is 64 random bytes in base64, as private keys for HMAC-SHA512 are.
pub(crate) fn is_private_key(text: &str) -> bool {
    text.len() == PRIVATE_KEY
        && text.ends_with("==")
        && base64::decode(text).is_some_and(|bytes| bytes.len() == 64)
        && is_random(text)
}

/// The characters of 64 bytes in base64.
const PRIVATE_KEY: usize = 88;

/// The private keys for HMAC-SHA512 in a text.
fn private_keys(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = memchr::memmem::find_iter(text.as_bytes(), b"==");
    ends.filter_map(move |end| {
        let range = (end + 2).checked_sub(PRIVATE_KEY)?..end + 2;
        let before = text.as_bytes().get(..range.start)?.last();
        let is_alone = before.is_none_or(|byte| !is_base64(*byte));
        (is_alone && is_private_key(text.get(range.clone())?)).then_some(range)
    })
}

/// What in a text is a secret by its form alone, with its grade.
pub(super) fn secrets(text: &str) -> Vec<(Range<usize>, Grade)> {
    let mut found: Vec<_> = private_keys(text).map(|range| (range, Grade::PrivateKey)).collect();
    found.extend(issued(text).map(|(range, form)| match form {
        Form::Issued(what) if what.contains("private") => (range, Grade::PrivateKey),
        _ => (range, Grade::Token),
    }));
    found.extend(web_tokens(text).map(|range| (range, Grade::Token)));
    found.extend(pasted(text).map(|range| (range, Grade::PrivateKey)));
    found.extend(passwords_of_urls(text).map(|range| (range, Grade::Password)));
    found
}

/// JSON web tokens: three pieces of base64 with dots between them, of which the first is an object.
fn web_tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_of_jwt = |byte: u8| is_of_token(byte) || byte == b'.';
    memchr::memmem::find_iter(text.as_bytes(), b"eyJ").filter_map(move |start| {
        let before = text.as_bytes().get(..start)?.last();
        let length =
            text.as_bytes().get(start..)?.iter().take_while(|byte| is_of_jwt(**byte)).count();
        let token = text.get(start..start + length)?.trim_end_matches('.');
        let mut pieces = token.split('.').map(str::len);
        let has_pieces = pieces.next()? >= 16 && pieces.next()? >= 16 && pieces.next().is_some();
        let is_alone = before.is_none_or(|byte| !is_of_jwt(*byte));
        (has_pieces && is_alone).then_some(start..start + token.len())
    })
}

/// Values between the braces of `{{…}}`, where a name should be; they are sent with the braces, which a URL
/// encodes.
fn pasted(text: &str) -> impl Iterator<Item = Range<usize>> {
    memchr::memmem::find_iter(text.as_bytes(), b"{{").filter_map(move |open| {
        let start = open + 2;
        let length = text.get(start..)?.find(['{', '}'])?;
        let end = start + length;
        let is_closed = text.get(end..)?.starts_with("}}");
        (is_closed && is_pasted_value(text.get(start..end)?)).then_some(start..end)
    })
}

/// What stands between user name and host: `https://user:password@host`, or the user name if it is a token.
pub(crate) fn passwords_of_urls(text: &str) -> impl Iterator<Item = Range<usize>> {
    memchr::memmem::find_iter(text.as_bytes(), b"://").filter_map(move |scheme| {
        let start = scheme + 3;
        let rest = text.get(start..)?;
        let ends = |c: char| {
            c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '\'' | '\\' | '<' | '>' | '`')
        };
        let authority = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
        let userinfo = authority.rsplit_once('@')?.0;
        let range = match userinfo.split_once(':') {
            Some((user, _)) => start + user.len() + 1..start + userinfo.len(),
            None => Some(start..start + userinfo.len()).filter(|_| is_random(userinfo))?,
        };
        let password = text.get(range.clone())?;
        let is_variable = password.starts_with("{{") && password.ends_with("}}");
        (!password.is_empty() && !is_variable).then_some(range)
    })
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
        for issued in &ISSUED {
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
    fn examples_are_no_tokens() {
        assert_eq!(form(&format!("{}7XXEXAMPLE", token("AKIA", 6))), None);
        let cut = format!("-----BEGIN RSA PRIVATE KEY-----\n{}\n.\n-----END", token("", 64));
        assert_eq!(form(&cut), None);
        assert_eq!(form(&cut.replace("\n.\n", "\n…\n")), None);
    }

    #[test]
    fn private_keys_are_known_by_the_lines_around_them() {
        let key = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END", token("", 64));
        assert!(form(&key).is_some());
        assert!(form(&key.replace('\n', "\\n")).is_some());
        assert_eq!(form("-----BEGIN PRIVATE KEY-----\n…\n-----END"), None);
    }

    const PUBLISHED: &str =
        "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

    #[test]
    fn private_keys_for_hmac_are_known_by_their_length() {
        assert!(is_private_key(PUBLISHED));
        assert!(!is_private_key(&format!("{}==", "A".repeat(86))));
        assert!(!is_private_key("kQH5HW/8p1uGOVjbgWA7Fg=="));
    }

    #[test]
    fn secrets_are_found_anywhere_in_a_text() {
        let jwt = format!("eyJ{}.eyJ{}.{}", token("", 20), token("", 20), token("", 20));
        for (text, secret) in [
            (format!("my key is {PUBLISHED}, keep it"), PUBLISHED),
            (format!("Bearer {jwt}."), jwt.as_str()),
            ("{{9f86d081884c7d659a2feaa0c55ad015}}".to_owned(), "9f86d081884c7d659a2feaa0c55ad015"),
            ("see https://me:pa55@host/x".to_owned(), "pa55"),
        ] {
            let found = secrets(&text);
            let found: Vec<_> = found.iter().map(|(range, _)| text.get(range.clone())).collect();
            assert_eq!(found, [Some(secret)], "{text}");
        }
        for text in [
            "https://{{user}}:{{password}}@host",
            "mailto:a@b.c",
            "{{api_secret}} ==",
            "https://host/a@b",
        ] {
            assert_eq!(secrets(text), [], "{text}");
        }
    }
}
