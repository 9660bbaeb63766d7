//! The only place that reads the environment, the clock and standard input.

use std::io::{self, Read, Write};
use std::time::{SystemTime, UNIX_EPOCH};

/// What a command sees of the world around it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context;

impl Context {
    /// The value of an environment variable, or none if it is unset or not Unicode.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads it")]
    #[expect(clippy::unused_self, reason = "only holders of a context may ask")]
    pub fn env(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    /// Milliseconds since 1970, UTC.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads it")]
    #[expect(clippy::unused_self, reason = "only holders of a context may ask")]
    pub fn now_ms(&self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    /// All of standard input.
    ///
    /// # Errors
    ///
    /// When it cannot be read to its end.
    #[expect(clippy::unused_self, reason = "only holders of a context may ask")]
    pub fn stdin(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Standard output, for data.
    #[expect(clippy::unused_self, reason = "only holders of a context may ask")]
    pub fn stdout(&self) -> impl Write {
        anstream::AutoStream::auto(io::stdout())
    }

    /// Standard error, for messages.
    #[expect(clippy::unused_self, reason = "only holders of a context may ask")]
    pub fn stderr(&self) -> impl Write {
        anstream::AutoStream::auto(io::stderr())
    }
}
