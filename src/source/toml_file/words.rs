//! Words in messages: quoting, listing, and the word that was probably meant.

/// More characters than this are cut off when a message quotes something.
const QUOTED: usize = 80;

/// `text` in backticks, on one line and of bearable length.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("`");
    for (count, character) in text.chars().enumerate() {
        if count == QUOTED {
            quoted.push('…');
            break;
        }
        if character.is_control() {
            quoted.extend(character.escape_debug());
        } else {
            quoted.push(character);
        }
    }
    quoted.push('`');
    quoted
}

/// `words` as the end of a sentence: `` `a`, `b` or `c` ``.
pub(crate) fn either<T: AsRef<str>>(words: &[T]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => quoted(one.as_ref()),
        [most @ .., last] => {
            let most: Vec<_> = most.iter().map(|word| quoted(word.as_ref())).collect();
            format!("{} or {}", most.join(", "), quoted(last.as_ref()))
        }
    }
}

/// The help for a word that should have been one of `known`: `` did you mean `pair`? ``.
pub(crate) fn did_you_mean<T: AsRef<str>>(found: &str, known: &[T]) -> Option<String> {
    nearest(found, known).map(|word| format!("did you mean {}?", quoted(word)))
}

/// The word of `known` that `found` was probably meant to be: a third of its letters can differ, or
/// its end can be missing. Nothing when none is that near.
pub fn nearest<'a, T: AsRef<str>>(found: &str, known: &'a [T]) -> Option<&'a str> {
    let found: String = found.chars().take(QUOTED).collect::<String>().to_lowercase();
    known
        .iter()
        .map(|word| (distance(&found, &word.as_ref().to_lowercase()), word.as_ref()))
        .filter_map(|(distance, word)| Some((distance?, word)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// How far apart two words are, unless they are too far apart to be meant for one another.
fn distance(found: &str, word: &str) -> Option<usize> {
    let longer = found.chars().count().max(word.chars().count());
    let edits = strsim::osa_distance(found, word);
    let start = found.chars().count() >= 3 && word.starts_with(found);
    (edits <= longer.div_ceil(3) || start).then_some(edits)
}

#[cfg(test)]
mod tests {
    use super::{either, nearest, quoted};

    #[test]
    fn finds_the_word_behind_a_slip() {
        let known = ["required", "example", "enum", "min"];
        assert_eq!(nearest("requird", &known), Some("required"));
        assert_eq!(nearest("Exmaple", &known), Some("example"));
        assert_eq!(nearest("minimum", &["min", "max"]), None);
        assert_eq!(nearest("kraken", &["kraken-futures", "kraken-spot"]), Some("kraken-spot"));
        assert_eq!(nearest("zzz", &known), None);
    }

    #[test]
    fn quotes_on_one_line() {
        assert_eq!(quoted("a\nb\u{1b}[31m"), "`a\\nb\\u{1b}[31m`");
        assert_eq!(quoted(&"x".repeat(1000)).chars().count(), 83);
    }

    #[test]
    fn lists_words() {
        assert_eq!(either(&["a"]), "`a`");
        assert_eq!(either(&["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
