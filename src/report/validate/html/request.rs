//! A request: what goes out, how it is signed, and what was found in it.

use minijinja::{Value, context};

use super::file::worst;
use super::finding::Source;
use crate::countersign::Countersigned;
use crate::report::count;
use crate::report::validate::placed::Placed;
use crate::validate::{Body, RequestOutcome, Sent};

/// What the page says of a request that is linked by an id.
pub(super) fn values(
    id: &str,
    request: &RequestOutcome,
    found: &[Placed<'_>],
    source: &Source<'_>,
) -> Value {
    let signature = &request.signature;
    let broken = signature.broken.iter().map(ToString::to_string);
    let countersigned = signature.countersigned.as_ref().filter(|it| !it.recipe.is_empty());
    context! {
        id,
        name => named(request),
        folders => request.folders.join(" / "),
        status => signature.status.word(),
        method => &request.method,
        path => path(&request.url),
        endpoint => &request.endpoint,
        worst => worst(found),
        found => count(found.len(), "finding"),
        findings => found.iter().map(|found| source.values(found)).collect::<Vec<_>>(),
        sent => request.sent.as_ref().and_then(|sent| sent.as_ref().ok()).map(sent),
        not_sent => request.sent.as_ref().and_then(|sent| sent.as_ref().err()),
        signed => countersigned.map(signed),
        scenarios => signature.scenarios,
        broken => broken.collect::<Vec<_>>(),
    }
}

/// The name of a request, or a word in its place.
pub(super) fn named(request: &RequestOutcome) -> &str {
    if request.name.trim().is_empty() { "(no name)" } else { &request.name }
}

/// The address without scheme and host, which are the same for most requests.
fn path(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.find('/').map_or("/", |start| rest.split_at(start).1);
    path.split_once('?').map_or(path, |(path, _)| path)
}

fn sent(sent: &Sent) -> Value {
    let headers = sent.headers.iter().map(|(name, value)| context! { name, value });
    let body = match &sent.body {
        Body::None => None,
        Body::Text(text) => Some(text.clone()),
        Body::Bytes(bytes) => Some(format!("({}, no text)", count(bytes.len(), "byte"))),
    };
    context! {
        method => &sent.method,
        url => &sent.url,
        headers => headers.collect::<Vec<_>>(),
        body,
    }
}

fn signed(signed: &Countersigned) -> Value {
    let steps = signed.steps.iter();
    context! {
        api => &signed.api,
        recipe => &signed.recipe,
        steps => steps.map(|it| context! { name => &it.name, value => &it.value }).collect::<Vec<_>>(),
        expected => &signed.expected,
        found => &signed.found,
        note => &signed.note,
    }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn a_path_has_neither_host_nor_query() {
        assert_eq!(path("https://a.b/c/d?e=/f"), "/c/d");
        assert_eq!(path("https://a.b"), "/");
        assert_eq!(path("{{base}}/c"), "/c");
    }
}
