//! Whether a file that was read as a collection is one.

use serde_json::{Map, Value, json};

use super::Collection;
use crate::source::Kind;

/// Keys that files of other kinds have.
const MARKS: [&str; 10] = [
    "$kind",
    "$schema",
    "_postman_variable_scope",
    "collection",
    "name",
    "openapi",
    "order",
    "requests",
    "swagger",
    "values",
];

impl Collection {
    /// What kind of file this was read from: any JSON object can be read as a collection.
    pub fn kind(&self) -> Kind {
        let mut marks = Map::new();
        if let Some(info) = self.info.get() {
            marks.insert("info".to_owned(), json!({ "schema": info.schema.text() }));
        } else if !self.info.is_absent() {
            marks.insert("info".to_owned(), Value::Null);
        }
        if !self.item.is_absent() {
            marks.insert("item".to_owned(), Value::Null);
        }
        let known = MARKS.iter().filter_map(|mark| Some((*mark, self.extra.get(mark)?)));
        marks.extend(known.map(|(mark, value)| (mark.to_owned(), value.clone())));
        Kind::of(&Value::Object(marks))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_that_of_the_whole_document() {
        let v20 = "https://schema.getpostman.com/json/collection/v2.0.0/collection.json";
        for file in [
            json!({}),
            json!({"item": []}),
            json!({"info": null, "item": []}),
            json!({"info": {"schema": v20}, "item": []}),
            json!({"info": {"schema": 5}, "item": []}),
            json!({"$schema": v20}),
            json!({"name": "a", "order": [], "requests": []}),
            json!({"collection": {"item": []}}),
            json!({"values": [], "_postman_variable_scope": "globals"}),
            json!({"values": []}),
            json!({"openapi": "3.1.0", "info": {"title": "a"}}),
            json!({"$kind": "collection", "items": []}),
        ] {
            let collection = Collection::from_json(&file.to_string()).unwrap();
            assert_eq!(collection.kind(), Kind::of(&file), "{file}");
        }
    }
}
