//! JSON escapes of half a character, such as `\ud83d` alone.
//!
//! JavaScript texts may hold them, Rust texts cannot. Here each is a character of the last
//! private-use plane, U+10D800 to U+10DFFF, which nothing else uses.

use std::borrow::Cow;

/// The stand-in for a lone surrogate; `None` if the code unit is no surrogate.
pub fn stand_in(unit: u16) -> Option<char> {
    let is_surrogate = (0xd800..0xe000).contains(&unit);
    is_surrogate.then(|| char::from_u32(0x10_0000 + u32::from(unit))).flatten()
}

/// The lone surrogate that a character stands for; `None` if it stands for itself.
pub fn unit(character: char) -> Option<u16> {
    let unit = u32::from(character).checked_sub(0x10_0000)?;
    u16::try_from(unit).ok().filter(|unit| (0xd800..0xe000).contains(unit))
}

/// The bytes that Node makes of a text: UTF-8, with half a character as U+FFFD.
pub(crate) fn utf8(text: &str) -> Cow<'_, [u8]> {
    if !has_any(text) {
        return Cow::Borrowed(text.as_bytes());
    }
    let replaced = |c| if unit(c).is_some() { char::REPLACEMENT_CHARACTER } else { c };
    Cow::Owned(text.chars().map(replaced).collect::<String>().into_bytes())
}

/// Whether a text has a stand-in.
pub(crate) fn has_any(text: &str) -> bool {
    text.contains(|character| unit(character).is_some())
}

/// The text with each lone surrogate escape replaced by its stand-in; `None` if there is none in it.
pub(crate) fn without_lone(text: &str) -> Option<String> {
    let mut rewritten = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        at += found;
        match (escaped_unit(text, at), escaped_unit(text, at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => at += 12,
            (Some(lone @ 0xd800..=0xdfff), _) => {
                rewritten.push_str(text.get(copied..at).unwrap_or_default());
                rewritten.extend(stand_in(lone));
                at += 6;
                copied = at;
            }
            _ => at += 2,
        }
    }
    rewritten.push_str(text.get(copied..).unwrap_or_default());
    (copied > 0).then_some(rewritten)
}

/// The code unit of a `\uXXXX` escape at this offset.
fn escaped_unit(text: &str, at: usize) -> Option<u16> {
    let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
    let all_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| all_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lone_halves_are_replaced() {
        let pair = r#""\ud83d\ude00""#;
        assert_eq!(without_lone(pair), None);
        let lone = without_lone(r#""\ud83dx\\ud83d\ude00""#).unwrap();
        assert_eq!(lone, "\"\u{10d83d}x\\\\ud83d\u{10de00}\"");
        assert_eq!(unit('\u{10d83d}'), Some(0xd83d));
        assert_eq!(unit('x'), None);
        assert_eq!(&*utf8("\u{10d83d}x"), "\u{fffd}x".as_bytes());
    }
}
