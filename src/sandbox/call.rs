//! One script in an engine, from its first line to its last timer.

use std::cell::RefCell;
use std::rc::Rc;

use rquickjs::function::IntoArgs;
use rquickjs::{CatchResultExt, CaughtError, Ctx, FromJs, Function};

use super::Engine;
use super::host::Host;
use super::limits::{Breach, Watch};
use super::realm::{Compiled, Kept, Realm};
use super::script::{Script, ScriptKind};

/// How a script left the engine.
pub(super) enum Ended {
    /// What it changed can be taken over.
    Well,
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
        stale: Vec<&'static str>,
        engine: Engine,
    ) -> Ended {
        match self.realm.compiled(self.ctx, &script.text, engine).catch(self.ctx) {
            Ok(compiled) => {
                self.carry_out(&compiled, script, stale).map_or(Ended::Badly, |()| Ended::Well)
            }
            Err(error) => {
                self.fault(&error);
                Ended::BeforeItBegan
            }
        }
    }

    fn carry_out(
        &mut self,
        compiled: &Compiled,
        script: &Script,
        stale: Vec<&'static str>,
    ) -> Option<()> {
        let iteration = {
            let mut host = self.host.borrow_mut();
            host.report.lines_before = compiled.lines_before;
            host.info.iteration
        };
        let entries = Rc::clone(&self.realm.entries);
        let function = compiled.function.clone().restore(self.ctx).ok()?;
        let traits = compiled.traits.clone().restore(self.ctx).ok()?;
        let is_test = script.kind == ScriptKind::Test;
        let told = (function, traits, is_test, script.has_packages, iteration, stale);
        let () = self.call(&entries.start, told)?;
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
