#![doc = include_str!("invalid_value.md")]

use serde_json::Value;

use super::words::listed;
use super::{Context, Findings, Rule};
use crate::catalog::{ParamFault, Place, Reason, Refusal};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::secrecy::Grade;
use crate::text::host::is_open;
use crate::text::shown::shown;
use crate::validate::api_request::{ApiRequest, WrongParam};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("invalid-value"),
    severity: Severity::Error,
    summary: "a value that the param does not take",
    page: include_str!("invalid_value.md"),
    check,
};

/// More words than this are left to the documentation.
const MOST_WORDS: usize = 12;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for request in context.api_requests() {
        for wrong in &request.wrong_params() {
            if let ParamFault::Value(refusal) = &wrong.fault
                && is_known(request, wrong)
            {
                report(context, request, wrong, refusal, findings);
            }
        }
    }
}

/// Whether what is sent is what will be sent: it has a value, and no variable is left in it.
fn is_known(request: &ApiRequest<'_>, wrong: &WrongParam<'_>) -> bool {
    let sent = request.sent_text(wrong.param, wrong.place);
    sent.is_none_or(|text| !text.is_empty() && !is_open(&text))
}

fn report(
    context: &Context<'_>,
    request: &ApiRequest<'_>,
    wrong: &WrongParam<'_>,
    refusal: &Refusal,
    findings: &mut Findings<'_>,
) {
    let name = &wrong.param.name;
    let spot = request.spot(wrong.param, wrong.place);
    let place = match &spot {
        Some(spot) => spot.value(context.file),
        None => context.name_of(request.trial),
    };
    let finding = findings.add(place, format!("the param `{name}`: {}", what(name, refusal)));
    if is_only_written_otherwise(request, wrong, refusal) {
        finding.severity = Severity::Warning;
    }
    let Some(endpoint) = request.endpoint() else { return };
    finding.help = Some(match &refusal.reason {
        Reason::Word { expected, .. } if expected.len() <= MOST_WORDS => {
            let words: Vec<_> = expected.iter().map(String::as_str).collect();
            format!("`{}` takes {}", endpoint.path, listed_all(&words))
        }
        _ => format!("{} says what `{}` takes", endpoint.docs, endpoint.path),
    });
    finding.fix = fix(request, wrong, refusal);
}

/// Whether a JSON value of another type would be fine as text; not every exchange minds.
fn is_only_written_otherwise(
    request: &ApiRequest<'_>,
    wrong: &WrongParam<'_>,
    refusal: &Refusal,
) -> bool {
    let sent = request.sent_text(wrong.param, wrong.place);
    matches!(refusal.reason, Reason::Type { .. })
        && sent.is_some_and(|text| wrong.param.check_text(&text).is_ok())
}

/// What is wrong, without the value if it is one that nobody should see, and without a long list.
fn what(name: &str, refusal: &Refusal) -> String {
    match &refusal.reason {
        _ if Grade::of(name).is_some() => "it has a value that it cannot have".to_owned(),
        Reason::Word { found, expected } if expected.len() > 4 => {
            let words: Vec<_> = expected.iter().map(String::as_str).collect();
            format!("found `{}`, expected one of {}", shown(found), listed(&words))
        }
        _ => refusal.to_string(),
    }
}

fn listed_all(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

/// The same word in the case that there is.
fn fix(request: &ApiRequest<'_>, wrong: &WrongParam<'_>, refusal: &Refusal) -> Option<Fix> {
    let Reason::Word { found, expected } = &refusal.reason else { return None };
    let word = expected.iter().find(|word| word.eq_ignore_ascii_case(found))?;
    let spot = request.spot(wrong.param, wrong.place)?;
    let row = spot.row().filter(|_| request.may_be_edited() && wrong.place != Place::Path)?;
    let place = row.join("value");
    let item = request.place();
    let inner = place.as_str().strip_prefix(item.as_str())?;
    let written = request.definition().pointer(inner).and_then(Value::as_str)?;
    (written == found).then(|| Fix {
        title: format!("write `{word}`"),
        edits: vec![Edit::Replace(place, word.as_str().into())],
    })
}

#[cfg(test)]
mod tests {
    use super::what;
    use crate::catalog::{Reason, Refusal};

    #[test]
    fn one_time_passwords_are_not_shown() {
        let reason = Reason::Word { found: "123456".to_owned(), expected: vec!["0".to_owned()] };
        let refusal = Refusal { steps: Vec::new(), reason };
        assert_eq!(what("API-OTP", &refusal), "it has a value that it cannot have");
        assert_eq!(what("type", &refusal), "found `123456`, expected `0`");
    }
}
