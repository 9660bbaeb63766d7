//! Scripts that break each limit, and what is left of them afterwards.

use std::time::{Duration, Instant};

use serde_json::json;

use super::super::{Breach, Engine, Limits, Sandbox, Script, ScriptOutcome, ScriptState, Settings};

fn quick() -> Limits {
    Limits { time: Duration::from_millis(500), memory: 24 << 20, ..Limits::default() }
}

/// Runs one script within narrow limits, then an honest one in the same sandbox, which has to work.
fn broken_by(text: &str) -> ScriptOutcome {
    broken_in(Engine::Postman, text)
}

fn broken_in(engine: Engine, text: &str) -> ScriptOutcome {
    let mut settings = Settings::new(engine);
    settings.limits = quick();
    let mut sandbox = Sandbox::new(settings).expect("the engine starts");
    let mut state = ScriptState::new(json!({"url": "https://example.com/a?b=1"}));
    let began = Instant::now();
    let outcome = sandbox.run(&Script::prerequest(text), &mut state);
    assert!(began.elapsed() < Duration::from_secs(5), "{text} took {:?}", began.elapsed());
    let honest = "pm.variables.set('after', [1, 2].map(function (n) { return n + 1; }).join() + pm.request.url.getPath())";
    let next = sandbox.run(&Script::prerequest(honest), &mut state);
    assert!(next.errors.is_empty() && next.breach.is_none(), "after {text}: {next:?}");
    assert_eq!(
        state.scopes.local.get("after").and_then(|found| found.value.clone()),
        Some(json!("2,3/a")),
        "{text}"
    );
    outcome
}

#[test]
fn endless_loops_end() {
    for text in [
        "while (true) {}",
        "for (;;) { try { while (true) {} } catch (e) {} }",
        "try { while (true) {} } finally { while (true) {} }",
        "function f() { f2(); } function f2() { while (true) { try { f(); } catch (e) {} } } f2();",
        "await new Promise(function () { while (true) {} });",
        "Promise.resolve().then(function () { while (true) {} });",
        "setTimeout(function () { while (true) {} }, 1);",
        "(function loop() { Promise.resolve().then(loop); })();",
        "var a = []; a.length = 4294967295; a.forEach(function () {}); a.map(function (x) { return x; });",
        "[3, 2, 1].sort(function () { while (true) {} });",
    ] {
        assert_eq!(broken_by(text).breach, Some(Breach::Time), "{text}");
    }
}

#[test]
fn loops_inside_the_engine_end() {
    for text in [
        "/(a+)+$/.test('a'.repeat(40) + 'b');",
        "'a'.repeat(40).concat('b').replace(/^(a|aa)+$/, '');",
        "/^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(60));",
        "Array.prototype.indexOf.call({length: 9007199254740991}, 1);",
        "Array.prototype.lastIndexOf.call({length: 9007199254740991}, 1);",
        "Array.prototype.includes.call({length: 9007199254740991}, 1);",
        "Array.prototype.reverse.call({length: 9007199254740991});",
        "Array.prototype.fill.call({length: 9007199254740991}, 1);",
        "Array.prototype.copyWithin.call({length: 9007199254740991}, 0, 5);",
        "Array.prototype.shift.call({length: 9007199254740991});",
        "Array.prototype.unshift.call({length: 9007199254740000}, 1);",
        "Array.prototype.splice.call({length: 9007199254740000}, 0, 1);",
        "Array.prototype.slice.call({length: 4294967295}, 0);",
        "Array.prototype.join.call({length: 4294967295}, '');",
        "Array.prototype.concat.call([], {length: 4294967295, [Symbol.isConcatSpreadable]: true});",
        "Array.prototype.sort.call({length: 4294967295});",
        "Array.prototype.flat.call({length: 9007199254740991});",
        "Array.prototype.every.call({length: 9007199254740991}, function () { return true; });",
        "Array.prototype.find.call({length: 9007199254740991}, function () { return false; });",
        "Array.prototype.at.call({length: 9007199254740991}, -1); while (true) {}",
        "new Array(4294967295).indexOf(1);",
        "new Array(4294967295).fill(0);",
        "new Array(4294967295).join('x');",
        "new Array(4294967295).reverse();",
        "Array.from({length: 4294967295});",
        "new Array(4294967295).toString();",
        "JSON.stringify(new Array(4294967295));",
        "new Array(4294967295).with(0, 1);",
        "new Array(4294967295).toSorted();",
        "Object.keys(new Proxy({}, {ownKeys: function () { while (true) {} }}));",
        "Reflect.apply(function () {}, null, {length: 4294967295});",
        "String.raw({raw: {length: 9007199254740991}});",
        "var x = 3n ** 600000n; for (var i = 0; i < 1000; i += 1) { x = (x * x) % (x - 1n); }",
        "var x = {}; for (var i = 0; i < 40; i += 1) { x = {a: x, b: x}; } JSON.stringify(x);",
        "var x = {}; for (var i = 0; i < 40; i += 1) { x = {a: x, b: x}; } pm.variables.set('x', x);",
        "var x = []; for (var i = 0; i < 40; i += 1) { x = [x, x]; } x.flat(Infinity);",
        "var x = [[]]; for (var i = 0; i < 40; i += 1) { x = [x, x]; } String(x);",
        "'a'.repeat(2e7).replace(/b/g, '').match(/c/g); while (true) {}",
        "'x'.repeat(1 << 20).split('').join('y').split('x'); while (true) {}",
        "var s = 'a'.repeat(1 << 18); for (;;) { s.indexOf('a'.repeat(1 << 17) + 'b'); }",
    ] {
        let outcome = broken_by(text);
        assert!(outcome.is_failed(), "{text}: {outcome:?}");
    }
}

