//! The request that is signed, as it goes over the wire.

/// What a request puts on the wire, as far as a signature can cover it.
///
/// Everything is as sent: percent-encoded, with variables resolved. Nothing here is decoded again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outgoing<'a> {
    /// The method.
    pub method: &'a str,
    /// The whole address, with scheme and host.
    pub url: &'a str,
    /// The path, with its first slash.
    pub path: &'a str,
    /// What follows the question mark; none if there is no question mark.
    pub query: Option<&'a str>,
    /// The body; empty if there is none.
    pub body: &'a [u8],
    /// The nonce; none if the request carries none.
    pub nonce: Option<&'a str>,
    /// The time; none if the request carries none.
    pub timestamp: Option<&'a str>,
}

impl<'a> Outgoing<'a> {
    /// A request to `url` without body, nonce and timestamp; path and query are cut out of `url`.
    pub fn new(method: &'a str, url: &'a str) -> Self {
        let (path, query) = split_target(url);
        Self { method, url, path, query, ..Self::default() }
    }
}

/// The path and the query of a URL, or of a path with a query.
///
/// The fragment belongs to neither, since it is never sent.
///
/// ```
/// use countersign::signing::split_target;
///
/// assert_eq!(split_target("https://api.kraken.com/0/a?b=c#d"), ("/0/a", Some("b=c")));
/// assert_eq!(split_target("/0/a?"), ("/0/a", Some("")));
/// assert_eq!(split_target("https://api.kraken.com"), ("/", None));
/// ```
pub fn split_target(url: &str) -> (&str, Option<&str>) {
    let sent = url.split_once('#').map_or(url, |(sent, _)| sent);
    let (address, query) = match sent.split_once('?') {
        Some((address, query)) => (address, Some(query)),
        None => (sent, None),
    };
    (path_of(address), query)
}

fn path_of(address: &str) -> &str {
    if address.starts_with('/') {
        return address;
    }
    let host_and_path = address.split_once("://").map_or(address, |(_, rest)| rest);
    host_and_path.find('/').and_then(|slash| host_and_path.get(slash..)).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_path_and_query_out_of_a_url() {
        let outgoing = Outgoing::new("GET", "http://127.0.0.1:8080/x/y?u=http://z/?&v#w?");
        assert_eq!((outgoing.path, outgoing.query), ("/x/y", Some("u=http://z/?&v")));
        assert_eq!(split_target("//double?x"), ("//double", Some("x")));
        assert_eq!(split_target("https://host?x=/"), ("/", Some("x=/")));
        assert_eq!(split_target(""), ("/", None));
    }
}
