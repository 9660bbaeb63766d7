//! Cutting a JSON text into pieces.

use std::ops::Range;

/// What a piece of a JSON text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text with its quotes.
    Text,
    /// A comment of either kind.
    Comment,
    /// `{{name}}` outside of texts.
    Variable,
    /// A bracket, colon or comma.
    Mark,
    /// A number, `true`, or anything else up to the next piece.
    Word,
    /// White space (RFC 8259, section 2).
    Blank,
}

/// A piece of a JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'t> {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its characters.
    pub(crate) text: &'t str,
    /// The byte that it begins at.
    pub(crate) start: usize,
}

impl Piece<'_> {
    /// The bytes that it takes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Whether it is this bracket, colon or comma.
    pub(crate) fn is(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }

    /// How many more brackets are open after it: 1, 0 or -1.
    pub(crate) fn opens(&self) -> isize {
        match self.text {
            "{" | "[" if self.kind == Kind::Mark => 1,
            "}" | "]" if self.kind == Kind::Mark => -1,
            _ => 0,
        }
    }
}

/// The pieces of a text, which together are the text. It does not have to be JSON.
///
/// Quotes and comments are those that Postman sees when it cuts comments out: a quote after an odd
/// number of backslashes is none, inside a text or not, and a block comment that is not closed
/// reaches to the end (measured with Newman 6.2.2).
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let kind = kind_at(rest, 0, false)?;
        let text = rest.get(..end(kind, rest)).unwrap_or(rest);
        let piece = Piece { kind, text, start };
        start += text.len();
        Some(piece)
    })
}

/// What begins at a byte of a text.
fn kind_at(text: &str, at: usize, is_escaped: bool) -> Option<Kind> {
    let bytes = text.as_bytes().get(at..)?;
    Some(match bytes {
        [b'"', ..] if !is_escaped => Kind::Text,
        [b'/', b'/' | b'*', ..] => Kind::Comment,
        [b'{', b'{', ..] if variable_end(text.get(at..)?).is_some() => Kind::Variable,
        [b'{' | b'}' | b'[' | b']' | b':' | b',', ..] => Kind::Mark,
        [b' ' | b'\t' | b'\n' | b'\r', ..] => Kind::Blank,
        [_, ..] => Kind::Word,
        [] => return None,
    })
}

/// How long the piece is that a text begins with.
fn end(kind: Kind, text: &str) -> usize {
    let end = match kind {
        Kind::Text => text_end(text),
        Kind::Comment if text.starts_with("//") => text.find('\n'),
        Kind::Comment => text.get(2..).and_then(|inside| inside.find("*/")).map(|at| at + 4),
        Kind::Variable => variable_end(text),
        Kind::Mark => Some(1),
        Kind::Blank => text.find(|c| !matches!(c, ' ' | '\t' | '\n' | '\r')),
        Kind::Word => word_end(text),
    };
    end.unwrap_or(text.len())
}

fn text_end(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !is_escaped => return Some(at + 1),
            _ => is_escaped = byte == b'\\' && !is_escaped,
        }
    }
    None
}

/// The end of `{{name}}`; `None` where a text, a comment or another bracket begins within it.
fn variable_end(text: &str) -> Option<usize> {
    let (name, _) = text.strip_prefix("{{")?.split_once("}}")?;
    let is_name =
        !name.contains(['"', '\\', '{', '}', '\n']) && !name.contains("//") && !name.contains("/*");
    is_name.then_some(name.len() + 4)
}

fn word_end(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, character) in text.char_indices() {
        if at > 0 && kind_at(text, at, is_escaped) != Some(Kind::Word) {
            return Some(at);
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        let seen = pieces(text).filter(|piece| piece.kind != Kind::Blank);
        seen.map(|piece| piece.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn texts_comments_and_variables_are_whole() {
        assert_eq!(
            shown(r#"{"a\"//":-1.5e3,"b":[true]}"#),
            r#"{ "a\"//" : -1.5e3 , "b" : [ true ] }"#
        );
        assert_eq!(
            shown("{\"a\": {{b c}}}// d\r\n1/**/2/*/ e"),
            "{ \"a\" : {{b c}} } // d\r 1 /**/ 2 /*/ e"
        );
        assert_eq!(shown("a/b {{c}}{{d}}"), "a/b {{c}} {{d}}");
    }

    #[test]
    fn what_hides_a_text_or_a_comment_is_no_variable() {
        assert_eq!(shown("{{a\"b}}\""), "{ { a \"b}}\"");
        assert_eq!(shown("{{a//b}}"), "{ { a //b}}");
        assert_eq!(shown("{{a{b}}"), "{ { a { b } }");
    }

    #[test]
    fn an_escaped_quote_outside_of_a_text_begins_none() {
        assert_eq!(shown("\\\"// x\n\""), "\\\" // x \"");
        assert_eq!(shown("\\\\\"// x\n\""), "\\\\ \"// x\n\"");
    }

    proptest! {
        #[test]
        fn any_text_comes_in_pieces(text in "[a1 \\n\\r\"{}\\[\\]:,/*\\\\é\u{a0}]{0,60}") {
            let mut whole = String::new();
            for piece in pieces(&text) {
                prop_assert_eq!(piece.start, whole.len());
                prop_assert!(!piece.text.is_empty());
                whole.push_str(piece.text);
            }
            prop_assert_eq!(whole, text);
        }
    }
}
