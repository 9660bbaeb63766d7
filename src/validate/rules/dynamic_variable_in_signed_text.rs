#![doc = include_str!("dynamic_variable_in_signed_text.md")]

use std::collections::BTreeMap;

use super::{Context, Findings, Rule};
use crate::causes::Cause;
use crate::countersign::trial::Trial;
use crate::findings::{Location, Part, RuleId, Severity};
use crate::signing::Piece;
use crate::text::shown::shown;
use crate::validate::variables::Uses;
use crate::variables::{Origin, Place, VariableUse};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("dynamic-variable-in-signed-text"),
    severity: Severity::Warning,
    summary: "a dynamic variable in what is signed, drawn anew when the request is sent",
    page: include_str!("dynamic_variable_in_signed_text.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut found: BTreeMap<(Place, &str), Vec<&Trial<'_>>> = BTreeMap::new();
    for trial in context.trials.iter().filter(|trial| !is_told(trial)) {
        for variable in drawn(trial).filter(|variable| is_signed(trial, variable)) {
            found.entry((variable.place, &variable.name)).or_default().push(trial);
        }
    }
    for ((place, name), trials) in found {
        report(context, place, name, &trials, findings);
    }
}

/// The dynamic variables that are left when the scripts have run.
fn drawn<'t>(trial: &'t Trial<'_>) -> impl Iterator<Item = &'t VariableUse> {
    let variables = trial.ran.outgoing.iter().flat_map(|outgoing| &outgoing.variables);
    variables.filter(|variable| variable.origin == Origin::Dynamic)
}

/// Whether a finding about the signature says it already.
fn is_told(trial: &Trial<'_>) -> bool {
    let explanation = trial.countersigned.as_ref().and_then(|it| it.explanation.as_ref());
    explanation.is_some_and(|it| {
        let mut causes = std::iter::once(&it.cause).chain(&it.also);
        causes.any(|cause| matches!(cause, Cause::DynamicVariable | Cause::UnresolvedVariable))
    })
}

/// Whether the recipe signs the part that the variable stands in. Where there is no recipe, whether a
/// script that signs hashed the variable's name.
fn is_signed(trial: &Trial<'_>, variable: &VariableUse) -> bool {
    let pieces: &[Piece] = match variable.place {
        Place::Url => &[Piece::Path, Piece::Query, Piece::Uri, Piece::Url],
        Place::Body => &[Piece::Body],
        _ => return false,
    };
    match trial.covered.map(|covered| covered.recipe) {
        Some(Some((_, recipe))) => pieces.iter().any(|piece| recipe.covers(*piece)),
        Some(None) => false,
        None => is_hashed_by_name(trial, &variable.name),
    }
}

fn is_hashed_by_name(trial: &Trial<'_>, name: &str) -> bool {
    let calls = || trial.ran.scripts.iter().flat_map(|script| &script.outcome.crypto);
    let token = format!("{{{{{name}}}}}");
    let has_token = |input: &[u8]| input.windows(token.len()).any(|part| part == token.as_bytes());
    calls().any(|call| call.key.is_some()) && calls().any(|call| has_token(&call.input))
}

fn report(
    context: &Context<'_>,
    place: Place,
    name: &str,
    trials: &[&Trial<'_>],
    findings: &mut Findings<'_>,
) {
    let Some(first) = trials.first() else { return };
    let item = first.ran.planned.item();
    let uses = Uses::of_request(item.definition, &item.pointer);
    let token = uses.first(name).map(|token| Location {
        file: context.file,
        pointer: token.pointer.clone(),
        part: Part::Inside(token.range.clone()),
    });
    let part = if place == Place::Url { "URL" } else { "body" };
    let others = match trials.len() {
        1 => String::new(),
        2 => " of this request and 1 other".to_owned(),
        count => format!(" of this request and {} others", count - 1),
    };
    let name = shown(name);
    let message = format!(
        "`{{{{{name}}}}}` stands in the {part}{others}, which is signed, and Postman draws its value anew \
         when it sends: the signature is of another one"
    );
    let finding = findings.add(token.unwrap_or_else(|| context.name_of(first)), message);
    finding.help = Some(format!(
        "let the script draw it, as in `pm.variables.set(\"value\", pm.variables.replaceIn(\"{{{{{name}}}}}\"))`, \
         and write `{{{{value}}}}`"
    ));
}
