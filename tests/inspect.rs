//! `countersign inspect`: what Postman would send, and each step of the signature.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::mock::client::SECRET;
use crate::support::program::{Finish as _, Outcome, countersign};

struct Files {
    folder: TempDir,
}

impl Files {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("there is room") }
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("it can be written");
        path
    }

    fn collection(&self, items: &Value) -> PathBuf {
        let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
        let collection = json!({"info": {"name": "c", "schema": schema}, "item": items});
        self.write("c.json", collection.to_string())
    }
}

fn inspect(file: &Path, args: &[&str]) -> Command {
    let mut command = countersign();
    command.arg("inspect").arg(file).args(args);
    command
}

fn json(outcome: &Outcome) -> Value {
    serde_json::from_str(&outcome.stdout).expect("it is JSON")
}

fn spot() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("collections/kraken-spot.postman_collection.json")
}

fn scripted(name: &str, script: &str) -> Value {
    json!({"name": name, "request": {"method": "GET", "url": "http://127.0.0.1/x?a={{a}}"},
           "event": [{"listen": "prerequest", "script": {"exec": script.lines().collect::<Vec<_>>()}}]})
}

#[test]
fn shows_what_is_sent_and_each_step_of_the_signature() {
    let outcome = inspect(&spot(), &["--request", "AddOrder"]).finished().succeeded();
    insta::assert_snapshot!(outcome.stdout);
}

#[test]
fn shows_krakens_published_sample_as_signed_with_its_placeholder() {
    let sample = "tests/fixtures/kraken-sample.postman_collection.json";
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    let request =
        &json(&inspect(&sample, &["--format", "json"]).finished().succeeded())["requests"][0];
    assert_eq!(request["signature"]["status"], "verified");
    assert_eq!(request["headers"][0], json!({"name": "API-Key", "value": "API PUBLIC KEY"}));
    assert_eq!(request["body"], "nonce=1767225600000000");
}

#[test]
fn verifies_every_generated_signature_in_both_engines() {
    for engine in ["newman", "postman"] {
        let args = ["--engine", engine, "--format", "json"];
        let report = json(&inspect(&spot(), &args).finished().succeeded());
        assert_eq!(report["schema_version"], 1);
        let status = |request: &Value| request["signature"]["status"].as_str().map(str::to_owned);
        let requests = report["requests"].as_array().expect("a list");
        let count = |wanted: &str| {
            requests.iter().filter(|it| status(it).as_deref() == Some(wanted)).count()
        };
        assert_eq!((count("verified"), count("not-applicable")), (66, 13), "{engine}");
        assert!(requests.iter().all(|it| it["sent"] == true && it["script_error"].is_null()));
    }
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let args = ["--format", "json", "--request", "Balance"];
    let report = json(&inspect(&spot(), &args).finished().succeeded());
    let request = &report["requests"][0];
    for key in [
        "name",
        "pointer",
        "sent",
        "error",
        "method",
        "url",
        "headers",
        "body",
        "body_encoding",
        "signature",
        "console",
        "script_error",
    ] {
        assert!(request.get(key).is_some(), "{key}");
    }
    for key in ["recipe", "status", "steps", "cause"] {
        assert!(request["signature"].get(key).is_some(), "{key}");
    }
    assert_eq!(request["url"], "https://api.kraken.com/0/private/Balance");
    assert_eq!(request["signature"]["recipe"], "spot");
}

#[test]
fn a_wrong_signature_is_shown_beside_the_right_one() {
    let files = Files::new();
    let file = files.collection(&json!([{
        "name": "Balance",
        "event": [{"listen": "prerequest", "script": {"exec": [
            "var CryptoJS = require('crypto-js');",
            "pm.variables.set('s', CryptoJS.HmacSHA512('/0/private/Balance', pm.variables.get('api_secret')).toString());",
        ]}}],
        "request": {"method": "POST", "url": "https://api.kraken.com/0/private/Balance",
                    "header": [{"key": "API-Sign", "value": "{{s}}"}],
                    "body": {"mode": "urlencoded", "urlencoded": [{"key": "nonce", "value": "1"}]}},
    }]));
    let outcome = inspect(&file, &[]).finished().succeeded();
    assert!(
        outcome.stdout.contains("MISMATCHED: signed again, and different"),
        "{}",
        outcome.stdout
    );
    assert!(outcome.stdout.contains("\n    expected       "));
    let report = json(&inspect(&file, &["--format", "json"]).finished().succeeded());
    assert_eq!(report["requests"][0]["signature"]["status"], "mismatched");
}

