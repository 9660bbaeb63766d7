//! The files of a catalogue, key by key as a person writes them.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::model::{Api, ApiError, Endpoint, ErrorReplies, Group, Param};
use crate::signing::Recipes;

/// `api.toml`: what holds for the whole API.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ApiFile {
    /// Short name, as on the command line: lower case, digits and hyphens.
    pub(super) name: String,
    /// What collections of this API are called.
    pub(super) title: String,
    /// Production address without a trailing slash: `https://api.kraken.com`.
    pub(super) base_url: String,
    /// What the API is, in a sentence or two.
    pub(super) summary: String,
    /// The front page of its documentation.
    pub(super) docs: String,
    /// The month that the facts were last compared with the documentation: `2026-11`.
    pub(super) as_of: String,
    /// Signing recipes by the name that endpoints refer to them by.
    #[serde(default)]
    pub(super) signing: Recipes,
    /// Params that every endpoint of a recipe takes besides its own, by the recipe's name.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<Param>>")]
    pub(super) shared_params: IndexMap<String, Vec<Param>>,
    /// Groups in the order of the documentation.
    #[serde(rename = "group")]
    pub(super) groups: Vec<GroupEntry>,
    /// Errors that the API can answer with: the text as sent, and what it means.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub(super) errors: IndexMap<String, String>,
}

/// A `[[group]]` of `api.toml`; its endpoints are in a file of their own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupEntry {
    /// The name that `--group` uses; in lower case with hyphens it names the endpoint file.
    pub(super) name: String,
    /// The name of the folder in a collection, when it is not the name itself.
    #[serde(default)]
    pub(super) title: Option<String>,
    /// What the endpoints of the group do.
    pub(super) summary: String,
    /// How they say that something went wrong; `envelope` when absent.
    #[serde(default)]
    pub(super) error_replies: ErrorReplies,
}

/// `endpoints/<group>.toml`: the endpoints of one group.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EndpointFile {
    /// Endpoints in the order of the documentation.
    #[serde(rename = "endpoint")]
    pub(super) endpoints: Vec<Endpoint>,
}

impl GroupEntry {
    /// The name of the group's endpoint file, without folder and ending: `funding-beta`.
    pub(super) fn stem(&self) -> String {
        let mut stem = String::new();
        for character in self.name.chars().flat_map(char::to_lowercase) {
            if character.is_alphanumeric() {
                stem.push(character);
            } else if !stem.is_empty() && !stem.ends_with('-') {
                stem.push('-');
            }
        }
        stem.truncate(stem.trim_end_matches('-').len());
        stem
    }
}

impl ApiFile {
    /// The API with the endpoints of each group, in the order of [`ApiFile::groups`].
    pub(super) fn with_endpoints(
        self,
        endpoints: Vec<Vec<Endpoint>>,
        scripts: IndexMap<String, String>,
    ) -> Api {
        Api {
            name: self.name,
            title: self.title,
            base_url: self.base_url,
            summary: self.summary,
            docs: self.docs,
            as_of: self.as_of,
            recipes: self.signing,
            shared_params: self.shared_params,
            scripts,
            errors: self
                .errors
                .into_iter()
                .map(|(code, meaning)| ApiError { code, meaning })
                .collect(),
            groups: self
                .groups
                .into_iter()
                .zip(endpoints)
                .map(|(group, endpoints)| Group {
                    title: group.title.unwrap_or_else(|| group.name.clone()),
                    name: group.name,
                    summary: group.summary,
                    error_replies: group.error_replies,
                    endpoints,
                })
                .collect(),
        }
    }
}
