//! The checks that a JSON value and a text share.

use serde_json::Value;

use super::{Reason, Rule};

/// Checks a whole number against words and limits.
pub(super) fn integer(rule: &Rule<'_>, number: i128) -> Result<(), Reason> {
    if let Some(reason) = not_among(rule, &number.to_string()) {
        return Err(reason);
    }
    match (rule.min, rule.max) {
        (Some(min), _) if number < i128::from(min) => {
            Err(Reason::TooSmall { found: number.to_string(), min })
        }
        (_, Some(max)) if number > i128::from(max) => {
            Err(Reason::TooLarge { found: number.to_string(), max })
        }
        _ => Ok(()),
    }
}

/// Checks any number, `shown` as it was written, against words and limits.
pub(super) fn number(rule: &Rule<'_>, number: f64, shown: &str) -> Result<(), Reason> {
    #[expect(clippy::cast_precision_loss, reason = "limits are small next to 2^53")]
    let float = |limit: i64| limit as f64;
    if let Some(reason) = not_among(rule, shown) {
        return Err(reason);
    }
    match (rule.min, rule.max) {
        (Some(min), _) if number < float(min) => {
            Err(Reason::TooSmall { found: shown.to_owned(), min })
        }
        (_, Some(max)) if number > float(max) => {
            Err(Reason::TooLarge { found: shown.to_owned(), max })
        }
        _ => Ok(()),
    }
}

/// Checks a text against words and lengths.
pub(super) fn string(rule: &Rule<'_>, text: &str) -> Result<(), Reason> {
    let unknown = if rule.is_comma_list() {
        text.split(',').find_map(|word| not_among(rule, word))
    } else {
        not_among(rule, text)
    };
    if let Some(reason) = unknown {
        return Err(reason);
    }
    let found = text.chars().count();
    let at_most = |limit: u32| usize::try_from(limit).unwrap_or(usize::MAX);
    match (rule.min_length, rule.max_length) {
        (Some(min), _) if found < at_most(min) => Err(Reason::TooShort { found, min }),
        (_, Some(max)) if found > at_most(max) => Err(Reason::TooLong { found, max }),
        _ => Ok(()),
    }
}

/// Checks `true` or `false` against words.
pub(super) fn boolean(rule: &Rule<'_>, value: bool) -> Result<(), Reason> {
    not_among(rule, if value { "true" } else { "false" }).map_or(Ok(()), Err)
}

/// Checks how many entries an array has.
pub(super) fn entries(rule: &Rule<'_>, found: usize) -> Result<(), Reason> {
    let count = i64::try_from(found).unwrap_or(i64::MAX);
    match (rule.min, rule.max) {
        (Some(min), _) if count < min => Err(Reason::TooFew { found, min }),
        (_, Some(max)) if count > max => Err(Reason::TooMany { found, max }),
        _ => Ok(()),
    }
}

/// The reason why `word` is refused, when there are words and it is not one of them.
fn not_among(rule: &Rule<'_>, word: &str) -> Option<Reason> {
    if rule.values.is_empty() {
        return None;
    }
    let expected: Vec<_> = rule.values.iter().map(as_text).collect();
    (!expected.iter().any(|known| known == word))
        .then(|| Reason::Word { found: word.to_owned(), expected })
}

/// A value as a form field would carry it.
pub(super) fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
