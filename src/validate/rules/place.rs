//! Places within scripts.

use std::ops::Range;

use crate::runtime::{PlannedScript, RanScript};
use crate::source::Pointer;
use crate::validate::outline::ScriptText;
use crate::validate::trial::Trial;
use crate::validate::{Location, Part};

use super::Context;

impl Context<'_> {
    /// Bytes of a script's text; its first line if they are on several.
    pub(super) fn within(&self, script: &ScriptText<'_>, range: Range<usize>) -> Location {
        let (pointer, range) = if script.has_line_places {
            let before = script.source.get(..range.start).unwrap_or_default();
            let line_start = before.rfind('\n').map_or(0, |end| end + 1);
            let pointer = script.pointer.index(before.matches('\n').count());
            (pointer, range.start - line_start..range.end - line_start)
        } else {
            let text = self.root().pointer(script.pointer.as_str()).and_then(|text| text.as_str());
            (script.pointer.clone(), with_carriage_returns(text.unwrap_or_default(), range))
        };
        Location { file: self.file, pointer, part: Part::Inside(range) }
    }

    /// A line of a script, counted from 1; the whole script if the line is not known.
    pub(super) fn line_of(&self, script: &PlannedScript, line: Option<u32>) -> Location {
        let index = line.and_then(|line| usize::try_from(line).ok()?.checked_sub(1));
        let Some(index) = index else { return self.value(script.pointer.clone()) };
        if script.has_line_places {
            return self.value(script.pointer.index(index));
        }
        let text = self.root().pointer(script.pointer.as_str()).and_then(|text| text.as_str());
        let part = text.and_then(|text| line_range(text, index)).map_or(Part::Value, Part::Inside);
        Location { file: self.file, pointer: script.pointer.clone(), part }
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
    use super::{line_range, with_carriage_returns};

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
