//! What `coverage` found, as text, as JSON, as Markdown, and as a page for a browser.

mod html;
mod json;
mod markdown;
mod text;

pub use html::write as write_html;
pub use json::{Report, write as write_json};
pub use markdown::write as write_markdown;
pub use text::write as write_text;

use crate::compare::coverage::{Coverage, Endpoint, Why};
use crate::report::count;

/// `kraken-spot in 2 files with 79 requests`.
fn title(coverage: &Coverage) -> String {
    let files = count(coverage.files.len(), "file");
    format!("{} in {files} with {}", coverage.api, count(coverage.requests, "request"))
}

/// A line for each endpoint that is not proved, and one for all that were not checked.
fn unproved(coverage: &Coverage, line: impl Fn(&Endpoint) -> String) -> Vec<String> {
    let (unchecked, checked): (Vec<_>, Vec<_>) =
        coverage.unproved.iter().partition(|it| it.why == Why::NotChecked);
    let checked = checked.iter().map(|it| format!("{}: {}", line(&it.endpoint), told(it.why)));
    let unchecked = (!unchecked.is_empty())
        .then(|| format!("{} whose scripts were not run", count(unchecked.len(), "endpoint")));
    checked.chain(unchecked).collect()
}

/// Why an endpoint is not proved, in words.
fn told(why: Why) -> &'static str {
    match why {
        Why::NotChecked => "scripts were not run",
        Why::Unsigned => "carries no signature",
        Why::Mismatched => "signs wrong",
    }
}
