//! What the format takes at each place: our JSON schema, sorted by the kind of value that comes.
//!
//! A JSON schema says "any of these"; a finding has to say which. Since nearly all unions of the
//! format are between different JSON types, a [`Form`] holds one answer for each type, and only
//! objects can have several alternatives.

/// A form's place in [`Forms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FormId(pub(super) usize);

/// All forms of a schema.
#[derive(Debug)]
pub(super) struct Forms {
    pub(super) forms: Vec<Form>,
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
    pub(super) fn any() -> Self {
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

    pub(super) fn keep_types(&mut self, names: &[&str]) {
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
    pub(super) fn or(self, other: Self, exclusive: bool) -> Self {
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
    pub(super) fn and(self, other: Self) -> Self {
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
    pub(super) fn and(mut self, other: &Self) -> Self {
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
