//! Where `require(...)` and the libraries among the globals come from.

use rquickjs::{Ctx, Result, Value};

/// Brings the libraries that scripts use.
pub trait Modules {
    /// What `require(name)` gives; none when there is no such module here.
    ///
    /// # Errors
    ///
    /// When the module's own code fails.
    fn module<'js>(&self, ctx: &Ctx<'js>, name: &str) -> Result<Option<Value<'js>>>;

    /// What stands behind the global of this name, such as `_`, `CryptoJS`, `Buffer` or `TextEncoder`; none when
    /// there is no such library here.
    ///
    /// # Errors
    ///
    /// When the library's own code fails.
    fn global<'js>(&self, ctx: &Ctx<'js>, name: &str) -> Result<Option<Value<'js>>>;
}

/// No libraries at all: each is named as missing when a script touches it.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoModules;

impl Modules for NoModules {
    fn module<'js>(&self, _: &Ctx<'js>, _: &str) -> Result<Option<Value<'js>>> {
        Ok(None)
    }

    fn global<'js>(&self, _: &Ctx<'js>, _: &str) -> Result<Option<Value<'js>>> {
        Ok(None)
    }
}
