//! What kind of a host a name is.

/// Whether a host is the machine that sends the request.
pub(crate) fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host == "[::1]" || host.starts_with("127.")
}

/// Whether a host, or a path, is in part a variable that is not set.
pub(crate) fn is_open(text: &str) -> bool {
    text.contains("{{") || text.contains("%7b%7b")
}

/// Whether a host is for everybody, as far as its name tells: neither this machine, nor one of a
/// private network (RFC 1918, RFC 4193), nor a name that is reserved (RFC 2606, RFC 6762) or has no dot.
pub(crate) fn is_public(host: &str) -> bool {
    let is_special = is_this_machine(host) || is_open(host) || host == "0.0.0.0";
    !is_special && !is_in_private_network(host) && !is_reserved(host)
}

fn is_in_private_network(host: &str) -> bool {
    let mut parts = host.split('.').map(str::parse::<u8>);
    match (parts.next(), parts.next()) {
        (Some(Ok(10)), _) | (Some(Ok(192)), Some(Ok(168))) | (Some(Ok(169)), Some(Ok(254))) => true,
        (Some(Ok(172)), Some(Ok(second))) => (16..32).contains(&second),
        _ => ["[fc", "[fd", "[fe80"].iter().any(|start| host.starts_with(start)),
    }
}

fn is_reserved(host: &str) -> bool {
    const TOPS: [&str; 8] =
        ["local", "localhost", "internal", "lan", "home", "test", "example", "invalid"];
    const EXAMPLES: [&str; 3] = ["example.com", "example.org", "example.net"];
    let Some((_, top)) = host.rsplit_once('.') else { return !host.starts_with('[') };
    TOPS.contains(&top) || EXAMPLES.iter().any(|it| is_within(host, it))
}

/// Whether a host is another or below it.
pub(crate) fn is_within(host: &str, other: &str) -> bool {
    host.strip_suffix(other).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The last two labels of a host, which most often belong to one owner.
pub(crate) fn site(host: &str) -> &str {
    let start = host.rmatch_indices('.').nth(1).map_or(0, |(at, _)| at + 1);
    host.get(start..).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::{is_public, is_within, site};

    #[test]
    fn public_hosts_are_told_from_private_ones() {
        for host in ["api.kraken.com", "8.8.8.8", "172.32.0.1", "[2001:db8::1]", "testing.io"] {
            assert!(is_public(host), "{host}");
        }
        for host in [
            "localhost",
            "127.0.0.1",
            "[::1]",
            "{{host}}",
            "%7b%7bhost%7d%7d",
            "10.1.2.3",
            "192.168.0.1",
            "172.20.0.1",
            "printer.local",
            "api.test",
            "www.example.com",
            "backend",
            "[fd00::1]",
            "",
            "host.docker.internal",
        ] {
            assert!(!is_public(host), "{host}");
        }
    }

    #[test]
    fn hosts_of_one_owner_share_their_site() {
        assert_eq!(site("demo-futures.kraken.com"), site("api.kraken.com"));
        assert_eq!(site("localhost"), "localhost");
        assert!(is_within("a.b.com", "b.com") && !is_within("ab.com", "b.com"));
    }
}
