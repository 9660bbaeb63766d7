//! Which recipe signs a request, and with which method.

use anyhow::{bail, ensure};

use crate::catalog::{Api, Endpoint};
use crate::signing::{Recipe, split_target};

/// The recipe that was chosen, and why.
pub(super) struct Choice<'a> {
    pub(super) name: &'a str,
    pub(super) recipe: &'a Recipe,
    pub(super) method: String,
    /// The endpoint at the path; none if the catalogue knows none.
    pub(super) endpoint: Option<&'a Endpoint>,
    /// Whether the recipe is that of the nearest path, for want of an endpoint.
    pub(super) is_guess: bool,
}

/// The recipe of that name, else that of the endpoint at `path`, else that of the nearest endpoint
/// that is signed.
pub(super) fn choose<'a>(
    api: &'a Api,
    recipe: Option<&str>,
    method: Option<&str>,
    path: &str,
) -> anyhow::Result<Choice<'a>> {
    let (path, _) = split_target(path);
    let endpoint = endpoint(api, method, path);
    let method = match (method, endpoint) {
        (Some(method), _) => method.to_ascii_uppercase(),
        (None, Some(endpoint)) => endpoint.method.as_str().to_owned(),
        (None, None) => "POST".to_owned(),
    };
    if let (None, Some(Endpoint { auth: None, name, .. })) = (recipe, endpoint) {
        bail!("`{method} {path}` is public: {name} takes no signature; name a --recipe to sign it");
    }
    let known = endpoint.and_then(|endpoint| endpoint.auth.as_deref());
    let asked = recipe.or(known).or_else(|| nearest(api, path));
    let (name, recipe_found) = match asked {
        Some(asked) => find(api, asked)?,
        None => bail!("the api `{}` has no signed endpoints", api.name),
    };
    let is_guess = recipe.is_none() && known.is_none();
    Ok(Choice { name, recipe: recipe_found, method, endpoint, is_guess })
}

/// The endpoint at `path`; a signed one if the method leaves a choice.
fn endpoint<'a>(api: &'a Api, method: Option<&str>, path: &str) -> Option<&'a Endpoint> {
    if let Some(method) = method {
        return api.route(&method.to_ascii_uppercase(), path).ok().map(|route| route.endpoint);
    }
    let routes = api.routes(path);
    let signed = routes.iter().find(|route| route.endpoint.auth.is_some());
    signed.or(routes.first()).map(|route| route.endpoint)
}

fn nearest<'a>(api: &'a Api, path: &str) -> Option<&'a str> {
    let near = api.nearest_to(path).and_then(|endpoint| endpoint.auth.as_deref());
    near.or_else(|| api.endpoints().find_map(|endpoint| endpoint.auth.as_deref()))
}

fn find<'a>(api: &'a Api, name: &str) -> anyhow::Result<(&'a str, &'a Recipe)> {
    let names: Vec<_> = api.recipes.keys().map(|name| format!("`{name}`")).collect();
    ensure!(!names.is_empty(), "the api `{}` has no recipes", api.name);
    match api.recipes.get_key_value(name) {
        Some((name, recipe)) => Ok((name, recipe)),
        None => bail!(
            "unknown recipe `{name}`, expected {} of the api `{}`",
            names.join(" or "),
            api.name
        ),
    }
}
