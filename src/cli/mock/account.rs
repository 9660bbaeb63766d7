//! The one account of the mock.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::super::Context;
use crate::mock::{RANDOM_BYTES, parse_credentials, throwaway_credentials};
use crate::signing::{Credentials, Secret};

const KEY_VARIABLE: &str = "COUNTERSIGN_API_KEY";
const SECRET_VARIABLE: &str = "COUNTERSIGN_API_SECRET";

/// Key and secret, and where they come from.
pub(super) struct Account {
    pub(super) credentials: Credentials,
    /// The file or the variables that they were read from, in words; none if they were made up, and
    /// only then may they be shown.
    pub(super) given_by: Option<String>,
}

impl Account {
    /// The account of the file, else of the environment variables, else a new one.
    pub(super) fn find(cx: &Context, file: Option<&Path>) -> anyhow::Result<Self> {
        if let Some(file) = file {
            return Self::read(cx, file);
        }
        match (cx.env(KEY_VARIABLE), cx.env(SECRET_VARIABLE)) {
            (Some(key), Some(secret)) => Ok(Self {
                credentials: Credentials { api_key: key, secret: Secret::new(secret) },
                given_by: Some(format!("{KEY_VARIABLE} and {SECRET_VARIABLE}")),
            }),
            (None, None) => {
                let random = cx.random::<RANDOM_BYTES>().context("failed to make up a key")?;
                Ok(Self { credentials: throwaway_credentials(&random), given_by: None })
            }
            (Some(_), None) => bail!("found {KEY_VARIABLE} alone, expected {SECRET_VARIABLE} too"),
            (None, Some(_)) => bail!("found {SECRET_VARIABLE} alone, expected {KEY_VARIABLE} too"),
        }
    }

    fn read(cx: &Context, file: &Path) -> anyhow::Result<Self> {
        let shown = file.display().to_string();
        let failed = || format!("failed to read credentials from `{shown}`");
        let text = fs::read_to_string(cx.cwd().join(file)).with_context(failed)?;
        let credentials = parse_credentials(&text).with_context(failed)?;
        Ok(Self { credentials, given_by: Some(shown) })
    }
}
