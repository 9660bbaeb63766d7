//! What the prelude can ask of Rust.

use std::cell::RefCell;
use std::rc::Rc;

use rquickjs::{Ctx, Exception, Function, Object, Persistent, Result, Value};

use super::Engine;
use super::crypto::{self, Trace};
use super::libs;
use super::limits::{Breach, Limits, Watch};
use super::outcome::{ConsoleLine, Level, ScriptError, When};
use super::prelude;
use super::random::Random;
use super::state::Scopes;

/// Draws the value of a dynamic variable such as `$guid`; none for a name that there is not.
pub(super) type Dynamic = Box<dyn FnMut(&str) -> Option<String>>;

/// What the prelude's questions are answered from, and where its reports go.
pub(super) struct Host {
    pub(super) limits: Limits,
    pub(super) watch: Rc<Watch>,
    pub(super) now_ms: f64,
    pub(super) random: Random,
    pub(super) ids: Random,
    pub(super) dynamic: Dynamic,
    pub(super) trace: Rc<RefCell<Trace>>,
    /// The scopes as both sides know them.
    pub(super) scopes: Scopes,
    pub(super) request: serde_json::Value,
    pub(super) report: Report,
    /// Promises that were rejected while nobody waited for them, and why.
    pub(super) rejections: Vec<(Persistent<Value<'static>>, Persistent<Value<'static>>)>,
}

/// What one script reports while it runs.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) console: Vec<ConsoleLine>,
    pub(super) console_bytes: usize,
    pub(super) is_silent: bool,
    pub(super) warnings: Vec<String>,
    pub(super) errors: Vec<ScriptError>,
    pub(super) refused_sends: Vec<String>,
    pub(super) timers: u32,
    pub(super) lines_before: u32,
    /// It threw `null` or the like; the engine itself does so when there is no memory left for an error.
    pub(super) threw_nothing: bool,
}

impl Host {
    fn log(&mut self, level: &str, text: String) {
        let report = &mut self.report;
        if report.is_silent {
            return;
        }
        let is_full = report.console.len() >= self.limits.console_lines
            || report.console_bytes + text.len() > self.limits.console_bytes;
        if is_full {
            self.watch.end_with(Breach::Console);
            return;
        }
        report.console_bytes += text.len();
        report.console.push(ConsoleLine { level: Level::named(level), text });
    }

    fn warn(&mut self, text: String) {
        let warnings = &mut self.report.warnings;
        if !warnings.contains(&text) && warnings.len() < 100 {
            warnings.push(text);
        }
    }

    fn missing(&mut self, name: &str) {
        self.warn(format!(
            "`{name}` is not available here, so what depends on it is not what Postman does"
        ));
    }

    pub(super) fn fail(
        &mut self,
        when: &str,
        name: String,
        message: String,
        stack: &str,
        counts: bool,
    ) {
        let when = match when {
            "timer" => When::Timer,
            "rejection" => When::Rejection,
            _ => When::Script,
        };
        if !counts {
            self.report.threw_nothing = true;
            self.warn(format!("it threw `{message}`, which Postman does not take for an error"));
            return;
        }
        match (name.as_str(), message.as_str()) {
            (_, "out of memory") => self.watch.end_with(Breach::Memory),
            (_, "Maximum call stack size exceeded") => self.watch.end_with(Breach::Stack),
            _ => {}
        }
        let message = in_words_of_v8(shortened(message));
        let (line, column) = position(stack, self.report.lines_before).unzip();
        self.report.errors.push(ScriptError { name, message, line, column, when });
    }

    fn refuse_send(&mut self, address: String) -> String {
        self.report.refused_sends.push(address);
        "no request is sent from a script here".to_owned()
    }

    fn scope_text(&self, name: &str) -> String {
        let text = match name {
            "variables" => serde_json::to_string(&self.scopes.local),
            "data" => serde_json::to_string(&self.scopes.data),
            "environment" => serde_json::to_string(&self.scopes.environment),
            "collectionVariables" => serde_json::to_string(&self.scopes.collection),
            _ => serde_json::to_string(&self.scopes.globals),
        };
        text.expect("values that came from JSON go back to it")
    }
}

/// The most frequent message of all, as Postman's engine words it.
fn in_words_of_v8(message: String) -> String {
    for (verb, doing) in [("read", "reading"), ("set", "setting")] {
        let reworded = message
            .strip_prefix(&format!("cannot {verb} property '"))
            .and_then(|rest| rest.rsplit_once("' of "))
            .map(|(name, value)| format!("Cannot {verb} properties of {value} ({doing} '{name}')"));
        if let Some(reworded) = reworded {
            return reworded;
        }
    }
    message
}

/// A message that a person can read; a script may throw megabytes.
fn shortened(mut message: String) -> String {
    const LONGEST: usize = 4_000;
    if let Some((end, _)) = message.char_indices().nth(LONGEST) {
        message.truncate(end);
        message.push('…');
    }
    message
}

/// The file name that stack traces have for the script that runs.
pub(super) const SCRIPT: &str = "script";

/// Line and column within the script of the innermost frame that belongs to it.
fn position(stack: &str, lines_before: u32) -> Option<(u32, u32)> {
    let place = stack.split("script:").skip(1).find_map(|rest| {
        let mut numbers = rest.split(|letter: char| !letter.is_ascii_digit());
        let line: u32 = numbers.next()?.parse().ok()?;
        let column: u32 = numbers.next()?.parse().ok()?;
        Some((line, column))
    })?;
    Some((place.0.checked_sub(lines_before).filter(|line| *line > 0)?, place.1))
}

/// The object that the prelude knows as `host`.
pub(super) fn object<'js>(ctx: &Ctx<'js>, host: &Rc<RefCell<Host>>) -> Result<Object<'js>> {
    let object = Object::new(ctx.clone())?;
    object.set_prototype(None)?;
    add_reports(ctx, &object, host)?;
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
    let count = move |ctx: Ctx<'js>| count_timer(&ctx, &own);
    object.set("countTimer", Function::new(ctx.clone(), count)?)
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
    object.set("now", Function::new(ctx.clone(), move || own.borrow().now_ms)?)?;
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
    let dynamic = move |name: String| (own.borrow_mut().dynamic)(&name);
    object.set("dynamic", Function::new(ctx.clone(), dynamic)?)?;
    let own = Rc::clone(host);
    let scope = move |name: String| own.borrow().scope_text(&name);
    object.set("scope", Function::new(ctx.clone(), scope)?)?;
    let own = Rc::clone(host);
    let request = move || own.borrow().request.to_string();
    object.set("request", Function::new(ctx.clone(), request)?)?;
    let length = |text: String| text.len();
    object.set("utf8Length", Function::new(ctx.clone(), length)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_frequent_errors_as_postman_does() {
        let worded = |message: &str| in_words_of_v8(message.to_owned());
        assert_eq!(
            worded("cannot read property 'b' of undefined"),
            "Cannot read properties of undefined (reading 'b')"
        );
        assert_eq!(
            worded("cannot set property 'b' of null"),
            "Cannot set properties of null (setting 'b')"
        );
        assert_eq!(worded("x is not defined"), "x is not defined");
    }

    #[test]
    fn finds_the_scripts_own_frame() {
        let stack = "    at get (countersign/list.js:3:9)\n    at f (script:5:7)\n    at <anonymous> (script:9:1)\n";
        assert_eq!(position(stack, 1), Some((4, 7)));
        assert_eq!(position("    at x (countersign/run.js:1:1)", 1), None);
    }
}
