//! Rules about variables.

use countersign::runtime::{Engine, Setup};
use serde_json::{Value, json};

use super::{collection, findings_in, found, request, shown};

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
