//! The way from the root of a value to a place in it.

use std::fmt;

/// One step into a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an entry of an array, counted from 0.
    Index(usize),
}

/// Steps as text: `orders[0].close.price`.
#[derive(Debug)]
pub(super) struct Steps<'a>(pub(super) &'a [Step]);

impl fmt::Display for Steps<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if position == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A place that is being looked at, as a list that grows without copying what is above it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Trail<'a> {
    /// The root.
    Root,
    /// The value of a key.
    Key(&'a Trail<'a>, &'a str),
    /// An entry of an array.
    Index(&'a Trail<'a>, usize),
}

impl<'a> Trail<'a> {
    pub(super) fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    pub(super) fn index(&'a self, index: usize) -> Self {
        Self::Index(self, index)
    }

    /// The same way as owned steps, from the root.
    pub(super) fn steps(&self) -> Vec<Step> {
        match *self {
            Self::Root => Vec::new(),
            Self::Key(parent, key) => with(parent, Step::Key(key.to_owned())),
            Self::Index(parent, index) => with(parent, Step::Index(index)),
        }
    }
}

fn with(parent: &Trail<'_>, step: Step) -> Vec<Step> {
    let mut steps = parent.steps();
    steps.push(step);
    steps
}
