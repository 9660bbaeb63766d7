//! Requests as the api that they call reads them.

mod spot;

use crate::catalog::{
    Api, Catalog, Endpoint, Fields, Given, Method, NoRoute, Param, ParamFault, Place,
};
use crate::countersign::Status;
use crate::countersign::trial::Trial;
use crate::runtime::Outgoing;
use crate::signing::{NoncePlace, form_fields};
pub(super) use spot::{Spot, is_off};

/// A request as an api reads it: names and values decoded.
#[derive(Debug)]
pub(super) struct ApiRequest<'a> {
    /// The run that sends it.
    pub(super) trial: &'a Trial<'a>,
    /// What goes out.
    pub(super) outgoing: &'a Outgoing,
    /// The api.
    pub(super) api: &'a Api,
    /// What it asks for.
    pub(super) target: Target<'a>,
    /// The fields of the query.
    pub(super) query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    /// The fields of the body; none if it is neither a form nor a JSON object.
    pub(super) body: Option<Fields>,
}

/// What a request asks an api for.
#[derive(Debug)]
pub(super) enum Target<'a> {
    /// An endpoint, with the values of its path params.
    Endpoint(&'a Endpoint, Vec<(&'a str, String)>),
    /// A path whose endpoints take other methods.
    WrongMethod(Vec<Method>),
    /// A path that no endpoint has.
    UnknownPath,
}

/// The requests that are for an api.
pub(super) fn api_requests<'a>(
    trials: &'a [Trial<'a>],
    catalog: &'a Catalog,
) -> Vec<ApiRequest<'a>> {
    trials.iter().filter_map(|trial| api_request(trial, catalog)).collect()
}

fn api_request<'a>(trial: &'a Trial<'a>, catalog: &'a Catalog) -> Option<ApiRequest<'a>> {
    let outgoing = trial.ran.outgoing.as_ref().ok()?;
    let api = match trial.covered {
        Some(covered) => covered.api,
        None => api_of_host(catalog, &outgoing.url.host)?,
    };
    let headers = outgoing.headers.iter();
    let content_type = outgoing.header("content-type");
    let body = Fields::format(content_type, &outgoing.body)
        .and_then(|format| Fields::read(format, &outgoing.body));
    Some(ApiRequest {
        trial,
        outgoing,
        api,
        target: target(trial, api, outgoing),
        query: form_fields(outgoing.url.query.as_deref().unwrap_or_default()).collect(),
        headers: headers
            .map(|header| (header.name.clone(), header.value.as_str().to_owned()))
            .collect(),
        body: body.ok(),
    })
}

/// The api whose own host it is.
fn api_of_host<'a>(catalog: &'a Catalog, host: &str) -> Option<&'a Api> {
    let mut apis = catalog.apis().into_iter().flatten();
    apis.find(|api| api.host() == host)
}

fn target<'a>(trial: &Trial<'a>, api: &'a Api, outgoing: &Outgoing) -> Target<'a> {
    let path = outgoing.url.path.as_str();
    if let Some(endpoint) = trial.covered.and_then(|covered| covered.endpoint) {
        return Target::Endpoint(endpoint, endpoint.path_values(path).unwrap_or_default());
    }
    match api.route(&outgoing.method, path) {
        Ok(route) => Target::Endpoint(route.endpoint, route.path_values),
        Err(NoRoute::WrongMethod(methods)) => Target::WrongMethod(methods),
        Err(NoRoute::UnknownPath) => Target::UnknownPath,
    }
}

/// A param of an endpoint, and what is wrong with it.
pub(super) struct WrongParam<'a> {
    pub(super) param: &'a Param,
    pub(super) place: Place,
    pub(super) fault: ParamFault,
}

impl<'a> ApiRequest<'a> {
    /// The endpoint that it asks for.
    pub(super) fn endpoint(&self) -> Option<&'a Endpoint> {
        match self.target {
            Target::Endpoint(endpoint, _) => Some(endpoint),
            _ => None,
        }
    }

    /// What is wrong with the params that the endpoint takes. What the recipe puts in, such as the
    /// nonce, and a body that cannot be read are matters of the signature.
    pub(super) fn wrong_params(&self) -> Vec<WrongParam<'a>> {
        let Target::Endpoint(endpoint, path) = &self.target else { return Vec::new() };
        let none = Fields::None;
        let given = Given {
            path,
            query: &self.query,
            headers: &self.headers,
            body: self.body.as_ref().unwrap_or(&none),
        };
        let params = self.api.params_of(endpoint).filter(|param| !self.is_of_recipe(&param.name));
        let wrong = params.filter_map(|param| {
            let place = endpoint.place(param);
            let is_read = place != Place::Body || self.body.is_some();
            let fault = given.check(param, place).err().filter(|_| is_read)?;
            Some(WrongParam { param, place, fault })
        });
        wrong.collect()
    }

    /// Whether the recipe looks for a field of that name.
    pub(super) fn is_of_recipe(&self, name: &str) -> bool {
        let recipe = self.trial.covered.and_then(|covered| covered.recipe);
        let places = recipe.map(|(_, recipe)| [recipe.nonce.as_ref(), recipe.timestamp.as_ref()]);
        places.into_iter().flatten().flatten().any(|place| match place {
            NoncePlace::Header(own) => own.eq_ignore_ascii_case(name),
            NoncePlace::Query(own) | NoncePlace::Body(own) => own == name,
        })
    }

    /// The text that is sent for a param; none if it is not sent as one text.
    pub(super) fn sent_text(&self, param: &Param, place: Place) -> Option<String> {
        let last = |fields: &[(String, String)]| {
            let named = fields.iter().rfind(|(name, _)| param.is_named(name));
            named.map(|(_, value)| value.clone())
        };
        match (place, &self.body) {
            (Place::Path, _) => {
                let Target::Endpoint(_, values) = &self.target else { return None };
                let named = values.iter().find(|(name, _)| *name == param.name);
                named.map(|(_, value)| value.clone())
            }
            (Place::Query, _) => last(&self.query),
            (Place::Header, _) => self.outgoing.header(&param.name).map(str::to_owned),
            (Place::Body, Some(Fields::Form(fields))) => last(fields),
            (Place::Body, Some(Fields::Json(members))) => {
                members.get(&param.name).map(|value| match value {
                    serde_json::Value::String(text) => text.clone(),
                    other => other.to_string(),
                })
            }
            (Place::Body, _) => None,
        }
    }

    /// Whether an edit of the request's params cannot make its signature wrong: it has none, or the
    /// script reads what it signs.
    pub(super) fn may_be_edited(&self) -> bool {
        matches!(self.trial.status(), Status::NotApplicable | Status::Unsigned)
            || self.trial.reads_request()
    }
}
