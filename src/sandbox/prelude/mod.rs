//! The JavaScript that surrounds scripts, file by file. All but the first few are evaluated when first used.

use rquickjs::context::EvalOptions;
use rquickjs::{Ctx, Function, Result};

use super::bytecode;

/// What runs before the first script, in this order.
pub(super) const AT_ONCE: &[&str] =
    &["clock", "timers", "scopes", "parts", "pm", "legacy", "globals", "run"];

/// The function `(kit) => …` of a file; that of `kit` itself is `(host, settings) => kit`.
pub(super) fn load<'js>(ctx: &Ctx<'js>, name: &str) -> Result<Function<'js>> {
    bytecode::function(ctx, &format!("prelude/{name}"))
}

/// Evaluates an expression that yields a function; stack traces call the text by `filename`.
pub(super) fn evaluate<'js>(ctx: &Ctx<'js>, source: &str, filename: &str) -> Result<Function<'js>> {
    let mut options = EvalOptions::default();
    options.strict = false;
    options.filename = Some(filename.to_owned());
    ctx.eval_with_options(source, options)
}
