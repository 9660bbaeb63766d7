//! RFC 6901: the address of a value inside a JSON document.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

/// A place in a JSON document, such as `/item/0/request/url`; the empty text is the whole document.
///
/// In a token `~` is written `~0` and `/` is written `~1`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer {
    text: String,
}

/// A text that is no JSON pointer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PointerError {
    /// It is not empty and does not begin with a slash.
    #[error("`{text}` does not begin with `/`, as a JSON pointer does")]
    NoSlash {
        /// The whole text.
        text: String,
    },
    /// A tilde is followed by something else than `0` or `1`.
    #[error("`{text}` has a `~` that is neither `~0` (tilde) nor `~1` (slash)")]
    BadEscape {
        /// The whole text.
        text: String,
    },
}

impl Pointer {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads a pointer as it is written in RFC 6901.
    ///
    /// # Errors
    ///
    /// When the text is not empty and has no leading slash, or has a tilde without `0` or `1`.
    pub fn parse(text: &str) -> Result<Self, PointerError> {
        if !text.is_empty() && !text.starts_with('/') {
            return Err(PointerError::NoSlash { text: text.to_owned() });
        }
        let escapes_fit = text.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
        if !escapes_fit {
            return Err(PointerError::BadEscape { text: text.to_owned() });
        }
        Ok(Self { text: text.to_owned() })
    }

    /// The child of this place under a key, which may hold any characters.
    #[must_use]
    pub fn join(&self, key: &str) -> Self {
        let mut text = String::with_capacity(self.text.len() + 1 + key.len());
        text.push_str(&self.text);
        text.push('/');
        for character in key.chars() {
            match character {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                other => text.push(other),
            }
        }
        Self { text }
    }

    /// The child of this place at an index, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self { text: format!("{}/{index}", self.text) }
    }

    /// The place that holds this one; none for the whole document.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.text.rsplit_once('/')?;
        Some(Self { text: parent.to_owned() })
    }

    /// The keys and indexes from the root, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.text.split('/').skip(1).map(unescape)
    }

    /// The pointer as RFC 6901 writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escapes_tilde_and_slash() {
        let pointer = Pointer::root().join("a/b~1").index(3);
        assert_eq!(pointer.as_str(), "/a~1b~01/3");
        assert_eq!(pointer.tokens().collect::<Vec<_>>(), ["a/b~1", "3"]);
    }

    #[test]
    fn the_root_has_no_tokens_and_no_parent() {
        assert_eq!(Pointer::root().tokens().count(), 0);
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::root().join("").parent(), Some(Pointer::root()));
    }

    #[test]
    fn refuses_what_is_no_pointer() {
        assert!(matches!(Pointer::parse("a"), Err(PointerError::NoSlash { .. })));
        assert!(matches!(Pointer::parse("/a~"), Err(PointerError::BadEscape { .. })));
        assert!(matches!(Pointer::parse("/a~2"), Err(PointerError::BadEscape { .. })));
    }

    proptest! {
        #[test]
        fn what_is_joined_is_read_back(keys in prop::collection::vec(".{0,5}", 0..5)) {
            let pointer = keys.iter().fold(Pointer::root(), |at, key| at.join(key));
            prop_assert_eq!(&Pointer::parse(pointer.as_str()).unwrap(), &pointer);
            prop_assert_eq!(pointer.tokens().collect::<Vec<_>>(), keys);
        }

        #[test]
        fn finds_what_serde_json_finds(text in "(/([a-c/~]|~0|~1|[0-2]){0,3}){0,4}") {
            let value = serde_json::json!({"a": [{"b/": 1}, {"~": [0]}], "": {"a": 2}});
            let Ok(pointer) = Pointer::parse(&text) else { return Ok(()) };
            let found = pointer.tokens().try_fold(&value, |at, token| match at {
                // An index has no leading zeros.
                serde_json::Value::Array(_) if token.len() > 1 && token.starts_with('0') => None,
                serde_json::Value::Array(list) => list.get(token.parse::<usize>().ok()?),
                serde_json::Value::Object(map) => map.get(token.as_ref()),
                _ => None,
            });
            prop_assert_eq!(value.pointer(&text), found);
        }
    }
}
