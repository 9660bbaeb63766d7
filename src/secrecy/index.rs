//! Finding many secrets, and parts of them, in one pass over a text.

use std::ops::Range;

/// So many bytes are looked up at once; no shorter secret is searched for.
pub(super) const SEED: usize = 8;

/// Texts that are searched for. Letters count the same in both cases.
#[derive(Debug, Default)]
pub(super) struct Index {
    patterns: Vec<Vec<u8>>,
    /// All runs of [`SEED`] bytes in all patterns: the bytes, the pattern and the place in it. Sorted.
    seeds: Vec<(u64, u32, u32)>,
    /// A bit for the hash of each seed, so that most bytes of a text are passed over quickly.
    bits: Vec<u64>,
}

/// A pattern, or a part of one, in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// The bytes of the text.
    pub(super) range: Range<usize>,
    /// The number of the pattern.
    pub(super) pattern: usize,
    /// Where in the pattern the part begins.
    pub(super) start: usize,
    /// Whether it is all of the pattern.
    pub(super) is_whole: bool,
}

impl Index {
    /// An index of patterns; those shorter than a seed are never found.
    pub(super) fn of(patterns: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let lower = |pattern: Vec<u8>| pattern.to_ascii_lowercase();
        let patterns: Vec<_> = patterns.into_iter().map(lower).collect();
        let mut seeds = Vec::new();
        for (number, pattern) in patterns.iter().enumerate() {
            for (start, seed) in pattern.windows(SEED).enumerate() {
                let (Ok(number), Ok(start)) = (u32::try_from(number), u32::try_from(start)) else {
                    continue;
                };
                seeds.push((seed_of(seed), number, start));
            }
        }
        seeds.sort_unstable();
        let words = (seeds.len() / 4).next_power_of_two().max(16);
        let mut index = Self { patterns, seeds, bits: vec![0; words] };
        for place in 0..index.seeds.len() {
            let (word, bit) = index.bit(index.seeds[place].0);
            index.bits[word] |= bit;
        }
        index
    }

    pub(super) fn is_empty(&self) -> bool {
        self.seeds.is_empty()
    }

    /// Where patterns are, and parts of them that are `least` bytes long, from the start of the text on and
    /// none within another.
    pub(super) fn hits(&self, text: &[u8], least: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        if self.is_empty() || text.len() < SEED {
            return hits;
        }
        let text = text.to_ascii_lowercase();
        let mut at = 0;
        while let Some(seed) = text.get(at..at + SEED) {
            let seed = seed_of(seed);
            let (word, bit) = self.bit(seed);
            let hit = if self.bits[word] & bit == 0 {
                None
            } else {
                self.longest(&text, at, seed, least)
            };
            match hit {
                Some(hit) => {
                    at = hit.range.end;
                    hits.push(hit);
                }
                None => at += 1,
            }
        }
        hits
    }

    /// The longest part of a pattern around a seed.
    fn longest(&self, text: &[u8], at: usize, seed: u64, least: usize) -> Option<Hit> {
        let first = self.seeds.partition_point(|(known, ..)| *known < seed);
        let same = self.seeds.iter().skip(first).take_while(|(known, ..)| *known == seed);
        let hits = same.filter_map(|(_, number, start)| {
            let pattern = self.patterns.get(*number as usize)?;
            let hit = around(text, at, pattern, *start as usize, *number as usize);
            (hit.is_whole || hit.range.len() >= least).then_some(hit)
        });
        hits.max_by_key(|hit| (hit.is_whole, hit.range.len()))
    }

    /// The word and the bit that a seed has.
    fn bit(&self, seed: u64) -> (usize, u64) {
        let hash = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
        let words = self.bits.len() as u64;
        (usize::try_from((hash >> 6) & (words - 1)).unwrap_or_default(), 1 << (hash & 63))
    }
}

fn seed_of(bytes: &[u8]) -> u64 {
    bytes.iter().take(SEED).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}

/// What text and pattern have in common around a place.
fn around(text: &[u8], at: usize, pattern: &[u8], start: usize, number: usize) -> Hit {
    let before = text.iter().take(at).rev().zip(pattern.iter().take(start).rev());
    let before = before.take_while(|(one, other)| one == other).count();
    let after = text.iter().skip(at).zip(pattern.iter().skip(start));
    let after = after.take_while(|(one, other)| one == other).count();
    Hit {
        range: at - before..at + after,
        pattern: number,
        start: start - before,
        is_whole: before + after == pattern.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(patterns: &[&str], text: &str, least: usize) -> Vec<(Range<usize>, usize, bool)> {
        let index = Index::of(patterns.iter().map(|it| it.as_bytes().to_vec()));
        let hits = index.hits(text.as_bytes(), least).into_iter();
        hits.map(|hit| (hit.range, hit.pattern, hit.is_whole)).collect()
    }

    #[test]
    fn whole_patterns_are_found_in_any_case() {
        assert_eq!(hits(&["abcdefgh"], "x ABCDefgh y abcdefg", 16), [(2..10, 0, true)]);
        assert_eq!(hits(&["short"], "short", 1), []);
    }

    #[test]
    fn the_longest_of_several_counts() {
        assert_eq!(hits(&["abcdefgh", "abcdefghij"], "abcdefghij", 16), [(0..10, 1, true)]);
    }

    #[test]
    fn parts_are_found_if_they_are_long_enough() {
        let secret = "0123456789abcdefghijklmnopqrstuvwxyz";
        assert_eq!(hits(&[secret], "- 56789abcdefghijk -", 16), [(2..18, 0, false)]);
        assert_eq!(hits(&[secret], "- 56789abcdefghij -", 16), []);
        assert_eq!(hits(&[secret], "- 56789abcdefghij -", 8), [(2..17, 0, false)]);
    }

    #[test]
    fn thousands_of_patterns_are_told_apart() {
        let patterns: Vec<_> = (0..5000).map(|n| format!("secret-number-{n:05}")).collect();
        let texts: Vec<&str> = patterns.iter().map(String::as_str).collect();
        assert_eq!(hits(&texts, "is secret-number-04711!", 99), [(3..22, 4711, true)]);
    }
}
