//! What pages for a browser have in common: each is one file that needs no network.

use std::io::{self, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Output, State, Value};
use sha2::{Digest as _, Sha256};

use super::shown::page_text;
use crate::text::base64;

/// The name of every page; its ending makes the engine escape what is put in.
const NAME: &str = "page.html";

/// Writes a page with its values put in.
///
/// # Errors
///
/// When the writer fails.
pub(crate) fn render(page: &'static str, values: Value, to: &mut impl Write) -> io::Result<()> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.map_err(io::Error::other)?);
    environment.set_formatter(write_value);
    environment.add_template(NAME, page).map_err(io::Error::other)?;
    let page = environment.get_template(NAME).map_err(io::Error::other)?;
    page.render_captured_to(values, &mut *to).map_err(io::Error::other)?;
    writeln!(to)
}

/// Writes a value as text of the page, without what would steer the browser.
fn write_value(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() => {
            minijinja::escape_formatter(out, state, &Value::from(page_text(text)))
        }
        _ => minijinja::escape_formatter(out, state, value),
    }
}

/// A part of a page by which its content policy knows it: `'sha256-…'`.
pub(crate) fn source_hash(part: &str) -> String {
    format!("'sha256-{}'", base64::encode(Sha256::digest(part)))
}
