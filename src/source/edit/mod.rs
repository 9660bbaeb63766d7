//! Edits of a JSON text that leave every byte outside the edited places as it was.

use crate::text::json;

#[cfg(test)]
mod cases;
mod layout;
mod members;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Document, Pointer, Span};
use layout::Layout;
use members::{Members, New};

/// Edits of a document, gathered first and applied at once.
///
/// All pointers and indexes speak of the document as it was read. What is new is written in the
/// file's own indentation, line ends and spacing; a list or object on one line stays on one line.
///
/// ```
/// use countersign::source::{Document, Edits, Pointer};
///
/// let document = Document::read(b"{\n\t\"a\": [1, 3],\n\t\"b\": null\n}\n")?;
/// let mut edits = Edits::of(&document);
/// edits.insert_entry(&Pointer::parse("/a")?, 1, 2.into())?;
/// edits.insert_member(&Pointer::root(), Some("a"), "c", "new".into())?;
/// edits.remove(&Pointer::parse("/b")?)?;
/// assert_eq!(edits.applied()?, "{\n\t\"a\": [1, 2, 3],\n\t\"c\": \"new\"\n}\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Edits<'d> {
    document: &'d Document,
    layout: Layout<'d>,
    /// Keys and values that are replaced.
    replaced: Vec<Change>,
    /// Lists and objects that lose or gain something, by node.
    members: BTreeMap<usize, (Pointer, Members)>,
}

/// A range of the old text and what stands there afterwards.
#[derive(Debug)]
struct Change {
    pointer: Pointer,
    span: Span,
    text: String,
}

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The pointer names nothing.
    #[error("there is nothing at `{pointer}`")]
    NotFound {
        /// The pointer.
        pointer: Pointer,
    },
    /// An entry was to be inserted into what is no list.
    #[error("`{pointer}` is no list")]
    NotAList {
        /// The pointer.
        pointer: Pointer,
    },
    /// A member was to be inserted into what is no object.
    #[error("`{pointer}` is no object")]
    NotAnObject {
        /// The pointer.
        pointer: Pointer,
    },
    /// The object has the key already.
    #[error("`{pointer}` is there already")]
    KeyExists {
        /// The place of the key.
        pointer: Pointer,
    },
    /// The whole document was to be removed, or its key to be replaced.
    #[error("the whole document can only be replaced")]
    WholeDocument,
    /// Something was to be edited that another edit replaces or removes.
    #[error("`{pointer}` is edited, and replaced or removed as well")]
    Overlap {
        /// The place of the inner edit.
        pointer: Pointer,
    },
}

impl<'d> Edits<'d> {
    /// No edits yet.
    pub fn of(document: &'d Document) -> Self {
        Self {
            document,
            layout: Layout::of(document.text(), document.spans()),
            replaced: Vec::new(),
            members: BTreeMap::new(),
        }
    }

    /// Whether no edit was asked for.
    pub fn is_empty(&self) -> bool {
        self.replaced.is_empty() && self.members.is_empty()
    }

    /// Puts another value into the place of one.
    ///
    /// # Errors
    ///
    /// When nothing stands there.
    pub fn replace(&mut self, at: &Pointer, value: &Value) -> Result<(), EditError> {
        let trail = self.trail(at)?;
        let node = trail[trail.len() - 1];
        let text = self.layout.written(value, self.layout.line_of(&trail).as_deref());
        self.replaced.push(Change {
            pointer: at.clone(),
            span: self.layout.spans.place_of(node).value,
            text,
        });
        Ok(())
    }

    /// Gives a member another key; its place and value stay.
    ///
    /// # Errors
    ///
    /// When no member stands there, or its object has the new key already.
    pub fn rename(&mut self, at: &Pointer, key: &str) -> Result<(), EditError> {
        let trail = self.trail(at)?;
        let (parent, of_parent) = Self::parent(&trail, at)?;
        self.refuse_key(parent, &of_parent, key)?;
        for index in self.namesakes(parent, trail[trail.len() - 1]) {
            let child = self.layout.spans.children(parent)[index];
            let Some(span) = self.layout.spans.place_of(child).key else {
                return Err(EditError::NotAnObject { pointer: of_parent });
            };
            let text = json::quoted(key);
            self.replaced.push(Change { pointer: at.clone(), span, text });
        }
        self.members_of(parent, &of_parent).renamed.insert(key.to_owned());
        Ok(())
    }

    /// Takes an entry of a list or a member of an object out, with its comma; a key that stands
    /// twice goes twice.
    ///
    /// # Errors
    ///
    /// When nothing stands there, or it is the whole document.
    pub fn remove(&mut self, at: &Pointer) -> Result<(), EditError> {
        let trail = self.trail(at)?;
        let (parent, of_parent) = Self::parent(&trail, at)?;
        let gone = self.namesakes(parent, trail[trail.len() - 1]);
        self.members_of(parent, &of_parent).removed.extend(gone);
        Ok(())
    }

