//! Catalogues in a folder of the user's.

use std::borrow::Cow;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::error::CatalogError;
use super::source::{Source, Sources};
use crate::source::excerpt::Lines;
use crate::source::toml_file::Mistake;

/// Larger files are refused: a catalogue is written by people.
const LIMIT: u64 = 16 * 1024 * 1024;

/// The files of each API in `folder`, which is one API itself or holds one in each of its folders.
///
/// # Errors
///
/// When there is no API, an API has no `api.toml`, or a file cannot be read.
pub(super) fn sources(folder: &Path) -> Result<Vec<Sources>, CatalogError> {
    if fs::metadata(folder).map_err(|source| unreadable(folder, source))?.is_file() {
        return Err(CatalogError::NotAFolder { path: folder.to_owned() });
    }
    if let Some(api) = api_of(folder)? {
        return Ok(vec![api]);
    }
    let folders = entries(folder)?.into_iter().filter(|path| path.is_dir() && !is_hidden(path));
    let apis: Vec<_> =
        folders.filter_map(|folder| api_of(&folder).transpose()).collect::<Result<_, _>>()?;
    if apis.is_empty() {
        return Err(CatalogError::Empty { path: folder.to_owned() });
    }
    Ok(apis)
}

/// The files of the API that `folder` is; nothing when it is none.
fn api_of(folder: &Path) -> Result<Option<Sources>, CatalogError> {
    let api = folder.join("api.toml");
    let endpoints = folder.join("endpoints");
    if fs::symlink_metadata(&api).is_err() {
        return if endpoints.is_dir() {
            Err(CatalogError::NoApiFile { path: api })
        } else {
            Ok(None)
        };
    }
    let endpoints = if endpoints.is_dir() { read_all(&endpoints, "toml")? } else { Vec::new() };
    Ok(Some(Sources { api: read(&api)?, endpoints, scripts: read_all(folder, "js")? }))
}

/// The files of a folder whose names have the ending, by name; hidden ones belong to an editor.
fn read_all(folder: &Path, ending: &str) -> Result<Vec<Source>, CatalogError> {
    let files = entries(folder)?;
    let is_meant =
        |path: &&PathBuf| path.extension().is_some_and(|it| it == ending) && !is_hidden(path);
    let files = files.iter().filter(is_meant);
    files.map(|path| read(path)).collect()
}

/// What is in a folder, by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, CatalogError> {
    let entries = fs::read_dir(folder).map_err(|source| unreadable(folder, source))?;
    let mut paths: Vec<_> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(|source| unreadable(folder, source))?;
    paths.sort();
    Ok(paths)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// A file, unless it is a pipe or a device, which could keep a reader for ever.
fn read(path: &Path) -> Result<Source, CatalogError> {
    let metadata = fs::metadata(path).map_err(|source| unreadable(path, source))?;
    if !metadata.is_file() {
        return Err(CatalogError::NotAFile { path: path.to_owned() });
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
        .map_err(|source| unreadable(path, source))?;
    if bytes.len() as u64 > LIMIT {
        return Err(CatalogError::TooLarge { path: path.to_owned(), limit: LIMIT });
    }
    let text = String::from_utf8(bytes).map_err(|error| not_text(path, &error));
    Ok(Source { file: path.to_owned(), text: text.map(Cow::Owned) })
}

fn unreadable(path: &Path, source: std::io::Error) -> CatalogError {
    CatalogError::Read { path: path.to_owned(), source }
}

fn not_text(path: &Path, error: &std::string::FromUtf8Error) -> Mistake {
    let at = error.utf8_error().valid_up_to();
    let (good, bad) = error.as_bytes().split_at(at);
    let byte = bad.first().copied().unwrap_or_default();
    let message = format!("found the byte `0x{byte:02x}`, expected UTF-8 text");
    let good = String::from_utf8_lossy(good);
    Mistake::new(path.to_owned(), &Lines::of(&good), at..at, message)
        .with_help(Some("save the file as UTF-8".to_owned()))
}
