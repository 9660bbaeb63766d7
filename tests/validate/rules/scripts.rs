//! Rules about scripts.

use serde_json::{Value, json};

use countersign::runtime::Setup;
use countersign::world::Engine;

use super::{collection, findings_in, found, mended, shown};

/// A request that sends nothing private, with scripts: an event and lines each.
fn with_scripts(scripts: &[(&str, &[&str])]) -> Value {
    let events: Vec<_> = scripts
        .iter()
        .map(|(listen, lines)| json!({"listen": listen, "script": {"exec": lines}}))
        .collect();
    json!({"name": "r", "event": events, "request": "https://example.com/"})
}

fn before(lines: &[&str]) -> Value {
    collection(&json!([with_scripts(&[("prerequest", lines)])]))
}

#[test]
fn a_deprecated_global_is_told_once_however_many_scripts_use_it() {
    let script = with_scripts(&[("test", &["tests['a'] = true;", "var _ = 1; _;"])]);
    let other = with_scripts(&[("prerequest", &["// first", "if (tests) {}"])]);
    let off = with_scripts(&[("tset", &["tests['b'] = true;"])]);
    assert_eq!(
        found("deprecated-global", &collection(&json!([script, script, other, off]))),
        ["/item/0/event/0/script/exec/0: the script uses the deprecated `tests`, as do 2 other \
          scripts; expected `pm.test()`"]
    );
}

#[test]
fn names_of_a_scripts_own_are_no_deprecated_globals() {
    for lines in [
        ["data = JSON.parse('{}');", "use(data.a);"],
        ["function f(request) { return request.url; }", "f({request: 1});"],
        ["pm.sendRequest('x', (error, data) => { data.json(); });", "pm.request.url;"],
        ["\"use sandbox2\"; environment.a", ""],
        ["// CryptoJS", "'postman.setNextRequest'"],
    ] {
        assert_eq!(found("deprecated-global", &before(&lines)), [""; 0], "{lines:?}");
    }
}

#[test]
fn deprecated_globals_are_replaced_where_the_new_one_is_the_same() {
    let lines =
        ["  postman.setNextRequest('a'); postman.setNextRequest(null);", "CryptoJS.MD5('é');"];
    let script = with_scripts(&[("prerequest", &lines)]);
    let mended = mended("deprecated-global", &collection(&json!([script, script])));
    let expected = json!([
        "var CryptoJS = require(\"crypto-js\");",
        "  pm.execution.setNextRequest('a'); pm.execution.setNextRequest(null);",
        "CryptoJS.MD5('é');",
    ]);
    for index in [0, 1] {
        assert_eq!(mended["item"][index]["event"][0]["script"]["exec"], expected);
    }
}

#[test]
fn scripts_of_one_text_are_mended_too() {
    let script = json!({"listen": "prerequest", "script": "// é\r\nCryptoJS.MD5('');\r\n"});
    let file = collection(&json!([{"name": "r", "event": [script], "request": "https://e.com"}]));
    let mended = mended("deprecated-global", &file);
    assert_eq!(
        mended["item"][0]["event"][0]["script"],
        "var CryptoJS = require(\"crypto-js\");\r\n// é\r\nCryptoJS.MD5('');\r\n"
    );
}

#[test]
fn scripts_that_leak_the_same_names_are_told_once() {
    let one = with_scripts(&[("prerequest", &["b = 1;", "a = b;"])]);
    let other = with_scripts(&[("prerequest", &["a = 2; b = a;", "delete this.c;"])]);
    let file = collection(&json!([one, other, one]));
    assert_eq!(
        found("leaked-global", &file),
        [
            "/item/0/event/0/script/exec/0: the script assigns `a` and `b` without declaring them, as \
          do 2 other scripts, so that later scripts see them"
        ]
    );
    let mended = mended("leaked-global", &file);
    let lines = |index: usize| &mended["item"][index]["event"][0]["script"]["exec"];
    assert_eq!(lines(2), &json!(["var b = 1;", "var a = b;"]));
    assert_eq!(lines(1), &json!(["var a = 2; var b = a;", "delete this.c;"]));
}

