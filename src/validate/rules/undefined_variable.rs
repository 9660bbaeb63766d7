#![doc = include_str!("undefined_variable.md")]

use std::collections::BTreeSet;

use super::{Context, Findings, Rule};
use crate::countersign::credentials::test_value;
use crate::findings::{Location, Part, RuleId, Severity};
use crate::text::shown::shown;
use crate::validate::slip::is_slip_of_name;
use crate::validate::variables::Use;
use crate::variables::{Scope, Variable, dynamic_names};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("undefined-variable"),
    severity: Severity::Warning,
    summary: "a variable that nothing defines, so that its name is sent",
    page: include_str!("undefined_variable.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let known = Known::of(context);
    for (name, place) in context.uses().sent() {
        if let Some(fault) = known.fault(name) {
            report(context, name, place, &fault, findings);
        }
    }
}

/// The names that have a value when a request is sent.
struct Known<'c, 'a> {
    names: BTreeSet<String>,
    context: &'c Context<'a>,
}

/// What is wrong with a name.
enum Fault<'k> {
    /// It begins like a dynamic variable and is none.
    NotDynamic,
    /// Another name was meant.
    Slip(&'k str),
    /// Nothing gives it a value.
    Nowhere,
}

impl<'c, 'a> Known<'c, 'a> {
    fn of(context: &'c Context<'a>) -> Self {
        let setup = context.setup;
        // An environment that nobody gave holds nothing but made-up credentials.
        let given = Some(&setup.environment).filter(|_| context.has_environment);
        let files = given.into_iter().chain([&setup.globals]);
        let scopes: Vec<_> = files.map(|file| Scope::read_file(file, setup.engine)).collect();
        let variables = scopes.iter().flat_map(Scope::iter);
        let in_scopes = variables.filter(|it| !it.is_disabled() && !is_made_up(it));
        let in_data = setup.data.iter().filter_map(|row| row.as_object()).flatten();
        let scripts = context.trials.iter().flat_map(|trial| &trial.ran.scripts);
        let written = scripts.flat_map(|script| &script.outcome.written);
        let names = in_scopes
            .map(|it| it.key().to_owned())
            .chain(in_data.map(|(name, _)| name.clone()))
            .chain(written.map(|it| it.name.clone()))
            .chain(context.scripted().set().map(str::to_owned))
            .chain(context.definitions().map(|it| it.name.to_owned()));
        Self { names: names.collect(), context }
    }

    fn fault(&self, name: &str) -> Option<Fault<'_>> {
        if self.names.contains(name) || !is_name(name) {
            return None;
        }
        if name.starts_with('$') {
            let is_dynamic = dynamic_names().any(|known| known == name);
            return (!is_dynamic && !self.context.scripted().may_set(name))
                .then_some(Fault::NotDynamic);
        }
        if let Some(meant) = self.names.iter().find(|known| is_slip_of_name(name, known)) {
            return Some(Fault::Slip(meant));
        }
        // Without an environment nobody can tell what it will hold, and credentials are kept out of it.
        let is_all_known = self.context.has_environment
            && test_value(name).is_none()
            && !self.context.scripted().may_set(name);
        is_all_known.then_some(Fault::Nowhere)
    }
}

/// Whether a variable is a credential that nobody gave.
fn is_made_up(variable: &Variable) -> bool {
    test_value(variable.key()).is_some_and(|value| variable.pasted() == value)
}

/// Whether a text between braces is the name of a variable, and no tag of a template that is sent as it
/// stands, nor a secret of the vault.
fn is_name(name: &str) -> bool {
    let is_part =
        |it: char| it.is_alphanumeric() || matches!(it, '_' | '-' | '.' | '$' | ' ' | '/' | ':');
    !name.trim().is_empty()
        && name.chars().all(is_part)
        && !name.starts_with(['/', '-'])
        && !name.starts_with("vault:")
}

fn report(
    context: &Context<'_>,
    name: &str,
    place: &Use,
    fault: &Fault<'_>,
    findings: &mut Findings<'_>,
) {
    let name = shown(name);
    let (message, help) = match fault {
        Fault::NotDynamic => (
            format!(
                "there is no dynamic variable `{{{{{name}}}}}`, and Postman sends it as it is written"
            ),
            "Postman's documentation lists those that there are; `{{$guid}}` is one".to_owned(),
        ),
        Fault::Slip(meant) => (
            format!(
                "`{{{{{name}}}}}` is defined nowhere, but `{}` is, and Postman tells the two apart",
                shown(meant)
            ),
            format!("write `{{{{{}}}}}`", shown(meant)),
        ),
        Fault::Nowhere => (
            format!(
                "neither the collection nor the environment defines `{{{{{name}}}}}`, no script sets it, and \
                 Postman sends it as it is written"
            ),
            "define it in the environment, or in `variable` of the collection".to_owned(),
        ),
    };
    let part = Part::Inside(place.range.clone());
    let primary = Location { file: context.file, pointer: place.pointer.clone(), part };
    let others = place.count - 1;
    let help = match others {
        0 => help,
        1 => format!("{help}; it stands in 1 other place, too"),
        _ => format!("{help}; it stands in {others} other places, too"),
    };
    findings.add(primary, message).help = Some(help);
}
