//! Turns of phrase that rules share.

/// `, and in 2 other scripts`: the end of a sentence about the first of several; empty if there is
/// no other.
pub(super) fn and_in_others(others: usize, what: &str) -> String {
    match others {
        0 => String::new(),
        1 => format!(", and in 1 other {what}"),
        _ => format!(", and in {others} other {what}s"),
    }
}

/// Names in backticks: `` `a`, `b` and 2 more ``.
pub(super) fn listed<T: AsRef<str>>(names: &[T], most: usize) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match quoted.as_slice() {
        [only] => only.clone(),
        [first, last] => format!("{first} and {last}"),
        all if all.len() <= most => {
            let (last, rest) = all.split_last().expect("there are at least three");
            format!("{} and {last}", rest.join(", "))
        }
        all => {
            let shown = all.get(..most).unwrap_or(all);
            format!("{} and {} more", shown.join(", "), all.len() - shown.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{and_in_others, listed};

    #[test]
    fn counts_agree() {
        let phrases = [0, 1, 2].map(|others| and_in_others(others, "script"));
        assert_eq!(phrases, ["", ", and in 1 other script", ", and in 2 other scripts"]);
    }

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(listed(&["a"], 3), "`a`");
        assert_eq!(listed(&["a", "b"], 3), "`a` and `b`");
        assert_eq!(listed(&["a", "b", "c"], 3), "`a`, `b` and `c`");
        assert_eq!(listed(&["a", "b", "c", "d"], 3), "`a`, `b`, `c` and 1 more");
    }
}
