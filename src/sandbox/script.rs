//! A script's text, and the function that it becomes.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::{Engine, names, sugar};
use crate::text::script::is_name;

/// A script of a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Script {
    /// The source, the lines of `exec` joined by newlines.
    pub text: Arc<str>,
    /// When it runs.
    pub kind: ScriptKind,
    /// Whether the file lists packages for `pm.require`.
    pub has_packages: bool,
}

impl Script {
    /// A script that runs before its request.
    pub fn prerequest(text: impl Into<Arc<str>>) -> Self {
        Self { text: text.into(), kind: ScriptKind::Prerequest, has_packages: false }
    }

    /// A script that runs after the response. There is none here: whatever it asks of it is named as missing.
    pub fn test(text: impl Into<Arc<str>>) -> Self {
        Self { kind: ScriptKind::Test, ..Self::prerequest(text) }
    }
}

/// When a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptKind {
    /// Before the request.
    Prerequest,
    /// After the response.
    Test,
}

/// How a script is compiled.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// An expression that yields the function.
    pub(super) code: String,
    /// Lines of `code` before the script's own first one.
    pub(super) lines_before: u32,
    /// What it needs.
    pub(super) traits: Traits,
}

/// What the prelude has to know of a script.
#[expect(clippy::struct_excessive_bools, reason = "each is a key that the prelude reads")]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Traits {
    /// Whether the names of Postman's first scripting interface are there.
    legacy: bool,
    /// Globals that have to be made before it starts.
    uses: Vec<&'static str>,
    /// Whether it may write numbers or dates, or compare texts, in a country's way.
    localized: bool,
    /// Names that Postman adds to lists, texts, numbers and dates.
    sugar: Vec<String>,
    /// Whether it may look at the `environment` and `globals` of that interface.
    snapshots: bool,
    /// Whether it may get at the global object itself.
    reaches_globals: bool,
    /// Whether it may define properties otherwise than by assigning.
    defines: bool,
}

impl Source {
    pub(super) fn new(text: &str, engine: Engine) -> Self {
        let (code, lines_before) = wrapped(text, engine);
        Self { code, lines_before, traits: Traits::of(text, engine) }
    }
}

impl Traits {
    fn of(text: &str, engine: Engine) -> Self {
        let legacy = is_legacy(text);
        let mentioned = Mentioned::new(text);
        Self {
            legacy,
            uses: names::lazy(engine).into_iter().filter(|name| mentioned.has(name)).collect(),
            localized: mentioned.any || text.contains("toLocale") || text.contains("localeCompare"),
            sugar: mentioned.sugar(text),
            snapshots: legacy && (mentioned.has("environment") || mentioned.has("globals")),
            reaches_globals: mentioned.any || says_this(text),
            defines: mentioned.any || text.contains("efineProp") || text.contains("__define"),
        }
    }
}

/// Whether the word `this` stands for something. In a comment or a text another word follows it on the line, which in
/// code only operators can.
fn says_this(text: &str) -> bool {
    text.match_indices("this").any(|(at, this)| {
        let (before, after) = text.split_at(at);
        let rest = after.trim_start_matches(this);
        let next = rest.trim_start_matches([' ', '\t']);
        let word = next.split(|letter| !is_name(letter)).next().unwrap_or_default();
        let is_part = before.ends_with(is_name) || rest.starts_with(is_name);
        !is_part && (word.is_empty() || matches!(word, "in" | "instanceof"))
    })
}

fn is_legacy(text: &str) -> bool {
    !text.starts_with("\"use sandbox2\";") && !text.starts_with("'use sandbox2';")
}

/// An expression that yields a text as the function that an engine makes of it, and the lines that it has before the
/// text's own first one.
pub(super) fn wrapped(text: &str, engine: Engine) -> (String, u32) {
    let mut parameters = names::parameters(engine);
    if is_legacy(text) {
        parameters.extend(names::legacy_parameters(engine));
    } else {
        parameters.push("JSON");
    }
    let (opening, closing, lines_before) = match engine {
        Engine::Newman => ("", "", 1),
        Engine::Postman => (";(async()=>{;\n", "\n;})().then(__exitscope).catch(__exitscope);", 2),
    };
    let parameters = parameters.join(",");
    let code = format!(
        "(function({parameters},__exitscope){{;var arguments = undefined;\n{opening}{text}{closing}\n;}})"
    );
    (code, lines_before)
}

/// The free names that a text may speak of. Comments and strings count: too many names cost time, too few are wrong.
#[derive(Debug)]
struct Mentioned<'a> {
    names: BTreeSet<&'a str>,
    /// The script makes code of its own, so any name may follow.
    any: bool,
}

impl<'a> Mentioned<'a> {
    fn new(text: &'a str) -> Self {
        let names: BTreeSet<&str> = text
            .split(|letter: char| !is_name(letter) && letter != '.')
            .filter_map(|chain| {
                // In `a.b` only `a` is free; a leading dot belongs to a value before it, or to `...spread`.
                let spread = chain.strip_prefix("...").unwrap_or(chain);
                spread.split('.').next()
            })
            .collect();
        let reads_this = text.contains("this.") || text.contains("this[");
        let any = reads_this || names.contains("eval") || names.contains("Function");
        Self { names, any }
    }

    fn sugar(&self, text: &str) -> Vec<String> {
        if self.any {
            return vec!["*".to_owned()];
        }
        let words = text.split(|letter: char| !is_name(letter)).filter(|word| sugar::has(word));
        words.collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
    }

    fn has(&self, name: &str) -> bool {
        self.any || self.names.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_free_names_are_mentioned() {
        let mentioned = Mentioned::new("pm.environment.set(Buffer.from(`${x}`), [...URL])");
        assert!(mentioned.has("Buffer") && mentioned.has("URL") && mentioned.has("pm"));
        assert!(!mentioned.has("environment"));
    }

    #[test]
    fn code_made_at_run_time_may_mention_anything() {
        assert!(Mentioned::new("eval('Buf' + 'fer')").has("Buffer"));
    }

    #[test]
    fn this_is_a_value_only_if_no_word_follows() {
        for text in ["this.a = 1", "f(this)", "this\nb()", "x = this instanceof y", "return this ;"]
        {
            assert!(says_this(text), "{text}");
        }
        for text in ["// signs this request", "'this has no nonce'", "thisOne.a", "other_this.a"] {
            assert!(!says_this(text), "{text}");
        }
    }

    #[test]
    fn newer_scripts_do_without_the_first_interface() {
        let source = Source::new("\"use sandbox2\"; 1", Engine::Newman);
        assert!(!source.traits.legacy);
        assert!(!source.code.contains("CryptoJS"));
    }
}
