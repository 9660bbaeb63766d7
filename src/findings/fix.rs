//! Changes of a file that mend findings.

use serde_json::Value;

use super::Diagnostic;
use crate::source::{Document, EditError, Edits, Pointer};

/// A change that mends a finding and means the same to Postman, or what was evidently meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What it does, in a line without a full stop: "rename `listn` to `listen`".
    pub title: String,
    /// What is changed.
    pub edits: Vec<Edit>,
}

/// One change of a file. Pointers and indexes speak of the file as it was read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Edit {
    /// Another value in the place of one.
    Replace(Pointer, Value),
    /// Another key for a member.
    Rename(Pointer, String),
    /// An entry or a member taken out.
    Remove(Pointer),
    /// A member put into an object, behind the last.
    InsertMember(Pointer, String, Value),
    /// An entry put into a list, before the one with this index now.
    InsertEntry(Pointer, usize, Value),
}

impl Edit {
    fn add_to(&self, edits: &mut Edits<'_>) -> Result<(), EditError> {
        match self {
            Self::Replace(at, value) => edits.replace(at, value),
            Self::Rename(at, key) => edits.rename(at, key),
            Self::Remove(at) => edits.remove(at),
            Self::InsertMember(object, key, value) => {
                edits.insert_member(object, None, key, value.clone())
            }
            Self::InsertEntry(list, index, value) => {
                edits.insert_entry(list, *index, value.clone())
            }
        }
    }
}

/// A text with fixes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The whole text; all bytes outside of the fixes are as they were.
    pub text: String,
    /// How many findings are mended.
    pub count: usize,
}

/// The text of a file with the fixes of its findings made; none if there is nothing to fix.
///
/// Of fixes that get in each other's way the first one is made; the others may come with the next
/// findings of the new text.
pub fn fixed(document: &Document, findings: &[Diagnostic]) -> Option<Fixed> {
    let mut fixes: Vec<&Fix> = findings.iter().filter_map(|found| found.fix.as_ref()).collect();
    let count = fixes.len();
    if let Ok(text) = with(document, &fixes) {
        return (count > 0).then_some(Fixed { text, count });
    }
    let all = std::mem::take(&mut fixes);
    let mut best = None;
    for fix in all {
        fixes.push(fix);
        match with(document, &fixes) {
            Ok(text) => best = Some(Fixed { text, count: fixes.len() }),
            Err(_) => drop(fixes.pop()),
        }
    }
    best
}

fn with(document: &Document, fixes: &[&Fix]) -> Result<String, EditError> {
    let mut edits = Edits::of(document);
    fixes.iter().flat_map(|fix| &fix.edits).try_for_each(|edit| edit.add_to(&mut edits))?;
    edits.applied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{FileId, Location, RuleId, Severity};

    fn finding(edits: Vec<Edit>) -> Diagnostic {
        let place = Location::value(FileId(0), Pointer::root());
        let mut found = Diagnostic::new(RuleId::new("x"), Severity::Warning, place, "x");
        found.fix = Some(Fix { title: "x".to_owned(), edits });
        found
    }

    fn at(pointer: &str) -> Pointer {
        Pointer::parse(pointer).expect("a pointer")
    }

    #[test]
    fn fixes_leave_all_other_bytes_alone() {
        let document = Document::read(b"{ \"a\":1,\n\t\"b\" : [ 2 ] }\n").expect("JSON");
        let found = [
            finding(vec![Edit::Replace(at("/a"), "x".into())]),
            finding(vec![Edit::Rename(at("/b"), "c".to_owned())]),
        ];
        let fixed = fixed(&document, &found).expect("there is something to fix");
        assert_eq!((fixed.text.as_str(), fixed.count), ("{ \"a\":\"x\",\n\t\"c\" : [ 2 ] }\n", 2));
    }

    #[test]
    fn of_two_that_overlap_one_is_made() {
        let document = Document::read(b"{\"a\": {\"b\": 1}}").expect("JSON");
        let found = [
            finding(vec![Edit::Replace(at("/a/b"), 2.into())]),
            finding(vec![Edit::Remove(at("/a"))]),
        ];
        let fixed = fixed(&document, &found).expect("there is something to fix");
        assert_eq!((fixed.text.as_str(), fixed.count), ("{\"a\": {\"b\": 2}}", 1));
    }

    #[test]
    fn nothing_to_fix_is_nothing() {
        let document = Document::read(b"{}").expect("JSON");
        assert_eq!(fixed(&document, &[]), None);
        assert_eq!(fixed(&document, &[finding(vec![Edit::Remove(at("/a"))])]), None);
    }
}
