//! Writing generated files so that each is whole at any moment, old or new.

use std::fs::{self, Permissions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use tempfile::NamedTempFile;

use crate::generate::GeneratedFile;

/// How a file on disk compares with the one that was generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// There is none.
    Missing,
    /// Its bytes are others.
    Different,
}

/// The files below `out` that are not as generated.
pub(super) fn changes<'a>(
    out: &Path,
    files: &'a [GeneratedFile],
) -> anyhow::Result<Vec<(&'a GeneratedFile, Change)>> {
    let mut changes = Vec::new();
    for file in files {
        if let Some(change) = change(&out.join(&file.path), &file.text)? {
            changes.push((file, change));
        }
    }
    Ok(changes)
}

/// Writes the files that are not as generated, and says how many.
///
/// All new text is on disk, beside its target, before the first target is replaced: when there is no
/// room or no permission, everything stays as it was.
pub(super) fn write_all(out: &Path, files: &[GeneratedFile]) -> anyhow::Result<usize> {
    let stale = changes(out, files)?;
    let text = |file: &GeneratedFile| Text { path: out.join(&file.path), text: file.text.clone() };
    replace_all(stale.iter().map(|(file, _)| text(file)))?;
    Ok(stale.len())
}

/// A text and the file that it belongs into.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) path: PathBuf,
    pub(super) text: String,
}

/// Writes texts over files. All are on disk, beside their targets, before the first target is
/// replaced.
pub(super) fn replace_all(texts: impl IntoIterator<Item = Text>) -> anyhow::Result<()> {
    let staged = texts.into_iter().map(|Text { path, text }| {
        stage(&path, &text, &builder()).with_context(|| cannot_write(&path))
    });
    for (temporary, target) in staged.collect::<anyhow::Result<Vec<_>>>()? {
        temporary
            .persist(&target)
            .map_err(|error| error.error)
            .with_context(|| cannot_write(&target))?;
    }
    Ok(())
}

/// Writes one file that only its owner may read, replacing what was there once the new text is whole.
pub(super) fn write_private(path: &Path, text: &str) -> anyhow::Result<()> {
    let (temporary, target) =
        stage(path, text, &private_builder()).with_context(|| cannot_write(path))?;
    temporary
        .persist(&target)
        .map_err(|error| error.error)
        .with_context(|| cannot_write(&target))?;
    Ok(())
}

fn cannot_write(path: &Path) -> String {
    format!("failed to write `{}`; nothing was changed", path.display())
}

fn change(path: &Path, text: &str) -> anyhow::Result<Option<Change>> {
    match fs::read(path) {
        Ok(bytes) if bytes == text.as_bytes() => Ok(None),
        Ok(_) => Ok(Some(Change::Different)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Some(Change::Missing)),
        Err(error) => {
            Err(error).with_context(|| format!("failed to read `{}` to compare it", path.display()))
        }
    }
}

/// A temporary file with the text in the folder of `path`, and the path to move it to.
fn stage(
    path: &Path,
    text: &str,
    builder: &tempfile::Builder<'_, '_>,
) -> anyhow::Result<(NamedTempFile, PathBuf)> {
    // A link is followed, so that it stays a link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if target.is_dir() {
        bail!("it is a folder, expected a file or nothing");
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .with_context(|| format!("failed to make the folder `{}`", folder.display()))?;
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(text.as_bytes())?;
    if let Ok(metadata) = fs::metadata(&target) {
        temporary.as_file().set_permissions(metadata.permissions())?;
    }
    Ok((temporary, target))
}

/// Temporary files that only their owner may read, which is what the crate makes of them.
fn private_builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".countersign-");
    builder
}

/// Temporary files that others may read, as far as the user's mask allows.
fn builder() -> tempfile::Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "permissions are set on unix alone"))]
    let mut builder = private_builder();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder
}
