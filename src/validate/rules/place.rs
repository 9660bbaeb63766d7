//! Places within scripts.

use std::ops::Range;

use serde_json::Value;

use crate::runtime::{PlannedScript, RanScript};
use crate::source::Pointer;
use crate::validate::outline::ScriptText;
use crate::validate::trial::Trial;
use crate::validate::{Location, Part};

use super::Context;

impl Context<'_> {
    /// Bytes of a script's text; only up to the end of the line if they are on several.
    pub(super) fn within(&self, script: &ScriptText<'_>, range: Range<usize>) -> Location {
        let (pointer, range) = self.text_at(script, range);
        Location { file: self.file, pointer, part: Part::Inside(range) }
    }

    /// The text of the file that bytes of a script are in, and where they are there.
    pub(super) fn text_at(
        &self,
        script: &ScriptText<'_>,
        range: Range<usize>,
    ) -> (Pointer, Range<usize>) {
        match self.root().pointer(script.pointer.as_str()) {
            Some(Value::Array(lines)) => {
                let (index, start) = entry_at(lines, range.start);
                (script.pointer.index(index), start..start + range.len())
            }
            text => {
                let text = text.and_then(Value::as_str).unwrap_or_default();
                (script.pointer.clone(), with_carriage_returns(text, range))
            }
        }
    }

    /// A line of a script, counted from 1; the whole script if the line is not known.
    pub(super) fn within_line(&self, script: &ScriptText<'_>, line: Option<u32>) -> Location {
        let index = line.and_then(|line| usize::try_from(line).ok()?.checked_sub(1));
        match index.and_then(|index| line_range(&script.source, index)) {
            Some(range) => self.within(script, range),
            None => self.value(script.pointer.clone()),
        }
    }

    /// A line of a script, counted from 1; the whole script if the line is not known.
    pub(super) fn line_of(&self, script: &PlannedScript, line: Option<u32>) -> Location {
        let index = line.and_then(|line| usize::try_from(line).ok()?.checked_sub(1));
        let Some(index) = index else { return self.value(script.pointer.clone()) };
        let (pointer, text, index) = match self.root().pointer(script.pointer.as_str()) {
            Some(Value::Array(lines)) => {
                let (entry, line) = entry_of_line(lines, index);
                (script.pointer.index(entry), lines.get(entry).and_then(Value::as_str), line)
            }
            text => (script.pointer.clone(), text.and_then(Value::as_str), index),
        };
        let is_one_line = text.is_some_and(|text| !text.contains('\n'));
        let range = text.filter(|_| !is_one_line).and_then(|text| line_range(text, index));
        let part = range.map_or(Part::Value, Part::Inside);
        Location { file: self.file, pointer, part }
    }

    /// Where a request is signed: the line of its own script, or its name and the line of a script
    /// that it shares with others.
    pub(super) fn signing_place(&self, trial: &Trial<'_>) -> (Location, Vec<(Location, String)>) {
        let Some(script) = trial.signer().or_else(|| trial.ran.scripts.last()) else {
            return (self.name_of(trial), Vec::new());
        };
        let line = self.line_of(&script.planned, signing_line(script));
        if is_within(&script.planned.pointer, trial.ran.planned.pointer()) {
            return (line, Vec::new());
        }
        (self.name_of(trial), vec![(line, "this script signs it".to_owned())])
    }
}

fn is_within(place: &Pointer, item: &Pointer) -> bool {
    let rest = place.as_str().strip_prefix(item.as_str());
    rest.is_some_and(|rest| rest.starts_with('/'))
}

/// The line that makes the keyed hash, counted from 1.
fn signing_line(script: &RanScript) -> Option<u32> {
    let lines: Vec<_> = script.planned.source.lines().map(str::to_lowercase).collect();
    let with = |words: &[&str]| {
        lines.iter().position(|line| {
            let is_comment = line.trim_start().starts_with("//");
            !is_comment && words.iter().any(|word| line.contains(word))
        })
    };
    let line = with(&["hmac", "subtle.sign"]).or_else(|| with(&["sign", "sha"]))?;
    u32::try_from(line + 1).ok()
}

/// The entry of a list of lines that a byte of the joined text is in, and the byte of that entry.
fn entry_at(lines: &[Value], byte: usize) -> (usize, usize) {
    let mut start = 0;
    for (index, line) in lines.iter().enumerate() {
        let length = line.as_str().map_or(0, str::len);
        if byte <= start + length {
            return (index, byte - start);
        }
        start += length + 1;
    }
    (lines.len().saturating_sub(1), 0)
}

/// The entry that a line of the joined text is in, and the line of that entry: an entry can have
/// several lines.
fn entry_of_line(lines: &[Value], line: usize) -> (usize, usize) {
    let mut left = line;
    for (index, entry) in lines.iter().enumerate() {
        let more = entry.as_str().map_or(0, |text| text.matches('\n').count());
        if left <= more {
            return (index, left);
        }
        left -= more + 1;
    }
    (lines.len(), 0)
}

/// Where bytes of a text are if its lines end in CRLF, which scripts are read without.
fn with_carriage_returns(text: &str, range: Range<usize>) -> Range<usize> {
    let shifted = |at: usize| {
        let mut line_ends = text.match_indices("\r\n").enumerate();
        // Before the n-th of them, counted from 0, n carriage returns were dropped.
        at + line_ends
            .find(|(dropped, (end, _))| at <= end - dropped)
            .map_or_else(|| text.matches("\r\n").count(), |(dropped, _)| dropped)
    };
    shifted(range.start)..shifted(range.end)
}

/// The bytes of a line of a text, without its end.
fn line_range(text: &str, index: usize) -> Option<Range<usize>> {
    let line = text.split('\n').nth(index)?;
    let start: usize = text.split('\n').take(index).map(|line| line.len() + 1).sum();
    let kept = line.trim_end_matches('\r');
    let indent = kept.len() - kept.trim_start().len();
    Some(start + indent..start + kept.len())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{entry_at, entry_of_line, line_range, with_carriage_returns};

    #[test]
    fn an_entry_of_a_script_can_have_several_lines() {
        let lines = json!(["é", "a\nb", "", "c"]);
        let lines = lines.as_array().expect("a list");
        let text = "é\na\nb\n\nc";
        let places: Vec<_> = ["é", "a", "b", "c"]
            .map(|it| entry_at(lines, text.find(it).expect("it is there")))
            .into();
        assert_eq!(places, [(0, 0), (1, 0), (1, 2), (3, 0)]);
        let entries: Vec<_> = (0..5).map(|line| entry_of_line(lines, line)).collect();
        assert_eq!(entries, [(0, 0), (1, 0), (1, 1), (2, 0), (3, 0)]);
    }

    #[test]
    fn bytes_are_found_in_text_with_carriage_returns() {
        let (text, plain) = ("é\r\nb\rc\r\n\r\nd", "é\nb\rc\n\nd");
        for (start, end) in [(0, 2), (3, 4), (3, 6), (8, 9)] {
            let range = with_carriage_returns(text, start..end);
            assert_eq!(text.get(range), plain.get(start..end), "{start}..{end}");
        }
    }

    #[test]
    fn lines_are_found_in_one_text() {
        let text = "a\r\n  bé\r\n\nc";
        let line = |index| line_range(text, index).and_then(|range| text.get(range));
        assert_eq!(
            [line(0), line(1), line(2), line(3), line(4)],
            [Some("a"), Some("bé"), Some(""), Some("c"), None]
        );
    }
}
