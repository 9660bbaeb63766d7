#![doc = include_str!("unknown_param.md")]

use super::{Context, Findings, Rule};
use crate::catalog::{Endpoint, Fields, Param, ParamFault, ParamType, Place, nearest};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::text::host::is_open;
use crate::text::shown::shown;
use crate::validate::api_request::{ApiRequest, Spot};
use crate::validate::slip::is_slip;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("unknown-param"),
    severity: Severity::Warning,
    summary: "a field that the endpoint does not have, and so ignores",
    page: include_str!("unknown_param.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for request in context.api_requests() {
        let Some(endpoint) = request.endpoint() else { continue };
        let params: Vec<_> = request.api.params_of(endpoint).collect();
        for (place, name) in fields(request) {
            let is_known = params.iter().any(|param| is_for(param, name));
            if !is_known && !request.is_of_recipe(name) && !is_open(name) {
                let field = Field { request, endpoint, place, name };
                field.report(context, &params, findings);
            }
        }
        report_properties(context, request, findings);
    }
}

/// The names of the fields that are sent, each once.
fn fields<'r>(request: &'r ApiRequest<'_>) -> Vec<(Place, &'r str)> {
    let names = |fields: &'r [(String, String)], place: Place| {
        fields.iter().map(move |(name, _)| (place, name.as_str()))
    };
    let mut found: Vec<_> = names(&request.query, Place::Query).collect();
    match &request.body {
        Some(Fields::Form(fields)) => found.extend(names(fields, Place::Body)),
        Some(Fields::Json(members)) => {
            found.extend(members.keys().map(|name| (Place::Body, name.as_str())));
        }
        _ => {}
    }
    let mut seen = Vec::new();
    found.retain(|field| {
        let is_new = !seen.contains(field);
        seen.push(*field);
        is_new
    });
    found
}

/// Whether a field carries a param, or a part of one: `orders[0][price]`.
fn is_for(param: &Param, name: &str) -> bool {
    let has_parts = matches!(param.kind, ParamType::Array | ParamType::Object);
    let part = name.strip_prefix(param.name.as_str());
    param.is_named(name) || has_parts && part.is_some_and(|part| part.starts_with('['))
}

/// A field that no param has for a name.
struct Field<'r, 'a> {
    request: &'r ApiRequest<'a>,
    endpoint: &'a Endpoint,
    place: Place,
    name: &'r str,
}

impl Field<'_, '_> {
    fn report(&self, context: &Context<'_>, params: &[&Param], findings: &mut Findings<'_>) {
        let is_it = |name: &str| name == self.name;
        let spot = match self.place {
            Place::Query => self.request.query_spot(&is_it),
            _ => self.request.body_spot(&is_it),
        };
        let place = match &spot {
            Some(spot) => spot.name(context.file),
            None => context.name_of(self.request.trial),
        };
        let message = format!(
            "`{}` has no param `{}`, so it ignores the field",
            self.endpoint.path,
            shown(self.name)
        );
        let finding = findings.add(place, message);
        if let Some(meant) = self.meant(params) {
            finding.severity = Severity::Error;
            finding.help = Some(format!("did you mean `{meant}`?"));
            finding.fix = spot.and_then(|spot| self.fix(&spot, meant));
        } else {
            let docs = &self.endpoint.docs;
            finding.help = Some(format!("take it out; the params are at {docs}"));
        }
    }

    /// The param that the field is probably meant for; none that is sent already.
    fn meant<'p>(&self, params: &[&'p Param]) -> Option<&'p str> {
        let sent = fields(self.request);
        let is_free = |param: &&&Param| sent.iter().all(|(_, name)| !param.is_named(name));
        let names: Vec<_> =
            params.iter().filter(is_free).map(|param| param.name.as_str()).collect();
        let meant = nearest(self.name, &names)?;
        names.iter().copied().find(|name| *name == meant)
    }

    /// The field under the param's name.
    fn fix(&self, spot: &Spot, meant: &str) -> Option<Fix> {
        let is_certain = is_slip(self.name, meant) && self.request.may_be_edited();
        let row = spot.row().filter(|_| is_certain)?;
        let title = format!("rename `{}` to `{meant}`", shown(self.name));
        Some(Fix { title, edits: vec![Edit::Replace(row.join("key"), meant.into())] })
    }
}

/// Reports what an object in a JSON body has beyond its documented properties.
fn report_properties(context: &Context<'_>, request: &ApiRequest<'_>, findings: &mut Findings<'_>) {
    for wrong in request.wrong_params() {
        let ParamFault::UnknownProperty(refusal) = &wrong.fault else { continue };
        let place = match request.spot(wrong.param, wrong.place) {
            Some(spot) => spot.value(context.file),
            None => context.name_of(request.trial),
        };
        findings.add(place, format!("in the param `{}`: {refusal}", wrong.param.name));
    }
}
