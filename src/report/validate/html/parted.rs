//! Where two texts are the same, and where not.

use minijinja::{Value, context};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    text: String,
    differs: bool,
}

/// Both texts in pieces: what one has and the other has not is marked.
pub(super) fn pieces(one: &str, other: &str) -> (Value, Value) {
    let (one, other) = parted(one, other);
    (values(one), values(other))
}

fn values(pieces: Vec<Piece>) -> Value {
    let pieces = pieces.into_iter();
    pieces.map(|Piece { text, differs }| context! { text, differs }).collect()
}

/// Compares word by word, and the words that differ by their ends: `XBT/USD` and `XBT%2FUSD` differ
/// in `/` and `%2F`.
fn parted(one: &str, other: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (one, other) = (words(one), words(other));
    let (mut pieces, mut other_pieces) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &one, &other) {
        let (old, new) = (one[op.old_range()].concat(), other[op.new_range()].concat());
        if matches!(op, DiffOp::Equal { .. }) {
            add(&mut pieces, &old, false);
            add(&mut other_pieces, &new, false);
            continue;
        }
        let head = common(old.chars(), new.chars());
        let (rest, other_rest) = (old.split_at(head).1, new.split_at(head).1);
        let tail = common(rest.chars().rev(), other_rest.chars().rev());
        add_parted(&mut pieces, &old, head, tail);
        add_parted(&mut other_pieces, &new, head, tail);
    }
    (pieces, other_pieces)
}

/// Adds a text of which so many bytes at its ends are no difference.
fn add_parted(pieces: &mut Vec<Piece>, text: &str, head: usize, tail: usize) {
    let (head, rest) = text.split_at(head);
    let (middle, tail) = rest.split_at(rest.len() - tail);
    add(pieces, head, false);
    add(pieces, middle, true);
    add(pieces, tail, false);
}

fn add(pieces: &mut Vec<Piece>, text: &str, differs: bool) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.differs == differs => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), differs }),
    }
}

/// How many bytes two texts have in common before they part.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// Params, lines and members, each with what separates it from the next.
fn words(text: &str) -> Vec<&str> {
    let is_separator = |character| matches!(character, '&' | '=' | '?' | ',' | '\n' | '{' | '}');
    text.split_inclusive(is_separator).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parted;

    /// Both texts with what differs in brackets.
    fn marked(one: &str, other: &str) -> [String; 2] {
        let (one, other) = parted(one, other);
        [one, other].map(|pieces| {
            let shown = pieces.into_iter();
            let shown = shown.map(|it| if it.differs { format!("[{}]", it.text) } else { it.text });
            shown.collect()
        })
    }

    #[test]
    fn marks_no_more_than_what_differs() {
        assert_eq!(
            marked("pair=XBT/USD&a=é", "pair=XBT%2FUSD&a=%C3%A9"),
            ["pair=XBT[/]USD&a=[é]", "pair=XBT[%2F]USD&a=[%C3%A9]"]
        );
        assert_eq!(marked("a=1", "a=1&b=2"), ["a=1", "a=1[&b=2]"]);
        assert_eq!(marked("b=2&a=1", "a=1"), ["[b=2&]a=1", "a=1"]);
    }

    proptest! {
        #[test]
        fn nothing_gets_lost(one in "[aé&=/]{0,12}", other in "[aé&=/]{0,12}") {
            let (pieces, other_pieces) = parted(&one, &other);
            let whole = |pieces: &[super::Piece]| pieces.iter().map(|it| it.text.as_str()).collect::<String>();
            let kept = |pieces: &[super::Piece]| {
                pieces.iter().filter(|it| !it.differs).map(|it| it.text.as_str()).collect::<String>()
            };
            prop_assert_eq!(kept(&pieces), kept(&other_pieces));
            prop_assert_eq!([whole(&pieces), whole(&other_pieces)], [one, other]);
        }
    }
}
