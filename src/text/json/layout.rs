//! JSON with the same pieces, laid out in another way.

use std::fmt::Write as _;

use super::piece::{Kind, Piece, pieces};

/// How the pieces of a text are laid out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    /// After a comma on the same line.
    after_comma: &'static str,
    after_colon: &'static str,
    /// Of one level; `None` to write all on one line.
    indent: Option<&'static str>,
}

impl Layout {
    /// `JSON.stringify(value)`.
    pub(crate) const COMPACT: Self = Self { after_comma: "", after_colon: "", indent: None };
    /// The usual layouts besides: Python's, and indented by 2, 4 and a tab.
    pub(crate) const OTHERS: [Self; 4] = [
        Self { after_comma: " ", after_colon: " ", indent: None },
        Self { after_comma: "", after_colon: " ", indent: Some("  ") },
        Self { after_comma: "", after_colon: " ", indent: Some("    ") },
        Self { after_comma: "", after_colon: " ", indent: Some("\t") },
    ];
}

/// The same pieces without white space between them.
pub(crate) fn compact(text: &str) -> String {
    pieces(text).filter(|it| it.kind != Kind::Blank).map(|it| it.text).collect()
}

/// The same pieces in another layout.
pub(crate) fn laid_out(text: &str, layout: Layout) -> String {
    let all: Vec<_> = pieces(text).filter(|it| it.kind != Kind::Blank).collect();
    let mut written = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for (index, piece) in all.iter().enumerate() {
        let opens = |at: Option<usize>| at.and_then(|at| all.get(at)).map_or(0, Piece::opens);
        if piece.opens() < 0 {
            depth = depth.saturating_sub(1);
            if opens(index.checked_sub(1)) <= 0 {
                new_line(&mut written, layout, depth);
            }
        }
        written.push_str(piece.text);
        if piece.opens() > 0 {
            depth += 1;
            if opens(Some(index + 1)) >= 0 {
                new_line(&mut written, layout, depth);
            }
        } else if piece.is(",") {
            written.push_str(layout.after_comma);
            new_line(&mut written, layout, depth);
        } else if piece.is(":") {
            written.push_str(layout.after_colon);
        }
    }
    written
}

fn new_line(written: &mut String, layout: Layout, depth: usize) {
    if let Some(indent) = layout.indent {
        written.push('\n');
        written.extend(std::iter::repeat_n(indent, depth));
    }
}

/// The text with everything beyond ASCII escaped, as Python's `json.dumps` does.
pub(crate) fn ascii_only(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut written, c| {
        if c.is_ascii() {
            written.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(written, "\\u{unit:04x}");
            }
        }
        written
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lays_out_as_json_stringify_and_python_do() {
        let text = "{ \"a\":[1,{ } , []], \"b\" : {{c}} }";
        let [python, two, ..] = Layout::OTHERS;
        assert_eq!(compact(text), r#"{"a":[1,{},[]],"b":{{c}}}"#);
        assert_eq!(laid_out(text, Layout::COMPACT), compact(text));
        assert_eq!(laid_out(text, python), r#"{"a": [1, {}, []], "b": {{c}}}"#);
        let lines = "{\n  \"a\": [\n    1,\n    {},\n    []\n  ],\n  \"b\": {{c}}\n}";
        assert_eq!(laid_out(text, two), lines);
        for broken in ["]", "[", "{]", "[[", "}}", ","] {
            assert_eq!(laid_out(broken, Layout::COMPACT), broken);
            laid_out(broken, two);
        }
    }

    #[test]
    fn escapes_what_is_not_ascii() {
        assert_eq!(ascii_only("aé😀\u{7f}"), "a\\u00e9\\ud83d\\ude00\u{7f}");
    }
}