#[test]
fn globals_that_hand_something_on_are_left_alone() {
    let writes = with_scripts(&[("prerequest", &["token = 'a';"])]);
    let reads = with_scripts(&[("test", &["console.log(token)"])]);
    assert_eq!(found("leaked-global", &collection(&json!([writes, reads]))), [""; 0]);
    let counts = ["last = (typeof last === 'number' ? last : 0) + 1;"];
    assert_eq!(found("leaked-global", &before(&counts)), [""; 0]);
    assert_eq!(found("leaked-global", &before(&["var a = 1; a = 2; let b; b = 3;"])), [""; 0]);
}

#[test]
fn a_leak_in_a_function_has_no_fix() {
    let file = before(&["function f() { a = 1; }", "f(); b = 2;"]);
    let found = super::findings(&file);
    let leak = found.iter().find(|it| it.rule.as_str() == "leaked-global").expect("it leaks");
    assert_eq!(leak.fix, None);
}

#[test]
fn a_script_that_neither_engine_compiles_is_told_where() {
    let broken = ["var a = 1;", "if (a {", "}"];
    let test = with_scripts(&[("test", &broken)]);
    let off = json!({"listen": "test", "disabled": true, "script": {"exec": broken}});
    let off = json!({"name": "r", "event": [off], "request": "https://example.com/"});
    let file = collection(&json!([test, test, off]));
    let found = found("script-syntax", &file);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(
            "/item/0/event/0/script/exec/1: the script does not compile, as does 1 other script: \
             SyntaxError: "
        ),
        "{found:?}"
    );
    assert_eq!(super::found("script-error", &file), [""; 0]);
}

#[test]
fn what_does_not_compile_before_a_request_is_told_once() {
    let file = before(&["var a = ;"]);
    assert_eq!(found("script-syntax", &file).len(), 1);
    assert_eq!(found("script-error", &file), [""; 0]);
}

#[test]
fn an_error_of_a_text_that_is_evaluated_is_no_syntax_error_of_the_script() {
    let file = before(&["JSON.parse('{');"]);
    assert_eq!(found("script-syntax", &file), [""; 0]);
    assert_eq!(found("script-error", &file).len(), 1);
}

#[test]
fn a_script_that_fails_for_many_requests_is_told_once() {
    let event = json!([{"listen": "prerequest", "script": {"exec": ["", "undefined.a;"]}}]);
    let request = json!({"name": "r", "request": "https://example.com/"});
    let folder = json!({"name": "f", "event": event, "item": [request, request, request]});
    let found = found("script-error", &collection(&json!([folder])));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(
            "/item/0/event/0/script/exec/1: a script of `r` and 2 other requests fails: TypeError"
        ),
        "{found:?}"
    );
}

#[test]
fn a_script_that_lacks_what_is_not_here_is_no_fault() {
    for lines in [
        ["JSON.parse(pm.environment.get('session')).id;", ""],
        ["if (!pm.variables.get('host')) { throw new Error('no host'); }", ""],
        ["pm.sendRequest('https://e.com', (e, r) => {", "r.json().a.b; });"],
    ] {
        assert_eq!(found("script-error", &before(&lines)), [""; 0], "{lines:?}");
    }
}

#[test]
fn with_an_environment_a_variable_that_nothing_sets_is_missed() {
    let mut setup = Setup::new(Engine::Postman, 1_767_225_600_000);
    setup.environment = json!({"name": "e", "values": [{"key": "a", "value": "1"}]});
    let reads = with_scripts(&[("prerequest", &["pm.variables.get('session').trim();"])]);
    let sets = with_scripts(&[("test", &["pm.environment.set('session', 'x');"])]);
    let file =
        |items: &Value| shown("script-error", &findings_in(&collection(items), setup.clone()));
    assert_eq!(file(&json!([reads])).len(), 1);
    assert_eq!(file(&json!([reads, sets])), [""; 0]);
}

