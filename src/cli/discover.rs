//! The files that a command line names: files, folders, patterns, standard input.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, io};

use anyhow::{Context as _, bail};
use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;
use rayon::prelude::*;

use super::Context;
use crate::source::{Document, Kind, ReadError};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The files to check, in the order of the command line; those of a folder by path.
    pub(super) files: Vec<FoundFile>,
    /// Why other files cannot be checked, in words.
    pub(super) errors: Vec<String>,
}

/// A collection, an environment or globals.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// The path as the user wrote it, `-` for standard input.
    pub(super) path: String,
    /// What is in it.
    pub(super) document: Document,
}

/// A file that is named, not yet looked into.
#[derive(Debug)]
pub(super) struct NamedFile {
    /// Its path, as the user would write it.
    pub(super) path: String,
    /// Where it is, if that is on the disk.
    place: PathBuf,
    /// What is in it, or why it cannot be read; read when somebody asks.
    bytes: OnceLock<io::Result<Vec<u8>>>,
    /// Whether it was named itself, or came out of a folder or pattern.
    named: Named,
}

/// Whether a file was named itself, or came out of a folder or pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Itself,
    Among,
}

/// Reads all collections, environments and globals that are named.
///
/// # Errors
///
/// When a name leads to nothing, or a folder cannot be read.
pub(super) fn files(cx: &Context, names: &[PathBuf]) -> anyhow::Result<Found> {
    let mut found = Found::default();
    for name in names {
        let before = found.files.len() + found.errors.len();
        let read: Vec<_> =
            named_files(cx, name)?.into_par_iter().with_max_len(1).map(NamedFile::read).collect();
        for file in read {
            found.take(file);
        }
        if found.files.len() + found.errors.len() == before {
            bail!(holds_none(name));
        }
    }
    Ok(found)
}

/// What is said of a folder or pattern without collections.
pub(super) fn holds_none(name: &Path) -> String {
    format!("`{}` holds no Postman Collection v2.1 (a file that ends in .json)", name.display())
}

/// The files that a name leads to: itself, or what is in the folder or fits the pattern.
///
/// # Errors
///
/// When a folder cannot be read, or a pattern is none.
pub(super) fn named_files(cx: &Context, name: &Path) -> anyhow::Result<Vec<NamedFile>> {
    if name == Path::new("-") {
        let bytes = cx.stdin().context("failed to read standard input")?;
        return Ok(vec![NamedFile::itself("-".to_owned(), bytes)]);
    }
    let path = cx.cwd().join(name);
    if path.is_dir() {
        return all_below(&path, name, None);
    }
    let bytes = fs::read(&path);
    if bytes.is_err() && is_pattern(name) {
        let (folder, pattern) = split(name);
        return all_below(&cx.cwd().join(&folder), &folder, Some(&matcher(&pattern)?));
    }
    Ok(vec![NamedFile { place: path, ..NamedFile::new(shown(name), bytes, Named::Itself) }])
}

/// The JSON files below a folder, sorted by path. Hidden files, and those that git ignores, are left
/// out.
fn all_below(
    folder: &Path,
    name: &Path,
    matcher: Option<&GlobMatcher>,
) -> anyhow::Result<Vec<NamedFile>> {
    let mut walk = WalkBuilder::new(folder);
    walk.sort_by_file_path(Path::cmp).require_git(false);
    let mut files = Vec::new();
    for entry in walk.build() {
        let entry = entry.with_context(|| format!("failed to read `{}`", name.display()))?;
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let is_json = below.extension().is_some_and(|it| it.eq_ignore_ascii_case("json"));
        let is_wanted = matcher.map_or(is_json, |matcher| matcher.is_match(below));
        if entry.file_type().is_some_and(|kind| kind.is_file()) && is_wanted {
            let path = shown(&name.join(below));
            let (place, bytes) = (entry.into_path(), OnceLock::new());
            files.push(NamedFile { path, place, bytes, named: Named::Among });
        }
    }
    Ok(files)
}

impl NamedFile {
    /// A file that was named itself, wherever it is.
    pub(super) fn itself(path: String, bytes: Vec<u8>) -> Self {
        Self::new(path, Ok(bytes), Named::Itself)
    }

    /// A file of a folder, wherever the folder is.
    pub(super) fn among(path: String, bytes: Vec<u8>) -> Self {
        Self::new(path, Ok(bytes), Named::Among)
    }

    fn new(path: String, bytes: io::Result<Vec<u8>>, named: Named) -> Self {
        Self { path, place: PathBuf::new(), bytes: bytes.into(), named }
    }

