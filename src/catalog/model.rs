//! What an API offers, as Rust types.

use std::fmt;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::signing::Recipes;

/// One API: everything that `api.toml` and `endpoints/*.toml` say.
#[derive(Debug, Clone, PartialEq)]
pub struct Api {
    /// Short name, as on the command line: `kraken-spot`.
    pub name: String,
    /// What collections of this API are called: `Kraken REST API`.
    pub title: String,
    /// Production address without a trailing slash: `https://api.kraken.com`.
    pub base_url: String,
    /// What the API is, in a sentence or two.
    pub summary: String,
    /// The front page of its documentation.
    pub docs: String,
    /// The month that the facts were last compared with the documentation: `2026-11`.
    pub as_of: String,
    /// Signing recipes by name.
    pub recipes: Recipes,
    /// The errors that the API is known to answer with.
    pub errors: Vec<ApiError>,
    /// Params that every endpoint of a recipe takes besides its own, by the recipe's name.
    pub shared_params: IndexMap<String, Vec<Param>>,
    /// Templates of the scripts in generated collections, by file name: `sign.js`.
    pub scripts: IndexMap<String, String>,
    /// Groups in the order of the documentation.
    pub groups: Vec<Group>,
}

/// A group of endpoints: a folder of the generated collection.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The name that endpoint files and `--group` use: `Funding`.
    pub name: String,
    /// The name of the folder: `Funding (Legacy)`.
    pub title: String,
    /// What the endpoints of the group do.
    pub summary: String,
    /// How they say that something went wrong.
    pub error_replies: ErrorReplies,
    /// Endpoints in the order of the documentation.
    pub endpoints: Vec<Endpoint>,
}

/// How the endpoints of a group say that something went wrong.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ErrorReplies {
    /// With HTTP status 200 and `{"error": ["…"]}`; when all is well, the list is empty and there is
    /// a `result`.
    #[default]
    Envelope,
    /// With an HTTP status of 4xx or 5xx and an object; when all is well, the reply is a plain object.
    Status,
    /// With HTTP status 200 and `{"result": "error", "error": "…"}`.
    Result,
}

/// An error that the API can answer with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The text as sent: `EAPI:Invalid nonce`.
    pub code: String,
    /// What it means, in plain words.
    pub meaning: String,
}

/// One endpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// The API's own name, unique in the catalogue: `AddOrder`, `Earn/Allocate`.
    pub name: String,
    /// The name in the documentation's sidebar: `Add Order`.
    pub title: String,
    /// HTTP method, upper case.
    pub method: Method,
    /// Path with `{name}` for path params: `/funding/v1/addresses/{id}`.
    pub path: String,
    /// The recipe that signs it, from `api.toml`; absent means public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<String>,
    /// How the body params travel.
    #[serde(default, skip_serializing_if = "BodyKind::is_none")]
    pub body: BodyKind,
    /// The permissions that the API key needs, as the documentation words them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission: Option<String>,
    /// What it does, in a sentence.
    pub summary: String,
    /// What is worth knowing besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// The page that documents it.
    pub docs: String,
    /// Whether the documentation advises against it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deprecated: bool,
    /// Whether a call can place or cancel orders, or move funds.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moves_money: bool,
    /// Its params, in the documentation's order; the nonce is one of them where it travels in the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub params: Vec<Param>,
    /// What it answers when all is well.
    pub response: Response,
    /// Codes of errors that are typical of it; see [`Api::errors`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<String>,
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// GET
    Get,
    /// POST
    Post,
    /// PUT
    Put,
    /// PATCH
    Patch,
    /// DELETE
    Delete,
}

/// How the body params of an endpoint travel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum BodyKind {
    /// No body.
    #[default]
    None,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `application/json`.
    Json,
}

