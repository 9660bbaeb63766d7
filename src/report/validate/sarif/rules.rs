//! The tool and its rules.

use serde_json::{Value, json};

use crate::validate::rules::{ALL, Rule};

/// The part of a run that says who found what it found.
pub(super) fn driver() -> Value {
    json!({
        "name": "countersign",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
        "rules": ALL.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
    })
}

fn descriptor(rule: &Rule) -> Value {
    let id = rule.id.as_str();
    let mut descriptor = json!({
        "id": id,
        "shortDescription": {"text": sentence(rule.summary)},
        "fullDescription": {"text": sentence(rule.summary)},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": super::level(rule.severity)},
    });
    // A name that says the same as the id has to be left out (SARIF1001 of Microsoft's validator).
    let name = pascal_case(id);
    if !name.eq_ignore_ascii_case(id) {
        descriptor["name"] = name.into();
    }
    descriptor
}

/// `signature-mismatch` as `SignatureMismatch`.
fn pascal_case(id: &str) -> String {
    let words = id.split('-').map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        first.to_uppercase() + rest
    });
    words.collect()
}

/// A line with a capital and a full stop.
fn sentence(line: &str) -> String {
    let mut characters = line.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_as_sarif_wants_them() {
        assert_eq!(pascal_case("signature-mismatch"), "SignatureMismatch");
        assert_eq!(sentence("a key twice"), "A key twice.");
    }
}
