//! `--fix` and `--diff`: findings that can be mended without a doubt.

use std::io::Write as _;

use anyhow::{Context as _, bail};
use similar::TextDiff;

use super::super::discover::FoundFile;
use super::super::files::{Text, replace_all};
use super::super::{Context, Exit, counted};
use crate::findings::fixed;
use crate::report::validate::without_secrets;
use crate::source::Document;
use crate::validate::Outcome;

/// More rounds than this are not needed: a fix may bring another to light, but not for ever.
const ROUNDS: usize = 10;

/// The lines around a change that a diff shows.
const CONTEXT: usize = 3;

/// Files before and after their fixes.
#[derive(Debug)]
pub(super) struct Fixes {
    files: Vec<FixedFile>,
}

#[derive(Debug)]
struct FixedFile {
    path: String,
    before: String,
    after: String,
    count: usize,
}

impl Fixes {
    /// Makes fixes until there is nothing left to fix, and yields what is found then.
    ///
    /// # Errors
    ///
    /// When the files cannot be checked.
    pub(super) fn of(
        files: Vec<FoundFile>,
        check: impl Fn(Vec<FoundFile>) -> anyhow::Result<Outcome>,
    ) -> anyhow::Result<(Self, Outcome)> {
        let before = files.into_iter().map(FixedFile::new);
        let mut all = Self { files: before.collect() };
        for _ in 0..ROUNDS {
            let outcome = check(all.read()?)?;
            if !all.advance(&outcome) {
                return Ok((all, outcome));
            }
        }
        let outcome = check(all.read()?)?;
        Ok((all, outcome))
    }

    fn read(&self) -> anyhow::Result<Vec<FoundFile>> {
        let read = |file: &FixedFile| {
            let document = Document::read(file.after.as_bytes())
                .with_context(|| format!("a fix broke `{}`; nothing was changed", file.path))?;
            Ok(FoundFile { path: file.path.clone(), document })
        };
        self.files.iter().map(read).collect()
    }

    /// Makes the fixes of what was found; says whether there was one.
    fn advance(&mut self, outcome: &Outcome) -> bool {
        let mut has_changed = false;
        for (file, found) in self.files.iter_mut().zip(&outcome.files) {
            let document = found.document.as_ref();
            let fixed = document.and_then(|document| fixed(document, &found.diagnostics));
            if let Some(fixed) = fixed.filter(|fixed| fixed.text != file.after) {
                file.after = fixed.text;
                file.count += fixed.count;
                has_changed = true;
            }
        }
        has_changed
    }

    fn changed(&self) -> impl Iterator<Item = &FixedFile> {
        self.files.iter().filter(|file| file.before != file.after)
    }

    /// Writes the files that changed, each whole.
    ///
    /// # Errors
    ///
    /// When a file cannot be written; no file has changed then.
    pub(super) fn write(&self, cx: &Context) -> anyhow::Result<()> {
        if self.changed().any(|file| file.path == "-") {
            bail!("standard input cannot be fixed in place; `--diff` shows the fixes");
        }
        let text =
            |file: &FixedFile| Text { path: cx.cwd().join(&file.path), text: file.after.clone() };
        replace_all(self.changed().map(text))?;
        writeln!(cx.messages(), "{}", self.summary("fixed"))?;
        Ok(())
    }

    /// Shows what `--fix` would change.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub(super) fn show(&self, cx: &Context) -> anyhow::Result<Exit> {
        let mut out = cx.stdout();
        for file in self.changed() {
            let (before, after) = (shown(&file.before), shown(&file.after));
            let diff = TextDiff::from_lines(&before, &after);
            let name = file.path.trim_start_matches('/');
            let mut unified = diff.unified_diff();
            unified.context_radius(CONTEXT).header(&format!("a/{name}"), &format!("b/{name}"));
            write!(out, "{unified}")?;
        }
        writeln!(cx.messages(), "{}", self.summary("--fix would mend"))?;
        Ok(if self.changed().next().is_some() { Exit::Findings } else { Exit::Fine })
    }

    fn summary(&self, done: &str) -> String {
        let findings: usize = self.changed().map(|file| file.count).sum();
        let files = self.changed().count();
        match files {
            0 => "nothing to fix".to_owned(),
            _ => format!("{done} {} in {}", counted(findings, "finding"), counted(files, "file")),
        }
    }
}

/// A file as a diff shows it: a secret in a line beside the change is nobody's business.
fn shown(text: &str) -> String {
    match Document::read(text.as_bytes()) {
        Ok(document) if document.has_byte_order_mark() => {
            format!("\u{feff}{}", without_secrets(&document))
        }
        Ok(document) => without_secrets(&document),
        Err(_) => String::new(),
    }
}

impl FixedFile {
    fn new(file: FoundFile) -> Self {
        let mark = if file.document.has_byte_order_mark() { "\u{feff}" } else { "" };
        let text = format!("{mark}{}", file.document.text());
        Self { path: file.path, before: text.clone(), after: text, count: 0 }
    }
}
