//! Ways to sign, right and wrong, each with the verdict that it has to get.

mod mistakes;
mod styles;

use countersign::catalog::Catalog;
use countersign::countersign::Status;
use countersign::findings::Diagnostic;
use countersign::runtime::Setup;
use countersign::source::Document;
use countersign::validate::{FileOutcome, Input, Options, Profile, validate};
use countersign::world::Engine;
use serde_json::{Value, json};

use crate::support::fixture;

/// A private key of nobody's.
const SECRET: &str =
    "i2Q8v3M3caomuDA+kvOPL8DvrFtBGlGTGjNm6YzNQlazWDT+/9Mcu/rZL9IleU9/Su7nbSluTz401gzy1STqpg==";

/// A collection of one signed request, and how it is signed.
#[derive(Debug, Clone)]
struct Signed {
    script: String,
    request: Value,
    collection: Value,
    environment: Value,
}

impl Signed {
    /// An order as a form, signed by a script that reads the request.
    fn form() -> Self {
        Self::new("form.js", order())
    }

    /// The same order, signed by a script that has its text written out.
    fn form_literal() -> Self {
        Self::new("form-literal.js", order())
    }

    /// Orders as JSON, signed by a script that reads the request.
    fn json() -> Self {
        Self::new("json.js", orders())
    }

    /// The same orders, signed by a script that has its text written out.
    fn json_literal() -> Self {
        Self::new("json-literal.js", orders())
    }

    fn new(script: &str, request: Value) -> Self {
        let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
        Self {
            script: fixture(&format!("signing/{script}")),
            request,
            collection: json!({"info": {"name": "Signed", "schema": schema}}),
            environment: Value::Null,
        }
    }

    /// The same with a piece of the script replaced.
    #[track_caller]
    fn with(mut self, piece: &str, other: &str) -> Self {
        assert!(self.script.contains(piece), "the script has no `{piece}`");
        self.script = self.script.replace(piece, other);
        self
    }

    /// The same with another script.
    fn signed_by(mut self, script: &str) -> Self {
        script.clone_into(&mut self.script);
        self
    }

    /// The same with the request edited.
    fn edited(mut self, edit: impl FnOnce(&mut Value)) -> Self {
        edit(&mut self.request);
        self
    }

    /// The same with a row of the form that has this value.
    fn with_row(self, key: &str, value: &str) -> Self {
        self.edited(|request| {
            let rows = request["body"]["urlencoded"].as_array_mut().expect("there is a form");
            rows.retain(|row| row["key"] != key);
            rows.push(json!({"key": key, "value": value}));
        })
    }

    /// The same with a variable in the environment.
    fn with_variable(mut self, key: &str, value: &str) -> Self {
        let mut values = self.environment["values"].as_array().cloned().unwrap_or_default();
        values.push(json!({"key": key, "value": value}));
        self.environment = json!({ "values": values });
        self
    }

    /// The collection with the script on the request.
    fn whole(&self) -> Value {
        let mut collection = self.collection.clone();
        let script = json!({"exec": self.script.lines().collect::<Vec<_>>()});
        let mut item = json!({"name": "order", "request": self.request});
        if !self.script.is_empty() {
            item["event"] = json!([{"listen": "prerequest", "script": script}]);
        }
        collection["item"] = json!([item]);
        collection
    }

    /// What is found out about it.
    fn checked(&self) -> Checked {
        checked(&self.whole(), &self.environment)
    }
}

/// What is found out about a collection of one request.
#[derive(Debug)]
struct Checked {
    file: FileOutcome,
}

fn checked(collection: &Value, environment: &Value) -> Checked {
    let text = format!("{collection:#}");
    let document = Document::read(text.as_bytes()).expect("it is JSON");
    let mut setup = Setup::new(Engine::Postman, 1_767_225_600_000);
    setup.environment = environment.clone();
    let profile = Profile::new(Catalog::embedded(), setup);
    let input = Input::new("signed.json", document, &profile);
    let mut outcome = validate(vec![input], &Options::default()).expect("it runs");
    Checked { file: outcome.files.remove(0) }
}

impl Checked {
    fn status(&self) -> Status {
        self.file.requests[0].signature.status
    }

    /// The findings about signatures and failing scripts.
    fn signing(&self) -> Vec<&Diagnostic> {
        let rules = [
            "signature-mismatch",
            "signature-missing",
            "signature-fragile",
            "nonce-not-growing",
            "script-error",
            "script-syntax",
            "script-limit",
            "schema",
        ];
        let found = self.file.diagnostics.iter();
        found.filter(|found| rules.contains(&found.rule.as_str())).collect()
    }

    /// The findings about signatures, a line each.
    fn shown(&self) -> String {
        let lines = self.signing().into_iter().map(|found| {
            let cause = found.cause.unwrap_or("no cause");
            format!("{} {cause}: {}\n", found.rule, found.message)
        });
        lines.collect()
    }
}

fn order() -> Value {
    request(
        "AddOrder",
        json!({"mode": "urlencoded", "urlencoded": [
            {"key": "nonce", "value": "{{api_nonce}}"},
            {"key": "ordertype", "value": "limit"},
            {"key": "type", "value": "buy"},
            {"key": "volume", "value": "1.25"},
            {"key": "pair", "value": "XBT/USD"},
            {"key": "price", "value": "37500"},
            {"key": "leverage", "value": "5", "disabled": true},
        ]}),
    )
}

fn orders() -> Value {
    let raw = "{\n  \"nonce\": \"{{api_nonce}}\",\n  \"orders\": [{\"ordertype\": \"limit\", \"type\": \"buy\", \
               \"volume\": \"1.2\", \"price\": \"40000\"}],\n  \"pair\": \"BTC/USD\"\n}";
    request(
        "AddOrderBatch",
        json!({"mode": "raw", "raw": raw, "options": {"raw": {"language": "json"}}}),
    )
}

#[expect(clippy::needless_pass_by_value, reason = "callers make the body for it")]
fn request(endpoint: &str, body: Value) -> Value {
    json!({
        "method": "POST",
        "header": [{"key": "API-Key", "value": "{{api_key}}"}, {"key": "API-Sign", "value": "{{api_signature}}"}],
        "url": {"protocol": "https", "host": ["api", "kraken", "com"], "path": ["0", "private", endpoint]},
        "body": body,
    })
}
