//! What the rule `schema` says, and where.

use std::fmt::Write;

use countersign::findings::{Diagnostic, FileId, Severity};
use countersign::validate::schema;
use serde_json::{Value, json};

use crate::collection_model::mutation::{self, Edit, Path, Step};
use crate::collection_model::odd_documents::{base, edited, odd_edits};
use crate::collection_model::support::fixture;

fn check(document: &Value) -> Vec<Diagnostic> {
    schema::check(FileId::default(), document)
}

/// The one finding about a document.
fn only(document: &Value) -> Diagnostic {
    let mut found = check(document);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

/// Edits after which Newman does not send the request as it is meant (`postman-runtime.md` section
/// 1.4); all others run.
const NOT_RUN: [(&str, Option<Value>); 6] = [
    ("/item", None),
    ("/item", Some(Value::Null)),
    ("/item/0/request", None),
    ("/item/0/request", Some(Value::Null)),
    ("/item/0/item", Some(Value::Array(Vec::new()))),
    ("~/url", Some(Value::Null)),
];

#[test]
fn an_edit_that_postman_puts_up_with_is_a_warning_and_all_else_an_error() {
    for (pointer, value, valid) in odd_edits() {
        let document = edited(pointer, value.as_ref());
        if valid {
            assert_eq!(check(&document), [], "{pointer} = {value:?}");
            continue;
        }
        let refused = NOT_RUN.contains(&(pointer, value.clone()));
        let severity = if refused { Severity::Error } else { Severity::Warning };
        // Two edits are two at once: lines with a number and a null among them, and a cookie
        // without domain and path.
        let is_two = pointer.ends_with("/exec") || format!("{value:?}").contains("cookie");
        let faults = if is_two { 2 } else { 1 };
        let severities: Vec<_> = check(&document).iter().map(|found| found.severity).collect();
        assert_eq!(severities, vec![severity; faults], "{pointer} = {value:?}");
    }
}

#[test]
fn each_edit_is_told_in_words() {
    let mut told = String::new();
    for (pointer, value, valid) in odd_edits() {
        if valid {
            continue;
        }
        let found = check(&edited(pointer, value.as_ref()));
        let value = value.map_or_else(|| "(dropped)".to_owned(), |value| value.to_string());
        writeln!(told, "{pointer} {value}").expect("a string takes text");
        for found in found {
            let help = found.help.as_deref().unwrap_or("-");
            let Diagnostic { severity, message, primary, .. } = &found;
            writeln!(told, "  {severity}: {message}\n  at {}; help: {help}", primary.pointer)
                .expect("a string takes text");
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_no_one_puts_up_with_is_told_in_words() {
    let edits = [
        ("/info", json!(5)),
        ("/item", json!(["x"])),
        (
            "/item/0/response",
            json!([{ "originalRequest": { "header": [{ "key": "a", "value": 5 }] } }]),
        ),
        ("/item/0/response", json!([{ "code": 200.5 }])),
        ("/info/version", json!({ "major": 1, "minor": -1, "patch": 0, "identifier": "x" })),
        (
            "/info/version",
            json!({ "major": 1, "minor": 1, "patch": 0, "identifier": "elf Zeichen" }),
        ),
        ("~/proxy", json!({ "port": -1 })),
        ("~/proxy", json!({ "port": 80.5 })),
        ("~/url", json!(5)),
        ("~/url/path", json!([["a"]])),
        ("~/url/variable", json!([{ "value": "1" }])),
        ("~/header", json!({ "a": "1" })),
        ("~/header/0/key", json!({})),
        ("~/auth", json!([])),
        ("~/auth", json!({ "type": "baisc" })),
        ("~/auth", json!({ "type": "basic", "basic": [{ "value": "x" }] })),
        ("~/body/formdata", json!([{ "key": "a", "type": "file", "src": 5, "value": 5 }])),
        ("~/body/formdata", json!([{ "key": "a", "type": "text", "src": 5, "value": 5 }])),
        ("~/body/formdata", json!([{ "key": "a", "src": 5, "value": {} }])),
        ("~/body/formdata", json!([{ "value": "a" }])),
    ];
    let mut told = String::new();
    for (pointer, value) in edits {
        let found = only(&edited(pointer, Some(&value)));
        let at = &found.primary.pointer;
        let help = found.help.as_deref().unwrap_or("-");
        let Diagnostic { severity, message, .. } = &found;
        writeln!(told, "{pointer} {value}\n  {severity}: {message}\n  at {at}; help: {help}")
            .expect("a string takes text");
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_root_item_is_a_request_or_a_folder_and_a_nested_one_may_be_both() {
    let info = json!({ "name": "n", "schema": "s" });
    let both = json!({ "request": {}, "item": [] });
    let found = only(&json!({ "info": info, "item": [both] }));
    assert_eq!(found.primary.pointer.as_str(), "/item/0");
    assert_eq!(
        found.message,
        "this item has both `request` and `item`; the format wants one of them, \
         and Postman takes it for a folder and does not send its request"
    );
    assert_eq!(check(&json!({ "info": info, "item": [{ "item": [both] }] })), []);
    let found = only(&json!({ "info": info, "item": [{ "item": [{ "name": "x" }] }] }));
    assert_eq!(found.primary.pointer.as_str(), "/item/0/item/0");
    assert_eq!(
        found.message,
        "this item has neither `item` nor `request`; the format wants one of them, \
         and Postman sends nothing: the request has no address"
    );
}

#[test]
fn a_folder_is_read_as_a_folder_whatever_else_it_has() {
    let info = json!({ "name": "n", "schema": "s" });
    let inner = json!([{ "request": { "url": 5 } }, { "request": { "url": 5 } }]);
    let found = check(&json!({ "info": info, "item": [{ "item": inner, "request": null }] }));
    let pointers: Vec<_> = found.iter().map(|f| f.primary.pointer.as_str()).collect();
    assert_eq!(pointers, ["/item/0/item/0/request/url", "/item/0/item/1/request/url"]);
}

#[test]
fn each_of_many_faults_is_found() {
    let mut document = base();
    document["info"]["name"] = json!(null);
    document["variable"] = json!([{ "type": "secret" }, { "key": "a", "type": "x" }, 5]);
    document["item"][0]["request"]["header"] =
        json!([{ "key": "a" }, "b", { "key": 5, "value": 5 }]);
    let found = check(&document);
    let pointers: Vec<_> = found.iter().map(|f| f.primary.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/info/name",
            "/item/0/request/header/0",
            "/item/0/request/header/1",
            "/item/0/request/header/2/key",
            "/item/0/request/header/2/value",
            "/variable/0/type",
            "/variable/0",
            "/variable/1/type",
            "/variable/2",
        ]
    );
}

#[test]
fn text_of_the_file_cannot_steer_a_terminal() {
    let mut document = base();
    document["item"][0]["request"]["body"]["mode"] = json!("a\n\u{1b}[31m");
    let message = only(&document).message;
    assert!(message.starts_with("`mode` of this request body is `a\\n\\u{1b}[31m`;"), "{message}");
    document = base();
    document["item"][0]["request"]["header"] = json!([{ "key": "X".repeat(99), "value": null }]);
    let message = only(&document).message;
    assert!(message.ends_with(&format!("Postman sends `{}…: null`", "X".repeat(40))), "{message}");
}

/// One edit at one place: a key taken away, or another plain value put there.
fn single_edits() -> Vec<Edit> {
    let values = [json!(null), json!(true), json!(5), json!(1.5), json!("text")];
    std::iter::once(Edit::Drop).chain(values.map(Edit::Put)).collect()
}

fn pointer(path: &Path) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Step::Index(index) => format!("/{index}"),
    });
    steps.collect()
}

#[test]
fn one_edit_is_one_finding_at_its_place() {
    let sink = fixture("kitchen-sink.postman_collection.json");
    let mut sink: Value = serde_json::from_str(&sink).expect("the kitchen sink");
    assert_eq!(check(&sink), []);
    let (mut broken, mut edits) = (0, 0);
    for path in mutation::places(&sink) {
        for edit in single_edits() {
            let Some(undo) = mutation::apply(&mut sink, &path, &edit) else { continue };
            edits += 1;
            let found = check(&sink);
            undo.restore(&mut sink);
            if found.is_empty() {
                continue;
            }
            broken += 1;
            let place = pointer(&path);
            let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent);
            let expected = if matches!(edit, Edit::Drop) { parent } else { &place };
            let places: Vec<_> = found.iter().map(|f| f.primary.pointer.as_str()).collect();
            assert_eq!(places, [expected], "{edit:?} at {place}: {found:#?}");
        }
    }
    assert!(broken > 1_000, "{broken} of {edits}");
}
