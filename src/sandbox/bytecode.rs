//! The sandbox's own JavaScript, compiled when this program was built (`build.rs`).

use rquickjs::loader::Loader;
use rquickjs::loader::bundle::Bundle;
use rquickjs::{Ctx, Function, Result};

/// Path of each file below this folder without its ending, and what it was compiled to.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/bytecode.rs"));

pub(super) fn has(file: &str) -> bool {
    FILES.iter().any(|(name, _)| *name == file)
}

/// The function that a file consists of. A file is evaluated each time that it is asked for.
pub(super) fn function<'js>(ctx: &Ctx<'js>, file: &str) -> Result<Function<'js>> {
    let (module, _) = Bundle(FILES).load(ctx, file, None)?.eval()?;
    module.get("default")
}
