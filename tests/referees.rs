//! Newman and the Postman CLI send generated collections to the mock, as written and after edits.
//!
//! The two bring both script sandboxes that people have: Newman the older one, the CLI the current.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use countersign::mock::Limits;

use crate::mock::client::{KEY, Mock, SECRET, exchange};
use crate::support::program::{Finish as _, Outcome, countersign};
use crate::support::{edits, referees};

/// A generated collection on its way to the mock.
struct Run {
    folder: TempDir,
    collection: Value,
    mock: Mock,
}

impl Run {
    /// A collection of all endpoints. The mock looks at params only if `check_params`.
    fn new(script: &str, check_params: bool) -> Self {
        Self::with(&["--script", script], check_params)
    }

    fn with(args: &[&str], check_params: bool) -> Self {
        let folder = tempfile::tempdir().expect("there is room");
        let mut generate = countersign();
        generate.arg("generate").args(args).arg("--out").arg(folder.path());
        generate.finished().succeeded();
        let path = folder.path().join("kraken-spot.postman_collection.json");
        let text = fs::read_to_string(path).expect("it was written");
        let exchange = if check_params { exchange() } else { exchange().without_param_checks() };
        let mut collection: Value = serde_json::from_str(&text).expect("it is JSON");
        if !args.contains(&"classic") {
            watch_for_leftovers(&mut collection);
        }
        Self { folder, collection, mock: Mock::start(exchange, Limits::default()) }
    }

    fn edited(mut self, mut edit: impl FnMut(&mut Value)) -> Self {
        edits::each_request(&mut self.collection, &mut edit);
        self
    }

    /// The literal host and the credentials in scripts of the classic form, replaced as its user would.
    fn made_out_to_the_mock(mut self) -> Self {
        let address = self.mock.address();
        let text = self.collection.to_string();
        let text = text.replace("API PUBLIC KEY", KEY).replace("API PRIVATE KEY", SECRET);
        self.collection = serde_json::from_str(&text).expect("it is still JSON");
        self.edited(|request| {
            request["url"]["protocol"] = "http".into();
            request["url"]["host"] = json!(["127", "0", "0", "1"]);
            request["url"]["port"] = address.port().to_string().into();
        })
    }

    fn write(&self, name: &str, value: &Value) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, value.to_string()).expect("it can be written");
        path.to_string_lossy().into_owned()
    }

    fn files(&self) -> (String, String) {
        let variable = |key: &str, value: &str| json!({"key": key, "value": value, "type": "secret", "enabled": true});
        let base_url = format!("http://{}", self.mock.address());
        let values = [
            variable("base_url", &base_url),
            variable("api_key", KEY),
            variable("api_secret", SECRET),
        ];
        let environment = json!({"id": "e", "name": "mock", "values": values});
        (self.write("edited.json", &self.collection), self.write("environment.json", &environment))
    }

    /// Sends everything with Newman; each request must be accepted, each test pass, nothing be said.
    fn newman(&self) {
        let (collection, environment) = self.files();
        let report = self.folder.path().join("newman.json");
        let mut newman = referees::program("newman");
        newman.args(["run", &collection, "-e", &environment, "-r", "cli,json"]);
        newman.arg("--reporter-json-export").arg(&report);
        let finished = newman.finished();
        self.all_accepted(&finished.stdout);
        self.all_quiet(&finished.succeeded());
        all_green(&report, edits::count(&self.collection));
    }

    /// The same with the Postman CLI.
    fn postman(&self) {
        let (collection, environment) = self.files();
        let report = self.folder.path().join("postman.json");
        let mut postman = referees::program("postman");
        postman.args(["collection", "run", &collection, "-e", &environment, "-r", "cli,json"]);
        postman
            .args(["--reporter-json-structure", "newman", "--reporter-json-export"])
            .arg(&report);
        // It keeps settings in the home folder; a new one has none.
        let finished = postman.env("HOME", self.folder.path()).finished();
        self.all_accepted(&finished.stdout);
        self.all_quiet(&finished.succeeded());
        all_green(&report, edits::count(&self.collection));
    }

    /// Nothing on standard error, and no script had anything to say or be warned of.
    #[track_caller]
    fn all_quiet(&self, finished: &Outcome) {
        assert_eq!(finished.stderr, "");
        // Both programs frame what scripts log, and quote each line.
        let framed = |line: &&str| {
            let line = line.trim_start().trim_start_matches(['│', '|']);
            [" '", " `", " \""].iter().any(|quote| line.starts_with(quote))
        };
        let logged: Vec<_> = finished.stdout.lines().filter(framed).collect();
        if self.is_classic() {
            // It uses the global CryptoJS, as Kraken's own scripts do.
            assert!(logged.iter().any(|line| line.contains("CryptoJS")), "{logged:?}");
        } else {
            assert!(logged.is_empty(), "{logged:?}");
        }
    }

    fn is_classic(&self) -> bool {
        self.collection.get("variable").is_none()
    }

    #[track_caller]
    fn all_accepted(&self, stdout: &str) {
        let events = self.mock.events();
        let refused: Vec<_> = events
            .iter()
            .filter_map(|it| {
                Some(format!("{} {}\n{}", it.path, it.refused.as_ref()?, it.hints.join("\n")))
            })
            .collect();
        assert!(refused.is_empty(), "refused: {}", refused.join("\n"));
        let sent = edits::count(&self.collection);
        assert_eq!(events.len(), sent, "{}", stdout.chars().take(4000).collect::<String>());
    }
}

