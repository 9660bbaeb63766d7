//! A collection: folders, the shared script, variables.

use super::ids::id;
use super::request::{event, item};
use super::script::Templates;
use super::{BaseUrl, GenerateError, ScriptStyle, describe};
use crate::catalog::{Api, Endpoint, Group};
use crate::collection::{Collection, Field, Info, Item, ProtocolProfileBehavior, Variable};

/// What exports of format version 2.1 name as their schema.
const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// What a collection holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scope<'a> {
    /// A folder a group.
    Api(&'a Api),
    /// The endpoints of one group.
    Group(&'a Group),
    /// One endpoint.
    Endpoint(&'a Endpoint),
}

impl<'a> Scope<'a> {
    /// The endpoints in it, in order.
    pub(crate) fn endpoints(&self) -> Box<dyn Iterator<Item = &'a Endpoint> + 'a> {
        match *self {
            Self::Api(api) => Box::new(api.endpoints()),
            Self::Group(group) => Box::new(group.endpoints.iter()),
            Self::Endpoint(endpoint) => Box::new(std::iter::once(endpoint)),
        }
    }

    /// A name that no other scope of the api has, for ids.
    fn id_name(&self, api: &Api) -> String {
        match self {
            Self::Api(_) => format!("{}/collection", api.name),
            Self::Group(group) => format!("{}/collection/group/{}", api.name, group.name),
            Self::Endpoint(endpoint) => {
                format!("{}/collection/endpoint/{}", api.name, endpoint.name)
            }
        }
    }

    fn title(&self, api: &Api) -> String {
        match self {
            Self::Api(_) => api.title.clone(),
            Self::Group(group) => format!("{} - {}", api.title, group.title),
            Self::Endpoint(endpoint) => format!("{} - {} Endpoint", api.title, endpoint.name),
        }
    }
}

/// The collection of `scope`.
pub(crate) fn collection(
    api: &Api,
    scope: &Scope<'_>,
    style: ScriptStyle,
    templates: &Templates<'_>,
) -> Result<Collection, GenerateError> {
    let classic = style == ScriptStyle::Classic;
    let name = scope.id_name(api);
    let info = Info {
        postman_id: id(&name).into(),
        name: scope.title(api).into(),
        description: if classic { Field::Absent } else { describe::collection(api).into() },
        schema: SCHEMA.into(),
        ..Info::default()
    };
    let mut collection = Collection {
        info: info.into(),
        item: items(api, scope, style, templates)?.into(),
        ..Collection::default()
    };
    if classic {
        collection.protocol_profile_behavior = ProtocolProfileBehavior::default().into();
    } else {
        collection.variable = vec![base_url(api)].into();
        if style == ScriptStyle::Collection && scope.endpoints().any(|it| it.auth.is_some()) {
            let script = templates.sign(None, true)?;
            collection.event = vec![event("prerequest", script, &name)].into();
        }
    }
    Ok(collection)
}

fn items(
    api: &Api,
    scope: &Scope<'_>,
    style: ScriptStyle,
    templates: &Templates<'_>,
) -> Result<Vec<Item>, GenerateError> {
    let base = match style {
        ScriptStyle::Classic => BaseUrl::literal(&api.base_url),
        ScriptStyle::Request | ScriptStyle::Collection => BaseUrl::variable(),
    };
    let requests = |endpoints: &mut dyn Iterator<Item = &Endpoint>| {
        endpoints.map(|endpoint| item(api, endpoint, (style, &base), templates)).collect()
    };
    let Scope::Api(api) = scope else { return requests(&mut scope.endpoints()) };
    let of_group = |group: &Group| Ok(folder(group, requests(&mut group.endpoints.iter())?));
    api.groups.iter().map(of_group).collect()
}

/// The folder of a group.
pub(crate) fn folder(group: &Group, requests: Vec<Item>) -> Item {
    Item {
        name: group.title.as_str().into(),
        description: describe::group(group).into(),
        item: requests.into(),
        ..Item::default()
    }
}

/// The variable that holds the address of the api.
pub(crate) fn base_url(api: &Api) -> Variable {
    Variable {
        key: "base_url".into(),
        value: api.base_url.as_str().into(),
        r#type: "string".into(),
        ..Variable::default()
    }
}
