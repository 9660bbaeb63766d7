//! The functions through which the prelude reaches Rust.

use std::cell::RefCell;
use std::rc::Rc;

use rquickjs::{Ctx, Exception, Function, Object, Result};

use super::Engine;
use super::accept::ChangedVariable;
use super::crypto;
use super::host::Host;
use super::libs;
use super::limits::Breach;
use super::outcome::{Assertion, NextRequest};
use super::prelude;
use super::rows;
use super::state::Variable;
use crate::runtime::url::parts_as_json;

/// The object that the prelude knows as `host`.
pub(super) fn object<'js>(ctx: &Ctx<'js>, host: &Rc<RefCell<Host>>) -> Result<Object<'js>> {
    let object = Object::new(ctx.clone())?;
    object.set_prototype(None)?;
    add_reports(ctx, &object, host)?;
    add_changes(ctx, &object, host)?;
    add_answers(ctx, &object, host)?;
    let load = |ctx: Ctx<'js>, name: String| prelude::load(&ctx, &name);
    object.set("load", Function::new(ctx.clone(), load)?)?;
    Ok(object)
}

/// Adds what brings the libraries. They find no timers, as in Postman, where `_.delay` and the like fail.
pub(super) fn add_libraries<'js>(
    ctx: &Ctx<'js>,
    object: &Object<'js>,
    engine: Engine,
    host: &Rc<RefCell<Host>>,
) -> Result<()> {
    let libraries = libs::Libraries::install(ctx, &lent(engine, host), Object::new(ctx.clone())?)?;
    object.set("module", libraries.loader().get::<_, Function<'js>>("module")?)?;
    object.set("library", libraries.loader().get::<_, Function<'js>>("global")?)
}

/// What the libraries may use of the sandbox.
fn lent(engine: Engine, host: &Rc<RefCell<Host>>) -> libs::Host {
    let watch = Rc::clone(&host.borrow().watch);
    let (reports, source) = (Rc::downgrade(host), Rc::downgrade(host));
    libs::Host {
        crypto: crypto::Host {
            trace: Rc::clone(&host.borrow().trace),
            out_of_time: Rc::new(move || watch.is_over()),
        },
        engine: match engine {
            Engine::Newman => libs::Engine::Newman,
            Engine::Postman => libs::Engine::Postman,
        },
        missing: Rc::new(move |library, member| {
            if let Some(host) = reports.upgrade() {
                let dot = if member.is_empty() { "" } else { "." };
                host.borrow_mut().missing(&format!("{library}{dot}{member}"));
            }
        }),
        random: Rc::new(move |bytes| {
            if let Some(host) = source.upgrade() {
                host.borrow_mut().ids.fill(bytes);
            }
        }),
    }
}

fn add_reports<'js>(ctx: &Ctx<'js>, object: &Object<'js>, host: &Rc<RefCell<Host>>) -> Result<()> {
    let own = Rc::clone(host);
    let log = move |level: String, text: String| own.borrow_mut().log(&level, text);
    object.set("console", Function::new(ctx.clone(), log)?)?;
    let own = Rc::clone(host);
    let warn = move |text: String| own.borrow_mut().warn(text);
    object.set("warn", Function::new(ctx.clone(), warn)?)?;
    let own = Rc::clone(host);
    let missing = move |name: String| own.borrow_mut().missing(&name);
    object.set("missing", Function::new(ctx.clone(), missing)?)?;
    let own = Rc::clone(host);
    let fail = move |when: String, name: String, message: String, stack: String, counts: bool| {
        own.borrow_mut().fail(&when, name, message, &stack, counts);
    };
    object.set("fail", Function::new(ctx.clone(), fail)?)?;
    let own = Rc::clone(host);
    let silence = move || own.borrow_mut().report.is_silent = true;
    object.set("silence", Function::new(ctx.clone(), silence)?)?;
    let own = Rc::clone(host);
    let refuse = move |address: String| own.borrow_mut().refuse_send(address);
    object.set("refuseSend", Function::new(ctx.clone(), refuse)?)?;
    let own = Rc::clone(host);
    let overrun = move |ctx: Ctx<'js>| overrun(&ctx, &own);
    object.set("overrun", Function::new(ctx.clone(), overrun)?)?;
    let own = Rc::clone(host);
    let read_unset = move |name: String| own.borrow_mut().report.read_unset(name);
    object.set("readUnset", Function::new(ctx.clone(), read_unset)?)?;
    let own = Rc::clone(host);
    let written = move |scope: String, name: String| own.borrow_mut().report.write(&scope, name);
    object.set("written", Function::new(ctx.clone(), written)?)?;
    let own = Rc::clone(host);
    let leaked = move |name: String| own.borrow_mut().report.leaked_globals.push(name);
    object.set("leaked", Function::new(ctx.clone(), leaked)?)?;
    let own = Rc::clone(host);
    let count = move |ctx: Ctx<'js>| count_timer(&ctx, &own);
    object.set("countTimer", Function::new(ctx.clone(), count)?)
}

fn add_changes<'js>(ctx: &Ctx<'js>, object: &Object<'js>, host: &Rc<RefCell<Host>>) -> Result<()> {
    let own = Rc::clone(host);
    let scope = move |name: String| own.borrow_mut().changes.scopes.push((name, Vec::new()));
    object.set("changedScope", Function::new(ctx.clone(), scope)?)?;
    let own = Rc::clone(host);
    let variable = move |key: String, kind: String, value: String| {
        let variable = Variable { kind: Some(kind), ..Variable::new(key, value) };
        own.borrow_mut().changes.add(ChangedVariable::Plain(variable));
    };
    object.set("variable", Function::new(ctx.clone(), variable)?)?;
    let own = Rc::clone(host);
    let text = move |json: String| own.borrow_mut().changes.add(ChangedVariable::Json(json));
    object.set("variableText", Function::new(ctx.clone(), text)?)?;
    let own = Rc::clone(host);
    let part = move |name: String, text: String| own.borrow_mut().changes.parts.push((name, text));
    object.set("changedPart", Function::new(ctx.clone(), part)?)?;
    let own = Rc::clone(host);
    let assertion = move |name: String, passed: bool, skipped: bool, error: Option<String>| {
        let assertion = Assertion { name, passed, skipped, error };
        own.borrow_mut().changes.assertions.push(assertion);
    };
    object.set("assertion", Function::new(ctx.clone(), assertion)?)?;
    let own = Rc::clone(host);
    object
        .set("skip", Function::new(ctx.clone(), move || own.borrow_mut().changes.skip = true)?)?;
    let own = Rc::clone(host);
    let next = move |name: Option<String>| {
        let next = name.map_or(NextRequest::Stop, NextRequest::Named);
        own.borrow_mut().changes.next = Some(next);
    };
    object.set("next", Function::new(ctx.clone(), next)?)
}

