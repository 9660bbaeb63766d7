//! Comments in a JSON text.

use std::ops::Range;

use super::piece::{Kind, Piece, pieces};
use super::values::unquoted;

/// Whether a text could have comments at all.
pub(crate) fn may_have_comments(text: &str) -> bool {
    text.contains("//") || text.contains("/*")
}

/// The text as Postman sends it, without `// …` up to the end of the line and without `/* … */`,
/// both outside of double quotes (measured with Newman 6.2.2). The line feed stays, a carriage
/// return before it goes with the comment. It is not checked that the text is JSON.
pub(crate) fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    kept.extend(pieces(text).filter(|it| it.kind != Kind::Comment).map(|it| it.text));
    kept
}

/// The comments of a text, by their bytes.
pub(crate) fn comments(text: &str) -> Vec<Range<usize>> {
    pieces(text).filter(|it| it.kind == Kind::Comment).map(|it| it.range()).collect()
}

/// What a comment says, without its marks.
pub(super) fn inside<'t>(comment: &Piece<'t>) -> &'t str {
    let inside = comment.text.get(2..).unwrap_or_default();
    let is_block = comment.text.starts_with("/*");
    inside.strip_suffix("*/").filter(|_| is_block).unwrap_or(inside)
}

/// Lines that hold a member behind `//`, by index, with the member's name.
pub(crate) fn commented_members(text: &str) -> Vec<(usize, String)> {
    let lines = pieces(text).filter(|it| it.kind == Kind::Comment && it.text.starts_with("//"));
    let member = |comment: Piece<'_>| {
        let before = text.get(..comment.start).unwrap_or_default();
        let is_alone = before.rsplit('\n').next().is_none_or(|line| line.trim().is_empty());
        let mut inner = pieces(inside(&comment)).filter(|it| it.kind != Kind::Blank);
        let key = inner.next().filter(|it| is_alone && it.kind == Kind::Text)?;
        inner.next().filter(|it| it.is(":"))?;
        Some((before.matches('\n').count(), unquoted(key.text)?))
    };
    lines.filter_map(member).collect()
}

/// The text with these lines switched on.
pub(crate) fn uncommented(text: &str, lines: &[usize]) -> String {
    let kept = text.split('\n').enumerate().map(|(index, line)| {
        if !lines.contains(&index) {
            return line.to_owned();
        }
        let (indent, member) = line.split_once("//").unwrap_or(("", line));
        format!("{indent}{}", member.strip_prefix(' ').unwrap_or(member))
    });
    kept.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_comments_and_nothing_else() {
        let cases = [
            ("{\"a\":1, // one\n\"b\":2}", "{\"a\":1, \n\"b\":2}"),
            ("1 // x\r\n2", "1 \n2"),
            ("a /* b\r\nc */ d", "a  d"),
            ("a /* b", "a "),
            ("a // b", "a "),
            ("\"// no\" // yes", "\"// no\" "),
            ("\"\\\"// no\" /**/x", "\"\\\"// no\" x"),
            ("\\\"// x\n\"", "\\\"\n\""),
            ("\\/* x */\"// y\"", "\\\"// y\""),
            ("a=http://x/y", "a=http:"),
            ("// \" \n\"// no\"", "\n\"// no\""),
            ("/*/ x */y", "y"),
            ("///* x\n*/y", "\n*/y"),
            ("/ /é//", "/ /é"),
            ("{{a//b}}\n{{c\"}}//\"", "{{a\n{{c\"}}//\""),
        ];
        for (given, expected) in cases {
            assert_eq!(without_comments(given), expected, "{given:?}");
        }
    }

    #[test]
    fn comments_are_found_outside_of_texts() {
        let text = "{\"a\": \"//\", // b\n /* c */ \"d\": 1}";
        let found: Vec<_> = comments(text).into_iter().map(|range| text.get(range)).collect();
        assert_eq!(found, [Some("// b"), Some("/* c */")]);
    }

    #[test]
    fn lines_with_a_member_are_switched_on() {
        let text = "{\n  // \"a\\u0041\" : 1,\n  \"b\": 2 // \"c\": 3\n//\"d\": \"//\"\n/*\n// \"e\": 5\n*/// no\n}";
        assert_eq!(commented_members(text), [(1, "aA".to_owned()), (3, "d".to_owned())]);
        let on = "{\n  \"a\\u0041\" : 1,\n  \"b\": 2 // \"c\": 3\n\"d\": \"//\"\n/*\n// \"e\": 5\n*/// no\n}";
        assert_eq!(uncommented(text, &[1, 3]), on);
    }
}
