//! The mistake behind a signature that differs.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};

use super::super::terminal::one_line;
use super::choose::Choice;
use crate::catalog::{Api, Catalog, CatalogError};
use crate::causes::{Evidence, Explanation, Key, Mismatch, explain};
use crate::countersign::known_params;
use crate::findings::Compared;
use crate::report::compared::OneAboveTheOther;
use crate::signing::{Credentials, Outgoing, Recipe};

/// How many columns of two texts that are compared are shown.
const WIDTH: usize = 100;

/// Why `expected` is not the signature; none if it is.
pub(super) fn explanation(
    catalog: &Catalog,
    api: &Api,
    choice: &Choice<'_>,
    credentials: &Credentials,
    outgoing: &Outgoing<'_>,
    expected: &str,
) -> Result<Option<Explanation>, CatalogError> {
    let is_plain = |path: &&str| !path.contains('{') && *path != outgoing.path;
    let other_paths: Vec<_> =
        api.endpoints().map(|endpoint| endpoint.path.as_str()).filter(is_plain).collect();
    let other_recipes = other_recipes(catalog, choice.recipe)?;
    let params = choice.endpoint.map(known_params).unwrap_or_default();
    Ok(explain(&Mismatch {
        recipe: choice.recipe,
        api_key: &credentials.api_key,
        key: Key::Text(&credentials.secret),
        outgoing,
        signature: expected,
        evidence: Evidence {
            params: &params,
            other_paths: &other_paths,
            other_recipes: &other_recipes,
            ..Evidence::default()
        },
    }))
}

/// The rules of all apis that put the message together in another way.
fn other_recipes<'a>(
    catalog: &'a Catalog,
    recipe: &Recipe,
) -> Result<Vec<(&'a str, &'a Recipe)>, CatalogError> {
    let apis = catalog.apis()?;
    let recipes = apis.into_iter().flat_map(|api| &api.recipes);
    let others = recipes.filter(|(_, other)| other.message != recipe.message);
    Ok(others.map(|(name, other)| (name.as_str(), other)).collect())
}

/// The mistake in words, with both texts one above the other.
pub(super) fn text(explanation: &Explanation) -> String {
    let bold = Style::new().bold();
    let mut text = String::new();
    let cause = explanation.cause;
    let _ = writeln!(text, "\n{bold}{cause}{bold:#}: {}", cause.meaning());
    let _ = writeln!(text, "  {}", one_line(&explanation.detail, usize::MAX));
    text += &texts(explanation);
    for also in &explanation.also {
        let _ = writeln!(text, "\n{bold}and {also}{bold:#}: {}", also.meaning());
    }
    let _ = writeln!(text, "\nhelp: {}", cause.help());
    for also in &explanation.also {
        let _ = writeln!(text, "help: {}", also.help());
    }
    text
}

/// What was signed above what is sent, and a mark under the first character that differs.
fn texts(explanation: &Explanation) -> String {
    let Some(Compared { signed, sent, differs_at }) = Compared::of(explanation) else {
        return String::new();
    };
    let rows = OneAboveTheOther::of(&signed, &sent, differs_at, WIDTH);
    let red = AnsiColor::Red.on_default();
    let mut text = "\n".to_owned();
    for (name, rest) in [("signed", &rows.first), ("sent", &rows.second)] {
        let _ = writeln!(text, "  {name:6}  {}{red}{rest}{red:#}", rows.common);
    }
    let _ = writeln!(text, "  {:6}  {:2$}{red}^{red:#}", "", "", rows.column());
    text
}
