//! The mistake behind a signature that differs.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};
use serde_json::Value;

use super::super::terminal::one_line;
use super::choose::Choice;
use crate::catalog::{Api, Catalog, CatalogError, Param};
use crate::signing::{Credentials, Outgoing, Recipe};
use crate::validate::causes::{Evidence, Explanation, Key, KnownParam, Mismatch, explain};

/// Characters shown before and behind the place where two texts part.
const BEFORE: usize = 36;
const BEHIND: usize = 60;

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
    let params: Vec<_> = choice.endpoint.map_or(&[][..], |it| &it.params).iter().collect();
    let params: Vec<_> = params.into_iter().map(known).collect();
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

fn known(param: &Param) -> KnownParam<'_> {
    let values = param.example.iter().chain(&param.default).chain(&param.values);
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    KnownParam { name: &param.name, values: values.map(text).collect() }
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
    let (Some(signed), Some(sent), Some(at)) =
        (&explanation.signed, &explanation.sent, explanation.differs_at)
    else {
        return String::new();
    };
    let before = window(sent, at.saturating_sub(BEFORE), at);
    let dots = if at > BEFORE { "…" } else { "" };
    let red = AnsiColor::Red.on_default();
    let mut text = "\n".to_owned();
    for (name, whole) in [("signed", signed), ("sent", sent)] {
        let rest = window(whole, at, at + BEHIND);
        let beyond = if whole.chars().count() > at + BEHIND { "…" } else { "" };
        let rest = if rest.is_empty() { "(ends here)".to_owned() } else { rest + beyond };
        let _ = writeln!(text, "  {name:6}  {dots}{before}{red}{rest}{red:#}");
    }
    let column = dots.chars().count() + before.chars().count();
    let _ = writeln!(text, "  {:6}  {:column$}{red}^{red:#}", "", "");
    text
}

/// The characters from `start` up to `end`, as a terminal may show them.
fn window(text: &str, start: usize, end: usize) -> String {
    let characters: String = text.chars().skip(start).take(end - start).collect();
    one_line(&characters, usize::MAX)
}
