//! Files as they are at a revision of git, asked of the `git` program.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use super::Side;
use crate::catalog::Catalog;
use crate::cli::Context;
use crate::cli::discover::{NamedFile, holds_none};

/// A file or folder at a revision; as for git, the path begins at the top of the repository unless
/// it begins with `./`.
pub(super) fn side(cx: &Context, revision: &str, path: &str) -> anyhow::Result<Side> {
    let name = format!("{revision}:{path}");
    let git = Git { folder: cx.cwd(), name: &name };
    let id =
        git.line(&["rev-parse", "--verify", "--end-of-options", name.trim_end_matches('/')])?;
    match git.line(&["cat-file", "-t", &id])?.as_str() {
        "blob" => Side::of_files(vec![NamedFile::itself(name.clone(), git.blob(&id)?)]),
        "tree" => {
            let files = git.files(&id)?;
            if files.iter().any(|(path, _)| path == "api.toml") {
                return git.api(&files);
            }
            git.collections(path, files)
        }
        other => bail!("`{name}` is a {other} of git, expected a file or folder"),
    }
}

struct Git<'a> {
    folder: &'a Path,
    /// What is asked for, for messages.
    name: &'a str,
}

impl Git<'_> {
    fn output(&self, args: &[&str]) -> anyhow::Result<Vec<u8>> {
        let mut command = Command::new("git");
        command.current_dir(self.folder).args(args).stdin(Stdio::null());
        let output = command.output().context("failed to run the program `git`")?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            let said = said.trim_start_matches("fatal: ").to_owned();
            bail!("git knows no `{}`: {said}", self.name);
        }
        Ok(output.stdout)
    }

    fn line(&self, args: &[&str]) -> anyhow::Result<String> {
        Ok(String::from_utf8_lossy(&self.output(args)?).trim().to_owned())
    }

    fn blob(&self, id: &str) -> anyhow::Result<Vec<u8>> {
        self.output(&["cat-file", "blob", id])
    }

    /// Path below the tree and id of each file in it.
    fn files(&self, tree: &str) -> anyhow::Result<Vec<(String, String)>> {
        let listed = self.output(&["ls-tree", "-r", "-z", tree])?;
        let listed = String::from_utf8_lossy(&listed);
        let entry = |entry: &str| {
            let (about, path) = entry.split_once('\t')?;
            let mut about = about.split(' ').skip(1);
            (about.next()? == "blob").then_some(())?;
            Some((path.to_owned(), about.next()?.to_owned()))
        };
        Ok(listed.split('\0').filter_map(entry).collect())
    }

    /// The contents of files, in order, from one run of the program.
    fn blobs(&self, ids: &[String]) -> anyhow::Result<Vec<Vec<u8>>> {
        let mut command = Command::new("git");
        command.current_dir(self.folder).args(["cat-file", "--batch"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().context("failed to run the program `git`")?;
        let mut input = child.stdin.take().context("git takes no input")?;
        let asked = ids.join("\n") + "\n";
        // git answers while it is asked, so neither may wait for the other.
        let asking = std::thread::spawn(move || input.write_all(asked.as_bytes()));
        let output = child.wait_with_output().context("failed to read what `git` answers")?;
        let _ = asking.join();
        let mut rest = output.stdout.as_slice();
        ids.iter().map(|_| next_blob(&mut rest).context("git gave an incomplete answer")).collect()
    }

    fn collections(&self, path: &str, files: Vec<(String, String)>) -> anyhow::Result<Side> {
        let is_json = |(path, _): &(String, String)| {
            Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
        };
        let (paths, ids): (Vec<_>, Vec<_>) = files.into_iter().filter(is_json).unzip();
        let revision = self.name.split_once(':').map_or("", |(revision, _)| revision);
        let folder = Path::new(path);
        let named = paths.into_iter().zip(self.blobs(&ids)?).map(|(below, bytes)| {
            let path = folder.join(below);
            NamedFile::among(format!("{revision}:{}", path.display()), bytes)
        });
        let side = Side::of_files(named.collect())?;
        if side.sources.is_empty() {
            bail!(holds_none(Path::new(self.name)));
        }
        Ok(side)
    }

    /// The catalogue that the files of a folder are.
    fn api(&self, files: &[(String, String)]) -> anyhow::Result<Side> {
        let folder = tempfile::tempdir().context("failed to make a temporary folder")?;
        let ids: Vec<_> = files.iter().map(|(_, id)| id.clone()).collect();
        let blobs = self.blobs(&ids)?;
        for ((path, _), bytes) in files.iter().zip(blobs) {
            let path = folder.path().join(path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(path, bytes)?;
        }
        let catalog = Catalog::from_dir(folder.path());
        Side::of_catalog(&catalog.with_context(|| format!("`{}` is no catalogue", self.name))?)
    }
}

/// Takes one answer: a line that ends with the size, the bytes, and a line feed.
fn next_blob(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (line, after) = rest.split_at(end);
    let size: usize = std::str::from_utf8(line).ok()?.rsplit(' ').next()?.parse().ok()?;
    let blob = after.get(1..=size)?.to_vec();
    *rest = after.get(size + 2..)?;
    Some(blob)
}
