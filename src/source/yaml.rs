//! Telling YAML from broken JSON, for the sake of a better message.

/// Whether a text that is no JSON looks like YAML, and if so whether it looks like Collection v3.
pub(super) fn detected(text: &str) -> Option<bool> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let first = lines.find(|line| *line != "---")?;
    let (key, rest) = first.split_once(':')?;
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$' | '.');
    let is_member =
        !key.is_empty() && key.chars().all(is_key) && (rest.is_empty() || rest.starts_with(' '));
    is_member.then(|| {
        text.lines().any(|line| line.starts_with("$kind:") || line.contains("/collection/v3"))
    })
}
