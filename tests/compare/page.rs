//! The page that `coverage --format html` writes, in a browser.

use std::fs;

use countersign::report::coverage::write_html;
use serde_json::{Value, json};

use super::support::{coverage, generated, item, request};
use crate::support::program::Finish as _;
use crate::support::referees;

/// A name that tries to be markup.
const NASTY: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>";

/// What a browser shows of the coverage of a collection that lacks this and that.
fn seen() -> Value {
    let mut edited = generated();
    let folders = edited["item"].as_array_mut().expect("folders");
    folders.truncate(3);
    folders[0]["item"].as_array_mut().expect("requests").truncate(3);
    folders.push(request(NASTY, "POST", "https://api.kraken.com/0/private/BalanceX"));
    let orders = item(&mut edited, "OpenOrders");
    orders["request"]["body"]["urlencoded"].as_array_mut().expect("rows").truncate(2);
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("page.html");
    let mut file = fs::File::create(&path).expect("there is room");
    write_html(&coverage(&[&edited]), &mut file).expect("it can be written");
    let seen = referees::page_script("still-page.mjs").arg(&path).finished().succeeded();
    serde_json::from_str(&seen.stdout).expect("it prints JSON")
}

#[test]
fn a_browser_shows_it_without_complaint_in_both_themes_and_on_a_phone() {
    let seen = seen();
    assert_eq!(seen["complaints"], json!([]));
    assert_eq!(seen["faults"], json!({"light": [], "dark": []}));
    assert_ne!(seen["backgrounds"]["light"], seen["backgrounds"]["dark"]);
    assert_eq!(seen["fitsPhone"], true);
    assert_eq!(seen["heading"], "Coverage of kraken-spot");
    let rows = seen["rows"].as_array().expect("a list");
    assert_eq!(rows.len(), 9);
    assert_eq!(rows[0], "Market Data 3 of 12 0 of 36 0 of 1");
    let items = seen["items"].as_array().expect("a list").iter().filter_map(Value::as_str);
    let extra: Vec<_> = items.filter(|item| item.starts_with(NASTY)).collect();
    assert_eq!(extra.len(), 1);
    assert!(extra[0].contains("did you mean POST /0/private/BalanceEx?"), "{extra:?}");
}
