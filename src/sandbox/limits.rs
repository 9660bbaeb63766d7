//! What a script may use, and what happens when it wants more.

use std::cell::Cell;
use std::time::{Duration, Instant};

/// What one script may use. The defaults leave any honest script far away from them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Wall time from the start of a script to its last timer.
    pub time: Duration,
    /// Bytes of memory that all scripts of a run hold together.
    pub memory: usize,
    /// Bytes of stack.
    pub stack: usize,
    /// Lines that are kept of what a script logs.
    pub console_lines: usize,
    /// Bytes that are kept of what a script logs.
    pub console_bytes: usize,
    /// Timers that may fire, repetitions counted.
    pub timers: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(2),
            memory: 128 << 20,
            stack: 1 << 20,
            console_lines: 1_000,
            console_bytes: 1 << 20,
            timers: 10_000,
        }
    }
}

/// The limit that a script reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Breach {
    /// It ran too long and was ended; nothing of what it changed counts.
    Time,
    /// It wanted more memory than there is.
    Memory,
    /// It called too deep. Postman ends such a script with the same error.
    Stack,
    /// It logged more than is kept; it ran on.
    Console,
    /// It set more timers than may fire, or one that repeats for ever.
    Timers,
    /// It waits for a promise that nothing will ever settle. Postman would wait for ever.
    NeverEnds,
}

impl Breach {
    /// Whether the script was ended from outside, so that nothing of what it changed counts.
    pub fn is_fatal(self) -> bool {
        matches!(self, Self::Time | Self::Memory | Self::Timers)
    }
}

/// Ends a script that runs too long. Asked by the engine every few thousand steps, inside regular expressions too.
#[derive(Debug)]
pub(super) struct Watch {
    deadline: Cell<Option<Instant>>,
    breach: Cell<Option<Breach>>,
}

impl Watch {
    pub(super) fn new() -> Self {
        Self { deadline: Cell::new(None), breach: Cell::new(None) }
    }

    /// Starts the time of one script. This is a stop watch, not a clock: no output depends on what it reads.
    pub(super) fn start(&self, time: Duration) {
        self.breach.set(None);
        self.deadline.set(Instant::now().checked_add(time));
    }

    pub(super) fn stop(&self) -> Option<Breach> {
        self.deadline.set(None);
        self.breach.take()
    }

    /// Notes a breach. One that ends the script outweighs one that does not.
    pub(super) fn end_with(&self, breach: Breach) {
        if self.breach.get().is_none_or(|known| !known.is_fatal() && breach.is_fatal()) {
            self.breach.set(Some(breach));
        }
    }

    pub(super) fn breach(&self) -> Option<Breach> {
        self.breach.get()
    }

    pub(super) fn is_over(&self) -> bool {
        if self.deadline.get().is_some_and(|deadline| Instant::now() >= deadline) {
            self.end_with(Breach::Time);
        }
        self.breach.get().is_some_and(Breach::is_fatal)
    }
}
