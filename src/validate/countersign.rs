//! Signing again what a collection's script has signed, over the bytes that go out.

use super::causes::{self, Evidence, Explanation, Key, Mismatch, explain};
use super::written::AsWritten;
use crate::catalog::{Api, Catalog, CatalogError, Endpoint};
use crate::runtime::sandbox::crypto::TracedCall;
use crate::runtime::{Outgoing, Ran};
use crate::signing::{
    self, BodyFormat, Credentials, KeyError, NoncePlace, Recipe, Step, decode_key, form_fields,
    nonces_in_body, sign_with_key,
};

/// What came of countersigning a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The request carries the signature that the recipe gives.
    Verified,
    /// It carries another.
    Mismatched,
    /// It should carry one and does not.
    Unsigned,
    /// Nothing has to be signed.
    NotApplicable,
}

impl Status {
    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Mismatched => "mismatched",
            Self::Unsigned => "unsigned",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// A countersigned request.
#[derive(Debug, Clone)]
pub struct Countersigned {
    /// The api's name.
    pub api: String,
    /// The endpoint's name; none if the path is one that the catalogue does not know.
    pub endpoint: Option<String>,
    /// The name of the recipe.
    pub recipe: String,
    /// What came of it.
    pub status: Status,
    /// What led to the expected signature; the key is masked.
    pub steps: Vec<Step>,
    /// The signature that the recipe gives; none if the request lacks what it needs.
    pub expected: Option<String>,
    /// The signature that the request carries.
    pub found: Option<String>,
    /// The mistake behind a mismatch.
    pub explanation: Option<Explanation>,
    /// Why there is no expected signature, or what else is worth knowing.
    pub note: Option<String>,
}

/// Where a request belongs: an api, an endpoint if the path is known, and the recipe that signs it.
#[derive(Debug, Clone, Copy)]
pub struct Covered<'a> {
    /// The api.
    pub api: &'a Api,
    /// The endpoint.
    pub endpoint: Option<&'a Endpoint>,
    /// The recipe's name; none if the endpoint is public.
    pub recipe: Option<(&'a str, &'a Recipe)>,
}

/// The api and recipe that a request belongs to, by method and path; none if no api covers it.
///
/// Without `api`, the host has to be the api's own, this machine, or a variable that is not set.
///
/// # Errors
///
/// When an api of the catalogue cannot be read.
pub fn covered<'a>(
    catalog: &'a Catalog,
    api: Option<&str>,
    outgoing: &Outgoing,
) -> Result<Option<Covered<'a>>, CatalogError> {
    if let Some(name) = api {
        return Ok(covered_by(catalog.api(name)?, outgoing));
    }
    for api in catalog.apis()? {
        if is_host_of(api, outgoing)
            && let Some(covered) = covered_by(api, outgoing)
        {
            return Ok(Some(covered));
        }
    }
    Ok(None)
}

fn is_host_of(api: &Api, outgoing: &Outgoing) -> bool {
    let host = outgoing.url.host.as_str();
    let own = api.base_url.split_once("://").map_or(api.base_url.as_str(), |(_, host)| host);
    let is_here = host == "localhost" || host == "[::1]" || host.starts_with("127.");
    host == own || is_here || host.contains("{{") || host.contains("%7b%7b")
}

fn covered_by<'a>(api: &'a Api, outgoing: &Outgoing) -> Option<Covered<'a>> {
    let path = outgoing.url.path.as_str();
    let recipe_of = |endpoint: &'a Endpoint| {
        let name = endpoint.auth.as_deref()?;
        Some((name, api.recipes.get(name)?))
    };
    if let Ok(route) = api.route(&outgoing.method, path) {
        let endpoint = route.endpoint;
        return Some(Covered { api, endpoint: Some(endpoint), recipe: recipe_of(endpoint) });
    }
    // A path that the catalogue does not know is signed as its neighbours are.
    let near = api.endpoints().map(|endpoint| (shared_segments(&endpoint.path, path), endpoint));
    let (shared, endpoint) = near.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (shared >= 3).then(|| Covered { api, endpoint: None, recipe: recipe_of(endpoint) })
}

/// How many segments two paths begin with, the empty one before the first slash counted.
fn shared_segments(one: &str, other: &str) -> usize {
    one.split('/').zip(other.split('/')).take_while(|(one, other)| one == other).count()
}

/// Signs `ran` again, and compares.
///
/// The key is the one that the script used, if the record of its hashes shows it; else that of
/// `credentials`.
pub fn countersign(
    covered: &Covered<'_>,
    ran: &Ran<'_>,
    outgoing: &Outgoing,
    credentials: &Credentials,
) -> Countersigned {
    let mut result = Countersigned {
        api: covered.api.name.clone(),
        endpoint: covered.endpoint.map(|endpoint| endpoint.name.clone()),
        recipe: String::new(),
        status: Status::NotApplicable,
        steps: Vec::new(),
        expected: None,
        found: None,
        explanation: None,
        note: None,
    };
    let Some((name, recipe)) = covered.recipe else { return result };
    name.clone_into(&mut result.recipe);
    result.found = found(recipe, outgoing);
    let key = key(recipe, ran, result.found.as_deref(), credentials);
    let message = Message::of(recipe, outgoing);
    let signed = match (&key, &message) {
        (Ok(key), Ok(message)) => message.signed(recipe, key, credentials),
        (Err(error), _) => Err(error.to_string()),
        (_, Err(error)) => Err(error.clone()),
    };
    match signed {
        Ok(signed) => {
            result.expected = Some(signed.signature);
            result.steps = signed.steps;
        }
        Err(note) => result.note = Some(note),
    }
    result.status = match (&result.found, &result.expected) {
        (None, _) => Status::Unsigned,
        (Some(found), Some(expected)) if found == expected => Status::Verified,
        _ => Status::Mismatched,
    };
    if let (Status::Mismatched, Some(found), Ok(message)) = (result.status, &result.found, &message)
    {
        result.explanation = explanation(covered, recipe, ran, message, found, credentials);
    }
    result
}

