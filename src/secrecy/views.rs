//! A text as others read it: what is percent-encoded, escaped, in base64, in hexadecimal or a list of numbers is read
//! as what it stands for, so that a secret is found however it is written.

use std::ops::Range;

use super::Writing;
use crate::text::base64;

/// A reading of a text.
#[derive(Debug)]
pub(super) struct View {
    /// What is read.
    pub(super) bytes: Vec<u8>,
    /// Where in the text each byte begins and ends.
    places: Vec<(u32, u32)>,
    /// How what is found here is written in the text.
    pub(super) writing: Writing,
    /// So many bytes of a secret in a row are a part of it that tells something.
    pub(super) least: usize,
}

/// Longer texts are read in fewer ways.
const LONG: usize = 1 << 20;
/// How often what was read is read again: JSON in a text of JSON in a URL.
const DEPTH: usize = 3;
/// More readings of one text are not tried.
const MOST: usize = 24;

/// As many characters of a secret in a row tell something of it.
pub(super) const LEAST_CHARACTERS: usize = 16;
/// The same of base64, where they are fewer bytes.
const LEAST_IN_BASE64: usize = LEAST_CHARACTERS / 4 * 3;
/// The same of hexadecimal and of numbers.
const LEAST_IN_HEX: usize = LEAST_CHARACTERS / 2;

impl View {
    /// The bytes of the text that a part of the view stands for.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let place = |index: usize| self.places.get(index).copied().unwrap_or_default();
        let (start, end) = (place(range.start).0, place(range.end.saturating_sub(1)).1);
        start as usize..end.max(start) as usize
    }

    /// Whether what is read is text, in which more can be written.
    pub(super) fn is_text(&self) -> bool {
        !matches!(self.writing, Writing::Numbers)
    }
}

/// All readings of a text but the one as it is; with `as_text`, only those that are written in characters.
pub(super) fn views(text: &[u8], as_text: bool) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    if u32::try_from(text.len()).is_err() {
        return views;
    }
    read(text, None, as_text, &mut views);
    let depth = if text.len() > LONG { 1 } else { DEPTH };
    let mut from = 0;
    for _ in 1..depth {
        let to = views.len();
        for index in from..to {
            if views.len() >= MOST || !views[index].is_text() {
                continue;
            }
            let parent = std::mem::replace(&mut views[index], View::empty());
            read(&parent.bytes, Some(&parent), as_text, &mut views);
            views[index] = parent;
        }
        from = to;
    }
    views
}

impl View {
    fn empty() -> Self {
        Self { bytes: Vec::new(), places: Vec::new(), writing: Writing::Plain, least: 0 }
    }
}