#[test]
fn a_signing_script_that_finds_no_variable_is_a_fault() {
    let sign = ["CryptoJS.enc.Base64.parse(pm.variables.get('api_secrte'));"];
    let event = json!([{"listen": "prerequest", "script": {"exec": sign}}]);
    let request = json!({"method": "POST", "url": "https://api.kraken.com/0/private/Balance"});
    let file = collection(&json!([{"name": "r", "event": event, "request": request}]));
    assert_eq!(found("script-error", &file).len(), 1);
}

#[test]
fn scripts_without_an_end_are_told_by_what_they_do() {
    let says = |lines: &[&str]| found("script-limit", &before(lines));
    let prefix = "/item/0/event/0/script/exec: a script of `r`";
    assert_eq!(
        says(&["setInterval(function () {}, 1000);"]),
        [format!("{prefix} sets timers without end")]
    );
    assert_eq!(
        says(&["await new Promise(function () {});"]),
        [format!("{prefix} waits for a promise that nothing settles")]
    );
    assert_eq!(
        says(&["var until = Date.now() + 10;", "while (Date.now() < until) {}"]),
        [format!("{prefix} runs for more than two seconds while the clock stands still")]
    );
    assert_eq!(says(&["setTimeout(function () {}, 60000);"]), [""; 0]);
}

#[test]
fn what_newman_lacks_is_told_by_name() {
    let says = |lines: &[&str]| found("engine-incompatible", &before(lines));
    let only = "the script works in Postman's app only: Newman";
    assert_eq!(
        says(&["var a;", "  await a;"]),
        [format!("/item/0/event/0/script/exec/1: {only} knows `await` only in async functions")]
    );
    assert_eq!(
        says(&["const _ = require('lodash');"]),
        [format!(
            "/item/0/event/0/script/exec/0: {only} provides `_` itself, and takes no `const` for it"
        )]
    );
    assert_eq!(
        says(&["new URL('https://e.com').host;"]),
        [format!("/item/0/event/0/script/exec/0: {only} has no `URL`")]
    );
    assert_eq!(
        says(&["(async () => {", "crypto.randomUUID(); })();"]),
        [format!("/item/0/event/0/script/exec/1: {only} has no `crypto`")]
    );
    assert_eq!(
        says(&["pm.vault.get('a').then(console.log, console.log);"]),
        [format!("/item/0/event/0/script/exec/0: {only} has no `pm.vault`")]
    );
    assert_eq!(
        says(&["pm.sendRequest('https://e.com').then(console.log, console.log);"]),
        [format!("/item/0/event/0/script/exec/0: {only} has no promise of `pm.sendRequest`")]
    );
}

#[test]
fn what_works_in_both_engines_is_left_alone() {
    for line in [
        "(async () => { await 1; })();",
        "var CryptoJS = require('crypto-js');",
        "if (typeof URL !== 'undefined') { new URL('https://e.com'); }",
        "pm.sendRequest('https://e.com', function () {});",
        "function f() { const environment = 1; return environment; } f();",
        "var URL = require('url'); URL.parse('https://e.com');",
        "pm.variables.set('crypto', 'URL');",
    ] {
        assert_eq!(found("engine-incompatible", &before(&[line])), [""; 0], "{line}");
    }
}

#[test]
fn scripts_after_a_reply_are_looked_at_in_both_engines() {
    let file = collection(&json!([with_scripts(&[("test", &["structuredClone({});"])])]));
    assert_eq!(
        found("engine-incompatible", &file),
        ["/item/0/event/0/script/exec/0: the script works in Postman's app only: Newman has no \
          `structuredClone`"]
    );
}

#[test]
fn declarations_of_provided_names_are_mended() {
    let lines =
        ["const CryptoJS = require('crypto-js'); let _ = 1;", "x(() => { const pm = 1; });"];
    let file = before(&lines);
    assert_eq!(
        mended("engine-incompatible", &file)["item"][0]["event"][0]["script"]["exec"][0],
        "var CryptoJS = require('crypto-js'); var _ = 1;"
    );
}
