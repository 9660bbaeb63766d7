//! `{{…}}` in what was signed or written.

use super::super::Cause;
use super::super::fault::{Fault, quoted};
use crate::text::percent;

/// The placeholders of a text, braces included.
fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("{{") {
        let Some((name, beyond)) = after.split_once("}}") else { break };
        let start = rest.len() - after.len() - 2;
        found.extend(rest.get(start..start + name.len() + 4));
        rest = beyond;
    }
    found
}

/// The first placeholder that was signed, but is not sent.
fn first_unresolved(signed: &str, sent: &str) -> Option<String> {
    let sent = format!("{sent} {}", percent::decoded(sent));
    let signed = [signed.to_owned(), percent::decoded(signed).into_owned()];
    signed.iter().find_map(|signed| {
        placeholders(signed).into_iter().find(|found| !sent.contains(found)).map(str::to_owned)
    })
}

pub(super) fn is_unresolved(signed: &str, sent: &str) -> bool {
    first_unresolved(signed, sent).is_some()
}

pub(super) fn unresolved(signed: &str) -> Fault {
    let name = first_unresolved(signed, "").unwrap_or_default();
    let detail = format!("{} was signed as text", quoted(&name));
    Fault::new(Cause::UnresolvedVariable, detail)
}

/// Whether a written text has a variable that is drawn anew each time.
pub(in super::super) fn is_dynamic(written: &str) -> bool {
    placeholders(written).iter().any(|found| found.starts_with("{{$"))
}

/// Whether `text` is `template` with something in place of each placeholder.
pub(super) fn fits(template: &str, text: &str) -> bool {
    let mut literals = Vec::new();
    let mut rest = template;
    for found in placeholders(template) {
        let Some((before, after)) = rest.split_once(found) else { return false };
        literals.push(before);
        rest = after;
    }
    if literals.is_empty() {
        return template == text;
    }
    let Some(mut text) = text.strip_prefix(literals[0]) else { return false };
    for literal in &literals[1..] {
        let Some((_, after)) = text.split_once(literal) else { return false };
        text = after;
    }
    text.ends_with(rest)
}

#[cfg(test)]
mod tests {
    use super::{first_unresolved, fits, is_dynamic};

    #[test]
    fn sees_placeholders_that_are_filled_in_when_sent() {
        assert_eq!(first_unresolved("a={{b}}&c={{d}}", "a={{b}}&c=1"), Some("{{d}}".to_owned()));
        assert_eq!(first_unresolved("a=%7B%7Bb%7D%7D", "a=1"), Some("{{b}}".to_owned()));
        assert_eq!(first_unresolved("a={{b}}", "a=%7B%7Bb%7D%7D"), None);
        assert_eq!(first_unresolved("a={{b", "a=1"), None);
    }

    #[test]
    fn compares_with_a_template() {
        assert!(fits("a={{x}}&b={{$guid}}!", "a=1&b=2!"));
        assert!(!fits("a={{x}}&b={{$guid}}!", "a=1&c=2!"));
        assert!(!fits("a={{x}}&b=1", "a=1&b=2"));
        assert!(fits("a=1", "a=1"));
        assert!(is_dynamic("{{x}}{{$guid}}") && !is_dynamic("{{guid}} $"));
    }
}
