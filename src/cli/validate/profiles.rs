//! What holds for each file: the nearest `countersign.toml`, and what the command line says instead.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::super::catalogs::catalog;
use super::super::{Context, inputs};
use super::CLOCK_MS;
use crate::findings::settings::{FailOn, SettingsFile};
use crate::runtime::Setup;
use crate::validate::Profile;
use crate::world::Engine;

/// The name of the file that settings are found in.
pub(in crate::cli) const FILE_NAME: &str = "countersign.toml";

/// What the command line says instead of settings.
#[derive(Debug, Default)]
pub(super) struct Flags<'a> {
    pub(super) settings: Option<&'a Path>,
    pub(super) environment: Option<&'a Path>,
    pub(super) globals: Option<&'a Path>,
    pub(super) api: Option<&'a str>,
    pub(super) catalog: Option<&'a Path>,
    pub(super) fail_on: Option<FailOn>,
}

/// Settings as they were read.
#[derive(Debug, Default)]
pub(in crate::cli) struct Read {
    /// The file; none if there is none, and the defaults hold.
    pub(in crate::cli) source: Option<PathBuf>,
    /// Its text.
    pub(in crate::cli) text: String,
    /// What it says.
    pub(in crate::cli) file: SettingsFile,
}

impl Read {
    /// The folder that paths in the settings start from.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.source.as_deref()?.parent()
    }
}

/// Settings and what they come to.
#[derive(Debug)]
pub(super) struct InForce {
    pub(super) read: Read,
    pub(super) profile: Profile,
    /// The file with findings that are known, if the settings name one.
    pub(super) baseline: Option<PathBuf>,
}

/// The profiles of a run, each made once.
#[derive(Debug)]
pub(super) struct Profiles {
    list: Vec<InForce>,
    /// Which of them holds for the files of a folder.
    of_folders: BTreeMap<PathBuf, usize>,
}

impl Profiles {
    /// Reads the settings for files in these folders.
    ///
    /// # Errors
    ///
    /// When settings have mistakes, or what they name cannot be read.
    pub(super) fn read(
        cx: &Context,
        flags: &Flags<'_>,
        folders: impl IntoIterator<Item = PathBuf>,
    ) -> anyhow::Result<Self> {
        let mut profiles = Self { list: Vec::new(), of_folders: BTreeMap::new() };
        for folder in folders {
            if !profiles.of_folders.contains_key(&folder) {
                let index = profiles.add(cx, flags, &folder)?;
                profiles.of_folders.insert(folder, index);
            }
        }
        Ok(profiles)
    }

    fn add(&mut self, cx: &Context, flags: &Flags<'_>, folder: &Path) -> anyhow::Result<usize> {
        let source = match flags.settings {
            Some(file) => Some(cx.cwd().join(file)),
            None => nearest(folder),
        };
        if let Some(known) = self.list.iter().position(|it| it.read.source == source) {
            return Ok(known);
        }
        let in_force = in_force(cx, flags, read(source)?)?;
        self.list.push(in_force);
        Ok(self.list.len() - 1)
    }

    /// What holds for the files of a folder.
    pub(super) fn of(&self, folder: &Path) -> &InForce {
        let index = self.of_folders.get(folder).expect("the settings of every folder were read");
        &self.list[*index]
    }
}

/// The settings in a folder or in the nearest one above it.
pub(in crate::cli) fn nearest(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file())
}

/// Reads a file of settings; the defaults if there is none.
pub(in crate::cli) fn read(source: Option<PathBuf>) -> anyhow::Result<Read> {
    let Some(path) = source else { return Ok(Read::default()) };
    let text = fs::read_to_string(&path)
        .with_context(|| format!("failed to read the settings `{}`", path.display()))?;
    let file = SettingsFile::parse(&path, &text)?;
    Ok(Read { source: Some(path), text, file })
}

fn in_force(cx: &Context, flags: &Flags<'_>, read: Read) -> anyhow::Result<InForce> {
    // Paths of the command line start from the current folder, those of settings from theirs.
    let path = |flag: Option<&Path>, setting: Option<&PathBuf>| match (flag, read.folder()) {
        (Some(path), _) => Some(path.to_owned()),
        (None, folder) => setting.map(|path| folder.unwrap_or(cx.cwd()).join(path)),
    };
    let file = &read.file;
    let catalog = catalog(cx, path(flags.catalog, file.catalog.as_ref()).as_deref())?;
    let mut setup = Setup::new(Engine::Postman, CLOCK_MS);
    let environment = path(flags.environment, file.environment.as_ref());
    setup.environment = inputs::variables(cx, environment.as_deref())?;
    setup.globals = inputs::variables(cx, path(flags.globals, file.globals.as_ref()).as_deref())?;
    let mut profile = Profile::new(catalog, setup);
    profile.api = flags.api.map(str::to_owned).or_else(|| file.api.clone());
    profile.settings = file.settings().with_context(|| {
        let source = read.source.as_deref().unwrap_or(Path::new(FILE_NAME));
        format!("`{}` has a pattern that is none", source.display())
    })?;
    profile.fail_on = flags.fail_on.or(file.fail_on).unwrap_or_default();
    let baseline = path(None, file.baseline.as_ref());
    Ok(InForce { read, profile, baseline })
}
