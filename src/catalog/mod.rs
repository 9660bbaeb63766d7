//! What APIs offer: groups, endpoints, params, errors and signing recipes, read from TOML files.

mod embedded;
mod file;
mod model;
mod store;

pub use model::{
    Api, ApiError, BodyKind, Endpoint, Group, Items, Method, Param, ParamType, Place, Response,
};
pub use store::{Catalog, CatalogError};
