#![doc = include_str!("hard_coded_secret.md")]

use std::collections::BTreeMap;

use super::{Context, Findings, Rule};
use crate::findings::{Location, RuleId, Severity};
use crate::runtime::secrets::{FoundSecret, Holder};
use crate::secrecy::Form;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("hard-coded-secret"),
    severity: Severity::Warning,
    summary: "a private key, an API key or a token that everybody who has the file can use",
    page: include_str!("hard_coded_secret.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (found, _) in context.hard_coded() {
        *places.entry(&found.text).or_default() += 1;
    }
    for (found, form) in context.hard_coded() {
        // Reported once, at its first place.
        if let Some(count) = places.remove(found.text.as_str()) {
            report(context, (found, form), count - 1, findings);
        }
    }
}

fn report(
    context: &Context<'_>,
    (found, form): (&FoundSecret, Form),
    others: usize,
    findings: &mut Findings<'_>,
) {
    let also = match others {
        0 => String::new(),
        1 => ", and so does 1 other place".to_owned(),
        _ => format!(", and so do {others} other places"),
    };
    let message = format!(
        "{} holds {}{also}; expected {}",
        holder(found),
        what(found, form),
        expected(found)
    );
    let finding = findings.add(Location::of_secret(context.file, found), message);
    finding.help = Some(match found.holder {
        Holder::Example => "take it out of the example, and make a new one: whoever had the file has it".to_owned(),
        _ => "make a new one, since whoever had the file has it, and keep that in an environment as a variable of \
              type secret, which is not committed"
            .to_owned(),
    });
}

/// What the credential stands in, as the beginning of a sentence.
fn holder(found: &FoundSecret) -> String {
    let name = found.name.as_deref().map(shown);
    match (found.holder, name) {
        (Holder::Variable, Some(name)) => format!("the variable `{name}`"),
        (Holder::Variable, None) => "the variable".to_owned(),
        (Holder::Header, Some(name)) => format!("the header `{name}`"),
        (Holder::Header, None) => "the header".to_owned(),
        (Holder::Script, _) => "the script".to_owned(),
        (Holder::Auth, _) => "the authorization".to_owned(),
        (Holder::Example, Some(name)) => format!("`{name}` of the example"),
        (Holder::Example, None) => "the example".to_owned(),
        (Holder::Other, Some(name)) => format!("`{name}`"),
        (Holder::Other, None) => "the text".to_owned(),
    }
}

fn what(found: &FoundSecret, form: Form) -> String {
    match (form, &found.name) {
        (Form::PrivateKey, _) => "a private key (64 bytes in base64)".to_owned(),
        (Form::Issued(what), _) => what.to_owned(),
        (Form::Named, Some(name))
            if found.holder == Holder::Script || found.holder == Holder::Other =>
        {
            format!("what looks like a real credential, by the name of `{}`", shown(name))
        }
        (Form::Named, _) => "what looks like a real credential".to_owned(),
    }
}

fn expected(found: &FoundSecret) -> &'static str {
    match found.holder {
        Holder::Script => "the script to read it by `pm.environment.get`",
        Holder::Variable => "the value to be empty in the file",
        Holder::Example => "a made-up one",
        _ => "the name of a variable in double braces",
    }
}
