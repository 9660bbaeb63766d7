//! What the URLs of requests begin with.

/// What a request's URL begins with, in the parts that Postman builds requests from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BaseUrl {
    /// The whole as text, without a slash at its end.
    pub raw: String,
    /// The protocol, where it stands apart from the host.
    pub protocol: Option<String>,
    /// The labels of the host.
    pub host: Vec<String>,
    /// The port, where it stands apart from the host.
    pub port: Option<String>,
    /// The segments of the path that the base URL holds.
    pub within: Vec<String>,
}

impl BaseUrl {
    /// The collection's variable `base_url`, whose value is the address of the api.
    pub fn variable() -> Self {
        Self {
            raw: "{{base_url}}".to_owned(),
            protocol: None,
            host: vec!["{{base_url}}".to_owned()],
            port: None,
            within: Vec::new(),
        }
    }

    /// An address written out, such as `https://api.kraken.com`.
    pub fn literal(address: &str) -> Self {
        let (protocol, authority) = address.split_once("://").unwrap_or(("https", address));
        let (authority, path) = authority.split_once('/').unwrap_or((authority, ""));
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => {
                (host, Some(port.to_owned()))
            }
            _ => (authority, None),
        };
        Self {
            raw: format!("{protocol}://{authority}"),
            protocol: Some(protocol.to_owned()),
            host: host.split('.').map(str::to_owned).collect(),
            port,
            within: path.split('/').filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        }
    }

    /// Whether a path of the api can stand below it.
    pub fn fits(&self, path: &str) -> bool {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        self.within.iter().all(|within| segments.next() == Some(within))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_split_into_its_parts() {
        let base = BaseUrl::literal("http://127.0.0.1:8321");
        assert_eq!(base.raw, "http://127.0.0.1:8321");
        assert_eq!((base.host.len(), base.port.as_deref()), (4, Some("8321")));
        assert!(base.fits("/0/public/Time"));
        let base = BaseUrl { within: vec!["0".to_owned()], ..BaseUrl::variable() };
        assert!(base.fits("/0/public/Time") && !base.fits("/funding/v1"));
    }
}
