//! Endpoints: what they refer to, their params as a list, and their example answer.

use super::super::file::{ApiFile, EndpointFile};
use super::super::finding::{At, File, Findings};
use super::super::locate::Part;
use super::super::model::{BodyKind, Endpoint, Place};
use super::super::step::{Step, Trail};
use super::{api::is_address, api::not_an_address, param, path};
use crate::signing::NoncePlace;
use crate::source::toml_file::{either, quoted};

pub(super) fn check(
    file: File,
    endpoints: &EndpointFile,
    api: Option<&ApiFile>,
    findings: &mut Findings,
) {
    let list = Trail::Root.key("endpoint");
    for (index, endpoint) in endpoints.endpoints.iter().enumerate() {
        let at = list.index(index);
        if endpoint.name.trim().is_empty() || endpoint.name.chars().any(char::is_control) {
            let message = format!("found {}, expected the endpoint's name", quoted(&endpoint.name));
            findings.value(file, &at.key("name"), message);
        }
        if !is_address(&endpoint.docs) {
            findings.value(file, &at.key("docs"), not_an_address(&endpoint.docs));
        }
        path::check(file, endpoint, &at, findings);
        params(file, endpoint, &at, findings);
        response(file, endpoint, &at, findings);
        if let Some(api) = api {
            auth(file, endpoint, api, &at, findings);
            errors(file, endpoint, api, &at, findings);
        }
    }
}

fn auth(file: File, endpoint: &Endpoint, api: &ApiFile, at: &Trail<'_>, findings: &mut Findings) {
    let Some(auth) = &endpoint.auth else { return };
    let Some(recipe) = api.signing.get(auth) else {
        let known: Vec<_> = api.signing.keys().collect();
        let message = format!("unknown recipe {}, expected {}", quoted(auth), either(&known));
        return findings.word(file, &at.key("auth"), message, (auth, &known));
    };
    if let Some(NoncePlace::Body(field)) = &recipe.nonce
        && !endpoint.params_in(Place::Body).any(|param| param.name == *field)
    {
        let (recipe, field) = (quoted(auth), quoted(field));
        let message =
            format!("recipe {recipe} sends the nonce in the body, expected a body param {field}");
        findings.value(file, &at.key("auth"), message);
    }
}

fn errors(file: File, endpoint: &Endpoint, api: &ApiFile, at: &Trail<'_>, findings: &mut Findings) {
    let list = at.key("errors");
    for (index, code) in endpoint.errors.iter().enumerate() {
        if !api.errors.contains_key(code) {
            let known: Vec<_> = api.errors.keys().collect();
            let message =
                format!("unknown error {}, expected a key of `[errors]` in api.toml", quoted(code));
            findings.word(file, &list.index(index), message, (code, &known));
        }
    }
}

fn params(file: File, endpoint: &Endpoint, at: &Trail<'_>, findings: &mut Findings) {
    let list = at.key("params");
    for (index, one) in endpoint.params.iter().enumerate() {
        let here = list.index(index);
        let place = endpoint.place(one);
        let same = |other: &&_| -> bool { is_same(endpoint, other, one) };
        if let Some(first) = endpoint.params.iter().take(index).position(|other| same(&other)) {
            let name = |index| param_name(file, &list, index);
            let message = format!("param {} is there twice, expected it once", quoted(&one.name));
            findings.again(name(index), name(first), message);
        }
        if place == Place::Body && endpoint.body == BodyKind::None {
            let message = "a body param, but the endpoint has no body, expected `body = \"form\"` or `\"json\"` there";
            findings.value(file, &here.key("in"), message.to_owned());
        }
        if place == Place::Path && !one.required {
            let message =
                format!("path param {} is optional, expected `required = true`", quoted(&one.name));
            findings.value(file, &here.key("name"), message);
        }
        param::check(file, one, &here, findings);
    }
}

fn is_same(endpoint: &Endpoint, a: &super::super::Param, b: &super::super::Param) -> bool {
    a.name == b.name && endpoint.place(a) == endpoint.place(b)
}

fn param_name(file: File, params: &Trail<'_>, index: usize) -> At {
    let mut steps = params.steps();
    steps.extend([Step::Index(index), Step::Key("name".into())]);
    At { file, steps, part: Part::Value }
}

fn response(file: File, endpoint: &Endpoint, at: &Trail<'_>, findings: &mut Findings) {
    if endpoint.response.content_type.is_none()
        && let Err(error) =
            serde_json::from_str::<serde::de::IgnoredAny>(&endpoint.response.example)
    {
        let message = format!(
            "found an example that is not JSON ({error}), expected JSON or a `content_type`"
        );
        findings.value(file, &at.key("response").key("example"), message);
    }
}
