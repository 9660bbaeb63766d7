//! Edits of a text against the same edits of its value, and against a file written anew.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::super::tests::any_value;
use super::*;

/// How a whole file is written.
#[derive(Debug, Clone, Copy)]
struct Style {
    /// None writes everything on one line.
    unit: Option<&'static str>,
    line_end: &'static str,
    colon: &'static str,
    gap: &'static str,
    has_byte_order_mark: bool,
}

const STYLES: [Style; 6] = [
    Style { unit: Some("  "), line_end: "\n", colon: ": ", gap: " ", has_byte_order_mark: false },
    Style { unit: Some("\t"), line_end: "\n", colon: ": ", gap: " ", has_byte_order_mark: true },
    Style { unit: Some("    "), line_end: "\r\n", colon: ":", gap: " ", has_byte_order_mark: true },
    Style { unit: Some(""), line_end: "\n", colon: " : ", gap: " ", has_byte_order_mark: false },
    Style { unit: None, line_end: "\n", colon: ":", gap: "", has_byte_order_mark: false },
    Style { unit: None, line_end: "\r\n", colon: ": ", gap: " ", has_byte_order_mark: false },
];

impl Style {
    fn file(self, value: &Value) -> String {
        let mark = if self.has_byte_order_mark { "\u{feff}" } else { "" };
        format!("{mark}{}{}", self.written(value, ""), self.line_end)
    }

    fn written(self, value: &Value, indent: &str) -> String {
        let deeper = format!("{indent}{}", self.unit.unwrap_or_default());
        let (open, parts, close) = match value {
            Value::Object(map) if !map.is_empty() => {
                let part = |(key, value): (&String, &Value)| {
                    format!(
                        "{}{}{}",
                        Value::from(key.as_str()),
                        self.colon,
                        self.written(value, &deeper)
                    )
                };
                ('{', map.iter().map(part).collect::<Vec<_>>(), '}')
            }
            Value::Array(list) if !list.is_empty() => {
                ('[', list.iter().map(|value| self.written(value, &deeper)).collect(), ']')
            }
            other => return other.to_string(),
        };
        if self.unit.is_none() {
            return format!("{open}{}{close}", parts.join(&format!(",{}", self.gap)));
        }
        let end = self.line_end;
        let inside = parts.join(&format!(",{end}{deeper}"));
        format!("{open}{end}{deeper}{inside}{end}{indent}{close}")
    }
}

/// One edit, as a user of the module asks for it.
#[derive(Debug, Clone)]
enum Edit {
    Replace(Pointer, Value),
    Rename(Pointer, String),
    Remove(Pointer),
    Entry(Pointer, usize, Value),
    Member(Pointer, Option<String>, String, Value),
}

impl Edit {
    /// The edit of this kind at one of the value's places; none if the kind does not fit the place.
    fn chosen(value: &Value, place: usize, kind: usize, new: &Value) -> Option<Self> {
        let mut places = Vec::new();
        collect(value, &Pointer::root(), &mut places);
        let at = places.swap_remove(place % places.len());
        let here = value.pointer(at.as_str()).expect("it was collected");
        Some(match (kind % 6, here) {
            (0, _) => Self::Replace(at, new.clone()),
            (1, Value::Array(list)) => Self::Entry(at, place % (list.len() + 1), new.clone()),
            (2, Value::Object(map)) => {
                let after = map.keys().nth(place % (map.len() + 1)).cloned();
                Self::Member(at, after, "new/~é".to_owned(), new.clone())
            }
            (3, _) if is_member(value, &at) => Self::Rename(at, "new/~é".to_owned()),
            (4 | 5, _) if at != Pointer::root() => Self::Remove(at),
            _ => return None,
        })
    }

    fn ask(&self, edits: &mut Edits<'_>) -> Result<(), EditError> {
        match self.clone() {
            Self::Replace(at, new) => edits.replace(&at, &new),
            Self::Rename(at, key) => edits.rename(&at, &key),
            Self::Remove(at) => edits.remove(&at),
            Self::Entry(at, index, new) => edits.insert_entry(&at, index, new),
            Self::Member(at, after, key, new) => {
                edits.insert_member(&at, after.as_deref(), &key, new)
            }
        }
    }

