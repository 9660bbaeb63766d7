//! Reports as people and programs read them.

use countersign::compare::coverage::Coverage;
use countersign::compare::diff::Diff;
use countersign::report;
use serde_json::{Value, json};

use super::support::{collection, coverage, diff, generated, item, request};

/// Names that mean something to terminals, Markdown and HTML.
const NASTY: &str = "<script>alert(1)</script> `x` | \u{1b}[31m *y*\n# z";

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut text = Vec::new();
    write(&mut text).expect("memory takes text");
    String::from_utf8(text).expect("UTF-8")
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

/// Some of everything.
fn some_coverage() -> Coverage {
    let mut edited = generated();
    let folders = edited["item"].as_array_mut().expect("folders");
    folders.truncate(2);
    folders[0]["item"].as_array_mut().expect("requests").truncate(3);
    let ours = request(NASTY, "POST", "https://api.kraken.com/0/private/BalanceX");
    folders.push(ours);
    let balance = item(&mut edited, "OpenOrders");
    balance["request"]["body"]["urlencoded"].as_array_mut().expect("rows").truncate(2);
    coverage(&[&edited])
}

fn some_diff() -> Diff {
    let old = generated();
    let mut new = old.clone();
    new["item"][2]["item"][0] = request(NASTY, "GET", "{{base_url}}/0/public/New");
    item(&mut new, "Balance")["name"] = "My balance".into();
    item(&mut new, "OpenOrders")["request"]["header"][0]["value"] = NASTY.into();
    item(&mut new, "OpenOrders")["request"]["body"]["urlencoded"][1]["disabled"] = json!(false);
    for name in ["Time", "Assets", "Ticker", "OHLC", "Depth", "Trades", "Spread"] {
        item(&mut new, name)["request"]["description"] = "mine".into();
    }
    diff(&old, &new)
}

#[test]
fn coverage_as_text() {
    let text = written(|to| report::coverage::write_text(&some_coverage(), to));
    insta::assert_snapshot!(plain(&text));
}

#[test]
fn coverage_as_markdown() {
    insta::assert_snapshot!(written(|to| report::coverage::write_markdown(&some_coverage(), to)));
}

#[test]
fn coverage_as_json_follows_its_schema() {
    let text = written(|to| report::coverage::write_json(&some_coverage(), to));
    let schema = schemars_of("coverage");
    assert_valid(&schema, &text);
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["endpoints"], json!({"covered": 23, "total": 79, "percent": 29.1}));
    assert_eq!(report["signatures"], json!({"proved": 0, "total": 66, "percent": 0.0}));
    let group = &report["groups"][0];
    let shares = (&group["name"], &group["covered"], &group["total"], &group["percent"]);
    assert_eq!(shares, (&json!("Market Data"), &json!(3), &json!(12), &json!(25.0)));
    assert_eq!(report["extra"][0]["pointer"], "/item/2");
    assert_eq!(report["extra"][0]["nearest"]["path"], "/0/private/BalanceEx");
}

#[test]
fn coverage_as_html_is_one_file_in_which_names_stay_text() {
    let page = written(|to| report::coverage::write_html(&some_coverage(), to));
    assert!(page.starts_with("<!DOCTYPE html>\n"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    for outside in ["http:", "https:", "src=", "url(", "@import", "<link"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn diff_as_text() {
    let text = written(|to| report::diff::write_text(&some_diff(), to));
    insta::assert_snapshot!(plain(&text));
}

#[test]
fn diff_as_markdown() {
    insta::assert_snapshot!(written(|to| report::diff::write_markdown(&some_diff(), to)));
}

#[test]
fn diff_as_json_follows_its_schema() {
    let text = written(|to| report::diff::write_json(&some_diff(), to));
    assert_valid(&schemars_of("diff"), &text);
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["unchanged"], 69);
    let moved = json!({
        "name": "My balance", "method": "POST", "path": "/0/private/Balance",
        "from": "Account Data / Balance", "to": "Account Data / My balance",
    });
    assert_eq!(report["moved"], json!([moved]));
    let change = json!({
        "kind": "param-enabled", "subject": "trades", "before": "off", "after": "on",
        "level": "compatible",
    });
    let changes = report["changed"].as_array().expect("a list").iter();
    let mut all = changes.flat_map(|it| it["changes"].as_array().expect("a list"));
    assert!(all.any(|it| *it == change), "{text}");
}

#[test]
fn a_difference_of_nothing_is_said_in_a_line() {
    let empty = collection(json!([]));
    let text = written(|to| report::diff::write_text(&diff(&empty, &empty), to));
    assert_eq!(text, "no requests on either side\n");
    let one = generated();
    let text = written(|to| report::diff::write_text(&diff(&one, &one), to));
    assert_eq!(text, "79 unchanged\n");
}

/// The schema that the program prints.
fn schemars_of(name: &str) -> Value {
    use crate::support::program::{Finish as _, countersign};
    let printed = countersign().args(["schema", name]).finished().succeeded().stdout;
    serde_json::from_str(&printed).expect("JSON")
}

#[track_caller]
fn assert_valid(schema: &Value, text: &str) {
    let report: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(report["schema_version"], 1);
    let validator = jsonschema::validator_for(schema).expect("it is a schema");
    let mistakes: Vec<_> = validator.iter_errors(&report).map(|it| it.to_string()).collect();
    assert_eq!(mistakes, [""; 0]);
}
