//! Paths, and the params in them.

use super::super::finding::{File, Findings};
use super::super::model::{Endpoint, Place};
use super::super::step::Trail;
use crate::source::toml_file::quoted;

pub(super) fn check(file: File, endpoint: &Endpoint, at: &Trail<'_>, findings: &mut Findings) {
    let path = at.key("path");
    if !is_path(&endpoint.path) {
        let found = quoted(&endpoint.path);
        let message = format!("found {found}, expected a path that starts with `/`, without query");
        return findings.value(file, &path, message);
    }
    let Some(placeholders) = placeholders(&endpoint.path) else {
        let message = format!(
            "found {}, expected braces in pairs, with a name inside",
            quoted(&endpoint.path)
        );
        return findings.value(file, &path, message);
    };
    let params: Vec<_> = endpoint.params_in(Place::Path).map(|param| param.name.as_str()).collect();
    for (index, name) in placeholders.iter().enumerate() {
        if placeholders.iter().take(index).any(|earlier| earlier == name) {
            let message = format!("found `{{{name}}}` twice, expected it once");
            findings.value(file, &path, message);
        } else if !params.contains(name) {
            let message =
                format!("found `{{{name}}}`, expected a param of that name with `in = \"path\"`");
            findings.word(file, &path, message, (name, &params));
        }
    }
    for (index, param) in endpoint.params.iter().enumerate() {
        if endpoint.place(param) == Place::Path && !placeholders.contains(&param.name.as_str()) {
            let message = format!(
                "path param {0} is not in the path, expected `{{{1}}}`",
                quoted(&param.name),
                param.name
            );
            let params = at.key("params");
            findings.word(
                file,
                &params.index(index).key("name"),
                message,
                (&param.name, &placeholders),
            );
        }
    }
}

fn is_path(path: &str) -> bool {
    let stray =
        |letter: char| letter.is_whitespace() || letter.is_control() || "?#\\".contains(letter);
    path.starts_with('/') && !path.contains(stray)
}

/// The names in braces, in order; nothing when the braces make no sense.
fn placeholders(path: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        if name.is_empty() || name.contains(['{', '/']) || before.contains('}') {
            return None;
        }
        names.push(name);
        rest = after;
    }
    (!rest.contains('}')).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn finds_names_in_braces() {
        assert_eq!(placeholders("/a"), Some(vec![]));
        assert_eq!(placeholders("/a/{b}/{c}"), Some(vec!["b", "c"]));
        for wrong in ["/{", "/}", "/{}", "/{a", "/a}", "/{a{b}}", "/{a/b}", "/}a{b}"] {
            assert_eq!(placeholders(wrong), None, "{wrong}");
        }
    }
}
