//! `api.toml`: names, addresses, and a file for each group.

use super::super::file::{ApiFile, GroupEntry};
use super::super::finding::At;
use super::super::finding::{File, Findings};
use super::super::locate::Part;
use super::super::source::Sources;
use super::super::step::{Step, Trail};
use super::param;
use crate::source::toml_file::{either, quoted};

pub(super) fn check(api: &ApiFile, sources: &Sources, findings: &mut Findings) {
    name(api, findings);
    addresses(api, findings);
    month(api, findings);
    shared_params(api, findings);
    groups(api, sources, findings);
    strangers(api, sources, findings);
}

/// The name becomes part of file names, so it must not be able to leave a folder.
fn name(api: &ApiFile, findings: &mut Findings) {
    let allowed =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if api.name.is_empty() || !api.name.chars().all(allowed) {
        let found = quoted(&api.name);
        let message = format!("found {found}, expected lower-case letters, digits and hyphens");
        findings.value(File::Api, &Trail::Root.key("name"), message);
    }
}

fn addresses(api: &ApiFile, findings: &mut Findings) {
    let trail = Trail::Root;
    if !is_address(&api.base_url)
        || api.base_url.ends_with('/')
        || api.base_url.contains(['?', '#'])
    {
        let message = format!(
            "found {}, expected `https://`, a host, and no slash or query at the end",
            quoted(&api.base_url)
        );
        findings.value(File::Api, &trail.key("base_url"), message);
    }
    if !is_address(&api.docs) {
        findings.value(File::Api, &trail.key("docs"), not_an_address(&api.docs));
    }
}

/// Whether `text` can be the address of a page.
pub(super) fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

/// What to say of a text that cannot be the address of a page.
pub(super) fn not_an_address(text: &str) -> String {
    format!("found {}, expected an address that starts with `https://`", quoted(text))
}

fn month(api: &ApiFile, findings: &mut Findings) {
    let month = api.as_of.split_once('-').and_then(|(year, month)| {
        let digits =
            |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        (digits(year, 4) && digits(month, 2)).then(|| month.parse::<u8>().ok()).flatten()
    });
    if !month.is_some_and(|month| (1..=12).contains(&month)) {
        let message = format!("found {}, expected a month such as `2026-11`", quoted(&api.as_of));
        findings.value(File::Api, &Trail::Root.key("as_of"), message);
    }
}

fn shared_params(api: &ApiFile, findings: &mut Findings) {
    let shared = Trail::Root.key("shared_params");
    let recipes: Vec<_> = api.signing.keys().collect();
    for (recipe, params) in &api.shared_params {
        let list = shared.key(recipe);
        if !api.signing.contains_key(recipe) {
            let message =
                format!("unknown recipe {}, expected {}", quoted(recipe), either(&recipes));
            findings.unknown_key(File::Api, &list, message, (recipe, &recipes));
        }
        for (index, one) in params.iter().enumerate() {
            let here = list.index(index);
            if params.iter().take(index).any(|earlier| earlier.name == one.name) {
                let message =
                    format!("param {} is there twice, expected it once", quoted(&one.name));
                findings.value(File::Api, &here.key("name"), message);
            }
            param::check(File::Api, one, &here, findings);
        }
    }
}

fn groups(api: &ApiFile, sources: &Sources, findings: &mut Findings) {
    let groups = Trail::Root.key("group");
    let stems: Vec<_> = sources.endpoints.iter().map(|source| source.stem().into_owned()).collect();
    for (index, group) in api.groups.iter().enumerate() {
        let at = groups.index(index);
        let stem = group.stem();
        if let Some(first) = api.groups.iter().take(index).position(|other| other.stem() == stem) {
            second_group(group, index, first, findings);
        } else if !stems.contains(&stem) {
            let group = quoted(&group.name);
            let message = format!(
                "group {group} has no endpoints, expected the file `endpoints/{stem}.toml`"
            );
            findings.word(File::Api, &at.key("name"), message, (&stem, &stems));
        }
    }
}

fn second_group(group: &GroupEntry, index: usize, first: usize, findings: &mut Findings) {
    let at = |index| At {
        file: File::Api,
        steps: vec![Step::Key("group".into()), Step::Index(index), Step::Key("name".into())],
        part: Part::Value,
    };
    let message = format!("group {} is there twice, expected it once", quoted(&group.name));
    findings.again(at(index), at(first), message);
}

/// Endpoint files that no group has.
fn strangers(api: &ApiFile, sources: &Sources, findings: &mut Findings) {
    let known: Vec<_> = api.groups.iter().map(GroupEntry::stem).collect();
    for (position, source) in sources.endpoints.iter().enumerate() {
        let stem = source.stem();
        if !known.iter().any(|known| *known == *stem) {
            let message = format!(
                "no group has the file name {}, expected {}",
                quoted(&stem),
                either(&known)
            );
            findings.word(File::Endpoints(position), &Trail::Root, message, (&stem, &known));
        }
    }
}
