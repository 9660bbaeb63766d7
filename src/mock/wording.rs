//! How APIs word what is wrong with a request.

use serde_json::{Value, json};

use crate::catalog::{Api, Endpoint};

/// What is wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// No endpoint has this path.
    UnknownEndpoint,
    /// The path is right, the method is not; those that would be right.
    WrongMethod(String),
    /// The public key is missing or another.
    Key,
    /// There is no nonce, or it is not a number.
    NonceMissing,
    /// The nonce is below the last one.
    NonceTooLow,
    /// The nonce is the last one.
    NonceRepeated,
    /// The signature is missing or another.
    Signature,
    /// A required param is missing.
    ParamMissing(String),
    /// A param has a value that it cannot have.
    ParamWrong(String),
    /// The body cannot be read as what it claims to be.
    Malformed,
    /// The body is larger than the server takes.
    TooLarge,
    /// The body did not arrive in time.
    TooSlow,
}

/// An HTTP status and the code in the reply; `{}` stands for the name of the param.
type Line = (u16, &'static str);

/// The words of one kind of API.
#[derive(Debug)]
pub(super) struct Wording {
    body: fn(code: &str) -> Value,
    unknown_endpoint: Line,
    wrong_method: Line,
    key: Line,
    nonce_missing: Line,
    nonce_too_low: Line,
    nonce_repeated: Line,
    signature: Line,
    param_missing: Line,
    param_wrong: Line,
    malformed: Line,
    too_large: Line,
    too_slow: Line,
}

/// Kraken Spot under `/0`: an envelope with a list of errors, HTTP 200 for whatever reached the API.
///
/// Source: docs.kraken.com, Spot REST guide, error page, 2026-05.
static ENVELOPE: Wording = Wording {
    body: |code| json!({ "error": [code] }),
    unknown_endpoint: (200, "EGeneral:Unknown method"),
    wrong_method: (405, "EGeneral:Unknown method"),
    key: (200, "EAPI:Invalid key"),
    nonce_missing: (200, "EAPI:Invalid nonce"),
    nonce_too_low: (200, "EAPI:Invalid nonce"),
    nonce_repeated: (200, "EAPI:Invalid nonce"),
    signature: (200, "EAPI:Invalid signature"),
    param_missing: (200, "EGeneral:Invalid arguments:{}"),
    param_wrong: (200, "EGeneral:Invalid arguments:{}"),
    malformed: (400, "EAPI:Bad request"),
    too_large: (413, "EAPI:Bad request"),
    too_slow: (408, "EAPI:Bad request"),
};

/// Kraken's Funding (Beta) and Affiliate: plain objects, and HTTP status codes for errors.
///
/// The documentation says that errors are typed objects but shows none, so `type` and the codes,
/// which are those of the other endpoints, are this server's choice.
static PLAIN: Wording = Wording {
    body: |code| json!({ "type": code }),
    unknown_endpoint: (404, "EGeneral:Unknown method"),
    wrong_method: (405, "EGeneral:Unknown method"),
    key: (401, "EAPI:Invalid key"),
    nonce_missing: (401, "EAPI:Invalid nonce"),
    nonce_too_low: (401, "EAPI:Invalid nonce"),
    nonce_repeated: (401, "EAPI:Invalid nonce"),
    signature: (401, "EAPI:Invalid signature"),
    param_missing: (400, "EGeneral:Invalid arguments:{}"),
    param_wrong: (400, "EGeneral:Invalid arguments:{}"),
    malformed: (400, "EAPI:Bad request"),
    too_large: (413, "EAPI:Bad request"),
    too_slow: (408, "EAPI:Bad request"),
};

/// Kraken Futures v3: `result` says `error`, HTTP 200 for whatever reached the API.
///
/// Source: docs.kraken.com, Futures REST reference, error codes, 2026-06.
static RESULT: Wording = Wording {
    body: |code| json!({ "result": "error", "error": code, "serverTime": "2026-06-09T12:00:00.000Z" }),
    unknown_endpoint: (404, "notFound"),
    wrong_method: (405, "notFound"),
    key: (200, "authenticationError"),
    nonce_missing: (200, "authenticationError"),
    nonce_too_low: (200, "nonceBelowThreshold"),
    nonce_repeated: (200, "nonceDuplicate"),
    signature: (200, "authenticationError"),
    param_missing: (200, "requiredArgumentMissing"),
    param_wrong: (200, "invalidArgument: {}"),
    malformed: (200, "Json Parse Error"),
    too_large: (413, "unknownError"),
    too_slow: (408, "unknownError"),
};

impl Wording {
    /// The words that an endpoint uses, told by the form of its documented reply; where that is no
    /// JSON, those of the endpoint with the nearest path.
    pub(super) fn of(api: &Api, endpoint: &Endpoint) -> &'static Self {
        Self::told_by(endpoint).unwrap_or_else(|| Self::near(api, &endpoint.path))
    }

    /// The words that the endpoint with the path nearest to `path` uses.
    pub(super) fn near(api: &Api, path: &str) -> &'static Self {
        let told = api.endpoints().filter_map(|endpoint| {
            Some((shared_segments(&endpoint.path, path), Self::told_by(endpoint)?))
        });
        // The first of the nearest, where `max_by_key` would give the last.
        told.reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map_or(&PLAIN, |(_, wording)| wording)
    }

    fn told_by(endpoint: &Endpoint) -> Option<&'static Self> {
        let Value::Object(example) = serde_json::from_str(&endpoint.response.example).ok()? else {
            return Some(&PLAIN);
        };
        let has = |key: &str| example.get(key);
        Some(match (has("error"), has("result"), has("serverTime")) {
            (Some(Value::Array(_)), _, _) => &ENVELOPE,
            (_, Some(Value::String(_)), Some(_)) => &RESULT,
            _ => &PLAIN,
        })
    }

    /// The HTTP status, the code and the body that tell of `fault`.
    pub(super) fn reply(&self, fault: &Fault) -> (u16, String, Value) {
        let (status, code) = self.line(fault);
        let name = match fault {
            Fault::ParamMissing(name) | Fault::ParamWrong(name) => name.as_str(),
            _ => "",
        };
        let code = code.replace("{}", name);
        let body = (self.body)(&code);
        (status, code, body)
    }

    fn line(&self, fault: &Fault) -> Line {
        match fault {
            Fault::UnknownEndpoint => self.unknown_endpoint,
            Fault::WrongMethod(_) => self.wrong_method,
            Fault::Key => self.key,
            Fault::NonceMissing => self.nonce_missing,
            Fault::NonceTooLow => self.nonce_too_low,
            Fault::NonceRepeated => self.nonce_repeated,
            Fault::Signature => self.signature,
            Fault::ParamMissing(_) => self.param_missing,
            Fault::ParamWrong(_) => self.param_wrong,
            Fault::Malformed => self.malformed,
            Fault::TooLarge => self.too_large,
            Fault::TooSlow => self.too_slow,
        }
    }
}

fn shared_segments(one: &str, other: &str) -> usize {
    one.split('/').zip(other.split('/')).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    #[test]
    fn kraken_spot_words_errors_by_path() {
        let catalog = Catalog::embedded();
        let api = catalog.api("kraken-spot").expect("it is embedded");
        for endpoint in api.endpoints() {
            let status = Wording::of(api, endpoint).reply(&Fault::Signature).0;
            let expected = if endpoint.path.starts_with("/0/") { 200 } else { 401 };
            assert_eq!(status, expected, "{}", endpoint.path);
        }
        let unknown = |path| Wording::near(api, path).reply(&Fault::UnknownEndpoint).0;
        assert_eq!(unknown("/0/private/Nothing"), 200);
        assert_eq!(unknown("/funding/v9"), 404);
        assert_eq!(unknown("/"), 200);
    }

    #[test]
    fn names_the_param() {
        let (_, code, body) = ENVELOPE.reply(&Fault::ParamWrong("ordertype".into()));
        assert_eq!(code, "EGeneral:Invalid arguments:ordertype");
        assert_eq!(body, json!({ "error": ["EGeneral:Invalid arguments:ordertype"] }));
    }
}
