//! Texts from files as reports show them: on one line, and as text in whatever they stand in.

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// The text without line ends and without what steers a terminal.
pub(crate) fn one_line(text: &str) -> String {
    text.chars().map(printable).collect()
}

/// The text with its lines, but without what steers a browser or turns text around.
pub(crate) fn page_text(text: &str) -> String {
    let visible = |character| match character {
        '\n' | '\t' => character,
        other => printable(other),
    };
    text.chars().map(visible).collect()
}

fn printable(character: char) -> char {
    match character {
        '\n' | '\r' | '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        control if control.is_control() => '\u{fffd}',
        other => other,
    }
}

/// The text as code in Markdown, where nothing in it has a meaning.
pub(crate) fn code(text: &str) -> String {
    let text = one_line(text);
    if text.trim().is_empty() {
        return "(none)".to_owned();
    }
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let gap = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("<script>"), "`<script>`");
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code(" \n"), "(none)");
    }

    #[test]
    fn a_line_steers_no_terminal() {
        assert_eq!(one_line("a\nb\u{1b}[0m\u{202e}é"), "a b\u{fffd}[0m\u{fffd}é");
    }
}
