//! What the requests that are there lack, and what becomes of them.

use super::super::endpoints::Endpoints;
use super::super::operation::Operation;
use super::orphans::is_orphan;
use super::params::{Lack, lack};
use super::places::{group_of, split};
use super::plan::{Changed, LeftAlone, Moved, Plan, Target, Why};
use super::scripts::{Review, review};
use super::{Scene, UpdateError, Verdicts, known};
use crate::catalog::Endpoint;
use crate::countersign::Status;
use crate::source::{Document, EditError, Edits};

/// All requests of a collection, with what there is to do about them.
pub(super) struct Requests<'a> {
    all: Vec<Found<'a>>,
}

/// A request.
struct Found<'a> {
    operation: &'a Operation<'a>,
    /// The endpoint that it calls; none if the api has no such.
    endpoint: Option<&'a Endpoint>,
    lack: Lack,
    review: Review,
    is_orphan: bool,
    /// Whether a script of ours signs it, untouched.
    is_ours: bool,
}

impl<'a> Requests<'a> {
    /// Those of a collection.
    ///
    /// # Errors
    ///
    /// When a script template is broken.
    pub(super) fn of(
        scene: &Scene<'a>,
        operations: &'a [Operation<'a>],
        endpoints: &Endpoints<'a>,
    ) -> Result<Self, UpdateError> {
        let signs_for_all = scene.signs_for_all()?;
        let found = |operation: &'a Operation<'a>| {
            let endpoint = endpoints.called_by(operation);
            let events = known(&operation.pointer).join("event");
            let review = review(&operation.item.event, &events, &scene.known_scripts, scene.parts)?;
            Ok(Found {
                operation,
                endpoint,
                lack: endpoint.map(|it| lack(operation, it, scene.parts)).unwrap_or_default(),
                is_ours: review.has_ours || (signs_for_all && !review.has_own),
                review,
                is_orphan: endpoint.is_none() && is_orphan(operation, scene.api, scene.parts),
            })
        };
        Ok(Self { all: operations.iter().map(found).collect::<Result<_, UpdateError>>()? })
    }

    /// Takes back what would break a signature: scripts of ours leave out what is off, others may
    /// sign it.
    ///
    /// # Errors
    ///
    /// When the document is another one.
    pub(super) fn spare_broken(
        &mut self,
        document: &Document,
        verdicts: &dyn Fn(&Document) -> Verdicts,
    ) -> Result<(), UpdateError> {
        if !self.all.iter().any(Found::is_doubtful) {
            return Ok(());
        }
        let mut edits = Edits::of(document);
        let additions = self.all.iter().flat_map(|found| &found.lack.additions);
        additions.into_iter().try_for_each(|addition| addition.ask(&mut edits))?;
        let before = verdicts(document);
        let after = Document::read(edits.applied()?.as_bytes());
        let after = after.map(|edited| verdicts(&edited)).unwrap_or_default();
        let is_right = |verdicts: &Verdicts, found: &Found<'_>| {
            verdicts.get(&found.operation.pointer) == Some(&Status::Verified)
        };
        for found in self.all.iter_mut().filter(|found| found.is_doubtful()) {
            let must_be_right = found.lack.has_comments || is_right(&before, found);
            if must_be_right && !is_right(&after, found) {
                found.lack.give_up(Why::BreaksSignature);
            }
        }
        Ok(())
    }

    /// What is done about the requests, and what is left.
    pub(super) fn plan(&self, scene: &Scene<'_>, prunes: bool) -> Plan {
        let mut plan = Plan { prunes, ..Plan::default() };
        for found in &self.all {
            let target = found.target();
            if found.is_orphan {
                plan.orphaned.push(target.clone());
            }
            if found.changes() && !(prunes && found.is_orphan) {
                let script = !found.review.refreshes.is_empty();
                let params = found.lack.added.clone();
                plan.changed.push(Changed { target: target.clone(), params, script });
            } else if found.endpoint.is_some() {
                plan.kept += 1;
            }
            plan.moved.extend(found.moved(scene));
            plan.left_alone.extend(found.left_alone());
        }
        plan
    }

    /// Asks for the edits of a plan.
    ///
    /// # Errors
    ///
    /// When the document is another one.
    pub(super) fn ask(&self, plan: &Plan, edits: &mut Edits<'_>) -> Result<(), EditError> {
        for found in &self.all {
            if plan.prunes && found.is_orphan {
                edits.remove(&known(&found.operation.pointer))?;
                continue;
            }
            found.lack.additions.iter().try_for_each(|addition| addition.ask(edits))?;
            for refresh in &found.review.refreshes {
                edits.replace(&refresh.exec, &refresh.value)?;
            }
        }
        Ok(())
    }
}

impl Found<'_> {
    fn changes(&self) -> bool {
        !(self.lack.additions.is_empty() && self.review.refreshes.is_empty())
    }

    /// Whether a script that is not ours could sign what is added.
    fn is_doubtful(&self) -> bool {
        let is_private = self.endpoint.is_some_and(|endpoint| endpoint.auth.is_some());
        is_private && !self.is_ours && !self.lack.additions.is_empty()
    }

    fn target(&self) -> Target {
        Target {
            name: self.operation.name().to_owned(),
            method: self.operation.method.clone(),
            path: self.operation.address.path.to_string(),
            pointer: self.operation.pointer.clone(),
        }
    }

    /// Where the catalogue has it, if it is elsewhere.
    fn moved(&self, scene: &Scene<'_>) -> Option<Moved> {
        let endpoint = self.endpoint?;
        let group = group_of(scene.api, endpoint)?;
        let is_there = scene.places.list(group) == Some(split(&self.operation.pointer).0);
        let is_named = self.operation.name() == endpoint.name;
        (!is_there || !is_named).then(|| Moved {
            target: self.target(),
            from: format!("{} / {}", group.title, endpoint.name),
            to: self.operation.location(),
        })
    }

    fn left_alone(&self) -> Vec<LeftAlone> {
        let is_private = self.endpoint.is_some_and(|endpoint| endpoint.auth.is_some());
        let has_own = is_private && self.review.has_own && !self.review.has_ours;
        let own = has_own.then(|| (Why::OwnScript, Vec::new()));
        let all = self.lack.left.iter().cloned().chain(own);
        all.map(|(why, params)| LeftAlone { target: self.target(), why, params }).collect()
    }
}
