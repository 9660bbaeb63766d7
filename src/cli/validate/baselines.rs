//! `--baseline` and `--write-baseline`: only findings that are new count.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::super::files::{Text, replace_all};
use super::super::{Context, counted};
use super::profiles::Profiles;
use crate::findings::Baseline;
use crate::validate::Outcome;

/// Takes out of an outcome what the baselines of its files know.
///
/// # Errors
///
/// When a baseline cannot be read.
pub(super) fn apply(
    cx: &Context,
    flag: Option<&Path>,
    profiles: &Profiles,
    outcome: &mut Outcome,
) -> anyhow::Result<()> {
    let mut read: BTreeMap<PathBuf, Baseline> = BTreeMap::new();
    let mut gone = 0;
    for file in &mut outcome.files {
        let of_settings = profiles.of(&super::folder(cx, &file.path)).baseline.as_deref();
        let Some(path) = flag.map(|flag| cx.cwd().join(flag)).or(of_settings.map(Path::to_owned))
        else {
            continue;
        };
        if !read.contains_key(&path) {
            read.insert(path.clone(), baseline(&path)?);
        }
        let counts = read[&path].leave_new(file);
        file.known = counts.known;
        gone += counts.gone;
    }
    if gone > 0 {
        let gone = counted(gone, "finding");
        writeln!(cx.messages(), "{gone} of the baseline no longer there; write it anew")?;
    }
    Ok(())
}

fn baseline(path: &Path) -> anyhow::Result<Baseline> {
    let text = fs::read_to_string(path)
        .with_context(|| format!("failed to read the baseline `{}`", path.display()))?;
    Baseline::parse(&text).with_context(|| format!("failed to read `{}`", path.display()))
}

/// Writes a baseline of all that was found.
///
/// # Errors
///
/// When the file cannot be written.
pub(super) fn write(cx: &Context, path: &Path, outcome: &Outcome) -> anyhow::Result<()> {
    let baseline = Baseline::of(outcome);
    replace_all([Text { path: cx.cwd().join(path), text: baseline.to_text() }])?;
    let findings = counted(baseline.len(), "finding");
    writeln!(cx.messages(), "wrote {findings} to `{}`", path.display())?;
    Ok(())
}
