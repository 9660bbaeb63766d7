//! The environment that holds the credentials.

use super::ids::id;
use crate::catalog::Api;
use crate::collection::{Environment, EnvironmentValue};

/// An environment with empty credentials, which Postman masks on screen.
pub(super) fn environment(api: &Api) -> Environment {
    let secret = |key: &str| EnvironmentValue {
        key: key.into(),
        value: "".into(),
        r#type: "secret".into(),
        enabled: true.into(),
        ..EnvironmentValue::default()
    };
    Environment {
        id: id(&format!("{}/environment", api.name)).into(),
        name: api.title.as_str().into(),
        values: vec![secret("api_key"), secret("api_secret")].into(),
        postman_variable_scope: "environment".into(),
        ..Environment::default()
    }
}
