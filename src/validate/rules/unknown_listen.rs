#![doc = include_str!("unknown_listen.md")]

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::runtime::outline::{EVENTS, ScriptText};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("unknown-listen"),
    severity: Severity::Error,
    summary: "a script that never runs, because its event is none that Postman has",
    page: include_str!("unknown_listen.md"),
    check,
};

/// How alike two words have to be to be taken for one, from 0 to 1.
const ALIKE: f64 = 0.7;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for script in context.scripts() {
        if !EVENTS.contains(&script.listen) && !script.source.trim().is_empty() {
            report(context, script, findings);
        }
    }
}

fn report(context: &Context<'_>, script: &ScriptText<'_>, findings: &mut Findings<'_>) {
    let place = script.event.join("listen");
    let message = format!(
        "the script never runs: it listens to `{}`, expected `prerequest` or `test`",
        shown(script.listen)
    );
    let meant = meant(script.listen);
    let finding = findings.add(context.value(place.clone()), message);
    finding.help = Some(match meant {
        Some(meant) => format!("write `{meant}`"),
        None => "write `prerequest` for a script before the request, `test` for one after".into(),
    });
    let has_key = !script.listen.is_empty();
    finding.fix = meant.filter(|_| has_key).map(|meant| Fix {
        title: format!("let the script listen to `{meant}`"),
        edits: vec![Edit::Replace(place, meant.into())],
    });
}

/// The event that a word evidently stands for.
fn meant(word: &str) -> Option<&'static str> {
    let plain: String = word.chars().filter(char::is_ascii_alphabetic).collect();
    let plain = plain.to_ascii_lowercase();
    EVENTS.into_iter().find(|event| strsim::jaro_winkler(event, &plain) > ALIKE)
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn knows_what_was_meant() {
        for word in ["prerequets", "pre-request", "preRequest", "PREREQUEST"] {
            assert_eq!(meant(word), Some("prerequest"), "{word}");
        }
        assert_eq!(meant("tests"), Some("test"));
        assert_eq!(meant(""), None);
        assert_eq!(meant("afterwards"), None);
    }
}
