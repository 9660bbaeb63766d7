//! What APIs offer: groups, endpoints, params, errors and signing recipes, read from TOML files.
//!
//! ```
//! use countersign::catalog::Catalog;
//!
//! let catalog = Catalog::embedded();
//! let api = catalog.api("kraken-spot")?;
//! let add_order = api.endpoints().find(|endpoint| endpoint.name == "AddOrder");
//! assert!(add_order.is_some_and(|endpoint| endpoint.moves_money));
//! # Ok::<(), countersign::catalog::CatalogError>(())
//! ```

mod check;
mod embedded;
mod error;
mod file;
mod finding;
mod folder;
mod given;
mod load;
mod locate;
mod model;
mod route;
mod rules;
mod sample;
mod schema;
mod shown;
mod source;
mod step;
mod store;

pub use check::{Reason, Refusal};
pub use error::CatalogError;
pub(crate) use given::{Fields, Given, ParamFault};
pub use model::{
    Api, ApiError, BodyKind, Endpoint, ErrorReplies, Group, Items, Method, Param, ParamType, Place,
    Response,
};
pub use route::{NoRoute, Route};
pub use schema::{api_file_schema, endpoint_file_schema, file_schema};
pub use step::Step;
pub use store::Catalog;

pub use crate::source::toml_file::{Mistake, Mistakes, nearest};
