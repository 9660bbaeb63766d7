//! Checking what was generated, as `countersign validate` does.

use anyhow::Context as _;

use super::super::counted;
use super::super::validate::CLOCK_MS;
use crate::catalog::Catalog;
use crate::generate::GeneratedFile;
use crate::report::validate::Summary;
use crate::runtime::Setup;
use crate::source::Document;
use crate::validate::{Input, Options, Profile, validate};
use crate::world::Engine;

/// What was found in generated collections.
pub(super) struct Validated {
    /// The counts of the report.
    pub(super) summary: Summary,
    /// In how many scenarios signatures were checked.
    scenarios: usize,
}

impl Validated {
    /// Checks the collections among generated files.
    pub(super) fn of(files: &[GeneratedFile], catalog: Catalog) -> anyhow::Result<Self> {
        let collections = files.iter().filter(|file| file.requests > 0);
        let profile = Profile::new(catalog, Setup::new(Engine::Postman, CLOCK_MS));
        let inputs = collections.map(|file| input(file, &profile));
        let outcome = validate(inputs.collect::<anyhow::Result<_>>()?, &Options::default())?;
        let requests = outcome.files.iter().flat_map(|file| &file.requests);
        let scenarios = requests.map(|request| request.signature.scenarios).sum();
        Ok(Self { summary: Summary::of(&outcome), scenarios })
    }

    /// The result in one line.
    pub(super) fn line(&self) -> String {
        let Summary { errors, warnings, notes, signatures, .. } = self.summary;
        let signed = signatures.verified + signatures.mismatched + signatures.unsigned;
        let signed = match signatures.verified {
            _ if signed == 0 => "nothing to sign".to_owned(),
            verified if verified == signed => {
                format!("all {signed} signatures verified in {} scenarios", self.scenarios)
            }
            verified => format!("{verified} of {signed} signatures verified"),
        };
        let counts = [(errors, "error"), (warnings, "warning"), (notes, "note")];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts.map(|(count, noun)| counted(count, noun)).collect();
        if counts.is_empty() {
            return format!("validated: no findings; {signed}");
        }
        let counts = counts.join(", ");
        format!("validated: {counts}, which `countersign validate` shows; {signed}")
    }
}

fn input<'a>(file: &GeneratedFile, profile: &'a Profile) -> anyhow::Result<Input<'a>> {
    let path = file.path.display().to_string();
    let document = Document::read(file.text.as_bytes())
        .with_context(|| format!("the generated file `{path}` cannot be read"))?;
    Ok(Input::new(path, document, profile))
}
