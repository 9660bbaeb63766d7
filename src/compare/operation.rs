//! Requests of collections as they are compared: by method and path.

use super::address::{Address, Variables};
use super::scripts::sources;
use crate::collection::{Collection, Item, Request, TextOr};

/// A collection to compare, with the name that reports call it by.
#[derive(Debug)]
pub struct Source {
    /// The path as the user wrote it, or the name of an api.
    pub name: String,
    /// The collection.
    pub collection: Collection,
}

/// A request of a collection, and where it goes.
#[derive(Debug)]
pub(super) struct Operation<'a> {
    /// The index of its source.
    pub(super) source: usize,
    /// Its collection.
    pub(super) collection: &'a Collection,
    /// Its item.
    pub(super) item: &'a Item,
    /// The folders around it, outermost first.
    pub(super) folders: Vec<&'a Item>,
    /// The JSON pointer of its item.
    pub(super) pointer: String,
    /// The method, upper case.
    pub(super) method: String,
    /// Where it goes.
    pub(super) address: Address,
}

impl<'a> Operation<'a> {
    /// All requests of all sources, in the order in which they run.
    pub(super) fn all(sources: &'a [Source]) -> Vec<Self> {
        let of_source =
            |(index, source): (usize, &'a Source)| Self::of_collection(index, &source.collection);
        sources.iter().enumerate().flat_map(of_source).collect()
    }

    /// All requests of one collection, in the order in which they run.
    pub(super) fn of_collection(source: usize, collection: &'a Collection) -> Vec<Self> {
        let variables = Variables::of(&collection.variable);
        let operation = |place: crate::collection::Place<'a>| Self {
            source,
            collection,
            item: place.item,
            folders: place.folders,
            pointer: place.pointer,
            method: method(place.item),
            address: address(place.item, &variables),
        };
        collection.requests().map(operation).collect()
    }

    /// Its name; empty if it has none.
    pub(super) fn name(&self) -> &'a str {
        self.item.name.text().unwrap_or_default()
    }

    /// The scripts of its own that are on: the moment at which each runs, and its source.
    pub(super) fn own_scripts(&self) -> Vec<(String, String)> {
        sources(&self.item.event)
    }

    /// The request, if it is written in full.
    pub(super) fn request(&self) -> Option<&'a Request> {
        self.item.request.full().map(|request| &**request)
    }

    /// The names of its folders and its own: `Trading / AddOrder`.
    pub(super) fn location(&self) -> String {
        let folders = self.folders.iter().map(|folder| folder.name.text().unwrap_or_default());
        folders.chain([self.name()]).collect::<Vec<_>>().join(" / ")
    }
}

fn method(item: &Item) -> String {
    let method = item.request.full().and_then(|request| request.method.text());
    method.filter(|method| !method.is_empty()).unwrap_or("GET").to_uppercase()
}

fn address(item: &Item, variables: &Variables<'_>) -> Address {
    match item.request.get() {
        Some(TextOr::Text(url)) => Address::of(&url.as_str().into(), variables),
        Some(TextOr::Full(request)) => Address::of(&request.url, variables),
        None => Address::default(),
    }
}
