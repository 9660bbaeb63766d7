//! The mock exchange over real sockets.

pub(crate) mod client;
mod examples;
mod refusals;
mod robustness;

use serde_json::json;

use client::{FORM, JSON, KEY, mock, signature};

/// Source: docs.kraken.com, Spot REST authentication guide.
#[test]
fn accepts_the_published_example() {
    let mock = mock();
    let body = b"nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";
    let sign =
        "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==";
    let headers = [("API-Key", KEY), ("API-Sign", sign), ("Content-Type", FORM)];
    let reply = mock.send("POST", "/0/private/AddOrder", &headers, body);
    assert_eq!((reply.status, reply.error()), (200, String::new()));
    assert!(reply.json()["result"]["txid"].is_array(), "{}", reply.body);
    let event = &mock.events()[0];
    assert_eq!((event.method.as_str(), event.path.as_str()), ("POST", "/0/private/AddOrder"));
    assert_eq!((event.status, &event.refused), (200, &None));
}

#[test]
fn answers_public_endpoints_with_the_documented_example() {
    let reply = mock().get("/0/public/Time");
    assert_eq!(reply.status, 200);
    assert!(reply.head.contains("content-type: application/json"), "{}", reply.head);
    assert!(reply.json()["result"]["unixtime"].is_number(), "{}", reply.body);
}

#[test]
fn accepts_json_bodies_with_text_and_number_nonces() {
    let mock = mock();
    let number = r#"{ "nonce": 1616492376594123456, "asset": "ZUSD" }"#;
    let reply = mock.private("/0/private/TradeBalance", "1616492376594123456", JSON, number);
    assert_eq!(reply.error(), "");
    let text = r#"{"nonce":"1616492376594123457"}"#;
    let json_in_utf8 = "application/json; charset=utf-8";
    let reply = mock.private("/0/private/TradeBalance", "1616492376594123457", json_in_utf8, text);
    assert_eq!(reply.error(), "");
}

#[test]
fn checks_the_query_as_part_of_the_signed_uri() {
    let mock = mock();
    let target = "/0/private/Balance?account_id=WX6V-JUKW-KKPB-QE36&x=%c3%a9+[]";
    assert_eq!(mock.private(target, "1", FORM, "nonce=1").error(), "");
    let path_only = signature("POST", "/0/private/Balance", "2", b"nonce=2");
    let headers = [("API-Key", KEY), ("API-Sign", path_only.as_str()), ("Content-Type", FORM)];
    let reply = mock.send("POST", target, &headers, b"nonce=2");
    assert_eq!(reply.error(), "EAPI:Invalid signature");
    assert!(
        mock.hints().contains(&format!("signed here: uri `{target}`")),
        "the hints are {}",
        mock.hints()
    );
}

#[test]
fn accepts_header_nonces_with_query_and_json_body() {
    let mock = mock();
    let list = mock.funding("GET", "/funding/v1/methods/deposit?limit=50", "1", "");
    assert_eq!(list.status, 200, "{}", list.body);
    assert!(list.json()["methods"].is_array(), "{}", list.body);
    let body = json!({
        "scope": { "network_id": "d9d375da-44b7-4be1-8a00-8b281acfe366" },
        "address_details": { "crypto": { "address": "0xBef7" } },
        "name": "Personal Wallet",
    });
    let create = mock.funding("POST", "/funding/v1/addresses", "2", &body.to_string());
    assert_eq!(create.status, 200, "{}", create.body);
    let delete = mock.funding("DELETE", "/funding/v1/addresses/AB7J4FF", "3", "");
    assert_eq!((delete.status, delete.json()), (200, json!({ "result": true })));
}

#[test]
fn hashes_the_bytes_as_they_came() {
    let mock = mock();
    let odd = "nonce=1&asset=%5a%55SD&&b=+%20&c=%zz&d";
    assert_eq!(mock.private("/0/private/TradeBalance", "1", FORM, odd).error(), "");
}

#[test]
fn the_last_of_two_fields_counts() {
    let mock = mock();
    let twice = "nonce=9&nonce=5&asset=ZUSD&asset=ZEUR";
    assert_eq!(mock.private("/0/private/TradeBalance", "5", FORM, twice).error(), "");
    let json = r#"{"nonce":"1","nonce":6}"#;
    assert_eq!(mock.private("/0/private/TradeBalance", "6", JSON, json).error(), "");
}

#[test]
fn the_front_page_says_what_this_is() {
    let mock = mock();
    let page = mock.get("/");
    assert_eq!(page.status, 200);
    assert!(page.head.contains("content-type: text/plain"), "{}", page.head);
    for word in ["mock of kraken-spot", "79 endpoints", "base_url", "api_key", "api_secret"] {
        assert!(page.body.contains(word), "{word} is not on the page");
    }
    assert!(!page.body.contains(client::SECRET));
}

/// Every endpoint with its documented examples, as a form or as JSON where the endpoint takes it.
#[test]
fn accepts_each_endpoint_with_its_documented_examples() {
    let mock = mock();
    let catalog = countersign::catalog::Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("it is embedded");
    for (index, endpoint) in api.endpoints().enumerate() {
        let nonce = (index + 1).to_string();
        let reply = examples::send(&mock, endpoint, &nonce);
        assert_eq!(reply.status, 200, "{}: {} {}", endpoint.name, reply.body, mock.hints());
        let refused = mock.events().pop().and_then(|event| event.refused);
        assert_eq!(refused, None, "{}: {}", endpoint.name, mock.hints());
    }
}
