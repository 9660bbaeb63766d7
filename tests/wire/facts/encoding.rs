//! Percent-encoding: every printable ASCII character in every place, and what is beyond.

use countersign::text::surrogate;
use serde_json::json;

use super::Fact;

const BEYOND: &str = "\t\u{7f}é漢😀";
const BEYOND_ENCODED: &str = "%09%7F%C3%A9%E6%BC%A2%F0%9F%98%80";

/// All printable ASCII characters but some.
fn printable(without: &str) -> String {
    (' '..='~').filter(|c| !without.contains(*c)).collect()
}

/// A text with these ASCII characters encoded.
fn encoded(text: &str, characters: &str) -> String {
    let escaped = |c: char| {
        if characters.contains(c) { format!("%{:02X}", u32::from(c)) } else { c.to_string() }
    };
    text.chars().map(escaped).collect()
}

pub(super) fn facts() -> Vec<Fact> {
    // Slash, backslash, question mark and hash act in a path.
    let path = printable("/\\?#");
    let all = printable("");
    let unreserved = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
    let reserved: String = all.chars().filter(|c| !unreserved(*c)).collect();
    let in_text = printable("&=#");
    // Half of an emoji, as a JavaScript text may hold it.
    let half = surrogate::stand_in(0xd83d).expect("it is a surrogate");
    vec![
        Fact::post("3.2 half a character swallows the next in a form", json!({"mode": "urlencoded", "urlencoded": [{"key": "a", "value": format!("{half}bc")}]}))
            .body("a=%F0%9F%91%A2c"),
        Fact::get("half a character elsewhere is U+FFFD", json!({"host": ["h"], "path": [half.to_string()]})).target("/%EF%BF%BD"),
        Fact::post("half a character in a text is U+FFFD", json!({"mode": "raw", "raw": half.to_string()})).body("\u{fffd}"),
        Fact::post("half a character in GraphQL is an escape", json!({"mode": "graphql", "graphql": {"query": half.to_string()}}))
            .body(r#"{"query":"\ud83d"}"#),
        Fact::get("3.2 path", json!({"host": ["h"], "path": [path]}))
            .target(format!("/{}", encoded(&path, " \"<>`{}"))),
        Fact::get("3.2 query key", json!({"host": ["h"], "query": [{"key": all, "value": "v"}]}))
            .target(format!("/?{}=v", encoded(&all, " \"#'<>&="))),
        Fact::get("3.2 query value", json!({"host": ["h"], "query": [{"key": "k", "value": all}]}))
            .target(format!("/?k={}", encoded(&all, " \"#'<>&"))),
        Fact::get("3.2 query of a text", json!(format!("http://h/?k={in_text}")))
            .target(format!("/?k={}", encoded(&in_text, " \"'<>"))),
        Fact::post(
            "3.2 form key and value",
            json!({"mode": "urlencoded", "urlencoded": [{"key": all, "value": all}]}),
        )
        .body(format!("{0}={0}", encoded(&all, &reserved))),
        Fact::get(
            "3.2 controls and non-ASCII in a URL",
            json!({"host": ["h"], "path": [BEYOND], "query": [{"key": BEYOND, "value": BEYOND}]}),
        )
        .target(format!("/{BEYOND_ENCODED}?{BEYOND_ENCODED}={BEYOND_ENCODED}")),
        Fact::post(
            "3.2 controls and non-ASCII in a form",
            json!({"mode": "urlencoded", "urlencoded": [{"key": BEYOND, "value": BEYOND}]}),
        )
        .body(format!("{BEYOND_ENCODED}={BEYOND_ENCODED}")),
        Fact::get("3.2 NUL in a path", json!({"host": ["h"], "path": ["\0"]})).target("/%00"),
        Fact::get("3.2 percent signs stay", json!("http://h/%zz%e9%?%2c=%"))
            .target("/%zz%e9%?%2c=%"),
        Fact::post(
            "3.2 percent signs are encoded in a form",
            json!({"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "%2C%"}]}),
        )
        .body("a=%252C%25"),
    ]
}
