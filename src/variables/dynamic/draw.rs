//! The draws that several groups share.

use crate::world::World;

pub(super) const DIGITS: &str = "0123456789";
pub(super) const HEX: &str = "0123456789abcdef";
pub(super) const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
pub(super) const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
pub(super) const LOWER_AND_DIGITS: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
pub(super) const LETTERS_AND_DIGITS: &str =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// One word of a list.
pub(super) fn pick(world: &mut World, words: &[&'static str]) -> String {
    world.random.pick(words).to_owned()
}

/// Between so many words of a list, joined.
pub(super) fn several(
    world: &mut World,
    words: &[&'static str],
    (low, high): (u64, u64),
    separator: &str,
) -> String {
    let count = world.random.between(low, high);
    let drawn: Vec<&str> = (0..count).map(|_| world.random.pick(words)).collect();
    drawn.join(separator)
}

/// A text in which each `#` is a digit, as for a phone number.
pub(super) fn digits(world: &mut World, pattern: &str) -> String {
    let fill = |c: char| if c == '#' { world.random.text(DIGITS, 1) } else { c.to_string() };
    pattern.chars().map(fill).collect()
}

/// A number between two bounds with a fixed count of decimals, all given as multiples of the last.
pub(super) fn decimal(world: &mut World, (low, high): (i64, i64), decimals: usize) -> String {
    let span = u64::try_from(high - low).unwrap_or_default();
    let drawn = low + i64::try_from(world.random.below(span + 1)).unwrap_or_default();
    let sign = if drawn < 0 { "-" } else { "" };
    let unit = 10_u64.pow(u32::try_from(decimals).unwrap_or_default());
    let size = drawn.unsigned_abs();
    format!("{sign}{}.{:0decimals$}", size / unit, size % unit)
}

/// The text with its first letter as a capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}
