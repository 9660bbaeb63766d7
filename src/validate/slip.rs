//! Words that were meant to be another.

/// Whether a word is another one with a slip in it: the case or the separators differ, a letter or two
/// do, or an `s` is too many. Two short words are never so near that one is meant for the other.
pub(super) fn is_slip(found: &str, meant: &str) -> bool {
    if found == meant || !found.is_ascii() {
        return false;
    }
    let (found, meant) = (plain(found), plain(meant));
    let slips = match meant.len() {
        ..3 => 0,
        3..8 => 1,
        8.. => 2,
    };
    strsim::osa_distance(&found, &meant) <= slips
}

/// The word without case and separators.
fn plain(word: &str) -> String {
    let kept = word.chars().filter(|character| !matches!(character, '-' | '_' | ' ' | '.'));
    kept.map(|character| character.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn slips_are_told_from_other_words() {
        for (found, meant) in [
            ("Key", "key"),
            ("kye", "key"),
            ("uri", "url"),
            ("events", "event"),
            ("original_request", "originalRequest"),
            ("protocolProfileBehaviour", "protocolProfileBehavior"),
        ] {
            assert!(is_slip(found, meant), "{found} {meant}");
        }
        for (found, meant) in
            [("key", "key"), ("it", "id"), ("name", "key"), ("auth", "path"), ("src", "url")]
        {
            assert!(!is_slip(found, meant), "{found} {meant}");
        }
    }
}
