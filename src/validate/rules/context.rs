//! What a rule can look at.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::Value;

use crate::catalog::Catalog;
use crate::countersign::trial::Trial;
use crate::findings::{FileId, Location};
use crate::runtime::Setup;
use crate::runtime::outline::{Compiled, Program, compiled, programs};
use crate::runtime::outline::{Entry, Outline, ScriptText};
use crate::runtime::secrets::FoundSecret;
use crate::secrecy::{Form, Mask};
use crate::source::{Document, Pointer};
use crate::validate::api_request::{ApiRequest, api_requests};
use crate::validate::schema::UnknownKey;
use crate::validate::variables::{Definition, Scripted, Uses, definitions};
use crate::world::Engine;

/// One file with all that was found out about it.
pub(crate) struct Context<'a> {
    /// The file.
    pub(crate) file: FileId,
    /// Its text and value.
    pub(crate) document: &'a Document,
    /// Its requests as they ran, in that order; none if scripts are not to run.
    pub(crate) trials: &'a [Trial<'a>],
    /// The secrets that stand in it.
    pub(crate) secrets: &'a [FoundSecret],
    /// The secrets that requests find or that stand in the file; none if nothing has run.
    pub(crate) mask: Option<&'a Mask>,
    /// Whether scripts may be run, and compiled.
    pub(crate) runs_scripts: bool,
    /// Whether somebody gave an environment.
    pub(crate) has_environment: bool,
    /// The variables that requests find, apart from the collection's own.
    pub(crate) setup: &'a Setup,
    /// The apis that requests are compared with.
    pub(crate) catalog: &'a Catalog,
    outline: &'a Outline<'a>,
    programs: OnceLock<Vec<Program<'a>>>,
    program_places: OnceLock<BTreeMap<&'a str, usize>>,
    compiled: OnceLock<Vec<Compiled>>,
    api_requests: OnceLock<Vec<ApiRequest<'a>>>,
    scripted: OnceLock<Scripted>,
}

impl<'a> Context<'a> {
    /// A collection that has not run.
    pub(crate) fn new(
        file: FileId,
        document: &'a Document,
        outline: &'a Outline<'a>,
        setup: &'a Setup,
        catalog: &'a Catalog,
    ) -> Self {
        Self {
            file,
            document,
            trials: &[],
            secrets: &[],
            mask: None,
            runs_scripts: false,
            has_environment: false,
            setup,
            catalog,
            outline,
            programs: OnceLock::new(),
            program_places: OnceLock::new(),
            compiled: OnceLock::new(),
            api_requests: OnceLock::new(),
            scripted: OnceLock::new(),
        }
    }

    /// The credentials that somebody left in the file, each with its form.
    pub(super) fn hard_coded(&self) -> impl Iterator<Item = (&'a FoundSecret, Form)> {
        self.secrets.iter().filter_map(|found| Some((found, found.form?)))
    }

    /// The value of the file.
    pub(super) fn root(&self) -> &'a Value {
        self.document.value()
    }

    /// All folders and requests in the order of the file.
    pub(super) fn entries(&self) -> &'a [Entry<'a>] {
        self.outline.entries()
    }

    /// All scripts of the file.
    pub(super) fn scripts(&self) -> &'a [ScriptText<'a>] {
        self.outline.scripts()
    }

    /// The different texts that scripts have.
    pub(super) fn programs(&self) -> &[Program<'a>] {
        self.programs.get_or_init(|| programs(self.scripts()))
    }

    /// The index of the program that the script at a place has.
    pub(super) fn program_at(&self, script: &Pointer) -> Option<usize> {
        let places = self.program_places.get_or_init(|| {
            let programs = self.programs().iter().enumerate();
            let places = programs.flat_map(|(index, program)| {
                program.scripts.iter().map(move |script| (script.pointer.as_str(), index))
            });
            places.collect()
        });
        places.get(script.as_str()).copied()
    }

    /// Whether the programs compile, in their order; nothing if scripts are not to run.
    pub(super) fn compiled(&self) -> &[Compiled] {
        if !self.runs_scripts {
            return &[];
        }
        self.compiled.get_or_init(|| compiled(self.programs(), &self.ran_in_postman()))
    }

    /// The indexes of programs that have run in Postman's engine, and so compile there.
    fn ran_in_postman(&self) -> BTreeSet<usize> {
        if self.setup.engine != Engine::Postman {
            return BTreeSet::new();
        }
        let scripts = self.trials.iter().flat_map(|trial| &trial.ran.scripts);
        let compiles = scripts
            .filter(|script| script.outcome.errors.iter().all(|error| error.name != "SyntaxError"));
        compiles.filter_map(|script| self.program_at(&script.planned.pointer)).collect()
    }

    /// The requests that are for an api of the catalogue, as that reads them.
    pub(super) fn api_requests(&self) -> &[ApiRequest<'a>] {
        self.api_requests.get_or_init(|| api_requests(self.trials, self.catalog))
    }

    /// What scripts do with variables.
    pub(super) fn scripted(&self) -> &Scripted {
        self.scripted.get_or_init(|| Scripted::of(self.programs()))
    }

    /// The variables that requests use.
    pub(super) fn uses(&self) -> &'a Uses<'a> {
        self.outline.uses()
    }

    /// The variables that the file itself defines, those that are off left out.
    pub(super) fn definitions(&self) -> impl Iterator<Item = Definition<'a>> {
        definitions(self.root())
    }

    /// The keys that the format does not name.
    pub(super) fn unknown_keys(&self) -> &'a [UnknownKey<'a>] {
        self.outline.unknown_keys()
    }

    /// The value at a pointer.
    pub(super) fn value(&self, pointer: Pointer) -> Location {
        Location::value(self.file, pointer)
    }

    /// The key at a pointer.
    pub(super) fn key(&self, pointer: Pointer) -> Location {
        Location::key(self.file, pointer)
    }

    /// The host in a request's URL, or what holds the whole URL.
    pub(super) fn url_of(&self, trial: &Trial<'_>) -> Location {
        let planned = &trial.ran.planned;
        let (place, request) = (planned.pointer().join("request"), planned.request());
        let place = match request.get("url") {
            Some(url) if url.get("host").is_some() => place.join("url").join("host"),
            Some(_) => place.join("url"),
            None => place,
        };
        self.value(place)
    }

    /// The name of a request, or the request itself if it has none.
    pub(super) fn name_of(&self, trial: &Trial<'_>) -> Location {
        let item = trial.ran.planned.pointer();
        let has_name = trial.ran.planned.item().definition.get("name").is_some();
        self.value(if has_name { item.join("name") } else { item.clone() })
    }
}
