//! The only place that reads the environment, the clock and standard input.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// What a command sees of the world around it.
#[derive(Debug, Clone)]
pub struct Context {
    cwd: PathBuf,
    is_quiet: bool,
}

impl Context {
    /// The world as the program finds it when it starts.
    ///
    /// # Errors
    ///
    /// When the current folder is gone or may not be read.
    pub fn new() -> io::Result<Self> {
        Ok(Self { cwd: std::env::current_dir()?, is_quiet: false })
    }

    /// The same, but only results and errors are told.
    #[must_use]
    pub fn quiet(self, is_quiet: bool) -> Self {
        Self { is_quiet, ..self }
    }

    /// Whether only results and errors are told.
    pub fn is_quiet(&self) -> bool {
        self.is_quiet
    }

    /// The folder that relative paths start from.
    pub fn cwd(&self) -> &Path {
        &self.cwd
    }

    /// The value of an environment variable, or none if it is unset or not Unicode.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads it")]
    pub fn env(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    /// Milliseconds since 1970, UTC.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads it")]
    pub fn now_ms(&self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    /// Random bytes that nobody can guess, from the system.
    ///
    /// # Errors
    ///
    /// When the system has none.
    pub fn random<const N: usize>(&self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        Ok(bytes)
    }

    /// All of standard input.
    ///
    /// # Errors
    ///
    /// When it cannot be read to its end.
    pub fn stdin(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Standard output, for data.
    pub fn stdout(&self) -> impl Write {
        anstream::AutoStream::auto(io::stdout())
    }

    /// Standard error, for messages; they go nowhere if the user wants it quiet.
    pub fn messages(&self) -> Box<dyn Write> {
        if self.is_quiet {
            return Box::new(io::sink());
        }
        Box::new(self.errors())
    }

    /// Standard error, for what kept a command from doing its job.
    pub fn errors(&self) -> impl Write + use<> {
        anstream::AutoStream::auto(io::stderr())
    }
}
