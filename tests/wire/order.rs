//! Which items run, and in which order, however odd the list of items is.

use countersign::runtime::{PlannedRequest, plan};
use serde_json::json;

use crate::wire::recorder::record;

#[test]
fn newman_runs_the_items_that_we_plan() {
    let request = |name: &str| json!({"name": name, "request": "http://h/"});
    let collection = json!({
        "info": {"name": "odd"},
        "item": [
            request("first"),
            null,
            "a text",
            5,
            {"name": "folder and request", "request": "http://h/", "item": [request("inside"), {"name": "no request"}]},
            {"name": "empty folder", "item": []},
            {"name": "item null", "item": null, "request": "http://h/"},
            {"name": "item is an object", "item": request("single")},
            {"name": "deep", "item": [{"name": "deeper", "item": [request("deepest")]}]},
            request("last"),
        ],
    });
    let recorded = record(&[json!({"collection": collection})]).remove(0);
    let planned = plan(&collection);
    let planned: Vec<&str> = planned.iter().map(PlannedRequest::name).collect();
    let run: Vec<&str> = recorded.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(planned, run);
}
