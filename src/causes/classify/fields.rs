//! Comparing named fields, whether they come from a form or from JSON.

use super::super::Cause;
use super::super::fault::{Fault, quoted, quoted_apart};

/// A field as it was signed or sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) key: String,
    /// As written, key included where the format has them together.
    pub(super) raw: String,
}

/// How fields of one format are compared.
pub(super) struct Judge<'a> {
    /// Whether two fields of the same key say the same.
    pub(super) same: &'a dyn Fn(&Field, &Field) -> bool,
    pub(super) is_nonce: &'a dyn Fn(&str) -> bool,
    /// Whether the value is drawn anew when sent.
    pub(super) is_dynamic: &'a dyn Fn(&str) -> bool,
}

/// What is wrong with the fields; none when they say the same in the same order.
pub(super) fn fault(signed: &[Field], sent: &[Field], judge: &Judge<'_>) -> Option<Fault> {
    let missing = beyond(sent, signed);
    let extra = beyond(signed, sent);
    match (missing.first(), extra.first()) {
        (Some(missing), Some(extra)) => {
            let detail =
                format!("{} was signed, but {} is sent", quoted(&extra.raw), quoted(&missing.raw));
            return Some(Fault::new(Cause::StaleLiteral, detail));
        }
        (Some(_), None) => {
            return Some(Fault::new(
                Cause::ParamMissing,
                counted(&missing, "not signed, but sent"),
            ));
        }
        (None, Some(_)) => {
            return Some(Fault::new(Cause::ParamExtra, counted(&extra, "signed, but not sent")));
        }
        (None, None) => {}
    }
    differing(signed, sent, judge).or_else(|| order(signed, sent))
}

/// Fields of `one` whose key `other` has not, or not as often.
fn beyond<'a>(one: &'a [Field], other: &[Field]) -> Vec<&'a Field> {
    let mut left: Vec<&str> = other.iter().map(|field| field.key.as_str()).collect();
    one.iter()
        .filter(|field| match left.iter().position(|key| *key == field.key) {
            Some(index) => {
                left.remove(index);
                false
            }
            None => true,
        })
        .collect()
}

fn counted(fields: &[&Field], what: &str) -> String {
    let names: Vec<_> = fields.iter().take(3).map(|field| quoted(&field.key)).collect();
    let more = fields.len() - names.len();
    let names = names.join(", ");
    match (fields.len(), more) {
        (1, _) => format!("the param {names} is {what}"),
        (_, 0) => format!("the params {names} are {what}"),
        _ => format!("the params {names} and {more} more are {what}"),
    }
}

/// The first field that has another value; the nonce only if it is the only one.
fn differing(signed: &[Field], sent: &[Field], judge: &Judge<'_>) -> Option<Fault> {
    let mut left: Vec<&Field> = sent.iter().collect();
    let mut unmatched: Vec<&Field> = Vec::new();
    for field in signed {
        match left.iter().position(|sent| sent.key == field.key && (judge.same)(field, sent)) {
            Some(index) => {
                left.remove(index);
            }
            None => unmatched.push(field),
        }
    }
    let mut faults: Vec<_> = unmatched
        .into_iter()
        .filter_map(|field| {
            let sent = left.iter().find(|sent| sent.key == field.key)?;
            Some((judge.cause(&field.key), field, *sent))
        })
        .collect();
    faults.sort_by_key(|(cause, ..)| *cause == Cause::NonceDiffers);
    faults.first().map(|(cause, signed, sent)| {
        let (signed, sent) = quoted_apart(&signed.raw, &sent.raw);
        let detail = format!("{signed} was signed, {sent} is sent");
        Fault::new(*cause, detail)
    })
}

impl Judge<'_> {
    fn cause(&self, key: &str) -> Cause {
        if (self.is_dynamic)(key) {
            Cause::DynamicVariable
        } else if (self.is_nonce)(key) {
            Cause::NonceDiffers
        } else {
            Cause::StaleLiteral
        }
    }
}

/// The same fields in another order; equal keys count by their values.
fn order(signed: &[Field], sent: &[Field]) -> Option<Fault> {
    let place = signed.iter().zip(sent).position(|(signed, sent)| signed.key != sent.key);
    let place = place.or_else(|| values_swapped(signed, sent))?;
    let detail = format!(
        "param {} was signed as {}, but is sent as {}",
        place + 1,
        quoted(&signed[place].raw),
        quoted(&sent[place].raw)
    );
    Some(Fault::new(Cause::ParamOrder, detail))
}

/// Where a repeated key has its values the other way round.
fn values_swapped(signed: &[Field], sent: &[Field]) -> Option<usize> {
    let place = signed.iter().zip(sent).position(|(signed, sent)| signed.raw != sent.raw)?;
    sent.get(place + 1..)?.contains(signed.get(place)?).then_some(place)
}
