//! Where a result is.

use serde_json::{Value, json};

use crate::findings::Location;
use crate::source::{Document, Lines, Pointer};
use crate::text::percent;
use crate::validate::FileOutcome;

/// The file, relative to where the program ran.
pub(super) fn artifact(file: &FileOutcome) -> Value {
    let path = file.path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    json!({"uri": format!("{scheme}{}", percent::uri_path(path))})
}

/// A place in the file, with the JSON pointer as its logical name.
pub(super) fn location(file: &FileOutcome, lines: Lines, pointer: &Pointer) -> Value {
    json!({
        "physicalLocation": {"artifactLocation": artifact(file), "region": region(lines)},
        "logicalLocations": [{"fullyQualifiedName": pointer.as_str(), "kind": "member"}],
    })
}

/// The other places that matter, each with what is there.
pub(super) fn related(
    file: &FileOutcome,
    document: &Document,
    related: &[(Location, String)],
) -> Vec<Value> {
    let related = related.iter().enumerate().map(|(index, (place, label))| {
        let mut location = location(file, place.lines(document), &place.pointer);
        location["id"] = (index + 1).into();
        location["message"] = json!({"text": label});
        location
    });
    related.collect()
}

/// Lines and columns from 1, columns in code points; the end is the column behind the last.
pub(super) fn region(lines: Lines) -> Value {
    json!({
        "startLine": lines.start.line,
        "startColumn": lines.start.column,
        "endLine": lines.end.line,
        "endColumn": lines.end.column,
    })
}
