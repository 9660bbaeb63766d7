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

/// Whether the name of a variable is another one with a slip in it. Names that differ in a digit or at
/// their end, such as `order1` and `order2`, are names of different variables.
pub(super) fn is_slip_of_name(found: &str, meant: &str) -> bool {
    if found == meant {
        return false;
    }
    let (found, meant) = (plain(found), plain(meant));
    let is_near = || {
        let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
        let is_longer = found.starts_with(&meant) || meant.starts_with(&found);
        !is_longer && digits(&found) == digits(&meant) && strsim::osa_distance(&found, &meant) == 1
    };
    found == meant || (found.len().min(meant.len()) >= SHORTEST_NAME && is_near())
}

/// Shorter names are each other's neighbours by chance.
const SHORTEST_NAME: usize = 6;

/// The word without case and separators.
fn plain(word: &str) -> String {
    let kept = word.chars().filter(|character| !matches!(character, '-' | '_' | ' ' | '.'));
    kept.map(|character| character.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_slip, is_slip_of_name};

    #[test]
    fn names_of_different_variables_are_no_slips() {
        for (found, meant) in [
            ("baseUrl", "base_url"),
            ("acces_token", "access_token"),
            ("hots_name", "host_name"),
            (" id", "id"),
        ] {
            assert!(is_slip_of_name(found, meant), "{found} {meant}");
        }
        for (found, meant) in [
            ("order1", "order2"),
            ("user_ids", "user_id"),
            ("from", "form"),
            ("a", "b"),
            ("x", "x"),
        ] {
            assert!(!is_slip_of_name(found, meant), "{found} {meant}");
        }
    }

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
