//! What a request gets for an answer; nothing here knows of sockets.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

use crate::catalog::{Api, Endpoint, Fields, Given, NoRoute, Param, ParamFault, Place, Route};
use crate::signing::{
    Credentials, KeyError, NoncePlace, Recipe, decode_key, form_fields, split_target,
};

use super::answer::{Answer, Event, Refused};
use super::authenticate::authenticate;
use super::welcome;
use super::wording::{Fault, Wording};
use crate::text::percent;

/// An exchange with one account.
pub struct Exchange {
    api: Api,
    credentials: Credentials,
    checks_params: bool,
    observer: Observer,
    last_nonce: Mutex<Option<u64>>,
}

type Observer = Box<dyn Fn(&Event) + Send + Sync>;

/// A request as it came in.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The method.
    pub method: &'a str,
    /// The whole address that the client asked for.
    pub url: &'a str,
    /// Path and query as sent.
    pub target: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body as sent.
    pub body: &'a [u8],
}

/// Why there can be no exchange.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// A recipe of the API cannot use the secret.
    #[error("the secret does not fit the recipe `{recipe}`")]
    Secret {
        /// The recipe.
        recipe: String,
        /// Why not.
        #[source]
        source: KeyError,
    },
    /// An endpoint names a recipe that the API does not have.
    #[error(
        "endpoint `{endpoint}` is signed by the recipe `{recipe}`, which the api does not have"
    )]
    UnknownRecipe {
        /// The endpoint.
        endpoint: String,
        /// The recipe.
        recipe: String,
    },
}

impl Exchange {
    /// An exchange that offers `api` to the holder of `credentials`.
    ///
    /// # Errors
    ///
    /// When the secret is no key for one of the API's recipes, or a recipe is missing.
    pub fn new(api: Api, credentials: Credentials) -> Result<Self, ExchangeError> {
        for (name, recipe) in &api.recipes {
            decode_key(&credentials.secret, recipe.key, recipe.key_bytes)
                .map_err(|source| ExchangeError::Secret { recipe: name.clone(), source })?;
        }
        for endpoint in api.endpoints() {
            if let Some(recipe) =
                endpoint.auth.as_ref().filter(|name| !api.recipes.contains_key(*name))
            {
                let (endpoint, recipe) = (endpoint.name.clone(), recipe.clone());
                return Err(ExchangeError::UnknownRecipe { endpoint, recipe });
            }
        }
        Ok(Self {
            api,
            credentials,
            checks_params: true,
            observer: Box::new(|_| {}),
            last_nonce: Mutex::new(None),
        })
    }

    /// The same, but with any params, or none: only key, nonce and signature are checked.
    #[must_use]
    pub fn without_param_checks(mut self) -> Self {
        self.checks_params = false;
        self
    }

    /// The same, and `observer` sees each request with what became of it.
    #[must_use]
    pub fn observed_by(mut self, observer: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        self.observer = Box::new(observer);
        self
    }

    /// The API on offer.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// Answers `request`.
    pub fn answer(&self, request: &Request<'_>) -> Answer {
        let (path, _) = split_target(request.target);
        let answer = if path == "/" && matches!(request.method, "GET" | "HEAD") {
            Answer::accepted("text/plain; charset=utf-8", &welcome::page(&self.api))
        } else {
            self.answer_at(request, path)
        };
        self.observed(request.method, path, answer)
    }

    /// Answers a request of which no body could be read.
    pub(super) fn answer_unread(
        &self,
        method: &str,
        target: &str,
        fault: Fault,
        hint: &str,
    ) -> Answer {
        let (path, _) = split_target(target);
        let wording = Wording::near(&self.api, path);
        self.observed(method, path, Answer::refused(wording, Refused::new(fault, hint)))
    }

    fn answer_at(&self, request: &Request<'_>, path: &str) -> Answer {
        let route = match self.api.route(request.method, path) {
            Ok(route) => route,
            Err(reason) => {
                return Answer::refused(Wording::near(&self.api, path), no_route(reason));
            }
        };
        match self.check(request, &route) {
            Ok(()) => {
                let response = &route.endpoint.response;
                let content_type = response.content_type.as_deref().unwrap_or("application/json");
                Answer::accepted(content_type, &response.example)
            }
            Err(refused) => Answer::refused(Wording::of(&self.api, route.endpoint), refused),
        }
    }