#[test]
fn code_that_postman_itself_calls_cannot_hang() {
    for text in [
        "console.log({toJSON: function () { while (true) {} }});",
        "throw {get message() { while (true) {} }};",
        "throw {toString: function () { while (true) {} }, name: {toString: function () { while (true) {} }}};",
        "pm.variables.set('a', {toJSON: function () { while (true) {} }});",
        "pm.environment.set('a', {get x() { while (true) {} }});",
        "pm.request.headers.add({key: 'a', value: {toJSON: function () { while (true) {} }}});",
        "pm.request.url = {toJSON: function () { while (true) {} }};",
        "postman.setNextRequest({toString: function () { while (true) {} }});",
        "Object.prototype.toJSON = function () { while (true) {} }; pm.variables.set('a', {}); pm.request.url.path.push('x');",
        "var x = {}; for (var i = 0; i < 40; i += 1) { x = {a: x, b: x}; } pm.request.headers.add({key: 'a', value: x});",
        "var x = {}; for (var i = 0; i < 40; i += 1) { x = {a: x, b: x}; } pm.request.body = {mode: 'raw', raw: x};",
        "var x = {}; for (var i = 0; i < 40; i += 1) { x = {a: x, b: x}; } pm.request.url.path.push({toJSON: function () { return x; }});",
        "pm.variables.replaceIn({a: {get b() { while (true) {} }}});",
        "pm.variables.set('f', function () { while (true) {} }); pm.variables.get('f');",
        "tests.x = true; Object.defineProperty(tests, 'y', {enumerable: true, get: function () { while (true) {} }});",
    ] {
        assert_eq!(broken_by(text).breach, Some(Breach::Time), "{text}");
    }
}

#[test]
fn memory_bombs_end() {
    for text in [
        "var a = []; while (true) { a.push(new Array(1000).fill('x')); }",
        "var s = 'x'; while (true) { s += s; }",
        "hoard = []; while (true) { hoard.push({a: {b: {}}}); }",
        "new ArrayBuffer(1 << 30);",
        "new Uint8Array(1 << 30);",
        "'x'.repeat(1 << 29).split('');",
        "var m = new Map(); for (var i = 0; ; i += 1) { m.set(i, 'value' + i); }",
        "var a = []; while (true) { try { a.push(new Array(10000).fill(a)); } catch (e) {} }",
        "throw new Error('x'.repeat(1 << 28));",
    ] {
        let outcome = broken_by(text);
        assert!(outcome.is_failed(), "{text}: {outcome:?}");
    }
    assert_eq!(
        broken_by("var a = []; while (true) { a.push(new Array(1000).fill('x')); }").breach,
        Some(Breach::Memory)
    );
}

#[test]
fn deep_calls_end_as_in_postman() {
    let outcome = broken_by("function f() { return f() + 1; } f();");
    assert_eq!(outcome.breach, Some(Breach::Stack));
    assert_eq!(outcome.errors[0].name, "RangeError");
    for text in [
        "var o = {}; for (var i = 0; i < 100000; i += 1) { o = {o: o}; } JSON.stringify(o);",
        "var o = {}; for (var i = 0; i < 100000; i += 1) { o = {o: o}; } pm.variables.set('deep', o);",
        "var o = {}; for (var i = 0; i < 100000; i += 1) { o = {o: o}; } console.log(o);",
        "JSON.parse('['.repeat(200000));",
        "new RegExp('('.repeat(50000) + ')'.repeat(50000));",
        "eval('('.repeat(100000));",
        "eval('['.repeat(50000) + ']'.repeat(50000));",
        "var p = {}; for (var i = 0; i < 100000; i += 1) { p = new Proxy(p, {}); } p.x;",
        "var f = function () {}; for (var i = 0; i < 100000; i += 1) { f = f.bind(null); } f();",
        "var a = [1]; for (var i = 0; i < 100000; i += 1) { a = [a]; } a.flat(Infinity); String(a);",
        "class A { get x() { return this.x; } } new A().x;",
    ] {
        let _ = broken_by(text);
    }
}

