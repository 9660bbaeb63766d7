//! Signatures made by code of their own, from a script's point of view, and what is said of them.

mod evidence;
mod keys;
mod other_rules;
mod properties;
mod secrecy;
mod texts;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256, Sha512};

use super::{Cause, Evidence, Explanation, Key, Mismatch, TracedCall, explain};
use crate::signing::{Outgoing, Recipe, Secret};

/// The private key of Kraken's published example.
const SECRET: &str =
    "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
const NONCE: &str = "1616492376594";
const ADD_ORDER: &str = "/0/private/AddOrder";

const SPOT: &str = r#"
    key = "base64"
    key_bytes = 64
    mac = "hmac-sha512"
    message = ["uri", { sha256 = ["nonce", "body"] }]
    signature = { header = "API-Sign", encoding = "base64" }
    api_key = { header = "API-Key" }
    nonce = { body = "nonce" }
"#;

fn recipe(text: &str) -> Recipe {
    toml::from_str(text).expect("the recipe is well formed")
}

fn key() -> Vec<u8> {
    STANDARD.decode(SECRET).expect("it is base64")
}

fn sha256(input: &[u8]) -> Vec<u8> {
    Sha256::digest(input).to_vec()
}

fn hmac_sha512(key: &[u8], input: &[u8]) -> Vec<u8> {
    let mac = Hmac::<Sha512>::new_from_slice(key).expect("any length will do");
    mac.chain_update(input).finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// Puts path and digest together.
type Join = fn(&str, &[u8]) -> Vec<u8>;

/// What a script did: Kraken's rule, each step of which may be wrong.
#[derive(Clone)]
struct Script {
    key: Vec<u8>,
    path: String,
    hashed: String,
    join: Join,
    write: fn(&[u8]) -> String,
}

impl Script {
    /// A script that signs `body` for `path`.
    fn new(path: &str, body: &str) -> Self {
        Self {
            key: key(),
            path: path.to_owned(),
            hashed: format!("{NONCE}{body}"),
            join: |path, digest| [path.as_bytes(), digest].concat(),
            write: |mac| STANDARD.encode(mac),
        }
    }

    fn signature(&self) -> String {
        self.run().0
    }

    /// The signature, and the calls that led to it.
    fn run(&self) -> (String, Vec<TracedCall>) {
        let digest = sha256(self.hashed.as_bytes());
        let message = (self.join)(&self.path, &digest);
        let mac = hmac_sha512(&self.key, &message);
        let hash = TracedCall {
            algorithm: "SHA256",
            key: None,
            input: self.hashed.clone().into_bytes(),
            output: digest,
        };
        let hmac = TracedCall {
            algorithm: "SHA512",
            key: Some(self.key.clone()),
            input: message,
            output: mac.clone(),
        };
        ((self.write)(&mac), vec![hash, hmac])
    }
}

/// The request as sent, with Kraken's nonce.
fn sent<'a>(url: &'a str, body: &'a str) -> Outgoing<'a> {
    Outgoing { nonce: Some(NONCE), body: body.as_bytes(), ..Outgoing::new("POST", url) }
}

fn url(uri: &str) -> String {
    format!("https://api.kraken.com{uri}")
}

/// What is said of a signature, with the evidence given.
fn ask(outgoing: &Outgoing<'_>, signature: &str, evidence: Evidence<'_>) -> Option<Explanation> {
    let secret = Secret::new(SECRET);
    explain(&Mismatch {
        recipe: &recipe(SPOT),
        api_key: "public-key",
        key: Key::Text(&secret),
        outgoing,
        signature,
        evidence,
    })
}

/// What is said of the script, without a trace and with one.
fn both(uri: &str, body: &str, script: &Script) -> [Explanation; 2] {
    let url = url(uri);
    let outgoing = sent(&url, body);
    let (signature, calls) = script.run();
    let traced = Evidence { calls: &calls, ..Evidence::default() };
    [Evidence::default(), traced]
        .map(|evidence| ask(&outgoing, &signature, evidence).expect("the signature is wrong"))
}

#[track_caller]
fn assert_both(uri: &str, body: &str, script: &Script, expected: Cause) {
    let [guessed, traced] = both(uri, body, script);
    assert_eq!(guessed.cause, expected, "without a trace: {guessed:#?}");
    assert_eq!(traced.cause, expected, "with a trace: {traced:#?}");
    assert_eq!(guessed.also, [], "{guessed:#?}");
    assert_eq!(traced.also, [], "{traced:#?}");
}

#[test]
fn a_right_signature_has_no_cause() {
    let body = format!("nonce={NONCE}&pair=XBTUSD");
    let script = Script::new(ADD_ORDER, &body);
    let (signature, calls) = script.run();
    let url = url(ADD_ORDER);
    let outgoing = sent(&url, &body);
    assert_eq!(ask(&outgoing, &signature, Evidence::default()), None);
    let traced = Evidence { calls: &calls, ..Evidence::default() };
    assert_eq!(ask(&outgoing, &signature, traced), None);
}

#[test]
fn ids_are_kebab_case_and_every_cause_has_words() {
    let mut ids: Vec<_> = Cause::ALL.iter().map(|cause| cause.id()).collect();
    for cause in Cause::ALL {
        assert!(cause.id().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{cause}");
        for words in [cause.meaning(), cause.help()] {
            assert!(words.len() > 20 && !words.contains('\n') && !words.ends_with('.'), "{words}");
        }
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 26);
}
