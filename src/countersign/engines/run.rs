//! Running scripts in the other engine.

use std::collections::BTreeSet;

use super::Scripts;
use super::difference::{Difference, Only, line_of};
use super::feature::{Mention, instead, mentions, only_in_postman};
use crate::countersign::credentials::test_values;
use crate::countersign::trial::Trial;
use crate::runtime::outline::Program;
use crate::runtime::{Attempt, RanScript, Setup, Solo};
use crate::sandbox::{Sandbox, Script, ScriptError, ScriptState, Settings};
use crate::source::Pointer;
use crate::world::Engine;

/// The texts that fail in Newman for want of what only Postman's app has. Where nothing of that is
/// mentioned, nothing is run.
pub(crate) fn of_running<'c, 'a>(scripts: &Scripts<'c, 'a>) -> Vec<Difference<'c, 'a>> {
    let newer = only_in_postman();
    let mut runner = Runner { scripts, solo: None };
    let mut found = Vec::new();
    for (program, compiled) in scripts.programs.iter().zip(scripts.compiled) {
        if compiled.newman.is_none() && compiled.postman.is_none() && program.run().next().is_some()
        {
            found.extend(runner.difference(program, &newer));
        }
    }
    found
}

struct Runner<'s, 'c, 'a> {
    scripts: &'s Scripts<'c, 'a>,
    /// Requests in Newman's engine.
    solo: Option<Solo>,
}

/// What a script threw in either engine.
struct Errors {
    newman: Vec<ScriptError>,
    postman: Vec<ScriptError>,
}

impl<'c, 'a> Runner<'_, 'c, 'a> {
    fn difference(
        &mut self,
        program: &'c Program<'a>,
        newer: &BTreeSet<&str>,
    ) -> Option<Difference<'c, 'a>> {
        let mentions = mentions(program, newer);
        if mentions.is_empty() {
            return None;
        }
        let errors = match self.trial_of(program) {
            Some((trial, pointer)) => self.before_request(trial, pointer)?,
            None => after_reply(program)?,
        };
        let is_own = |error: &&ScriptError| {
            errors.postman.iter().all(|other| other.message != error.message)
        };
        let mention =
            errors.newman.iter().filter(is_own).find_map(|error| {
                mentions.iter().find(|mention| is_for(program, error, mention))
            })?;
        Some(Difference {
            program,
            only: Only::Postman,
            why: format!("has no {}", quoted(&mention.name)),
            help: Some(instead(&mention.name)),
            token: Some(mention.token),
            line: None,
            declared_by: Vec::new(),
        })
    }

    /// A request that the program ran for before it was sent.
    fn trial_of(&self, program: &Program<'a>) -> Option<(&'a Trial<'a>, &'a Pointer)> {
        let mut places = program.run_at("prerequest").map(|script| &script.pointer);
        places.find_map(|place| {
            let has_run = |trial: &&Trial<'a>| {
                trial.ran.scripts.iter().any(|script| script.planned.pointer == *place)
            };
            Some((self.scripts.trials.iter().find(has_run)?, place))
        })
    }

    fn before_request(&mut self, trial: &Trial<'a>, place: &Pointer) -> Option<Errors> {
        let Scripts { setup, collection, .. } = self.scripts;
        let solo = self.solo.get_or_insert_with(|| {
            let setup = Setup { engine: Engine::Newman, ..(*setup).clone() };
            Solo::new(collection, setup)
        });
        let values = test_values(&trial.test_values);
        let attempt = Attempt::as_saved().with_variables(&values);
        let ran = solo.run(&trial.ran.planned, &attempt).ok()?;
        let errors = |scripts: &[RanScript]| {
            let script = scripts.iter().find(|script| script.planned.pointer == *place)?;
            Some(script.outcome.errors.clone())
        };
        Some(Errors { newman: errors(&ran.scripts)?, postman: errors(&trial.ran.scripts)? })
    }
}

/// Runs a script that runs after a reply, without a reply.
fn after_reply(program: &Program<'_>) -> Option<Errors> {
    let errors = |engine| {
        let mut sandbox = Sandbox::new(Settings::new(engine)).ok()?;
        let outcome = sandbox.run(&Script::test(program.source), &mut ScriptState::default());
        Some(outcome.errors)
    };
    program.run_at("test").next()?;
    Some(Errors { newman: errors(Engine::Newman)?, postman: errors(Engine::Postman)? })
}

/// Whether an error comes of a mention: it names it, or is on its line.
fn is_for(program: &Program<'_>, error: &ScriptError, mention: &Mention) -> bool {
    let token = &program.tokens()[mention.token];
    error.message.contains(&format!("{} is not defined", token.text))
        || error.message.contains(&format!("'{}' is not defined", token.text))
        || error.line == Some(line_of(program.source, token.start)) && error.name == "TypeError"
}

fn quoted(name: &str) -> String {
    if name.contains('`') { name.to_owned() } else { format!("`{name}`") }
}
