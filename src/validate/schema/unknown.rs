//! Keys that the format does not name.

use serde_json::{Map, Value};

use super::form::{Alternative, FormId, Forms, ObjectForm};
use super::nouns::noun;
use super::trail::Trail;
use super::violation::Owner;
use crate::source::{Pointer, Step};

/// A key that the format does not name, in an object that it does.
#[derive(Debug)]
pub(crate) struct UnknownKey<'v> {
    /// Where the object stands.
    pub(crate) object: Pointer,
    /// The key.
    pub(crate) key: &'v str,
    /// What stands under it.
    pub(crate) value: &'v Value,
    /// The objects around it, innermost first.
    owners: Vec<Owner<'v>>,
}

impl<'v> UnknownKey<'v> {
    /// What the schema calls the object, such as `Header`.
    pub(crate) fn form(&self) -> &'v str {
        self.owners.first().map_or("", Owner::name)
    }

    /// What people call the object: "this request header".
    pub(crate) fn noun(&self) -> &'static str {
        noun(&self.owners)
    }

    /// The object itself.
    pub(crate) fn map(&self) -> Option<&'v Map<String, Value>> {
        self.owners.first().map(|owner| owner.map)
    }

    /// The keys that the object may have besides those that it must have.
    pub(crate) fn optional_keys(&self) -> impl Iterator<Item = &'v str> {
        let form = self.owners.first().map(|owner| owner.form);
        let fields = form.into_iter().flat_map(|form| &form.fields);
        let keys = fields.map(|(key, _)| key.as_str());
        keys.filter(move |key| form.is_some_and(|form| !form.required.iter().any(|it| it == key)))
    }

    /// Whether the object is part of a saved example, which is never sent.
    pub(crate) fn is_in_example(&self) -> bool {
        self.owners.iter().any(|owner| owner.name() == "Response")
    }
}

impl Forms {
    /// The keys that the format does not name, as far as they may have been meant for something.
    ///
    /// Left out is what programs write for themselves, which millions of files hold: keys that begin
    /// with an underscore, or are on a list, or say `enabled` of what is enabled anyway.
    pub(crate) fn unknown_keys<'v>(&'v self, document: &'v Value) -> Vec<UnknownKey<'v>> {
        let mut found = Vec::new();
        self.look(self.root, document, &Trail::root(), &mut found);
        found
    }

    fn look<'v>(
        &'v self,
        id: FormId,
        value: &'v Value,
        trail: &Trail<'_, 'v>,
        found: &mut Vec<UnknownKey<'v>>,
    ) {
        let form = self.get(id);
        match (value, &form.list, &form.object) {
            (Value::Array(list), Some(taken), _) => {
                let Some(entries) = taken.entries else { return };
                for (index, entry) in list.iter().enumerate().filter(|(_, entry)| is_nested(entry))
                {
                    self.look(entries, entry, &trail.at(Step::Index(index)), found);
                }
            }
            (Value::Object(map), _, Some(taken)) => self.look_into(taken, map, trail, found),
            _ => {}
        }
    }

    fn look_into<'v>(
        &'v self,
        form: &'v ObjectForm,
        map: &'v Map<String, Value>,
        trail: &Trail<'_, 'v>,
        found: &mut Vec<UnknownKey<'v>>,
    ) {
        let alternatives = form.alternatives.as_slice();
        let fitting = alternatives.iter().rposition(|one| fits(one, map)).unwrap_or_default();
        let Some(likely) = alternatives.get(fitting).filter(|likely| !likely.name.is_empty())
        else {
            return;
        };
        let named = trail.object(likely, map);
        for (key, value) in map {
            let others = || alternatives.iter().filter(|one| one.name == likely.name);
            match likely.field(key).or_else(|| others().find_map(|one| one.field(key))) {
                Some(id) if is_nested(value) => {
                    self.look(id, value, &named.at(Step::Key(key)), found);
                }
                Some(_) => {}
                None if is_written_by_programs(key, value) => {}
                None => found.push(named.unknown(key, value)),
            }
        }
    }
}

impl<'v> Trail<'_, 'v> {
    fn unknown(&self, key: &'v str, value: &'v Value) -> UnknownKey<'v> {
        let (object, owners, _) = self.place();
        UnknownKey { object, key, value, owners }
    }
}

fn fits(alternative: &Alternative, map: &Map<String, Value>) -> bool {
    alternative.required.iter().all(|key| map.contains_key(key))
}

fn is_nested(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Object(_))
}

/// Keys that converters and Postman's own services add; they mean nothing to Postman's runtime.
const WRITTEN_BY_PROGRAMS: [&str; 8] =
    ["createdAt", "lastUpdatedBy", "name", "owner", "uid", "updatedAt", "uuid", "warning"];

fn is_written_by_programs(key: &str, value: &Value) -> bool {
    key.starts_with('_')
        || (key == "enabled" && *value == Value::Bool(true))
        || WRITTEN_BY_PROGRAMS.binary_search(&key).is_ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::FORMS;

    #[test]
    fn unknown_keys_come_with_their_object() {
        let document = json!({
            "info": {"nmae": "n", "_exporter_id": "1", "name": "n", "schema": "s"},
            "item": [
                {"name": "f", "id": "of folders too", "request": "never sent", "item": [
                    {"name": "r", "auth": null, "request": {"events": [], "name": "n", "body": {
                        "mode": "formdata",
                        "formdata": [{"key": "a", "src": "f", "value": "v", "uuid": "u", "vaule": 1}],
                    }}, "response": [{"headers": []}]},
                ]},
            ],
            "variable": [{"key": "k", "enabled": true}, {"key": "l", "enabled": false}],
        });
        let found = FORMS.unknown_keys(&document);
        let shown: Vec<_> = found
            .iter()
            .map(|it| (it.form(), it.object.as_str(), it.key, it.is_in_example()))
            .collect();
        let item = "/item/0/item/0";
        assert_eq!(
            shown,
            [
                ("Info", "/info", "nmae", false),
                ("Folder", "/item/0", "id", false),
                ("Folder", "/item/0", "request", false),
                ("RequestItem", item, "auth", false),
                ("Request", &format!("{item}/request"), "events", false),
                ("FormParameter", &format!("{item}/request/body/formdata/0"), "vaule", false),
                ("Response", &format!("{item}/response/0"), "headers", true),
                ("Variable", "/variable/1", "enabled", false),
            ]
        );
        assert_eq!(found[0].noun(), "`info`");
        let keys: Vec<_> = found[0].optional_keys().collect();
        assert!(keys.contains(&"version") && !keys.contains(&"name"), "{keys:?}");
    }
}
