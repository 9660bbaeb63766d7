//! What Postman makes of files that break its own schema, fault by fault.
//!
//! Measured with Newman 6.2.2: collections with one edit each were run against a local server, and
//! the bytes of the request were compared with those of the unedited one.

use super::tolerance::At::{self, Entry, Field, Object, Within};
use super::tolerance::Found::{
    self, Boolean, Both, Falsy, List, Missing, Null, Number, OtherWord, Text, Value as Anything,
    Word,
};
use super::tolerance::Tolerance;

const TAKES: &str = "takes it all the same";
const ADDRESS: &str = "sends nothing: the request has no address";
const GIVE_ADDRESS: &str = "give the request an address";
const NEWER: &str =
    "newer versions of Postman write it themselves; nothing has to change for Postman";

const fn takes(at: At, found: &'static [Found], effect: &'static str) -> Tolerance {
    Tolerance::takes(at, found, effect)
}

const fn fails(at: At, found: &'static [Found], effect: &'static str) -> Tolerance {
    Tolerance::fails(at, found, effect)
}

/// The first row that fits counts. A fault that has none is an error.
pub(super) static ROWS: &[Tolerance] = &[
    // Examples and texts for people have no part in sending.
    takes(Within("Response"), &[Missing, Anything], TAKES),
    takes(Within("Description"), &[Missing, Anything], TAKES),
    takes(Within("Version"), &[Missing, Anything], TAKES),
    takes(Field("*", "description"), &[Anything], TAKES),
    takes(Field("RequestItem", "response"), &[Anything], TAKES),
    takes(Field("Info", "*"), &[Missing, Anything], TAKES),
    takes(Field("*", "disabled"), &[Falsy], "counts it as not disabled"),
    takes(Field("*", "disabled"), &[Anything], "counts it as disabled"),
    // Items.
    fails(Field("Collection", "item"), &[Missing, Null], "sends nothing"),
    fails(Object("RequestItem"), &[Missing], ADDRESS),
    fails(Object("RequestItem"), &[Both], "takes it for a folder and does not send its request"),
    takes(Field("RequestItem", "name"), &[Anything], TAKES),
    takes(Field("RequestItem", "id"), &[Anything], TAKES),
    takes(Field("Folder", "name"), &[Anything], TAKES),
    fails(Field("RequestItem", "request"), &[Null], ADDRESS).help(GIVE_ADDRESS),
    takes(Field("*", "protocolProfileBehavior"), &[Anything], TAKES),
    // Scripts.
    takes(Field("*", "event"), &[Anything], "runs none of its scripts"),
    takes(Field("Event", "listen"), &[Missing, Anything], "does not run the script"),
    takes(Field("Event", "id"), &[Anything], TAKES),
    takes(Field("Event", "script"), &[Text], "takes the text for the script"),
    takes(Field("Event", "script"), &[Null, Boolean, Number], "runs no script"),
    takes(Entry("Script", "exec"), &[Null, Boolean, Number], TAKES),
    takes(Field("Script", "exec"), &[Null, Boolean, Number], "runs no script"),
    takes(Field("Script", "id"), &[Anything], TAKES),
    takes(Field("Script", "name"), &[Anything], TAKES),
    takes(Field("Script", "type"), &[Anything], TAKES),
    // Variables.
    takes(Field("RequestItem", "variable"), &[Anything], TAKES),
    takes(Field("Collection", "variable"), &[Null], TAKES),
    takes(Field("Collection", "variable"), &[Found::Object], "knows none of the variables"),
    takes(Object("Variable"), &[Missing], "does not know the variable"),
    takes(Field("Variable", "key"), &[Null, Number], "does not know the variable"),
    takes(Field("Variable", "type"), &[Word("secret"), Word("default"), Word("text")], TAKES)
        .help(NEWER),
    takes(Field("Variable", "type"), &[OtherWord, Anything], TAKES),
    takes(Field("Variable", "name"), &[Anything], TAKES),
    takes(Field("Variable", "system"), &[Anything], TAKES),
    takes(Entry("Environment", "values"), &[Anything], "leaves it out"),
    takes(Field("Environment", "*"), &[Anything], TAKES),
    takes(Field("EnvironmentValue", "key"), &[Missing, Null], "does not know the variable"),
    takes(Field("EnvironmentValue", "*"), &[Anything], TAKES),
    // Requests.
    fails(Field("Request", "url"), &[Null], ADDRESS).help(GIVE_ADDRESS),
    takes(Field("Request", "method"), &[Null], "sends a GET request, without its body"),
    takes(Field("Request", "header"), &[Null], "sends the request without headers"),
    takes(Entry("Request", "header"), &[Text], TAKES),
    takes(Entry("Request", "header"), &[Null], "leaves it out"),
    takes(Field("Header", "key"), &[Missing, Null], "drops the header"),
    takes(Field("Header", "value"), &[Missing], "sends an empty value"),
    takes(Field("Header", "value"), &[Null], "sends `{key}: null`"),
    takes(Field("Header", "value"), &[Number, Boolean], "sends it as text"),
    // Addresses.
    takes(Field("Url", "port"), &[Number], TAKES),
    takes(Field("Url", "query"), &[Null], "sends the request without query"),
    takes(Field("Url", "raw"), &[Anything], TAKES),
    takes(Field("Url", "hash"), &[Anything], TAKES),
    takes(Entry("Url", "host"), &[Number], "sends it as text"),
    takes(Entry("Url", "path"), &[Number, Boolean], "sends it as text"),
    takes(
        Field("QueryParam", "value"),
        &[Number, Boolean, List, Found::Object],
        "drops the value: \
        `?{key}`",
    ),
    takes(
        Field("QueryParam", "key"),
        &[Number, Boolean, List, Found::Object],
        "drops the key: `?=…`",
    ),
    // Bodies.
    takes(Field("Request", "body"), &[Text], "sends it as raw text"),
    takes(Field("Body", "mode"), &[Null], "sends no body"),
    takes(Field("Body", "mode"), &[Word("none")], "sends no body, unless `raw` holds one")
        .help("write `null` for `body` if there is none"),
    takes(Field("Body", "mode"), &[OtherWord], "sends what `raw` holds"),
    takes(Field("Body", "raw"), &[Null, Number, Boolean], "sends no body in raw mode"),
    takes(Field("Body", "raw"), &[Found::Object], "sends it as JSON text in raw mode"),
    takes(Field("Body", "urlencoded"), &[Text], TAKES),
    takes(Field("Body", "urlencoded"), &[Null], "sends no body in urlencoded mode"),
    takes(Field("Body", "urlencoded"), &[Found::Object], "sends `undefined=` in urlencoded mode"),
    takes(Entry("Body", "urlencoded"), &[Null], "leaves it out"),
    takes(Field("UrlEncodedParameter", "key"), &[Missing], "sends `undefined=…`"),
    takes(Field("UrlEncodedParameter", "key"), &[Null], "sends `null=…`"),
    takes(Field("UrlEncodedParameter", "key"), &[Number, Boolean], "sends it as text"),
    takes(Field("UrlEncodedParameter", "value"), &[Null], "sends `{key}=`"),
    takes(Field("UrlEncodedParameter", "value"), &[Number, Boolean], "sends it as text"),
    takes(Field("FormParameter", "type"), &[OtherWord], TAKES),
    takes(Field("FormParameter", "value"), &[Number, Boolean], "sends it as text"),
    takes(Field("Body", "graphql"), &[Anything], "sends the body `{}` in graphql mode"),
    takes(Field("Body", "options"), &[Anything], "does without them"),
    // Authorization.
    takes(Field("Auth", "type"), &[Word("jwt"), Word("asap")], TAKES).help(NEWER),
    takes(Field("Auth", "type"), &[Missing, OtherWord], "adds no authorization"),
    takes(Field("Auth", "*"), &[Null], "takes it for an empty list"),
    takes(Field("Auth", "*"), &[Found::Object], TAKES),
    takes(Field("AuthAttribute", "type"), &[Anything], TAKES),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::super::forms;
    use super::super::tolerance::tolerance;
    use super::*;

    /// Pointers to everything below a value.
    fn places(value: &Value, at: &str, found: &mut Vec<String>) {
        let children: Vec<_> = match value {
            Value::Object(map) => map.iter().map(|(key, v)| (key.clone(), v)).collect(),
            Value::Array(list) => {
                list.iter().enumerate().map(|(i, v)| (i.to_string(), v)).collect()
            }
            _ => return,
        };
        for (step, child) in children {
            let at = format!("{at}/{}", step.replace('~', "~0").replace('/', "~1"));
            places(child, &at, found);
            found.push(at);
        }
    }

    fn note_rows(document: &Value, rows: &mut BTreeSet<usize>) {
        for violation in forms(document).violations(document) {
            let row = tolerance(&violation);
            rows.extend(row.and_then(|row| ROWS.iter().position(|one| std::ptr::eq(one, row))));
        }
    }

    /// Notes the rows that fit after some edit of the file.
    fn note_rows_of_edits(file: &str, rows: &mut BTreeSet<usize>) {
        let mut sink: Value = serde_json::from_str(file).unwrap();
        let mut pointers = Vec::new();
        places(&sink, "", &mut pointers);
        let values = [
            json!(null),
            json!(true),
            json!(0),
            json!(5),
            json!("text"),
            json!("none"),
            json!("jwt"),
            json!("secret"),
            json!("eleven char"),
            json!([]),
            json!({}),
        ];
        for pointer in pointers {
            for value in &values {
                let place = sink.pointer_mut(&pointer).unwrap();
                let old = std::mem::replace(place, value.clone());
                note_rows(&sink, rows);
                *sink.pointer_mut(&pointer).unwrap() = old;
            }
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            let mut cut = sink.clone();
            if let Some(map) = cut.pointer_mut(parent).unwrap().as_object_mut() {
                map.shift_remove(key);
                note_rows(&cut, rows);
            }
        }
    }

    #[test]
    fn every_row_has_its_fault() {
        let mut rows = BTreeSet::new();
        for file in [
            include_str!("../../../tests/fixtures/kitchen-sink.postman_collection.json"),
            include_str!("../../../tests/fixtures/kitchen-sink.postman_environment.json"),
        ] {
            note_rows_of_edits(file, &mut rows);
        }
        note_rows(
            &json!({ "info": { "name": "n", "schema": "s" }, "item": [{ "request": {}, "item": [] }] }),
            &mut rows,
        );
        let unused: Vec<_> =
            (0..ROWS.len()).filter(|row| !rows.contains(row)).map(|row| &ROWS[row]).collect();
        assert!(unused.is_empty(), "{unused:#?}");
    }
}
