//! How a walk got to a value; turned into a pointer only where something is wrong.

use serde_json::{Map, Value};

use crate::source::{Pointer, Step};

use super::form::Alternative;
use super::violation::{Fault, Owner, Violation};

/// A value, or the object that it was found to be, and what it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trail<'t, 'v> {
    outer: Option<&'t Trail<'t, 'v>>,
    entered: Entered<'v>,
}

#[derive(Debug, Clone, Copy)]
enum Entered<'v> {
    Document,
    Step(Step<'v>),
    Object(&'v Alternative, &'v Map<String, Value>),
}

impl<'t, 'v> Trail<'t, 'v> {
    pub(super) fn root() -> Self {
        Self { outer: None, entered: Entered::Document }
    }

    /// A member or entry of this value.
    pub(super) fn at(&'t self, step: Step<'v>) -> Self {
        Self { outer: Some(self), entered: Entered::Step(step) }
    }

    /// This value as an object of the format.
    pub(super) fn object(&'t self, form: &'v Alternative, map: &'v Map<String, Value>) -> Self {
        Self { outer: Some(self), entered: Entered::Object(form, map) }
    }

    pub(super) fn violation(&self, fault: Fault<'v>, value: Option<&'v Value>) -> Violation<'v> {
        let (pointer, owners, tail) = self.place();
        Violation { pointer, owners, tail, fault, value }
    }

    /// The place, the objects around it, innermost first, and the steps from the innermost of them.
    pub(super) fn place(&self) -> (Pointer, Vec<Owner<'v>>, Vec<Step<'v>>) {
        let (mut owners, mut steps) = (Vec::new(), Vec::new());
        let mut tail_length = None;
        for place in self.outwards() {
            match place.entered {
                Entered::Document => {}
                Entered::Step(step) => steps.push(step),
                Entered::Object(form, map) => {
                    tail_length.get_or_insert(steps.len());
                    owners.push(Owner { form, map });
                }
            }
        }
        let tail_length = tail_length.unwrap_or(steps.len());
        steps.reverse();
        let pointer = Step::pointer(&Pointer::root(), &steps);
        let tail = steps.split_off(steps.len() - tail_length);
        (pointer, owners, tail)
    }

    /// This place and what it stands in, innermost first.
    fn outwards(&self) -> impl Iterator<Item = &Trail<'t, 'v>> {
        std::iter::successors(Some(self), |place| place.outer)
    }
}
