//! Bringing an edited collection up to an api, without losing an edit.
//!
//! Missing endpoints and params are added, params switched off; signing scripts that are ours and
//! untouched are refreshed. Everything else is the user's: names, descriptions, values, what is on,
//! tests, examples, variables, folders, ids, the order of keys and the layout of the file. Edits are
//! made to the text, so all bytes outside the changed places stay as they are.

mod additions;
mod error;
mod habits;
mod json_text;
mod orphans;
mod params;
mod places;
mod plan;
mod requests;
mod rows;
mod scripts;

use std::collections::BTreeMap;

pub use error::UpdateError;
pub use plan::{Added, Changed, LeftAlone, Moved, Plan, Target, Why};

use super::endpoints::Endpoints;
use super::operation::Operation;
use crate::catalog::Api;
use crate::collection::Collection;
use crate::compare::{KnownScripts, Parts};
use crate::countersign::Status;
use crate::source::{Document, Edits, Pointer};
use habits::{Call, Habits};
use places::Places;
use requests::Requests;

/// What came of signing the requests of a collection again, by the JSON pointers of their items.
pub type Verdicts = BTreeMap<String, Status>;

/// How an update goes about it.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Whether requests that were generated once and that the api no longer has are removed.
    pub prune: bool,
    /// Signs the requests of a collection again. It is asked only where a request with a script of
    /// the user's gets params; no request that signs right is changed so that it would not.
    pub verdicts: &'a dyn Fn(&Document) -> Verdicts,
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options").field("prune", &self.prune).finish_non_exhaustive()
    }
}

/// A collection that was brought up to an api.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// What was done, and what was left.
    pub plan: Plan,
    /// The text of the whole file, byte order mark included.
    pub text: String,
}

/// A collection and the api that it is brought up to.
struct Scene<'a> {
    api: &'a Api,
    collection: &'a Collection,
    calls: &'a [Call<'a>],
    habits: Habits,
    known_scripts: KnownScripts,
    parts: &'a Parts<'a>,
    places: Places<'a>,
}

impl Update {
    /// Brings the collection in a document up to an api.
    ///
    /// # Errors
    ///
    /// When the document is no Collection v2.1 or its `item` is no list, or a script template of the
    /// api is broken.
    pub fn of(document: &Document, api: &Api, options: &Options<'_>) -> Result<Self, UpdateError> {
        let collection = collection(document)?;
        let operations = Operation::of_collection(0, &collection);
        let endpoints = Endpoints::of(api);
        let call = |operation| Some((operation, endpoints.called_by(operation)?));
        let calls: Vec<Call<'_>> = operations.iter().filter_map(call).collect();
        let known_scripts = KnownScripts::of(api)?;
        let habits = Habits::of(&known_scripts, &collection, &calls);
        let parts = Parts::new(api, habits.style, habits.unit)?;
        let places = Places::of(api, &collection, &calls);
        let scene = Scene {
            api,
            collection: &collection,
            calls: &calls,
            habits,
            known_scripts,
            parts: &parts,
            places,
        };
        let mut requests = Requests::of(&scene, &operations, &endpoints)?;
        requests.spare_broken(document, options.verdicts)?;
        let mut plan = requests.plan(&scene, options.prune);
        let mut edits = Edits::of(document);
        requests.ask(&plan, &mut edits)?;
        scene.refresh_shared(&mut plan, &mut edits)?;
        scene.add_missing(&mut plan, &mut edits)?;
        Ok(Self { plan, text: edits.applied()? })
    }
}

fn collection(document: &Document) -> Result<Collection, UpdateError> {
    let kind = document.kind();
    if kind.advice().is_some() {
        return Err(UpdateError::OtherKind { kind });
    }
    // A lone half of a character is no text to the reader; the document has a stand-in for it.
    let collection = Collection::from_json(document.text())
        .or_else(|_| Collection::from_json(&document.value().to_string()))?;
    if collection.item.get().is_none() && !collection.item.is_absent() {
        return Err(UpdateError::NoItems);
    }
    Ok(collection)
}

impl Scene<'_> {
    /// Scripts of the collection and of folders, which several requests share.
    fn refresh_shared(&self, plan: &mut Plan, edits: &mut Edits<'_>) -> Result<(), UpdateError> {
        for (events, pointer) in scripts::shared(self.collection) {
            let review = scripts::review(events, &pointer, &self.known_scripts, self.parts)?;
            for refresh in review.refreshes {
                edits.replace(&refresh.exec, &refresh.value)?;
                plan.refreshed.push(refresh.exec.as_str().to_owned());
            }
        }
        Ok(())
    }

    /// Whether a script of ours, untouched, signs all requests.
    fn signs_for_all(&self) -> Result<bool, UpdateError> {
        let at = Pointer::root().join("event");
        let events = &self.collection.event;
        Ok(scripts::review(events, &at, &self.known_scripts, self.parts)?.has_ours)
    }
}

/// The pointer of an item or list, which came from walking the collection.
fn known(pointer: &str) -> Pointer {
    Pointer::parse(pointer).expect("pointers of the walk are well-formed")
}