    /// The same edit, made on the value.
    fn make(&self, whole: &mut Value) {
        match self.clone() {
            Self::Replace(pointer, new) => *at(whole, &pointer) = new,
            Self::Entry(pointer, index, new) => list(at(whole, &pointer)).insert(index, new),
            Self::Member(pointer, after, key, new) => {
                let map = object(at(whole, &pointer));
                let index = after.and_then(|after| map.keys().position(|key| *key == after));
                map.shift_insert(index.map_or(map.len(), |index| index + 1), key, new);
            }
            Self::Rename(pointer, key) => {
                let old = pointer.tokens().last().expect("a member").into_owned();
                let map = object(at(whole, &pointer.parent().expect("a member")));
                let renamed = std::mem::take(map).into_iter();
                *map = renamed
                    .map(|(name, value)| (if name == old { key.clone() } else { name }, value))
                    .collect();
            }
            Self::Remove(pointer) => {
                let last = pointer.tokens().last().expect("not the root").into_owned();
                match at(whole, &pointer.parent().expect("not the root")) {
                    Value::Array(entries) => {
                        entries.remove(last.parse().expect("an index"));
                    }
                    other => {
                        object(other).shift_remove(&last);
                    }
                }
            }
        }
    }
}

fn at<'v>(value: &'v mut Value, pointer: &Pointer) -> &'v mut Value {
    value.pointer_mut(pointer.as_str()).expect("it is there")
}

fn list(value: &mut Value) -> &mut Vec<Value> {
    value.as_array_mut().expect("a list")
}

fn object(value: &mut Value) -> &mut Map<String, Value> {
    value.as_object_mut().expect("an object")
}

fn is_member(value: &Value, at: &Pointer) -> bool {
    at.parent().is_some_and(|parent| value.pointer(parent.as_str()).is_some_and(Value::is_object))
}

fn collect(value: &Value, at: &Pointer, places: &mut Vec<Pointer>) {
    places.push(at.clone());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, it)| collect(it, &at.index(index), places));
        }
        Value::Object(map) => map.iter().for_each(|(key, it)| collect(it, &at.join(key), places)),
        _ => {}
    }
}

/// A file that holds more than one value, so that its style can be seen.
fn wrapped(value: &Value) -> Value {
    json!({"first": [1, 2], "value": value})
}

pub(super) fn read(text: &str) -> Document {
    Document::read(text.as_bytes()).expect("the text is JSON")
}

