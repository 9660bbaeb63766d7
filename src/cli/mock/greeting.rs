//! What the mock says when it starts.

use std::path::Path;

use super::account::Account;
use crate::catalog::Api;

/// Where the mock is, and what to put where. Credentials are shown only if they were made up.
pub(super) fn text(
    api: &Api,
    base_url: &str,
    account: &Account,
    environment: Option<&Path>,
) -> String {
    let (key, secret) = match &account.given_by {
        None => (account.credentials.api_key.clone(), account.credentials.secret.expose().into()),
        Some(place) => (format!("as in {place}"), format!("as in {place}")),
    };
    let how = match environment {
        None => "put these into the environment of the collection:".to_owned(),
        Some(path) => format!("import `{}` into Postman; it holds these:", path.display()),
    };
    format!(
        "mock of {name}, {count} endpoints, nothing real\n\
         \n\
         {how}\n\
         \n  \
           base_url    {base_url}\n  \
           api_key     {key}\n  \
           api_secret  {secret}\n\
         \n\
         Ctrl-C ends it\n",
        name = api.name,
        count = api.endpoints().count(),
    )
}
