//! Values as a report may show them.

use serde_json::Value;

use crate::secrecy::Grade;

/// What stands in the place of a secret.
const MASK: &str = "***";

/// The values of a param or header as one text. What is secret by its name is masked, unless it is
/// the name of a variable.
pub(super) fn shown(name: &str, values: &[String]) -> String {
    let shown: Vec<_> = values.iter().map(|value| shown_value(name, value)).collect();
    shown.join(", ")
}

fn shown_value(name: &str, value: &str) -> String {
    let is_variable = value.trim_matches('"').strip_prefix("{{").is_some_and(|rest| {
        rest.trim_end_matches('"')
            .strip_suffix("}}")
            .is_some_and(|inner| !inner.contains(['{', '}']))
    });
    if Grade::of(name).is_some() && !is_variable && !value.is_empty() {
        return MASK.to_owned();
    }
    if value.starts_with(['{', '['])
        && let Ok(mut json) = serde_json::from_str(value)
    {
        mask(&mut json);
        return json.to_string();
    }
    value.to_owned()
}

/// Masks members that are secret by their name.
fn mask(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(mask),
        Value::Object(map) => {
            for (key, member) in map {
                match member {
                    Value::String(text) => *text = shown_value(key, text),
                    Value::Number(_) if Grade::of(key).is_some() => *member = MASK.into(),
                    other => mask(other),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_what_is_secret_by_its_name() {
        let show = |name: &str, value: &str| shown(name, &[value.to_owned()]);
        assert_eq!(show("pair", "XBTUSD"), "XBTUSD");
        assert_eq!(show("api_secret", "abc"), "***");
        assert_eq!(show("API-Sign", "{{api_signature}}"), "{{api_signature}}");
        assert_eq!(show("token", "\"{{token}}\""), "\"{{token}}\"");
        assert_eq!(show("token", "{{a}}secret{{b}}"), "***");
        assert_eq!(
            show("login", r#"{"user":"me","password":"x","more":[{"pass_phrase":5}]}"#),
            r#"{"user":"me","password":"***","more":[{"pass_phrase":"***"}]}"#
        );
    }
}
