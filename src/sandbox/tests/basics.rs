//! What a caller of the sandbox can rely upon.

use serde_json::{Value, json};

use super::super::{
    Engine, NextRequest, Sandbox, Script, ScriptOutcome, ScriptState, Settings, Variable, When,
};

fn sandbox(engine: Engine) -> Sandbox {
    Sandbox::new(Settings::new(engine)).expect("the engine starts")
}

fn run(engine: Engine, text: &str) -> (ScriptOutcome, ScriptState) {
    let mut state = ScriptState::new(json!({"method": "GET", "url": "https://example.com/a?x=1"}));
    let outcome = sandbox(engine).run(&Script::prerequest(text), &mut state);
    (outcome, state)
}

fn lines(outcome: &ScriptOutcome) -> Vec<&str> {
    outcome.console.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn variables_and_request_come_back() {
    let text = "pm.variables.set('a', pm.request.url.query.get('x')); pm.request.headers.add({key: 'X', value: 'y'});";
    let (outcome, state) = run(Engine::Newman, text);
    assert!(!outcome.is_failed(), "{outcome:?}");
    assert_eq!(state.scopes.local.get("a").and_then(|found| found.value.clone()), Some(json!("1")));
    assert_eq!(state.request["header"], json!([{"key": "X", "value": "y"}]));
    assert_eq!(
        state.request["url"],
        json!("https://example.com/a?x=1"),
        "not touched, so as it was written"
    );
}

#[test]
fn parts_that_are_only_looked_at_stay_as_they_were_written() {
    let request = json!({
        "method": "post", "header": [{"key": "A", "value": 5, "odd": true}], "unknown": [1.5],
        "url": {"raw": "kept", "host": "a.b", "query": [{"key": "q", "value": 1}]},
        "body": {"mode": "urlencoded", "urlencoded": [{"key": "a", "value": null}], "graphql": {}}
    });
    let mut state = ScriptState::new(request.clone());
    let text = "console.log(pm.request.url + '', pm.request.headers.get('a'), pm.request.body + '', pm.request.method)";
    let outcome = sandbox(Engine::Postman).run(&Script::prerequest(text), &mut state);
    assert!(!outcome.is_failed(), "{outcome:?}");
    assert_eq!(state.request, request);
}

#[test]
fn untouched_variables_keep_type_and_text() {
    let mut state = ScriptState::new(json!({}));
    let secret = Variable { kind: Some("secret".to_owned()), ..Variable::new("key", "hush") };
    let number = Variable { kind: Some("number".to_owned()), ..Variable::new("n", "007.10") };
    state.scopes.environment.variables = vec![secret.clone(), number.clone()];
    let mut sandbox = sandbox(Engine::Postman);
    sandbox.run(&Script::prerequest("pm.environment.set('new', 1)"), &mut state);
    assert_eq!(state.scopes.environment.variables[..2], [secret, number]);
    sandbox.run(&Script::prerequest("pm.environment.set('key', 'other')"), &mut state);
    let changed = &state.scopes.environment.variables[0];
    assert_eq!((changed.kind.as_deref(), &changed.value), (Some("secret"), &Some(json!("other"))));
}

#[test]
fn changes_made_outside_are_seen_by_the_next_script() {
    let mut sandbox = sandbox(Engine::Newman);
    let mut state = ScriptState::new(json!({}));
    state.scopes.globals.push("g", "old");
    let read = Script::prerequest("console.log(pm.variables.get('g'), pm.variables.get('row'))");
    assert_eq!(lines(&sandbox.run(&read, &mut state)), ["old undefined"]);
    state.scopes.globals.variables[0].value = Some(json!("new"));
    state.scopes.data.insert("row".to_owned(), json!(3));
    assert_eq!(lines(&sandbox.run(&read, &mut state)), ["new 3"]);
}

#[test]
fn errors_point_into_the_script() {
    for engine in [Engine::Newman, Engine::Postman] {
        let (outcome, _) = run(engine, "var a = 1;\n\n  missing.x;\n");
        let error = &outcome.errors[0];
        assert_eq!(
            (error.name.as_str(), error.message.as_str()),
            ("ReferenceError", "missing is not defined")
        );
        assert_eq!((error.line, error.when), (Some(3), When::Script));
        let (outcome, _) = run(engine, "var a = 1;\nvar b = ;\n");
        assert_eq!(
            (outcome.errors[0].name.as_str(), outcome.errors[0].line),
            ("SyntaxError", Some(2))
        );
        let (outcome, _) = run(
            engine,
            "pm.request.headers.upsert(\n{get key() { throw new TypeError('deep'); }});",
        );
        assert_eq!((outcome.errors[0].message.as_str(), outcome.errors[0].line), ("deep", Some(2)));
    }
}

#[test]
fn globals_last_for_one_run_only() {
    let mut one = sandbox(Engine::Newman);
    let mut state = ScriptState::default();
    one.run(&Script::prerequest("shared = 5; var own = 6; String.prototype.mine = 7;"), &mut state);
    let look = Script::prerequest("console.log(typeof shared, typeof own, 'x'.mine)");
    assert_eq!(lines(&one.run(&look, &mut state)), ["number undefined 7"]);
    assert_eq!(
        lines(&sandbox(Engine::Newman).run(&look, &mut state)),
        ["undefined undefined undefined"]
    );
}

#[test]
fn time_stands_still_and_chance_repeats() {
    let text = "var t = Date.now(); setTimeout(function () { console.log(Date.now() - t, new Date(t).getTime() === t); }, 5000); console.log(Math.random(), Math.random())";
    let (first, _) = run(Engine::Newman, text);
    let (second, _) = run(Engine::Newman, text);
    assert_eq!(first.console, second.console);
    assert_eq!(first.console[1].text, "5000 true");
    let mut settings = Settings::new(Engine::Newman);
    settings.seed = 1;
    settings.clock_ms = 1_700_000_000_123;
    let mut other = Sandbox::new(settings).expect("the engine starts");
    let mut state = ScriptState::default();
    let outcome = other.run(&Script::prerequest(format!("{text}; console.log(t)")), &mut state);
    assert_ne!(outcome.console[0], first.console[0]);
    assert_eq!(outcome.console[1].text, "1700000000123");
    other.set_clock_ms(5);
    assert_eq!(
        lines(&other.run(&Script::prerequest("console.log(+new Date())"), &mut state)),
        ["5"]
    );
}

#[test]
fn dynamic_variables_are_drawn_by_the_caller() {
    let mut settings = Settings::new(Engine::Postman);
    let mut count = 0;
    settings.dynamic = Box::new(move |name| {
        count += 1;
        (name == "$guid").then(|| format!("guid-{count}"))
    });
    let mut sandbox = Sandbox::new(settings).expect("the engine starts");
    let script =
        Script::prerequest("console.log(pm.variables.replaceIn('{{$guid}} {{$guid}} {{$nope}}'))");
    assert_eq!(
        lines(&sandbox.run(&script, &mut ScriptState::default())),
        ["guid-1 guid-2 {{$nope}}"]
    );
}

#[test]
fn sends_are_refused_and_told() {
    let (outcome, _) = run(
        Engine::Newman,
        "pm.sendRequest('https://x.test/a', function (e) { console.log(e.message); })",
    );
    assert_eq!(outcome.refused_sends, ["https://x.test/a"]);
    assert_eq!(lines(&outcome), ["no request is sent from a script here"]);
    let (outcome, _) =
        run(Engine::Postman, "await pm.sendRequest({url: 'https://x.test/b', method: 'POST'})");
    assert_eq!(outcome.refused_sends, ["https://x.test/b"]);
    assert_eq!(outcome.errors[0].message, "no request is sent from a script here");
}

#[test]
fn what_is_missing_is_named() {
    for (text, name) in [
        ("typeof cheerio.load", "cheerio"),
        ("new Intl.NumberFormat()", "Intl"),
        ("pm.datasets('x')", "pm.datasets"),
        ("pm.vault.get('x').catch(function () {})", "pm.vault.get"),
        ("pm.cookies.jar().get('u', 'n', function () {})", "pm.cookies.jar().get"),
        ("new (require('postman-collection').Collection)()", "Collection"),
        ("new Date().format('x')", "Date.prototype.format"),
        ("pm.execution.runRequest('x').catch(function () {})", "pm.execution.runRequest"),
    ] {
        let (outcome, _) = run(Engine::Postman, &format!("try {{ {text} }} catch (e) {{}}"));
        assert!(
            outcome.warnings.iter().any(|warning| warning.contains(name)),
            "{text}: {outcome:?}"
        );
    }
    let (outcome, _) =
        run(Engine::Postman, "pm.variables.set('a', [1].map(String).length); Buffer.from('x');");
    assert_eq!(outcome.warnings, [""; 0]);
    let mut state = ScriptState::default();
    let outcome = sandbox(Engine::Newman).run(&Script::test("pm.response.json()"), &mut state);
    assert!(outcome.warnings[0].contains("pm.response"), "{outcome:?}");
}

#[test]
fn newman_loses_errors_of_timers_and_dies_of_rejections() {
    let (outcome, _) =
        run(Engine::Newman, "setTimeout(function () { throw new Error('late'); }, 1)");
    assert_eq!(outcome.errors[0].when, When::Timer);
    let (outcome, _) = run(Engine::Newman, "Promise.reject(new Error('lost'))");
    assert_eq!(
        (outcome.errors[0].when, outcome.errors[0].message.as_str()),
        (When::Rejection, "lost")
    );
    let (outcome, _) = run(
        Engine::Newman,
        "var p = Promise.reject(new Error('x')); setTimeout(function () { p.catch(function () {}); }, 1); p.then(null, function () {})",
    );
    assert!(outcome.errors.is_empty(), "{outcome:?}");
}

#[test]
fn a_result_that_is_not_waited_for_comes_too_late() {
    let text = "crypto.subtle.digest('SHA-256', new Uint8Array(1)).then(function () { pm.variables.set('late', 1); });";
    let (outcome, state) = run(Engine::Postman, text);
    assert_eq!(state.scopes.local.get("late"), None, "Postman is done before the result is there");
    assert!(outcome.warnings[0].contains("crypto.subtle"), "{outcome:?}");
    let (_, state) = run(Engine::Postman, &format!("await {text}"));
    assert!(state.scopes.local.get("late").is_some());
}

#[test]
fn skipping_ends_the_script_at_once() {
    let text = "pm.variables.set('a', 1); try { pm.execution.skipRequest(); } catch (e) {} pm.variables.set('b', 2); console.log('on');";
    let (outcome, state) = run(Engine::Newman, text);
    assert!(
        outcome.skip_request && outcome.errors.is_empty() && outcome.console.is_empty(),
        "{outcome:?}"
    );
    assert!(state.scopes.local.get("a").is_some() && state.scopes.local.get("b").is_none());
    let (outcome, _) = run(
        Engine::Postman,
        "setTimeout(function () { console.log('never') }, 1); pm.execution.skipRequest()",
    );
    assert!(outcome.skip_request && outcome.console.is_empty(), "{outcome:?}");
}

#[test]
fn the_next_request_is_told() {
    let next = |text| run(Engine::Newman, text).0.next_request;
    assert_eq!(next("postman.setNextRequest('B')"), Some(NextRequest::Named("B".to_owned())));
    assert_eq!(next("pm.execution.setNextRequest(null)"), Some(NextRequest::Stop));
    assert_eq!(next(""), None);
}

#[test]
fn hashes_are_traced() {
    let (outcome, _) = run(Engine::Newman, "CryptoJS.HmacSHA512('message', 'key') + ''");
    assert_eq!(outcome.crypto.len(), 1, "{:?}", outcome.crypto);
    assert_eq!(outcome.crypto[0].key.as_deref(), Some(b"key".as_slice()));
    assert_eq!(outcome.crypto[0].input, b"message");
}

#[test]
fn odd_values_survive_the_way_back() {
    let text = "pm.variables.set('big', 10n); var a = {}; a.a = a; pm.variables.set('circle', a); pm.variables.set('x', 1);
        pm.request.headers.add({key: 'A', value: a}); pm.request.method = 'PUT';";
    let (outcome, state) = run(Engine::Postman, text);
    let value = |key: &str| state.scopes.local.get(key).and_then(|found| found.value.clone());
    assert_eq!(
        (value("big"), value("circle"), value("x")),
        (Some(json!("10")), Some(Value::Null), Some(json!(1)))
    );
    assert_eq!((&state.request["method"], state.request.get("header")), (&json!("PUT"), None));
    assert_eq!(outcome.warnings.len(), 2, "{outcome:?}");
    let (_, state) = run(
        Engine::Postman,
        "pm.variables.set('lone', 'a\\ud800b'); pm.variables.set('nul', '\\u0000');",
    );
    let value = |key: &str| state.scopes.local.get(key).and_then(|found| found.value.clone());
    assert_eq!(value("lone"), Some(Value::from("a\u{fffd}b")));
    assert_eq!(value("nul"), Some(Value::from("\u{0}")));
}

#[test]
fn a_text_with_a_zero_byte_is_a_script_that_fails() {
    let (outcome, _) = run(Engine::Newman, "var a = '\0';");
    assert!(outcome.is_failed(), "{outcome:?}");
}
