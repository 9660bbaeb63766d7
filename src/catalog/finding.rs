//! What the rules find, by steps; turned into mistakes with places once there is something to say.

use toml::Spanned;
use toml::de::DeTable;

use super::check::{Reason, Refusal};
use super::locate::{self, Part};
use super::source::{Source, Sources};
use super::step::{Step, Trail};
use crate::source::excerpt::Lines;
use crate::source::toml_file::Mistake;
use crate::source::toml_file::did_you_mean;

/// Which file of an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
    /// `api.toml`.
    Api,
    /// One of `endpoints/`, by its position in [`Sources::endpoints`].
    Endpoints(usize),
}

/// A place in a file of an API.
#[derive(Debug, Clone)]
pub(super) struct At {
    pub(super) file: File,
    pub(super) steps: Vec<Step>,
    pub(super) part: Part,
}

/// Something that the rules object to.
#[derive(Debug)]
struct Finding {
    at: At,
    message: String,
    help: Option<String>,
    first: Option<At>,
}

/// Everything that the rules object to.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    /// Objects to the value at `trail`.
    pub(super) fn value(&mut self, file: File, trail: &Trail<'_>, message: String) {
        self.add(At { file, steps: trail.steps(), part: Part::Value }, message, None, None);
    }

    /// Objects to the key at `trail`.
    pub(super) fn key(&mut self, file: File, trail: &Trail<'_>, message: String) {
        self.add(At { file, steps: trail.steps(), part: Part::Key }, message, None, None);
    }

    /// Objects to a word that is none of `known`.
    pub(super) fn word<T: AsRef<str>>(
        &mut self,
        file: File,
        trail: &Trail<'_>,
        message: String,
        (found, known): (&str, &[T]),
    ) {
        let at = At { file, steps: trail.steps(), part: Part::Value };
        self.add(at, message, did_you_mean(found, known), None);
    }

    /// Objects to a key that is none of `known`.
    pub(super) fn unknown_key<T: AsRef<str>>(
        &mut self,
        file: File,
        trail: &Trail<'_>,
        message: String,
        (found, known): (&str, &[T]),
    ) {
        let at = At { file, steps: trail.steps(), part: Part::Key };
        self.add(at, message, did_you_mean(found, known), None);
    }

    /// Objects to something that is there a second time.
    pub(super) fn again(&mut self, at: At, first: At, message: String) {
        self.add(at, message, None, Some(first));
    }

    /// Objects to a value, or a place inside it, that a param cannot have.
    pub(super) fn refused(&mut self, file: File, trail: &Trail<'_>, what: &str, refusal: &Refusal) {
        let mut steps = trail.steps();
        steps.extend(refusal.steps.iter().cloned());
        let help = match &refusal.reason {
            Reason::Word { found, expected } => did_you_mean(found, expected),
            Reason::Unknown { name, expected } => did_you_mean(name, expected),
            _ => None,
        };
        let message = format!("{what} does not fit its param: {}", refusal.reason);
        self.add(At { file, steps, part: Part::Value }, message, help, None);
    }

    fn add(&mut self, at: At, message: String, help: Option<String>, first: Option<At>) {
        self.0.push(Finding { at, message, help, first });
    }

    /// The same as mistakes.
    pub(super) fn into_mistakes(self, sources: &Sources) -> Vec<Mistake> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let files = Files::of(sources);
        self.0.into_iter().map(|finding| finding.into_mistake(&files)).collect()
    }
}

impl Finding {
    fn into_mistake(self, files: &Files<'_>) -> Mistake {
        let first = self.first.map(|at| {
            let first = files.mistake(&at, String::new());
            format!("it is first at {}:{}:{}", first.file.display(), first.line, first.column)
        });
        files.mistake(&self.at, self.message).with_help(self.help.or(first))
    }
}

/// A file, its lines, and where everything is in it.
struct FileMap<'a> {
    source: &'a Source,
    lines: Lines<'a>,
    tree: Option<Spanned<DeTable<'a>>>,
}

/// The files of an API.
struct Files<'a> {
    api: FileMap<'a>,
    endpoints: Vec<FileMap<'a>>,
}

impl<'a> FileMap<'a> {
    fn of(source: &'a Source) -> Self {
        let text = source.text();
        Self { source, lines: Lines::of(text), tree: DeTable::parse(text).ok() }
    }
}

impl<'a> Files<'a> {
    fn of(sources: &'a Sources) -> Self {
        Self {
            api: FileMap::of(&sources.api),
            endpoints: sources.endpoints.iter().map(FileMap::of).collect(),
        }
    }

    fn mistake(&self, at: &At, message: String) -> Mistake {
        let file = match at.file {
            File::Api => &self.api,
            File::Endpoints(position) => {
                self.endpoints.get(position).expect("findings come from the files at hand")
            }
        };
        let place = |tree: &Spanned<DeTable<'_>>| locate::bytes(tree.get_ref(), &at.steps, at.part);
        let place = file.tree.as_ref().map_or(0..0, place);
        Mistake::new(file.source.file.clone(), &file.lines, place, message)
    }
}
