//! Cutting comments out of JSON bodies, as Postman does before it sends them.

/// Whether a text could have comments at all.
pub(super) fn may_be_in(text: &str) -> bool {
    text.contains("//") || text.contains("/*")
}

/// The text without `// …` up to the end of the line and without `/* … */`, both outside of
/// double quotes. The line feed stays, a carriage return before it goes with the comment, and a
/// block that is not closed reaches to the end. It is not checked that the text is JSON.
pub(super) fn stripped(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = next_comment(rest) {
        let (before, comment) = rest.split_at(at);
        kept.push_str(before);
        rest = after_comment(comment);
    }
    kept.push_str(rest);
    kept
}

/// The offset of the first comment outside of quotes. A quote after an odd number of backslashes
/// is none, inside a text or not.
fn next_comment(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut inside_quotes = false;
    let mut backslashes = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1);
        match byte {
            b'"' if backslashes % 2 == 0 => inside_quotes = !inside_quotes,
            b'/' if !inside_quotes && matches!(next, Some(b'/' | b'*')) => return Some(at),
            _ => {}
        }
        backslashes = if *byte == b'\\' { backslashes + 1 } else { 0 };
    }
    None
}

/// What follows a text's leading comment.
fn after_comment(text: &str) -> &str {
    let end = if text.starts_with("//") {
        text.find('\n')
    } else {
        text.get(2..).and_then(|inside| inside.find("*/")).map(|at| at + 4)
    };
    end.and_then(|end| text.get(end..)).unwrap_or_default()
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
            ("a=http://x/y", "a=http:"),
            ("// \" \n\"// no\"", "\n\"// no\""),
            ("/*/ x */y", "y"),
            ("///* x\n*/y", "\n*/y"),
            ("/ /é//", "/ /é"),
        ];
        for (given, expected) in cases {
            assert_eq!(stripped(given), expected, "{given:?}");
        }
    }
}
