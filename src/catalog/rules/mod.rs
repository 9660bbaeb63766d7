//! What the files of an API must agree on, beyond keys and types.

mod api;
mod endpoint;
mod param;
mod path;
mod recipe;
mod unique;

use super::file::{ApiFile, EndpointFile};
use super::finding::{File, Findings};
use super::source::Sources;

/// The files of an API that could be read.
pub(super) struct Parsed {
    /// `api.toml`.
    pub(super) api: Option<ApiFile>,
    /// `endpoints/*.toml`, in the order of [`Sources::endpoints`].
    pub(super) endpoints: Vec<Option<EndpointFile>>,
}

impl Parsed {
    /// The endpoint files that could be read.
    fn files(&self) -> impl Iterator<Item = (File, &EndpointFile)> {
        let files = self.endpoints.iter().enumerate();
        files.filter_map(|(position, file)| Some((File::Endpoints(position), file.as_ref()?)))
    }
}

/// Everything that the rules object to. Files that could not be read are left out, and so is what
/// depends on them.
pub(super) fn findings(parsed: &Parsed, sources: &Sources) -> Findings {
    let mut findings = Findings::default();
    if let Some(api) = &parsed.api {
        api::check(api, sources, &mut findings);
        recipe::check(&api.signing, &mut findings);
    }
    for (file, endpoints) in parsed.files() {
        endpoint::check(file, endpoints, parsed.api.as_ref(), &mut findings);
    }
    unique::check(parsed, &mut findings);
    findings
}
