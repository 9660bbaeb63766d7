//! A Postman environment for the mock.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context as _, bail};
use uuid::Uuid;

use super::super::files::write_private;
use crate::catalog::Api;
use crate::collection::{Environment, EnvironmentValue};
use crate::signing::Credentials;

/// Writes the environment to `path`, unless that is a file of somebody else's: an environment with
/// real credentials is quickly lost.
pub(super) fn write(
    path: &Path,
    api: &Api,
    base_url: &str,
    credentials: &Credentials,
) -> anyhow::Result<()> {
    let id = id(api);
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Ok(text) if text.contains(&id) => {}
        Ok(_) => bail!(
            "`{}` is there and was not written by the mock; remove it or choose another name",
            path.display()
        ),
        Err(error) => {
            return Err(error).with_context(|| format!("failed to read `{}`", path.display()));
        }
    }
    let environment = environment(id, api, base_url, credentials);
    let mut text = serde_json::to_string_pretty(&environment)?;
    text.push('\n');
    write_private(path, &text)
}

fn environment(id: String, api: &Api, base_url: &str, credentials: &Credentials) -> Environment {
    let value = |key: &str, value: &str, kind: &str| EnvironmentValue {
        key: key.into(),
        value: value.into(),
        r#type: kind.into(),
        enabled: true.into(),
        ..EnvironmentValue::default()
    };
    Environment {
        id: id.into(),
        name: format!("{} (mock)", api.title).into(),
        values: vec![
            value("base_url", base_url, "default"),
            value("api_key", &credentials.api_key, "secret"),
            value("api_secret", credentials.secret.expose(), "secret"),
        ]
        .into(),
        postman_variable_scope: "environment".into(),
        ..Environment::default()
    }
}

/// The same for each start, so that Postman offers to replace the environment of the last one.
fn id(api: &Api) -> String {
    let name = format!("countersign:{}/mock-environment", api.name);
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
}
