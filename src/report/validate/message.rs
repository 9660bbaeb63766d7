//! A finding as one text, for formats that have no place for its parts.

use crate::findings::Diagnostic;

/// The message, then what was signed and sent, then the help, each on its lines.
pub(super) fn whole(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.message.clone();
    if let Some(compared) = &diagnostic.compared {
        text.push_str("\nsigned: ");
        text.push_str(&compared.signed);
        text.push_str("\nsent:   ");
        text.push_str(&compared.sent);
    }
    if let Some(help) = &diagnostic.help {
        text.push_str("\nhelp: ");
        text.push_str(help);
    }
    text
}
