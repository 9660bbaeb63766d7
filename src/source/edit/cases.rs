//! Edits of files as they are found, one by one.

use serde_json::json;

use super::tests::read;
use super::*;

/// The text after the edits.
fn edited(text: &str, ask: impl FnOnce(&mut Edits<'_>) -> Result<(), EditError>) -> String {
    let document = read(text);
    let mut edits = Edits::of(&document);
    ask(&mut edits).unwrap();
    edits.applied().unwrap()
}

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).unwrap()
}

#[test]
fn a_row_on_one_line_stays_on_one_line() {
    let text = "{\n  \"rows\": [\n    { \"key\": \"a\" },\n    { \"key\": \"b\" }\n  ]\n}\n";
    let with_member = edited(text, |edits| {
        edits.insert_member(&pointer("/rows/1"), Some("key"), "disabled", true.into())
    });
    assert_eq!(with_member, text.replace("\"b\" }", "\"b\", \"disabled\": true }"));
    let emptied = edited(text, |edits| {
        edits.remove(&pointer("/rows/0/key"))?;
        edits.insert_member(&pointer("/rows/0"), None, "id", 1.into())
    });
    assert_eq!(emptied, text.replace("\"key\": \"a\"", "\"id\": 1"));
}

#[test]
fn an_empty_list_is_filled_as_its_neighbours_are() {
    let text = "{\r\n\t\"a\": [],\r\n\t\"b\": {}\r\n}";
    let filled = edited(text, |edits| {
        edits.insert_entry(&pointer("/a"), 0, json!({"x": []}))?;
        edits.insert_member(&pointer("/b"), None, "y", 1.into())
    });
    let expected = "{\r\n\t\"a\": [\r\n\t\t{\r\n\t\t\t\"x\": []\r\n\t\t}\r\n\t],\r\n\t\"b\": {\r\n\t\t\"y\": 1\r\n\t}\r\n}";
    assert_eq!(filled, expected);
    assert_eq!(
        edited("{\"a\":[ ]}", |it| it.insert_entry(&pointer("/a"), 9, 1.into())),
        "{\"a\":[1]}"
    );
}

#[test]
fn what_is_removed_takes_its_comma_along() {
    let text = "[\n  1,\n\n  2,\n  3\n]";
    assert_eq!(edited(text, |edits| edits.remove(&pointer("/0"))), "[\n  2,\n  3\n]");
    assert_eq!(edited(text, |edits| edits.remove(&pointer("/2"))), "[\n  1,\n\n  2\n]");
    let all =
        edited(text, |it| (0..3).try_for_each(|index| it.remove(&Pointer::root().index(index))));
    assert_eq!(all, "[]");
}

#[test]
fn a_key_that_stands_twice_goes_twice() {
    let text = r#"{"a": 1, "b": 2, "\u0061": 3}"#;
    assert_eq!(edited(text, |edits| edits.remove(&pointer("/a"))), r#"{"b": 2}"#);
    assert_eq!(
        edited(text, |edits| edits.rename(&pointer("/a"), "c")),
        r#"{"c": 1, "b": 2, "c": 3}"#
    );
}

#[test]
fn half_a_character_is_written_as_it_was_read() {
    let text = r#"{"a": "\ud83d", "b": 1}"#;
    let half = read(text).value()["a"].clone();
    assert_eq!(
        edited(text, |edits| edits.replace(&pointer("/b"), &half)),
        text.replace('1', r#""\ud83d""#)
    );
}

#[test]
fn refuses_what_cannot_be_done() {
    let document = read(r#"{"a": [1], "b": {"c": 2}}"#);
    let mut edits = Edits::of(&document);
    let not_found = EditError::NotFound { pointer: pointer("/x") };
    assert_eq!(edits.remove(&pointer("/x")), Err(not_found));
    assert_eq!(edits.remove(&pointer("")), Err(EditError::WholeDocument));
    let exists = || Err(EditError::KeyExists { pointer: pointer("/b/c") });
    assert_eq!(edits.insert_member(&pointer("/b"), None, "c", 1.into()), exists());
    let refused = edits.insert_member(&pointer("/a"), None, "c", 1.into());
    assert_eq!(refused, Err(EditError::NotAnObject { pointer: pointer("/a") }));
    let refused = edits.insert_entry(&pointer("/b"), 0, 1.into());
    assert_eq!(refused, Err(EditError::NotAList { pointer: pointer("/b") }));
    assert_eq!(
        edits.rename(&pointer("/a/0"), "x"),
        Err(EditError::NotAnObject { pointer: pointer("/a") })
    );
    assert!(edits.is_empty());
    edits.replace(&pointer("/b/c"), &3.into()).unwrap();
    edits.remove(&pointer("/b")).unwrap();
    assert_eq!(edits.applied(), Err(EditError::Overlap { pointer: pointer("/b/c") }));
}

#[test]
fn ten_thousand_edits_are_made_in_one_pass() {
    let text = serde_json::to_string(&vec![json!({"a": [1], "b": 2}); 10_000]).unwrap();
    let every = |edit: &dyn Fn(&mut Edits<'_>, Pointer)| {
        edited(&text, |edits| {
            (0..10_000).for_each(|index| edit(edits, Pointer::root().index(index)));
            Ok(())
        })
    };
    let halved = every(&|edits, at| edits.remove(&at.join("a")).unwrap());
    assert_eq!(halved, serde_json::to_string(&vec![json!({"b": 2}); 10_000]).unwrap());
    assert_eq!(every(&|edits, at| edits.remove(&at).unwrap()), "[]");
}