/// Adds each reading that is another text.
fn read(text: &[u8], parent: Option<&View>, as_text: bool, views: &mut Vec<View>) {
    let mut add = |read: Reading, writing: Writing, least: usize| {
        if read.is_other {
            let places = match parent {
                None => read.places,
                Some(parent) => {
                    let place = |(start, end): &(u32, u32)| {
                        let place = parent.place(&(*start as usize..*end as usize));
                        (number(place.start), number(place.end))
                    };
                    read.places.iter().map(place).collect()
                }
            };
            views.push(View { bytes: read.bytes, places, writing, least });
        }
    };
    if memchr::memchr(b'%', text).is_some() {
        add(percent_decoded(text), Writing::PercentEncoded, LEAST_CHARACTERS);
    }
    if memchr::memchr(b'\\', text).is_some() {
        add(unescaped(text), Writing::Escaped, LEAST_CHARACTERS);
    }
    if memchr::memchr(b'&', text).is_some() && memchr::memchr(b';', text).is_some() {
        add(without_entities(text), Writing::Escaped, LEAST_CHARACTERS);
    }
    if as_text {
        return;
    }
    for read in base64_decoded(text) {
        add(read, Writing::Base64, LEAST_IN_BASE64);
    }
    for read in hex_decoded(text) {
        add(read, Writing::Numbers, LEAST_IN_HEX);
    }
    add(numbers_read(text), Writing::Numbers, LEAST_IN_HEX);
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// What is read, with the place of each byte.
#[derive(Debug)]
struct Reading {
    bytes: Vec<u8>,
    places: Vec<(u32, u32)>,
    is_other: bool,
}

impl Reading {
    fn new(capacity: usize) -> Self {
        let (bytes, places) = (Vec::with_capacity(capacity), Vec::with_capacity(capacity));
        Self { bytes, places, is_other: false }
    }

    /// Adds a byte that stands in the text as it is.
    fn push(&mut self, byte: u8, place: usize) {
        self.bytes.push(byte);
        self.places.push((number(place), number(place + 1)));
    }

    /// Adds a byte for which something else stands in the text.
    fn push_other(&mut self, byte: u8, place: &Range<usize>) {
        self.bytes.push(byte);
        self.places.push((number(place.start), number(place.end)));
        self.is_other = true;
    }

    /// Between two pieces that do not belong together.
    fn push_gap(&mut self, place: usize) {
        if !self.bytes.is_empty() {
            self.push(0, place);
        }
    }
}

fn hex_digit(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn hex_byte(digits: Option<&[u8]>) -> Option<u8> {
    match digits? {
        [high, low] => Some(hex_digit(*high)? << 4 | hex_digit(*low)?),
        _ => None,
    }
}

/// `%2B` as `+`, and the `+` of forms as a blank.
fn percent_decoded(text: &[u8]) -> Reading {
    let mut read = Reading::new(text.len());
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        match (byte, hex_byte(text.get(at + 1..at + 3))) {
            (b'%', Some(decoded)) => {
                read.push_other(decoded, &(at..at + 3));
                at += 3;
            }
            (b'+', _) => {
                read.push(b' ', at);
                at += 1;
            }
            _ => {
                read.push(*byte, at);
                at += 1;
            }
        }
    }
    read
}

/// The escapes of JSON and JavaScript.
fn unescaped(text: &[u8]) -> Reading {
    let mut read = Reading::new(text.len());
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        if *byte != b'\\' {
            read.push(*byte, at);
            at += 1;
            continue;
        }
        let Some(escape) = text.get(at + 1) else {
            read.push(*byte, at);
            break;
        };
        let plain = match escape {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'u' | b'x' => None,
            other => Some(*other),
        };
        let digits = if *escape == b'u' { 4 } else { 2 };
        let code = || {
            let digits = text.get(at + 2..at + 2 + digits)?;
            let code = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
            char::from_u32(code)
        };
        if let Some(plain) = plain {
            read.push_other(plain, &(at..at + 2));
            at += 2;
        } else if let Some(character) = code() {
            let mut buffer = [0; 4];
            let end = at + 2 + digits;
            for byte in character.encode_utf8(&mut buffer).bytes() {
                read.push_other(byte, &(at..end));
            }
            at = end;
        } else {
            read.push(*byte, at);
            at += 1;
        }
    }
    read
}

/// `&amp;` as `&`, and the other references of XML and HTML.
fn without_entities(text: &[u8]) -> Reading {
    const LONGEST: usize = 10;
    let mut read = Reading::new(text.len());
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let end = text.iter().skip(at).take(LONGEST).position(|byte| *byte == b';');
        let name = end.filter(|_| *byte == b'&').and_then(|end| text.get(at + 1..at + end));
        if let Some(character) = name.and_then(referred) {
            let mut buffer = [0; 4];
            let end = at + end.unwrap_or_default() + 1;
            for byte in character.encode_utf8(&mut buffer).bytes() {
                read.push_other(byte, &(at..end));
            }
            at = end;
        } else {
            read.push(*byte, at);
            at += 1;
        }
    }
    read
}

fn referred(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let code = || match name.strip_prefix('#')? {
        number if number.starts_with(['x', 'X']) => u32::from_str_radix(number.get(1..)?, 16).ok(),
        number => number.parse().ok(),
    };
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => char::from_u32(code()?),
    }
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_')
}

/// The runs of base64, in both alphabets. Nobody knows where what was encoded begins, so that each run is read from
/// each of four places on.
fn base64_decoded(text: &[u8]) -> Vec<Reading> {
    let runs: Vec<_> = runs(text, LEAST_IN_BASE64, is_base64).collect();
    if runs.is_empty() {
        return Vec::new();
    }
    let read = (0..4).map(|skipped| {
        let mut read = Reading::new(runs.iter().map(|run| run.len() / 4 * 3 + 1).sum());
        for run in &runs {
            read.push_gap(run.start);
            let start = run.start + skipped;
            let piece = text.get(start..run.end).unwrap_or_default();
            let piece = std::str::from_utf8(piece).unwrap_or_default();
            for (index, byte) in base64::decode_as_node(piece).into_iter().enumerate() {
                let at = start + index / 3 * 4 + index % 3;
                read.push_other(byte, &(at..at + 2));
            }
        }
        read
    });
    read.collect()
}

/// The longest runs of such bytes that are so long at least.
fn runs(
    text: &[u8],
    least: usize,
    belongs: impl Fn(u8) -> bool,
) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let start = at + text.iter().skip(at).position(|byte| belongs(*byte))?;
            let length = text.iter().skip(start).take_while(|byte| belongs(**byte)).count();
            at = start + length;
            if length >= least {
                return Some(start..at);
            }
        }
        None
    })
}

