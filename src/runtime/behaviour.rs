//! `protocolProfileBehavior`: the settings of a request that change its bytes.

use serde_json::{Map, Value};

use crate::text::coercion;

/// The behaviours of a request, merged key by key over its folders and its collection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Behaviour {
    settings: Map<String, Value>,
}

impl Behaviour {
    /// Merges the `protocolProfileBehavior` of collection, folders and item, outermost first; the
    /// nearest wins. What is no object counts as empty.
    pub fn merged<'v>(levels: impl IntoIterator<Item = &'v Value>) -> Self {
        let mut settings = Map::new();
        for level in levels {
            for (key, value) in level.as_object().into_iter().flatten() {
                settings.insert(key.clone(), value.clone());
            }
        }
        Self { settings }
    }

    /// A setting as written.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.settings.get(name)
    }

    /// Whether path and query are sent as written.
    pub(super) fn sends_url_as_written(&self) -> bool {
        self.is_on("disableUrlEncoding")
    }

    /// Whether GET and its like may have a body.
    pub(super) fn keeps_body(&self) -> bool {
        self.is_on("disableBodyPruning")
    }

    /// Whether Postman's own header of a name, given in lower case, is left out.
    pub(super) fn leaves_out(&self, header: &str) -> bool {
        self.get("disabledSystemHeaders")
            .is_some_and(|headers| coercion::has_truthy(headers, header))
    }

    fn is_on(&self, name: &str) -> bool {
        self.get(name).is_some_and(coercion::is_truthy)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_nearest_wins_key_by_key() {
        let levels = [
            json!({"disableBodyPruning": true, "disableUrlEncoding": true}),
            json!(null),
            json!({"disableUrlEncoding": null, "disabledSystemHeaders": {"host": true, "accept": false}}),
        ];
        let merged = Behaviour::merged(&levels);
        assert!(merged.keeps_body());
        assert!(!merged.sends_url_as_written());
        assert!(merged.leaves_out("host"));
        assert!(!merged.leaves_out("accept"));
    }
}
