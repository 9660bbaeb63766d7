//! Where requests that are added belong.

use std::collections::BTreeMap;

use super::habits::Call;
use crate::catalog::{Api, Endpoint, Group};
use crate::collection::Collection;

/// The list that holds the collection's own requests and folders.
pub(super) const ROOT: &str = "/item";

/// Which list holds which group.
#[derive(Debug)]
pub(super) struct Places<'a> {
    api: &'a Api,
    /// The pointer of the list that holds a group's requests, by the group's name.
    lists: BTreeMap<&'a str, String>,
    /// The index of a request in its list, by list and endpoint.
    indexes: BTreeMap<(String, &'a str), usize>,
    /// Names of folders by the pointers of their lists.
    folders: BTreeMap<String, String>,
}

impl<'a> Places<'a> {
    /// Those that a collection shows: a group is where most of its requests are, else where a folder
    /// has its name.
    pub(super) fn of(api: &'a Api, collection: &Collection, calls: &[Call<'a>]) -> Self {
        let folders: BTreeMap<_, _> = collection
            .folders()
            .map(|folder| (format!("{}/item", folder.pointer), folder.name().to_owned()))
            .collect();
        let mut indexes = BTreeMap::new();
        let mut counts: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
        for (call, endpoint) in calls {
            let (list, index) = split(&call.pointer);
            indexes.entry((list.to_owned(), endpoint.name.as_str())).or_insert(index);
            if let Some(group) = group_of(api, endpoint) {
                *counts.entry(&group.name).or_default().entry(list.to_owned()).or_default() += 1;
            }
        }
        let mut lists = BTreeMap::new();
        for group in &api.groups {
            let by_count = counts.get(group.name.as_str()).and_then(|counts| {
                let most = counts.values().max()?;
                counts.iter().find(|(_, count)| *count == most).map(|(list, _)| list.clone())
            });
            let named = || {
                let is_named = |(_, name): &(&String, &String)| {
                    name.eq_ignore_ascii_case(&group.title)
                        || name.eq_ignore_ascii_case(&group.name)
                };
                folders.iter().find(is_named).map(|(list, _)| list.clone())
            };
            lists.extend(by_count.or_else(named).map(|list| (group.name.as_str(), list)));
        }
        Self { api, lists, indexes, folders }
    }

    /// The pointer of the list that holds a group's requests; none if there is no folder for it.
    pub(super) fn list(&self, group: &Group) -> Option<&str> {
        self.lists.get(group.name.as_str()).map(String::as_str)
    }

    /// The name of the folder that a list belongs to; empty for the collection's own.
    pub(super) fn folder_name(&self, list: &str) -> &str {
        self.folders.get(list).map(String::as_str).unwrap_or_default()
    }

    /// The index before which a request of the endpoint belongs in its group's list: behind the one
    /// that the documentation has before it, else before the one behind it; none for the end.
    pub(super) fn index(&self, list: &str, group: &'a Group, endpoint: &Endpoint) -> Option<usize> {
        let at = group.endpoints.iter().position(|other| other.name == endpoint.name)?;
        let index = |other: &'a Endpoint| {
            self.indexes.get(&(list.to_owned(), other.name.as_str())).copied()
        };
        let before = group.endpoints[..at].iter().rev().find_map(index).map(|index| index + 1);
        before.or_else(|| group.endpoints[at..].iter().find_map(index))
    }

    /// The list and index at which a group's new folder belongs: beside the folders of its
    /// neighbours in the documentation.
    pub(super) fn for_folder(&self, group: &Group) -> (String, Option<usize>) {
        let groups = &self.api.groups;
        let at = groups.iter().position(|other| other.name == group.name).unwrap_or(groups.len());
        let folder = |other: &Group| self.list(other).filter(|list| *list != ROOT).map(split_list);
        let before = groups[..at].iter().rev().find_map(folder);
        if let Some((list, index)) = before {
            return (list, Some(index + 1));
        }
        match groups[at..].iter().find_map(folder) {
            Some((list, index)) => (list, Some(index)),
            None => (ROOT.to_owned(), None),
        }
    }
}

/// The group of an endpoint.
pub(super) fn group_of<'a>(api: &'a Api, endpoint: &Endpoint) -> Option<&'a Group> {
    api.groups.iter().find(|group| group.endpoints.iter().any(|it| it.name == endpoint.name))
}

/// The pointer of the list that an item is in, and its index there.
pub(super) fn split(item: &str) -> (&str, usize) {
    let (list, index) = item.rsplit_once('/').unwrap_or((item, ""));
    (list, index.parse().unwrap_or_default())
}

/// The list that the folder with this list is in, and its index there.
fn split_list(list: &str) -> (String, usize) {
    let (parent, index) = split(list.strip_suffix("/item").unwrap_or(list));
    (parent.to_owned(), index)
}
