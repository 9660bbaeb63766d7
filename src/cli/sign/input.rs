//! The secret and the body, from wherever they come.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use zeroize::Zeroizing;

use super::super::Context;
use super::SignArgs;
use crate::signing::{NoncePlace, Piece, Recipe, Secret};

const VARIABLE: &str = "COUNTERSIGN_SECRET";

/// The secret, without the line break that ends a file.
pub(super) fn secret(cx: &Context, args: &SignArgs) -> anyhow::Result<Secret> {
    let text = match &args.secret_file {
        Some(file) => {
            let bytes = Zeroizing::new(read(cx, file).context("failed to read the secret")?);
            let text = std::str::from_utf8(&bytes).ok().context("the secret is not UTF-8 text")?;
            Zeroizing::new(text.to_owned())
        }
        None => match cx.env(VARIABLE) {
            Some(text) => Zeroizing::new(text),
            None => bail!(
                "found no secret, expected it in a file (--secret-file FILE), on standard input \
                 (--secret-file -) or in the environment variable {VARIABLE}"
            ),
        },
    };
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(Secret::new(line.strip_suffix('\r').unwrap_or(line)))
}

/// The body, every byte of it; empty if there is none.
pub(super) fn body(cx: &Context, args: &SignArgs) -> anyhow::Result<Vec<u8>> {
    match (&args.body, &args.body_file) {
        (Some(body), _) => Ok(body.clone().into_bytes()),
        (None, Some(file))
            if is_stdin(file) && args.secret_file.as_deref().is_some_and(is_stdin) =>
        {
            bail!("both the secret and the body are to come from standard input, expected one")
        }
        (None, Some(file)) => read(cx, file).context("failed to read the body"),
        (None, None) => Ok(Vec::new()),
    }
}

/// Checks that everything the recipe signs was given.
pub(super) fn require(args: &SignArgs, recipe: &Recipe, nonce: Option<&str>) -> anyhow::Result<()> {
    if nonce.is_none() && !recipe.nonce_optional && recipe.covers(Piece::Nonce) {
        match &recipe.nonce {
            Some(NoncePlace::Body(field)) => {
                bail!("found no nonce, expected it with --nonce or in the body's field `{field}`")
            }
            _ => bail!("found no nonce, expected it with --nonce"),
        }
    }
    if args.timestamp.is_none() && recipe.covers(Piece::Timestamp) {
        bail!("found no timestamp, expected it with --timestamp");
    }
    if args.api_key.is_none() && recipe.covers(Piece::ApiKey) {
        bail!("found no public key, expected it with --api-key");
    }
    Ok(())
}

fn read(cx: &Context, file: &Path) -> anyhow::Result<Vec<u8>> {
    if is_stdin(file) {
        return cx.stdin().context("failed to read standard input");
    }
    fs::read(cx.cwd().join(file)).with_context(|| format!("failed to read `{}`", file.display()))
}

fn is_stdin(file: &Path) -> bool {
    file == Path::new("-")
}
