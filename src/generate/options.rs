//! What can be chosen about a generated collection.

/// How an api is spread over files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// One collection with a folder a group.
    #[default]
    Single,
    /// One collection a group.
    Group,
    /// One collection an endpoint, as Kraken publishes them.
    Endpoint,
}

/// Where requests are signed, and how the script looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ScriptStyle {
    /// Each private request has a script that signs it as the user left it.
    #[default]
    Request,
    /// One such script on the collection serves all requests.
    Collection,
    /// Kraken's own form: each request has a script with its endpoint and params written out, and
    /// the credentials in it. It signs right only as long as nobody edits the request.
    Classic,
}

/// The unit of the time that nonces are made of; the shorter is the greater.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum NonceUnit {
    /// Milliseconds: 13 digits.
    Milliseconds,
    /// Microseconds: 16 digits, as in Kraken's samples.
    #[default]
    Microseconds,
    /// Nanoseconds: 19 digits.
    Nanoseconds,
}

impl NonceUnit {
    /// The unit's English name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Milliseconds => "milliseconds",
            Self::Microseconds => "microseconds",
            Self::Nanoseconds => "nanoseconds",
        }
    }

    /// The unit of this English name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let all = [Self::Milliseconds, Self::Microseconds, Self::Nanoseconds];
        all.into_iter().find(|unit| unit.name() == name)
    }

    /// What a `BigInt` of milliseconds is multiplied with, as JavaScript.
    pub(super) fn factor(self) -> &'static str {
        match self {
            Self::Milliseconds => "",
            Self::Microseconds => " * BigInt(1000)",
            Self::Nanoseconds => " * BigInt(1000000)",
        }
    }

    /// The nonce of the classic script, as JavaScript. Nanoseconds are beyond what a JavaScript
    /// number holds exactly, so they are written as text.
    pub(super) fn classic(self) -> &'static str {
        match self {
            Self::Milliseconds => "Date.now().toString()",
            Self::Microseconds => "(Date.now() * 1000).toString()",
            Self::Nanoseconds => "Date.now().toString() + \"000000\"",
        }
    }
}

/// What to generate, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// How the api is spread over files.
    pub layout: Layout,
    /// Where and how requests are signed.
    pub script: ScriptStyle,
    /// The unit of nonces.
    pub nonce_unit: NonceUnit,
    /// Names of the endpoints to generate; empty for all.
    pub endpoints: Vec<String>,
    /// Names or titles of the groups to generate; empty for all.
    pub groups: Vec<String>,
}
