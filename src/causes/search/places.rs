//! Other addresses: another path, no query, with the host.

use super::super::classify::Context;
use super::super::message::{Change, Node, covers};
use super::form_texts;
use super::{Changes, bodies};
use crate::signing::{Piece, split_target};
use crate::text::percent;

const MOST_OTHER_PATHS: usize = 400;

pub(super) fn changes(context: Context<'_>, right: &[Node]) -> Changes {
    let mut changes = Changes::default();
    let query = context.mismatch.outgoing.query;
    let queries = query.map(|query| form_texts::texts(query, &bodies::hints(context, &[])));
    if covers(right, Piece::Uri) {
        uris(context, query, &mut changes);
        let path = context.sent.text(Piece::Path);
        let with_path = |query: &String| change(Piece::Uri, format!("{path}?{query}"));
        if let Some(queries) = &queries {
            changes.common.extend(queries.common.iter().map(with_path));
            changes.rest.extend(queries.rest.iter().map(with_path));
        }
    }
    if covers(right, Piece::Path) {
        let (common, rest) = paths(context);
        changes.common.extend(common.into_iter().map(|path| change(Piece::Path, path)));
        changes.rest.extend(rest.into_iter().map(|path| change(Piece::Path, path)));
    }
    if covers(right, Piece::Query) && query.is_some() {
        changes.common.push(change(Piece::Query, String::new()));
        if let Some(queries) = queries {
            changes
                .common
                .extend(queries.common.into_iter().map(|text| change(Piece::Query, text)));
            changes.rest.extend(queries.rest.into_iter().map(|text| change(Piece::Query, text)));
        }
    }
    if covers(right, Piece::Url) {
        let texts = [context.mismatch.outgoing.path.to_owned(), without_query(context)];
        changes.common.extend(texts.map(|text| change(Piece::Url, text)));
    }
    changes
}

fn change(piece: Piece, text: String) -> Vec<Change> {
    vec![(piece, text.into_bytes())]
}

fn without_query(context: Context<'_>) -> String {
    let url = context.mismatch.outgoing.url;
    url.split('?').next().unwrap_or_default().to_owned()
}

fn uris(context: Context<'_>, query: Option<&str>, changes: &mut Changes) {
    let (common, rest) = paths(context);
    let path = context.sent.text(Piece::Path).to_owned();
    let with_query = |path: &String| query.map(|query| format!("{path}?{query}"));
    let mut add = |list: Vec<String>, is_common: bool| {
        let with: Vec<_> = list.iter().filter_map(with_query).collect();
        for text in with.into_iter().chain(list) {
            let into = if is_common { &mut changes.common } else { &mut changes.rest };
            into.push(change(Piece::Uri, text));
        }
    };
    if query.is_some() {
        add(vec![path.clone()], true);
    }
    add(common, true);
    add(rest, false);
    if query.is_none() {
        changes.rest.push(change(Piece::Uri, format!("{path}?")));
    }
    // A form body is also signed as if it were the query.
    let body = context.sent.text(Piece::Body);
    if !body.is_empty() {
        changes.rest.push(change(Piece::Uri, format!("{path}?{body}")));
    }
}

/// Paths that are signed in place of the sent one, the likeliest first.
fn paths(context: Context<'_>) -> (Vec<String>, Vec<String>) {
    let sent = context.sent.text(Piece::Path);
    let whole = context.mismatch.outgoing.path;
    let url = without_query(context);
    let host_and_path = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let segments: Vec<&str> = sent.split('/').filter(|segment| !segment.is_empty()).collect();
    let after = |count: usize| format!("/{}", segments.get(count..).unwrap_or_default().join("/"));
    let mut common = vec![
        whole.to_owned(),
        url.clone(),
        host_and_path.to_owned(),
        format!("//{host_and_path}"),
        url.replacen("https://", "http://", 1),
        format!("{sent}/"),
        sent.trim_end_matches('/').to_owned(),
        sent.trim_start_matches('/').to_owned(),
        after(1),
        after(2),
        segments.last().copied().unwrap_or_default().to_owned(),
        sent.to_ascii_lowercase(),
        percent::decoded(sent).into_owned(),
        String::new(),
    ];
    let written = context.mismatch.evidence.written.url.map(|url| split_target(url).0.to_owned());
    common.extend(written);
    let rest = [after(1), after(2)].map(|path| path.trim_start_matches('/').to_owned());
    let known = context.mismatch.evidence.other_paths.iter().take(MOST_OTHER_PATHS);
    let mut rest: Vec<_> = rest.into_iter().chain(known.map(ToString::to_string)).collect();
    common.retain(|path| path != sent);
    rest.retain(|path| path != sent);
    (common, rest)
}
