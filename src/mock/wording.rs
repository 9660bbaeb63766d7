//! How APIs word what is wrong with a request.

use serde_json::Value;

use crate::catalog::{Api, Endpoint, ErrorReplies};

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

/// The words of one kind of replies.
#[derive(Debug)]
pub(super) struct Wording {
    replies: ErrorReplies,
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
    replies: ErrorReplies::Envelope,
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
/// The documentation shows no such reply, so the codes, which are those of the other endpoints, and
/// their statuses are this server's choice.
static STATUS: Wording = Wording {
    replies: ErrorReplies::Status,
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
    replies: ErrorReplies::Result,
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
    /// The words that `endpoint` uses.
    pub(super) fn of(api: &Api, endpoint: &Endpoint) -> &'static Self {
        match api.error_replies(endpoint) {
            ErrorReplies::Envelope => &ENVELOPE,
            ErrorReplies::Status => &STATUS,
            ErrorReplies::Result => &RESULT,
        }
    }

    /// The words of the endpoint with the path nearest to `path`.
    pub(super) fn near(api: &Api, path: &str) -> &'static Self {
        api.nearest_to(path).map_or(&STATUS, |endpoint| Self::of(api, endpoint))
    }

    /// The HTTP status, the code and the body that tell of `fault`.
    pub(super) fn reply(&self, fault: &Fault) -> (u16, String, Value) {
        let (status, code) = self.line(fault);
        let name = match fault {
            Fault::ParamMissing(name) | Fault::ParamWrong(name) => name.as_str(),
            _ => "",
        };
        let code = code.replace("{}", name);
        let body = self.replies.body(&code);
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
        assert_eq!(body, serde_json::json!({ "error": ["EGeneral:Invalid arguments:ordertype"] }));
    }
}
