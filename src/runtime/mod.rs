//! What Postman does when it runs a request: from a request's definition to the bytes on the wire.

mod auth;
mod behaviour;
mod body;
mod calendar;
mod encode;
mod headers;
mod js;
mod not_sent;
mod outgoing;
mod param;
mod plan;
mod random;
mod run;
pub mod sandbox;
mod url;
mod variables;
mod warning;
mod world;

pub use behaviour::Behaviour;
pub use headers::SentHeader;
pub use not_sent::NotSent;
pub use outgoing::{Outgoing, outgoing};
pub use plan::{Level, PlannedRequest, PlannedScript, plan};
pub use random::Random;
pub use run::{Ran, RanScript, Run, Setup};
pub use url::SentUrl;
use variables::Kind;
pub use variables::{
    Origin, Place, Resolver, Row, Scope, Scopes, Variable, VariableUse, dynamic_names, tokens,
};
pub use warning::Warning;
pub use world::{Engine, Files, NoFiles, World};
