//! Visiting the requests and folders of a collection.

use super::{Collection, Item, List};

/// An item of a collection and where it stands.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// The request or folder.
    pub item: &'a Item,
    /// The folders around it, outermost first.
    pub folders: Vec<&'a Item>,
    /// Its JSON pointer (RFC 6901), such as `/item/0/item/3`.
    pub pointer: String,
}

impl<'a> Place<'a> {
    /// The name of the item; empty if it has none.
    pub fn name(&self) -> &'a str {
        self.item.name.text().unwrap_or_default()
    }

    /// The names of the folders around it, outermost first; empty for those that have none.
    pub fn path(&self) -> Vec<&'a str> {
        self.folders.iter().map(|folder| folder.name.text().unwrap_or_default()).collect()
    }
}

impl Collection {
    /// All folders and requests in the order in which they run, a folder before its contents.
    ///
    /// Entries that are not objects are left out.
    pub fn places(&self) -> impl Iterator<Item = Place<'_>> {
        Places { stack: self.item.get().map(Level::root).into_iter().collect() }
    }

    /// All requests in the order in which they run.
    pub fn requests(&self) -> impl Iterator<Item = Place<'_>> {
        self.places().filter(|place| !place.item.is_folder())
    }

    /// All folders, a folder before those within it.
    pub fn folders(&self) -> impl Iterator<Item = Place<'_>> {
        self.places().filter(|place| place.item.is_folder())
    }
}

/// Walks without recursion: one level for each folder that is open.
struct Places<'a> {
    stack: Vec<Level<'a>>,
}

/// The entries of an open folder.
struct Level<'a> {
    entries: &'a List<Item>,
    next: usize,
    folders: Vec<&'a Item>,
    pointer: String,
}

impl<'a> Level<'a> {
    fn root(entries: &'a List<Item>) -> Self {
        Self { entries, next: 0, folders: Vec::new(), pointer: "/item".to_owned() }
    }

    fn within(place: &Place<'a>) -> Option<Self> {
        let entries = place.item.item.get()?;
        let mut folders = place.folders.clone();
        folders.push(place.item);
        Some(Self { entries, next: 0, folders, pointer: format!("{}/item", place.pointer) })
    }
}

impl<'a> Iterator for Places<'a> {
    type Item = Place<'a>;

    fn next(&mut self) -> Option<Place<'a>> {
        loop {
            let level = self.stack.last_mut()?;
            let index = level.next;
            level.next += 1;
            let Some(entry) = level.entries.entries().get(index) else {
                self.stack.pop();
                continue;
            };
            let Some(item) = entry.get() else { continue };
            let pointer = format!("{}/{index}", level.pointer);
            let place = Place { item, folders: level.folders.clone(), pointer };
            self.stack.extend(Level::within(&place));
            return Some(place);
        }
    }
}
