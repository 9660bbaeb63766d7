//! What the prelude can ask of Rust.

use std::cell::RefCell;
use std::rc::Rc;

use rquickjs::{Persistent, Value};

use super::accept::Changes;
use super::crypto::Trace;
use super::limits::{Breach, Limits, Watch};
use super::outcome::{ConsoleLine, Level, ScriptError, When, Written};
use super::state::{RequestInfo, Scope, Scopes, Variable};
use crate::text::coercion;
use crate::variables::Origin;
use crate::world::Random;

/// Draws the value of a dynamic variable such as `$guid`; none for a name that there is not.
pub type Dynamic = Box<dyn FnMut(&str) -> Option<String>>;

/// What the prelude's questions are answered from, and where its reports go.
pub(super) struct Host {
    pub(super) limits: Limits,
    pub(super) watch: Rc<Watch>,
    pub(super) now_ms: f64,
    pub(super) seed: u64,
    pub(super) random: Random,
    pub(super) ids: Random,
    pub(super) dynamic: Dynamic,
    pub(super) trace: Rc<RefCell<Trace>>,
    /// The scopes as both sides know them.
    pub(super) scopes: Scopes,
    pub(super) request: serde_json::Value,
    /// Whether the JSON text that was given last has no name that begins with an underscore.
    pub(super) is_bare: bool,
    pub(super) info: RequestInfo,
    pub(super) report: Report,
    pub(super) changes: Changes,
    /// Promises that were rejected while nobody waited for them, and why.
    pub(super) rejections: Vec<(Persistent<Value<'static>>, Persistent<Value<'static>>)>,
}

/// What one script reports while it runs.
#[expect(clippy::struct_excessive_bools, reason = "each tells something of its own")]
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) console: Vec<ConsoleLine>,
    pub(super) console_bytes: usize,
    pub(super) is_silent: bool,
    pub(super) warnings: Vec<String>,
    pub(super) errors: Vec<ScriptError>,
    pub(super) refused_sends: Vec<String>,
    pub(super) timers: u32,
    pub(super) unset_reads: Vec<String>,
    pub(super) leaked_globals: Vec<String>,
    pub(super) written: Vec<Written>,
    pub(super) reads_request: bool,
    pub(super) reads_clock: bool,
    pub(super) lines_before: u32,
    /// It threw `null` or the like; the engine itself does so when there is no memory left for an error.
    pub(super) threw_nothing: bool,
}

impl Report {
    pub(super) fn read_unset(&mut self, name: String) {
        if !self.unset_reads.contains(&name) {
            self.unset_reads.push(name);
        }
    }

    pub(super) fn write(&mut self, scope: &str, name: String) {
        let scope = match scope {
            "variables" => Origin::Local,
            "environment" => Origin::Environment,
            "collectionVariables" => Origin::Collection,
            _ => Origin::Globals,
        };
        let written = Written { scope, name };
        if !self.written.contains(&written) {
            self.written.push(written);
        }
    }
}

impl Host {
    /// The time, for a script that asks.
    pub(super) fn now_ms(&mut self) -> f64 {
        self.report.reads_clock = true;
        self.now_ms
    }

    pub(super) fn dynamic(&mut self, name: &str) -> Option<String> {
        self.report.reads_clock |= CLOCKS.iter().any(|clock| name.starts_with(clock));
        (self.dynamic)(name)
    }

    pub(super) fn request_text(&mut self) -> String {
        self.report.reads_request = true;
        self.request.to_string()
    }

    /// The request without the parts that scripts are given one by one, and whether it has a description. Of a body or
    /// auth it only says that there is one.
    pub(super) fn request_shell(&mut self) -> String {
        self.report.reads_request = true;
        let mut shell = serde_json::Map::new();
        for (name, part) in self.request.as_object().into_iter().flatten() {
            let stands_for = match name.as_str() {
                "url" | "header" | "description" => continue,
                "auth" if !coercion::is_truthy(part) => continue,
                "auth" | "body" => true.into(),
                _ => part.clone(),
            };
            shell.insert(name.clone(), stands_for);
        }
        let is_described = self.request.get("description").is_some();
        self.given(serde_json::json!([shell, is_described]).to_string())
    }

    fn given(&mut self, json: String) -> String {
        self.is_bare = !json.contains("\"_");
        json
    }

    /// A part of the request; an address stands for a request that has nothing else.
    pub(super) fn request_part(&mut self, name: &str) -> String {
        let is_address = self.request.is_string() && name == "url";
        let part = if is_address { Some(&self.request) } else { self.request.get(name) };
        let json = part.unwrap_or(&serde_json::Value::Null).to_string();
        self.given(json)
    }

    pub(super) fn info_text(&self) -> String {
        serde_json::to_string(&self.info).expect("texts, numbers and lists of them")
    }

    /// The id of a scope that has none in a file. It is drawn apart, so that what a script draws does not depend on
    /// which scopes it looks at.
    pub(super) fn scope_id(&self, name: &str) -> String {
        let mixed = name
            .bytes()
            .fold(self.seed, |seed, byte| Random::new(seed ^ u64::from(byte)).next_u64());
        Random::new(mixed).uuid()
    }

    pub(super) fn log(&mut self, level: &str, text: String) {
        let report = &mut self.report;
        if report.is_silent {
            return;
        }
        let is_full = report.console.len() >= self.limits.console_lines
            || report.console_bytes + text.len() > self.limits.console_bytes;
        if is_full {
            self.watch.end_with(Breach::Console);
            return;
        }
        report.console_bytes += text.len();
        report.console.push(ConsoleLine { level: Level::named(level), text });
    }

