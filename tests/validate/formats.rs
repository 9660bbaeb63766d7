//! Reports for services, each read back by a reader of its format.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::program::{Finish as _, Outcome, countersign};
use crate::support::{fixture, referees};

/// A byte order mark, tabs, CRLF and `é` before the place that is wrong.
const SLIP: &str = "\u{feff}{\r\n\t\"info\": {\"name\":\"<é> & ]]>\",\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},\r\n\
    \t\"item\": [ {\"name\": \"é`|*\", \"request\": \"https://x.y/z\",\r\n\
    \t\t\"description\": \"é漢😀\", \"event\": [{\"listen\":\"pre-request\", \"script\": {\"exec\": \"var a = 1;\"}}] }]\r\n}";

/// The text that the finding in [`SLIP`] is about.
const PLACE: &str = "\"pre-request\"";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    fs::create_dir(folder.path().join("a b")).expect("there is room");
    fs::write(folder.path().join("a b/slip.json"), SLIP).expect("there is room");
    fs::write(folder.path().join("wrong.json"), fixture("unencoded.postman_collection.json"))
        .expect("there is room");
    folder
}

fn validate(folder: &TempDir, args: &[&str]) -> Outcome {
    let mut command = countersign();
    command.arg("validate").args(["a b/slip.json", "wrong.json"]).args(args);
    command.env_remove("GITHUB_STEP_SUMMARY").current_dir(folder.path()).finished()
}

fn report(format: &str) -> String {
    validate(&folder(), &["--format", format]).failed_with(1).stdout
}

fn json_report(format: &str) -> Value {
    serde_json::from_str(&report(format)).expect("it is JSON")
}

/// What an editor shows between two places, columns counted in characters.
fn between(start: (&Value, &Value), end: (&Value, &Value)) -> String {
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    assert_eq!(start.0, end.0, "the place is on one line");
    let text = SLIP.trim_start_matches('\u{feff}');
    let line = text.lines().nth(number(start.0) - 1).expect("there is such a line");
    let columns = number(end.1) - number(start.1);
    line.chars().skip(number(start.1) - 1).take(columns).collect()
}

#[test]
fn json_names_the_place() {
    let report = json_report("json");
    let found = &report["files"][0]["diagnostics"][0];
    let place =
        between((&found["line"], &found["column"]), (&found["end_line"], &found["end_column"]));
    assert_eq!(place, PLACE);
    assert_eq!(found["fingerprint"].as_str().map(str::len), Some(32));
}

#[test]
fn json_follows_the_schema_that_is_printed() {
    let schema = countersign().args(["schema", "validate"]).finished().succeeded().stdout;
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    let schema = jsonschema::validator_for(&schema).expect("it is a schema");
    let mut report = json_report("json");
    let errors: Vec<_> = schema.iter_errors(&report).map(|it| it.to_string()).collect();
    assert_eq!(errors, [] as [String; 0]);
    report["files"][0]["diagnostics"][0]["line"] = "3".into();
    assert!(!schema.is_valid(&report));
}

#[test]
fn sarif_pleases_the_validator_of_its_authors() {
    let folder = folder();
    validate(&folder, &["--report", "sarif=out.sarif"]).failed_with(1);
    let path = folder.path().join("out.sarif");
    let mut multitool = referees::program("sarif-multitool");
    let said = multitool.arg("validate").arg(&path).finished().succeeded().stdout;
    assert!(!said.contains(": error ") && !said.contains(": warning "), "{said}");
    let log: Value =
        serde_json::from_str(&fs::read_to_string(path).expect("it is there")).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    let result = &run["results"][0];
    let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
    assert_eq!(rules[index]["id"], result["ruleId"]);
    assert!(
        rules[index]["help"]["markdown"]
            .as_str()
            .is_some_and(|page| page.contains("# How to fix it"))
    );
}

#[test]
fn sarif_names_the_place_and_the_fix() {
    let log = json_report("sarif");
    let result = &log["runs"][0]["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b/slip.json");
    let region = |region: &Value| {
        between(
            (&region["startLine"], &region["startColumn"]),
            (&region["endLine"], &region["endColumn"]),
        )
    };
    assert_eq!(region(&place["region"]), PLACE);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(region(&replacement["deletedRegion"]), "-");
    assert_eq!(replacement["insertedContent"]["text"], "");
    let fingerprint = &result["partialFingerprints"]["countersign/v1"];
    assert_eq!(fingerprint, &json_report("json")["files"][0]["diagnostics"][0]["fingerprint"]);
}

