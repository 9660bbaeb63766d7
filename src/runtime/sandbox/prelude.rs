//! The JavaScript that surrounds scripts, file by file. All but the first few are evaluated when first used.

use rquickjs::context::EvalOptions;
use rquickjs::{Ctx, Function, Result};

/// Name of the file and the source of a function `(kit) => …`; `kit` itself is `(host, settings) => kit`.
const FILES: &[(&str, &str)] = &[
    ("kit", include_str!("js/kit.js")),
    ("guards", include_str!("js/guards.js")),
    ("clock", include_str!("js/clock.js")),
    ("inspect", include_str!("js/inspect.js")),
    ("timers", include_str!("js/timers.js")),
    ("json", include_str!("js/json.js")),
    ("property", include_str!("js/property.js")),
    ("list", include_str!("js/list.js")),
    ("variables", include_str!("js/variables.js")),
    ("variable_scope", include_str!("js/variable_scope.js")),
    ("scopes", include_str!("js/scopes.js")),
    ("url", include_str!("js/url.js")),
    ("header", include_str!("js/header.js")),
    ("body", include_str!("js/body.js")),
    ("request", include_str!("js/request.js")),
    ("parts", include_str!("js/parts.js")),
    ("cookies", include_str!("js/cookies.js")),
    ("expect", include_str!("js/expect.js")),
    ("legacy", include_str!("js/legacy.js")),
    ("pm", include_str!("js/pm.js")),
    ("locale", include_str!("js/locale.js")),
    ("sugar", include_str!("js/sugar.js")),
    ("globals", include_str!("js/globals.js")),
    ("run", include_str!("js/run.js")),
];

/// What runs before the first script, in this order.
pub(super) const AT_ONCE: &[&str] =
    &["clock", "timers", "scopes", "parts", "pm", "legacy", "globals", "run"];

/// Evaluates one file.
pub(super) fn load<'js>(ctx: &Ctx<'js>, name: &str) -> Result<Function<'js>> {
    let (_, source) = FILES
        .iter()
        .find(|(file, _)| *file == name)
        .expect("the prelude asks for its own files only");
    evaluate(ctx, source, &format!("countersign/{name}.js"))
}

/// Evaluates an expression that yields a function; stack traces call the text by `filename`.
pub(super) fn evaluate<'js>(ctx: &Ctx<'js>, source: &str, filename: &str) -> Result<Function<'js>> {
    let mut options = EvalOptions::default();
    options.strict = false;
    options.filename = Some(filename.to_owned());
    ctx.eval_with_options(source, options)
}
