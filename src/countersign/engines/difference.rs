//! What is different between the two engines, and where it shows in a script.

use super::Scripts;
use super::feature::instead;
use crate::runtime::outline::Program;
use crate::sandbox::{ScriptError, provided_names};
use crate::text::script::begins_statement;
use crate::text::shown::shown;
use crate::world::Engine;

/// The engine that a script works in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Only {
    Newman,
    Postman,
}

/// A text that one engine takes and the other does not.
pub(crate) struct Difference<'c, 'a> {
    pub(crate) program: &'c Program<'a>,
    pub(crate) only: Only,
    /// What the other engine does, in words that follow its name.
    pub(crate) why: String,
    pub(crate) help: Option<String>,
    /// The index of the piece that makes the difference, if it is one.
    pub(crate) token: Option<usize>,
    /// The line that makes the difference, counted from 1, if it is known.
    pub(crate) line: Option<u32>,
    /// The indexes of each `const` or `let` of a name that the other engine provides.
    pub(crate) declared_by: Vec<usize>,
}

/// The texts that compile in one engine only.
pub(crate) fn of_compiling<'c, 'a>(scripts: &Scripts<'c, 'a>) -> Vec<Difference<'c, 'a>> {
    let programs = scripts.programs.iter().zip(scripts.compiled);
    let differences =
        programs.filter_map(|(program, compiled)| match (&compiled.newman, &compiled.postman) {
            (Some(error), None) => Some(refused_by_newman(program, error)),
            (None, Some(error)) => Some(refused(program, Only::Newman, error)),
            _ => None,
        });
    differences.collect()
}

fn refused<'c, 'a>(
    program: &'c Program<'a>,
    only: Only,
    error: &ScriptError,
) -> Difference<'c, 'a> {
    let why = format!("does not compile it: {}", shown(&error.to_string()));
    Difference {
        program,
        only,
        why,
        help: None,
        token: None,
        line: error.line,
        declared_by: Vec::new(),
    }
}

fn refused_by_newman<'c, 'a>(program: &'c Program<'a>, error: &ScriptError) -> Difference<'c, 'a> {
    let plain = refused(program, Only::Postman, error);
    let declared_by = declarations_of_provided(program);
    if let Some(keyword) = declared_by.first().copied() {
        let (tokens, name) = (program.tokens(), keyword + 1);
        let why = format!(
            "provides `{}` itself, and takes no `{}` for it",
            tokens[name].text, tokens[keyword].text
        );
        let help = Some(format!("write `var {}`, or take another name", tokens[name].text));
        return Difference { why, help, token: Some(name), declared_by, ..plain };
    }
    match await_near(program, error.line) {
        Some(at) => {
            let why = "knows `await` only in async functions".to_owned();
            Difference { why, help: Some(instead("await")), token: Some(at), ..plain }
        }
        None => plain,
    }
}

/// The indexes of the keywords that declare, outside of all brackets, a name which Newman provides.
/// The name stands behind the keyword.
fn declarations_of_provided(program: &Program<'_>) -> Vec<usize> {
    let provided = provided_names(Engine::Newman);
    let tokens = program.tokens();
    let is_declaration = |at: &usize| {
        let pair = (&tokens[*at], &tokens[*at + 1]);
        ["const", "let", "class"].iter().any(|word| pair.0.is(word))
            && provided.contains(&pair.1.text)
            && begins_statement(program.source, tokens, *at)
    };
    (0..tokens.len().saturating_sub(1)).filter(is_declaration).collect()
}

/// The index of the `await` that an engine complains of: on the line of the complaint, or the last before.
fn await_near(program: &Program<'_>, line: Option<u32>) -> Option<usize> {
    let tokens = program.tokens();
    let awaits = tokens.iter().enumerate().filter(|(_, token)| token.is("await"));
    let mut before = awaits
        .filter(|(_, token)| line.is_none_or(|line| line_of(program.source, token.start) <= line));
    before.next_back().map(|(at, _)| at)
}

/// The line of a byte, counted from 1.
pub(crate) fn line_of(source: &str, byte: usize) -> u32 {
    let before = source.get(..byte).unwrap_or_default().matches('\n').count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}
