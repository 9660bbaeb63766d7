//! Ways in which people use a request after they have saved it.
//!
//! A signature that is right as saved may break with the first edit. So each request is signed again
//! with params switched on that are off, with text that has to be encoded, and at a later time.

mod edit;
mod rows;

use std::fmt;

pub(super) use edit::{Switch, hostile, switched_on, switches};

/// A way to use a request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Scenario {
    /// As it stands in the file.
    AsSaved,
    /// A param that is off, by its name, is switched on.
    ParamOn(String),
    /// Every param is on.
    AllOn,
    /// Every text value has characters in it that are encoded when they are sent.
    HostileText,
    /// The request is sent at a later time.
    LaterClock,
}

impl Scenario {
    /// The id in reports: `as-saved`.
    pub fn id(&self) -> &'static str {
        match self {
            Self::AsSaved => "as-saved",
            Self::ParamOn(_) => "param-on",
            Self::AllOn => "all-on",
            Self::HostileText => "hostile-text",
            Self::LaterClock => "later-clock",
        }
    }
}

/// Reads on after "the signature breaks once …".
impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AsSaved => f.write_str("it is sent as saved"),
            Self::ParamOn(name) => {
                write!(f, "`{}` is switched on", crate::text::shown::shown(name))
            }
            Self::AllOn => f.write_str("every param is switched on"),
            Self::HostileText => f.write_str("a value has characters that are sent encoded"),
            Self::LaterClock => f.write_str("it is sent at another time"),
        }
    }
}
