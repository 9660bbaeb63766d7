//! Collections to compare, and comparing them.

use std::sync::LazyLock;

use countersign::catalog::{Api, Catalog};
use countersign::collection::Collection;
use countersign::compare::Source;
use countersign::compare::coverage::Coverage;
use countersign::compare::diff::{Diff, Party};
use countersign::compare::update::{Options, Update, Verdicts};
use countersign::generate;
use countersign::generate::{ScriptStyle, generate};
use countersign::source::Document;
use serde_json::{Value, json};

pub(super) static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);

pub(super) fn api() -> &'static Api {
    CATALOG.api("kraken-spot").expect("it is built in")
}

/// The generated collection in a style, as text.
pub(super) fn generated_text(script: ScriptStyle) -> String {
    let options = generate::Options { script, ..generate::Options::default() };
    let files = generate(api(), &options).expect("the templates are right");
    files.into_iter().next().expect("the collection comes first").text
}

/// The generated collection.
pub(super) fn generated() -> Value {
    static GENERATED: LazyLock<Value> = LazyLock::new(|| {
        serde_json::from_str(&generated_text(ScriptStyle::Request)).expect("it is JSON")
    });
    GENERATED.clone()
}

/// A collection of these items.
#[expect(clippy::needless_pass_by_value, reason = "the tests write the items in its place")]
pub(super) fn collection(items: Value) -> Value {
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    json!({"info": {"name": "a", "schema": schema}, "item": items})
}

/// A request.
pub(super) fn request(name: &str, method: &str, url: &str) -> Value {
    json!({"name": name, "request": {"method": method, "url": url}})
}

pub(super) fn sources(collections: &[&Value]) -> Vec<Source> {
    let source = |(number, collection): (usize, &&Value)| Source {
        name: format!("{number}.json"),
        collection: Collection::from_json(&collection.to_string()).expect("it is a collection"),
    };
    collections.iter().enumerate().map(source).collect()
}

/// The differences, without running scripts.
pub(super) fn diff(old: &Value, new: &Value) -> Diff {
    let (old, new) = (sources(&[old]), sources(&[new]));
    let party = |sources| Party { sources, is_api: false, status: None };
    Diff::of(party(&old), party(&new))
}

/// The coverage of Kraken Spot, without running scripts.
pub(super) fn coverage(collections: &[&Value]) -> Coverage {
    Coverage::of(api(), &sources(collections), &|_, _| None)
}

/// A text brought up to Kraken Spot, without running scripts.
pub(super) fn updated(text: &str) -> Update {
    let document = Document::read(text.as_bytes()).expect("it is JSON");
    let options = Options { prune: false, verdicts: &|_| Verdicts::new() };
    Update::of(&document, api(), &options).expect("it is a collection")
}

/// The item of this name.
pub(super) fn item<'a>(collection: &'a mut Value, name: &str) -> &'a mut Value {
    find(&mut collection["item"], name).expect("the request is there")
}

fn find<'a>(items: &'a mut Value, name: &str) -> Option<&'a mut Value> {
    items.as_array_mut()?.iter_mut().find_map(|item| match item.get("item") {
        Some(_) => find(&mut item["item"], name),
        None => (item["name"] == name).then_some(item),
    })
}

/// Calls `edit` with each request's item.
pub(super) fn each_item(value: &mut Value, edit: &mut dyn FnMut(&mut Value)) {
    for item in value["item"].as_array_mut().into_iter().flatten() {
        if item.get("item").is_some() {
            each_item(item, edit);
        } else {
            edit(item);
        }
    }
}

/// A file as Postman writes it.
pub(super) fn written(collection: &Value) -> String {
    format!("{collection:#}")
}

/// What an update has made of a file.
pub(super) fn value(update: &Update) -> Value {
    serde_json::from_str(update.text.trim_start_matches('\u{feff}')).expect("it is JSON")
}
