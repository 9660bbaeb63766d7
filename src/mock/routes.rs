//! Finding the endpoint that a path means.

use percent_encoding::percent_decode_str;

use crate::catalog::{Api, Endpoint};

/// The endpoint that a request means, with the values of its path params, decoded.
#[derive(Debug)]
pub(super) struct Route<'a> {
    pub(super) endpoint: &'a Endpoint,
    pub(super) path_values: Vec<(&'a str, String)>,
}

/// Why no endpoint is meant.
#[derive(Debug)]
pub(super) enum NoRoute {
    UnknownPath,
    /// The methods that the path takes, as an `Allow` header lists them.
    WrongMethod(String),
}

/// The endpoint of `api` that takes `method` at `path`; `HEAD` counts as `GET`.
pub(super) fn route<'a>(api: &'a Api, method: &str, path: &str) -> Result<Route<'a>, NoRoute> {
    let mut at_path: Vec<_> = api
        .endpoints()
        .filter_map(|endpoint| Some(Route { endpoint, path_values: values(endpoint, path)? }))
        .collect();
    if at_path.is_empty() {
        return Err(NoRoute::UnknownPath);
    }
    // `/a/b` means the endpoint `/a/b` before it means `/a/{name}`.
    at_path.sort_by_key(|route| route.path_values.len());
    let wanted = if method == "HEAD" { "GET" } else { method };
    match at_path.iter().position(|route| route.endpoint.method.as_str() == wanted) {
        Some(index) => Ok(at_path.swap_remove(index)),
        None => Err(NoRoute::WrongMethod(allowed(&at_path))),
    }
}

fn values<'a>(endpoint: &'a Endpoint, path: &str) -> Option<Vec<(&'a str, String)>> {
    let (mut wanted, mut found) = (endpoint.path.split('/'), path.split('/'));
    let mut values = Vec::new();
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => return Some(values),
            (Some(wanted), Some(found)) => {
                let found = percent_decode_str(found).decode_utf8_lossy();
                match wanted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                    Some(_) if found.is_empty() => return None,
                    Some(name) => values.push((name, found.into_owned())),
                    None if wanted == found => {}
                    None => return None,
                }
            }
            _ => return None,
        }
    }
}

fn allowed(routes: &[Route<'_>]) -> String {
    let mut names: Vec<_> = routes.iter().map(|route| route.endpoint.method.as_str()).collect();
    names.dedup();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    fn found(method: &str, path: &str) -> Result<String, String> {
        let catalog = Catalog::embedded();
        let api = catalog.api("kraken-spot").expect("it is embedded");
        match route(api, method, path) {
            Ok(route) => Ok(format!("{} {:?}", route.endpoint.name, route.path_values)),
            Err(NoRoute::UnknownPath) => Err("unknown".into()),
            Err(NoRoute::WrongMethod(allowed)) => Err(allowed),
        }
    }

    #[test]
    fn finds_endpoints_by_method_and_path() {
        assert_eq!(found("GET", "/0/public/Time"), Ok("Time []".into()));
        assert_eq!(found("HEAD", "/0/public/Time"), Ok("Time []".into()));
        assert_eq!(found("POST", "/0/private/Add%4Frder"), Ok("AddOrder []".into()));
        assert_eq!(
            found("DELETE", "/funding/v1/addresses/a%2Fb"),
            Ok(r#"DeleteFundingAddress [("id", "a/b")]"#.into())
        );
    }

    #[test]
    fn tells_wrong_methods_from_unknown_paths() {
        assert_eq!(found("POST", "/0/public/Time"), Err("GET".into()));
        assert_eq!(found("DELETE", "/funding/v1/addresses"), Err("GET, POST".into()));
        assert_eq!(found("PATCH", "/funding/v1/addresses/a"), Err("PUT, DELETE".into()));
        for path in ["", "/", "/0/public/Time/", "/0/public", "/funding/v1/addresses/", "*"] {
            assert_eq!(found("GET", path), Err("unknown".into()), "{path}");
        }
    }
}
