//! Which endpoints go into which file.

use std::path::{Path, PathBuf};

use super::collection::{self, Scope};
use super::script::Templates;
use super::{GenerateError, GeneratedFile, Layout, Options, ScriptStyle, environment};
use crate::catalog::{Api, Group, nearest};

/// All files of an api: its collections, then its environment.
///
/// # Errors
///
/// When an endpoint or group is asked for that the api does not have, or a template is broken.
pub fn generate(api: &Api, options: &Options) -> Result<Vec<GeneratedFile>, GenerateError> {
    let api = &chosen(api, options)?;
    let templates = Templates::new(&api.scripts, options.nonce_unit)?;
    let mut files = scopes(api, options.layout)
        .into_iter()
        .map(|(path, scope)| {
            let collection = collection::collection(api, &scope, options.script, &templates)?;
            let requests = scope.endpoints().count();
            Ok(GeneratedFile { path, text: collection.to_json_pretty(), requests })
        })
        .collect::<Result<Vec<_>, GenerateError>>()?;
    if options.script != ScriptStyle::Classic && api.endpoints().any(|it| it.auth.is_some()) {
        let path = PathBuf::from(format!("{}.postman_environment.json", api.name));
        let text = environment::environment(api).to_json_pretty();
        files.push(GeneratedFile { path, text, requests: 0 });
    }
    Ok(files)
}

/// The path of each collection and what it holds.
fn scopes(api: &Api, layout: Layout) -> Vec<(PathBuf, Scope<'_>)> {
    let path = |folder: &str, name: &str| {
        Path::new(&api.name)
            .join(folder)
            .join(format!("{}.postman_collection.json", file_name(name)))
    };
    match layout {
        Layout::Single => {
            let path = PathBuf::from(format!("{}.postman_collection.json", api.name));
            vec![(path, Scope::Api(api))]
        }
        Layout::Group => {
            let groups = api.groups.iter();
            groups.map(|it| (path("groups", &it.name), Scope::Group(it))).collect()
        }
        Layout::Endpoint => {
            let endpoints = api.endpoints();
            endpoints.map(|it| (path("endpoints", &it.name), Scope::Endpoint(it))).collect()
        }
    }
}

/// A name without what a file's name cannot have: `Earn/Allocate` becomes `Earn-Allocate`.
fn file_name(name: &str) -> String {
    let words = name.split(|character: char| !character.is_alphanumeric() && character != '_');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The api with only the groups and endpoints that were asked for.
fn chosen(api: &Api, options: &Options) -> Result<Api, GenerateError> {
    check_names(api, options)?;
    let mut chosen = api.clone();
    chosen.groups.retain(|group| options.groups.is_empty() || is_named(group, &options.groups));
    for group in &mut chosen.groups {
        group
            .endpoints
            .retain(|it| options.endpoints.is_empty() || options.endpoints.contains(&it.name));
    }
    chosen.groups.retain(|group| !group.endpoints.is_empty());
    if chosen.groups.is_empty() {
        return Err(GenerateError::NothingLeft { api: api.name.clone() });
    }
    Ok(chosen)
}

fn check_names(api: &Api, options: &Options) -> Result<(), GenerateError> {
    for name in &options.groups {
        if !api.groups.iter().any(|group| is_named(group, std::slice::from_ref(name))) {
            let known = api.groups.iter().map(|group| format!("`{}`", group.name));
            return Err(GenerateError::UnknownGroup {
                api: api.name.clone(),
                name: name.clone(),
                known: known.collect::<Vec<_>>().join(", "),
            });
        }
    }
    for name in &options.endpoints {
        if !api.endpoints().any(|endpoint| endpoint.name == *name) {
            let names: Vec<_> = api.endpoints().map(|it| it.name.as_str()).collect();
            return Err(GenerateError::UnknownEndpoint {
                api: api.name.clone(),
                name: name.clone(),
                nearest: nearest(name, &names).map(str::to_owned),
            });
        }
    }
    Ok(())
}

fn is_named(group: &Group, names: &[String]) -> bool {
    names.iter().any(|name| *name == group.name || *name == group.title)
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn file_names_have_no_slash_blank_or_bracket() {
        assert_eq!(file_name("Earn/Allocate"), "Earn-Allocate");
        assert_eq!(file_name("Funding (Beta)"), "Funding-Beta");
    }
}
