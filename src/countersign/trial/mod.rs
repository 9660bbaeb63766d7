//! Running the requests of a collection, and signing again what their scripts signed.
//!
//! Each request is run by itself, so that the requests of a file can run side by side and no verdict
//! hangs on the order of threads. Only where that does not end well is the whole collection run in
//! order, as Postman's runner does it: a script may need what an earlier request has left.

mod as_saved;
mod edited;
mod facts;
mod in_order;

use rayon::prelude::*;
use serde_json::Value;

use super::credentials;
use super::scenario::Scenario;
use crate::catalog::Catalog;
use crate::countersign::{Countersigned, Covered, Status};
use crate::runtime::secrets::FoundSecret;
use crate::runtime::{PlannedRequest, Ran, Setup, Solo};
use crate::secrecy::Mask;
use crate::signing::Secret;
use crate::validate::ValidateError;

/// So many requests share a script engine. The number is fixed, since what a script leaves behind in
/// an engine must not depend on how many threads there are.
const REQUESTS_AN_ENGINE: usize = 128;

/// A request that was run, and what came of signing it again.
#[derive(Debug)]
pub(crate) struct Trial<'a> {
    /// The run as saved.
    pub(crate) ran: Ran<'a>,
    /// The api that covers the request.
    pub(crate) covered: Option<Covered<'a>>,
    /// The signature as saved, if an api covers the request.
    pub(crate) countersigned: Option<Countersigned>,
    /// The scenarios in which the signature, right as saved, is wrong.
    pub(crate) broken: Vec<Broken>,
    /// In how many scenarios the request was judged, as saved included.
    pub(crate) scenarios: usize,
    /// Variables that got made-up values because the scripts look for credentials under these names.
    pub(crate) test_values: Vec<String>,
    /// The nonces as saved and at a later time, where both were right.
    pub(crate) nonces: Option<(String, String)>,
}

/// A scenario in which a signature is wrong.
#[derive(Debug)]
pub(crate) struct Broken {
    pub(crate) scenario: Scenario,
    /// What came of signing again; none if a script failed or nothing was sent.
    pub(crate) countersigned: Option<Countersigned>,
    /// Why a script failed or nothing was sent.
    pub(crate) failure: Option<String>,
}

impl Trial<'_> {
    /// The verdict on the request as saved.
    pub(crate) fn status(&self) -> Status {
        self.countersigned.as_ref().map_or(Status::NotApplicable, |it| it.status)
    }
}

/// Runs one request with an engine that others use too.
type Runner<'a, 'r> =
    dyn Fn(&mut Solo, &PlannedRequest<'a>) -> Result<Trial<'a>, ValidateError> + Sync + 'r;

/// What all requests of a file have in common.
pub(crate) struct Bench<'a> {
    pub(crate) collection: &'a Value,
    pub(crate) setup: Setup,
    pub(crate) catalog: &'a Catalog,
    pub(crate) api: Option<&'a str>,
    pub(crate) secrets: Vec<Secret>,
    /// Variables with made-up values that every request sees.
    pub(crate) test_values: Vec<String>,
    pub(crate) mask: Mask,
}

impl<'a> Bench<'a> {
    /// A bench with test values in place of credentials that nobody gave.
    pub(crate) fn new(
        collection: &'a Value,
        mut setup: Setup,
        catalog: &'a Catalog,
        api: Option<&'a str>,
        found: &[FoundSecret],
    ) -> Self {
        let test_values = credentials::complete(collection, &mut setup);
        let secrets = credentials::private_keys(collection, &setup);
        let mask = credentials::mask(found, &setup);
        Self { collection, setup, catalog, api, secrets, test_values, mask }
    }

    /// Runs all requests, as saved and in all scenarios; `done` is told of each.
    ///
    /// # Errors
    ///
    /// When the script engine does not start, or the catalogue cannot be read.
    pub(crate) fn trials(
        &self,
        planned: &[PlannedRequest<'a>],
        done: &(dyn Fn(usize) + Sync),
    ) -> Result<Vec<Trial<'a>>, ValidateError> {
        self.all(planned, done, &|solo, request| {
            let mut trial = as_saved::trial(self, solo, request)?;
            if trial.status() == Status::Verified {
                edited::judge(self, solo, &mut trial)?;
            }
            Ok(trial)
        })
    }

    /// Runs all requests as saved; `done` is told of each.
    ///
    /// # Errors
    ///
    /// As [`trials`](Self::trials).
    pub(crate) fn as_saved(
        &self,
        planned: &[PlannedRequest<'a>],
        done: &(dyn Fn(usize) + Sync),
    ) -> Result<Vec<Trial<'a>>, ValidateError> {
        self.all(planned, done, &|solo, request| as_saved::trial(self, solo, request))
    }

    fn all(
        &self,
        planned: &[PlannedRequest<'a>],
        done: &(dyn Fn(usize) + Sync),
        run: &Runner<'a, '_>,
    ) -> Result<Vec<Trial<'a>>, ValidateError> {
        let parts = planned.par_chunks(REQUESTS_AN_ENGINE).map(|part| {
            let mut solo = Solo::new(self.collection, self.setup.clone());
            let trial = |request| {
                let trial = run(&mut solo, request);
                done(1);
                trial
            };
            part.iter().map(trial).collect::<Result<Vec<_>, _>>()
        });
        let parts: Vec<_> = parts.collect::<Result<_, ValidateError>>()?;
        let mut trials: Vec<_> = parts.into_iter().flatten().collect();
        in_order::improve(self, &mut trials)?;
        Ok(trials)
    }
}
