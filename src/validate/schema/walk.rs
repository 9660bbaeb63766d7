//! From a document that breaks the format to the places where it does.

use serde_json::{Map, Value};

use super::form::{Alternative, Form, FormId, Forms, ObjectForm};
use super::trail::Trail;
use super::violation::{Fault, Violation};
use crate::source::Step;

impl Forms {
    /// Every place at which a document breaks the format; none exactly if it is accepted.
    pub(super) fn violations<'v>(&'v self, document: &'v Value) -> Vec<Violation<'v>> {
        if self.accepts(self.root, document) {
            return Vec::new();
        }
        let mut found = Vec::new();
        self.walk(self.root, document, &Trail::root(), &mut found);
        found
    }

    fn walk<'v>(
        &'v self,
        id: FormId,
        value: &'v Value,
        trail: &Trail<'_, 'v>,
        found: &mut Vec<Violation<'v>>,
    ) {
        let form = self.get(id);
        match (value, &form.list, &form.object) {
            (Value::Array(list), Some(taken), _) => {
                let Some(entries) = taken.entries else { return };
                for (index, entry) in list.iter().enumerate() {
                    self.walk(entries, entry, &trail.at(Step::Index(index)), found);
                }
            }
            (Value::Object(map), _, Some(taken)) => self.walk_object(taken, map, trail, found),
            _ => {
                let fault = fault_of(form, value);
                found.extend(fault.map(|fault| trail.violation(fault, Some(value))));
            }
        }
    }

    fn walk_object<'v>(
        &'v self,
        form: &'v ObjectForm,
        map: &'v Map<String, Value>,
        trail: &Trail<'_, 'v>,
        found: &mut Vec<Violation<'v>>,
    ) {
        if let [only] = form.alternatives.as_slice() {
            return self.walk_as(only, map, trail, found);
        }
        let attempts: Vec<_> = form
            .alternatives
            .iter()
            .map(|alternative| {
                let mut found = Vec::new();
                self.walk_as(alternative, map, trail, &mut found);
                Attempt { alternative, found }
            })
            .collect();
        let fitting: Vec<_> = attempts.iter().filter(|one| one.found.is_empty()).collect();
        match fitting.as_slice() {
            [] => found.extend(self.nearest(attempts, map, trail)),
            [_, _, ..] if form.exclusive => {
                let keys = fitting.iter().flat_map(|one| required(one.alternative)).collect();
                let first = fitting[0].alternative;
                found.push(trail.object(first, map).violation(Fault::Both { keys }, None));
            }
            _ => {}
        }
    }

    /// Reads the object as one alternative.
    fn walk_as<'v>(
        &'v self,
        alternative: &'v Alternative,
        map: &'v Map<String, Value>,
        trail: &Trail<'_, 'v>,
        found: &mut Vec<Violation<'v>>,
    ) {
        let named = trail.object(alternative, map);
        let here = if alternative.name.is_empty() { trail } else { &named };
        for key in required(alternative).filter(|key| !map.contains_key(*key)) {
            let form = alternative.field(key).map(|id| self.get(id));
            found.push(here.violation(Fault::Missing { key, form }, None));
        }
        for (key, value) in map {
            if let Some(id) = alternative.field(key) {
                self.walk(id, value, &here.at(Step::Key(key)), found);
            }
        }
    }

    /// What to say of an object that fits no alternative: what keeps it from the one that it was
    /// probably meant to be.
    fn nearest<'v>(
        &'v self,
        mut attempts: Vec<Attempt<'v>>,
        map: &'v Map<String, Value>,
        trail: &Trail<'_, 'v>,
    ) -> Vec<Violation<'v>> {
        let distances = attempts.iter().map(|attempt| self.distance(attempt, map));
        let nearest = distances.enumerate().min_by_key(|(_, distance)| *distance);
        let (index, distance) = nearest.expect("an object form has alternatives");
        let mut nearest = attempts.swap_remove(index);
        if distance.missing > 0 {
            nearest.say_neither(&attempts, map, trail);
        }
        nearest.add_words(&attempts);
        nearest.found
    }

    fn distance(&self, attempt: &Attempt<'_>, map: &Map<String, Value>) -> Distance {
        let alternative = attempt.alternative;
        let mistaken = required(alternative).filter(|key| {
            let form = alternative.field(key).map(|id| self.get(id));
            map.get(*key).is_some_and(|v| form.is_some_and(|form| !form.takes_type_of(v)))
        });
        let is_word = |v: &&Violation<'_>| matches!(v.fault, Fault::Word { .. });
        Distance {
            missing: required(alternative).filter(|key| !map.contains_key(*key)).count(),
            mistaken: mistaken.count(),
            words: attempt.found.iter().filter(is_word).count(),
            all: attempt.found.len(),
        }
    }
}

fn required(alternative: &Alternative) -> impl Iterator<Item = &str> {
    alternative.required.iter().map(String::as_str)
}

/// How far an object is from an alternative. What counts first are the keys that tell the
/// alternatives apart: whether they are there, whether they hold the right JSON type, and whether
/// words such as `"type": "file"` fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    missing: usize,
    mistaken: usize,
    words: usize,
    all: usize,
}

/// An alternative and what keeps an object from fitting it.
#[derive(Debug)]
struct Attempt<'v> {
    alternative: &'v Alternative,
    found: Vec<Violation<'v>>,
}

impl<'v> Attempt<'v> {
    /// Says once that all the keys are missing of which one would do.
    fn say_neither(&mut self, others: &[Self], map: &'v Map<String, Value>, trail: &Trail<'_, 'v>) {
        let alternatives =
            std::iter::once(self.alternative).chain(others.iter().map(|o| o.alternative));
        let mut keys: Vec<_> = alternatives.flat_map(required).collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.len() < 2 {
            return;
        }
        let named = trail.object(self.alternative, map);
        let neither = named.violation(Fault::Neither { keys }, None);
        self.found.retain(|violation| {
            !matches!(violation.fault, Fault::Missing { .. })
                || violation.pointer != neither.pointer
        });
        self.found.push(neither);
    }

    /// Adds the words that other alternatives take where this one has a list of words.
    fn add_words(&mut self, others: &[Self]) {
        let others: Vec<_> = others.iter().flat_map(|other| &other.found).collect();
        for violation in &mut self.found {
            let Fault::Word { words } = &mut violation.fault else { continue };
            let same_place = others.iter().filter(|other| other.pointer == violation.pointer);
            for other in same_place {
                let Fault::Word { words: more } = &other.fault else { continue };
                let known = words.clone();
                words.extend(more.iter().filter(|word| !known.contains(word)));
            }
        }
    }
}

/// What is wrong with a value that has no parts, or whose parts do not matter.
fn fault_of<'v>(form: &'v Form, value: &Value) -> Option<Fault<'v>> {
    if !form.takes_type_of(value) {
        return Some(Fault::Type { form });
    }
    match value {
        Value::Number(number) => {
            let form = form.number.as_ref().filter(|form| !form.accepts(number))?;
            Some(match form.least {
                Some(least) if number.as_i64().is_some() => Fault::TooSmall { least },
                _ => Fault::NotWhole,
            })
        }
        Value::String(text) => {
            let form = form.text.as_ref().filter(|form| !form.accepts(text))?;
            Some(match form.max_length {
                Some(most) if form.words.is_empty() => Fault::TooLong { most },
                _ => Fault::Word { words: form.words.iter().map(String::as_str).collect() },
            })
        }
        _ => None,
    }
}