#[test]
fn a_private_request_without_signature_is_unsigned() {
    let files = Files::new();
    let file = files.collection(&json!([{"name": "b", "request": {"method": "POST",
        "url": "https://api.kraken.com/0/private/Balance",
        "header": [{"key": "API-Sign", "value": "{{api_signature}}"}],
        "body": {"mode": "urlencoded", "urlencoded": [{"key": "nonce", "value": "1"}]}}}]));
    let report = json(&inspect(&file, &["--format", "json"]).finished().succeeded());
    assert_eq!(report["requests"][0]["signature"]["status"], "unsigned");
}

#[test]
fn a_script_that_fails_is_named_with_its_line_and_ends_with_1() {
    let files = Files::new();
    let file = files.collection(&json!([scripted("r", "var a = 1;\nnull.foo")]));
    let outcome = inspect(&file, &[]).finished().failed_with(1);
    assert!(outcome.stdout.contains("script failed in line 2: TypeError"), "{}", outcome.stdout);
    assert!(outcome.stdout.contains("at /item/0/event/0/script/exec/1"), "{}", outcome.stdout);
    let report = json(&inspect(&file, &["--format", "json"]).finished().failed_with(1));
    assert_eq!(report["requests"][0]["sent"], true);
    assert!(
        report["requests"][0]["script_error"].as_str().is_some_and(|it| it.contains("TypeError"))
    );
}

#[test]
fn a_script_without_end_is_ended_and_the_others_run() {
    let files = Files::new();
    let file = files.collection(&json!([
        scripted("loop", "while (true) {}"),
        scripted("fine", "pm.variables.set('a', 'x y')"),
    ]));
    let args = ["--timeout-script", "200", "--format", "json"];
    let report = json(&inspect(&file, &args).finished().failed_with(1));
    let requests = report["requests"].as_array().expect("a list");
    assert!(
        requests[0]["script_error"].as_str().is_some_and(|it| it.contains("longer than it may"))
    );
    assert_eq!(requests[1]["url"], "http://127.0.0.1/x?a=x%20y");
}

#[test]
fn top_level_await_works_in_todays_postman_only() {
    let files = Files::new();
    let file = files
        .collection(&json!([scripted("r", "pm.variables.set('a', await Promise.resolve(7))")]));
    inspect(&file, &["--engine", "postman"]).finished().succeeded();
    let outcome = inspect(&file, &["--engine", "newman"]).finished().failed_with(1);
    assert!(outcome.stdout.contains("script failed"), "{}", outcome.stdout);
}

#[test]
fn variables_live_on_from_request_to_request() {
    let files = Files::new();
    let file = files.collection(&json!([
        scripted("one", "pm.environment.set('a', 'first')"),
        scripted("two", "console.log(pm.environment.get('a'))"),
    ]));
    let report = json(&inspect(&file, &["--format", "json"]).finished().succeeded());
    assert_eq!(report["requests"][1]["url"], "http://127.0.0.1/x?a=first");
    assert_eq!(report["requests"][1]["console"], json!([{"level": "log", "text": "first"}]));
    let used = &report["requests"][1]["variables"][0];
    assert_eq!(*used, json!({"name": "a", "origin": "environment", "place": "url"}));
}

