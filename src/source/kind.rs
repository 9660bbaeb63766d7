//! Telling the files apart that people hand in for a collection.

use std::fmt;

use serde_json::{Map, Value};

/// What kind of file a JSON document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A Postman Collection v2.1, or one that does not say its version.
    CollectionV21,
    /// A Postman Collection v2.0.
    CollectionV20,
    /// A Postman Collection v1.
    CollectionV1,
    /// A Postman Collection v3.
    CollectionV3,
    /// A collection inside `{"collection": …}`, as Postman's API gives it.
    Wrapped,
    /// A Postman environment.
    Environment,
    /// Postman globals.
    Globals,
    /// An OpenAPI or Swagger description.
    OpenApi,
    /// A list.
    List,
    /// An object of no known kind.
    Object,
    /// A text, number, boolean or null.
    Scalar,
}

impl Kind {
    /// Tells what a document is by its own marks: the schema it names, else its keys.
    pub fn of(document: &Value) -> Self {
        match document {
            Value::Object(map) => of_object(map),
            Value::Array(_) => Self::List,
            _ => Self::Scalar,
        }
    }

    /// Whether this is a list of variables: an environment, or the globals.
    pub fn is_of_variables(self) -> bool {
        matches!(self, Self::Environment | Self::Globals)
    }

    /// What to do when a Collection v2.1 is wanted; none if this is one.
    pub fn advice(self) -> Option<&'static str> {
        Some(match self {
            Self::CollectionV21 => return None,
            Self::CollectionV20 | Self::CollectionV3 => {
                "in Postman, export the collection again and choose Collection v2.1"
            }
            Self::CollectionV1 => "import it into Postman, then export it as Collection v2.1",
            Self::Wrapped => "save what stands under `collection` as a file of its own",
            Self::Environment => "name the collection here, and this file with `--environment`",
            Self::Globals => "name the collection here, and this file with `--globals`",
            Self::OpenApi => {
                "import it into Postman, then export the collection as Collection v2.1"
            }
            Self::List | Self::Object | Self::Scalar => {
                "in Postman, export the collection and choose Collection v2.1"
            }
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CollectionV21 => "a Postman Collection v2.1",
            Self::CollectionV20 => "a Postman Collection v2.0",
            Self::CollectionV1 => "a Postman Collection v1",
            Self::CollectionV3 => "a Postman Collection v3",
            Self::Wrapped => "a collection wrapped in an object",
            Self::Environment => "a Postman environment",
            Self::Globals => "a file of Postman globals",
            Self::OpenApi => "an OpenAPI description",
            Self::List => "a list",
            Self::Object => "an object of no known kind",
            Self::Scalar => "a single value",
        })
    }
}

fn of_object(map: &Map<String, Value>) -> Kind {
    let schema = schema(map);
    if map.contains_key("$kind") || schema.contains("collection/v3") {
        Kind::CollectionV3
    } else if schema.contains("/v2.0") {
        Kind::CollectionV20
    } else if map.contains_key("info") || map.contains_key("item") {
        if is_open_api(map) { Kind::OpenApi } else { Kind::CollectionV21 }
    } else if ["name", "order", "requests"].iter().all(|key| map.contains_key(*key)) {
        Kind::CollectionV1
    } else if map.get("collection").is_some_and(Value::is_object) {
        Kind::Wrapped
    } else if map.get("values").is_some_and(Value::is_array) {
        of_scope(map)
    } else if is_open_api(map) {
        Kind::OpenApi
    } else {
        Kind::Object
    }
}

/// The schema that a document names, in either of the two places that versions use.
fn schema(map: &Map<String, Value>) -> &str {
    let in_info = map.get("info").and_then(|info| info.get("schema"));
    in_info.or_else(|| map.get("$schema")).and_then(Value::as_str).unwrap_or_default()
}

fn is_open_api(map: &Map<String, Value>) -> bool {
    map.contains_key("openapi") || map.contains_key("swagger")
}

fn of_scope(map: &Map<String, Value>) -> Kind {
    match map.get("_postman_variable_scope").and_then(Value::as_str) {
        Some("globals") => Kind::Globals,
        _ => Kind::Environment,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(document: &Value) -> Kind {
        Kind::of(document)
    }

    #[test]
    fn the_schema_decides_the_version() {
        let collection = |version: &str| {
            let schema =
                format!("https://schema.getpostman.com/json/collection/{version}/collection.json");
            json!({"info": {"name": "x", "schema": schema}, "item": []})
        };
        assert_eq!(of(&collection("v2.1.0")), Kind::CollectionV21);
        assert_eq!(of(&collection("v2.0.0")), Kind::CollectionV20);
        assert_eq!(of(&collection("v3.0.0")), Kind::CollectionV3);
    }

    #[test]
    fn without_a_schema_the_keys_decide() {
        assert_eq!(of(&json!({"info": {}, "item": []})), Kind::CollectionV21);
        assert_eq!(of(&json!({"$kind": "collection", "name": "x"})), Kind::CollectionV3);
        assert_eq!(of(&json!({"name": "x", "order": [], "requests": []})), Kind::CollectionV1);
        assert_eq!(of(&json!({"collection": {"info": {}}})), Kind::Wrapped);
        assert_eq!(of(&json!({"name": "x", "values": []})), Kind::Environment);
        assert_eq!(of(&json!({"values": [], "_postman_variable_scope": "globals"})), Kind::Globals);
        assert_eq!(of(&json!({"openapi": "3.1.0", "info": {}})), Kind::OpenApi);
        assert_eq!(of(&json!([])), Kind::List);
        assert_eq!(of(&json!({})), Kind::Object);
        assert_eq!(of(&json!(null)), Kind::Scalar);
    }

    #[test]
    fn all_but_v2_1_say_what_to_do() {
        assert_eq!(Kind::CollectionV21.advice(), None);
        assert!(Kind::CollectionV1.advice().is_some_and(|advice| advice.contains("v2.1")));
    }
}
