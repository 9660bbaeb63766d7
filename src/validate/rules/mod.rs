//! The rules: one a file, each beside its page.
//!
//! A page says what its rule checks, why that matters and how to fix it, and has examples that are
//! run as tests. The same text is this crate's documentation, what `explain` prints, and the help in
//! reports.

mod context;
mod findings;
mod place;
mod rewrite;
mod words;

mod api_key_missing;
mod comment_in_signed_json;
mod deprecated_endpoint;
mod deprecated_global;
mod duplicate_id;
mod duplicate_key;
mod duplicate_request;
mod dynamic_variable_in_signed_text;
mod empty_folder;
mod enabled_instead_of_disabled;
mod engine_incompatible;
mod foreign_host;
mod hard_coded_secret;
mod insecure_url;
mod invalid_value;
mod leaked_global;
mod misplaced_key;
mod missing_param;
mod misspelt_key;
mod network_in_script;
mod non_string_value;
mod nonce_not_growing;
mod nonce_unit_mixed;
mod numeric_path_variable;
mod raw_only_url;
mod regrouped_params;
mod schema;
mod script_error;
mod script_limit;
mod script_syntax;
mod secret_in_console;
mod secret_not_masked;
mod signature_fragile;
mod signature_mismatch;
mod signature_missing;
mod stored_signature;
mod undefined_variable;
mod unknown_endpoint;
mod unknown_listen;
mod unknown_param;
mod unnamed_item;
mod unused_variable;
mod url_parts_disagree;
mod url_structure_in_variable;
mod wrong_method;

use std::fmt;

use rayon::prelude::*;

use crate::findings::settings::Settings;
use crate::findings::{RuleId, Severity};
pub(super) use context::Context;
pub(super) use findings::Findings;

/// A check that finds one kind of fault.
pub struct Rule {
    /// Names the fault, in kebab case; the name of its file, too.
    pub id: RuleId,
    /// How bad its findings are, unless a finding says otherwise or the user does.
    pub severity: Severity,
    /// What it finds, in a line without a full stop.
    pub summary: &'static str,
    /// Its page, in Markdown.
    pub page: &'static str,
    check: fn(&Context<'_>, &mut Findings<'_>),
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").field("id", &self.id).finish_non_exhaustive()
    }
}

/// All rules, sorted by id.
pub static ALL: [&Rule; 45] = [
    &api_key_missing::RULE,
    &comment_in_signed_json::RULE,
    &deprecated_endpoint::RULE,
    &deprecated_global::RULE,
    &duplicate_id::RULE,
    &duplicate_key::RULE,
    &duplicate_request::RULE,
    &dynamic_variable_in_signed_text::RULE,
    &empty_folder::RULE,
    &enabled_instead_of_disabled::RULE,
    &engine_incompatible::RULE,
    &foreign_host::RULE,
    &hard_coded_secret::RULE,
    &insecure_url::RULE,
    &invalid_value::RULE,
    &leaked_global::RULE,
    &misplaced_key::RULE,
    &missing_param::RULE,
    &misspelt_key::RULE,
    &network_in_script::RULE,
    &non_string_value::RULE,
    &nonce_not_growing::RULE,
    &nonce_unit_mixed::RULE,
    &numeric_path_variable::RULE,
    &raw_only_url::RULE,
    &regrouped_params::RULE,
    &schema::RULE,
    &script_error::RULE,
    &script_limit::RULE,
    &script_syntax::RULE,
    &secret_in_console::RULE,
    &secret_not_masked::RULE,
    &signature_fragile::RULE,
    &signature_mismatch::RULE,
    &signature_missing::RULE,
    &stored_signature::RULE,
    &undefined_variable::RULE,
    &unknown_endpoint::RULE,
    &unknown_listen::RULE,
    &unknown_param::RULE,
    &unnamed_item::RULE,
    &unused_variable::RULE,
    &url_parts_disagree::RULE,
    &url_structure_in_variable::RULE,
    &wrong_method::RULE,
];

/// The rules that have something to say of environments and globals, too.
static OF_VARIABLES: [&Rule; 6] = [
    &duplicate_key::RULE,
    &hard_coded_secret::RULE,
    &misspelt_key::RULE,
    &non_string_value::RULE,
    &schema::RULE,
    &secret_not_masked::RULE,
];

/// The rule of that id.
pub fn named(id: &str) -> Option<&'static Rule> {
    ALL.into_iter().find(|rule| rule.id.as_str() == id)
}

/// Everything that the rules find that are on, in no particular order.
pub(super) fn check_all(
    context: &Context<'_>,
    settings: &Settings,
) -> Vec<crate::findings::Diagnostic> {
    let check = |rule: &'static Rule| {
        let mut findings = Findings::of(rule, context.file);
        (rule.check)(context, &mut findings);
        findings.into_list()
    };
    let is_of_variables = context.document.kind().is_of_variables();
    let all = if is_of_variables { OF_VARIABLES.as_slice() } else { ALL.as_slice() };
    let is_on = |rule: &&'static Rule| settings.is_on(rule);
    if context.document.text().len() < LARGE {
        return all.iter().copied().filter(is_on).flat_map(check).collect();
    }
    all.par_iter().copied().filter(is_on).flat_map_iter(check).collect()
}

/// From so many bytes on the rules look at a file side by side; below that, sharing them out takes longer.
const LARGE: usize = 1 << 20;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::ALL;

    #[test]
    fn ids_are_sorted_unique_and_the_names_of_files() {
        let ids: Vec<_> = ALL.iter().map(|rule| rule.id.as_str()).collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/validate/rules");
        let pages = fs::read_dir(folder).expect("the folder is there").filter_map(|entry| {
            let path = entry.expect("it can be read").path();
            let is_page = path.extension().is_some_and(|extension| extension == "md");
            is_page.then(|| path.with_extension("rs"))
        });
        let mut found: Vec<_> = pages
            .inspect(|path| assert!(path.is_file(), "{} has a page only", path.display()))
            .filter_map(|path| Some(path.file_stem()?.to_str()?.replace('_', "-")))
            .collect();
        found.sort();
        assert_eq!(ids, found);
    }

    #[test]
    fn pages_have_the_same_four_parts() {
        for rule in ALL {
            let headings: Vec<_> = rule.page.lines().filter(|line| line.starts_with('#')).collect();
            assert_eq!(
                headings,
                ["# What it checks", "# Why it matters", "# How to fix it", "# Examples"],
                "{}",
                rule.id
            );
        }
    }
}