/// Ends a script before it starts on something that would take too long.
fn overrun(ctx: &Ctx<'_>, host: &RefCell<Host>) -> Result<()> {
    host.borrow().watch.end_with(Breach::Time);
    Err(Exception::throw_range(ctx, "too much to do at once"))
}

fn count_timer(ctx: &Ctx<'_>, host: &RefCell<Host>) -> Result<()> {
    let mut host = host.borrow_mut();
    host.report.timers += 1;
    if host.report.timers <= host.limits.timers {
        return Ok(());
    }
    host.watch.end_with(Breach::Timers);
    Err(Exception::throw_range(ctx, "too many timers"))
}

fn add_answers<'js>(ctx: &Ctx<'js>, object: &Object<'js>, host: &Rc<RefCell<Host>>) -> Result<()> {
    let own = Rc::clone(host);
    object.set("now", Function::new(ctx.clone(), move || own.borrow_mut().now_ms())?)?;
    let own = Rc::clone(host);
    object.set("elapsed", Function::new(ctx.clone(), move || own.borrow().now_ms)?)?;
    let own = Rc::clone(host);
    let advance = move |time: f64| {
        let mut host = own.borrow_mut();
        host.now_ms = host.now_ms.max(time);
    };
    object.set("advanceTo", Function::new(ctx.clone(), advance)?)?;
    let own = Rc::clone(host);
    let random = move || own.borrow_mut().random.fraction();
    object.set("random", Function::new(ctx.clone(), random)?)?;
    let own = Rc::clone(host);
    let uuid = move || own.borrow_mut().ids.uuid();
    object.set("uuid", Function::new(ctx.clone(), uuid)?)?;
    let own = Rc::clone(host);
    let dynamic = move |name: String| own.borrow_mut().dynamic(&name);
    object.set("dynamic", Function::new(ctx.clone(), dynamic)?)?;
    let own = Rc::clone(host);
    let scope = move |name: String| own.borrow_mut().scope_text(&name);
    object.set("scope", Function::new(ctx.clone(), scope)?)?;
    let own = Rc::clone(host);
    let is_plain = move |name: String| own.borrow().is_plain_scope(&name);
    object.set("isPlainScope", Function::new(ctx.clone(), is_plain)?)?;
    let own = Rc::clone(host);
    let scope_id = move |name: String| own.borrow().scope_id(&name);
    object.set("scopeId", Function::new(ctx.clone(), scope_id)?)?;
    let own = Rc::clone(host);
    object.set("info", Function::new(ctx.clone(), move || own.borrow().info_text())?)?;
    let own = Rc::clone(host);
    let request = move || own.borrow_mut().request_text();
    object.set("request", Function::new(ctx.clone(), request)?)?;
    let own = Rc::clone(host);
    let shell = move || own.borrow_mut().request_shell();
    object.set("shell", Function::new(ctx.clone(), shell)?)?;
    let own = Rc::clone(host);
    let part = move |name: String| own.borrow_mut().request_part(&name);
    object.set("part", Function::new(ctx.clone(), part)?)?;
    let own = Rc::clone(host);
    object.set("isBare", Function::new(ctx.clone(), move || own.borrow().is_bare)?)?;
    let own = Rc::clone(host);
    let is_plain = move |part: String| {
        let host = own.borrow();
        host.is_bare && rows::are_plain(&host.request, &part)
    };
    object.set("hasPlainRows", Function::new(ctx.clone(), is_plain)?)?;
    let parts = |text: String| parts_as_json(&text).to_string();
    object.set("urlParts", Function::new(ctx.clone(), parts)?)?;
    let length = |text: String| text.len();
    object.set("utf8Length", Function::new(ctx.clone(), length)?)
}
