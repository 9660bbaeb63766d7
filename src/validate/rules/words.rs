//! Turns of phrase that rules share.

use crate::text::shown::shown;

/// `, as do 2 other scripts`: what is said behind the first of several; empty if there is no other.
pub(super) fn as_do_others(others: usize, what: &str) -> String {
    match others {
        0 => String::new(),
        1 => format!(", as does 1 other {what}"),
        _ => format!(", as do {others} other {what}s"),
    }
}

/// A name and how many more: `` `a` and 2 other requests ``.
pub(super) fn and_others(name: &str, others: usize, what: &str) -> String {
    match others {
        0 => format!("`{name}`"),
        1 => format!("`{name}` and 1 other {what}"),
        _ => format!("`{name}` and {others} other {what}s"),
    }
}

/// Names in backticks, the first three and how many more: `` `a`, `b`, `c` and 2 more ``.
pub(super) fn listed(names: &[&str]) -> String {
    let (shown, rest) = names.split_at(names.len().min(3));
    let mut words: Vec<_> = shown.iter().map(|name| format!("`{name}`")).collect();
    if !rest.is_empty() {
        words.push(format!("{} more", rest.len()));
    }
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} and {last}", words.join(", ")) }
}

/// Names from a file, fit for a message, as [`listed`].
pub(super) fn listed_as_shown(names: &[&str]) -> String {
    let shown: Vec<_> = names.iter().map(|name| shown(name)).collect();
    let shown: Vec<_> = shown.iter().map(String::as_str).collect();
    listed(&shown)
}

#[cfg(test)]
mod tests {
    use super::{and_others, as_do_others, listed};

    #[test]
    fn counts_agree() {
        let phrases = [0, 1, 2].map(|others| as_do_others(others, "script"));
        assert_eq!(phrases, ["", ", as does 1 other script", ", as do 2 other scripts"]);
        let phrases = [0, 1, 2].map(|others| and_others("a", others, "request"));
        assert_eq!(phrases, ["`a`", "`a` and 1 other request", "`a` and 2 other requests"]);
    }

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(listed(&["a"]), "`a`");
        assert_eq!(listed(&["a", "b"]), "`a` and `b`");
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(listed(&["a", "b", "c", "d", "e"]), "`a`, `b`, `c` and 2 more");
    }
}
