//! From byte offsets to the lines and columns that a text editor shows.

use std::fmt;

use memchr::memchr_iter;

use super::Span;

/// A place in a text, as a text editor counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1; a line ends with a line feed.
    pub line: usize,
    /// The column, from 1, in Unicode characters; a byte order mark does not count.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Where a span of text begins and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lines {
    /// The first character.
    pub start: Position,
    /// The place just after the last character.
    pub end: Position,
}

/// The offsets at which the lines of a text begin, and what makes columns quick to count: a file may be
/// one line with thousands of findings.
#[derive(Debug)]
pub(super) struct LineIndex {
    starts: Vec<usize>,
    /// How many characters begin before each block of bytes.
    characters: Vec<usize>,
}

/// The bytes of a block.
const BLOCK: usize = 1024;

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        let after_feeds = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let starts = std::iter::once(0).chain(after_feeds).collect();
        let mut characters = vec![0];
        let mut before = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            before += characters_in(block);
            characters.push(before);
        }
        Self { starts, characters }
    }

    /// The position of a byte; one inside a character counts as that character's, one past the end
    /// as the end's.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_char_boundary(text, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let column = self.characters_before(text, offset) - self.characters_before(text, start) + 1;
        Position { line, column }
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        let before = self.characters.get(block).copied().unwrap_or_default();
        let rest = text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        before + characters_in(rest)
    }

    pub(super) fn lines(&self, text: &str, span: Span) -> Lines {
        Lines { start: self.position(text, span.start), end: self.position(text, span.end) }
    }

    /// The offset of a byte that `serde_json` names by line and by bytes since the line's start.
    pub(super) fn offset(&self, line: usize, bytes: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default() + bytes
    }
}

/// How many characters begin in these bytes of a text.
fn characters_in(bytes: &[u8]) -> usize {
    let is_continued = |byte: u8| byte & 0b1100_0000 == 0b1000_0000;
    bytes.iter().filter(|byte| !is_continued(**byte)).count()
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn position(text: &str, offset: usize) -> (usize, usize) {
        let position = LineIndex::new(text).position(text, offset);
        (position.line, position.column)
    }

    #[test]
    fn counts_characters_not_bytes() {
        assert_eq!(position("é漢😀x", 9), (1, 4));
    }

    #[test]
    fn the_end_of_a_block_is_a_place_like_any_other() {
        for length in [BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK] {
            let text = "a".repeat(length);
            assert_eq!(position(&text, length), (1, length + 1));
        }
    }

    #[test]
    fn agrees_with_counting_for_every_byte_of_a_file() {
        let text = "{\r\n\t\"é\": [1, \"漢\", 2],\n\n \"b\": \"😀\"}\n";
        let (mut line, mut column) = (1, 1);
        for (byte, character) in text.char_indices() {
            assert_eq!(position(text, byte), (line, column), "{byte}");
            (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(position(text, text.len()), (line, column));
    }

    #[test]
    fn a_carriage_return_belongs_to_its_line() {
        assert_eq!(position("a\r\nb", 2), (1, 3));
        assert_eq!(position("a\r\nb", 3), (2, 1));
    }

    #[test]
    fn the_end_and_beyond_are_the_end() {
        assert_eq!(position("a\n", 2), (2, 1));
        assert_eq!(position("a\n", 99), (2, 1));
        assert_eq!(position("", 0), (1, 1));
    }

    proptest! {
        #[test]
        fn agrees_with_counting_from_the_start(text in "[a\né😀\r]{0,40}", times in 1_usize..80, at in 0_usize..8000) {
            let text = text.repeat(times);
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let offset = boundaries.get(at % (boundaries.len() + 1)).copied().unwrap_or(text.len());
            let (mut line, mut column) = (1, 1);
            for character in text.split_at(offset).0.chars() {
                if character == '\n' {
                    (line, column) = (line + 1, 1);
                } else {
                    column += 1;
                }
            }
            prop_assert_eq!(position(&text, offset), (line, column));
        }
    }
}
