//! One script in an engine, from its first line to its last timer.

use std::cell::RefCell;
use std::rc::Rc;

use rquickjs::function::IntoArgs;
use rquickjs::{CatchResultExt, CaughtError, Ctx, FromJs, Function};
use serde::Serialize;

use super::Engine;
use super::host::Host;
use super::limits::{Breach, Watch};
use super::realm::{Compiled, Kept, Realm};
use super::script::Script;
use super::state::RequestInfo;

/// How a script left the engine.
pub(super) enum Ended {
    /// What it changed can be taken over.
    Well(String),
    /// It did not compile.
    BeforeItBegan,
    /// It was ended from outside.
    Badly,
}

/// One script in a realm.
pub(super) struct Call<'a, 'js> {
    pub(super) ctx: &'a Ctx<'js>,
    pub(super) realm: &'a mut Realm,
    pub(super) host: &'a RefCell<Host>,
    pub(super) watch: &'a Watch,
}

impl<'js> Call<'_, 'js> {
    pub(super) fn run(
        &mut self,
        script: &Script,
        info: &RequestInfo,
        stale: Vec<&'static str>,
        engine: Engine,
    ) -> Ended {
        match self.realm.compiled(self.ctx, &script.text, engine).catch(self.ctx) {
            Ok(compiled) => self
                .carry_out(&compiled, start(script, info, stale, &compiled))
                .map_or(Ended::Badly, Ended::Well),
            Err(error) => {
                self.fault(&error);
                Ended::BeforeItBegan
            }
        }
    }

    fn carry_out(&mut self, compiled: &Compiled, start: String) -> Option<String> {
        self.host.borrow_mut().report.lines_before = compiled.source.lines_before;
        let entries = Rc::clone(&self.realm.entries);
        let () = self.call(&entries.start, (start, self.restored(&compiled.function)?))?;
        self.settle()?;
        self.call(&entries.finish, ())
    }

    /// Promises, then timers, then promises again, until nothing is left to do.
    fn settle(&mut self) -> Option<()> {
        let entries = Rc::clone(&self.realm.entries);
        self.run_jobs()?;
        if !self.call(&entries.ended, ())? {
            return Some(());
        }
        while self.call(&entries.fire_next, ())? {
            self.run_jobs()?;
        }
        if !self.call::<_, bool>(&entries.has_exited, ())? {
            self.watch.end_with(Breach::NeverEnds);
        }
        Some(())
    }

    fn run_jobs(&mut self) -> Option<()> {
        while self.ctx.execute_pending_job() {
            if self.watch.is_over() {
                return None;
            }
        }
        self.report_rejections()
    }

    fn report_rejections(&mut self) -> Option<()> {
        let rejections = std::mem::take(&mut self.host.borrow_mut().rejections);
        let fail = self.realm.entries.fail.clone();
        for (_, reason) in rejections {
            let reason = reason.restore(self.ctx).ok()?;
            let () = self.call(&fail, (reason, "rejection"))?;
        }
        Some(())
    }

    fn restored(&self, function: &Kept) -> Option<Function<'js>> {
        function.clone().restore(self.ctx).ok()
    }

    /// Calls into the prelude. None when that did not come back as it should.
    fn call<A, R>(&self, function: &Kept, args: A) -> Option<R>
    where
        A: IntoArgs<'js>,
        R: FromJs<'js>,
    {
        match self.restored(function)?.call(args).catch(self.ctx) {
            Ok(value) if !self.watch.is_over() => Some(value),
            Ok(_) => None,
            Err(error) => {
                self.fault(&error);
                None
            }
        }
    }

    /// An error that the prelude did not catch: a text that does not compile, or a limit.
    fn fault(&self, error: &CaughtError<'js>) {
        if self.watch.is_over() {
            return;
        }
        let (name, message, stack) = thrown(error);
        self.host.borrow_mut().fail("script", name, message, &stack, true);
    }
}

/// Name, message and stack of what was thrown.
pub(super) fn thrown(error: &CaughtError<'_>) -> (String, String, String) {
    match error {
        CaughtError::Exception(exception) => {
            let name = exception.as_object().get::<_, String>("name").unwrap_or_default();
            let stack = exception.stack().unwrap_or_default();
            (name, exception.message().unwrap_or_default(), stack)
        }
        other => (String::new(), other.to_string(), String::new()),
    }
}

/// What `start` is told about a script.
#[expect(clippy::struct_excessive_bools, reason = "each is a key that the prelude reads")]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Start<'a> {
    #[serde(flatten)]
    info: &'a RequestInfo,
    target: &'static str,
    location: Location<'a>,
    legacy: bool,
    snapshots: bool,
    has_packages: bool,
    uses: &'a [&'static str],
    sugar: &'a [String],
    localized: bool,
    stale: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Location<'a> {
    path: &'a [String],
    current: Option<&'a str>,
}

fn start(
    script: &Script,
    info: &RequestInfo,
    stale: Vec<&'static str>,
    compiled: &Compiled,
) -> String {
    let start = Start {
        info,
        target: script.kind.name(),
        location: Location { path: &info.path, current: info.current.as_deref() },
        legacy: compiled.source.is_legacy,
        snapshots: compiled.source.sees_snapshots,
        has_packages: script.has_packages,
        uses: &compiled.source.uses,
        sugar: &compiled.source.sugar,
        localized: compiled.source.is_localized,
        stale,
    };
    serde_json::to_string(&start).expect("texts, numbers and lists of them")
}
