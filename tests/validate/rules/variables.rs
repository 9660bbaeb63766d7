//! Rules about variables.

use countersign::runtime::Setup;
use countersign::world::Engine;
use serde_json::{Value, json};

use super::{collection, findings_in, findings_in_text, found, request, shown};

const NONE: [&str; 0] = [];

fn to(url: &str) -> Value {
    request(&json!({"method": "GET", "header": [], "url": url}))
}

fn with_variables(mut file: Value, variables: &Value) -> Value {
    file["variable"] = variables.clone();
    file
}

/// What a rule finds where this is the environment.
fn found_with(rule: &str, file: &Value, values: &Value) -> Vec<String> {
    let mut setup = Setup::new(Engine::Postman, 1_767_225_600_000);
    setup.environment = json!({"values": values});
    shown(rule, &findings_in(file, setup))
}

#[test]
fn without_an_environment_only_evident_slips_are_undefined() {
    let file = with_variables(
        to(
            "{{baseUrl}}/{{ order_id }}/{{acces_token}}/{{unknown}}/{{order_id2}}?a={{$randomFloat}}&b={{$guid}}&c={{baseUrl}}",
        ),
        &json!([{"key": "base_url", "value": "https://h"}, {"key": "order_id", "value": "1"}, {"key": "access_token", "value": "t"}]),
    );
    assert_eq!(
        found("undefined-variable", &file),
        [
            "/item/0/request/url: `{{ order_id }}` is defined nowhere, but `order_id` is, and Postman tells the two apart",
            "/item/0/request/url: there is no dynamic variable `{{$randomFloat}}`, and Postman sends it as it is written",
            "/item/0/request/url: `{{acces_token}}` is defined nowhere, but `access_token` is, and Postman tells the two apart",
            "/item/0/request/url: `{{baseUrl}}` is defined nowhere, but `base_url` is, and Postman tells the two apart",
        ]
    );
}

#[test]
fn with_an_environment_all_that_nothing_defines_is_undefined() {
    let file = with_variables(
        to("{{base_url}}/{{there}}/{{off}}/{{set}}/{{api_key}}/{{vault:x}}/{{#each}}/{{nowhere}}"),
        &json!([{"key": "base_url", "value": "https://h"}]),
    );
    let mut file = file;
    file["event"] =
        json!([{"listen": "test", "script": {"exec": ["pm.environment.set('set', 1);"]}}]);
    let values =
        json!([{"key": "there", "value": ""}, {"key": "off", "value": "1", "enabled": false}]);
    let names: Vec<_> = found_with("undefined-variable", &file, &values);
    assert_eq!(names.len(), 2, "{names:#?}");
    assert!(
        names[0].contains("defines `{{nowhere}}`") && names[1].contains("defines `{{off}}`"),
        "{names:#?}"
    );
    file["event"][0]["script"]["exec"] = json!(["pm.environment.set(name, 1);"]);
    assert_eq!(found_with("undefined-variable", &file, &values), NONE);
}

#[test]
fn what_is_not_sent_may_name_anything() {
    let file = request(&json!({
        "method": "POST", "description": "{{ base_url}}",
        "url": {"raw": "{{ base_url}}", "host": ["{{base_url}}"], "query": [{"key": "a", "value": "{{ base_url}}", "disabled": true}]},
        "body": {"mode": "none", "raw": "{{ base_url}}"}, "auth": {"type": "noauth", "basic": [{"key": "a", "value": "{{ base_url}}"}]},
    }));
    let file = with_variables(file, &json!([{"key": "base_url", "value": "https://h"}]));
    assert_eq!(found("undefined-variable", &file), NONE);
}

#[test]
fn a_variable_is_used_by_requests_variables_and_scripts() {
    let variables = json!([
        {"key": "a", "value": "{{b}}"}, {"key": "b", "value": "1"}, {"key": "c", "value": "1"},
        {"key": "d", "value": "1", "disabled": true}, {"key": "e", "value": "1"},
    ]);
    let mut file = with_variables(to("https://h/{{a}}"), &variables);
    file["event"] = json!([{"listen": "test", "script": {"exec": ["pm.variables.get('c');"]}}]);
    assert_eq!(found("unused-variable", &file), ["/variable/4: nothing uses the variable `e`"]);
    file["event"][0]["script"]["exec"] = json!(["pm.variables.get('c' + n);"]);
    assert_eq!(found("unused-variable", &file), NONE);
    assert_eq!(found("unused-variable", &collection(&json!([]))), NONE);
}

fn env(values: &Value) -> Value {
    json!({"name": "e", "values": values, "_postman_variable_scope": "environment"})
}

