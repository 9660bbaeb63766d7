//! Rules about the structure of a collection.

use serde_json::json;

use super::{collection, found, mended, request};

const NONE: [&str; 0] = [];

#[test]
fn a_misspelt_key_is_renamed_in_its_place() {
    let file = request(&json!({
        "method": "GET", "Header": [], "url": "https://h/",
        "body": {"mode": "raw", "raw": "", "option": {"raw": {"language": "json"}}},
    }));
    assert_eq!(
        found("misspelt-key", &file),
        [
            "/item/0/request/Header: `Header` is no key of this request, and Postman ignores it; \
             expected `header`",
            "/item/0/request/body/option: `option` is no key of this request body, and Postman \
             ignores it; expected `options`",
        ]
    );
    let mended = mended("misspelt-key", &file);
    assert_eq!(mended["item"][0]["request"]["header"], json!([]));
}

#[test]
fn keys_of_programs_and_keys_that_stand_beside_the_right_one_are_no_slips() {
    let file = collection(&json!([{
        "name": "r", "_postman_id": "1", "names": "x", "uid": "1",
        "request": {"name": "n", "method": "GET", "url": "https://h/", "urls": [],
            "header": [{"key": "a", "value": "b", "type": "text", "name": "a", "values": 1, "uuid": "2"}]},
        "response": [{"name": "e", "uid": "3", "createdAt": "now"}],
    }]));
    assert_eq!(found("misspelt-key", &file), NONE);
}

#[test]
fn a_slip_in_a_key_that_has_to_be_there_is_told_once() {
    let file = request(&json!({"url": "https://h/", "header": [{"kye": "a", "value": "b"}]}));
    assert_eq!(found("misspelt-key", &file), NONE);
    assert_eq!(found("schema", &file).len(), 1);
}

#[test]
fn a_misplaced_key_is_moved_where_it_belongs() {
    let file = collection(&json!([
        {"name": "r", "auth": {"type": "noauth"}, "event": [{"listen": "test", "exec": ["a"]}],
         "request": {"url": "https://h/", "protocolProfileBehavior": {"followRedirects": false}}},
    ]));
    assert_eq!(found("misplaced-key", &file).len(), 3);
    let mended = mended("misplaced-key", &file);
    assert_eq!(
        mended["item"][0],
        json!({
            "name": "r", "event": [{"listen": "test", "script": {"exec": ["a"]}}],
            "request": {"url": "https://h/", "auth": {"type": "noauth"}},
            "protocolProfileBehavior": {"followRedirects": false},
        })
    );
}

#[test]
fn what_is_empty_or_in_an_example_is_not_misplaced() {
    let event = json!([{"listen": "test", "script": {"exec": ["a"]}}]);
    let file = collection(&json!([{
        "name": "r", "auth": null, "variable": [],
        "request": {"url": "https://h/", "event": [], "protocolProfileBehavior": {}},
        "response": [{"originalRequest": {"url": "https://h/", "event": event}}],
    }]));
    assert_eq!(found("misplaced-key", &file), NONE);
}

#[test]
fn variables_of_folders_have_no_effect() {
    let file = collection(&json!([
        {"name": "f", "variable": [{"key": "a", "value": "1"}], "item": [{"name": "r", "request": "https://h/{{a}}"}]},
    ]));
    assert_eq!(
        found("misplaced-key", &file),
        [
            "/item/0/variable: the variables of this folder have no effect: Postman knows those of the \
          collection only"
        ]
    );
}

#[test]
fn what_enabled_was_to_switch_off_is_disabled() {
    let row = json!({"key": "a", "value": "b", "enabled": false});
    let mut file = collection(&json!([{
        "name": "r", "event": [{"listen": "test", "enabled": false, "script": {"exec": ["a"]}}],
        "request": {"method": "POST", "header": [row], "url": {"host": ["h"], "query": [row]},
            "body": {"mode": "urlencoded", "urlencoded": [row], "formdata": [row]}},
    }]));
    file["variable"] = json!([row]);
    assert_eq!(found("enabled-instead-of-disabled", &file).len(), 6);
    let mended = mended("enabled-instead-of-disabled", &file);
    let row = json!({"key": "a", "value": "b", "disabled": true});
    assert_eq!(mended["item"][0]["request"]["header"], json!([row]));
    assert_eq!(mended["item"][0]["event"][0]["disabled"], json!(true));
    assert_eq!(mended["variable"], json!([row]));
}

