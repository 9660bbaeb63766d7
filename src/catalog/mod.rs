//! What APIs offer: groups, endpoints, params, errors and signing recipes, read from TOML files.

mod model;

pub use model::{
    Api, ApiError, BodyKind, Endpoint, Group, Items, Method, Param, ParamType, Place, Response,
};
