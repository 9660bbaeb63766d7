//! One page for a browser, with everything in it.

use std::io::{self, Write};

use minijinja::{Value, context};

use super::{title, told};
use crate::compare::coverage::{Coverage, Endpoint, Share, Shares};
use crate::report::html::render;

const PAGE: &str = include_str!("page.html");

/// Writes the page.
///
/// # Errors
///
/// When the writer fails.
pub fn write(coverage: &Coverage, to: &mut impl Write) -> io::Result<()> {
    render(PAGE, values(coverage), to)
}

fn values(coverage: &Coverage) -> Value {
    let groups = coverage.groups.iter().map(|group| row(&group.name, group.shares));
    let params = coverage.missing_params.iter();
    let unproved = coverage.unproved.iter();
    let extra = coverage.extra.iter().map(|it| {
        context! {
            name => &it.name, method => &it.method, path => &it.path, pointer => &it.pointer,
            file => coverage.files.get(it.file),
            nearest => it.nearest.as_ref().map(endpoint),
        }
    });
    context! {
        api => &coverage.api,
        title => title(coverage),
        files => &coverage.files,
        total => row("All together", coverage.total),
        groups => groups.collect::<Vec<_>>(),
        missing => coverage.missing.iter().map(endpoint).collect::<Vec<_>>(),
        missing_params => params
            .map(|it| context! { endpoint => endpoint(&it.endpoint), params => &it.params })
            .collect::<Vec<_>>(),
        unproved => unproved
            .map(|it| context! { endpoint => endpoint(&it.endpoint), why => told(it.why) })
            .collect::<Vec<_>>(),
        extra => extra.collect::<Vec<_>>(),
    }
}

fn row(name: &str, shares: Shares) -> Value {
    let Shares { endpoints, params, signatures } = shares;
    context! {
        name,
        endpoints => share(endpoints),
        params => share(params),
        signatures => share(signatures),
    }
}

fn share(share: Share) -> Value {
    let state = match share {
        Share { total: 0, .. } => "none",
        Share { covered, total } if covered == total => "all",
        Share { covered: 0, .. } => "nothing",
        _ => "some",
    };
    let percent = format!("{:.1}", share.percent());
    context! { covered => share.covered, total => share.total, percent, state }
}

fn endpoint(endpoint: &Endpoint) -> Value {
    context! { name => &endpoint.name, method => &endpoint.method, path => &endpoint.path }
}
