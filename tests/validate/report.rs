//! Reports as people and programs read them.

use countersign::countersign::Status;
use countersign::findings::{FileId, Location, Part};
use countersign::report::validate::{Report, Styles, write_json, write_text};
use countersign::source::{Document, Pointer};
use countersign::validate::{
    FileOutcome, Outcome, RequestOutcome, SignatureOutcome, check_document,
};
use serde_json::{Value, json};

/// What is found in files of these texts, which are named `a.json`, `b.json`, ….
fn outcome(texts: &[&str]) -> Outcome {
    let files = texts.iter().zip('a'..).enumerate().map(|(index, (text, letter))| {
        let document = Document::read(text.as_bytes()).expect("JSON");
        let found = check_document(FileId(index), &document).expect("a collection");
        FileOutcome::new(format!("{letter}.json"), document, found)
    });
    Outcome { files: files.collect() }
}

fn text(outcome: &Outcome, styles: &Styles) -> String {
    let mut written = Vec::new();
    write_text(outcome, styles, &mut written).expect("memory takes text");
    String::from_utf8(written).expect("UTF-8")
}

fn plain(outcome: &Outcome) -> String {
    text(outcome, &Styles::plain())
}

fn json(outcome: &Outcome) -> Value {
    let mut written = Vec::new();
    write_json(outcome, &mut written).expect("memory takes text");
    assert_eq!(written.last(), Some(&b'\n'));
    serde_json::from_slice(&written).expect("JSON")
}

fn request(name: &str, status: Status) -> RequestOutcome {
    RequestOutcome {
        name: name.to_owned(),
        folders: Vec::new(),
        pointer: Pointer::root().join("item").index(0),
        endpoint: Some("TradeBalance".to_owned()),
        method: "POST".to_owned(),
        url: "https://api.example.com/0/private/TradeBalance".to_owned(),
        sent: None,
        signature: SignatureOutcome {
            recipe: Some("spot".to_owned()),
            scenarios: 7,
            ..SignatureOutcome::of(status)
        },
    }
}

const SHOP: &str = r#"{
  "info": { "name": "é shop", "schema": "s", "version": null },
  "item": [
    {
      "name": "search",
      "request": {
        "method": "GET",
        "header": [
          { "key": "Länge", "value": 5, "description": "how many", "disabled": "false" }
        ],
        "url": { "host": ["{{c}}", "com"], "query": [{ "key": "q", "value": 1 }] }
      },
      "response": [
        { "name": "ok", "header": [{ "key": "Age", "value": 12 }] }
      ]
    },
    { "name": "empty" }
  ],
  "variable": [
    { "key": "c", "value": "1" },
    { "key": "c", "value": "2", "value": "3" }
  ]
}
"#;

#[test]
fn text_shows_each_place_underlined() {
    insta::assert_snapshot!(plain(&outcome(&[SHOP])));
}

#[test]
fn text_without_findings_is_one_line() {
    let clean = r#"{"info": {"name": "n", "schema": "s"}, "item": []}"#;
    assert_eq!(plain(&outcome(&[clean])), "checked 1 file with 0 requests: no findings\n");
    let mut outcome = outcome(&[clean, clean]);
    outcome.files[0].requests.push(request("a", Status::NotApplicable));
    assert_eq!(plain(&outcome), "checked 2 files with 1 request: no findings\n");
    outcome.files[1].requests.push(request("b", Status::Verified));
    outcome.files[1].requests.push(request("c", Status::Unsigned));
    assert_eq!(
        plain(&outcome),
        "checked 2 files with 3 requests: no findings\n\
         signatures: 1 verified, 0 mismatched, 1 unsigned\n"
    );
}

#[test]
fn text_of_several_files_names_each_above_its_findings() {
    let clean = r#"{"info": {"name": "n", "schema": "s"}, "item": []}"#;
    let written = plain(&outcome(&[SHOP, clean, SHOP]));
    let headings: Vec<_> = written.lines().filter(|line| line.contains(".json: ")).collect();
    assert_eq!(headings, ["a.json: 1 error, 6 warnings", "c.json: 1 error, 6 warnings"]);
    assert!(!plain(&outcome(&[SHOP, clean])).contains("a.json: "));
}

#[test]
fn text_counts_by_rule_where_there_are_many_findings() {
    let by_rule = |outcome: &Outcome| {
        let written = plain(outcome);
        written.lines().find(|line| line.starts_with("by rule: ")).map(str::to_owned)
    };
    assert_eq!(by_rule(&outcome(&[SHOP])), None);
    assert_eq!(
        by_rule(&outcome(&[SHOP, SHOP])).as_deref(),
        Some("by rule: 12 schema, 2 duplicate-key")
    );
}

#[test]
fn text_has_colours_only_when_asked() {
    let outcome = outcome(&[SHOP]);
    let coloured = text(&outcome, &Styles::coloured());
    assert!(!plain(&outcome).contains('\u{1b}'));
    assert!(coloured.contains("\u{1b}[1m\u{1b}[91merror[schema]\u{1b}[0m"), "{coloured}");
    let mut bare = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, escape)) = rest.split_once('\u{1b}') {
        bare.push_str(before);
        rest = escape.split_once('m').map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    assert_eq!(bare, plain(&outcome));
}

#[test]
fn text_fits_80_columns() {
    let minified: Value = serde_json::from_str(SHOP).expect("JSON");
    let minified = minified.to_string();
    let wide =
        SHOP.replace("how many", "この項目はとても長いので一行には収まりません、本当に長いのです");
    for written in
        [plain(&outcome(&[SHOP])), plain(&outcome(&[&minified])), plain(&outcome(&[&wide]))]
    {
        for line in written.lines() {
            let columns: usize = line.chars().map(|c| if c > '\u{2e80}' { 2 } else { 1 }).sum();
            assert!(columns <= 80, "{columns}: {line}");
        }
    }
}

