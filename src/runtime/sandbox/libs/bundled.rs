//! The libraries by context, for an engine that asks for them by name.

use std::rc::Rc;

use rquickjs::{Ctx, Object, Result, Value};

use super::{Host, Libraries};

/// Where a runtime keeps the loader of its context; the wrapper tells it from other kept objects.
type Kept<'js> = Rc<Option<Object<'js>>>;

/// The libraries that come with the sandbox.
#[derive(Debug, Clone)]
pub struct Bundled {
    host: Host,
}

impl Bundled {
    /// Libraries that report to this host.
    pub fn new(host: Host) -> Self {
        Self { host }
    }

    /// Prepares the libraries in a fresh context, while its built-in functions are still those of
    /// the engine; timers are looked up among the context's globals when they are first used.
    ///
    /// Without it the libraries prepare themselves when the first is asked for, and then see what
    /// scripts did to the built-ins by then.
    ///
    /// # Errors
    /// A JavaScript error, when the context has run out of memory or time.
    pub fn prepare<'js>(&self, ctx: &Ctx<'js>) -> Result<Libraries<'js>> {
        let libraries = Libraries::install(ctx, &self.host, ctx.globals())?;
        let kept: Kept<'js> = Rc::new(Some(libraries.loader.clone()));
        // A second context of the same runtime would need a second place.
        let _ = ctx.store_userdata(kept);
        Ok(libraries)
    }

    fn libraries<'js>(&self, ctx: &Ctx<'js>) -> Result<Libraries<'js>> {
        let kept = ctx.userdata::<Kept<'js>>().and_then(|kept| kept.as_ref().clone());
        match kept {
            Some(loader) => Ok(Libraries { loader }),
            None => self.prepare(ctx),
        }
    }

    /// What `require(name)` gives; none when Postman has no such module.
    ///
    /// # Errors
    /// A JavaScript error, when the library's own code fails.
    pub fn module<'js>(&self, ctx: &Ctx<'js>, name: &str) -> Result<Option<Value<'js>>> {
        self.libraries(ctx)?.module(name)
    }

    /// The value of the global of this name, such as `CryptoJS`, `_` or `URL`; none when it is not
    /// one that a library brings.
    ///
    /// # Errors
    /// A JavaScript error, when the library's own code fails.
    pub fn global<'js>(&self, ctx: &Ctx<'js>, name: &str) -> Result<Option<Value<'js>>> {
        let value = self.libraries(ctx)?.global(name)?;
        Ok((!value.is_undefined()).then_some(value))
    }
}
