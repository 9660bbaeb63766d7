//! Requests that run alone on one engine: each outcome is that of a first run, whatever ran before.

use countersign::catalog::Catalog;
use countersign::generate::{Options, ScriptStyle, generate};
use countersign::runtime::{Attempt, Ran, Setup, Solo, plan};
use countersign::sandbox::{Breach, leaves_traces};
use countersign::world::Engine;
use serde_json::{Value, json};

const NOW_MS: u64 = 1_763_812_345_678;

/// Scripts that change whatever there is to change.
const NASTY: &[&str] = &[
    "leaked = 1; api_key = 'x'; URL = null; require = null; console = null;",
    "(function () { this.Date = null; this.JSON = {}; this.own = 1; })();",
    "(function () { this.URL = 5; })();",
    "(function () { var self = this; self['Text' + 'Encoder'] = 5; })();",
    "(function () { delete this.escape; })();",
    "String.prototype.trim = function () { return 'trimmed'; }; Array.prototype.push = null;",
    "Object.prototype.toJSON = function () { return 1; }; Object.freeze(pm.environment);",
    "CryptoJS.SHA256 = function () { return 'no hash'; }; require('crypto-js').enc.Hex.stringify = null;",
    "var lib = _; lib.map = null; require('moment').locale('de'); _.uniqueId();",
    "Math.random = function () { return 4; }; Date.now = function () { return 0; }; console.log = null;",
    "pm.environment.set('who', 'nasty'); pm.environment.unset('gone'); pm.variables.set('local', 1);",
    "pm.environment.get = function () { return 'hijacked'; }; pm.variables.toString = null; pm.globals.x = 1;",
    "var scope = pm.globals; scope.id = 'mine'; scope.name = 'mine';",
    "pm.variables.get('deep').x = 'changed';",
    "[pm.environment, pm.iterationData].forEach(function (scope) { scope.extra = 1; });",
    "pm.environment.values.add({key: 'added', value: 1}); pm.iterationData.set('row', 'other'); pm.iterationData.y = 1;",
    "environment.who = 'old way'; postman.setGlobalVariable('g', 2); pm.environment.clear(); pm.globals.clear();",
    "crypto.getRandomValues(new Uint8Array(9)); Math.random(); pm.variables.replaceIn('{{$guid}}{{$randomInt}}');",
    "setTimeout(function () { leaked_late = Date.now(); }, 5000); [3, 1].sortBy(); 'a'.first(); 5..toLocaleString();",
    "throw new Error('nasty');",
    "while (true) {}",
    "hoard = []; for (;;) { hoard.push(new Array(100000).fill(hoard.length)); }",
    "await new Promise(function () {});",
    "pm.request.url.update('https://nasty.test'); pm.request.body = null; pm.execution.skipRequest();",
    "not a script",
    "eval('String.prototype.x = 1; also_leaked = 2');",
];

/// Looks at whatever there is to look at.
const CURIOUS: &str = r"
    var seen = {
        variables: ['who', 'gone', 'added', 'local', 'row', 'g', 'x'].map(function (name) { return pm.variables.get(name); }),
        scopes: [pm.environment, pm.globals, pm.collectionVariables, pm.iterationData, pm.variables].map(function (scope) {
            return [scope.id, scope.name, scope.toObject(), Object.keys(scope), String(scope)];
        }),
        deep: pm.variables.get('deep'),
        legacy: [environment, globals, data, request],
        chance: [Math.random(), pm.variables.replaceIn('{{$guid}} {{$randomInt}}'), require('uuid').v4(), _.random(1, 1000)],
        time: [Date.now(), new Date().toISOString(), require('moment')().format('LLLL'), pm.variables.replaceIn('{{$timestamp}}')],
        types: [typeof leaked, typeof own, typeof also_leaked, typeof leaked_late, typeof URL, typeof require, typeof escape],
        inside: (function () { return [typeof this.URL, typeof this.TextEncoder, typeof this.Date, typeof this.escape]; })(),
        hash: [CryptoJS.SHA256('a') + '', CryptoJS.lib.WordArray.random(8) + ''],
        language: [' a '.trim(), [1].concat(2), JSON.stringify({a: [1]}), _.map([1, 2], function (n) { return n * 2; })],
        request: [pm.request.url.toString(), pm.request.body && pm.request.body.toString(), pm.request.toJSON()],
    };
    for (var name in this) { seen.last = name; }
    console.log(JSON.stringify(seen));
    pm.variables.set('answer', seen.chance[1]);
    here = seen;
";

fn item(name: &str, script: &str) -> Value {
    json!({
        "name": name,
        "event": [{"listen": "prerequest", "script": {"exec": script.split('\n').collect::<Vec<_>>()}}],
        "request": {
            "method": "POST", "url": "https://example.com/{{who}}?a={{row}}",
            "body": {"mode": "urlencoded", "urlencoded": [{"key": "answer", "value": "{{answer}} {{$guid}}"}]},
        },
    })
}

fn setup(engine: Engine) -> Setup {
    let mut setup = Setup::new(engine, NOW_MS);
    setup.limits.time = std::time::Duration::from_millis(500);
    setup.limits.memory = 24 << 20;
    setup.environment = json!({"values": [
        {"key": "who", "value": "me", "type": "secret"}, {"key": "gone", "value": 5}, {"key": "off", "value": 1, "enabled": false}]});
    setup.globals =
        json!({"values": [{"key": "deep", "value": {"x": [1]}}, {"key": "g", "value": "old"}]});
    setup.data = vec![json!({"row": "first"}), json!({"row": "second"})];
    setup
}

