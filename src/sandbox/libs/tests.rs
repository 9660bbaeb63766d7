use std::cell::RefCell;

use rquickjs::{CatchResultExt, Context, Runtime};

use super::*;
use crate::sandbox::crypto::Trace;

struct Sandbox {
    context: Context,
    missed: Rc<RefCell<Vec<String>>>,
    trace: Rc<RefCell<Trace>>,
}

impl Sandbox {
    fn new(engine: Engine) -> Self {
        let runtime = Runtime::new().expect("memory for a runtime");
        let context = Context::full(&runtime).expect("memory for a context");
        let missed = Rc::new(RefCell::new(Vec::new()));
        let trace = Rc::new(RefCell::new(Trace::default()));
        let noted = missed.clone();
        let host = Host {
            crypto: crypto::Host { trace: trace.clone(), out_of_time: Rc::new(|| false) },
            engine,
            missing: Rc::new(move |library, member| {
                noted.borrow_mut().push(format!("{library}.{member}"));
            }),
            random: Rc::new(|bytes| bytes.fill(7)),
        };
        context.with(|ctx| {
            let globals = ctx.globals();
            let libraries = Libraries::install(&ctx, &host, globals.clone()).catch(&ctx);
            let libraries = libraries.expect("the loader");
            libraries.define_globals(&globals).catch(&ctx).expect("globals");
            globals.set("require", libraries.require().expect("require")).expect("a global");
        });
        Self { context, missed, trace }
    }

    fn run(&self, script: &str) -> String {
        self.context.with(|ctx| {
            let script = format!(
                "try {{ String((function () {{ {script} }})()) }} \
                 catch (e) {{ e.name + ': ' + e.message }}"
            );
            let shown = ctx.eval::<String, _>(script).catch(&ctx).expect("the script returns text");
            while ctx.execute_pending_job() {}
            shown
        })
    }

    fn missed(&self) -> Vec<String> {
        self.missed.borrow_mut().drain(..).collect()
    }
}

/// The names that scripts may require.
const PUBLIC: &str = "ajv assert atob backbone btoa buffer chai cheerio crypto-js csv-parse/lib/sync events fs lodash \
    moment os path postman-collection punycode querystring stream string_decoder timers tv4 url util uuid xml2js";

#[test]
fn every_library_loads_in_both_engines() {
    for engine in [Engine::Newman, Engine::Postman] {
        for name in PUBLIC.split_whitespace() {
            let sandbox = Sandbox::new(engine);
            let shown = sandbox.run(&format!("return typeof require('{name}')"));
            assert!(shown == "object" || shown == "function", "{name}: {shown}");
            assert!(sandbox.missed().is_empty(), "{name}");
        }
    }
}

#[test]
fn parts_of_libraries_are_no_libraries() {
    let sandbox = Sandbox::new(Engine::Postman);
    for name in
        ["loader", "primordials", "members", "buffer/numbers", "lodash_base", "web", "../kit"]
    {
        let shown = sandbox.run(&format!("return typeof require('{name}')"));
        assert_eq!(shown, format!("Error: Cannot find module '{name}'"));
    }
}

#[test]
fn names_a_member_that_is_lacking() {
    let sandbox = Sandbox::new(Engine::Postman);
    assert_eq!(sandbox.run("return typeof require('moment').defineLocale"), "undefined");
    assert_eq!(sandbox.missed(), ["moment.defineLocale"]);
    assert_eq!(sandbox.run("return typeof require('moment')().eraName"), "undefined");
    assert_eq!(sandbox.missed(), ["moment#.eraName"]);
    assert_eq!(sandbox.run("return typeof require('moment').inPostmanNeither"), "undefined");
    assert!(sandbox.missed().is_empty());
}

#[test]
fn names_a_library_that_is_lacking() {
    let sandbox = Sandbox::new(Engine::Postman);
    assert_eq!(sandbox.run("return cheerio.load('<p>')"), "TypeError: not a function",);
    assert_eq!(sandbox.missed(), ["cheerio.load"]);
    assert_eq!(sandbox.run("return typeof Intl"), "undefined");
    assert_eq!(sandbox.missed(), ["Intl."]);
}

#[test]
fn a_lacking_member_can_be_put_in_place() {
    let sandbox = Sandbox::new(Engine::Postman);
    let script =
        "var m = require('moment'); m.defineLocale = () => 'mine'; return m.defineLocale()";
    assert_eq!(sandbox.run(script), "mine");
    assert!(sandbox.missed().is_empty());
}

#[test]
fn one_instance_serves_global_and_require() {
    let sandbox = Sandbox::new(Engine::Newman);
    let script = "CryptoJS.mark = 1; return require('crypto-js').mark + ' ' + \
                  (require('lodash') === require('lodash')) + ' ' + (require('buffer').Buffer === Buffer)";
    assert_eq!(sandbox.run(script), "1 true true");
}

#[test]
fn globals_can_be_overwritten() {
    let sandbox = Sandbox::new(Engine::Postman);
    assert_eq!(sandbox.run("_ = 5; atob = () => 'own'; return _ + atob('YQ==')"), "5own");
}

#[test]
fn traces_web_crypto() {
    let sandbox = Sandbox::new(Engine::Postman);
    sandbox.run(
        "var text = new TextEncoder(); crypto.subtle.digest('SHA-256', text.encode('abc')); \
         crypto.subtle.importKey('raw', text.encode('key'), { name: 'HMAC', hash: 'SHA-512' }, \
         false, ['sign']).then(key => crypto.subtle.sign('HMAC', key, text.encode('message')))",
    );
    let calls = sandbox.trace.borrow_mut().take();
    let names: Vec<_> = calls
        .iter()
        .map(|call| (call.algorithm.name(), call.key.as_deref(), call.input.as_slice()))
        .collect();
    let key = Some(b"key".as_slice());
    assert_eq!(names, [("SHA256", None, b"abc".as_slice()), ("SHA512", key, b"message")]);
}

#[test]
fn random_values_come_from_the_host() {
    let sandbox = Sandbox::new(Engine::Postman);
    let shown =
        sandbox.run("return crypto.getRandomValues(new Uint8Array(3)) + ' ' + crypto.randomUUID()");
    assert_eq!(shown, "7,7,7 07070707-0707-4707-8707-070707070707");
    let refused = sandbox.run("return crypto.getRandomValues(new Uint8Array(65537))");
    assert!(refused.starts_with("QuotaExceededError"), "{refused}");
}

#[test]
fn libraries_survive_scripts_that_replace_builtins() {
    let sandbox = Sandbox::new(Engine::Postman);
    let shown = sandbox.run(
        "Function.prototype.call = Object.defineProperty = String.prototype.split = null; \
         globalThis.Error = globalThis.Uint8Array = null; \
         return btoa('abc') + Buffer.from('abc').toString('hex') + CryptoJS.MD5('abc')",
    );
    assert_eq!(shown, "YWJj616263900150983cd24fb0d6963f7d28e17f72");
}