    /// What is in it.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(super) fn bytes(&self) -> Result<&[u8], &io::Error> {
        self.bytes.get_or_init(|| fs::read(&self.place)).as_deref()
    }

    /// The same, for good; nothing if it cannot be read.
    pub(super) fn into_bytes(self) -> Option<Vec<u8>> {
        self.bytes.into_inner().unwrap_or_else(|| fs::read(&self.place)).ok()
    }

    /// Whether it may be passed over where it is of this kind; none if it is no JSON.
    fn may_be_other(&self, kind: Option<Kind>) -> bool {
        let has_name = self.path.ends_with(".postman_collection.json");
        self.named == Named::Among
            && match kind {
                Some(kind) => !is_collection(kind),
                None => !has_name,
            }
    }

    /// The file as a collection; nothing for a file of a folder that is no collection of any version.
    ///
    /// # Errors
    ///
    /// Why it is no collection, in words.
    pub(super) fn collection(&self) -> Result<Option<Document>, String> {
        let bytes = self.bytes().map_err(|error| self.unreadable(error))?;
        self.document_of(Document::read(bytes), |_| false)
    }

    /// The file as a collection, an environment or globals; nothing for a file of a folder that is no
    /// such thing.
    ///
    /// # Errors
    ///
    /// Why it is nothing that can be checked, in words.
    fn read(mut self) -> Result<Option<FoundFile>, String> {
        self.bytes().map_err(|error| self.unreadable(error))?;
        let bytes = self.bytes.take().and_then(Result::ok).unwrap_or_default();
        let document = Document::from_bytes(bytes);
        let document = self.document_of(document, |document| self.is_of_variables(document))?;
        Ok(document.map(|document| FoundFile { path: self.path, document }))
    }

    fn unreadable(&self, error: &io::Error) -> String {
        format!("failed to read `{}`: {error}", self.path)
    }

    /// Whether the file is an environment or globals. In a folder any list of `values` would do, so it
    /// has to say what it is there.
    fn is_of_variables(&self, document: &Document) -> bool {
        let marks = [".postman_environment.json", ".postman_globals.json"];
        let is_evident = || {
            document.value().get("_postman_variable_scope").is_some()
                || marks.iter().any(|mark| self.path.ends_with(mark))
        };
        document.kind().is_of_variables() && (self.named == Named::Itself || is_evident())
    }

    /// The file, if it is a collection or something else that is wanted.
    fn document_of(
        &self,
        document: Result<Document, ReadError>,
        is_wanted: impl Fn(&Document) -> bool,
    ) -> Result<Option<Document>, String> {
        let path = &self.path;
        let document = match document {
            Ok(document) => document,
            Err(_) if self.may_be_other(None) => return Ok(None),
            Err(error) => return Err(format!("{path}:{error}\n  help: {}", error.help())),
        };
        let kind = document.kind();
        match kind.advice() {
            None => Ok(Some(document)),
            Some(_) if is_wanted(&document) => Ok(Some(document)),
            Some(_) if self.may_be_other(Some(kind)) => Ok(None),
            Some(advice) => Err(format!(
                "`{path}` is {kind}, expected a Postman Collection v2.1\n  help: {advice}"
            )),
        }
    }
}

impl Found {
    /// Takes in what came of a file.
    fn take(&mut self, read: Result<Option<FoundFile>, String>) {
        match read {
            Ok(file) => self.files.extend(file),
            Err(error) => self.errors.push(error),
        }
    }
}

/// Whether it is a collection, though of another version.
fn is_collection(kind: Kind) -> bool {
    matches!(kind, Kind::CollectionV1 | Kind::CollectionV20 | Kind::CollectionV3 | Kind::Wrapped)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn is_pattern(name: &Path) -> bool {
    name.to_str().is_some_and(|name| name.contains(['*', '?', '[', '{']))
}

/// The folder that a pattern begins with, and the rest of it.
fn split(name: &Path) -> (PathBuf, PathBuf) {
    let plain = name.iter().take_while(|part| !is_pattern(Path::new(part))).count();
    (name.iter().take(plain).collect(), name.iter().skip(plain).collect())
}

fn matcher(pattern: &Path) -> anyhow::Result<GlobMatcher> {
    let pattern = pattern.to_str().context("a pattern has to be Unicode")?;
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    Ok(glob.with_context(|| format!("`{pattern}` is no pattern"))?.compile_matcher())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_begins_behind_its_plain_folders() {
        let split = |name: &str| split(Path::new(name));
        assert_eq!(split("a/b/**/*.json"), ("a/b".into(), "**/*.json".into()));
        assert_eq!(split("*.json"), ("".into(), "*.json".into()));
        assert_eq!(split("/a/{b,c}/d.json"), ("/a".into(), "{b,c}/d.json".into()));
    }
}
