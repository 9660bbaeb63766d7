//! Another address than the one the request goes to.

use super::super::Cause;
use super::super::fault::{Fault, quoted};
use super::{Context, form, placeholder};

/// For a path, a path with its query, or a whole URL.
pub(super) fn fault(signed: &str, sent: &str, context: Context<'_>) -> Fault {
    let detail = || format!("{} was signed, the request goes to {}", quoted(signed), quoted(sent));
    let (path, query) = halves(signed);
    let (sent_path, sent_query) = halves(sent);
    if has_host(signed, context) && !has_host(sent, context) {
        return Fault::new(Cause::HostIncluded, detail());
    }
    if path != sent_path {
        return if placeholder::is_unresolved(path, sent_path) {
            placeholder::unresolved(path)
        } else {
            Fault::new(Cause::PathDiffers, detail())
        };
    }
    match (query, sent_query) {
        (None | Some(""), Some(sent)) if !sent.is_empty() => missing(sent),
        (Some(query), Some(sent)) => form::fault(query, sent, &[], context),
        _ => Fault::new(Cause::PathDiffers, detail()),
    }
}

/// For a query that is signed by itself.
pub(super) fn query_fault(signed: &str, sent: &str, context: Context<'_>) -> Fault {
    if signed.is_empty() {
        return missing(sent);
    }
    form::fault(signed, sent, &[], context)
}

fn missing(sent: &str) -> Fault {
    Fault::new(Cause::QueryMissing, format!("the query {} was not signed", quoted(sent)))
}

fn halves(uri: &str) -> (&str, Option<&str>) {
    match uri.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (uri, None),
    }
}

fn has_host(text: &str, context: Context<'_>) -> bool {
    let url = context.mismatch.outgoing.url;
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let path = halves(text).0;
    path.contains("://") || (!host.is_empty() && path.trim_start_matches('/').starts_with(host))
}
