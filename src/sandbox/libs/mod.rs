//! What a script gets from `require(...)` and as ready-made globals, apart from `pm`.
//!
//! Each library is JavaScript of our own under `js/`, evaluated when it is first asked for, so that
//! a script pays only for what it uses. Members that Postman's libraries have and ours lack are
//! listed in `members.js`; touching one is reported through [`Host::missing`].

use std::rc::Rc;

use rquickjs::{Ctx, Function, Object, Result, Value};

use super::{bytecode, crypto};

mod bytes;
#[cfg(test)]
mod tests;

/// Which of Postman's two sandboxes the libraries imitate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The sandbox inside Newman 6.2: no Web APIs, `atob` and `btoa` take any input.
    Newman,
    /// The sandbox of the current app: Web APIs, strict `atob` and `btoa`.
    Postman,
}

/// Told of a library and one of its members.
pub type Missing = dyn Fn(&str, &str);

/// Fills a buffer.
pub type Fill = dyn Fn(&mut [u8]);

/// What the engine lends to the libraries.
#[derive(Clone)]
pub struct Host {
    /// Trace and time limit for cryptography.
    pub crypto: crypto::Host,
    /// Whose libraries to imitate.
    pub engine: Engine,
    /// Called with a library and a member that Postman has and this sandbox lacks, each time that a
    /// script touches it. The member is empty when the whole library is lacking.
    pub missing: Rc<Missing>,
    /// Random bytes for `crypto.getRandomValues`, `crypto.randomUUID` and generated keys.
    pub random: Rc<Fill>,
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Host").field("engine", &self.engine).finish_non_exhaustive()
    }
}

/// The function of a library's file, by the name that `load` in `loader.js` uses; none if there is no such library.
fn source<'js>(ctx: &Ctx<'js>, name: &str) -> Result<Option<Function<'js>>> {
    let file = format!("libs/js/{}", name.replace(['/', '-'], "_"));
    bytecode::has(&file).then(|| bytecode::function(ctx, &file)).transpose()
}

/// Built-in functions as they are before any script ran.
pub(super) fn primordials<'js>(ctx: &Ctx<'js>) -> Result<Object<'js>> {
    bytecode::function(ctx, "libs/js/primordials")?.call(())
}

/// The libraries of one context.
#[derive(Debug, Clone)]
pub struct Libraries<'js> {
    loader: Object<'js>,
}

impl<'js> Libraries<'js> {
    /// Prepares the libraries; call it before any script has run in the context.
    ///
    /// `scope` is the object that holds the engine's `setTimeout` and its relatives.
    ///
    /// # Errors
    /// A JavaScript error, when the context has run out of memory or time.
    pub fn install(ctx: &Ctx<'js>, host: &Host, scope: Object<'js>) -> Result<Self> {
        let native = natives(ctx, host)?;
        native.set("scope", scope)?;
        let build = bytecode::function(ctx, "libs/js/loader")?;
        Ok(Self { loader: build.call((native, primordials(ctx)?))? })
    }

    /// The object with the loader's functions, for JavaScript that asks by itself.
    pub(super) fn loader(&self) -> &Object<'js> {
        &self.loader
    }

    /// The `require` of scripts: an unknown name throws as in Postman.
    ///
    /// # Errors
    /// A JavaScript error, when the context has run out of memory or time.
    pub fn require(&self) -> Result<Function<'js>> {
        self.loader.get("require")
    }

    /// The module of this name; none when Postman has no such module.
    ///
    /// # Errors
    /// A JavaScript error, when the library's own code fails.
    pub fn module(&self, name: &str) -> Result<Option<Value<'js>>> {
        let value: Value<'js> = self.loader.get::<_, Function<'js>>("module")?.call((name,))?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// The names of the globals that come from libraries, such as `CryptoJS`, `_` and, in the
    /// current engine, `crypto` and `URL`.
    ///
    /// # Errors
    /// A JavaScript error, when the context has run out of memory or time.
    pub fn global_names(&self) -> Result<Vec<String>> {
        self.loader.get("globalNames")
    }

    /// The value of one of these globals, built when it is first asked for.
    ///
    /// # Errors
    /// A JavaScript error, when the context has run out of memory or time.
    pub fn global(&self, name: &str) -> Result<Value<'js>> {
        self.loader.get::<_, Function<'js>>("global")?.call((name,))
    }

    /// Defines every global of the libraries on `target` as a property that builds its value when
    /// first read and can be overwritten.
    ///
    /// # Errors
    /// A JavaScript error, when the context has run out of memory or time.
    pub fn define_globals(&self, target: &Object<'js>) -> Result<()> {
        self.loader.get::<_, Function<'js>>("defineGlobals")?.call((target.clone(),))
    }
}

fn natives<'js>(ctx: &Ctx<'js>, host: &Host) -> Result<Object<'js>> {
    let native = Object::new(ctx.clone())?;
    native.set("newman", host.engine == Engine::Newman)?;
    let source = |ctx: Ctx<'js>, name: String| source(&ctx, &name);
    native.set("source", Function::new(ctx.clone(), source)?)?;
    let members = |ctx: Ctx<'js>| bytecode::function(&ctx, "libs/js/members");
    native.set("members", Function::new(ctx.clone(), members)?)?;
    let lent = host.crypto.clone();
    let crypto_js =
        move |ctx: Ctx<'js>, primordials: Object<'js>| crypto::crypto_js(&ctx, &lent, &primordials);
    native.set("cryptoJs", Function::new(ctx.clone(), crypto_js)?)?;
    let lent = host.missing.clone();
    let missing = move |library: String, member: String| lent(&library, &member);
    native.set("missing", Function::new(ctx.clone(), missing)?)?;
    bytes::add(ctx, &native, host)?;
    Ok(native)
}
