//! A JSON body that differs from the one that is sent.

use indexmap::IndexMap;
use serde_json::{Number, Value};

use super::super::Cause;
use super::super::fault::{Fault, quoted};
use super::super::json_body::{members, plain};
use super::fields::{self, Field};
use super::{Context, placeholder};
use crate::text::json::{compact, quoted as json_text, without_comments};
use crate::text::number::number_text;

pub(super) fn fault(signed: &str, sent: &str, context: Context<'_>) -> Fault {
    let bare = without_comments(signed);
    let bare_sent = without_comments(sent);
    let has_comments = bare != signed || bare_sent != sent;
    if has_comments && compact(&bare) == compact(&bare_sent) {
        return comments(signed, &bare);
    }
    let written = context.mismatch.evidence.written.body;
    let is_drawn_anew = written.is_some_and(|written| {
        placeholder::is_dynamic(written)
            && (placeholder::fits(written, signed)
                || placeholder::fits(&without_comments(written), &bare))
    });
    if is_drawn_anew {
        let detail = "the body is written with a dynamic variable, whose value differs each time";
        return Fault::new(Cause::DynamicVariable, detail);
    }
    if compact(&bare) == compact(&bare_sent) {
        return Fault::new(
            Cause::JsonReformatted,
            "only the white space between the tokens differs",
        );
    }
    match (members(&bare), members(&bare_sent)) {
        (Some(signed), Some(sent)) => by_member(&signed, &sent, context),
        _ if same_value(&bare, &bare_sent) => reformatted(),
        _ => Fault::new(Cause::BodyDiffers, "the text that was signed is other json, or none"),
    }
}

fn comments(signed: &str, bare: &str) -> Fault {
    let detail = if signed == bare {
        "the body has comments, which Postman takes out before sending it"
    } else {
        "the text that was signed has comments, the body as sent has none"
    };
    Fault::new(Cause::JsonComments, detail)
}

fn reformatted() -> Fault {
    Fault::new(Cause::JsonReformatted, "the values are the same, but written another way")
}

type Members = IndexMap<String, String>;

fn by_member(signed: &Members, sent: &Members, context: Context<'_>) -> Fault {
    let written = context.mismatch.evidence.written.body.unwrap_or_default();
    let judge = fields::Judge {
        same: &|a, b| same_value(value(&a.raw), value(&b.raw)),
        is_nonce: &|key| context.is_nonce(key),
        is_dynamic: &|key| is_dynamic(written, key),
    };
    fields::fault(&listed(signed), &listed(sent), &judge).unwrap_or_else(|| {
        let differing = signed.iter().find(|(key, value)| sent.get(*key) != Some(value));
        match differing.and_then(|(key, value)| sent.get(key).map(|sent| (key, value, sent))) {
            Some((key, signed, sent)) => {
                let detail =
                    format!("{} of {} was signed as {}", quoted(sent), quoted(key), quoted(signed));
                Fault::new(Cause::JsonReformatted, detail)
            }
            None => reformatted(),
        }
    })
}

const BETWEEN: &str = ":";

fn listed(members: &Members) -> Vec<Field> {
    let field = |(key, value): (&String, &String)| Field {
        key: key.clone(),
        raw: format!("{}{BETWEEN}{value}", json_text(key)),
    };
    members.iter().map(field).collect()
}

/// The value of a listed member.
fn value(raw: &str) -> &str {
    let mut keys = serde_json::Deserializer::from_str(raw).into_iter::<String>();
    let _ = keys.next();
    raw.get(keys.byte_offset()..).and_then(|rest| rest.strip_prefix(BETWEEN)).unwrap_or(raw)
}

/// Whether two values say the same: a number may be in quotes, and 1.50 is 1.5.
fn same_value(one: &str, other: &str) -> bool {
    if one == other || plain(one) == plain(other) {
        return true;
    }
    let (Ok(one), Ok(other)) = (serde_json::from_str(one), serde_json::from_str(other)) else {
        return false;
    };
    equal(&one, &other)
}

fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| equal(a, b))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, a)| other.get(key).is_some_and(|b| equal(a, b)))
        }
        (Value::Number(one), Value::Number(other)) => same_number(one, other),
        _ => one == other,
    }
}

/// Whether two numbers are the same, or one is what JavaScript makes of the other: a nonce of 19
/// digits comes out of `JSON.parse` rounded.
fn same_number(one: &Number, other: &Number) -> bool {
    let rounded = |number: &Number| number.as_f64().map(number_text);
    let (one_text, other_text) = (one.to_string(), other.to_string());
    one_text == other_text
        || rounded(one).as_deref() == Some(&*other_text)
        || rounded(other).as_deref() == Some(&*one_text)
}

/// Whether the member of that key is written with a dynamic variable.
fn is_dynamic(written: &str, key: &str) -> bool {
    let name = json_text(key);
    let Some((_, after)) = written.split_once(&name) else { return false };
    let value = after.split([',', '\n']).next().unwrap_or_default();
    placeholder::is_dynamic(value)
}
