//! Structs that are filled in by hand are written as Postman writes them.

use countersign::collection::{
    Auth, Body, Collection, Event, Header, Info, Item, List, ProtocolProfileBehavior, Request,
    Script, Url, UrlEncodedParameter,
};

use super::support::fixture;

const SCRIPT: &str = r#"api_key = "API PUBLIC KEY"
api_secret = CryptoJS.enc.Base64.parse("API PRIVATE KEY");
api_nonce = (Date.now() * 1000).toString();
api_endpoint = "/0/private/GetWebSocketsToken";
api_post = "nonce=" + api_nonce;

api_sha256 = CryptoJS.SHA256(api_nonce + api_post);
api_sign = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, api_secret);
api_sign.update(api_endpoint, api_secret);
api_sign.update(api_sha256, api_secret);
api_sign = api_sign.finalize().toString(CryptoJS.enc.Base64);

pm.globals.set("api_nonce", api_nonce);
pm.globals.set("api_key", api_key);
pm.globals.set("api_signature", api_sign);"#;

fn header(key: &str, value: &str) -> Header {
    Header { key: key.into(), r#type: "text".into(), value: value.into(), ..Default::default() }
}

fn event() -> Event {
    let script = Script {
        id: "e11ed019-722d-4ecf-8ddf-1f724e5b1ab4".into(),
        exec: SCRIPT.lines().collect::<Vec<_>>().into(),
        r#type: "text/javascript".into(),
        ..Default::default()
    };
    Event { listen: "prerequest".into(), script: script.into(), ..Default::default() }
}

fn body() -> Body {
    let nonce = UrlEncodedParameter {
        key: "nonce".into(),
        value: "{{api_nonce}}".into(),
        r#type: "text".into(),
        ..Default::default()
    };
    Body { mode: "urlencoded".into(), urlencoded: vec![nonce].into(), ..Default::default() }
}

fn url() -> Url {
    Url {
        raw: "https://api.kraken.com/0/private/GetWebSocketsToken".into(),
        protocol: "https".into(),
        host: vec!["api", "kraken", "com"].into(),
        path: vec!["0", "private", "GetWebSocketsToken"].into(),
        ..Default::default()
    }
}

fn request() -> Request {
    Request {
        auth: Auth { r#type: "noauth".into(), ..Default::default() }.into(),
        method: "POST".into(),
        header: vec![header("API-Key", "{{api_key}}"), header("API-Sign", "{{api_signature}}")]
            .into(),
        body: body().into(),
        url: url().into(),
        ..Default::default()
    }
}

fn collection() -> Collection {
    Collection {
        info: Info {
            postman_id: "b530d6e8-8aa3-403d-b8ab-1665d4606eab".into(),
            name: "Kraken REST API - GetWebSocketsToken Endpoint".into(),
            schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json".into(),
            ..Default::default()
        }
        .into(),
        item: vec![Item {
            name: "GetWebSocketsToken".into(),
            event: vec![event()].into(),
            request: request().into(),
            response: List::default().into(),
            ..Default::default()
        }]
        .into(),
        protocol_profile_behavior: ProtocolProfileBehavior::default().into(),
        ..Default::default()
    }
}

#[test]
fn writes_the_published_sample_byte_for_byte() {
    let sample = fixture("kraken-sample.postman_collection.json");
    assert_eq!(collection().to_json_pretty().trim_end(), sample);
}

#[test]
fn what_is_built_equals_what_is_read() {
    let sample = Collection::from_json(&fixture("kraken-sample.postman_collection.json"));
    assert!(sample.unwrap() == collection());
}
