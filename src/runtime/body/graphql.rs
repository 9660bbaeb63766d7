//! GraphQL bodies.

use serde_json::Value;

use crate::text::json;

const PARTS: [&str; 3] = ["query", "operationName", "variables"];

/// The JSON that a GraphQL body becomes. Variables that are text are pasted in as they are, in
/// place of JSON, and left out when empty.
pub(super) fn json(content: &Value) -> String {
    let variables = content.get("variables").and_then(Value::as_str);
    let members = PARTS.into_iter().filter_map(|name| {
        let value = content.get(name)?;
        let json = match (name, variables) {
            ("variables", Some("")) => return None,
            ("variables", Some(text)) => text.to_owned(),
            (_, Some(_)) if !value.is_string() => return None,
            _ => json::stringify(value),
        };
        Some(format!("\"{name}\":{json}"))
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn variables_as_text_are_pasted() {
        let content =
            json!({"query": "{a(b:\"c\")}", "operationName": null, "variables": "{ \"x\": 1 }"});
        assert_eq!(json(&content), r#"{"query":"{a(b:\"c\")}","variables":{ "x": 1 }}"#);
        let empty = json!({"query": "{a}", "operationName": "o", "variables": ""});
        assert_eq!(json(&empty), r#"{"query":"{a}","operationName":"o"}"#);
    }

    #[test]
    fn variables_as_json_are_serialised() {
        let content = json!({"variables": {"b": 1.50, "1": null}, "query": 5, "other": 1});
        assert_eq!(json(&content), r#"{"query":5,"variables":{"1":null,"b":1.5}}"#);
        assert_eq!(json(&json!("text")), "{}");
    }
}
