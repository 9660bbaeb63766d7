//! What can be different about a request, and how much it matters.

use std::fmt;

/// How much a change matters; what matters more is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// What is sent stays the same: names, folders, descriptions, examples, tests.
    Cosmetic,
    /// Requests that worked before still do.
    Compatible,
    /// Requests that worked before may no longer do.
    Breaking,
}

impl Level {
    /// `cosmetic`, `compatible` or `breaking`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal,)+) => {
        /// A kind of change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ChangeKind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl ChangeKind {
            /// All kinds, in the order in which they are reported.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word in reports: `param-added`.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

kinds! {
    /// There is a param more.
    ParamAdded = "param-added",
    /// A param is gone.
    ParamRemoved = "param-removed",
    /// A param has another name and is the same in all else.
    ParamRenamed = "param-renamed",
    /// A param travels elsewhere.
    ParamPlace = "param-place",
    /// The api refuses a request without the param, or does no longer.
    ParamRequired = "param-required",
    /// A param has another type.
    ParamType = "param-type",
    /// A param can have other values.
    ParamEnum = "param-enum",
    /// A param has other limits.
    ParamLimits = "param-limits",
    /// The api assumes something else when the param is absent.
    ParamDefault = "param-default",
    /// A param that was off is sent, or one that was sent is off.
    ParamEnabled = "param-enabled",
    /// A param is sent with another value.
    ParamValue = "param-value",
    /// The body travels in another way.
    BodyMode = "body-mode",
    /// The body is another one, where it has no params.
    Body = "body",
    /// The request authorizes in another way.
    Auth = "auth",
    /// There is a header more.
    HeaderAdded = "header-added",
    /// A header is gone.
    HeaderRemoved = "header-removed",
    /// A header that was off is sent, or one that was sent is off.
    HeaderEnabled = "header-enabled",
    /// A header is sent with another value.
    HeaderValue = "header-value",
    /// The request goes to another host.
    Host = "host",
    /// The scripts before the request are others.
    Script = "script",
    /// The request is sent with other settings.
    Setting = "setting",
    /// The scripts after the reply are others.
    Test = "test",
    /// A description is another one.
    Description = "description",
    /// There is a saved example more.
    ExampleAdded = "example-added",
    /// A saved example is gone.
    ExampleRemoved = "example-removed",
    /// A saved example is another one.
    ExampleChanged = "example-changed",
}

/// Something that is different about a request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What kind of difference it is.
    pub kind: ChangeKind,
    /// What is different: the name of a param, header, example or setting; empty where the kind
    /// says it all.
    pub subject: String,
    /// What it was; none if it was not there, or is not shown.
    pub before: Option<String>,
    /// What it is; none if it is not there, or is not shown.
    pub after: Option<String>,
    /// How much it matters.
    pub level: Level,
}

impl Change {
    /// A change of the level that its kind usually has.
    pub(super) fn new(
        kind: ChangeKind,
        subject: impl Into<String>,
        before: Option<String>,
        after: Option<String>,
    ) -> Self {
        Self { kind, subject: subject.into(), before, after, level: kind.level() }
    }

    /// The same with another level.
    pub(super) fn at(self, level: Level) -> Self {
        Self { level, ..self }
    }
}

impl ChangeKind {
    /// The level where nothing more is known.
    fn level(self) -> Level {
        match self {
            Self::ParamRemoved
            | Self::ParamRenamed
            | Self::ParamPlace
            | Self::ParamType
            | Self::BodyMode
            | Self::Auth
            | Self::HeaderRemoved
            | Self::Host => Level::Breaking,
            Self::Test
            | Self::Description
            | Self::ExampleAdded
            | Self::ExampleRemoved
            | Self::ExampleChanged => Level::Cosmetic,
            Self::ParamAdded
            | Self::ParamRequired
            | Self::ParamEnum
            | Self::ParamLimits
            | Self::ParamDefault
            | Self::ParamEnabled
            | Self::ParamValue
            | Self::Body
            | Self::HeaderAdded
            | Self::HeaderEnabled
            | Self::HeaderValue
            | Self::Script
            | Self::Setting => Level::Compatible,
        }
    }
}