/// A param of an endpoint, or a property of an object param.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of the file, independent of the others"
)]
#[serde(deny_unknown_fields)]
pub struct Param {
    /// The key as sent: `close[ordertype]`.
    pub name: String,
    /// Where it travels; the body when absent and the endpoint has one, else the query.
    #[serde(rename = "in", default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Its JSON type.
    #[serde(rename = "type")]
    pub kind: ParamType,
    /// Further JSON types that the API takes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_accepts: Vec<ParamType>,
    /// Whether the API refuses a request without it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// What the text looks like: `decimal-string`, `csv-of-pair`, `rfc3339`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The values it can have.
    #[serde(rename = "enum", default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
    /// What the API assumes when it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// A realistic value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Value>,
    /// Whether a generated request sends it although the API does not require it: a limit order
    /// needs no price by the documentation's word, but would be refused without one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub enabled: bool,
    /// Smallest number, or fewest entries of an array.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Largest number, or most entries of an array.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// Fewest characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// Most characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// Whether JSON `null` is a value.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nullable: bool,
    /// Whether the documentation advises against it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deprecated: bool,
    /// What an array holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Items>,
    /// What an object holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<Param>,
    /// What it means, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What is worth knowing besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// The sources that know it, where the sources disagree; empty when all do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_in: Vec<String>,
}

/// What an array param holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Items {
    /// JSON type of an entry.
    #[serde(rename = "type")]
    pub kind: ParamType,
    /// Further JSON types that the API takes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_accepts: Vec<ParamType>,
    /// What the text of an entry looks like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The values an entry can have.
    #[serde(rename = "enum", default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
    /// What an entry that is an object holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<Param>,
}

/// Where a param travels.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// In the path, at `{name}`.
    Path,
    /// In the query.
    Query,
    /// In the body.
    Body,
    /// In a header of the param's name.
    Header,
}

/// A JSON type, as the documentation words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ParamType {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Named values; see [`Param::properties`].
    Object,
    /// Several values; see [`Param::items`].
    Array,
}

/// What an endpoint answers when all is well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// Its media type, when it is not `application/json`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// An example of the body, as text; the documentation's or one in its form. White space at its
    /// end is not part of it.
    #[serde(deserialize_with = "without_trailing_space")]
    pub example: String,
}

fn without_trailing_space<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut text = String::deserialize(deserializer)?;
    text.truncate(text.trim_end().len());
    Ok(text)
}

impl Method {
    /// The method as it is sent: `GET`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl BodyKind {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    fn is_none(&self) -> bool {
        *self == Self::None
    }
}

impl ParamType {
    /// The type in a sentence: `an integer`.
    pub fn article(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Boolean => "a boolean",
            Self::Object => "an object",
            Self::Array => "an array",
        }
    }
}

impl Endpoint {
    /// Where `param` travels.
    pub fn place(&self, param: &Param) -> Place {
        param.place.unwrap_or(match self.body {
            BodyKind::None => Place::Query,
            BodyKind::Form | BodyKind::Json => Place::Body,
        })
    }

    /// The params that travel in `place`, in order.
    pub fn params_in(&self, place: Place) -> impl Iterator<Item = &Param> {
        self.params.iter().filter(move |param| self.place(param) == place)
    }
}

impl Api {
    /// All endpoints, in the documentation's order.
    pub fn endpoints(&self) -> impl Iterator<Item = &Endpoint> {
        self.groups.iter().flat_map(|group| &group.endpoints)
    }

    /// The host of the production address, with its port if it has one.
    pub fn host(&self) -> &str {
        let (_, rest) = self.base_url.split_once("://").unwrap_or(("", &self.base_url));
        rest.split('/').next().unwrap_or(rest)
    }

    /// How `endpoint` says that something went wrong.
    pub fn error_replies(&self, endpoint: &Endpoint) -> ErrorReplies {
        let has_it = |group: &&Group| group.endpoints.iter().any(|it| it.name == endpoint.name);
        self.groups.iter().find(has_it).map(|group| group.error_replies).unwrap_or_default()
    }
}
