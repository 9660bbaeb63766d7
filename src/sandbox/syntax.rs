//! Compiles scripts without running them.

use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use rquickjs::{CatchResultExt, Context, Runtime};

use super::call::thrown;
use super::host::{SCRIPT, script_error};
use super::outcome::{ScriptError, When};
use super::script::wrapped;
use super::{Engine, SandboxError, prelude};

/// How often the engine, which asks every few thousand steps, is told to go on. Only a text that closes the function
/// around it gets to run at all.
const PATIENCE: u32 = 100;

/// Bytes that one text may take to compile.
const MEMORY: usize = 64 << 20;

/// An engine that compiles scripts and runs none. It is made once for many texts.
///
/// ```
/// use countersign::sandbox::{Engine, Syntax};
///
/// let newman = Syntax::new(Engine::Newman)?;
/// assert_eq!(newman.error("var a = 1;"), None);
/// let error = newman.error("var a = 1;\nawait b;").expect("the older engine knows no await here");
/// assert_eq!(error.line, Some(2));
/// # Ok::<(), countersign::sandbox::SandboxError>(())
/// ```
pub struct Syntax {
    engine: Engine,
    context: Context,
    /// How often the engine may still ask whether to go on.
    patience: Rc<Cell<u32>>,
}

impl fmt::Debug for Syntax {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Syntax").field("engine", &self.engine).finish_non_exhaustive()
    }
}

impl Syntax {
    /// A compiler of scripts as `engine` wraps them.
    ///
    /// # Errors
    ///
    /// When the script engine does not start.
    pub fn new(engine: Engine) -> Result<Self, SandboxError> {
        let patience = Rc::new(Cell::new(PATIENCE));
        let context = context(&patience).map_err(|error| SandboxError::start(&error))?;
        Ok(Self { engine, context, patience })
    }

    /// Why a text does not compile, with line and column within it; none if it does.
    pub fn error(&self, text: &str) -> Option<ScriptError> {
        self.patience.set(PATIENCE);
        let (code, lines_before) = wrapped(text, self.engine);
        self.context.with(|ctx| {
            let error = prelude::evaluate(&ctx, &code, SCRIPT).catch(&ctx).err()?;
            let (name, message, stack) = thrown(&error);
            Some(script_error(name, message, &stack, lines_before, When::Script))
        })
    }
}

fn context(patience: &Rc<Cell<u32>>) -> rquickjs::Result<Context> {
    let runtime = Runtime::new()?;
    runtime.set_memory_limit(MEMORY);
    let patience = Rc::clone(patience);
    runtime.set_interrupt_handler(Some(Box::new(move || {
        let left = patience.get().checked_sub(1);
        patience.set(left.unwrap_or_default());
        left.is_none()
    })));
    Context::full(&runtime)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(engine: Engine, text: &str) -> Option<(String, Option<u32>, Option<u32>)> {
        let syntax = Syntax::new(engine).expect("the engine starts");
        syntax.error(text).map(|error| (error.name, error.line, error.column))
    }

    #[test]
    fn errors_have_the_line_and_column_of_the_script() {
        for engine in [Engine::Newman, Engine::Postman] {
            let found = error(engine, "var a = 1;\n  var b = ;\n");
            assert_eq!(found, Some(("SyntaxError".to_owned(), Some(2), Some(11))), "{engine:?}");
            assert_eq!(error(engine, "var é = (1;").map(|found| found.1), Some(Some(1)));
        }
    }

    #[test]
    fn each_engine_wraps_scripts_in_its_own_way() {
        for text in ["await 1", "const CryptoJS = require('crypto-js');"] {
            assert!(error(Engine::Newman, text).is_some(), "{text}");
            assert_eq!(error(Engine::Postman, text), None, "{text}");
        }
        for text in ["return;", "var CryptoJS = 1;", "x => x", ""] {
            assert_eq!(error(Engine::Newman, text), None, "{text}");
            assert_eq!(error(Engine::Postman, text), None, "{text}");
        }
    }

    #[test]
    fn nothing_runs() {
        let syntax = Syntax::new(Engine::Postman).expect("the engine starts");
        assert_eq!(syntax.error("while (true) {}"), None);
        assert!(syntax.error("})(); }); while (true) {} (function () { (() => {").is_some());
        assert_eq!(syntax.error("fine = true"), None, "what came before has no effect");
    }

    #[test]
    fn it_says_what_the_sandbox_says() {
        use crate::sandbox::{Sandbox, Script, ScriptState, Settings};
        for engine in [Engine::Newman, Engine::Postman] {
            let mut sandbox = Sandbox::new(Settings::new(engine)).expect("the engine starts");
            let syntax = Syntax::new(engine).expect("the engine starts");
            for text in [
                "a b",
                "\n\nlet x; let x;",
                "/(/",
                "'open",
                "\"use sandbox2\"; const _ = 1",
                "`${`",
            ] {
                let outcome = sandbox.run(&Script::prerequest(text), &mut ScriptState::default());
                assert_eq!(syntax.error(text).as_ref(), outcome.errors.first(), "{text}");
            }
        }
    }
}
