//! How far a long run has come, for somebody who watches a terminal.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::super::discover::FoundFile;
use crate::runtime::plan;

/// Runs that are over by then show nothing.
const PATIENCE: Duration = Duration::from_millis(400);

/// A line on standard error; nothing if that is no terminal.
pub(super) struct Progress {
    is_wanted: bool,
    started: Instant,
    files: usize,
    requests: u64,
    bar: OnceLock<ProgressBar>,
    counted: ProgressBar,
}

impl Progress {
    /// Nothing is shown yet, and never if nobody wants to see it.
    pub(super) fn of(files: &[FoundFile], is_wanted: bool) -> Self {
        let requests = files.iter().map(|file| plan(file.document.value()).len()).sum::<usize>();
        Self {
            is_wanted,
            started: Instant::now(),
            files: files.len(),
            requests: u64::try_from(requests).unwrap_or(u64::MAX),
            bar: OnceLock::new(),
            counted: ProgressBar::hidden(),
        }
    }

    /// So many more requests are done. May be called from any thread.
    pub(super) fn add(&self, requests: usize) {
        self.counted.inc(u64::try_from(requests).unwrap_or(u64::MAX));
        if self.is_wanted && self.started.elapsed() > PATIENCE {
            self.bar.get_or_init(|| self.shown()).set_position(self.counted.position());
        }
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    fn shown(&self) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(self.requests), ProgressDrawTarget::stderr());
        let files = if self.files == 1 { "1 file" } else { &format!("{} files", self.files) };
        let template = format!("checking {files}  {{bar:30}} {{pos}}/{{len}} requests");
        bar.set_style(
            ProgressStyle::with_template(&template).expect("the template has these parts only"),
        );
        bar
    }
}
