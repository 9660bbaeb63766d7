//! What only the newer of the two engines has, and what to write instead.

use std::collections::BTreeSet;

use crate::runtime::outline::Program;
use crate::sandbox::provided_names;
use crate::text::script::{Token, calls};
use crate::world::Engine;

/// Members of `pm` that only the newer engine has.
const MEMBERS: [&str; 3] = ["vault", "datasets", "runRequest"];

/// A place that mentions what only one engine has.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// What it is, as it is written.
    pub(crate) name: String,
    /// The index of the piece.
    pub(crate) token: usize,
}

/// The names that only Postman's app provides.
pub(crate) fn only_in_postman() -> BTreeSet<&'static str> {
    let in_newman: BTreeSet<_> = provided_names(Engine::Newman).into_iter().collect();
    provided_names(Engine::Postman).into_iter().filter(|name| !in_newman.contains(name)).collect()
}

/// The places of a text that mention what Newman lacks.
pub(crate) fn mentions(program: &Program<'_>, newer: &BTreeSet<&str>) -> Vec<Mention> {
    let has_name = newer.iter().any(|name| program.has_name(name));
    let has_member = MEMBERS.iter().any(|name| program.has(name)) || program.has("sendRequest");
    if !has_name && !has_member {
        return Vec::new();
    }
    let tokens = program.tokens();
    let mention = |token: usize, name: &str| Mention { name: name.to_owned(), token };
    let names = program.free_names().iter().copied();
    let names = names.filter(|at| newer.contains(tokens[*at].text));
    let mut mentions: Vec<_> = names.map(|at| mention(at, tokens[at].text)).collect();
    let members = (0..tokens.len()).filter_map(|at| Some(mention(at, member(tokens, at)?)));
    mentions.extend(members);
    mentions.extend(promised(program).map(|at| mention(at, "promise of `pm.sendRequest`")));
    mentions
}

/// The member of `pm` at an index that only the newer engine has.
fn member(tokens: &[Token<'_>], at: usize) -> Option<&'static str> {
    let is_of = |owner: &str| at >= 2 && tokens[at - 1].is(".") && tokens[at - 2].is(owner);
    match tokens.get(at)?.text {
        "vault" if is_of("pm") => Some("pm.vault"),
        "datasets" if is_of("pm") => Some("pm.datasets"),
        "runRequest" if is_of("execution") => Some("pm.execution.runRequest"),
        _ => None,
    }
}

/// Calls of `pm.sendRequest` without a callback, by the index of their first piece.
fn promised<'p>(program: &'p Program<'_>) -> impl Iterator<Item = usize> + 'p {
    let tokens = program.tokens();
    let calls = if program.has("sendRequest") { calls(tokens) } else { Vec::new() };
    let promised = calls
        .into_iter()
        .filter(|call| call.callee == "pm.sendRequest" && !call.has_second_argument());
    promised.filter_map(|call| tokens.iter().position(|token| token.start == call.range.start))
}

/// What to write in both engines instead.
pub(crate) fn instead(name: &str) -> String {
    let words = match name {
        "await" => "put the lines into an async function and call it, or use `.then(…)`",
        "crypto" | "Crypto" | "CryptoKey" | "SubtleCrypto" => {
            "`require(\"crypto-js\")` hashes and signs in both"
        }
        "URL" | "URLSearchParams" => "`pm.request.url` and `require(\"url\")` are there in both",
        "TextEncoder" | "TextDecoder" => {
            "`Buffer.from(text)` and `buffer.toString()` are there in both"
        }
        "structuredClone" => "`JSON.parse(JSON.stringify(value))` works in both",
        "Intl" => "`require(\"moment\")` is there in both",
        "queueMicrotask" => "`Promise.resolve().then(…)` works in both",
        "pm.vault" => {
            "no vault is there outside of the app: read the secret from an environment whose file is \
             not committed"
        }
        "promise of `pm.sendRequest`" => "give `pm.sendRequest` a callback",
        _ => "ask for it first: `typeof … !== \"undefined\"`",
    };
    words.to_owned()
}
