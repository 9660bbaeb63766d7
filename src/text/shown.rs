//! Text from a file, made fit for a one-line message.

/// Longer texts are cut.
const MOST: usize = 40;

/// The text on one line, without what could steer a terminal, and no longer than a message bears.
pub(crate) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(MOST).map(visible).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

fn visible(character: char) -> String {
    if character.is_control() || turns_text(character) {
        character.escape_default().to_string()
    } else {
        character.to_string()
    }
}

/// Whether a character changes the direction of the text after it.
fn turns_text(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn escapes_what_a_terminal_would_obey() {
        assert_eq!(shown("é\n\u{1b}[0m\u{202e}x"), "é\\n\\u{1b}[0m\\u{202e}x");
    }

    #[test]
    fn cuts_by_characters() {
        assert_eq!(shown(&"é".repeat(40)), "é".repeat(40));
        assert_eq!(shown(&"é".repeat(41)), format!("{}…", "é".repeat(40)));
    }
}
