//! All scopes of a request, and which of them wins.

use std::borrow::Cow;

use super::row::Cell;
use super::{Origin, Row, Scope};

/// The variables that a request sees. The first scope that has a name wins, in the order of the
/// fields.
#[derive(Debug, Clone, Default)]
pub struct Scopes {
    /// Set by `pm.variables.set`.
    pub local: Scope,
    /// The row of the data file.
    pub data: Row,
    /// The selected environment.
    pub environment: Scope,
    /// The collection's own variables.
    pub collection: Scope,
    /// The globals.
    pub globals: Scope,
}

/// Where a name was found, and the text that it stands for; none if it stays as written.
pub(crate) type Found<'s> = (Origin, Option<Cow<'s, str>>);

impl Scopes {
    pub(crate) fn find(&self, name: &str) -> Option<Found<'_>> {
        if let Some(variable) = self.local.get(name) {
            return Some((Origin::Local, Some(variable.pasted())));
        }
        if let Some(text) = inherited(name) {
            return Some((Origin::Local, Some(Cow::Borrowed(text))));
        }
        match self.data.cell(name) {
            Some(Cell::Text(text)) => return Some((Origin::Data, Some(text))),
            Some(Cell::Hidden) => return Some((Origin::Data, None)),
            None => {}
        }
        let rest = [
            (Origin::Environment, &self.environment),
            (Origin::Collection, &self.collection),
            (Origin::Globals, &self.globals),
        ];
        rest.into_iter().find_map(|(origin, scope)| {
            scope.get(name).map(|variable| (origin, Some(variable.pasted())))
        })
    }
}

/// Names that Postman finds in every list of variables, because its index is a JavaScript object
/// and objects inherit them.
fn inherited(name: &str) -> Option<&'static str> {
    match name {
        "constructor" | "__proto__" => Some("[object Object]"),
        "toString" => Some("[object Undefined]"),
        "isPrototypeOf" => Some("false"),
        _ => None,
    }
}
