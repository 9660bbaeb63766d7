#![doc = include_str!("comment_in_signed_json.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::causes::Cause;
use crate::countersign::trial::Trial;
use crate::findings::{Location, Part, RuleId, Severity};
use crate::text::json::comments;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("comment-in-signed-json"),
    severity: Severity::Warning,
    summary: "a comment that is signed and not sent",
    page: include_str!("comment_in_signed_json.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for trial in context.trials.iter().filter(|trial| trial.is_wrong_by(Cause::JsonComments)) {
        report(context, trial, findings);
    }
}

fn report(context: &Context<'_>, trial: &Trial<'_>, findings: &mut Findings<'_>) {
    let planned = &trial.ran.planned;
    let Some(text) = planned.request().pointer("/body/raw").and_then(Value::as_str) else { return };
    let comments = comments(text);
    let Some(first) = comments.first() else { return };
    let name = shown(planned.name());
    let what = match comments.len() {
        1 => "a comment".to_owned(),
        count => format!("{count} comments"),
    };
    let message = format!("the script of `{name}` signs {what} that Postman does not send");
    let pointer = planned.pointer().join("request").join("body").join("raw");
    let place = Location { file: context.file, pointer, part: Part::Inside(first.clone()) };
    findings.add(place, message).help = Some(
        "take the comments out, or let the script cut them out of the text that it signs"
            .to_owned(),
    );
}
