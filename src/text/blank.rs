//! White space as JavaScript knows it (ECMA-262, sections 12.2 and 12.3).

/// White space and line ends as JavaScript's `trim` and `\s` know them.
pub(crate) fn is_blank(character: char) -> bool {
    matches!(
        character,
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202f}'
                | '\u{205f}'
                | '\u{3000}'
                | '\u{feff}'
    )
}

/// What `text.trim()` gives.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// The characters that end a line.
pub(crate) const LINE_ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_what_javascript_trims() {
        assert_eq!(trim("\u{feff}\u{2029} a\u{85}\u{a0}"), "a\u{85}");
        assert!(LINE_ENDS.into_iter().all(is_blank));
    }
}
