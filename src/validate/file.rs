//! One file, from its text to its findings.

use serde_json::Value;

use crate::runtime::{Outgoing, PlannedRequest, plan, secrets, written};
use crate::source::{Document, Kind, Pointer};

use super::rules::{Context, check_all};
use super::{
    FileOutcome, Input, Options, Profile, RequestOutcome, Sent, SignatureOutcome, ValidateError,
    places,
};
use crate::countersign::trial::{Bench, Trial};
use crate::countersign::{Status, signatures};
use crate::findings::{Diagnostic, FileId, Location};
use crate::runtime::outline::Outline;
use crate::secrecy::KnownForms;
use crate::secrecy::Mask;

/// Checks a collection, an environment or globals.
pub(super) fn checked(
    file: FileId,
    input: Input<'_>,
    options: &Options<'_>,
) -> Result<FileOutcome, ValidateError> {
    let Input { path, place, document, profile } = input;
    let kind = document.kind();
    if kind != Kind::CollectionV21 && !kind.is_of_variables() {
        return Err(ValidateError::OtherKind { path, kind });
    }
    let Found { requests, diagnostics, test_values, secrets } =
        findings(file, &document, profile, options)?;
    let judged = |diagnostic: Diagnostic| {
        let request = request_path(document.value(), &diagnostic.primary.pointer);
        profile.settings.judged(diagnostic, &place, &request)
    };
    let diagnostics = diagnostics.into_iter().filter_map(judged).collect();
    let mut outcome = FileOutcome::new(path, document, diagnostics);
    outcome.requests = requests;
    outcome.test_values = test_values;
    outcome.secrets = secrets;
    outcome.place = place;
    outcome.fail_on = profile.fail_on;
    Ok(outcome)
}

struct Found {
    requests: Vec<RequestOutcome>,
    diagnostics: Vec<Diagnostic>,
    test_values: Vec<String>,
    secrets: Vec<Location>,
}

fn findings(
    file: FileId,
    document: &Document,
    profile: &Profile,
    options: &Options<'_>,
) -> Result<Found, ValidateError> {
    let collection = document.value();
    let planned = plan(collection);
    let Profile { catalog, api, setup, settings, .. } = profile;
    let outline = Outline::of(collection);
    let known = KnownForms::in_text(document.text());
    let found = secrets::in_file(collection, &outline, known);
    let bench = Bench::new(collection, setup.clone(), catalog, api.as_deref(), &found);
    let trials =
        if options.runs_scripts { bench.trials(&planned, options.progress)? } else { Vec::new() };
    let mut context = Context::new(file, document, &outline, &bench.setup, catalog);
    context.secrets = &found;
    context.mask = Some(&bench.mask);
    context.trials = &trials;
    context.runs_scripts = options.runs_scripts;
    context.has_environment = !profile.setup.environment.is_null();
    let mut diagnostics = check_all(&context, settings);
    let made = trials.iter().flat_map(|it| signatures(&it.ran, it.countersigned.as_ref()));
    let made: Vec<_> = made.collect();
    let outgoing = trials.iter().filter_map(|it| it.ran.outgoing.as_ref().ok());
    let places = outgoing.flat_map(|outgoing| places(outgoing, &bench.mask));
    let mask = bench.mask.with_places(places).showing(made.iter().map(String::as_str));
    for diagnostic in &mut diagnostics {
        hide_secrets(diagnostic, &mask);
    }
    let mut test_values: Vec<_> =
        trials.iter().flat_map(|trial| trial.test_values.iter().cloned()).collect();
    test_values.sort();
    test_values.dedup();
    let requests = if options.runs_scripts {
        trials.into_iter().map(|trial| request(trial, &mask)).collect()
    } else {
        planned.iter().map(not_run).collect()
    };
    let secrets = found.iter().map(|found| Location::of_secret(file, found)).collect();
    Ok(Found { requests, diagnostics, test_values, secrets })
}

fn hide_secrets(diagnostic: &mut Diagnostic, mask: &Mask) {
    mask.hide(&mut diagnostic.message);
    diagnostic.help.iter_mut().for_each(|help| mask.hide(help));
    if let Some(compared) = &mut diagnostic.compared {
        mask.hide(&mut compared.signed);
        mask.hide(&mut compared.sent);
    }
}

/// The names from the outermost folder to the request at or around a place, as `Trading/AddOrder`;
/// empty for what belongs to no item.
fn request_path(collection: &Value, at: &Pointer) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut here = collection;
    let mut tokens = at.tokens();
    while tokens.next().as_deref() == Some("item") {
        let index = tokens.next().and_then(|index| index.parse::<usize>().ok());
        let list = here.get("item").and_then(Value::as_array);
        let Some(item) = list.zip(index).and_then(|(list, index)| list.get(index)) else { break };
        names.push(item.get("name").and_then(Value::as_str).unwrap_or_default());
        here = item;
    }
    names.join("/")
}

/// What reports say of a request that has run.
fn request(trial: Trial<'_>, mask: &Mask) -> RequestOutcome {
    let sent = sent(&trial, mask);
    let planned = &trial.ran.planned;
    let endpoint = trial.covered.and_then(|covered| covered.endpoint);
    let signature = SignatureOutcome {
        status: trial.status(),
        recipe: trial.covered.and_then(|covered| Some(covered.recipe?.0.to_owned())),
        scenarios: trial.scenarios,
        broken: trial.broken.iter().map(|broken| broken.scenario.clone()).collect(),
        countersigned: trial.countersigned.map(|mut countersigned| {
            countersigned.hide_secrets(mask);
            countersigned
        }),
    };
    let (method, url) = sent_or_written(planned, trial.ran.outgoing.as_ref().ok());
    RequestOutcome {
        name: planned.name().to_owned(),
        folders: planned.folders().iter().map(|folder| folder.name().to_owned()).collect(),
        pointer: planned.pointer().clone(),
        endpoint: endpoint.map(|endpoint| endpoint.name.clone()),
        method,
        url: mask.url(&url).to_string(),
        sent: Some(sent),
        signature,
    }
}

/// What goes out with its secrets hidden, or why nothing does.
fn sent(trial: &Trial<'_>, mask: &Mask) -> Result<Sent, String> {
    let outgoing = trial.ran.outgoing.as_ref();
    let outgoing = outgoing.map_err(|reason| mask.hidden(&reason.to_string()).to_string())?;
    Ok(Sent::of(outgoing, mask))
}

/// What reports say of a request whose scripts are not to run.
fn not_run(planned: &PlannedRequest<'_>) -> RequestOutcome {
    let (method, url) = sent_or_written(planned, None);
    RequestOutcome {
        name: planned.name().to_owned(),
        folders: planned.folders().iter().map(|folder| folder.name().to_owned()).collect(),
        pointer: planned.pointer().clone(),
        endpoint: None,
        method,
        url,
        sent: None,
        signature: SignatureOutcome::of(Status::NotApplicable),
    }
}

/// Method and address as sent, or as written where nothing is sent.
fn sent_or_written(planned: &PlannedRequest<'_>, outgoing: Option<&Outgoing>) -> (String, String) {
    match outgoing {
        Some(outgoing) => (outgoing.method.clone(), outgoing.url.to_string()),
        None => written(planned.request()),
    }
}
