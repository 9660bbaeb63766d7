//! Finding requests and folders.

use countersign::collection::{Collection, Place};
use serde_json::json;

fn collection() -> Collection {
    let item = json!([
        { "name": "a", "request": "https://example.com" },
        null,
        { "name": "f", "item": [
            { "name": "b", "request": {} },
            { "name": "g", "item": [{ "name": "c", "request": {} }] },
            { "name": "empty", "item": [] },
            { "request": {} }
        ] },
        { "name": "both", "request": {}, "item": [{ "name": "d", "request": {} }] },
        { "name": "null item", "request": {}, "item": null },
        { "name": "neither" }
    ]);
    Collection::from_json(&json!({ "info": {}, "item": item }).to_string()).expect("a collection")
}

fn summary(place: &Place<'_>) -> String {
    format!("{} {} [{}]", place.pointer, place.name(), place.path().join("/"))
}

#[test]
fn requests_come_in_run_order_with_pointer_and_folders() {
    let collection = collection();
    let found: Vec<_> = collection.requests().map(|place| summary(&place)).collect();
    assert_eq!(
        found,
        [
            "/item/0 a []",
            "/item/2/item/0 b [f]",
            "/item/2/item/1/item/0 c [f/g]",
            "/item/2/item/3  [f]",
            "/item/3/item/0 d [both]",
            "/item/4 null item []",
            "/item/5 neither []",
        ]
    );
}

#[test]
fn folders_come_before_what_they_hold() {
    let collection = collection();
    let found: Vec<_> = collection.folders().map(|place| summary(&place)).collect();
    assert_eq!(
        found,
        ["/item/2 f []", "/item/2/item/1 g [f]", "/item/2/item/2 empty [f]", "/item/3 both []"]
    );
}

#[test]
fn the_pointer_leads_to_the_item() {
    let collection = collection();
    let document = serde_json::to_value(&collection).expect("a value");
    for place in collection.places() {
        let found = document.pointer(&place.pointer).expect("something there");
        assert_eq!(*found, serde_json::to_value(place.item).expect("a value"));
    }
}

#[test]
fn a_collection_without_items_has_no_places() {
    for text in ["{}", r#"{"item": null}"#, r#"{"item": {"a": 1}}"#, r#"{"item": []}"#] {
        assert_eq!(Collection::from_json(text).expect("an object").places().count(), 0, "{text}");
    }
}
