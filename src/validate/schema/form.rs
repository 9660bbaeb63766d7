//! What the format takes at each place: our JSON schema, sorted by the kind of value that comes.
//!
//! A JSON schema says "any of these"; a finding has to say which. Since nearly all unions of the
//! format are between different JSON types, a [`Form`] holds one answer for each type, and only
//! objects can have several alternatives.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A form's place in [`Forms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FormId(usize);

/// All forms of a schema.
#[derive(Debug)]
pub(super) struct Forms {
    forms: Vec<Form>,
    pub(super) root: FormId,
}

/// What is taken at one place.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) null: bool,
    pub(super) boolean: bool,
    pub(super) number: Option<NumberForm>,
    pub(super) text: Option<TextForm>,
    pub(super) list: Option<ListForm>,
    pub(super) object: Option<ObjectForm>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct NumberForm {
    /// Only integers; `1.0` is none, as in draft 04 of JSON schema.
    pub(super) whole: bool,
    pub(super) least: Option<i64>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct TextForm {
    /// The only texts that are taken; all if there are none.
    pub(super) words: Vec<String>,
    /// In Unicode characters.
    pub(super) max_length: Option<usize>,
}

/// The form of the entries, if they have one.
#[derive(Debug, Clone, Default)]
pub(super) struct ListForm {
    pub(super) entries: Option<FormId>,
}

#[derive(Debug, Clone)]
pub(super) struct ObjectForm {
    /// There is at least one.
    pub(super) alternatives: Vec<Alternative>,
    /// Whether an object that fits two alternatives is refused.
    pub(super) exclusive: bool,
}

/// One way to write an object.
#[derive(Debug, Clone, Default)]
pub(super) struct Alternative {
    /// What the format calls it; empty for an object without rules.
    pub(super) name: String,
    pub(super) fields: Vec<(String, FormId)>,
    pub(super) required: Vec<String>,
}

impl Alternative {
    pub(super) fn field(&self, key: &str) -> Option<FormId> {
        self.fields.iter().find(|(name, _)| name == key).map(|(_, form)| *form)
    }
}

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

    pub(super) fn get(&self, id: FormId) -> &Form {
        &self.forms[id.0]
    }

    /// All ways to write all objects.
    #[cfg(test)]
    pub(super) fn alternatives(&self) -> impl Iterator<Item = &Alternative> {
        let objects = self.forms.iter().filter_map(|form| form.object.as_ref());
        objects.flat_map(|object| &object.alternatives)
    }
}

impl Form {
    /// Takes everything.
    fn any() -> Self {
        Self {
            null: true,
            boolean: true,
            number: Some(NumberForm::default()),
            text: Some(TextForm::default()),
            list: Some(ListForm::default()),
            object: Some(ObjectForm {
                alternatives: vec![Alternative::default()],
                exclusive: false,
            }),
        }
    }

    fn keep_types(&mut self, names: &[&str]) {
        let has = |name| names.contains(&name);
        self.null &= has("null");
        self.boolean &= has("boolean");
        self.number = self.number.take().filter(|_| has("number") || has("integer"));
        self.text = self.text.take().filter(|_| has("string"));
        self.list = self.list.take().filter(|_| has("array"));
        self.object = self.object.take().filter(|_| has("object"));
        if let Some(number) = &mut self.number {
            number.whole = !has("number");
        }
    }

    /// What either takes.
    fn or(self, other: Self, exclusive: bool) -> Self {
        Self {
            null: self.null || other.null,
            boolean: self.boolean || other.boolean,
            number: either(self.number, other.number, |a, b| NumberForm {
                whole: a.whole && b.whole,
                least: a.least.zip(b.least).map(|(a, b)| a.min(b)),
            }),
            text: either(self.text, other.text, TextForm::or),
            list: either(self.list, other.list, |a, b| ListForm {
                entries: a.entries.and(b.entries),
            }),
            object: either(self.object, other.object, |mut a, b| {
                a.alternatives.extend(b.alternatives);
                ObjectForm { exclusive, ..a }
            }),
        }
    }

    /// What both take.
    fn and(self, other: Self) -> Self {
        Self {
            null: self.null && other.null,
            boolean: self.boolean && other.boolean,
            number: both(self.number, other.number, |a, b| NumberForm {
                whole: a.whole || b.whole,
                least: a.least.max(b.least),
            }),
            text: both(self.text, other.text, TextForm::and),
            list: both(self.list, other.list, |a, b| ListForm { entries: a.entries.or(b.entries) }),
            object: both(self.object, other.object, ObjectForm::and),
        }
    }
}

impl TextForm {
    fn or(mut self, other: Self) -> Self {
        if self.words.is_empty() || other.words.is_empty() {
            self.words.clear();
        } else {
            self.words.extend(other.words);
        }
        self.max_length = self.max_length.zip(other.max_length).map(|(a, b)| a.max(b));
        self
    }

    fn and(self, other: Self) -> Self {
        let words = if self.words.is_empty() { other.words } else { self.words };
        let max_length = self.max_length.into_iter().chain(other.max_length).min();
        Self { words, max_length }
    }
}

impl ObjectForm {
    /// Each alternative of one together with each of the other.
    fn and(self, other: Self) -> Self {
        let exclusive = self.exclusive || other.exclusive;
        let others = other.alternatives;
        let pairs = |a: Alternative| others.iter().map(|b| a.clone().and(b)).collect::<Vec<_>>();
        Self { alternatives: self.alternatives.into_iter().flat_map(pairs).collect(), exclusive }
    }
}

impl Alternative {
    fn and(mut self, other: &Self) -> Self {
        if self.name.is_empty() {
            self.name.clone_from(&other.name);
        }
        self.fields.extend(other.fields.iter().cloned());
        self.required.extend(other.required.iter().cloned());
        self
    }
}

fn either<T>(a: Option<T>, b: Option<T>, merge: impl FnOnce(T, T) -> T) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(merge(a, b)),
        (a, b) => a.or(b),
    }
}

fn both<T>(a: Option<T>, b: Option<T>, merge: impl FnOnce(T, T) -> T) -> Option<T> {
    a.zip(b).map(|(a, b)| merge(a, b))
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
