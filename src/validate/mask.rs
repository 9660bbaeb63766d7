//! Keeping the secrets of a run out of what is shown.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::runtime::Setup;

/// Shorter values are words that stand in every text.
const SHORTEST: usize = 8;

/// What is hidden: the values of variables whose names say that they are secret.
#[derive(Clone, Default)]
pub struct Mask {
    /// The longest first, so that no part of one is left when a shorter one is hidden.
    secrets: Vec<String>,
}

impl std::fmt::Debug for Mask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mask").field("secrets", &self.secrets.len()).finish()
    }
}

impl Mask {
    /// The secrets among the variables of a collection or an environment, and of the environment,
    /// globals and data that it is used with.
    pub fn new(collection: &Value, setup: &Setup) -> Self {
        let lists = [
            &setup.environment["values"],
            &setup.globals["values"],
            &collection["variable"],
            &collection["values"],
        ];
        let entries = lists.into_iter().filter_map(Value::as_array).flatten();
        let listed = entries
            .filter_map(|entry| Some((entry.get("key")?.as_str()?, entry.get("value")?.as_str()?)));
        let rows = setup.data.iter().filter_map(Value::as_object).flatten();
        let in_data = rows.filter_map(|(key, value)| Some((key.as_str(), value.as_str()?)));
        let secrets = listed
            .chain(in_data)
            .filter(|(key, value)| is_secret(key) && value.trim().len() >= SHORTEST);
        let mut secrets: Vec<String> = secrets
            .flat_map(|(_, value)| {
                let encoded = utf8_percent_encode(value.trim(), NON_ALPHANUMERIC).to_string();
                [value.trim().to_owned(), encoded]
            })
            .collect();
        secrets.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        secrets.dedup();
        Self { secrets }
    }

    /// Puts `***` into the place of each secret.
    pub fn hide(&self, text: &mut String) {
        for secret in &self.secrets {
            if text.contains(secret.as_str()) {
                *text = text.replace(secret.as_str(), "***");
            }
        }
    }

    /// The text without its secrets.
    pub fn hidden(&self, text: impl Into<String>) -> String {
        let mut text = text.into();
        self.hide(&mut text);
        text
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    ["secret", "private", "passw"].iter().any(|word| name.contains(word))
}