#[test]
fn junit_is_read_as_cases_that_fail_and_pass() {
    let folder = folder();
    validate(&folder, &["--report", "junit=out.xml"]).failed_with(1);
    let mut reader = referees::script("junit.mjs");
    let read = reader.arg(folder.path().join("out.xml")).finished().succeeded().stdout;
    let report: Value = serde_json::from_str(&read).expect("it prints JSON");
    let suites = report["testsuite"].as_array().expect("there are suites");
    assert_eq!(suites.len(), 2);
    assert_eq!((&suites[0]["tests"], &suites[0]["failures"]), (&json!(2), &json!(1)));
    let case = &suites[0]["testcase"][1];
    assert_eq!((&case["name"], &case["classname"]), (&json!("é`|*"), &json!("<é> & ]]>")));
    let failure = &case["failure"][0];
    assert_eq!(failure["type"], "unknown-listen");
    let inner = failure["inner"].as_str().expect("it has a text");
    assert!(inner.starts_with("a b/slip.json:4:45: error[unknown-listen]: "), "{inner}");
}

#[test]
fn junit_fails_what_fail_on_says() {
    let folder = folder();
    let report = validate(&folder, &["--format", "junit", "--fail-on", "never"]).succeeded().stdout;
    assert!(report.contains("failures=\"0\"") && report.contains("<system-out>"), "{report}");
}

#[test]
fn github_annotations_can_be_read_back() {
    let report = report("github");
    let line = report.lines().next().expect("there is a line");
    let command = line.strip_prefix("::error ").expect("it is an error");
    let (properties, message) = command.split_once("::").expect("properties end there");
    let read = |text: &str| {
        text.replace("%2C", ",")
            .replace("%3A", ":")
            .replace("%0A", "\n")
            .replace("%0D", "\r")
            .replace("%25", "%")
    };
    let properties: Vec<_> =
        properties.split(',').map(|it| it.split_once('=').expect("a name and a value")).collect();
    let property = |name: &str| {
        let found = properties.iter().find(|(known, _)| *known == name);
        read(found.expect("it is there").1)
    };
    assert_eq!(property("file"), "a b/slip.json");
    assert_eq!(property("title"), "countersign: unknown-listen");
    let number = |name: &str| json!(property(name).parse::<u64>().expect("a number"));
    let place =
        between((&number("line"), &number("col")), (&number("endLine"), &number("endColumn")));
    assert_eq!(place, PLACE);
    assert!(read(message).contains("\nhelp: write `prerequest`"), "{message}");
    let second = report.lines().nth(1).expect("there is another");
    assert!(second.contains("XBT%252FUSD"), "{second}");
}

#[test]
fn github_jobs_get_a_summary() {
    let folder = folder();
    let summary = folder.path().join("summary.md");
    fs::write(&summary, "before\n").expect("there is room");
    let mut command = countersign();
    command.args(["validate", "wrong.json", "--format", "github"]).current_dir(folder.path());
    command.env("GITHUB_STEP_SUMMARY", &summary).finished().failed_with(1);
    let text = fs::read_to_string(summary).expect("it is there");
    assert!(text.starts_with("before\n## ❌ countersign\n"), "{text}");
    assert!(text.contains("- signed nonce="), "{text}");
}

#[test]
fn gitlab_issues_have_what_gitlab_asks_for() {
    let report = json_report("gitlab");
    let issues = report.as_array().expect("a list");
    assert_eq!(issues.len(), 2);
    for issue in issues {
        for name in ["description", "check_name", "fingerprint"] {
            assert!(issue[name].as_str().is_some_and(|text| !text.is_empty()), "{issue}");
        }
        let severity = issue["severity"].as_str().expect("a word");
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{issue}");
        assert!(issue["location"]["lines"]["begin"].is_u64(), "{issue}");
    }
    assert_eq!(
        issues[0]["location"],
        json!({"path": "a b/slip.json", "lines": {"begin": 4, "end": 4}})
    );
}

#[test]
fn markdown_shows_names_as_they_are() {
    insta::assert_snapshot!(report("markdown"));
}

#[test]
fn several_reports_are_written_at_once_or_none() {
    let folder = folder();
    let reports =
        ["--report", "json=a.json", "--report", "markdown=a.md", "--report", "gitlab=g.json"];
    let outcome = validate(&folder, &reports).failed_with(1);
    assert!(outcome.stdout.contains("error[unknown-listen]"), "{}", outcome.stdout);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is there");
    assert_eq!(read("a.json"), report("json"));
    assert_eq!(read("a.md"), report("markdown"));
    assert_eq!(read("g.json"), report("gitlab"));

    for (arg, said) in [
        ("sarif=no/such/folder/x", "the folder of `no/such/folder/x` is not there"),
        ("sarif=a b", "`a b` is a folder, expected a file"),
        ("saref=x", "did you mean `sarif`?"),
        ("sarif", "expected FORMAT=FILE"),
    ] {
        let outcome = validate(&folder, &["--report", "html=x.html", "--report", arg]);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(2), ""), "{arg}");
        let outcome = validate(&folder, &["--report", arg]).failed_with(2);
        assert!(outcome.stderr.contains(said), "{}", outcome.stderr);
        assert!(!folder.path().join("x.html").exists());
    }
}
