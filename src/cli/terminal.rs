//! Text from outside, made safe and short enough for a terminal.

/// `text` on one line: control characters, which could move the cursor or worse, are written as
/// escapes, and what goes beyond `most` characters becomes an ellipsis with a count.
pub(super) fn one_line(text: &str, most: usize) -> String {
    let beyond = text.chars().count().saturating_sub(most);
    let shown: String = text.chars().take(most).map(visible).collect();
    if beyond == 0 { shown } else { format!("{shown}… ({beyond} more)") }
}

fn visible(c: char) -> String {
    // The last two ranges turn the direction of the text around.
    let hidden = c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if hidden { c.escape_default().to_string() } else { c.to_string() }
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn escapes_what_a_terminal_would_obey() {
        assert_eq!(
            one_line("é\t\r\n\u{1b}[0m\u{202e}x\u{9b}", 99),
            "é\\t\\r\\n\\u{1b}[0m\\u{202e}x\\u{9b}"
        );
    }

    #[test]
    fn shortens_by_characters() {
        assert_eq!(one_line("ééé", 3), "ééé");
        assert_eq!(one_line("éééé", 3), "ééé… (1 more)");
    }
}