/// Line, column, end line and end column of each finding.
fn positions(report: &Value) -> Vec<[u64; 4]> {
    let found = report["files"][0]["diagnostics"].as_array().expect("a list");
    let number = |found: &Value, key: &str| found[key].as_u64().expect("a number");
    let position = |f| ["line", "column", "end_line", "end_column"].map(|key| number(f, key));
    found.iter().map(position).collect()
}

#[test]
fn positions_are_those_of_a_text_editor() {
    let unix = "{\n\t\"item\": [],\n\t\"é\": 1, \"info\": { \"né\": \"漢😀\", \"name\": 5, \"schema\": \"s\" }\n}\n";
    let expected = vec![[3, 40, 3, 41]];
    let found = |text: &str| positions(&json(&outcome(&[text])));
    assert_eq!(unix.lines().nth(2).and_then(|line| line.chars().nth(39)), Some('5'));
    assert_eq!(found(unix), expected);
    assert_eq!(found(&unix.replace('\n', "\r\n")), expected);
    assert_eq!(found(&format!("\u{feff}{unix}")), expected);
    let one_line = "\u{feff}{\"item\": [], \"info\": {\"name\": null, \"schema\": \"s\"}}";
    assert_eq!(found(one_line), [[1, 31, 1, 35]]);
}

#[test]
fn an_excerpt_lines_up_with_tabs_crlf_and_wide_letters() {
    let text = "\u{feff}{\r\n\t\"item\": [],\r\n\t\"漢字\": 1, \"info\": { \"name\": 5, \"schema\": \"s\" }\r\n}";
    let written = plain(&outcome(&[text]));
    let lines: Vec<_> = written.lines().collect();
    assert!(lines[2].ends_with("--> a.json:3:29"), "{written}");
    assert_eq!(lines[4], "3 |  \"漢字\": 1, \"info\": { \"name\": 5, \"schema\": \"s\" }");
    assert_eq!(lines[5], format!("  | {}^", " ".repeat(30)));
}

#[test]
fn json_follows_the_contract() {
    let mut outcome = outcome(&[SHOP]);
    outcome.files[0].requests.push(request("search", Status::Mismatched));
    let mut bare = request("empty", Status::NotApplicable);
    bare.endpoint = None;
    bare.signature.recipe = None;
    outcome.files[0].requests.push(bare);
    let report = json(&outcome);
    let schema =
        jsonschema::validator_for(&schemars::schema_for!(Report<'_>).to_value()).expect("a schema");
    assert!(schema.is_valid(&report));
    assert!(!schema.is_valid(&json!({ "schema_version": 1 })));
    insta::assert_json_snapshot!(report);
}

#[test]
fn findings_are_sorted_by_position_then_rule() {
    let mut outcome = outcome(&[SHOP]);
    let sorted = plain(&outcome);
    outcome.files[0].diagnostics.reverse();
    assert_eq!(plain(&outcome), sorted);
    let starts = positions(&json(&outcome));
    assert!(starts.is_sorted(), "{starts:?}");
    let mut duplicate = outcome.files[0].diagnostics[0].clone();
    duplicate.message.insert(0, 'a');
    outcome.files[0].diagnostics.insert(0, duplicate.clone());
    let first = plain(&outcome);
    outcome.files[0].diagnostics.remove(0);
    outcome.files[0].diagnostics.push(duplicate);
    assert_eq!(plain(&outcome), first);
}

#[test]
fn no_excerpt_shows_a_secret() {
    let text = r#"{"info": {"name": "n", "schema": "s"}, "item": [],
      "variable": [{"key": "x", "value": "hunter2", "type": "secret"},
        {"key": "api_key", "value": "hunter2", "type": "default"},
        {"key": "plain", "value": "seen", "type": "default"}],
      "auth": {"type": "jwt", "jwt": [{"key": "x", "value": "hunter2"}]},
      "event": [{"listen": "test", "script": {"id": 5, "exec": ["sign('hunter2', 1)"]}}]}"#;
    let mut outcome = outcome(&[text]);
    let script = Pointer::parse("/event/0/script/exec/0").expect("a pointer");
    let part = Part::Inside(6..13);
    outcome.files[0].secrets.push(Location { file: FileId(0), pointer: script, part });
    let written = plain(&outcome);
    assert!(!written.contains("hunter2"), "{written}");
    assert!(written.contains("\"value\": *********, \"type\": \"secret\""), "{written}");
    assert!(written.contains("sign('*******', 1)"), "{written}");
    assert!(written.contains("\"seen\""), "{written}");
}

#[test]
fn a_related_place_may_be_in_another_file() {
    let mut outcome =
        outcome(&[SHOP, SHOP, r#"{"info": {"name": "n", "schema": "s"}, "item": []}"#]);
    let pointer = Pointer::parse("/info/name").expect("a pointer");
    for file in &mut outcome.files {
        file.diagnostics.retain(|found| found.rule.as_str() == "schema");
        file.diagnostics.truncate(1);
    }
    let related = &mut outcome.files[0].diagnostics[0].related;
    related.push((Location::key(FileId(1), pointer.clone()), "as here".to_owned()));
    related.push((Location::key(FileId(2), pointer), "and there".to_owned()));
    let written = plain(&outcome);
    assert!(written.contains(" ::: b.json:2:13\n  = note: as here\n"), "{written}");
    assert!(written.contains("  = note: and there: c.json\n"), "{written}");
}