/// All that came of a run, as text.
fn told(ran: &Ran<'_>) -> String {
    let outcomes: Vec<_> = ran.scripts.iter().map(|script| &script.outcome).collect();
    format!("{outcomes:#?}\n{:#?}\n{}", ran.outgoing, ran.request)
}

#[test]
fn nothing_that_ran_before_can_be_seen() {
    for engine in [Engine::Newman, Engine::Postman] {
        let mut items = vec![item("curious", CURIOUS)];
        items.extend(NASTY.iter().map(|script| item("nasty", script)));
        let collection = json!({"item": items, "variable": [{"key": "c", "value": "collection"}]});
        let planned = plan(&collection);
        let run = |solo: &mut Solo, at: usize| {
            told(&solo.run(&planned[at], &Attempt::as_saved()).expect("the engine starts"))
        };
        let mut all = Solo::new(&collection, setup(engine));
        let curious = run(&mut all, 0);
        for (at, script) in NASTY.iter().enumerate() {
            let mut two = Solo::new(&collection, setup(engine));
            let nasty = run(&mut two, at + 1);
            assert_eq!(run(&mut two, 0), curious, "{engine:?}: after {script}");
            assert_eq!(run(&mut all, at + 1), nasty, "{engine:?}: {script}");
            assert_eq!(run(&mut all, 0), curious, "{engine:?}: after {script} and all before");
        }
    }
}

#[test]
fn a_script_that_fails_for_want_of_memory_does_so_wherever_it_stands() {
    let hoarder = "var hoard = []; for (var i = 0; i < 200; i += 1) { hoard.push(new Array(1000).fill(i)); } kept = hoard; pm.environment.set('n', hoard.length);";
    let items: Vec<Value> = (0..12).map(|index| item(&format!("{index}"), hoarder)).collect();
    let collection = json!({"item": items});
    let mut solo = Solo::new(&collection, setup(Engine::Postman));
    for request in &plan(&collection) {
        let ran = solo.run(request, &Attempt::as_saved()).expect("the engine starts");
        assert_ne!(ran.scripts[0].outcome.breach, Some(Breach::Memory), "{}", request.name());
    }
}

#[test]
fn an_attempt_replaces_request_clock_and_variables() {
    let script = "pm.variables.set('answer', [Date.now(), pm.environment.get('who'), pm.request.method, pm.environment.get('more')].join())";
    let collection = json!({"item": [item("one", script)]});
    let planned = &plan(&collection)[0];
    let mut solo = Solo::new(&collection, setup(Engine::Postman));
    let mut body = |attempt: &Attempt<'_>| {
        let outgoing = solo.run(planned, attempt).expect("the engine starts").outgoing;
        String::from_utf8(outgoing.expect("it can be sent").body).expect("it is text")
    };
    let saved = body(&Attempt::as_saved());
    assert!(saved.starts_with("answer=1763812345678%2Cme%2CPOST%2C%20"), "{saved}");
    let mut other = planned.request().clone();
    other["method"] = "PUT".into();
    let variables =
        [("who", "you"), ("more", "1")].map(|(name, value)| (name.into(), value.into()));
    let attempt = Attempt::as_saved().with_request(&other).at(5).with_variables(&variables);
    assert!(body(&attempt).starts_with("answer=5%2Cyou%2CPUT%2C1%20"));
    assert_eq!(body(&Attempt::as_saved()), saved);
}

#[test]
fn the_variables_of_an_attempt_reach_the_request_and_hide_those_of_the_file() {
    let collection = json!({"item": [{"request": "https://example.com/{{who}}/{{off}}"}]});
    let planned = &plan(&collection)[0];
    let mut solo = Solo::new(&collection, setup(Engine::Postman));
    let variables = [("who".to_owned(), "you".to_owned()), ("off".to_owned(), "on".to_owned())];
    let attempt = Attempt::as_saved().with_variables(&variables);
    let path = |ran: Ran<'_>| ran.outgoing.expect("it can be sent").url.path;
    assert_eq!(path(solo.run(planned, &attempt).expect("no script runs")), "/you/on");
    let saved = solo.run(planned, &Attempt::as_saved()).expect("no script runs");
    assert_eq!(path(saved), "/me/%7B%7Boff%7D%7D");
}

#[test]
fn scripts_of_collection_and_folders_run_too_and_tests_do_not() {
    let mut request = item("one", "pm.variables.set('answer', steps + '3')");
    let test = json!({"listen": "test", "script": "throw new Error('a test ran')"});
    request["event"].as_array_mut().expect("a list").push(test);
    let event = |script: &str| json!([{"listen": "prerequest", "script": script}]);
    let collection = json!({
        "event": event("steps = '1'"),
        "item": [{"item": [request], "event": event("steps += '2'")}],
    });
    let mut solo = Solo::new(&collection, setup(Engine::Newman));
    for _ in 0..2 {
        let ran = solo.run(&plan(&collection)[0], &Attempt::as_saved()).expect("the engine starts");
        let body = ran.outgoing.expect("it can be sent").body;
        assert!(body.starts_with(b"answer=123%20"), "{body:?}");
        assert_eq!((ran.scripts.len(), ran.tests.len()), (3, 0));
    }
}

#[test]
fn generated_scripts_leave_no_traces() {
    let catalog = Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("the built-in api is sound");
    let mut count = 0;
    for script in [ScriptStyle::Request, ScriptStyle::Collection, ScriptStyle::Classic] {
        let options = Options { script, ..Options::default() };
        for file in generate(api, &options).expect("the built-in api generates") {
            let collection: Value = serde_json::from_str(&file.text).expect("it is JSON");
            for script in plan(&collection).iter().flat_map(|request| request.scripts("prerequest"))
            {
                assert!(!leaves_traces(&script.source), "{}", script.source);
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}