#[test]
fn values_that_are_sent_as_another_text_are_told() {
    let rows = json!([
        {"key": "object", "value": {"a": 1}}, {"key": "list", "value": [1]}, {"key": "none", "value": null},
        {"key": "number", "value": 1.50}, {"key": "typed", "value": "007", "type": "number"},
        {"key": "flag", "value": "false", "type": "boolean"}, {"key": "my_token", "value": 1e3},
    ]);
    let text = rows.to_string().replace("1.5}", "1.50}").replace("1000.0", "1e3");
    let names = "{{object}}{{list}}{{none}}{{number}}{{typed}}{{flag}}{{my_token}}";
    let text = with_variables(to(&format!("https://h/{names}")), &json!("ROWS"))
        .to_string()
        .replace("\"ROWS\"", &text);
    let setup = Setup::new(Engine::Postman, 1_767_225_600_000);
    let found: Vec<_> = findings_in_text(&text, setup)
        .into_iter()
        .filter(|found| found.rule.as_str() == "non-string-value")
        .map(|found| found.message)
        .collect();
    assert_eq!(
        found,
        [
            "the variable `object` is an object, and Postman puts `[object Object]` in the place of `{{object}}`; expected text",
            "the variable `list` is a list, and Postman puts its entries with commas between them in the place of `{{list}}`; expected text",
            "the variable `none` is null, and Postman puts the word `null` in the place of `{{none}}`; expected text",
            "the variable `number` is no text, and Postman sends `1.5` for `1.50`",
            "its `type` makes the variable `typed` a number, and Postman sends `7` for `007`",
            "its `type` makes the variable `flag` a boolean, and Postman sends `true` for `false`",
            "the variable `my_token` is no text, and Postman sends another text than is written",
        ]
    );
}

#[test]
fn values_that_are_sent_as_they_are_written_are_fine() {
    let rows = json!([
        {"key": "int", "value": 17}, {"key": "float", "value": 1.5}, {"key": "bool", "value": false},
        {"key": "typed", "value": "17", "type": "number"}, {"key": "unused", "value": {"a": 1}},
        {"key": "set", "value": null}, {"key": "off", "value": [], "disabled": true},
    ]);
    let mut file =
        with_variables(to("https://h/{{int}}{{float}}{{bool}}{{typed}}{{set}}{{off}}"), &rows);
    file["event"] = json!([{"listen": "prerequest", "script": {"exec": ["pm.collectionVariables.set('set', 1);"]}}]);
    assert_eq!(found("non-string-value", &file), NONE);
    let rows = json!([{"key": "a", "value": null}, {"key": "b", "value": 5}, {"key": "c", "value": [], "enabled": false}]);
    assert_eq!(found("non-string-value", &env(&rows)), NONE);
    assert_eq!(found("non-string-value", &env(&json!([{"key": "a", "value": []}]))).len(), 1);
}

#[test]
fn characters_that_split_a_url_are_told_where_they_do() {
    let variables = json!([
        {"key": "base", "value": "https://h/v?key=1"}, {"key": "part", "value": "a#b"}, {"key": "value", "value": "a&b"},
        {"key": "many", "value": "a=1&b=2"}, {"key": "fine", "value": "a/b=c"},
    ]);
    let url = "{{base}}/{{part}}?p={{value}}&{{many}}&q={{fine}}";
    let text = with_variables(to(url), &variables);
    let parts = json!({"host": ["{{base}}"], "path": ["{{part}}"], "query": [
        {"key": "p", "value": "{{value}}"}, {"key": "{{many}}", "value": null}, {"key": "q", "value": "{{fine}}"}]});
    let parts = with_variables(request(&json!({"url": parts})), &variables);
    for file in [text, parts] {
        let told: Vec<_> = found("url-structure-in-variable", &file)
            .iter()
            .map(|found| found.split_once(": ").expect("a place").1.to_owned())
            .collect();
        assert_eq!(
            told,
            [
                "the value of `{{base}}` has a `?`, and Postman takes the path behind it for a part of the query",
                "the value of `{{part}}` has a `#`, and Postman cuts the URL off there",
                "the value of `{{value}}` has a `&`, and Postman takes what follows for another param",
            ]
        );
    }
}

#[test]
fn a_variable_may_hold_a_whole_url_and_what_scripts_set_is_not_known() {
    let variables = json!([{"key": "whole", "value": "https://h/v?key=1&b=2#x"}, {"key": "set", "value": "a&b"}]);
    let mut file = with_variables(to("{{whole}}"), &variables);
    assert_eq!(found("url-structure-in-variable", &file), NONE);
    file = with_variables(to("https://h/?a={{set}}"), &variables);
    file["event"] =
        json!([{"listen": "prerequest", "script": {"exec": ["pm.variables.set('set', 1);"]}}]);
    assert_eq!(found("url-structure-in-variable", &file), NONE);
}

#[test]
fn values_of_the_environment_hide_those_of_the_collection() {
    let file = with_variables(to("https://h/?a={{x}}"), &json!([{"key": "x", "value": "a&b"}]));
    assert_eq!(found("url-structure-in-variable", &file).len(), 1);
    let environment = json!([{"key": "x", "value": "a"}]);
    assert_eq!(found_with("url-structure-in-variable", &file, &environment), NONE);
}
