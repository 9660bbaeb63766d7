//! The edits that make a scenario of a request's definition.

use serde_json::Value;

use super::rows;
use crate::text::json;

/// Text with every kind of character that one place or another encodes when it is sent.
const HOSTILE: &str = "a b+c&d=e,é\"'()*!~%2C/[]";

/// A param that is off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Switch {
    /// Its name.
    pub(crate) name: String,
    place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// A row, by its list and its index there.
    Row([&'static str; 2], usize),
    /// A line of a raw JSON body that stands behind `//`.
    Line(usize),
}

/// The params of a request that are off, in their order.
pub(crate) fn switches(request: &Value) -> Vec<Switch> {
    let rows = rows::switchable(request).filter(|(.., row)| rows::is_off(row));
    let mut switches: Vec<_> = rows
        .map(|(list, index, row)| Switch {
            name: rows::name(row).to_owned(),
            place: Place::Row(list, index),
        })
        .collect();
    if let Some(text) = json_body(request) {
        let lines = json::commented_members(text);
        switches.extend(
            lines.into_iter().map(|(line, name)| Switch { name, place: Place::Line(line) }),
        );
    }
    switches.retain(|switch| keeps_json(request, switch));
    switches
}

/// The request with these params on.
pub(crate) fn switched_on(request: &Value, switches: &[Switch]) -> Value {
    let mut request = request.clone();
    let mut lines = Vec::new();
    for switch in switches {
        match switch.place {
            Place::Row(list, index) => {
                let row = rows::row_mut(&mut request, list, index);
                if let Some(row) = row.and_then(Value::as_object_mut) {
                    row.shift_remove("disabled");
                }
            }
            Place::Line(line) => lines.push(line),
        }
    }
    if let (false, Some(text)) = (lines.is_empty(), json_body(&request)) {
        request["body"]["raw"] = json::uncommented(text, &lines).into();
    }
    request
}

/// Whether a JSON body is still JSON with a line of it switched on; one that is none anyway may
/// change as it likes.
fn keeps_json(request: &Value, switch: &Switch) -> bool {
    let Place::Line(line) = switch.place else { return true };
    let text = json_body(request).unwrap_or_default();
    !json::is_json(text) || json::is_json(&json::uncommented(text, &[line]))
}

/// The request with hostile text in place of each text value but the nonce's and those that a
/// variable fills; none if there is no value to replace.
///
/// `nonce` is the name of the nonce's field.
pub(crate) fn hostile(request: &Value, nonce: Option<&str>) -> Option<Value> {
    let mut hostile = request.clone();
    let is_nonce = |name: &str| Some(name) == nonce;
    let places: Vec<_> = rows::switchable(request)
        .filter(|(.., row)| {
            !is_nonce(rows::name(row)) && row.get("value").is_some_and(is_plain_text)
        })
        .map(|(list, index, _)| (list, index))
        .collect();
    for (list, index) in places {
        if let Some(row) = rows::row_mut(&mut hostile, list, index) {
            row["value"] = HOSTILE.into();
        }
    }
    for variable in rows::path_variables_mut(&mut hostile) {
        if variable.get("value").is_some_and(is_plain_text) {
            // A slash would ask for another endpoint.
            variable["value"] = HOSTILE.replace('/', "").into();
        }
    }
    if let Some(text) = json_body(request) {
        hostile["body"]["raw"] = json::with_texts(text, HOSTILE, nonce).into();
    }
    (hostile != *request).then_some(hostile)
}

fn is_plain_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.is_empty() && !text.contains("{{"))
}

/// The text of a raw JSON body.
fn json_body(request: &Value) -> Option<&str> {
    let body =
        request.get("body").filter(|body| body.get("mode").is_some_and(|mode| mode == "raw"))?;
    let text = body.get("raw")?.as_str()?;
    text.trim_start().starts_with(['{', '[', '/']).then_some(text)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn request() -> Value {
        json!({
            "method": "POST",
            "url": {"query": [{"key": "q", "value": "1"}, {"key": "r", "value": "2", "disabled": true}],
                    "variable": [{"key": "id", "value": "x"}]},
            "body": {"mode": "urlencoded", "urlencoded": [
                {"key": "nonce", "value": "5"}, {"key": "pair", "value": "{{pair}}"},
                {"key": "price", "value": "1", "disabled": true}, {"key": "a", "value": ""},
            ]},
        })
    }

    fn names(switches: &[Switch]) -> Vec<&str> {
        switches.iter().map(|switch| switch.name.as_str()).collect()
    }

    #[test]
    fn rows_that_are_off_can_be_switched_on() {
        let request = request();
        let off = switches(&request);
        assert_eq!(names(&off), ["price", "r"]);
        let on = switched_on(&request, &off[..1]);
        assert_eq!(names(&switches(&on)), ["r"]);
        assert!(switches(&switched_on(&request, &off)).is_empty());
    }

    #[test]
    fn hostile_text_spares_the_nonce_and_variables() {
        let hostile = hostile(&request(), Some("nonce")).expect("there are values");
        let values = |list: &Value| -> Vec<String> {
            let rows = list.as_array().expect("a list").iter();
            rows.map(|row| row["value"].as_str().expect("a text").to_owned()).collect()
        };
        assert_eq!(values(&hostile["url"]["query"]), [HOSTILE, HOSTILE]);
        assert_eq!(values(&hostile["url"]["variable"]), [HOSTILE.replace('/', "")]);
        assert_eq!(values(&hostile["body"]["urlencoded"]), ["5", "{{pair}}", HOSTILE, ""]);
        assert_eq!(super::hostile(&json!({"url": "http://h/?a=b"}), None), None);
    }

    #[test]
    fn data_of_another_body_mode_is_left_alone() {
        let mut request = request();
        request["body"]["mode"] = "raw".into();
        assert_eq!(names(&switches(&request)), ["r"]);
    }

    #[test]
    fn lines_of_json_bodies_are_switched_too() {
        let raw =
            "{\n  \"nonce\": \"{{n}}\",\n  // \"a\": \"b\",\n  \"c\": \"d\"\n  // \"e\": 1\n}";
        let request = json!({"body": {"mode": "raw", "raw": raw}});
        let off = switches(&request);
        assert_eq!(names(&off), ["a"], "`e` would lack a comma before it");
        assert_eq!(switched_on(&request, &off)["body"]["raw"], raw.replace("// \"a\"", "\"a\""));
    }
}