/// Pairs of hexadecimal digits, one after another or with one character between them: `AA-BB`, `aa bb`. A part may
/// begin within a pair, so that each run is read from both of its digits on.
fn hex_decoded(text: &[u8]) -> Vec<Reading> {
    let belongs = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b' ' | b'-' | b':');
    let runs: Vec<_> = runs(text, LEAST_CHARACTERS, belongs).collect();
    let read = (0..2).map(|skipped| {
        let mut read = Reading::new(0);
        for run in &runs {
            read.push_gap(run.start);
            let mut at = run.start + skipped;
            while at < run.end {
                match hex_byte(text.get(at..(at + 2).min(run.end))) {
                    Some(byte) => {
                        read.push_other(byte, &(at..at + 2));
                        at += 2;
                    }
                    None => at += 1,
                }
            }
        }
        read
    });
    read.collect()
}

/// Lists of bytes, or of words of 32 bits as CryptoJS has them: `145, 1, 249`.
fn numbers_read(text: &[u8]) -> Reading {
    let belongs = |byte: u8| {
        byte.is_ascii_digit() || matches!(byte, b',' | b' ' | b'-' | b'\n' | b'\r' | b'\t')
    };
    let mut read = Reading::new(0);
    // The shortest list of eight bytes is `1,2,3,4,5,6,7,8`, of two words `1,2` with more digits.
    for run in runs(text, LEAST_CHARACTERS - 1, belongs) {
        let piece = text.get(run.clone()).unwrap_or_default();
        if memchr::memchr(b',', piece).is_none() {
            continue;
        }
        let numbers = numbers(piece, run.start);
        let are_bytes = numbers.iter().all(|(number, _)| (0..=255).contains(number));
        read.push_gap(run.start);
        for (number, place) in numbers {
            if are_bytes {
                read.push_other(u8::try_from(number).unwrap_or_default(), &place);
            } else if let Ok(word) = u32::try_from(number & 0xffff_ffff) {
                word.to_be_bytes().into_iter().for_each(|byte| read.push_other(byte, &place));
            }
        }
    }
    read
}

fn numbers(piece: &[u8], start: usize) -> Vec<(i64, Range<usize>)> {
    let mut numbers = Vec::new();
    for run in runs(piece, 1, |byte| byte.is_ascii_digit() || byte == b'-') {
        let text = piece.get(run.clone()).and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(number) = text.and_then(|text| text.parse().ok()) {
            numbers.push((number, start + run.start..start + run.end));
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of a word in all views of a text.
    fn found(text: &str, word: &[u8]) -> Vec<(Writing, String)> {
        let views = views(text.as_bytes(), false);
        let found = views.iter().filter_map(|view| {
            let start = view.bytes.windows(word.len()).position(|part| part == word)?;
            let place = view.place(&(start..start + word.len()));
            Some((view.writing, text.get(place)?.to_owned()))
        });
        found.collect()
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        for (text, writing, place) in [
            ("?a=x%2By%2fz&b", Writing::PercentEncoded, "x%2By%2fz"),
            (r#"{"a": "x+y\/z"}"#, Writing::Escaped, r"x+y\/z"),
            (r"a x\u002by\x2fz b", Writing::Escaped, r"x\u002by\x2fz"),
            ("<a>x+y&#47;z</a>", Writing::Escaped, "x+y&#47;z"),
            ("Basic dXNlcjp4K3kvenM=", Writing::Base64, "p4K3kven"),
            ("is 782b792f7a0000000000", Writing::Numbers, "782b792f7a"),
            ("is 78-2B-79-2F-7A-00-00 x", Writing::Numbers, "78-2B-79-2F-7A"),
            ("[120,43,121,47,122,0,0,0]", Writing::Numbers, "120,43,121,47,122"),
            (r"%5C%22x+y%5C%2Fz%22", Writing::Escaped, r"x+y%5C%2Fz"),
        ] {
            let found = found(text, b"x+y/z");
            let is_there = |it: &(Writing, String)| {
                it.0 == writing && it.1.starts_with(place.trim_end_matches(','))
            };
            let is_plain = text.contains("x+y%5C") && found.is_empty();
            assert!(is_plain || found.iter().any(is_there), "{text}: {found:?}");
        }
    }

    #[test]
    fn words_of_32_bits_are_four_bytes() {
        let bytes = [0x91, 0x01, 0xf9, 0x1d, 0x6f, 0xfc, 0xa7, 0x5b];
        let found = found("{\"words\": [-1862141667,\n 1878828891], \"sigBytes\": 8}", &bytes);
        assert_eq!(found[0].0, Writing::Numbers);
    }

    #[test]
    fn nothing_is_read_in_plain_words() {
        assert!(views("a b, c".as_bytes(), false).is_empty());
        assert!(views(b"", false).is_empty());
    }
}