proptest! {
    #[test]
    fn an_edited_file_is_as_if_written_anew(
        value in any_value(), new in any_value(), place in 0_usize..200, kind in 0_usize..6,
        style in 0_usize..6,
    ) {
        let (mut value, style) = (wrapped(&value), STYLES[style]);
        let Some(edit) = Edit::chosen(&value, place, kind, &new) else { return Ok(()) };
        // What is left of a file must still show its style.
        if matches!(&edit, Edit::Replace(at, _) | Edit::Remove(at) if at.tokens().count() < 2) {
            return Ok(());
        }
        let document = read(&style.file(&value));
        let mut edits = Edits::of(&document);
        edit.ask(&mut edits).unwrap();
        edit.make(&mut value);
        prop_assert_eq!(edits.applied().unwrap(), style.file(&value), "{:?}", edit);
    }

    #[test]
    fn many_edits_of_any_file_give_what_they_give_on_its_value(
        value in any_value(), style in any::<u32>(),
        chosen in prop::collection::vec((0_usize..200, 0_usize..6, any_value()), 1..6),
    ) {
        let text = super::super::tests::in_mixed_style(&value, style);
        let document = read(&text);
        let mut edits = Edits::of(&document);
        let asked: Vec<_> = chosen
            .iter()
            .filter_map(|(place, kind, new)| Edit::chosen(&value, *place, *kind, new))
            .filter(|edit| edit.ask(&mut edits).is_ok())
            .collect();
        match edits.applied() {
            Ok(edited) => {
                let edited = read(&edited);
                prop_assert_eq!(edited.value(), &made_at_once(&value, &asked), "{:?}", asked);
            }
            Err(error) => prop_assert!(matches!(error, EditError::Overlap { .. }), "{}", error),
        }
    }

    #[test]
    fn all_bytes_around_one_edit_stay(
        value in any_value(), new in any_value(), place in 0_usize..200, kind in 0_usize..6,
        style in any::<u32>(),
    ) {
        let text = super::super::tests::in_mixed_style(&value, style);
        let document = read(&text);
        let Some(edit) = Edit::chosen(&value, place, kind, &new) else { return Ok(()) };
        let mut edits = Edits::of(&document);
        edit.ask(&mut edits).unwrap();
        let edited = edits.applied().unwrap();
        match edit {
            Edit::Replace(at, _) => {
                let span = document.place(&at).unwrap().value;
                let (before, after) = around(&text, span);
                prop_assert!(edited.starts_with(before));
                prop_assert!(edited.ends_with(after));
            }
            Edit::Rename(at, key) => {
                let span = document.place(&at).unwrap().key.unwrap();
                let (before, after) = around(&text, span);
                prop_assert_eq!(edited, format!("{before}{}{after}", Value::from(key)));
            }
            Edit::Remove(_) => prop_assert!(is_with_a_part_cut_out(&edited, &text)),
            Edit::Entry(..) | Edit::Member(..) => {
                let blanks = |text: &str| text.replace([' ', '\t', '\r', '\n'], "");
                prop_assert!(
                    is_with_a_part_cut_out(&text, &edited)
                        // An empty list or object may have had blanks inside.
                        || is_with_a_part_cut_out(&blanks(&text), &blanks(&edited))
                );
            }
        }
    }
}

/// The edits on a value, of which all pointers and indexes speak as it was; none of them is inside
/// another.
fn made_at_once(value: &Value, edits: &[Edit]) -> Value {
    let mut edited = value.clone();
    let mut sorted: Vec<_> = edits.iter().enumerate().collect();
    // From the end on, so that no index shifts before it is used; inner places before outer ones,
    // and of several values for one place the last first.
    sorted.sort_by_key(|(order, edit)| std::cmp::Reverse((sort_key(edit), *order)));
    let mut removed = std::collections::BTreeSet::new();
    for (_, edit) in sorted {
        match edit {
            Edit::Remove(at) if !removed.insert(at.clone()) => {}
            edit => edit.make(&mut edited),
        }
    }
    edited
}

/// Places in the order of the text, what is put before something before it. A place that is renamed
/// is found no more.
fn sort_key(edit: &Edit) -> (Vec<(usize, String)>, usize) {
    let numbered = |pointer: &Pointer| -> Vec<(usize, String)> {
        let number = |token: &str| token.parse().unwrap_or_default();
        pointer.tokens().map(|token| (number(&token), token.into_owned())).collect()
    };
    match edit {
        Edit::Replace(at, _) | Edit::Remove(at) => (numbered(at), 2),
        Edit::Rename(at, _) => (numbered(at), 1),
        Edit::Entry(at, index, _) => (numbered(&at.index(*index)), 0),
        Edit::Member(at, _, key, _) => (numbered(&at.join(key)), 0),
    }
}

fn around(text: &str, span: Span) -> (&str, &str) {
    (text.split_at(span.start).0, text.split_at(span.end).1)
}

fn is_with_a_part_cut_out(short: &str, long: &str) -> bool {
    let same = |one: &u8, other: &u8| one == other;
    let ahead = short.bytes().zip(long.bytes()).take_while(|(a, b)| same(a, b)).count();
    let behind =
        short.bytes().rev().zip(long.bytes().rev()).take_while(|(a, b)| same(a, b)).count();
    short.len() <= long.len() && ahead + behind >= short.len()
}