/// Adds a test to every request: none of the names in our scripts is a global, and no variable was set
/// but local ones.
fn watch_for_leftovers(collection: &mut Value) {
    let text = collection.to_string();
    let words = ["var ", "function "].iter().flat_map(|keyword| text.split(keyword).skip(1));
    let mut names: Vec<_> = words
        .filter_map(|rest| rest.split(|it: char| !it.is_alphanumeric() && it != '_').next())
        .filter(|name| name.contains('_') || ["credential", "filled", "encoded"].contains(name))
        .collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.contains(&"api_sign") && names.contains(&"form_text"), "{names:?}");
    let script = format!(
        "pm.test('nothing is left over', function () {{
            var left = {names:?}.filter(function (name) {{ return eval('typeof ' + name) !== 'undefined'; }});
            pm.expect(left).to.eql([]);
            pm.expect(Object.keys(pm.globals.toObject())).to.eql([]);
            pm.expect(Object.keys(pm.collectionVariables.toObject())).to.include('base_url');
            pm.expect(Object.keys(pm.environment.toObject()).sort()).to.eql(['api_key', 'api_secret', 'base_url']);
        }});"
    );
    let event = json!({"listen": "test", "script": {"exec": [script]}});
    match collection.get_mut("event").and_then(Value::as_array_mut) {
        Some(events) => events.push(event),
        None => collection["event"] = json!([event]),
    }
}

fn all_green(report: &Path, requests: usize) {
    let text = fs::read_to_string(report).expect("the report was written");
    let report: Value = serde_json::from_str(&text).expect("the report is JSON");
    let run = &report["run"];
    assert_eq!(run["failures"], json!([]));
    assert_eq!(run["stats"]["requests"]["total"], requests);
    for what in ["requests", "assertions", "scripts"] {
        assert_eq!(run["stats"][what]["failed"], 0, "{what}");
    }
}

/// Every edit that a signature has to follow, one after the other.
fn edited_runs(script: &str) -> impl Iterator<Item = Run> {
    let edits: [fn(&mut Value); 4] =
        [edits::make_hostile, edits::repeat_rows, edits::use_variables, edits::write_as_text];
    edits.into_iter().map(move |edit| {
        let mut run = Run::new(script, false).edited(edits::switch_all_on).edited(edit);
        let mut variables = edits::variables();
        let own = run.collection["variable"].as_array_mut().expect("there is base_url");
        own.append(variables.as_array_mut().expect("a list"));
        run
    })
}

