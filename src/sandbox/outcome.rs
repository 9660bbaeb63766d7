//! What came of one script.

use super::Breach;
use super::crypto::TracedCall;
use crate::variables::Origin;

/// What came of one script, apart from the variables and the request, which it changes in place.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ScriptOutcome {
    /// What it threw, in order; the first one is what ended it, unless it came from a timer or a promise.
    pub errors: Vec<ScriptError>,
    /// What it logged, Postman's own deprecation warnings among them.
    pub console: Vec<ConsoleLine>,
    /// What a reader should know: members that are missing here, values that did not survive.
    pub warnings: Vec<String>,
    /// What `pm.test` found.
    pub assertions: Vec<Assertion>,
    /// Whether `pm.execution.skipRequest()` was called: no later script runs and no request goes out.
    pub skip_request: bool,
    /// The request that a runner goes to next, if the script chose one.
    pub next_request: Option<NextRequest>,
    /// The limit that it reached.
    pub breach: Option<Breach>,
    /// Every hash and HMAC that it computed, with key and input.
    pub crypto: Vec<TracedCall>,
    /// Addresses that it asked to send to; nothing was sent.
    pub refused_sends: Vec<String>,
    /// Names that it asked a scope of variables for and that had no value there: undefined, null or empty. Names in
    /// `{{…}}` that `replaceIn` left as they were are among them. In the order of asking, each once.
    pub unset_reads: Vec<String>,
    /// Globals that it made by assigning without declaring. All later scripts of the run see them.
    pub leaked_globals: Vec<String>,
    /// The variables that it set, in the order of their first setting, each once.
    pub written: Vec<Written>,
    /// Whether it looked at the request at all. If not, a change of the request cannot change what it does.
    pub reads_request: bool,
    /// Whether it asked what time it is, by `Date`, a library or a dynamic variable.
    pub reads_clock: bool,
}

/// A variable that a script set.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The scope: local, environment, collection or globals.
    pub scope: Origin,
    /// The variable's name.
    pub name: String,
}

impl ScriptOutcome {
    /// Whether Postman would call the script failed.
    pub fn is_failed(&self) -> bool {
        !self.errors.is_empty() || self.breach.is_some_and(|breach| breach != Breach::Console)
    }
}

/// What a script threw.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScriptError {
    /// The error's name, such as `TypeError`; empty for a thrown value that is no error.
    pub name: String,
    /// The error's message, or the text of a thrown value.
    pub message: String,
    /// The line within the script, 1-based, if it is known.
    pub line: Option<u32>,
    /// The column within that line, 1-based, if it is known.
    pub column: Option<u32>,
    /// What was running.
    pub when: When,
}

impl std::fmt::Display for ScriptError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.name.as_str() {
            "" => write!(formatter, "{}", self.message),
            name => write!(formatter, "{name}: {}", self.message),
        }
    }
}

/// What was running when an error was thrown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum When {
    /// The script itself; it did not compile, or ended here.
    Script,
    /// A timer. Newman loses such an error.
    Timer,
    /// A promise that nobody waited for was rejected. Newman crashes on it.
    Rejection,
}

/// One logged line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConsoleLine {
    /// The method that was called.
    pub level: Level,
    /// The values, each as text, a blank between them.
    pub text: String,
}

/// The console's methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the methods")]
pub enum Level {
    Log,
    Warn,
    Debug,
    Info,
    Error,
    Clear,
}

impl Level {
    /// The method's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Warn => "warn",
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Error => "error",
            Self::Clear => "clear",
        }
    }

    pub(super) fn named(name: &str) -> Self {
        match name {
            "warn" => Self::Warn,
            "debug" => Self::Debug,
            "info" => Self::Info,
            "error" => Self::Error,
            "clear" => Self::Clear,
            _ => Self::Log,
        }
    }
}

/// One `pm.test`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assertion {
    /// Its name.
    pub name: String,
    /// Whether it held.
    pub passed: bool,
    /// Whether it was skipped.
    pub skipped: bool,
    /// The message of the error that it ended in.
    pub error: Option<String>,
}

/// Where a runner goes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextRequest {
    /// To the request of this name or id.
    Named(String),
    /// Nowhere: the run ends.
    Stop,
}
