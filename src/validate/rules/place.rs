//! Places within scripts.

use std::ops::Range;

use serde_json::Value;

use crate::countersign::trial::Trial;
use crate::findings::{Location, Part};
use crate::runtime::outline::ScriptText;
use crate::runtime::{PlannedScript, RanScript};
use crate::source::Pointer;

use super::Context;

impl Context<'_> {
    /// Bytes of a script's text; only up to the end of the line if they are on several.
    pub(super) fn within(&self, script: &ScriptText<'_>, range: Range<usize>) -> Location {
        let (pointer, range) = script.text_at(self.root(), range);
        Location { file: self.file, pointer, part: Part::Inside(range) }
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

    use super::{entry_of_line, line_range};

    #[test]
    fn an_entry_of_a_script_can_have_several_lines() {
        let lines = json!(["é", "a\nb", "", "c"]);
        let lines = lines.as_array().expect("a list");
        let entries: Vec<_> = (0..5).map(|line| entry_of_line(lines, line)).collect();
        assert_eq!(entries, [(0, 0), (1, 0), (1, 1), (2, 0), (3, 0)]);
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