    /// Puts a value into a list, before the entry that has this index now; behind the last if there
    /// is none. Several values for one index stand in the order in which they were given.
    ///
    /// # Errors
    ///
    /// When no list stands there.
    pub fn insert_entry(
        &mut self,
        list: &Pointer,
        index: usize,
        value: Value,
    ) -> Result<(), EditError> {
        let (node, is_list) = self.container(list, b'[')?;
        if !is_list {
            return Err(EditError::NotAList { pointer: list.clone() });
        }
        let index = index.min(self.layout.spans.children(node).len());
        self.members_of(node, list).insert(index, New { key: None, value });
        Ok(())
    }

    /// Puts a member into an object, behind the member `after`; behind the last if there is no such
    /// member or none is named.
    ///
    /// # Errors
    ///
    /// When no object stands there, or it has the key already.
    pub fn insert_member(
        &mut self,
        object: &Pointer,
        after: Option<&str>,
        key: &str,
        value: Value,
    ) -> Result<(), EditError> {
        let (node, is_object) = self.container(object, b'{')?;
        if !is_object {
            return Err(EditError::NotAnObject { pointer: object.clone() });
        }
        self.refuse_key(node, object, key)?;
        let text = self.document.text();
        let children = self.layout.spans.children(node);
        let named = |child: &usize| {
            after.is_some() && self.layout.spans.key(text, *child).as_deref() == after
        };
        let index = children.iter().rposition(named).map_or(children.len(), |index| index + 1);
        self.members_of(node, object).insert(index, New { key: Some(key.to_owned()), value });
        Ok(())
    }

    /// The whole text with all edits made, byte order mark included.
    ///
    /// # Errors
    ///
    /// When something was edited that another edit replaces or removes.
    pub fn applied(self) -> Result<String, EditError> {
        let document = self.document;
        let mut edited = String::with_capacity(document.text().len());
        edited.extend(document.has_byte_order_mark().then_some('\u{feff}'));
        let mut copied = 0;
        for Change { pointer, span, text } in self.changes() {
            let Some(between) = document.text().get(copied..span.start) else {
                return Err(EditError::Overlap { pointer });
            };
            edited.push_str(between);
            edited.push_str(&text);
            copied = span.end;
        }
        edited.push_str(document.text().get(copied..).unwrap_or_default());
        Ok(edited)
    }

    /// All changes of the text, in its order.
    fn changes(mut self) -> Vec<Change> {
        let mut changes = std::mem::take(&mut self.replaced);
        for (node, (pointer, members)) in &self.members {
            let line = self.layout.line_of(&self.trail_of(pointer));
            for (span, text) in members.changes(*node, line.as_deref(), &self.layout) {
                changes.push(Change { pointer: pointer.clone(), span, text });
            }
        }
        changes.sort_by_key(|change| change.span);
        changes
    }

    fn trail(&self, at: &Pointer) -> Result<Vec<usize>, EditError> {
        let trail = self.layout.spans.trail(self.document.text(), at);
        trail.ok_or_else(|| EditError::NotFound { pointer: at.clone() })
    }

    fn trail_of(&self, known: &Pointer) -> Vec<usize> {
        self.trail(known).expect("the pointer was followed when the edit was asked for")
    }

    fn parent(trail: &[usize], at: &Pointer) -> Result<(usize, Pointer), EditError> {
        match (trail, at.parent()) {
            ([.., parent, _], Some(pointer)) => Ok((*parent, pointer)),
            _ => Err(EditError::WholeDocument),
        }
    }

    /// The node of a list or object, and whether it begins with the bracket.
    fn container(&self, at: &Pointer, bracket: u8) -> Result<(usize, bool), EditError> {
        let trail = self.trail(at)?;
        let node = trail[trail.len() - 1];
        let start = self.layout.spans.place_of(node).value.start;
        Ok((node, self.document.text().as_bytes().get(start) == Some(&bracket)))
    }

    fn members_of(&mut self, node: usize, pointer: &Pointer) -> &mut Members {
        let entry = self.members.entry(node);
        &mut entry.or_insert_with(|| (pointer.clone(), Members::default())).1
    }

    /// The index of the child, and those of all members with the same key.
    fn namesakes(&self, parent: usize, child: usize) -> Vec<usize> {
        let (text, spans) = (self.document.text(), self.layout.spans);
        let children = spans.children(parent);
        let Some(key) = spans.key(text, child) else {
            return children.binary_search(&child).into_iter().collect();
        };
        let same = |other: usize| spans.key(text, other).is_some_and(|it| it == key);
        (0..children.len()).filter(|index| same(children[*index])).collect()
    }

    fn refuse_key(&self, object: usize, pointer: &Pointer, key: &str) -> Result<(), EditError> {
        let (text, spans) = (self.document.text(), self.layout.spans);
        let is_old = |child: &usize| spans.key(text, *child).is_some_and(|it| it == key);
        let is_new = self.members.get(&object).is_some_and(|(_, members)| members.has(key));
        if is_new || spans.children(object).iter().any(is_old) {
            return Err(EditError::KeyExists { pointer: pointer.join(key) });
        }
        Ok(())
    }
}
