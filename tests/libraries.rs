//! The libraries of the script sandbox against Postman's own.
//!
//! `tests/libraries/*.snippets.js` hold snippets, one a line: an expression, or statements that
//! begin with `var`; `recorded.json` holds what they yield
//! in Postman's sandboxes, as `tests/postman/library-snippets.cjs` printed it.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use countersign::sandbox::crypto;
use countersign::sandbox::crypto::Trace;
use countersign::sandbox::libs::{Engine, Host, Libraries};
use rquickjs::{CatchResultExt, Context, Function, Runtime};
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/libraries");

fn snippet_files() -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(FOLDER)
        .expect("the folder of snippets")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".snippets.js"))
        .collect();
    files.sort();
    files
}

fn snippets() -> Vec<String> {
    snippet_files().iter().flat_map(|path| lines(path)).collect()
}

fn recorded() -> Value {
    let text = std::fs::read_to_string(Path::new(FOLDER).join("recorded.json"));
    serde_json::from_str(&text.expect("recorded.json")).expect("JSON")
}

fn lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a file of snippets");
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with("//")).map(str::to_owned).collect()
}

fn host(engine: Engine, missed: Rc<RefCell<Vec<String>>>) -> Host {
    let seed = Cell::new(1u8);
    Host {
        crypto: crypto::Host {
            trace: Rc::new(RefCell::new(Trace::default())),
            out_of_time: Rc::new(|| false),
        },
        engine,
        missing: Rc::new(move |library, member| {
            missed.borrow_mut().push(format!("{library}.{member}"));
        }),
        random: Rc::new(move |bytes| {
            for byte in bytes {
                seed.set(seed.get().wrapping_mul(29).wrapping_add(7));
                *byte = seed.get();
            }
        }),
    }
}

/// Runs every snippet in our sandbox's libraries, all in one context as in Postman's.
fn ours(engine: Engine, snippets: &[String]) -> Vec<(String, String)> {
    let missed = Rc::new(RefCell::new(Vec::new()));
    let runtime = Runtime::new().expect("memory for a runtime");
    let context = Context::full(&runtime).expect("memory for a context");
    let show = std::fs::read_to_string(Path::new(FOLDER).join("show.js")).expect("show.js");
    let mut results = Vec::new();
    context.with(|ctx| {
        let globals = ctx.globals();
        // What the engine that hosts the libraries does for them.
        let hosting =
            "globalThis.setTimeout = function () { return 1 }; delete globalThis.queueMicrotask";
        ctx.eval::<(), _>(hosting).expect("a global");
        let libraries = Libraries::install(&ctx, &host(engine, missed.clone()), globals.clone())
            .catch(&ctx)
            .expect("the loader");
        libraries.define_globals(&globals).catch(&ctx).expect("globals");
        globals.set("require", libraries.require().expect("require")).expect("a global");
        for snippet in snippets {
            let shown = Rc::new(RefCell::new(None));
            let taken = shown.clone();
            let done = Function::new(ctx.clone(), move |text: String| {
                *taken.borrow_mut() = Some(text);
            });
            globals.set("__done", done.expect("a function")).expect("a global");
            let script = format!("{}(function () {{ {}\n}}, __done);", show.trim(), body(snippet));
            let mut options = rquickjs::context::EvalOptions::default();
            options.strict = false;
            if ctx.eval_with_options::<(), _>(script, options).catch(&ctx).is_err() {
                results.push((snippet.clone(), "not run".to_owned()));
                continue;
            }
            while ctx.execute_pending_job() {}
            let mut result = shown.borrow_mut().take().unwrap_or("nothing shown".to_owned());
            for member in missed.borrow_mut().drain(..) {
                result += " [lacks ";
                result += &member;
                result.push(']');
            }
            results.push((snippet.clone(), result));
        }
    });
    results
}

/// The function body that `library-snippets.cjs` makes of a snippet.
fn body(snippet: &str) -> String {
    if snippet.starts_with("var ") { snippet.to_owned() } else { format!("return ({snippet})") }
}

fn differences(engine: Engine, name: &str) -> Vec<String> {
    let recorded = recorded();
    let snippets = snippets();
    assert!(snippets.len() >= 150, "only {} snippets", snippets.len());
    let results = ours(engine, &snippets);
    let differs = |(snippet, ours): &(String, String)| {
        let theirs = recorded[name][snippet].as_str();
        let message = format!("{snippet}\n  ours   {ours}\n  theirs {}", theirs.unwrap_or("-"));
        (theirs != Some(ours)).then_some(message)
    };
    results.iter().filter_map(differs).collect()
}

#[test]
fn libraries_do_what_the_current_sandbox_does() {
    let differences = differences(Engine::Postman, "postman");
    assert!(differences.is_empty(), "{}:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn libraries_do_what_the_sandbox_in_newman_does() {
    let differences = differences(Engine::Newman, "newman");
    assert!(differences.is_empty(), "{}:\n{}", differences.len(), differences.join("\n"));
}

/// Keeps `recorded.json` honest: the snippets run again in Postman's own sandboxes.
#[test]
fn recorded_results_are_those_of_postmans_sandboxes() {
    let output = crate::support::referees::script("library-snippets.cjs")
        .args(snippet_files())
        .output()
        .expect("node starts");
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{problem}");
    let fresh: Value = serde_json::from_slice(&output.stdout).expect("JSON from the script");
    let recorded = recorded();
    for engine in ["newman", "postman"] {
        for snippet in snippets() {
            assert_eq!(recorded[engine][&snippet], fresh[engine][&snippet], "{engine}: {snippet}");
        }
    }
}
