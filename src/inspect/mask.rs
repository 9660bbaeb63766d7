//! Keeping secrets out of what is shown.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::InspectedRequest;
use crate::runtime::Setup;

/// Shorter values are words that stand in every text.
const SHORTEST: usize = 8;

/// What is hidden: the values of variables whose names say that they are secret.
#[derive(Debug)]
pub(super) struct Mask {
    secrets: Vec<String>,
}

impl Mask {
    pub(super) fn new(collection: &Value, setup: &Setup) -> Self {
        let lists =
            [&setup.environment["values"], &setup.globals["values"], &collection["variable"]];
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
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.dedup();
        Self { secrets }
    }

    /// Puts `***` into the place of each secret.
    pub(super) fn hide(&self, request: &mut InspectedRequest) {
        request.for_each_text(&mut |text| {
            for secret in &self.secrets {
                if text.contains(secret.as_str()) {
                    *text = text.replace(secret.as_str(), "***");
                }
            }
        });
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    ["secret", "private", "passw"].iter().any(|word| name.contains(word))
}
