//! From an api to collections and an environment, ready to import into Postman.
//!
//! The same api and options give the same bytes, on any machine.

mod base_url;
pub(crate) mod body;
mod classic;
pub(crate) mod collection;
pub(crate) mod describe;
mod environment;
mod examples;
mod files;
pub(crate) mod ids;
pub(crate) mod json_body;
mod options;
pub(crate) mod request;
pub(crate) mod script;
pub(crate) mod url;

use std::path::PathBuf;

pub use base_url::BaseUrl;
pub use files::generate;
pub use options::{Layout, NonceUnit, Options, ScriptStyle};

/// A file that was generated, not yet written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Where it belongs, below the folder of all collections; parts are joined with `/`.
    pub path: PathBuf,
    /// Its JSON text, with a newline at the end.
    pub text: String,
    /// How many requests it holds; 0 for an environment.
    pub requests: usize,
}

/// Why nothing could be generated.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GenerateError {
    /// An endpoint was asked for that the api does not have.
    #[error("api `{api}` has no endpoint `{name}`{}", did_you_mean(nearest.as_deref()))]
    UnknownEndpoint {
        /// The api.
        api: String,
        /// What was asked for.
        name: String,
        /// The endpoint that was probably meant.
        nearest: Option<String>,
    },
    /// A group was asked for that the api does not have.
    #[error("api `{api}` has no group `{name}`; it has {known}")]
    UnknownGroup {
        /// The api.
        api: String,
        /// What was asked for.
        name: String,
        /// The groups there are.
        known: String,
    },
    /// The filters leave no endpoint.
    #[error("no endpoint of api `{api}` is both in the groups and among the endpoints asked for")]
    NothingLeft {
        /// The api.
        api: String,
    },
    /// A script template is broken.
    #[error("failed to make a script from template `{name}`")]
    Template {
        /// File name of the template.
        name: String,
        /// What the template engine says.
        source: minijinja::Error,
    },
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}
