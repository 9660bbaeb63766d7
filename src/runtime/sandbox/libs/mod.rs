//! What a script gets from `require(...)` and as ready-made globals, apart from `pm`.

use rquickjs::{Ctx, Function, Object, Result};

/// Built-in functions as they are before any script ran.
pub(super) fn primordials<'js>(ctx: &Ctx<'js>) -> Result<Object<'js>> {
    let build: Function<'js> = ctx.eval(include_str!("js/primordials.js"))?;
    build.call(())
}
