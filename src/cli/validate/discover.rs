//! The files that a command line names: files, folders, patterns, standard input.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;

use super::super::Context;
use crate::source::{Document, Kind};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The collections, in the order of the command line; those of a folder by path.
    pub(super) files: Vec<FoundFile>,
    /// Why other files cannot be checked, in words.
    pub(super) errors: Vec<String>,
}

/// A collection.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// The path as the user wrote it, `-` for standard input.
    pub(super) path: String,
    /// What is in it.
    pub(super) document: Document,
}

/// Whether a file was named itself, or came out of a folder or pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Itself,
    Among,
}

/// Reads all collections that are named.
///
/// # Errors
///
/// When a name leads to nothing, or a folder cannot be read.
pub(super) fn files(cx: &Context, names: &[PathBuf]) -> anyhow::Result<Found> {
    let mut found = Found::default();
    for name in names {
        let before = found.files.len() + found.errors.len();
        add(cx, name, &mut found)?;
        if found.files.len() + found.errors.len() == before {
            bail!(
                "`{}` holds no Postman Collection v2.1 (a file that ends in .json)",
                name.display()
            );
        }
    }
    Ok(found)
}

fn add(cx: &Context, name: &Path, found: &mut Found) -> anyhow::Result<()> {
    if name == Path::new("-") {
        let bytes = cx.stdin().context("failed to read standard input")?;
        found.read("-", &bytes, Named::Itself);
        return Ok(());
    }
    let path = cx.cwd().join(name);
    if path.is_dir() {
        return add_all(&path, name, None, found);
    }
    match fs::read(&path) {
        Ok(bytes) => found.read(&shown(name), &bytes, Named::Itself),
        Err(_) if is_pattern(name) => {
            let (folder, pattern) = split(name);
            let matcher = matcher(&pattern)?;
            add_all(&cx.cwd().join(&folder), &folder, Some(&matcher), found)?;
        }
        Err(error) => found.errors.push(format!("failed to read `{}`: {error}", name.display())),
    }
    Ok(())
}

/// Reads the collections below a folder, sorted by path. Hidden files, and those that git ignores,
/// are left out.
fn add_all(
    folder: &Path,
    name: &Path,
    matcher: Option<&GlobMatcher>,
    found: &mut Found,
) -> anyhow::Result<()> {
    let mut walk = WalkBuilder::new(folder);
    walk.sort_by_file_path(Path::cmp).require_git(false);
    for entry in walk.build() {
        let entry = entry.with_context(|| format!("failed to read `{}`", name.display()))?;
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let is_json = below.extension().is_some_and(|it| it.eq_ignore_ascii_case("json"));
        let is_wanted = matcher.map_or(is_json, |matcher| matcher.is_match(below));
        if entry.file_type().is_some_and(|kind| kind.is_file()) && is_wanted {
            let path = name.join(below);
            match fs::read(entry.path()) {
                Ok(bytes) => found.read(&shown(&path), &bytes, Named::Among),
                Err(error) => {
                    found.errors.push(format!("failed to read `{}`: {error}", path.display()));
                }
            }
        }
    }
    Ok(())
}

impl Found {
    /// Takes a file in. Of those that were not named themselves, what is no collection of any
    /// version is passed over.
    fn read(&mut self, path: &str, bytes: &[u8], named: Named) {
        let is_optional = named == Named::Among && !path.ends_with(".postman_collection.json");
        let document = match Document::read(bytes) {
            Ok(document) => document,
            Err(_) if is_optional => return,
            Err(error) => {
                self.errors.push(format!("{path}:{error}\n  help: {}", error.help()));
                return;
            }
        };
        let kind = document.kind();
        match kind.advice() {
            None => self.files.push(FoundFile { path: path.to_owned(), document }),
            Some(_) if named == Named::Among && !is_collection(kind) => {}
            Some(advice) => self.errors.push(format!(
                "`{path}` is {kind}, expected a Postman Collection v2.1\n  help: {advice}"
            )),
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