    pub(super) fn warn(&mut self, text: String) {
        let warnings = &mut self.report.warnings;
        if !warnings.contains(&text) && warnings.len() < 100 {
            warnings.push(text);
        }
    }

    pub(super) fn missing(&mut self, name: &str) {
        self.warn(format!(
            "`{name}` is not available here, so what depends on it is not what Postman does"
        ));
    }

    pub(super) fn fail(
        &mut self,
        when: &str,
        name: String,
        message: String,
        stack: &str,
        counts: bool,
    ) {
        let when = match when {
            "timer" => When::Timer,
            "rejection" => When::Rejection,
            _ => When::Script,
        };
        if !counts {
            self.report.threw_nothing = true;
            self.warn(format!("it threw `{message}`, which Postman does not take for an error"));
            return;
        }
        match (name.as_str(), message.as_str()) {
            (_, "out of memory") => self.watch.end_with(Breach::Memory),
            (_, "Maximum call stack size exceeded") => self.watch.end_with(Breach::Stack),
            _ => {}
        }
        let lines_before = self.report.lines_before;
        self.report.errors.push(script_error(name, message, stack, lines_before, when));
    }

    pub(super) fn refuse_send(&mut self, address: String) -> String {
        self.report.refused_sends.push(address);
        "no request is sent from a script here".to_owned()
    }

    pub(super) fn scope_text(&mut self, name: &str) -> String {
        let text = match self.scope(name) {
            Some(scope) => serde_json::to_string(scope),
            None => serde_json::to_string(&self.scopes.data),
        };
        self.given(text.expect("values that came from JSON go back to it"))
    }

    /// Whether each variable of a scope is a name and a value, of no type that matters to Postman.
    pub(super) fn is_plain_scope(&self, name: &str) -> bool {
        const TYPES: [&str; 5] = ["string", "boolean", "number", "array", "object"];
        let is_plain = |variable: &Variable| {
            let kind = variable.kind.as_deref().unwrap_or_default().to_lowercase();
            variable.value.is_some()
                && !variable.disabled
                && !TYPES.contains(&kind.as_str())
                && variable.extra.keys().all(|name| name == "enabled")
        };
        self.scope(name).is_some_and(|scope| scope.variables.iter().all(is_plain))
    }

    /// The scope of that name; none for the row of data.
    fn scope(&self, name: &str) -> Option<&Scope> {
        match name {
            "variables" => Some(&self.scopes.local),
            "environment" => Some(&self.scopes.environment),
            "collectionVariables" => Some(&self.scopes.collection),
            "globals" => Some(&self.scopes.globals),
            _ => None,
        }
    }
}

/// How the names of the dynamic variables begin that tell the time.
const CLOCKS: [&str; 3] = ["$timestamp", "$isoTimestamp", "$randomDate"];

/// The most frequent message of all, as Postman's engine words it.
fn in_words_of_v8(message: String) -> String {
    for (verb, doing) in [("read", "reading"), ("set", "setting")] {
        let reworded = message
            .strip_prefix(&format!("cannot {verb} property '"))
            .and_then(|rest| rest.rsplit_once("' of "))
            .map(|(name, value)| format!("Cannot {verb} properties of {value} ({doing} '{name}')"));
        if let Some(reworded) = reworded {
            return reworded;
        }
    }
    message
}

/// What was thrown, for people; the text of the script has `lines_before` lines of ours before it.
pub(super) fn script_error(
    name: String,
    message: String,
    stack: &str,
    lines_before: u32,
    when: When,
) -> ScriptError {
    let (line, column) = position(stack, lines_before).unzip();
    ScriptError { name, message: in_words_of_v8(shortened(message)), line, column, when }
}

/// A message that a person can read; a script may throw megabytes.
fn shortened(mut message: String) -> String {
    const LONGEST: usize = 4_000;
    if let Some((end, _)) = message.char_indices().nth(LONGEST) {
        message.truncate(end);
        message.push('…');
    }
    message
}

/// The file name that stack traces have for the script that runs.
pub(super) const SCRIPT: &str = "script";

/// Line and column within the script of the innermost frame that belongs to it.
fn position(stack: &str, lines_before: u32) -> Option<(u32, u32)> {
    let place = stack.split("script:").skip(1).find_map(|rest| {
        let mut numbers = rest.split(|letter: char| !letter.is_ascii_digit());
        let line: u32 = numbers.next()?.parse().ok()?;
        let column: u32 = numbers.next()?.parse().ok()?;
        Some((line, column))
    })?;
    Some((place.0.checked_sub(lines_before).filter(|line| *line > 0)?, place.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_frequent_errors_as_postman_does() {
        let worded = |message: &str| in_words_of_v8(message.to_owned());
        assert_eq!(
            worded("cannot read property 'b' of undefined"),
            "Cannot read properties of undefined (reading 'b')"
        );
        assert_eq!(
            worded("cannot set property 'b' of null"),
            "Cannot set properties of null (setting 'b')"
        );
        assert_eq!(worded("x is not defined"), "x is not defined");
    }

    #[test]
    fn finds_the_scripts_own_frame() {
        let stack = "    at get (countersign/list.js:3:9)\n    at f (script:5:7)\n    at <anonymous> (script:9:1)\n";
        assert_eq!(position(stack, 1), Some((4, 7)));
        assert_eq!(position("    at x (countersign/run.js:1:1)", 1), None);
    }
}