#[test]
fn a_flood_of_lines_is_cut_off() {
    let mut settings = Settings::new(Engine::Newman);
    settings.limits.console_lines = 10;
    let mut sandbox = Sandbox::new(settings).expect("the engine starts");
    let text =
        "for (var i = 0; i < 100; i += 1) { console.log(i); } pm.variables.set('done', true);";
    let mut state = ScriptState::default();
    let outcome = sandbox.run(&Script::prerequest(text), &mut state);
    assert_eq!(outcome.console.len(), 10);
    assert_eq!(outcome.breach, Some(Breach::Console));
    assert!(!outcome.is_failed() && state.scopes.local.get("done").is_some(), "the script runs on");

    let mut settings = Settings::new(Engine::Newman);
    settings.limits.console_bytes = 1000;
    let mut sandbox = Sandbox::new(settings).expect("the engine starts");
    let text = "for (var i = 0; i < 100; i += 1) { console.log('x'.repeat(400)); }";
    let outcome = sandbox.run(&Script::prerequest(text), &mut state);
    assert_eq!((outcome.console.len(), outcome.breach), (2, Some(Breach::Console)));
}

#[test]
fn a_flood_does_not_hide_a_loop() {
    let outcome = broken_by("for (;;) { console.log('x'.repeat(100000)); }");
    assert_eq!(outcome.breach, Some(Breach::Time));
}

#[test]
fn timers_that_never_stop_end() {
    for text in [
        "setInterval(function () {}, 1);",
        "(function again() { setTimeout(again, 1); })();",
        "for (;;) { setTimeout(function () {}, 1); }",
        "for (;;) { try { setTimeout(function () {}, 1); } catch (e) {} }",
        "setInterval(function () {}, 1e12);",
    ] {
        assert_eq!(broken_by(text).breach, Some(Breach::Timers), "{text}");
    }
}

#[test]
fn waiting_for_ever_is_named() {
    assert_eq!(broken_by("await new Promise(function () {});").breach, Some(Breach::NeverEnds));
    assert_eq!(broken_in(Engine::Newman, "new Promise(function () {});").breach, None);
}

#[test]
fn blocking_is_refused() {
    let outcome = broken_by("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1e9);");
    assert_eq!(outcome.errors[0].name, "TypeError");
}

#[test]
fn what_a_broken_script_changed_does_not_count() {
    let mut settings = Settings::new(Engine::Postman);
    settings.limits = quick();
    let mut sandbox = Sandbox::new(settings).expect("the engine starts");
    let mut state = ScriptState::new(json!({"url": "https://example.com"}));
    let text = "pm.environment.set('a', 1); pm.request.headers.add({key: 'A', value: 'b'}); while (true) {}";
    sandbox.run(&Script::prerequest(text), &mut state);
    assert_eq!(state, ScriptState::new(json!({"url": "https://example.com"})));
    let next = sandbox
        .run(&Script::prerequest("console.log(pm.environment.get('a'), typeof a)"), &mut state);
    assert_eq!(next.console[0].text, "undefined undefined");
}

#[test]
fn tampering_stays_within_its_run() {
    let tampering = "
        Array.prototype.map = Array.prototype.forEach = Array.prototype.push = function () { return 'broken'; };
        Object.defineProperty = Object.keys = JSON.stringify = JSON.parse = Function.prototype.call = null;
        String.prototype.replace = String.prototype.split = RegExp.prototype.exec = null;
        Promise.prototype.then = Array.prototype[Symbol.iterator] = null;
        Object.prototype.get = function () { return 5; };
        Object.prototype.toString = Function.prototype.toString = null;
        pm.variables.set('kept', 'yes'); console.log('still here');";
    for engine in [Engine::Newman, Engine::Postman] {
        let mut sandbox = Sandbox::new(Settings::new(engine)).expect("the engine starts");
        let mut state = ScriptState::new(json!({"url": "https://example.com/a"}));
        let outcome = sandbox.run(&Script::prerequest(tampering), &mut state);
        assert!(outcome.breach.is_none(), "{outcome:?}");
        // Later scripts of the run may fail, as in Postman, but each has its own verdict.
        let outcome = sandbox.run(&Script::prerequest("throw new Error('mine')"), &mut state);
        assert!(outcome.errors.iter().any(|error| error.message == "mine"), "{outcome:?}");
        let mut other = Sandbox::new(Settings::new(engine)).expect("the engine starts");
        let script = Script::prerequest(
            "pm.variables.set('x', [1].map(String).concat(JSON.stringify({a: 1})).join())",
        );
        let outcome = other.run(&script, &mut state);
        assert!(outcome.errors.is_empty(), "{outcome:?}");
    }
}

#[test]
fn huge_throws_are_short() {
    let outcome = broken_by("throw new Error('x'.repeat(1 << 22));");
    assert!(
        outcome.errors.iter().all(|error| error.message.len() <= 10_000),
        "{}",
        outcome.errors[0].message.len()
    );
}
