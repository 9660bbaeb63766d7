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
