//! What is told of a script beyond what it changed.

use serde_json::json;

use super::super::{Engine, Sandbox, Script, ScriptOutcome, ScriptState, Settings, Variable};
use crate::variables::Origin;

/// Runs scripts one after another in a sandbox of either engine.
fn outcomes(engine: Engine, texts: &[&str]) -> Vec<ScriptOutcome> {
    let mut sandbox = Sandbox::new(Settings::new(engine)).expect("the engine starts");
    let mut state = ScriptState::new(json!({"method": "GET", "url": "https://example.com/a?x=1"}));
    let environment = &mut state.scopes.environment;
    environment.push("here", "1");
    environment.push("empty", "");
    environment.variables.push(Variable { disabled: true, ..Variable::new("off", "1") });
    state.scopes.globals.push("everywhere", "{{open}}");
    texts.iter().map(|text| sandbox.run(&Script::prerequest(*text), &mut state)).collect()
}

fn outcome(text: &str) -> ScriptOutcome {
    let [one, other] = [Engine::Newman, Engine::Postman].map(|engine| outcomes(engine, &[text]));
    assert_eq!(one[0].errors, [], "{text}");
    let told = |it: &ScriptOutcome| {
        (it.unset_reads.clone(), it.written.clone(), it.leaked_globals.clone())
    };
    assert_eq!(told(&one[0]), told(&other[0]), "{text}");
    other.into_iter().next().expect("one script has one outcome")
}

#[test]
fn names_that_are_asked_for_and_not_there_are_told() {
    for (text, names) in [
        (
            "pm.environment.get('here'); pm.variables.get('here'); pm.variables.get('everywhere')",
            &[][..],
        ),
        (
            "pm.variables.get('a'); pm.environment.get('b'); pm.globals.get('c'); pm.collectionVariables.get('d')",
            &["a", "b", "c", "d"],
        ),
        (
            "pm.globals.get('here'); pm.environment.get('empty'); pm.environment.get('off'); pm.globals.get('here')",
            &["here", "empty", "off"],
        ),
        (
            "environment.a; environment.here; globals['b c']; JSON.stringify(environment); environment.toString()",
            &["a", "b c", "empty"],
        ),
        ("postman.getEnvironmentVariable('a'); postman.getGlobalVariable('b')", &["a", "b"]),
        (
            "pm.variables.replaceIn('{{here}} {{a}} {{$guid}} {{everywhere}}'); pm.environment.replaceIn('{{ here }}')",
            &["a", "open", " here "],
        ),
        (
            "pm.environment.has('a'); pm.environment.toObject().b; pm.iterationData.get('c'); data.d",
            &[],
        ),
        (
            "pm.environment.set('a', 1); pm.environment.get('a'); pm.environment.set('b', null); pm.environment.get('b')",
            &["b"],
        ),
    ] {
        assert_eq!(outcome(text).unset_reads, names, "{text}");
    }
}

#[test]
fn variables_that_are_set_are_told_with_their_scope() {
    let text = "pm.environment.set('api_signature', 1); pm.variables.set('a', 1); pm.globals.set('g', 1); pm.variables.set('a', 2);
        pm.collectionVariables.set('c', 1); postman.setEnvironmentVariable('old', 1); environment.copy = 1;
        pm.environment.unset('here'); new (require('postman-collection').VariableScope)([]).set('foreign', 1);";
    let written = outcome(text).written;
    let shown: Vec<_> = written.iter().map(|it| (it.scope, it.name.as_str())).collect();
    let expected = [
        (Origin::Environment, "api_signature"),
        (Origin::Local, "a"),
        (Origin::Globals, "g"),
        (Origin::Collection, "c"),
        (Origin::Environment, "old"),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn a_leaked_global_is_told_of_the_script_that_makes_it() {
    for engine in [Engine::Newman, Engine::Postman] {
        let texts = [
            "a = 1; var b = 2; (function () { c = 3; })(); setTimeout(function () { late = 4; }, 1);",
            "a = 2; d = 5;",
            "function f() { var inner = 1; } let e = 1; f();",
            "x = 1; nowhere();",
        ];
        let leaked = outcomes(engine, &texts).into_iter().map(|outcome| outcome.leaked_globals);
        let leaked: Vec<_> = leaked.collect();
        assert_eq!(leaked, [vec!["a", "c", "late"], vec!["d"], vec![], vec!["x"]], "{engine:?}");
    }
}

#[test]
fn looking_at_the_request_is_told() {
    for text in ["pm.request", "pm.request.method", "request.url", "pm.request.headers.get('a')"] {
        assert!(outcome(text).reads_request, "{text}");
    }
    for text in
        ["", "pm.variables.set('a', Date.now())", "var request = 1; request", "pm.info.requestName"]
    {
        assert!(!outcome(text).reads_request, "{text}");
    }
}

#[test]
fn asking_for_the_time_is_told() {
    for text in [
        "Date.now()",
        "new Date()",
        "Date()",
        "require('moment')()",
        "_.now()",
        "pm.variables.replaceIn('{{$timestamp}}')",
        "pm.variables.replaceIn('{{$isoTimestamp}}')",
        "pm.variables.replaceIn('{{$randomDatePast}}')",
    ] {
        assert!(outcome(text).reads_clock, "{text}");
    }
    for text in [
        "new Date(5)",
        "Date.UTC(2020, 1)",
        "setTimeout(function () {}, 5)",
        "pm.variables.replaceIn('{{$guid}}')",
    ] {
        assert!(!outcome(text).reads_clock, "{text}");
    }
}
