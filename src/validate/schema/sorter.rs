//! From a JSON schema to forms.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::form::{Alternative, Form, FormId, Forms};

impl Forms {
    /// Sorts a schema that was made by [`Collection::schema`](crate::collection::Collection::schema)
    /// or its like.
    pub(super) fn of(schema: &Value) -> Self {
        let mut sorter = Sorter { schema, forms: Vec::new(), known: BTreeMap::new() };
        let name = schema.get("title").and_then(Value::as_str).unwrap_or_default();
        let root = sorter.form(schema, name);
        let root_id = FormId(sorter.forms.len());
        sorter.forms.push(root);
        Self { forms: sorter.forms, root: root_id }
    }
}

struct Sorter<'s> {
    schema: &'s Value,
    forms: Vec<Form>,
    /// Forms by the text of their schema; folders hold folders, so a form is known before it is
    /// finished.
    known: BTreeMap<String, FormId>,
}

impl Sorter<'_> {
    fn id(&mut self, schema: &Value, name: &str) -> FormId {
        let text = format!("{name} {}", without_description(schema));
        if let Some(id) = self.known.get(&text) {
            return *id;
        }
        let id = FormId(self.forms.len());
        self.known.insert(text, id);
        self.forms.push(Form::any());
        self.forms[id.0] = self.form(schema, name);
        id
    }

    fn form(&mut self, schema: &Value, name: &str) -> Form {
        let mut form = Form::any();
        let Value::Object(keywords) = schema else { return form };
        for (keyword, value) in keywords {
            match keyword.as_str() {
                "type" => form.keep_types(&texts(value)),
                "$ref" => form = form.and(self.definition(value)),
                "allOf" => {
                    for schema in value.as_array().into_iter().flatten() {
                        form = form.and(self.form(schema, name));
                    }
                }
                "anyOf" => form = form.and(self.union(value, name, false)),
                "oneOf" => form = form.and(self.union(value, name, true)),
                _ => {}
            }
        }
        self.limit(&mut form, keywords, name);
        form
    }

    fn definition(&mut self, reference: &Value) -> Form {
        let name = reference.as_str().and_then(|text| text.strip_prefix("#/definitions/"));
        let schema = self.schema;
        let found = name.and_then(|name| Some((name, schema.get("definitions")?.get(name)?)));
        let (name, schema) = found.expect("the schema refers to its own definitions only");
        self.form(schema, name)
    }

    fn union(&mut self, schemas: &Value, name: &str, exclusive: bool) -> Form {
        let schemas = schemas.as_array().into_iter().flatten();
        let forms: Vec<_> = schemas.map(|schema| self.form(schema, name)).collect();
        let union = forms.into_iter().reduce(|a, b| a.or(b, exclusive));
        union.expect("a union has members")
    }

    /// Applies the keywords that speak of values of one JSON type.
    fn limit(&mut self, form: &mut Form, keywords: &Map<String, Value>, name: &str) {
        if let Some(number) = &mut form.number {
            number.least = keywords.get("minimum").and_then(Value::as_i64).or(number.least);
        }
        if let Some(text) = &mut form.text {
            if let Some(words) = keywords.get("enum") {
                text.words = texts(words).into_iter().map(str::to_owned).collect();
            }
            let length = keywords.get("maxLength").and_then(Value::as_u64);
            text.max_length = length.and_then(|n| usize::try_from(n).ok()).or(text.max_length);
        }
        if let (Some(list), Some(entries)) = (&mut form.list, keywords.get("items")) {
            list.entries = Some(self.id(entries, ""));
        }
        let own = self.own_fields(keywords, name);
        for alternative in form.object.iter_mut().flat_map(|object| &mut object.alternatives) {
            *alternative = own.clone().and(alternative);
        }
    }

    fn own_fields(&mut self, keywords: &Map<String, Value>, name: &str) -> Alternative {
        let properties = keywords.get("properties").and_then(Value::as_object);
        let properties = properties.into_iter().flatten();
        let fields: Vec<_> =
            properties.map(|(key, schema)| (key.clone(), self.id(schema, ""))).collect();
        let required = keywords.get("required").map(texts).unwrap_or_default();
        let required = required.into_iter().map(str::to_owned).collect();
        let name = if fields.is_empty() { String::new() } else { name.to_owned() };
        Alternative { name, fields, required }
    }
}

/// The texts of a list, or the one text.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        value => value.as_str().into_iter().collect(),
    }
}

fn without_description(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(keywords) = schema.as_object_mut()
        && keywords.get("description").is_some_and(Value::is_string)
    {
        keywords.shift_remove("description");
    }
    schema
}
