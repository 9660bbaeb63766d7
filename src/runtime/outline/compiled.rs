//! Whether scripts compile, in either engine.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::Program;
use crate::sandbox::{ScriptError, Syntax, provided_names};
use crate::world::Engine;

/// Why a text does not compile, in each engine; none if it does.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// In Newman's.
    pub(crate) newman: Option<ScriptError>,
    /// In the one of Postman's app.
    pub(crate) postman: Option<ScriptError>,
}

/// Compiles the texts that scripts have, in their order. Those of `ran`, by index, are known to
/// compile in Postman.
///
/// Compiling takes longer than anything else that is done with a text, so it is done only where it can
/// tell something: in Newman only where a text has what the two engines take differently.
pub(crate) fn compiled(programs: &[Program<'_>], ran: &BTreeSet<usize>) -> Vec<Compiled> {
    let (newman, postman) = (Compiler::of(Engine::Newman), Compiler::of(Engine::Postman));
    let compile = |(index, program): (usize, &Program<'_>)| {
        if program.run().next().is_none() {
            return Compiled::default();
        }
        let in_postman = if ran.contains(&index) { None } else { postman.error(program.source) };
        let is_open = in_postman.is_some() || newman.may_differ(program);
        let in_newman = if is_open { newman.error(program.source) } else { None };
        Compiled { newman: in_newman, postman: in_postman }
    };
    programs.iter().enumerate().map(compile).collect()
}

/// A compiler that starts when it is first needed.
struct Compiler {
    engine: Engine,
    syntax: OnceCell<Option<Syntax>>,
    provided: Vec<&'static str>,
}

impl Compiler {
    fn of(engine: Engine) -> Self {
        Self { engine, syntax: OnceCell::new(), provided: provided_names(engine) }
    }

    /// An engine that does not start has no complaint.
    fn error(&self, text: &str) -> Option<ScriptError> {
        self.syntax.get_or_init(|| Syntax::new(self.engine).ok()).as_ref()?.error(text)
    }

    /// Whether a text that compiles in one engine may not compile in the other: it has `await`, or
    /// declares a name that the engine provides.
    fn may_differ(&self, program: &Program<'_>) -> bool {
        let declares = program.has("const") || program.has("let") || program.has("class");
        program.has("await")
            || declares && self.provided.iter().any(|name| program.declared_names().contains(name))
    }
}
