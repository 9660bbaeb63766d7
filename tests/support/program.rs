//! The program under test, started as a user starts it.

use std::process::{Command, Output};

/// The program in an environment that has nothing of the developer's in it.
pub(crate) fn countersign() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_countersign"));
    for name in ["COUNTERSIGN_SECRET", "COUNTERSIGN_API_KEY", "COUNTERSIGN_API_SECRET"] {
        command.env_remove(name);
    }
    command.env("NO_COLOR", "1");
    command
}

/// How a program ended and what it wrote.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Exit code; none if a signal ended it.
    pub(crate) code: Option<i32>,
    /// What it wrote to standard output.
    pub(crate) stdout: String,
    /// What it wrote to standard error.
    pub(crate) stderr: String,
}

impl From<Output> for Outcome {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

impl Outcome {
    /// The same, if it ended with 0.
    #[track_caller]
    pub(crate) fn succeeded(self) -> Self {
        self.failed_with(0)
    }

    /// The same, if it ended with `code`.
    #[track_caller]
    pub(crate) fn failed_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }
}

/// Runs a command to its end.
pub(crate) trait Finish {
    /// What came of it.
    fn finished(&mut self) -> Outcome;
}

impl Finish for Command {
    fn finished(&mut self) -> Outcome {
        self.output().expect("the program starts").into()
    }
}
