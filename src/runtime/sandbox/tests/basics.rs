use serde_json::json;

use super::super::{Engine, Sandbox, Script, ScriptState, Settings};

#[test]
fn sets_a_variable() {
    let mut sandbox = Sandbox::new(Settings::new(Engine::Newman)).expect("starts");
    let mut state = ScriptState::new(json!({"method": "GET", "url": "https://example.com/a?x=1"}));
    let outcome = sandbox.run(
        &Script::prerequest("pm.variables.set('a', pm.request.url.query.get('x')); console.log('hi', {a: [1]}, this === undefined); pm.request.headers.add({key:'X', value:'y'})"),
        &mut state,
    );
    println!("{outcome:?} {state:?}");
    assert!(outcome.errors.is_empty());
    assert_eq!(state.request["header"][0]["value"], "y");
}
