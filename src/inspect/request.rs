//! One request: what goes out, what the scripts did, what was signed.

use crate::catalog::{Catalog, CatalogError};
use crate::countersign::{Countersigned, countersign, covered, signatures};
use crate::runtime::{self, Level, PlannedRequest, Ran, RanScript};
use crate::sandbox::Breach;
use crate::secrecy::Mask;
use crate::signing::Secret;
use crate::validate::{Sent, places};
use crate::variables::VariableUse;

/// A request, and all that is known of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct InspectedRequest {
    /// Its name.
    pub name: String,
    /// The folders that it is in, from the outermost on.
    pub folders: Vec<String>,
    /// Where it stands in the file (RFC 6901).
    pub pointer: String,
    /// Which iteration this is, counted from 0.
    pub iteration: u32,
    /// What goes out, or why nothing does.
    pub sent: Result<Sent, String>,
    /// The method and URL as written, for a request that does not go out.
    pub written: (String, String),
    /// The signature, if an api covers the request.
    pub signature: Option<Countersigned>,
    /// What its scripts logged.
    pub console: Vec<Console>,
    /// The first failure of a script.
    pub failure: Option<Failure>,
    /// The variables that it uses.
    pub variables: Vec<VariableUse>,
    /// What may be otherwise in Postman.
    pub warnings: Vec<String>,
}

/// A logged line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Console {
    /// `log`, `warn`, ….
    pub level: &'static str,
    /// The text.
    pub text: String,
}

/// Why a script failed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// What went wrong.
    pub message: String,
    /// The script, or its line (RFC 6901).
    pub pointer: String,
    /// The line within the script, counted from 1.
    pub line: Option<u32>,
}

/// Whether a request has the name, or the path of folders and name.
pub(super) fn is_named(request: &PlannedRequest<'_>, wanted: &str) -> bool {
    let folders = request.folders().iter().map(Level::name);
    let path: Vec<_> = folders.chain([request.name()]).collect();
    request.name() == wanted || path.join("/") == wanted
}

/// What `ran` comes to.
pub(super) fn inspected(
    ran: &Ran<'_>,
    catalog: &Catalog,
    api: Option<&str>,
    secrets: &[Secret],
    mask: &Mask,
) -> Result<InspectedRequest, CatalogError> {
    let outgoing = ran.outgoing.as_ref();
    let covered = match outgoing {
        Ok(outgoing) => covered(catalog, api, outgoing)?,
        Err(_) => None,
    };
    let signature = outgoing
        .ok()
        .zip(covered)
        .map(|(outgoing, covered)| countersign(&covered, ran, outgoing, secrets));
    let signatures = signatures(ran, signature.as_ref());
    let places = outgoing.iter().flat_map(|outgoing| places(outgoing, mask));
    let mask = &mask.with_places(places).showing(signatures.iter().map(String::as_str));
    let folders = ran.planned.folders().iter();
    let mut inspected = InspectedRequest {
        name: ran.planned.name().to_owned(),
        folders: folders.map(|folder| folder.name().to_owned()).collect(),
        pointer: ran.planned.pointer().to_string(),
        iteration: ran.iteration,
        sent: outgoing.map(|it| Sent::of(it, mask)).map_err(ToString::to_string),
        written: runtime::written(&ran.request),
        signature,
        console: ran.scripts.iter().flat_map(console).collect(),
        failure: ran.failed_script().map(failure),
        variables: outgoing.map(|outgoing| outgoing.variables.clone()).unwrap_or_default(),
        warnings: warnings(ran),
    };
    inspected.hide_secrets(mask);
    Ok(inspected)
}

fn console(script: &RanScript) -> impl Iterator<Item = Console> {
    let lines = script.outcome.console.iter();
    lines.map(|line| Console { level: line.level.name(), text: line.text.clone() })
}

fn failure(script: &RanScript) -> Failure {
    let (message, line) = match (script.outcome.errors.first(), script.outcome.breach) {
        (_, Some(breach)) if breach != Breach::Console => (limit(breach).to_owned(), None),
        (Some(error), _) => (error.to_string(), error.line),
        (None, _) => ("it failed".to_owned(), None),
    };
    let place = &script.planned.pointer;
    let index = line.and_then(|line| usize::try_from(line).ok()?.checked_sub(1));
    let pointer = match index.filter(|_| script.planned.has_line_places) {
        Some(index) => place.index(index),
        None => place.clone(),
    };
    Failure { message, pointer: pointer.to_string(), line }
}

fn limit(breach: Breach) -> &'static str {
    match breach {
        Breach::Time => "it ran longer than it may, and was ended",
        Breach::Memory => "it used more memory than it may, and was ended",
        Breach::Stack => "it called itself too deep",
        Breach::Console => "it logged more than is kept",
        Breach::Timers => "it set more timers than it may, and was ended",
        Breach::NeverEnds => {
            "it waits for a promise that nothing settles; Postman would wait for ever"
        }
    }
}

fn warnings(ran: &Ran<'_>) -> Vec<String> {
    let scripts = ran.scripts.iter().flat_map(|script| {
        let refused = script.outcome.refused_sends.iter();
        let refused =
            refused.map(|it| format!("a script asked to send to `{it}`; nothing is sent here"));
        script.outcome.warnings.iter().cloned().chain(refused)
    });
    let wire = ran.outgoing.iter().flat_map(|outgoing| &outgoing.warnings);
    let mut warnings: Vec<String> = scripts.chain(wire.map(ToString::to_string)).collect();
    let mut seen = std::collections::BTreeSet::new();
    warnings.retain(|warning| seen.insert(warning.clone()));
    warnings
}

impl InspectedRequest {
    /// Its folders and name, joined with slashes.
    pub fn path(&self) -> String {
        let folders = self.folders.iter().map(String::as_str);
        folders.chain([self.name.as_str()]).collect::<Vec<_>>().join(" / ")
    }

    /// Hides the secrets in every text that can hold what a script or variable put there; what goes
    /// out has them hidden already.
    fn hide_secrets(&mut self, mask: &Mask) {
        if let Err(reason) = &mut self.sent {
            mask.hide(reason);
        }
        mask.hide(&mut self.written.1);
        self.console.iter_mut().for_each(|line| mask.hide(&mut line.text));
        self.warnings.iter_mut().for_each(|warning| mask.hide(warning));
        if let Some(failure) = &mut self.failure {
            mask.hide(&mut failure.message);
        }
        if let Some(signature) = &mut self.signature {
            signature.hide_secrets(mask);
        }
    }
}
