//! How much of an api is covered, and what is said of the rest.

use countersign::compare::coverage::{Coverage, Why};
use countersign::countersign::Status;
use serde_json::{Value, json};

use super::support::{api, collection, coverage, generated, item, request, sources};

#[test]
fn a_generated_collection_covers_everything() {
    let found = Coverage::of(api(), &sources(&[&generated()]), &|_, _| Some(Status::Verified));
    let total = found.total;
    assert_eq!((total.endpoints.covered, total.endpoints.total), (79, 79));
    assert_eq!((total.params.covered, total.params.total), (405, 405));
    assert_eq!((total.signatures.covered, total.signatures.total), (66, 66));
    assert!(found.missing.is_empty() && found.missing_params.is_empty());
    assert!(found.unproved.is_empty() && found.extra.is_empty());
    assert_eq!(found.groups.iter().map(|it| it.shares.endpoints.total).sum::<usize>(), 79);
}

#[test]
fn an_empty_collection_covers_nothing() {
    let found = coverage(&[&collection(json!([]))]);
    assert_eq!(found.total.endpoints.covered + found.total.params.covered, 0);
    assert_eq!(found.total.signatures.covered, 0);
    assert_eq!(found.missing.len(), 79);
    assert_eq!(found.total.params.total, 405);
}

#[test]
fn several_files_count_together() {
    let all = generated();
    let part = |range: std::ops::Range<usize>| {
        let mut part = all.clone();
        part["item"] = all["item"].as_array().expect("folders")[range].to_vec().into();
        part
    };
    let (one, other) = (part(0..3), part(3..9));
    assert!(coverage(&[&one]).total.endpoints.covered < 79);
    let both = coverage(&[&one, &other, &one]);
    assert_eq!((both.total.endpoints.covered, both.files.len()), (79, 3));
}

#[test]
fn params_count_on_or_off_in_the_place_where_they_travel() {
    let mut edited = generated();
    let remove = |item: &mut Value, list: &str, key: &str| {
        let rows = item.pointer_mut(list).and_then(Value::as_array_mut).expect("rows");
        rows.retain(|row| row["key"] != key);
    };
    remove(item(&mut edited, "AddOrder"), "/request/body/urlencoded", "userref");
    remove(item(&mut edited, "Ticker"), "/request/url/query", "pair");
    let query = item(&mut edited, "Ticker");
    query["request"]["header"] = json!([{"key": "pair", "value": "x"}]);
    let found = coverage(&[&edited]);
    assert_eq!((found.total.params.covered, found.total.params.total), (403, 405));
    let missing = found.missing_params.iter();
    let missing: Vec<_> = missing.map(|it| (it.endpoint.name.as_str(), &it.params[..])).collect();
    assert_eq!(
        missing,
        [("Ticker", &["pair".to_owned()][..]), ("AddOrder", &["userref".to_owned()])]
    );
}

#[test]
fn a_signature_counts_if_every_request_of_the_endpoint_is_proved() {
    let mut twice = generated();
    let again = item(&mut twice, "Balance").clone();
    twice["item"].as_array_mut().expect("folders").push(again);
    let status = |_: usize, pointer: &str| match pointer {
        "/item/9" => Some(Status::Mismatched),
        "/item/1/item/1" => Some(Status::Unsigned),
        "/item/1/item/2" => None,
        _ => Some(Status::Verified),
    };
    let found = Coverage::of(api(), &sources(&[&twice]), &status);
    assert_eq!(found.total.signatures.covered, 63);
    let unproved = found.unproved.iter();
    let unproved: Vec<_> = unproved.map(|it| (it.endpoint.name.as_str(), it.why)).collect();
    let expected = [
        ("Balance", Why::Mismatched),
        ("BalanceEx", Why::Unsigned),
        ("CreditLines", Why::NotChecked),
    ];
    assert_eq!(unproved, expected);
}

#[test]
fn an_extra_request_is_told_what_it_may_have_meant() {
    let nearest = |method: &str, path: &str| {
        let url = format!("https://api.kraken.com{path}");
        let found = coverage(&[&collection(json!([request("a", method, &url)]))]);
        let nearest = found.extra[0].nearest.as_ref();
        nearest.map(|it| format!("{} {}", it.method, it.path))
    };
    let is = |path: &str| Some(path.to_owned());
    assert_eq!(nearest("POST", "/0/private/BalanceX"), is("POST /0/private/BalanceEx"));
    assert_eq!(nearest("POST", "/0/public/Time"), is("GET /0/public/Time"));
    assert_eq!(nearest("POST", "/1/private/Balance"), is("POST /0/private/Balance"));
    assert_eq!(nearest("DELETE", "/funding/v1/adresses"), is("GET /funding/v1/addresses"));
    assert_eq!(nearest("GET", "/something/else"), None);
    assert_eq!(nearest("GET", ""), None);
}
