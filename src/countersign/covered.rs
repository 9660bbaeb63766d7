//! Which api and which recipe a request belongs to.

use crate::catalog::{Api, Catalog, CatalogError, Endpoint};
use crate::runtime::Outgoing;
use crate::signing::Recipe;
use crate::text::host::{is_open, is_this_machine};

/// Where a request belongs: an api, an endpoint if the path is known, and the recipe that signs it.
#[derive(Debug, Clone, Copy)]
pub struct Covered<'a> {
    /// The api.
    pub api: &'a Api,
    /// The endpoint.
    pub endpoint: Option<&'a Endpoint>,
    /// The recipe's name; none if the endpoint is public.
    pub recipe: Option<(&'a str, &'a Recipe)>,
}

/// The api and recipe that a request belongs to, by method and path; none if no api covers it.
///
/// Without `api`, the host has to be the api's own, this machine, or a variable that is not set.
///
/// # Errors
///
/// When an api of the catalogue cannot be read.
pub fn covered<'a>(
    catalog: &'a Catalog,
    api: Option<&str>,
    outgoing: &Outgoing,
) -> Result<Option<Covered<'a>>, CatalogError> {
    if let Some(name) = api {
        return Ok(covered_by(catalog.api(name)?, outgoing));
    }
    for api in catalog.apis()? {
        if is_host_of(api, outgoing)
            && let Some(covered) = covered_by(api, outgoing)
        {
            return Ok(Some(covered));
        }
    }
    Ok(None)
}

fn is_host_of(api: &Api, outgoing: &Outgoing) -> bool {
    let host = outgoing.url.host.as_str();
    host == api.host() || is_this_machine(host) || is_open(host)
}

/// The same for one api, whatever the host is.
pub(crate) fn covered_by<'a>(api: &'a Api, outgoing: &Outgoing) -> Option<Covered<'a>> {
    let path = outgoing.url.path.as_str();
    let recipe_of = |endpoint: &'a Endpoint| {
        let name = endpoint.auth.as_deref()?;
        Some((name, api.recipes.get(name)?))
    };
    if let Ok(route) = api.route(&outgoing.method, path) {
        let endpoint = route.endpoint;
        return Some(Covered { api, endpoint: Some(endpoint), recipe: recipe_of(endpoint) });
    }
    // A path that the catalogue does not know is signed as its neighbours are.
    let endpoint = api.nearest_to(path)?;
    let is_near = shared_segments(&endpoint.path, path) >= 3;
    is_near.then(|| Covered { api, endpoint: None, recipe: recipe_of(endpoint) })
}

/// How many segments two paths begin with, the empty one before the first slash counted.
fn shared_segments(one: &str, other: &str) -> usize {
    one.split('/').zip(other.split('/')).take_while(|(one, other)| one == other).count()
}
