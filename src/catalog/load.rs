//! From the files of an API to the API.

use super::file::{ApiFile, EndpointFile};
use super::model::Api;
use super::rules::{self, Parsed};
use super::source::Sources;
use crate::source::toml_file::Mistakes;

/// The API that the files describe.
///
/// # Errors
///
/// All mistakes in all files. A file that cannot be read for its syntax, keys or types is left out
/// of what the files must agree on.
pub(super) fn load(sources: &Sources) -> Result<Api, Mistakes> {
    let mut mistakes = Vec::new();
    let parsed = Parsed {
        api: sources.api.parse().map_err(|found| mistakes.extend(found)).ok(),
        endpoints: sources
            .endpoints
            .iter()
            .map(|source| source.parse().map_err(|found| mistakes.extend(found)).ok())
            .collect(),
    };
    mistakes.extend(sources.scripts.iter().filter_map(|it| it.text.as_ref().err().cloned()));
    mistakes.extend(rules::findings(&parsed, sources).into_mistakes(sources));
    match Mistakes::from_list("the catalogue", mistakes) {
        Some(mistakes) => Err(mistakes),
        None => Ok(assemble(parsed, sources)),
    }
}

fn assemble(parsed: Parsed, sources: &Sources) -> Api {
    let files = &sources.endpoints;
    let api: ApiFile = parsed.api.expect("a file without mistakes could be read");
    let mut endpoints = parsed.endpoints;
    let of_groups = api
        .groups
        .iter()
        .map(|group| {
            let stem = group.stem();
            let position = files.iter().position(|file| file.stem() == stem);
            let file: Option<EndpointFile> =
                position.and_then(|position| endpoints.get_mut(position)).and_then(Option::take);
            file.map(|file| file.endpoints).unwrap_or_default()
        })
        .collect();
    let scripts = sources.scripts.iter();
    let scripts = scripts.map(|it| (format!("{}.js", it.stem()), it.text().to_owned())).collect();
    api.with_endpoints(of_groups, scripts)
}