/// The mistake that gives the signature that was found.
fn explanation(
    covered: &Covered<'_>,
    recipe: &Recipe,
    ran: &Ran<'_>,
    message: &Message<'_>,
    found: &str,
    credentials: &Credentials,
) -> Option<Explanation> {
    let calls = ran.scripts.iter().flat_map(|script| &script.outcome.crypto);
    let calls: Vec<_> = calls.map(known_call).collect();
    let written = AsWritten::of(&ran.request, recipe);
    let fields = written.fields();
    let paths = covered.api.endpoints().map(|endpoint| endpoint.path.as_str());
    let other_paths: Vec<_> = paths.filter(|path| *path != message.path()).collect();
    explain(&Mismatch {
        recipe,
        api_key: &credentials.api_key,
        key: Key::Text(&credentials.secret),
        outgoing: &message.outgoing(),
        signature: found,
        evidence: Evidence {
            calls: &calls,
            written: written.written(&fields),
            other_paths: &other_paths,
            ..Evidence::default()
        },
    })
}

fn known_call(call: &TracedCall) -> causes::TracedCall {
    causes::TracedCall {
        algorithm: call.algorithm.name(),
        key: call.key.clone(),
        input: call.input.clone(),
        output: call.output.clone(),
    }
}

/// The signature that the request carries; a variable that nothing resolved is none.
fn found(recipe: &Recipe, outgoing: &Outgoing) -> Option<String> {
    let value = outgoing.header(&recipe.signature.header)?.trim();
    let is_variable = value.starts_with("{{") && value.ends_with("}}");
    (!value.is_empty() && !is_variable).then(|| value.to_owned())
}

/// An outgoing request with the texts that its signature covers.
struct Message<'a> {
    outgoing: &'a Outgoing,
    url: String,
    path_and_query: String,
    nonce: Option<String>,
    timestamp: Option<String>,
}

impl<'a> Message<'a> {
    fn of(recipe: &Recipe, outgoing: &'a Outgoing) -> Result<Self, String> {
        Ok(Self {
            outgoing,
            url: outgoing.url.to_string(),
            path_and_query: outgoing.url.path_and_query(),
            nonce: value_at(recipe.nonce.as_ref(), outgoing)?,
            timestamp: value_at(recipe.timestamp.as_ref(), outgoing)?,
        })
    }

    fn path(&self) -> &str {
        signing::split_target(&self.path_and_query).0
    }

    fn outgoing(&self) -> signing::Outgoing<'_> {
        let (path, query) = signing::split_target(&self.path_and_query);
        signing::Outgoing {
            method: &self.outgoing.method,
            url: &self.url,
            path,
            query,
            body: &self.outgoing.body,
            nonce: self.nonce.as_deref(),
            timestamp: self.timestamp.as_deref(),
        }
    }

    fn signed(
        &self,
        recipe: &Recipe,
        key: &[u8],
        credentials: &Credentials,
    ) -> Result<signing::Signed, String> {
        let signed = sign_with_key(recipe, key, &credentials.api_key, &self.outgoing());
        signed.map_err(|error| error.to_string())
    }
}

/// The last value at a place, as it is sent.
fn value_at(place: Option<&NoncePlace>, outgoing: &Outgoing) -> Result<Option<String>, String> {
    Ok(match place {
        None => None,
        Some(NoncePlace::Header(name)) => outgoing.header(name).map(str::to_owned),
        Some(NoncePlace::Query(name)) => {
            let query = outgoing.url.query.as_deref().unwrap_or_default();
            form_fields(query).filter(|field| field.0 == *name).last().map(|field| field.1)
        }
        Some(NoncePlace::Body(name)) => {
            let kind = outgoing.header("content-type").and_then(BodyFormat::of_content_type);
            let format = kind.unwrap_or_else(|| BodyFormat::guess(&outgoing.body));
            let nonces = nonces_in_body(&outgoing.body, format, name);
            nonces.map_err(|error| error.to_string())?.pop()
        }
    })
}

/// The key that made the signature, if a traced call shows it; else that of the credentials.
fn key(
    recipe: &Recipe,
    ran: &Ran<'_>,
    found: Option<&str>,
    credentials: &Credentials,
) -> Result<Vec<u8>, KeyError> {
    let calls = ran.scripts.iter().flat_map(|script| &script.outcome.crypto);
    let maker = found.and_then(|found| calls.into_iter().find(|call| gives(call, recipe, found)));
    match maker.and_then(|call| call.key.clone()) {
        Some(key) => Ok(key),
        None => decode_key(&credentials.secret, recipe.key, recipe.key_bytes)
            .map(|key| key.as_slice().to_vec()),
    }
}

fn gives(call: &TracedCall, recipe: &Recipe, found: &str) -> bool {
    call.key.is_some() && recipe.signature.encoding.text(&call.output) == found
}