#[test]
fn each_row_of_a_data_file_is_an_iteration() {
    let files = Files::new();
    let file = files.collection(&json!([scripted("r", "")]));
    let as_json = files.write("d.json", r#"[{"a": "one"}, {"a": 2}]"#);
    let as_csv = files.write("d.csv", "a,b\none,\"x\"\n2,y\n");
    for data in [as_json, as_csv] {
        let data = data.to_string_lossy().into_owned();
        let report =
            json(&inspect(&file, &["--data", &data, "--format", "json"]).finished().succeeded());
        let urls: Vec<_> =
            report["requests"].as_array().expect("a list").iter().map(|it| &it["url"]).collect();
        assert_eq!(urls, ["http://127.0.0.1/x?a=one", "http://127.0.0.1/x?a=2"]);
    }
}

#[test]
fn the_environment_gives_credentials_and_they_are_never_shown() {
    let files = Files::new();
    let values = json!([{"key": "api_key", "value": "my key", "type": "secret"},
                        {"key": "api_secret", "value": SECRET, "type": "secret"}]);
    let environment = files.write("e.json", json!({"name": "e", "values": values}).to_string());
    let environment = environment.to_string_lossy().into_owned();
    let mut collection: Value =
        serde_json::from_str(&fs::read_to_string(spot()).expect("it is there"))
            .expect("it is JSON");
    let leak = json!({"listen": "prerequest", "script": {"exec": [
        "console.log('the secret is ' + pm.environment.get('api_secret'));",
        "pm.request.headers.add({key: 'X-Leak', value: '{{api_secret}}'});"]}});
    collection["event"] = json!([leak]);
    let file = files.write("spot.json", collection.to_string());
    for format in ["text", "json", "curl"] {
        let args = ["--environment", environment.as_str(), "--format", format];
        let outcome = inspect(&file, &args).finished().succeeded();
        assert!(!outcome.stdout.contains(SECRET), "{format}");
        let start: String = SECRET.chars().take(20).collect();
        assert!(!outcome.stdout.contains(&start), "{format}");
        assert!(outcome.stdout.contains("my key"), "{format}");
        assert!(outcome.stdout.contains("***"), "{format}");
    }
}

#[test]
fn curl_commands_send_the_same() {
    let files = Files::new();
    let file = files.collection(&json!([{"name": "it's", "request": {"method": "PUT",
        "url": "http://127.0.0.1/a/../b?c=[d]", "header": [{"key": "X-A", "value": "it's"}],
        "body": {"mode": "raw", "raw": "a'b\n", "options": {"raw": {"language": "json"}}}}}]));
    let outcome = inspect(&file, &["--format", "curl"]).finished().succeeded();
    let token = outcome.stdout.split("Postman-Token: ").nth(1).and_then(|it| it.split('\'').next());
    insta::assert_snapshot!(outcome.stdout.replace(token.expect("there is one"), "[token]"));
}

#[test]
fn the_same_files_give_the_same_output() {
    let run = || inspect(&spot(), &["--format", "json"]).finished().succeeded().stdout;
    assert!(run() == run(), "two runs differ");
}

#[test]
fn other_files_are_named_with_what_to_do() {
    let files = Files::new();
    let said = |name: &str, text: &[u8]| {
        let path = files.write(name, text);
        let stderr = inspect(&path, &[]).finished().failed_with(2).stderr;
        stderr.replace(&*path.to_string_lossy(), name)
    };
    let cases: [(&str, Vec<u8>); 9] = [
        ("empty.json", Vec::new()),
        ("cut.json", br#"{"info": {"name": "x"#.to_vec()),
        ("bytes.json", b"{\"a\": \"\xff\"}".to_vec()),
        ("utf16.json", "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("deep.json", "[".repeat(200_000).into_bytes()),
        ("environment.json", br#"{"name": "e", "values": []}"#.to_vec()),
        ("v1.json", br#"{"id": "1", "name": "old", "order": [], "requests": []}"#.to_vec()),
        ("wrapped.json", br#"{"collection": {"info": {"name": "x"}, "item": []}}"#.to_vec()),
        ("list.json", b"[]".to_vec()),
    ];
    let all: Vec<_> = cases.iter().map(|(name, text)| said(name, text)).collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn keys_that_stand_twice_are_named_with_their_places() {
    let files = Files::new();
    let text = "{\"info\": {\"name\": \"é\", \"name\": \"c\"},\r\n \"item\": []}";
    let path = files.write("twice.json", text);
    let outcome = inspect(&path, &[]).finished().succeeded();
    let stderr = outcome.stderr.replace(&*path.to_string_lossy(), "twice.json");
    let expected = "warning: twice.json:1:24: `/info/name` stands twice, first in line 1; only this one counts\n";
    assert_eq!(stderr, expected);
}

#[test]
fn reads_standard_input_and_ends_quietly_when_nobody_reads_on() {
    let mut child = countersign()
        .args(["inspect", "-"])
        .stdin(fs::File::open(spot()).expect("it is there"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let outcome = child.wait_with_output().expect("it ends");
    assert_eq!(outcome.status.code(), Some(0));
    assert!(outcome.stderr.is_empty(), "{}", String::from_utf8_lossy(&outcome.stderr));
}

#[test]
fn a_request_that_is_not_there_is_an_error() {
    let outcome = inspect(&spot(), &["--request", "Balanc"]).finished().failed_with(2);
    assert!(outcome.stderr.contains("no request of"), "{}", outcome.stderr);
}
