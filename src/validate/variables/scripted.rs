//! What scripts do with variables, as far as their texts tell.

use std::collections::BTreeSet;

use crate::runtime::outline::Program;
use crate::text::script::{Call, calls};

/// The variables that scripts set and read.
#[derive(Debug, Default)]
pub(crate) struct Scripted {
    /// Names that are set by calls such as `pm.environment.set("name", …)`.
    set: BTreeSet<String>,
    /// Whether some name is put together only when the script runs.
    sets_any: bool,
    reads_any: bool,
}

/// Ends of calls that set a variable.
const SETTERS: [&str; 3] = ["set", "setEnvironmentVariable", "setGlobalVariable"];
/// Ends of calls that read one by its name.
const GETTERS: [&str; 4] = ["get", "has", "getEnvironmentVariable", "getGlobalVariable"];
/// Ends of calls that read all there are, or run a text that may do anything.
const READING_ALL: [&str; 4] = ["toObject", "toJSON", "replaceIn", "eval"];
/// A list of all variables, in the middle of a chain.
const LIST: &str = ".values.";

impl Scripted {
    /// What the scripts of a collection do.
    pub(crate) fn of(programs: &[Program<'_>]) -> Self {
        let mut scripted = Self::default();
        let words = || SETTERS.iter().chain(&GETTERS).chain(&READING_ALL).chain(&[LIST]);
        for program in programs.iter().filter(|program| words().any(|word| program.has(word))) {
            for call in &calls(program.tokens()) {
                scripted.note(call);
            }
        }
        scripted
    }

    /// Whether a script sets a variable of that name, or may do so.
    pub(crate) fn may_set(&self, name: &str) -> bool {
        self.sets_any || self.set.contains(name)
    }

    /// The names that are set for sure.
    pub(crate) fn set(&self) -> impl Iterator<Item = &str> {
        self.set.iter().map(String::as_str)
    }

    /// Whether a script reads variables whose names its text does not have.
    pub(crate) fn reads_any(&self) -> bool {
        self.reads_any
    }

    fn note(&mut self, call: &Call<'_, '_>) {
        let name = call.callee.rsplit('.').next().unwrap_or_default();
        let is_one_of = |names: &[&str]| names.contains(&name);
        match call.first_text() {
            Some(text) if is_one_of(&SETTERS) => drop(self.set.insert(text.into_owned())),
            None if is_one_of(&SETTERS) => self.sets_any = true,
            None if is_one_of(&GETTERS) || is_one_of(&READING_ALL) => self.reads_any = true,
            _ => {}
        }
        self.sets_any |= name == "eval";
        self.reads_any |= call.callee.contains(LIST);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Scripted;
    use crate::runtime::outline::Outline;
    use crate::runtime::outline::programs;

    fn scripted(script: &str) -> Scripted {
        let collection = json!({"event": [{"listen": "test", "script": {"exec": script}}]});
        let outline = Outline::of(&collection);
        Scripted::of(&programs(outline.scripts()))
    }

    #[test]
    fn names_that_scripts_set_are_known() {
        let found = scripted(
            "pm.environment.set('a', 1); postman.setGlobalVariable(`b`, 2); env.set(\"c\", x) // .set(d)",
        );
        assert_eq!(found.set().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert!(found.may_set("a") && !found.may_set("d") && !found.reads_any());
    }

    #[test]
    fn names_that_are_put_together_may_be_any() {
        for script in ["pm.variables.set(name, 1)", "pm.variables.set('a' + n, 1)", "eval(text)"] {
            assert!(scripted(script).may_set("d"), "{script}");
        }
        for script in
            ["pm.variables.get(name)", "pm.environment.toObject()", "pm.environment.values.map(f)"]
        {
            assert!(scripted(script).reads_any(), "{script}");
        }
        assert!(!scripted("pm.variables.get('a'); pm.variables.replaceIn('{{b}}')").reads_any());
    }
}
