//! What would mend a result.

use serde_json::{Value, json};

use super::place;
use crate::findings::fixed;
use crate::report::validate::placed::Placed;
use crate::source::{Document, Span};
use crate::validate::FileOutcome;

/// The one stretch of the file that a fix replaces.
pub(super) fn fix(file: &FileOutcome, placed: &Placed<'_>) -> Option<Value> {
    let fix = placed.diagnostic.fix.as_ref()?;
    let fixed = fixed(placed.document, std::slice::from_ref(placed.diagnostic))?;
    let after = fixed.text.strip_prefix('\u{feff}').unwrap_or(&fixed.text);
    let (span, inserted) = difference(placed.document.text(), after);
    Some(json!({
        "description": {"text": fix.title},
        "artifactChanges": [{
            "artifactLocation": place::artifact(file),
            "replacements": [{
                "deletedRegion": region(placed.document, span),
                "insertedContent": {"text": inserted},
            }],
        }],
    }))
}

fn region(document: &Document, span: Span) -> Value {
    place::region(document.lines(span))
}

/// The bytes of `before` that differ, and what stands in their place in `after`.
fn difference<'a>(before: &str, after: &'a str) -> (Span, &'a str) {
    let same = before.char_indices().zip(after.chars()).find(|((_, a), b)| a != b);
    let start = same.map_or(before.len().min(after.len()), |((at, _), _)| at);
    let (rest, new) = (tail(before, start), tail(after, start));
    let from_end = rest.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b);
    let end: usize = from_end.map(|(character, _)| character.len_utf8()).sum();
    let span = Span { start, end: before.len() - end };
    (span, new.get(..new.len() - end).unwrap_or_default())
}

fn tail(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_replaced() {
        for (before, after, deleted, inserted) in [
            ("aXb", "aYYb", "X", "YY"),
            ("ab", "aéb", "", "é"),
            ("aéb", "ab", "é", ""),
            ("aa", "aaa", "", "a"),
            ("ab", "ab", "", ""),
        ] {
            let (span, new) = difference(before, after);
            assert_eq!((before.get(span.start..span.end), new), (Some(deleted), inserted));
        }
    }
}
