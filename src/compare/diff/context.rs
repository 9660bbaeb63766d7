//! What a request takes over from its folders and collection.

use std::collections::BTreeMap;

use serde_json::Value;

use super::body::written;
use super::change::{Change, ChangeKind};
use crate::collection::{Auth, Field, ProtocolProfileBehavior, Script};
use crate::compare::address::Base;
use crate::compare::operation::Operation;
use crate::compare::scripts::on;

/// Whether two requests take over the same, written alike.
pub(super) fn is_same(old: &Operation<'_>, new: &Operation<'_>) -> bool {
    let folders = || old.folders.iter().zip(&new.folders);
    old.address.base == new.address.base
        && has_same_settings(old, new)
        && old.collection.event == new.collection.event
        && folders().all(|(one, other)| one.event == other.event)
}

/// Whether authorization and settings are written alike on the collection and all folders.
fn has_same_settings(old: &Operation<'_>, new: &Operation<'_>) -> bool {
    let (one, other) = (old.collection, new.collection);
    let mut folders = old.folders.iter().zip(&new.folders);
    one.auth == other.auth
        && one.protocol_profile_behavior == other.protocol_profile_behavior
        && old.folders.len() == new.folders.len()
        && folders.all(|(one, other)| {
            one.auth == other.auth
                && one.protocol_profile_behavior == other.protocol_profile_behavior
        })
}

/// Differences in host, authorization and settings.
pub(super) fn changes(old: &Operation<'_>, new: &Operation<'_>, out: &mut Vec<Change>) {
    if let (Base::Known(before), Base::Known(after)) = (&old.address.base, &new.address.base)
        && before != after
    {
        let show = |base: &str| Some(without_user(base));
        out.push(Change::new(ChangeKind::Host, "", show(before), show(after)));
    }
    let (one, other) = (old.item, new.item);
    let is_alike = one.request == other.request
        && one.protocol_profile_behavior == other.protocol_profile_behavior
        && has_same_settings(old, new);
    if is_alike {
        return;
    }
    authorization(old, new, out);
    let (olds, news) = (settings(old), settings(new));
    let mut names: Vec<_> = olds.keys().chain(news.keys()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names.into_iter().filter(|name| olds.get(*name) != news.get(*name)) {
        out.push(Change::new(ChangeKind::Setting, name, None, None));
    }
}

/// A base URL without the name and password in it.
fn without_user(base: &str) -> String {
    let Some((scheme, authority)) = base.split_once("://") else { return base.to_owned() };
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    format!("{scheme}://{host}")
}

fn authorization(old: &Operation<'_>, new: &Operation<'_>, out: &mut Vec<Change>) {
    let ((before, olds), (after, news)) = (auth(old), auth(new));
    if before != after {
        out.push(Change::new(ChangeKind::Auth, "", Some(before), Some(after)));
        return;
    }
    let names: Vec<_> =
        olds.keys().chain(news.keys().filter(|it| !olds.contains_key(*it))).collect();
    for name in names.into_iter().filter(|name| olds.get(*name) != news.get(*name)) {
        out.push(Change::new(ChangeKind::Auth, name, None, None));
    }
}

/// The type of the authorization in force, `none` if there is none, and its attributes.
fn auth(operation: &Operation<'_>) -> (String, BTreeMap<String, String>) {
    let own = operation.request().and_then(|request| request.auth.get());
    let of_folders = || operation.folders.iter().rev().find_map(|folder| folder.auth.get());
    let auth = own.or_else(of_folders).or_else(|| operation.collection.auth.get());
    let kind = auth.and_then(|auth| auth.r#type.text()).filter(|kind| *kind != "noauth");
    match auth.zip(kind) {
        Some((auth, kind)) => (kind.to_owned(), attributes(auth, kind)),
        None => ("none".to_owned(), BTreeMap::new()),
    }
}

fn attributes(auth: &Auth, kind: &str) -> BTreeMap<String, String> {
    let whole = serde_json::to_value(auth).unwrap_or_default();
    let list = whole.get(kind).and_then(Value::as_array).cloned().unwrap_or_default();
    let attribute = |entry: Value| {
        let value = entry.get("value").map(Value::to_string).unwrap_or_default();
        Some((entry.get("key")?.as_str()?.to_owned(), value))
    };
    list.into_iter().filter_map(attribute).collect()
}

/// How the request is sent: behaviours by name, the nearest in force, and proxy and certificate.
fn settings(operation: &Operation<'_>) -> BTreeMap<String, String> {
    let mut settings = BTreeMap::new();
    let mut take = |behaviour: &Field<Box<ProtocolProfileBehavior>>| {
        let whole = behaviour.get().and_then(|it| serde_json::to_value(it).ok());
        if let Some(Value::Object(map)) = whole {
            settings.extend(map.into_iter().map(|(name, value)| (name, value.to_string())));
        }
    };
    take(&operation.collection.protocol_profile_behavior);
    operation.folders.iter().for_each(|folder| take(&folder.protocol_profile_behavior));
    take(&operation.item.protocol_profile_behavior);
    if let Some(request) = operation.request() {
        let proxy = request.proxy.get().map(|proxy| written(&**proxy));
        settings.extend(proxy.map(|text| ("proxy".to_owned(), text)));
        let certificate = request.certificate.get().map(|certificate| written(&**certificate));
        settings.extend(certificate.map(|text| ("certificate".to_owned(), text)));
    }
    settings
}

/// The scripts that run at a moment, outermost first.
pub(super) fn scripts<'a>(operation: &Operation<'a>, listen: &str) -> Vec<&'a Script> {
    let lists = std::iter::once(&operation.collection.event);
    let lists = lists.chain(operation.folders.iter().map(|folder| &folder.event));
    let all = lists.chain([&operation.item.event]).flat_map(on);
    all.filter(|(at, _)| *at == listen).map(|(_, script)| script).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_shown_without_its_password() {
        assert_eq!(without_user("https://me:secret@h:1"), "https://h:1");
        assert_eq!(without_user("https://h"), "https://h");
    }
}
