//! Endpoints that a collection lacks, put where they belong.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::places::ROOT;
use super::plan::{Added, Plan};
use super::{Scene, UpdateError, known};
use crate::catalog::{Endpoint, Group};
use crate::source::{Edits, Pointer};

/// An index behind all others.
const END: usize = usize::MAX;

impl Scene<'_> {
    /// Adds all endpoints that no request calls.
    ///
    /// # Errors
    ///
    /// When a script template is broken.
    pub(super) fn add_missing(
        &self,
        plan: &mut Plan,
        edits: &mut Edits<'_>,
    ) -> Result<(), UpdateError> {
        let called: BTreeSet<&str> =
            self.calls.iter().map(|(_, endpoint)| endpoint.name.as_str()).collect();
        let mut new_items = Vec::new();
        for group in &self.api.groups {
            let is_missing = |endpoint: &&Endpoint| !called.contains(endpoint.name.as_str());
            let missing: Vec<_> = group.endpoints.iter().filter(is_missing).collect();
            if missing.is_empty() {
                continue;
            }
            if let Some(list) = self.places.list(group) {
                self.add_to(list, group, &missing, edits)?;
            } else if self.collection.item.is_absent() {
                new_items.push(self.folder(group, &missing)?);
            } else {
                let (list, index) = self.places.for_folder(group);
                let folder = self.folder(group, &missing)?;
                edits.insert_entry(&known(&list), index.unwrap_or(END), folder)?;
            }
            plan.added.extend(missing.iter().map(|endpoint| self.added(group, endpoint)));
        }
        if !new_items.is_empty() {
            edits.insert_member(&Pointer::root(), Some("info"), "item", new_items.into())?;
        }
        if !plan.added.is_empty() && self.habits.needs_base_url() {
            self.add_base_url(edits)?;
        }
        Ok(())
    }

    fn add_to(
        &self,
        list: &str,
        group: &Group,
        missing: &[&Endpoint],
        edits: &mut Edits<'_>,
    ) -> Result<(), UpdateError> {
        for endpoint in missing {
            let index = self.places.index(list, group, endpoint).unwrap_or(END);
            edits.insert_entry(&known(list), index, self.request(endpoint)?)?;
        }
        Ok(())
    }

    fn request(&self, endpoint: &Endpoint) -> Result<Value, UpdateError> {
        Ok(self.parts.request(endpoint, &self.habits.base(self.api, endpoint))?)
    }

    fn folder(&self, group: &Group, endpoints: &[&Endpoint]) -> Result<Value, UpdateError> {
        let mut folder = self.parts.folder(group);
        let requests = endpoints.iter().map(|endpoint| self.request(endpoint));
        folder["item"] = requests.collect::<Result<Vec<_>, _>>()?.into();
        Ok(folder)
    }

    fn added(&self, group: &Group, endpoint: &Endpoint) -> Added {
        let list = self.places.list(group);
        Added {
            name: endpoint.name.clone(),
            method: endpoint.method.to_string(),
            path: endpoint.path.clone(),
            folder: match list {
                Some(ROOT) => String::new(),
                Some(list) => self.places.folder_name(list).to_owned(),
                None => group.title.clone(),
            },
            makes_folder: list.is_none(),
        }
    }

    /// Requests that are added begin with `{{base_url}}`, which has to have a value.
    fn add_base_url(&self, edits: &mut Edits<'_>) -> Result<(), UpdateError> {
        let variable = self.parts.base_url();
        let at = Pointer::root().join("variable");
        match self.collection.variable.get() {
            Some(list) => edits.insert_entry(&at, list.len(), variable)?,
            None if self.collection.variable.is_absent() => {
                let list = json!([variable]);
                edits.insert_member(&Pointer::root(), Some("item"), "variable", list)?;
            }
            None => edits.replace(&at, &json!([variable]))?,
        }
        Ok(())
    }
}
