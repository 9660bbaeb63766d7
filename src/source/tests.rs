//! Reading as a whole: positions against a writer that notes them, and every refusal.

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

/// Writes JSON in ever-changing style and notes where each key and value went.
struct Writer {
    text: String,
    noted: Vec<(Pointer, Option<Span>, Span)>,
    style: u32,
}

impl Writer {
    fn blank(&mut self) {
        self.style = self.style.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let blanks = ["", "", " ", "\n", "\r\n", "\t", "  \n "];
        self.text.push_str(blanks[(self.style >> 16) as usize % blanks.len()]);
    }

    fn quoted(&mut self, text: &str) -> Span {
        let start = self.text.len();
        self.style = self.style.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if self.style >> 31 == 0 {
            self.text.push_str(&serde_json::to_string(text).expect("a text is JSON"));
        } else {
            self.text.push('"');
            for unit in text.encode_utf16() {
                write!(self.text, "\\u{unit:04x}").expect("a text takes all");
            }
            self.text.push('"');
        }
        Span { start, end: self.text.len() }
    }

    fn value(&mut self, value: &Value, pointer: &Pointer, key: Option<Span>) {
        let start = self.text.len();
        let at = self.noted.len();
        self.noted.push((pointer.clone(), key, Span { start, end: start }));
        match value {
            Value::Object(map) => {
                self.text.push('{');
                for (index, (name, member)) in map.iter().enumerate() {
                    self.separate(index);
                    let key = self.quoted(name);
                    self.blank();
                    self.text.push(':');
                    self.blank();
                    self.value(member, &pointer.join(name), Some(key));
                }
                self.blank();
                self.text.push('}');
            }
            Value::Array(list) => {
                self.text.push('[');
                for (index, member) in list.iter().enumerate() {
                    self.separate(index);
                    self.value(member, &pointer.index(index), None);
                }
                self.blank();
                self.text.push(']');
            }
            Value::String(text) => {
                self.quoted(text);
            }
            other => self.text.push_str(&other.to_string()),
        }
        self.noted[at].2.end = self.text.len();
    }

    fn separate(&mut self, index: usize) {
        if index > 0 {
            self.blank();
            self.text.push(',');
        }
        self.blank();
    }
}

pub(super) fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        "[a\"\\\\/é😀\n{}\\[\\]:, ]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 60, 6, |inner| {
        let key = "[a-c/~\"\\\\é ]{0,3}";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// The value as a text in ever-changing style.
pub(super) fn in_mixed_style(value: &Value, style: u32) -> String {
    let mut writer = Writer { text: String::new(), noted: Vec::new(), style };
    writer.blank();
    writer.value(value, &Pointer::root(), None);
    writer.blank();
    writer.text
}

proptest! {
    #[test]
    fn every_key_and_value_stands_where_it_was_written(value in any_value(), style in any::<u32>()) {
        let mut writer = Writer { text: String::new(), noted: Vec::new(), style };
        writer.blank();
        writer.value(&value, &Pointer::root(), None);
        writer.blank();
        let document = Document::read(writer.text.as_bytes()).unwrap();
        prop_assert_eq!(document.value(), &value);
        prop_assert_eq!(document.duplicate_keys(), vec![]);
        for (pointer, key, span) in writer.noted {
            prop_assert_eq!(document.place(&pointer), Some(Place { key, value: span }), "{}", pointer);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let _ = Document::read(&bytes).map_err(|error| (error.to_string(), error.help(), error.at()));
    }

    #[test]
    fn any_broken_json_is_refused_inside_its_text(
        value in any_value(), cut in 0_usize..400, junk in "[\\[\\]{}\",:a0\\\\ \n]{0,3}",
    ) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        let mut at = cut % (text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let (head, tail) = text.split_at(at);
        let broken = format!("{head}{junk}{tail}");
        if let Err(error) = Document::read(broken.as_bytes()) {
            let last = broken.lines().count().max(1) + usize::from(broken.ends_with('\n'));
            prop_assert!(error.at().line <= last, "{} in {:?}", error, broken);
        }
    }

    #[test]
    fn all_that_serde_json_reads_is_read_alike(text in "[\\[\\]{}\",:a1e.\\\\u\\- \n]{0,12}") {
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            let document = Document::read(text.as_bytes()).unwrap();
            prop_assert_eq!(document.value(), &value);
        }
    }
}

fn refusal(bytes: &[u8]) -> String {
    Document::read(bytes).unwrap_err().to_string()
}

