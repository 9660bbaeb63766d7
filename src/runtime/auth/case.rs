//! The words of a name, however it is spelt.

/// A name as its words in lower case, joined by blanks: `X-API-Key`, `x_api_key` and `XApiKey` are
/// all `x api key`. This is what lodash's `lowerCase` gives for ASCII names; other letters count as
/// small ones.
pub(super) fn lower_case(name: &str) -> String {
    let characters: Vec<char> = name.chars().filter(|c| !matches!(c, '\'' | '\u{2019}')).collect();
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let length = word_length(&characters[at..]);
        if length > 0 {
            words.push(characters[at..at + length].iter().flat_map(|c| c.to_lowercase()).collect());
        }
        at += length.max(1);
    }
    words.join(" ")
}

/// The length of the word that the text begins with; 0 if it begins with a break.
fn word_length(text: &[char]) -> usize {
    let count = |from: usize, is_part: fn(&char) -> bool| {
        text[from..].iter().take_while(|c| is_part(c)).count()
    };
    let capitals = count(0, char::is_ascii_uppercase);
    let small = count(capitals, |c| is_small(*c));
    match capitals {
        0 if small > 0 => small,
        0 => ordinal_length(text).unwrap_or_else(|| count(0, char::is_ascii_digit)),
        1 => 1 + small,
        // In `APIKey` the last capital belongs to the next word.
        _ if small > 0 => capitals - 1,
        _ => capitals,
    }
}

/// The length of `1st`, `22nd`, `3rd` or `4th`, small or capital, not followed by more of the same
/// case.
fn ordinal_length(text: &[char]) -> Option<usize> {
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    let suffix: String = text.get(digits..digits + 2)?.iter().collect();
    let last = text.get(digits.checked_sub(1)?)?;
    let fits = match suffix.to_ascii_lowercase().as_str() {
        "st" => *last == '1',
        "nd" => *last == '2',
        "rd" => *last == '3',
        "th" => !matches!(last, '1' | '2' | '3'),
        _ => false,
    };
    let next = text.get(digits + 2);
    let is_small = suffix.chars().all(|c| c.is_ascii_lowercase());
    let is_capital = suffix.chars().all(|c| c.is_ascii_uppercase());
    let ends = match next {
        None | Some('_') => true,
        Some(c) if is_small => !c.is_ascii_lowercase() && !c.is_ascii_digit(),
        Some(c) => !c.is_ascii_uppercase() && !c.is_ascii_digit(),
    };
    (fits && ends && (is_small || is_capital)).then_some(digits + 2)
}

fn is_small(character: char) -> bool {
    let is_break = matches!(
        character,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{206f}' | '\u{3000}' | '\u{feff}'
    );
    character.is_ascii_lowercase() || !(character.is_ascii() || is_break)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_words_are_equal() {
        let cases = [
            ("X-API-Key", "x api key"),
            ("x_api_key", "x api key"),
            ("XApiKey", "x api key"),
            ("x.api~key", "x api key"),
            ("APIKey2v", "api key 2 v"),
            ("ABC1d", "abc 1 d"),
            ("it's", "its"),
            ("1st-2Nd", "1st 2 nd"),
            ("X4th", "x 4th"),
            ("13th", "13 th"),
            ("--", ""),
            ("?\u{a0}", ""),
        ];
        for (name, words) in cases {
            assert_eq!(lower_case(name), words, "{name}");
        }
    }
}
