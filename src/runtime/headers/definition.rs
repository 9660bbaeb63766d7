//! The `header` of a request: a list, a map, or one text.

use serde_json::{Value, json};

use super::{Header, HeaderList};
use crate::text::{blank, coercion, key_order};

pub(super) fn read(definition: &Value) -> HeaderList {
    let headers = match definition {
        Value::String(text) => lines(text).collect(),
        Value::Array(list) => list.iter().filter(|entry| !entry.is_null()).map(entry).collect(),
        Value::Object(map) => {
            let present = key_order::members(map).into_iter().filter(|(_, value)| !value.is_null());
            present.map(|(key, value)| member(key, value)).collect()
        }
        _ => Vec::new(),
    };
    HeaderList { headers }
}

/// One entry of a list: an object, or a text such as `A: 1`.
fn entry(entry: &Value) -> Header {
    if let Value::String(text) = entry {
        let (key, value) = text.split_once(':').unwrap_or((text, ""));
        return Header::new(blank::trim(key), blank::trim(value));
    }
    let key = entry.get("key").filter(|key| coercion::is_truthy(key)).cloned();
    Header {
        key: key.unwrap_or(json!("")),
        value: entry.get("value").cloned().unwrap_or(json!("")),
        disabled: coercion::has_truthy(entry, "disabled"),
        system: false,
    }
}

/// One member of a map: the value, or an object that has key and value.
fn member(key: &str, value: &Value) -> Header {
    match value {
        Value::String(text) => Header::new(key, text),
        other => entry(other),
    }
}

/// The headers of a text, one a line. A key ends at the last colon before the first blank, and a
/// line that begins with a blank is no header.
fn lines(text: &str) -> impl Iterator<Item = Header> {
    text.split(blank::LINE_ENDS).filter_map(|line| {
        let word = line.split(blank::is_blank).next()?;
        let (key, _) = word.rsplit_once(':').filter(|(key, _)| !key.is_empty())?;
        Some(Header::new(key, blank::trim(line.get(key.len() + 1..)?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(definition: &Value) -> String {
        let headers = read(definition).headers;
        let shown = headers.iter().map(|header| format!("{}={}", header.key, header.value));
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn reads_lists_maps_and_texts() {
        let list = json!([{"key": "A", "value": 1}, {"key": null}, "B : b:c ", null, 5]);
        assert_eq!(shown(&list), r#""A"=1 ""="" "B"="b:c" ""="" "#.trim_end());
        let map = json!({"b": "x", "2": "y", "c": null, "d": {"key": "K", "value": null}});
        assert_eq!(shown(&map), r#""2"="y" "b"="x" "K"=null"#);
        let text = json!("A: 1\r\nB:x:y  z \n C: 3\nD\nE:");
        assert_eq!(shown(&text), r#""A"="1" "B:x"="y  z" "E"="""#);
        assert_eq!(shown(&json!(null)), "");
    }
}