#[test]
fn accepts_byte_order_mark_and_crlf() {
    let document = Document::read("\u{feff}{\r\n \"é\": [1]\r\n}\r\n".as_bytes()).unwrap();
    assert!(document.has_byte_order_mark());
    assert_eq!(document.value(), &json!({"é": [1]}));
    let place = document.place(&Pointer::root().join("é")).unwrap();
    let lines = document.lines(place.value);
    assert_eq!(lines.start, Position { line: 2, column: 7 });
    assert_eq!(lines.end, Position { line: 2, column: 10 });
    assert_eq!(document.lines(place.key.unwrap()).start, Position { line: 2, column: 2 });
}

#[test]
fn says_what_is_wrong_with_the_bytes() {
    assert_eq!(refusal(b""), "1:1: the file is empty, expected JSON");
    assert_eq!(refusal(b"\xef\xbb\xbf \n"), "2:1: the file is empty, expected JSON");
    assert_eq!(
        refusal(b"\xff\xfe{\0}\0"),
        "1:1: the file is UTF-16 (its byte order mark says so), expected UTF-8"
    );
    for bytes in [b"{\0}\0", b"\0{\0}"] {
        assert_eq!(
            refusal(bytes),
            "1:1: the file is UTF-16 (every other byte is zero), expected UTF-8"
        );
    }
    assert_eq!(refusal(b"{\n \"\xc3\xa9\xff\""), "2:4: byte 0xff is not UTF-8");
}

#[test]
fn says_where_the_text_breaks_off() {
    let cut = |inside| format!("the file ends {inside}, it seems to be cut off");
    assert_eq!(
        refusal(b"{\n\"a\": \"\xc3\xa9"),
        format!("2:8: {}", cut("in the middle of a string"))
    );
    assert_eq!(refusal(b"[1"), format!("1:3: {}", cut("in the middle of a list")));
    assert_eq!(refusal(b"{\"a\":1"), format!("1:7: {}", cut("in the middle of an object")));
    assert_eq!(refusal(b"{\"a\":"), format!("1:6: {}", cut("where a value should stand")));
}

#[test]
fn says_what_does_not_fit_and_where() {
    assert_eq!(refusal(b"{\"\xc3\xa9\": x}"), "1:7: found `x`, expected value");
    assert_eq!(refusal(b"[1 2]"), "1:4: found `2`, expected `,` or `]`");
    assert_eq!(refusal(b"[1,]"), "1:4: trailing comma");
    assert_eq!(refusal(b"{} {}"), "1:4: trailing characters");
    assert_eq!(refusal(b"<html>"), "1:1: found `<`, expected value");
}

#[test]
fn refuses_two_hundred_thousand_levels_without_falling_over() {
    for open in ["[", "{\"a\":"] {
        let error = Document::read(open.repeat(200_000).as_bytes()).unwrap_err();
        assert!(matches!(error, ReadError::TooDeep { .. }), "{error}");
        assert_eq!(error.at().line, 1);
    }
}

#[test]
fn recognises_yaml() {
    let error = Document::read(b"$kind: collection\nname: x\n").unwrap_err();
    assert!(matches!(error, ReadError::Yaml { is_collection_v3: true, .. }));
    assert!(error.help().contains("v2.1"));
    let error = Document::read(b"---\nopenapi: 3.1.0\n").unwrap_err();
    assert!(matches!(error, ReadError::Yaml { is_collection_v3: false, .. }));
}

#[test]
fn the_last_of_two_keys_counts_and_both_are_reported() {
    let document = Document::read(b"{\"a\": {\"b\": 1,\n \"\\u0062\": 2}, \"c\": 3}").unwrap();
    assert_eq!(document.value(), &json!({"a": {"b": 2}, "c": 3}));
    let found = document.duplicate_keys();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].pointer.as_str(), "/a/b");
    assert_eq!(found[0].first.start, Position { line: 1, column: 8 });
    assert_eq!(found[0].second.start, Position { line: 2, column: 2 });
    let place = document.place(&found[0].pointer).unwrap();
    assert_eq!(document.lines(place.value).start, Position { line: 2, column: 12 });
}

#[test]
fn a_missing_place_falls_back_to_what_encloses_it() {
    let document = Document::read(b"{\"a\": [1]}").unwrap();
    let missing = Pointer::parse("/a/7/x").unwrap();
    assert_eq!(document.place(&missing), None);
    assert_eq!(
        document.nearest_place(&missing),
        document.place(&Pointer::parse("/a").unwrap()).unwrap()
    );
}

#[test]
fn a_lone_surrogate_is_read_as_its_stand_in() {
    let document = Document::read(br#"{"a": "x\ud83dy", "b": 1}"#).unwrap();
    assert_eq!(document.value()["a"], "x\u{10d83d}y");
    let place = document.place(&Pointer::parse("/b").unwrap()).unwrap();
    assert_eq!(document.position(place.value.start), Position { line: 1, column: 24 });
}
