//! What can be said of one file.

use countersign::findings::{FileId, Severity};
use countersign::source::Document;
use countersign::validate::{CheckError, check_document};

fn read(text: &str) -> Document {
    Document::read(text.as_bytes()).expect("JSON")
}

fn refusal(text: &str) -> CheckError {
    check_document(FileId(0), &read(text)).expect_err("no collection")
}

#[test]
fn a_fine_collection_has_no_findings() {
    let text = include_str!("../../collections/kraken-spot.postman_collection.json");
    assert_eq!(check_document(FileId(0), &read(text)), Ok(Vec::new()));
}

#[test]
fn everything_that_the_format_can_say_is_well_formed() {
    let text = include_str!("../fixtures/kitchen-sink.postman_collection.json");
    let found = check_document(FileId(0), &read(text)).expect("a collection");
    assert!(found.iter().all(|found| found.rule.as_str() != "schema"), "{found:#?}");
}

#[test]
fn other_files_are_refused_with_what_to_do() {
    for (text, message, help) in [
        (r#"{"collection": {"info": {}}}"#, "a collection wrapped in an object", "`collection`"),
        (
            r#"{"info": {"schema": "https://schema.getpostman.com/json/collection/v2.0.0/"}}"#,
            "a Postman Collection v2.0",
            "v2.1",
        ),
        ("[]", "a list", "v2.1"),
        ("null", "a single value", "v2.1"),
    ] {
        let error = refusal(text);
        let expected = format!("the file is {message}, expected a Postman Collection v2.1");
        assert_eq!(error.to_string(), expected);
        assert!(error.help().is_some_and(|advice| advice.contains(help)), "{error:?}");
    }
}

#[test]
fn a_key_that_stands_twice_is_told_with_both_places() {
    let text =
        "{\n  \"info\": {\"name\": \"n\", \"schema\": \"s\", \"name\": \"m\"},\n  \"item\": []\n}";
    let document = read(text);
    let found = check_document(FileId(0), &document).expect("a collection");
    let [twice] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(twice.rule.as_str(), "duplicate-key");
    assert_eq!(twice.severity, Severity::Warning);
    assert_eq!(twice.primary.pointer.as_str(), "/info/name");
    let lines = twice.primary.lines(&document);
    assert_eq!((lines.start.line, lines.start.column, lines.end.column), (2, 40, 46));
    let (first, label) = &twice.related[0];
    assert_eq!(first.lines(&document).start.column, 12);
    assert_eq!(label, "the first is here");
}

#[test]
fn findings_of_both_rules_come_together() {
    let text = r#"{"info": {"name": "n", "name": 5, "schema": "s"}, "item": []}"#;
    let found = check_document(FileId(3), &read(text)).expect("a collection");
    let mut rules: Vec<_> = found.iter().map(|found| found.rule.as_str()).collect();
    rules.sort_unstable();
    assert_eq!(rules, ["duplicate-key", "schema"]);
    assert!(found.iter().all(|found| found.primary.file == FileId(3)));
}

#[test]
fn environments_and_globals_have_a_format_too() {
    let globals =
        r#"{"_postman_variable_scope": "globals", "values": [{"key": "a", "value": "1"}]}"#;
    assert_eq!(check_document(FileId(0), &read(globals)), Ok(Vec::new()));
    let environment = r#"{"name": 5, "values": [{"ky": "a", "vlaue": "1", "enabled": "no"}, "b"]}"#;
    let found = check_document(FileId(0), &read(environment)).expect("an environment");
    let mut shown: Vec<_> = found
        .iter()
        .map(|it| format!("{} {} {}: {}", it.severity, it.rule, it.primary.pointer, it.message))
        .collect();
    shown.sort();
    insta::assert_snapshot!(shown.join("\n"));
}
