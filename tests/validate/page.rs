//! The page that `validate --format html` writes, in a browser and as text.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::program::{Finish as _, countersign};
use crate::support::{fixture, referees};

const WRONG: &str = "unencoded.postman_collection.json";

fn write(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).expect("there is room");
    path
}

fn page(folder: &Path, args: &[&str]) -> String {
    countersign()
        .arg("validate")
        .args(args)
        .args(["--format", "html"])
        .current_dir(folder)
        .finished()
        .stdout
}

fn page_of(collection: &Value) -> String {
    let folder = tempfile::tempdir().expect("there is room");
    write(&folder, "c.json", &collection.to_string());
    page(folder.path(), &["c.json"])
}

/// What a browser shows of a page while it is used; `word` is searched for.
fn seen(page: &Path, word: &str) -> Value {
    let seen = referees::page_script("page.mjs").arg(page).arg(word).finished().succeeded();
    serde_json::from_str(&seen.stdout).expect("it prints JSON")
}

/// A wrong order, the generated collection, and one whose texts try to be markup.
fn report() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("there is room");
    write(&folder, "wrong.json", &fixture(WRONG));
    write(&folder, "hostile.json", &hostile().to_string());
    let whole = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("collections/kraken-spot.postman_collection.json");
    let whole = whole.to_str().expect("the path is Unicode");
    let text = page(folder.path(), &["wrong.json", "hostile.json", whole]);
    let page = write(&folder, "report.html", &text);
    (folder, page)
}

/// Every text of a collection that reports show, as markup that would run.
const MARKUP: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>]]>--></title></pre>";

fn hostile() -> Value {
    json!({
        "info": {
            "name": MARKUP,
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
            "version": 5,
        },
        "item": [{
            "name": MARKUP,
            "item": [{
                "name": format!("\"' onload='alert(3)' {MARKUP}\u{202e}"),
                "request": {
                    "method": "POST",
                    "header": [{ "key": "x", "value": MARKUP }, { "key": "y", "value": 1 }],
                    "url": format!("https://example.com/{MARKUP}"),
                    "body": { "mode": "raw", "raw": MARKUP },
                },
                "event": [{ "listen": "prerequest", "script": { "exec": [MARKUP] } }],
            }],
        }],
    })
}

#[test]
fn a_browser_shows_searches_and_opens_requests() {
    let (_folder, page) = report();
    let seen = seen(&page, "tradebalance");
    assert_eq!(seen["complaints"], json!([]));
    assert!(seen["heading"].as_str().is_some_and(|it| it.starts_with("Fails, with ")), "{seen}");
    assert_eq!(seen["rows"].as_array().map(Vec::len), Some(82));
    assert_eq!(seen["searched"], json!(["Account Data / TradeBalance"]));
    assert_eq!(seen["counted"], "1 of 82");
    assert_eq!(seen["nothing"], true);
    assert_eq!(seen["mismatched"], json!(["AddOrder"]));
    assert_eq!(seen["clean"].as_array().map(Vec::len), Some(79));
    assert_eq!(seen["focused"], "AddOrder");
    assert_eq!(seen["opened"], json!(["AddOrder"]));
    assert_eq!(seen["marks"], json!(["/", "%2F"]));
    let sent = seen["sent"].as_str().expect("a text");
    assert!(sent.starts_with("POST https://api.kraken.com/0/private/AddOrder\n"), "{sent}");
    assert!(
        sent.trim_end().ends_with(
            "\n\nnonce=1767225600000000&pair=XBT%2FUSD&type=buy&ordertype=market&volume=1"
        ),
        "{sent}"
    );
    assert!(seen["place"].as_str().is_some_and(|it| it.starts_with("\"var sign = ")), "{seen}");
    assert_eq!(seen["rule"], json!(["signature-mismatch"]));
    assert_eq!(seen["isRuleShown"], true);
    let rows = seen["rows"].as_array().expect("a list");
    assert_eq!(Some(&seen["clicked"]), rows.last());
}

#[test]
fn the_page_is_accessible_in_both_themes_and_fits_a_phone() {
    let (_folder, page) = report();
    let seen = seen(&page, "x");
    assert_eq!(seen["faults"], json!({ "light": [], "dark": [] }));
    assert_eq!([&seen["isDark"], &seen["staysDark"], &seen["fitsPhone"]], [true, true, true]);
}

#[test]
fn texts_of_a_collection_are_no_markup() {
    let page = page_of(&hostile());
    assert!(page.contains("&lt;script&gt;alert(1)"), "the texts are there");
    assert_eq!(page.matches("<script").count(), 1, "the page's own");
    assert!(!page.contains("<img") && !page.contains("onload='") && !page.contains('\u{202e}'));
}

#[test]
fn the_page_asks_for_nothing_else() {
    let folder = tempfile::tempdir().expect("there is room");
    write(&folder, "wrong.json", &fixture(WRONG));
    let page = page(folder.path(), &["wrong.json"]);
    assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"), "{page}");
    for outside in ["src=", "@import", "url(", "<link", "style=\"", "onclick"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn the_same_files_give_the_same_page() {
    assert_eq!(page_of(&hostile()), page_of(&hostile()));
}

#[test]
fn no_credential_of_a_users_own_is_on_the_page() {
    let folder = tempfile::tempdir().expect("there is room");
    write(&folder, "wrong.json", &fixture(WRONG));
    let environment = json!({ "name": "e", "values": [
        { "key": "api_key", "value": "MyOwnApiKey0123456789", "enabled": true },
        { "key": "api_secret", "value": "TXlPd25TZWNyZXQwMTIzNDU2Nzg5", "enabled": true },
    ] });
    write(&folder, "e.json", &environment.to_string());
    let page = page(folder.path(), &["wrong.json", "--environment", "e.json"]);
    assert!(page.contains("AddOrder"));
    assert!(!page.contains("MyOwnApiKey") && !page.contains("TXlPd25TZWNyZXQ"), "{page}");
}

#[test]
fn a_thousand_requests_stay_a_page_that_can_be_sent_around() {
    let request = |number: usize| {
        json!({ "name": format!("request {number}"), "request": {
            "method": "GET", "header": [], "url": format!("https://api.kraken.com/0/public/Ticker?pair={number}"),
        } })
    };
    let items: Vec<_> = (0..1000).map(request).collect();
    let page = page_of(&json!({
        "info": { "name": "many", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
        "item": items,
    }));
    assert_eq!(page.matches("<tbody class=\"request\" id=").count(), 1000);
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
}
