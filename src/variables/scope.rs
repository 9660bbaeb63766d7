//! One list of variables: a collection's, an environment's, the globals.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Kind;
use crate::text::coercion;
use crate::world::Engine;

/// A variable of a [`Scope`].
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// None if the definition has none, so that no name leads to it.
    key: Option<String>,
    kind: Kind,
    value: Option<Value>,
    disabled: bool,
}

impl Variable {
    /// The name; empty if there is none.
    pub fn key(&self) -> &str {
        self.key.as_deref().unwrap_or_default()
    }

    /// Whether it counts as not being there.
    pub fn is_disabled(&self) -> bool {
        self.disabled
    }

    /// The value, of the variable's type; none stands for JavaScript's `undefined`.
    pub fn value(&self) -> Option<Value> {
        self.kind.read(self.value.as_ref())
    }

    /// The text that stands in the place of `{{name}}`.
    pub fn pasted(&self) -> std::borrow::Cow<'_, str> {
        self.kind.pasted(self.value.as_ref())
    }

    fn read(definition: &Value, engine: Engine) -> Self {
        let mut variable = Self {
            key: definition.get("key").and_then(name),
            kind: Kind::Any,
            value: None,
            disabled: coercion::has_truthy(definition, "disabled"),
        };
        variable.update(definition);
        // Newman knows only `disabled`; environment exports write `enabled`, which the app honours.
        if engine == Engine::Postman && definition.get("enabled") == Some(&Value::Bool(false)) {
            variable.disabled = true;
        }
        variable
    }

    fn update(&mut self, definition: &Value) {
        if let Some(kind) = definition.get("type").and_then(Kind::named) {
            self.kind = kind;
        }
        if let Some(value) = definition.get("value") {
            self.value = Some(self.kind.stored(value));
        }
    }
}

/// A key that is no text counts by its text, unless it counts as false.
fn name(key: &Value) -> Option<String> {
    let text = coercion::text(key);
    (key.is_string() || (coercion::is_truthy(key) && !text.is_empty())).then(|| text.into_owned())
}

/// An ordered list of variables, looked up by name. Of several of one name the last enabled counts.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    variables: Vec<Variable>,
    last_enabled: BTreeMap<String, usize>,
}

impl Scope {
    /// A scope without variables.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the `variable` list of a collection, or the `values` list of an environment or globals
    /// file. What is no list counts as a list of one; null and false are nothing.
    pub fn read(list: &Value, engine: Engine) -> Self {
        let one = std::slice::from_ref(list);
        let entries = match list {
            Value::Array(entries) => entries,
            other if coercion::is_truthy(other) => one,
            _ => &[],
        };
        let present = entries.iter().filter(|entry| !entry.is_null());
        let mut scope = Self {
            variables: present.map(|entry| Variable::read(entry, engine)).collect(),
            last_enabled: BTreeMap::new(),
        };
        scope.reindex();
        scope
    }

    /// Reads an environment or globals file: `{"values": […]}`, or the bare list.
    pub fn read_file(file: &Value, engine: Engine) -> Self {
        let values = if file.is_array() { Some(file) } else { file.get("values") };
        Self::read(values.unwrap_or(&Value::Null), engine)
    }

    /// The variable of that name that counts.
    pub fn get(&self, key: &str) -> Option<&Variable> {
        self.last_enabled.get(key).map(|index| &self.variables[*index])
    }

    /// Sets a variable as a script does: an enabled one keeps its type, else a new one is added.
    /// None stands for JavaScript's `undefined`.
    pub fn set(&mut self, key: &str, value: Option<&Value>) {
        if let Some(index) = self.last_enabled.get(key) {
            let variable = &mut self.variables[*index];
            variable.value = value.map(|value| variable.kind.stored(value));
            return;
        }
        let value = value.cloned();
        self.last_enabled.insert(key.to_owned(), self.variables.len());
        self.variables.push(Variable {
            key: Some(key.to_owned()),
            kind: Kind::Any,
            value,
            disabled: false,
        });
    }

    /// Takes all enabled variables of that name out.
    pub fn unset(&mut self, key: &str) {
        self.variables.retain(|variable| variable.disabled || variable.key.as_deref() != Some(key));
        self.reindex();
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// All variables in their order, disabled ones too.
    pub fn iter(&self) -> impl Iterator<Item = &Variable> {
        self.variables.iter()
    }

    /// The enabled variables by name, as `pm.environment.toObject()` shows them.
    pub fn to_object(&self) -> Value {
        let enabled = self.last_enabled.iter();
        let value = |index: &usize| self.variables[*index].value().unwrap_or(json!(null));
        Value::Object(
            enabled.map(|(key, index)| (key.clone(), value(index))).collect::<Map<_, _>>(),
        )
    }

    fn reindex(&mut self) {
        self.last_enabled.clear();
        for (index, variable) in self.variables.iter().enumerate() {
            if let Some(key) = variable.key.clone().filter(|_| !variable.disabled) {
                self.last_enabled.insert(key, index);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(list: &Value) -> Scope {
        Scope::read(list, Engine::Newman)
    }

    fn pasted(scope: &Scope, key: &str) -> Option<String> {
        scope.get(key).map(|variable| variable.pasted().into_owned())
    }

    #[test]
    fn the_last_enabled_of_a_name_counts() {
        let scope = scope(&json!([
            {"key": "a", "value": 1}, {"key": "a", "value": 2}, {"key": "a", "value": 3, "disabled": true},
            {"key": "b", "value": 1, "disabled": "false"}, null, "c", {"value": "no key"},
            {"key": 5, "value": "five"}, {"key": "", "value": "empty"}, {"key": null, "value": "null"},
        ]));
        assert_eq!(pasted(&scope, "a").as_deref(), Some("2"));
        assert_eq!(pasted(&scope, "b"), None);
        assert_eq!(pasted(&scope, "").as_deref(), Some("empty"));
        assert_eq!(pasted(&scope, "5").as_deref(), Some("five"));
    }

    #[test]
    fn what_is_no_list_is_a_list_of_one() {
        let single = json!({"key": "a", "value": 1});
        assert_eq!(pasted(&scope(&single), "a").as_deref(), Some("1"));
        let file = |file: &Value| Scope::read_file(file, Engine::Newman).iter().count();
        assert_eq!(file(&json!({"values": single})), 1);
        assert_eq!(file(&json!([{"key": "a"}])), 1);
        assert_eq!(file(&json!({"key": "a", "value": 1})), 0);
        assert_eq!(file(&json!({"values": null})), 0);
    }

    #[test]
    fn enabled_false_counts_in_the_app_only() {
        let list = json!([{"key": "a", "value": 1, "enabled": false}]);
        assert!(Scope::read(&list, Engine::Newman).get("a").is_some());
        assert!(Scope::read(&list, Engine::Postman).get("a").is_none());
    }

    #[test]
    fn setting_keeps_the_type_and_unsetting_the_disabled() {
        let mut scope = scope(&json!([
            {"key": "n", "value": 1, "type": "number"}, {"key": "d", "value": 1, "disabled": true},
        ]));
        scope.set("n", Some(&json!("02")));
        assert_eq!(scope.get("n").unwrap().value(), Some(json!(2.0)));
        scope.set("d", Some(&json!("new")));
        assert_eq!(pasted(&scope, "d").as_deref(), Some("new"));
        scope.unset("d");
        assert_eq!(pasted(&scope, "d"), None);
        assert_eq!(scope.iter().count(), 2);
        scope.set("u", None);
        assert_eq!(pasted(&scope, "u").as_deref(), Some(""));
    }
}
