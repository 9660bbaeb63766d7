//! A form or a query that differs from the one that is sent.

use super::super::Cause;
use super::super::evidence::WrittenField;
use super::super::fault::{Fault, quoted_apart};
use super::super::form::{Encoding, Pair, pairs};
use super::fields::{self, Field};
use super::{Context, placeholder};
use crate::text::percent;

pub(super) fn fault(
    signed: &str,
    sent: &str,
    written: &[WrittenField<'_>],
    context: Context<'_>,
) -> Fault {
    let sent_pairs = pairs(sent);
    if placeholder::is_unresolved(signed, sent) {
        return placeholder::unresolved(signed);
    }
    // First the text as a whole, since a value as typed can have `&` and `=` in it.
    if let Some(fault) = encoded_whole(signed, &sent_pairs) {
        return fault;
    }
    let signed_pairs = pairs(signed);
    let is_dynamic = |key: &str| {
        let row = written.iter().find(|row| row.key == key);
        row.is_some_and(|row| placeholder::is_dynamic(row.value))
    };
    let judge = fields::Judge {
        same: &|a, b| reading(&a.raw, &b.raw).is_some(),
        is_nonce: &|key| context.is_nonce(key),
        is_dynamic: &is_dynamic,
    };
    if let Some(fault) = fields::fault(&listed(&signed_pairs), &listed(&sent_pairs), &judge) {
        return fault;
    }
    by_pair(&signed_pairs, &sent_pairs)
}

fn listed(pairs: &[Pair]) -> Vec<Field> {
    let field = |pair: &Pair| Field { key: pair.key.clone(), raw: pair.raw.clone() };
    pairs.iter().map(field).collect()
}

/// How a signed pair can be read so that it says the same as the sent one.
fn reading(signed: &str, sent: &str) -> Option<Reading> {
    if signed == sent {
        return Some(Reading::Same);
    }
    let meant = percent::form_decoded(sent);
    let wrote_plus = |text: &str| text.contains('+') && !sent.contains('+');
    if signed == meant {
        Some(Reading::Typed)
    } else if percent::with_lower_escapes(signed) == percent::with_lower_escapes(sent) {
        Some(Reading::LowerEscapes)
    } else if percent::form_decoded(signed) == meant && wrote_plus(signed) {
        Some(Reading::Plus)
    } else if percent::decoded(signed) == meant || percent::form_decoded(signed) == meant {
        Some(Reading::Partly)
    } else if percent::decoded(&percent::decoded(signed)) == meant {
        Some(Reading::Twice)
    } else {
        None
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    Typed,
    Partly,
    Plus,
    LowerEscapes,
    Twice,
    Same,
}

impl Reading {
    fn cause(self) -> Cause {
        match self {
            Self::Typed => Cause::UnencodedBody,
            Self::Partly => Cause::PartialEncoding,
            Self::Plus => Cause::PlusForSpace,
            Self::LowerEscapes | Self::Twice | Self::Same => Cause::BodyDiffers,
        }
    }

    fn fault(self, signed: &str, sent: &str) -> Fault {
        let why = match self {
            Self::LowerEscapes => "; only the case of the escapes differs",
            Self::Twice => "; it was encoded twice",
            _ => "",
        };
        let (signed, sent) = quoted_apart(signed, sent);
        let detail = format!("{signed} was signed, {sent} is sent{why}");
        Fault::new(self.cause(), detail)
    }
}

/// Whether `signed` is the sent pairs, each in some encoding.
fn encoded_whole(signed: &str, sent: &[Pair]) -> Option<Fault> {
    let whole = |encoding: Encoding| {
        sent.iter().map(|pair| pair.encoded(encoding)).collect::<Vec<_>>().join("&") == signed
    };
    let used = Encoding::ALL.into_iter().find(|encoding| whole(*encoding))?;
    let differing = sent.iter().find(|pair| pair.encoded(used) != pair.raw)?;
    let signed = differing.encoded(used);
    let wrote_plus = sent.iter().any(|pair| {
        pair.encoded(used).contains('+') && !pair.raw.contains('+') && used.makes_plus()
    });
    let reading = match used {
        Encoding::Typed | Encoding::PostmanText => Reading::Typed,
        _ if wrote_plus => Reading::Plus,
        _ => Reading::Partly,
    };
    Some(reading.fault(&signed, &differing.raw))
}

fn by_pair(signed: &[Pair], sent: &[Pair]) -> Fault {
    let found = signed.iter().zip(sent).filter_map(|(signed, sent)| {
        let reading = reading(&signed.raw, &sent.raw)?;
        (reading != Reading::Same).then(|| (reading as u8, reading.fault(&signed.raw, &sent.raw)))
    });
    let most_telling = found.min_by_key(|(rank, _)| *rank).map(|(_, fault)| fault);
    most_telling.unwrap_or_else(|| {
        Fault::new(Cause::BodyDiffers, "the texts differ in what separates the params")
    })
}
