//! One request with all that is compared of it.

use std::collections::BTreeMap;

use super::documented::Documented;
use crate::catalog::Place;
use crate::compare::operation::Operation;
use crate::compare::params::{Param, description};

/// A request with its params and with what its description says about them.
#[derive(Debug)]
pub(super) struct Surface<'a> {
    pub(super) operation: &'a Operation<'a>,
    pub(super) params: Vec<Param>,
    /// The indexes of the params by place and name.
    indexes: BTreeMap<(Place, String), usize>,
    pub(super) documented: Documented,
}

impl<'a> Surface<'a> {
    /// That of a request.
    pub(super) fn of(operation: &'a Operation<'a>) -> Self {
        let request = operation.request();
        let of_request = request.map(|it| description(&it.description)).unwrap_or_default();
        let text = if of_request.is_empty() {
            description(&operation.item.description)
        } else {
            of_request
        };
        let params = Param::all(operation);
        let key = |(index, param): (usize, &Param)| ((param.place, param.name.clone()), index);
        let indexes = params.iter().enumerate().map(key).collect();
        Self { operation, params, indexes, documented: Documented::of(&text) }
    }

    /// The param of the same place and name.
    pub(super) fn partner(&self, param: &Param) -> Option<&Param> {
        self.named(param.place, &param.name)
    }

    /// The path's param of that name.
    pub(super) fn in_path(&self, name: &str) -> Option<&Param> {
        self.named(Place::Path, name)
    }

    fn named(&self, place: Place, name: &str) -> Option<&Param> {
        self.indexes.get(&(place, name.to_owned())).map(|index| &self.params[*index])
    }

    /// The value of a path's param; its name in braces if it has none.
    pub(super) fn path_value(&self, name: &str) -> String {
        let value = self.in_path(name).and_then(|param| param.values.first());
        let value = value.filter(|value| !value.is_empty());
        value.cloned().unwrap_or_else(|| format!("{{{name}}}"))
    }

    /// What a param is for, by its own word or the description's.
    pub(super) fn meaning<'s>(&'s self, param: &'s Param) -> &'s str {
        let documented = self.documented.param(&param.name);
        match documented.filter(|_| param.description.is_empty()) {
            Some(documented) => &documented.meaning,
            None => &param.description,
        }
    }

    /// Whether one of the params holds a property of this name: `orders` holds `orders[].price`.
    pub(super) fn holds(&self, name: &str) -> bool {
        let of_param = |param: &Param| {
            let rest = name.strip_prefix(param.name.as_str());
            rest.is_some_and(|rest| rest.starts_with('.') || rest.starts_with("[]."))
        };
        self.params.iter().any(of_param)
    }
}
