//! One engine with its globals, from the first script to the last or to the one that broke it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use rquickjs::{Context, Ctx, Function, Object, Persistent, Result, Runtime, Value};
use serde::Serialize;

use super::host::{self, Host};
use super::script::Source;
use super::{Engine, bridge, names, prelude, sugar};

/// A function of the prelude, kept between scripts.
pub(super) type Kept = Persistent<Function<'static>>;

/// What the prelude has to know of the engine.
#[derive(Debug, Serialize)]
struct Settings {
    engine: &'static str,
    names: Vec<&'static str>,
    #[serde(rename = "legacyNames")]
    legacy_names: Vec<&'static str>,
    builtins: Vec<&'static str>,
    lazy: Vec<&'static str>,
    absent: &'static [&'static str],
    modules: &'static [&'static str],
    sugar: &'static [(&'static str, &'static str)],
}

/// The prelude's entry points.
pub(super) struct Entries {
    pub(super) start: Kept,
    pub(super) finish: Kept,
    pub(super) fire_next: Kept,
    pub(super) has_exited: Kept,
    pub(super) ended: Kept,
    pub(super) fail: Kept,
    pub(super) restart: Kept,
}

/// A script as a function, and what it needs.
pub(super) struct Compiled {
    pub(super) function: Kept,
    /// What the prelude has to know of it.
    pub(super) traits: Persistent<Value<'static>>,
    pub(super) lines_before: u32,
}

/// One engine with its globals. What is kept of it has to go before the engine itself does, hence the order.
pub(super) struct Realm {
    compiled: BTreeMap<Arc<str>, Rc<Compiled>>,
    pub(super) entries: Rc<Entries>,
    host: Rc<RefCell<Host>>,
    pub(super) context: Context,
    runtime: Runtime,
}

impl fmt::Debug for Realm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Realm")
            .field("scripts", &self.compiled.len())
            .finish_non_exhaustive()
    }
}

impl Drop for Realm {
    fn drop(&mut self) {
        self.host.borrow_mut().rejections.clear();
    }
}

impl Realm {
    pub(super) fn new(engine: Engine, host: &Rc<RefCell<Host>>) -> Result<Self> {
        let runtime = Runtime::new()?;
        {
            let host = host.borrow();
            runtime.set_memory_limit(host.limits.memory);
            runtime.set_max_stack_size(host.limits.stack);
            let watch = Rc::clone(&host.watch);
            runtime.set_interrupt_handler(Some(Box::new(move || watch.is_over())));
        }
        // Postman's objects point at each other in circles; collecting them less often is a third of the time.
        runtime.set_gc_threshold(4 << 20);
        track_rejections(&runtime, host);
        let context = Context::full(&runtime)?;
        let entries = context.with(|ctx| enter(&ctx, engine, host))?;
        Ok(Self {
            compiled: BTreeMap::new(),
            entries: Rc::new(entries),
            host: Rc::clone(host),
            context,
            runtime,
        })
    }

    /// Whether the scripts so far hold nearly all the memory that there is.
    pub(super) fn is_full(&self) -> bool {
        let held = usize::try_from(self.runtime.memory_usage().malloc_size).unwrap_or(usize::MAX);
        held > self.host.borrow().limits.memory / 4 * 3
    }

    /// Makes the next script the first of a run. False when scripts left what cannot be taken away.
    pub(super) fn restart(&self) -> bool {
        let restarted = self
            .context
            .with(|ctx| -> Result<bool> { self.entries.restart.clone().restore(&ctx)?.call(()) });
        restarted.unwrap_or(false)
    }

    /// The function that a text becomes; compiled once.
    pub(super) fn compiled(
        &mut self,
        ctx: &Ctx<'_>,
        text: &Arc<str>,
        engine: Engine,
    ) -> Result<Rc<Compiled>> {
        if let Some(known) = self.compiled.get(text) {
            return Ok(Rc::clone(known));
        }
        let source = Source::new(text, engine);
        self.host.borrow_mut().report.lines_before = source.lines_before;
        let function = prelude::evaluate(ctx, &source.code, host::SCRIPT)?;
        let traits = serde_json::to_string(&source.traits).expect("names and truths");
        let compiled = Rc::new(Compiled {
            function: Persistent::save(ctx, function),
            traits: Persistent::save(ctx, ctx.json_parse(traits)?),
            lines_before: source.lines_before,
        });
        self.compiled.insert(Arc::clone(text), Rc::clone(&compiled));
        Ok(compiled)
    }
}

fn enter<'js>(ctx: &Ctx<'js>, engine: Engine, host: &Rc<RefCell<Host>>) -> Result<Entries> {
    let settings = Settings {
        engine: engine.name(),
        names: names::parameters(engine),
        legacy_names: names::legacy_parameters(engine),
        builtins: names::builtins(engine),
        lazy: names::lazy(engine),
        absent: names::ABSENT,
        modules: names::MODULES,
        sugar: sugar::MEMBERS,
    };
    let settings = serde_json::to_string(&settings).expect("plain lists of names");
    let settings: Value<'js> = ctx.json_parse(settings)?;
    let object = bridge::object(ctx, host)?;
    let kit: Object<'js> = prelude::load(ctx, "kit")?.call((object.clone(), settings))?;
    // Guards first: the libraries keep the built-in functions that they find.
    prelude::load(ctx, "guards")?.call::<_, ()>((kit.clone(),))?;
    bridge::add_libraries(ctx, &object, engine, host)?;
    let mut last = Value::new_undefined(ctx.clone());
    for name in prelude::AT_ONCE {
        last = prelude::load(ctx, name)?.call((kit.clone(),))?;
    }
    let entries = last.into_object().expect("the last file yields the entry points");
    let kept = |name: &str| -> Result<Kept> {
        Ok(Persistent::save(ctx, entries.get::<_, Function<'js>>(name)?))
    };
    Ok(Entries {
        start: kept("start")?,
        finish: kept("finish")?,
        fire_next: kept("fireNext")?,
        has_exited: kept("hasExited")?,
        ended: kept("ended")?,
        fail: kept("fail")?,
        restart: kept("restart")?,
    })
}

/// Remembers rejected promises until somebody waits for them.
fn track_rejections(runtime: &Runtime, host: &Rc<RefCell<Host>>) {
    let host = Rc::downgrade(host);
    runtime.set_host_promise_rejection_tracker(Some(Box::new(
        move |ctx, promise, reason, is_handled| {
            if let Some(host) = host.upgrade() {
                remember(&mut host.borrow_mut(), &ctx, promise, reason, is_handled);
            }
        },
    )));
}

fn remember<'js>(
    host: &mut Host,
    ctx: &Ctx<'js>,
    promise: Value<'js>,
    reason: Value<'js>,
    is_handled: bool,
) {
    let promise = Persistent::save(ctx, promise);
    if is_handled {
        host.rejections.retain(|(known, _)| *known != promise);
    } else {
        host.rejections.push((promise, Persistent::save(ctx, reason)));
    }
}
