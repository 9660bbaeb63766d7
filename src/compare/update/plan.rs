//! What an update does, and what it leaves.

/// What an update does to a collection, and what it leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// How many requests of the api are as they should be.
    pub kept: usize,
    /// Requests that are added, in the order of the documentation.
    pub added: Vec<Added>,
    /// Requests that are changed, in the order of the file.
    pub changed: Vec<Changed>,
    /// Signing scripts of folders or of the collection that are refreshed, by pointer.
    pub refreshed: Vec<String>,
    /// Requests of the api that have another folder or name than the catalogue gives them; they stay
    /// where they are.
    pub moved: Vec<Moved>,
    /// Requests that were generated once and that the api no longer has.
    pub orphaned: Vec<Target>,
    /// Whether these are removed.
    pub prunes: bool,
    /// What could not be done without changing what is the user's.
    pub left_alone: Vec<LeftAlone>,
}

/// A request of the collection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// Its name.
    pub name: String,
    /// Its method.
    pub method: String,
    /// Its path below the host.
    pub path: String,
    /// The JSON pointer of its item, before the update.
    pub pointer: String,
}

/// A request that is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The name of the endpoint.
    pub name: String,
    /// Its method.
    pub method: String,
    /// Its path, with `{name}` for path params.
    pub path: String,
    /// The name of the folder; empty for the collection itself.
    pub folder: String,
    /// Whether the folder is made for it.
    pub makes_folder: bool,
}

/// A request that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The request.
    pub target: Target,
    /// Params that are added, switched off.
    pub params: Vec<String>,
    /// Whether its signing script is refreshed.
    pub script: bool,
}

/// A request that is elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The request.
    pub target: Target,
    /// Where the catalogue has it: folder and name.
    pub from: String,
    /// Where it is.
    pub to: String,
}

/// Something that was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftAlone {
    /// The request.
    pub target: Target,
    /// Why.
    pub why: Why,
    /// The params that are missing because of that.
    pub params: Vec<String>,
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Why {
    /// The signing script is the user's, or was edited.
    OwnScript,
    /// The address, the headers or the request is one text, in which nothing can be switched off.
    OneText,
    /// The body is of another kind than the api takes.
    OtherBody,
    /// The request signs right, and would not with the params in it.
    BreaksSignature,
}

impl Why {
    /// `own-script`, `one-text`, `other-body` or `breaks-signature`.
    pub fn word(self) -> &'static str {
        match self {
            Self::OwnScript => "own-script",
            Self::OneText => "one-text",
            Self::OtherBody => "other-body",
            Self::BreaksSignature => "breaks-signature",
        }
    }
}

impl Plan {
    /// Whether the file is changed.
    pub fn has_work(&self) -> bool {
        let prunes = self.prunes && !self.orphaned.is_empty();
        prunes || !(self.added.is_empty() && self.changed.is_empty() && self.refreshed.is_empty())
    }
}
