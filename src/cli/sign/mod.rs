//! `countersign sign`

mod choose;
mod explain;
mod input;
mod show;
mod warn;

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};

use super::catalogs::catalog;
use super::{Context, Exit};
use crate::catalog::Api;
use crate::causes::Explanation;
use crate::signing::{
    BodyFormat, Credentials, NoncePlace, Outgoing, Recipe, Secret, Signed, nonce_in_body, sign,
    split_target,
};
use choose::Choice;
pub(super) use show::SignReport;

/// What `countersign sign` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
The secret comes from the file of --secret-file, from standard input with --secret-file -, or from
the environment variable COUNTERSIGN_SECRET; a line break at its end is not part of it. It is never
an argument, which other users of the machine could read, and it is never shown.

Path, query and body are signed as they are given, byte for byte: encode them as they will be sent.

  countersign sign --path /0/private/Balance --nonce 1616492376594 \\
      --body nonce=1616492376594 --secret-file secret.txt")]
pub(super) struct SignArgs {
    /// The api whose rule applies
    #[arg(long, value_name = "API", default_value = "kraken-spot")]
    api: String,
    /// The signing recipe, by its name in the catalogue [default: that of the endpoint at the path]
    #[arg(long, value_name = "NAME")]
    recipe: Option<String>,
    /// The HTTP method [default: that of the endpoint at the path]
    #[arg(long, value_name = "M")]
    method: Option<String>,
    /// The path, with its query if there is one
    #[arg(long, value_name = "P")]
    path: String,
    /// The nonce [default: the one in the body]
    #[arg(long, value_name = "N")]
    nonce: Option<String>,
    /// The timestamp, for apis that sign one
    #[arg(long, value_name = "T")]
    timestamp: Option<String>,
    /// The public key, for apis that sign it
    #[arg(long, value_name = "KEY")]
    api_key: Option<String>,
    /// The body
    #[arg(long, value_name = "B", conflicts_with = "body_file")]
    body: Option<String>,
    /// A file with the body, `-` for standard input; every byte of it counts
    #[arg(long, value_name = "F")]
    body_file: Option<PathBuf>,
    /// A file with the secret, `-` for standard input
    #[arg(long, value_name = "F")]
    secret_file: Option<PathBuf>,
    /// A signature that somebody else made; if it differs, find the mistake and exit with 1
    #[arg(long, value_name = "SIG")]
    expect: Option<String>,
    /// How to write the result
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    catalog: Option<PathBuf>,
}

/// The signature, and why another one differs if one does.
struct Found<'a> {
    signed: &'a Signed,
    explanation: Option<&'a Explanation>,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// Derives the signature and shows how.
pub(super) fn run(cx: &Context, args: &SignArgs) -> anyhow::Result<Exit> {
    if !args.path.starts_with('/') {
        bail!("the path is `{}`, expected it to begin with `/`, without the host", args.path);
    }
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let api = catalog.api(&args.api)?;
    let choice = choose::choose(api, args.recipe.as_deref(), args.method.as_deref(), &args.path)?;
    let body = input::body(cx, args)?;
    let secret = input::secret(cx, args)?;
    let nonce = nonce(args, choice.recipe, &body);
    input::require(args, choice.recipe, nonce.as_deref())?;
    for warning in warn::warnings(args, &choice, &body) {
        writeln!(cx.messages(), "warning: {warning}")?;
    }
    let credentials = Credentials { api_key: args.api_key.clone().unwrap_or_default(), secret };
    let url = format!("{}{}", api.base_url, args.path);
    let (path, query) = split_target(&args.path);
    let outgoing = Outgoing {
        method: &choice.method,
        url: &url,
        path,
        query,
        body: &body,
        nonce: nonce.as_deref(),
        timestamp: args.timestamp.as_deref(),
    };
    let signed = sign(choice.recipe, &credentials, &outgoing)
        .with_context(|| format!("cannot sign with the recipe `{}`", choice.name))?;
    let explanation = match args.expect.as_deref().map(str::trim) {
        Some(expected) if expected != signed.signature => {
            explain::explanation(&catalog, api, &choice, &credentials, &outgoing, expected)?
        }
        _ => None,
    };
    let echo = args.expect.as_deref().map(|expected| echo(expected.trim(), &credentials.secret));
    let found = Found { signed: &signed, explanation: explanation.as_ref() };
    report(cx, args, api, &choice, &found, echo.as_deref())
}

/// The signature that was expected, unless it is the secret, which is a mistake that happens.
fn echo(expected: &str, secret: &Secret) -> String {
    let key = secret.expose().trim().trim_end_matches('=');
    let is_secret = !key.is_empty() && (expected.contains(key) || key.contains(expected));
    if is_secret && !expected.is_empty() { "***".to_owned() } else { expected.to_owned() }
}

/// The nonce given, else the one that the recipe's body field holds.
fn nonce(args: &SignArgs, recipe: &Recipe, body: &[u8]) -> Option<String> {
    if args.nonce.is_some() {
        return args.nonce.clone();
    }
    match &recipe.nonce {
        Some(NoncePlace::Body(field)) => nonce_in_body(body, BodyFormat::guess(body), field).ok(),
        _ => None,
    }
}

fn report(
    cx: &Context,
    args: &SignArgs,
    api: &Api,
    choice: &Choice<'_>,
    found: &Found<'_>,
    echo: Option<&str>,
) -> anyhow::Result<Exit> {
    let text = match args.format {
        Format::Text => show::text(api, choice, &args.path, found, echo),
        Format::Json => show::json(found)?,
    };
    cx.stdout().write_all(text.as_bytes())?;
    Ok(if found.explanation.is_some() { Exit::Findings } else { Exit::Fine })
}