#[test]
fn newman_is_accepted_with_every_endpoint() {
    Run::new("request", true).newman();
}

#[test]
fn newman_is_accepted_with_one_script_on_the_collection() {
    Run::new("collection", true).newman();
}

#[test]
fn newman_is_accepted_with_classic_scripts() {
    Run::new("classic", true).made_out_to_the_mock().newman();
}

#[test]
fn newman_is_accepted_with_everything_switched_on() {
    for script in ["request", "collection"] {
        Run::new(script, true).edited(edits::switch_all_on).newman();
    }
}

#[test]
fn newman_is_accepted_after_every_edit() {
    edited_runs("request").for_each(|run| run.newman());
}

#[test]
fn newman_is_accepted_after_every_edit_with_one_script() {
    edited_runs("collection").for_each(|run| run.newman());
}

#[test]
fn postman_cli_is_accepted_with_every_endpoint() {
    Run::new("request", true).postman();
}

#[test]
fn postman_cli_is_accepted_with_one_script_on_the_collection() {
    Run::new("collection", true).postman();
}

#[test]
fn postman_cli_is_accepted_with_classic_scripts() {
    Run::new("classic", true).made_out_to_the_mock().postman();
}

#[test]
fn postman_cli_is_accepted_with_everything_switched_on() {
    for script in ["request", "collection"] {
        Run::new(script, true).edited(edits::switch_all_on).postman();
    }
}

#[test]
fn postman_cli_is_accepted_after_every_edit() {
    edited_runs("request").for_each(|run| run.postman());
}

#[test]
fn postman_cli_is_accepted_after_every_edit_with_one_script() {
    edited_runs("collection").for_each(|run| run.postman());
}

/// All requests of a run in one millisecond.
#[test]
fn nonces_grow_while_the_clock_stands_still() {
    for unit in ["ms", "us", "ns"] {
        let mut run = Run::with(&["--nonce-unit", unit], true);
        let freeze = json!({"listen": "prerequest", "script": {
            "exec": ["Date.now = function () { return 1763812345678; };"]}});
        run.collection["event"].as_array_mut().expect("there is one").push(freeze);
        run.newman();
    }
}

#[test]
fn classic_scripts_sign_only_what_they_were_written_for() {
    let run = Run::new("classic", true).made_out_to_the_mock().edited(edits::switch_all_on);
    let (collection, environment) = run.files();
    let mut newman = referees::program("newman");
    newman.args(["run", &collection, "-e", &environment, "--folder", "Trading", "-r", "json"]);
    newman.arg("--reporter-json-export").arg(run.folder.path().join("report.json"));
    newman.finished();
    let add_order = run.mock.events().into_iter().find(|it| it.path == "/0/private/AddOrder");
    assert_eq!(add_order.and_then(|it| it.refused).as_deref(), Some("EAPI:Invalid signature"));
}

#[test]
fn scripts_say_which_credential_is_missing_or_malformed() {
    let cases = [
        (json!([]), "api_key is missing: put the public key"),
        (json!([{"key": "api_key", "value": "k"}]), "api_secret is missing: put the private key"),
        (
            json!([{"key": "api_key", "value": "k"}, {"key": "api_secret", "value": "c2hvcnQ="}]),
            "api_secret is not a private key of Kraken: that is 88 characters of base64",
        ),
    ];
    for (values, expected) in cases {
        let run = Run::new("request", true);
        let (collection, _) = run.files();
        let environment =
            run.write("broken.json", &json!({"id": "e", "name": "e", "values": values}));
        let mut newman = referees::program("newman");
        newman.args(["run", &collection, "-e", &environment]);
        newman.args(["--env-var", &format!("base_url=http://{}", run.mock.address())]);
        newman.args(["--folder", "Balance"]);
        let finished = newman.finished();
        // Newman wraps its table of failures; the words are all there, in order.
        let said = finished.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(expected), "{}", finished.stdout);
        assert!(!said.contains("c2hvcnQ="), "the secret is not repeated");
    }
}