    fn check(&self, request: &Request<'_>, route: &Route<'_>) -> Result<(), Refused> {
        let recipe = self.recipe(route.endpoint);
        let nonce_place = recipe.and_then(|recipe| recipe.nonce.as_ref());
        let nonce_field = match nonce_place {
            Some(NoncePlace::Body(name)) => Some(name.as_str()),
            _ => None,
        };
        let format = Fields::format(request.header(CONTENT_TYPE.as_str()).as_deref(), request.body);
        if let Some(recipe) = recipe {
            // A body that cannot be read has no nonce, and that is what the exchange says of it.
            let format = match &format {
                Err(hint) if nonce_field.is_some() => {
                    return Err(Refused::new(Fault::NonceMissing, hint.as_str()));
                }
                format => format.clone().ok().flatten(),
            };
            let nonce = authenticate(recipe, &self.credentials, request, format)?;
            nonce.map_or(Ok(()), |nonce| self.use_up(nonce))?;
        }
        if !self.checks_params {
            return Ok(());
        }
        let malformed = |hint: String| Refused::new(Fault::Malformed, hint);
        let body =
            format.and_then(|format| Fields::read(format, request.body)).map_err(malformed)?;
        let query = split_target(request.target).1.unwrap_or_default();
        let query: Vec<_> = form_fields(query).collect();
        let headers = request.header_texts();
        let given =
            Given { path: &route.path_values, query: &query, headers: &headers, body: &body };
        self.check_params(route.endpoint, nonce_field, &given)
    }

    /// Checks every param but the nonce, which has been checked before. Others that were given are
    /// ignored, as Kraken does.
    fn check_params(
        &self,
        endpoint: &Endpoint,
        nonce_field: Option<&str>,
        given: &Given<'_>,
    ) -> Result<(), Refused> {
        for param in self.api.params_of(endpoint) {
            let place = endpoint.place(param);
            if place != Place::Body || nonce_field != Some(&param.name) {
                given.check(param, place).or_else(|fault| refuse(param, fault))?;
            }
        }
        Ok(())
    }

    fn recipe(&self, endpoint: &Endpoint) -> Option<&Recipe> {
        self.api.recipes.get(endpoint.auth.as_deref()?)
    }

    fn use_up(&self, nonce: u64) -> Result<(), Refused> {
        let mut last = self.last_nonce.lock().unwrap_or_else(PoisonError::into_inner);
        match *last {
            Some(last) if nonce <= last => {
                let fault = if nonce == last { Fault::NonceRepeated } else { Fault::NonceTooLow };
                let hint = format!("the nonce is `{nonce}`, expected more than the last, `{last}`");
                Err(Refused::new(fault, hint))
            }
            _ => {
                *last = Some(nonce);
                Ok(())
            }
        }
    }

    fn observed(&self, method: &str, path: &str, mut answer: Answer) -> Answer {
        answer.event.method = self.without_secret(method);
        answer.event.path = self.without_secret(path);
        for hint in &mut answer.event.hints {
            *hint = self.without_secret(hint);
        }
        (self.observer)(&answer.event);
        answer
    }

    /// People do paste a secret into the wrong field.
    fn without_secret(&self, text: &str) -> String {
        let secret = self.credentials.secret.expose();
        text.replace(secret, "***").replace(&percent::everything(secret), "***")
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("api", &self.api.name)
            .field("checks_params", &self.checks_params)
            .finish_non_exhaustive()
    }
}

impl Request<'_> {
    /// The first header of that name; bytes that are no UTF-8 become replacement characters.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let value = self.headers.get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    }

    /// All headers, in the same way.
    fn header_texts(&self) -> Vec<(String, String)> {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        let headers = self.headers.iter();
        headers.map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect()
    }
}

fn refuse(param: &Param, fault: ParamFault) -> Result<(), Refused> {
    let name = &param.name;
    Err(match fault {
        ParamFault::UnknownProperty(_) => return Ok(()),
        ParamFault::Missing => {
            let hint = format!("the required param `{name}` is missing");
            Refused::new(Fault::ParamMissing(name.clone()), hint)
        }
        ParamFault::Value(refusal) => {
            let hint = format!("the param `{name}`: {refusal}");
            Refused::new(Fault::ParamWrong(name.clone()), hint)
        }
    })
}

fn no_route(reason: NoRoute) -> Refused {
    match reason {
        NoRoute::UnknownPath => Refused::new(Fault::UnknownEndpoint, "no endpoint has this path"),
        NoRoute::WrongMethod(methods) => {
            let allowed =
                methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ");
            let hint = format!("the path takes {allowed}");
            Refused::new(Fault::WrongMethod(allowed), hint)
        }
    }
}