#[test]
fn enabled_does_no_harm_where_nothing_is_off_or_disabled_says_it_too() {
    let rows = json!([
        {"key": "a", "value": "b", "enabled": true}, {"key": "a", "value": "b", "enabled": false, "disabled": true},
    ]);
    assert_eq!(
        found(
            "enabled-instead-of-disabled",
            &request(&json!({"url": "https://h/", "header": rows}))
        ),
        NONE
    );
}

#[test]
fn an_id_that_stands_twice_is_taken_out_of_the_copy() {
    let file = collection(&json!([
        {"id": "x", "name": "a", "request": "https://h/a"},
        {"name": "f", "_postman_id": "x", "item": [{"id": "", "name": "b", "request": "https://h/b"}]},
        {"id": "", "name": "c", "request": "https://h/c"},
    ]));
    let message =
        "the id `x` is that of an earlier entry, too; expected each entry to have its own";
    assert_eq!(found("duplicate-id", &file), [format!("/item/1/_postman_id: {message}")]);
    assert_eq!(mended("duplicate-id", &file)["item"][1].get("_postman_id"), None);
}

#[test]
fn a_copy_is_found_whatever_it_is_called_and_wherever_it_stands_in_its_folder() {
    let file = collection(&json!([
        {"name": "a", "request": {"method": "GET", "url": {"raw": "https://h/a", "host": ["h"], "path": ["a"]}}},
        {"name": "b", "request": "https://h/b"},
        {"name": "a", "id": "3", "description": "d", "event": [],
         "request": {"url": {"path": ["a"], "host": ["h"], "raw": "https://h/a"}, "method": "GET", "description": "e"}},
        {"name": "f", "item": [{"name": "a", "request": "https://h/b"}]},
    ]));
    assert_eq!(
        found("duplicate-request", &file),
        ["/item/2/name: `a` stands twice in this folder, and does the same both times"]
    );
}

#[test]
fn requests_that_differ_in_anything_they_do_are_no_copies() {
    let scripts = json!([{"listen": "test", "script": {"exec": ["pm.test('a', () => {});"]}}]);
    let body = |variables: &str| {
        json!({"method": "POST", "url": "https://h/q",
            "body": {"mode": "graphql", "graphql": {"query": "q", "variables": {"name": variables}}}})
    };
    let file = collection(&json!([
        {"name": "get", "request": "https://h/a", "event": scripts},
        {"name": "change", "request": body("a")},
        {"name": "change", "request": body("b")},
        {"name": "get again", "request": "https://h/a", "event": scripts},
        {"name": "get", "request": "https://h/a"},
        {"name": "draft", "request": {}},
        {"name": "draft", "request": {}},
    ]));
    assert_eq!(found("duplicate-request", &file), NONE);
}

#[test]
fn only_folders_without_anything_to_read_are_empty() {
    let file = collection(&json!([
        {"name": "a", "item": []},
        {"name": "b", "item": [], "description": {"content": "read this"}},
        {"name": "c", "item": [{"item": [], "description": " "}]},
    ]));
    assert_eq!(
        found("empty-folder", &file),
        [
            "/item/0/name: the folder `a` holds nothing, expected requests",
            "/item/2/item/0/item: this folder holds nothing, expected requests",
        ]
    );
}

#[test]
fn a_name_of_blanks_is_none() {
    let file = collection(&json!([
        {"name": " ", "request": "https://h/a"}, {"name": null, "item": [{"request": "https://h/b"}]},
    ]));
    assert_eq!(found("unnamed-item", &file).len(), 3);
}
