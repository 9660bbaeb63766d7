//! Variables: their scopes, their values as text, and the `{{name}}` grammar.

pub(crate) mod dynamic;
mod kind;
mod resolver;
mod row;
mod scope;
mod scopes;

pub use dynamic::names as dynamic_names;
pub(crate) use kind::Kind;
pub(crate) use resolver::token_ranges;
pub use resolver::{Origin, Place, Resolver, VariableUse, tokens};
pub use row::Row;
pub use scope::{Scope, Variable};
pub use scopes::Scopes;
