//! A URL as it stands in a file, before anything is resolved or encoded.

use serde_json::Value;

use super::definition::Url;
use super::parse::{self, Parts};

/// A URL in the parts that Postman takes a text apart into; variables stand for themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WrittenUrl {
    pub(crate) protocol: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) port: Option<String>,
    /// The segments, without slashes.
    pub(crate) path: Option<Vec<String>>,
    /// The params, as in `key=value`.
    pub(crate) query: Option<Vec<String>>,
    pub(crate) hash: Option<String>,
}

impl WrittenUrl {
    /// The parts of a text.
    pub(crate) fn of_text(text: &str) -> Self {
        let Parts { protocol, host, port, path, query, hash, .. } = parse::parts(text);
        Self { protocol, host, port, path, query, hash }
    }

    /// The parts of what Postman writes out of a URL object: what is on, and not `raw`. Path variables
    /// stand for themselves, too.
    pub(crate) fn of_object(definition: &Value) -> Self {
        Self::of_text(&Url { variables: Vec::new(), ..Url::read(definition) }.text())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_text_and_the_parts_that_say_the_same_are_the_same() {
        let text = "https://{{host}}.x:80/a/:id/{{b}}?c=1&d";
        let parts = json!({
            "raw": "never looked at", "protocol": "https", "host": ["{{host}}", "x"], "port": "80",
            "path": ["a", ":id", "{{b}}"], "variable": [{"key": "id", "value": "5"}],
            "query": [{"key": "c", "value": "1"}, {"key": "off", "disabled": true}, {"key": "d", "value": null}],
        });
        assert_eq!(WrittenUrl::of_text(text), WrittenUrl::of_object(&parts));
    }
}
