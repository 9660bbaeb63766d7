//! Breaking text into lines that fit a terminal.

use unicode_width::UnicodeWidthStr;

/// Breaks a text at spaces into lines of at most `width` columns, of which the first begins after
/// `used` columns; a longer word has a line of its own.
pub(super) fn wrapped(text: &str, used: usize, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut columns = used;
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is a first line");
        let gap = usize::from(!line.is_empty());
        if columns > 0 && columns + gap + word.width() > width {
            lines.push(word.to_owned());
            columns = word.width();
            continue;
        }
        if gap > 0 {
            line.push(' ');
        }
        line.push_str(word);
        columns += gap + word.width();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn breaks_at_spaces() {
        assert_eq!(wrapped("a bc def g", 0, 5), ["a bc", "def g"]);
        assert_eq!(wrapped("a bc def g", 2, 5), ["a", "bc", "def g"]);
        assert_eq!(wrapped("", 2, 5), [""]);
    }

    #[test]
    fn a_long_word_has_a_line_of_its_own() {
        assert_eq!(wrapped("abcdefgh i jk", 0, 5), ["abcdefgh", "i jk"]);
        assert_eq!(wrapped("i abcdefgh", 0, 5), ["i", "abcdefgh"]);
    }

    #[test]
    fn counts_columns_not_bytes() {
        assert_eq!(wrapped("éé éé 漢 漢", 0, 5), ["éé éé", "漢 漢"]);
    }
}
