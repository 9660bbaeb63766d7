//! Finding the endpoint that a path means.

use std::borrow::Cow;

use super::model::{Api, Endpoint, Method};
use crate::text::percent;

/// The endpoint that a request means.
#[derive(Debug, Clone, PartialEq)]
pub struct Route<'a> {
    /// The endpoint.
    pub endpoint: &'a Endpoint,
    /// Names and values of its path params, decoded.
    pub path_values: Vec<(&'a str, String)>,
}

/// Why no endpoint is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRoute {
    /// No endpoint has the path.
    UnknownPath,
    /// Endpoints have the path, but take other methods: these.
    WrongMethod(Vec<Method>),
}

impl Api {
    /// The endpoint that takes `method` at `path`; `HEAD` counts as `GET`.
    ///
    /// # Errors
    ///
    /// When there is none; see [`NoRoute`].
    pub fn route(&self, method: &str, path: &str) -> Result<Route<'_>, NoRoute> {
        let mut at_path = self.routes(path);
        let wanted = if method == "HEAD" { "GET" } else { method };
        if let Some(index) = at_path.iter().position(|it| it.endpoint.method.as_str() == wanted) {
            return Ok(at_path.swap_remove(index));
        }
        let mut methods: Vec<_> = at_path.iter().map(|route| route.endpoint.method).collect();
        methods.dedup();
        Err(if methods.is_empty() { NoRoute::UnknownPath } else { NoRoute::WrongMethod(methods) })
    }

    /// The endpoints with that path, whatever their method, those with fewer path params first:
    /// `/a/b` means the endpoint `/a/b` before it means `/a/{name}`.
    pub fn routes(&self, path: &str) -> Vec<Route<'_>> {
        let segments: Vec<_> = path.split('/').map(percent::decoded).collect();
        let route =
            |endpoint| Some(Route { endpoint, path_values: path_values(endpoint, &segments)? });
        let mut routes: Vec<_> = self.endpoints().filter_map(route).collect();
        routes.sort_by_key(|route| route.path_values.len());
        routes
    }

    /// The endpoint whose path begins with the most segments of `path`; the first of several.
    pub fn nearest_to(&self, path: &str) -> Option<&Endpoint> {
        let shared = |endpoint: &Endpoint| {
            let segments = endpoint.path.split('/').zip(path.split('/'));
            segments.take_while(|(one, other)| one == other).count()
        };
        // `max_by_key` would give the last of several.
        self.endpoints().reduce(|best, next| if shared(next) > shared(best) { next } else { best })
    }
}

impl Endpoint {
    /// The values of the path params in a path, if the path is the endpoint's.
    pub(crate) fn path_values(&self, path: &str) -> Option<Vec<(&str, String)>> {
        let segments: Vec<_> = path.split('/').map(percent::decoded).collect();
        path_values(self, &segments)
    }
}

/// Names and values of the params that make an endpoint's path one with these segments; none if no
/// values do.
fn path_values<'a>(
    endpoint: &'a Endpoint,
    segments: &[Cow<'_, str>],
) -> Option<Vec<(&'a str, String)>> {
    // Paths of an api begin alike, so that the last segment soonest tells them apart.
    let (mut wanted, mut found) = (endpoint.path.rsplit('/'), segments.iter().rev());
    let mut values = Vec::new();
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => break,
            (Some(wanted), Some(found)) => {
                match wanted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                    Some(_) if found.is_empty() => return None,
                    Some(name) => values.push((name, found.clone().into_owned())),
                    None if wanted == found => {}
                    None => return None,
                }
            }
            _ => return None,
        }
    }
    values.reverse();
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    fn found(method: &str, path: &str) -> Result<String, NoRoute> {
        let catalog = Catalog::embedded();
        let api = catalog.api("kraken-spot").expect("it is embedded");
        api.route(method, path)
            .map(|route| format!("{} {:?}", route.endpoint.name, route.path_values))
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
        let wrong = |methods: &[Method]| Err(NoRoute::WrongMethod(methods.to_vec()));
        assert_eq!(found("POST", "/0/public/Time"), wrong(&[Method::Get]));
        assert_eq!(found("DELETE", "/funding/v1/addresses"), wrong(&[Method::Get, Method::Post]));
        assert_eq!(
            found("PATCH", "/funding/v1/addresses/a"),
            wrong(&[Method::Put, Method::Delete])
        );
        for path in ["", "/", "/0/public/Time/", "/0/public", "/funding/v1/addresses/", "*"] {
            assert_eq!(found("GET", path), Err(NoRoute::UnknownPath), "{path}");
        }
    }
}
