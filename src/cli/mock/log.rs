//! The log of the mock: a line a request, and what helps where one is refused.

use std::fmt::Write as _;

use super::super::terminal::one_line;
use crate::mock::Event;

/// The most characters of a hint that are shown; a body can be long.
const HINT_LENGTH: usize = 500;

/// `POST /0/private/Balance -> accepted`, with indented lines below if there are hints.
pub(super) fn lines(event: &Event) -> String {
    let verdict = match &event.refused {
        None => "accepted".to_owned(),
        Some(code) if event.status == 200 => one_line(code, HINT_LENGTH),
        Some(code) => format!("{} {}", event.status, one_line(code, HINT_LENGTH)),
    };
    let path = one_line(&event.path, HINT_LENGTH);
    let mut lines = format!("{} {path} -> {verdict}\n", one_line(&event.method, HINT_LENGTH));
    for hint in &event.hints {
        let _ = writeln!(lines, "  {}", one_line(hint, HINT_LENGTH));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(status: u16, refused: Option<&str>, hints: &[&str]) -> Event {
        Event {
            method: "POST".into(),
            path: "/0/private/Balance".into(),
            status,
            refused: refused.map(str::to_owned),
            hints: hints.iter().map(|hint| (*hint).to_owned()).collect(),
        }
    }

    #[test]
    fn says_what_became_of_a_request() {
        assert_eq!(lines(&event(200, None, &[])), "POST /0/private/Balance -> accepted\n");
        assert_eq!(
            lines(&event(200, Some("EAPI:Invalid nonce"), &["the nonce is `1`"])),
            "POST /0/private/Balance -> EAPI:Invalid nonce\n  the nonce is `1`\n"
        );
        assert_eq!(
            lines(&event(405, Some("EGeneral:Unknown method"), &[])),
            "POST /0/private/Balance -> 405 EGeneral:Unknown method\n"
        );
    }

    #[test]
    fn keeps_hints_on_one_line_and_short() {
        let long = "x".repeat(1000);
        let shown = lines(&event(200, Some("E"), &["a\nb\u{1b}[31m", &long]));
        assert_eq!(shown.lines().count(), 3);
        assert!(shown.contains("a\\nb\\u{1b}[31m"), "{shown}");
        assert!(shown.lines().all(|line| line.chars().count() < 520), "{shown}");
    }
}
