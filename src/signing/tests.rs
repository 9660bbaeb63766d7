//! Known answers: published ones, and others computed with Node's `crypto` from the same inputs.

use super::*;

/// The private key of Kraken's published example.
const KRAKEN_SECRET: &str =
    "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
/// The secret of Kraken Futures' published WebSocket challenge.
const FUTURES_SECRET: &str =
    "7zxMEF5p/Z8l2p2U7Ghv6x14Af+Fx+92tPgUdVQ748FOIrEoT9bgT+bTRfXc5pz8na+hL/QdrCVG7bh9KpT0eMTm";

const SPOT: &str = r#"
    key = "base64"
    key_bytes = 64
    mac = "hmac-sha512"
    message = ["uri", { sha256 = ["nonce", "body"] }]
    signature = { header = "API-Sign", encoding = "base64" }
    api_key = { header = "API-Key" }
    nonce = { body = "nonce" }
"#;
const FUTURES: &str = r#"
    key = "base64"
    mac = "hmac-sha512"
    message = [{ sha256 = ["query", "body", "nonce", "path"] }]
    signature = { header = "Authent", encoding = "base64" }
    api_key = { header = "APIKey" }
    nonce = { header = "Nonce" }
    nonce_optional = true
    strip_prefix = "/derivatives"
"#;
const BINANCE: &str = r#"
    key = "utf8"
    mac = "hmac-sha256"
    message = ["query", "body"]
    signature = { header = "signature", encoding = "hex" }
    api_key = { header = "X-MBX-APIKEY" }
    timestamp = { query = "timestamp" }
"#;
const KUCOIN: &str = r#"
    key = "utf8"
    mac = "hmac-sha256"
    message = ["timestamp", "method", "uri", "body"]
    signature = { header = "KC-API-SIGN", encoding = "base64" }
    api_key = { header = "KC-API-KEY" }
    timestamp = { header = "KC-API-TIMESTAMP" }
"#;
const GATE: &str = r#"
    key = "utf8"
    mac = "hmac-sha512"
    message = [
        "method", { text = "\n" }, "path", { text = "\n" }, "query", { text = "\n" },
        { sha512_hex = ["body"] }, { text = "\n" }, "timestamp",
    ]
    signature = { header = "SIGN", encoding = "hex" }
    api_key = { header = "KEY" }
    timestamp = { header = "Timestamp" }
"#;

fn recipe(text: &str) -> Recipe {
    toml::from_str(text).expect("the recipe is well formed")
}

fn signed(recipe_text: &str, secret: &str, outgoing: &Outgoing<'_>) -> Signed {
    let credentials = Credentials { api_key: "public".into(), secret: Secret::new(secret) };
    sign(&recipe(recipe_text), &credentials, outgoing).expect("the request can be signed")
}

fn spot(method: &str, url: &str, nonce: &str, body: &[u8]) -> String {
    let outgoing = Outgoing { nonce: Some(nonce), body, ..Outgoing::new(method, url) };
    signed(SPOT, KRAKEN_SECRET, &outgoing).signature
}

fn add_order() -> Outgoing<'static> {
    Outgoing {
        nonce: Some("1616492376594"),
        body: b"nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25",
        ..Outgoing::new("POST", "https://api.kraken.com/0/private/AddOrder")
    }
}

/// Source: docs.kraken.com, Spot REST authentication guide.
#[test]
fn signs_add_order_as_documented() {
    assert_eq!(
        signed(SPOT, KRAKEN_SECRET, &add_order()).signature,
        "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ=="
    );
}

#[test]
fn shows_each_step_with_the_key_masked() {
    let steps = signed(SPOT, KRAKEN_SECRET, &add_order()).steps;
    let lines: Vec<_> = steps.iter().map(|step| format!("{}: {}", step.name, step.value)).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    uri: /0/private/AddOrder
    nonce: 1616492376594
    body: nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25
    sha256 input: 1616492376594nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25
    sha256: 23a1c1b34c6a11d641af0f24684896cb90f66fb991125c83dc357bdc3dc146f1
    message: /0/private/AddOrder<hex:23a1c1b34c6a11d641af0f24684896cb90f66fb991125c83dc357bdc3dc146f1>
    key: *** (64 bytes)
    mac: e3f769c5bde24f8b69fd90951304a712c2f1c746eaca12e975f3a973a7e7ece47cf940a5495e67f44e9a492f0c3ed9d17e9df66c06f49e66d19fa1fc9ddc0b51
    signature: 4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==
    ");
}

/// Node: `hmac("sha512", key, uri + sha256(nonce + body))`, the body 19 digits and an accent.
#[test]
fn signs_a_json_body_byte_for_byte() {
    let body = r#"{"nonce":1616492376594123456, "pair":"BTC/USD","note":"café"}"#;
    let url = "https://api.kraken.com/0/private/AddOrderBatch";
    assert_eq!(
        spot("POST", url, "1616492376594123456", body.as_bytes()),
        "hVuegR+h6hytJ4g1h5gg8vN65oR8VMUSesNa1rvRByY0qmT6yUjVZNLEbN+RVkrmJkPhLfgAWr/gBJs2RiglCg=="
    );
}

/// Node, as above; the nonce travels in a header, so the body of a GET is empty.
#[test]
fn signs_header_nonces_and_the_query() {
    let methods =
        "https://api.kraken.com/funding/v1/methods/deposit?asset%5Bclass%5D=currency&limit=50";
    assert_eq!(
        spot("GET", methods, "1616492376594", b""),
        "LupKmR1d1AXuJtTitMmqqvVj13oB4BFhKxfzLHIoM/res3Vz+vcF0P40MXLfMGckaMmSOPS/fcUtl8xJuUocSA=="
    );
    let withdrawals =
        "https://api.kraken.com/funding/v1/withdrawals?account_id=WX6V-JUKW-KKPB-QE36";
    let body = br#"{"address_id":"ABR6SXP-SF6CY-VJMONY"}"#;
    assert_eq!(
        spot("POST", withdrawals, "1616492376594", body),
        "yGTeqCv6iWzTJ5iEJCREDWO7JTF7RY+A1A1lPuC2WWJA8D8VcNjv0BUvC9IpVT9EwBFJcQ1RQiB9w8Yu5e1c4g=="
    );
}

/// Node, as above; a body nonce and a query at once, then a body that is no text.
#[test]
fn signs_odd_bodies_and_queries() {
    let balance = "https://api.kraken.com/0/private/Balance?account_id=WX6V-JUKW-KKPB-QE36";
    assert_eq!(
        spot("POST", balance, "1616492376594", b"nonce=1616492376594"),
        "rBtmYhupUFkAKUlVYae1NYUkohkcwOc8tNmOb/L7h9Z3VS3YrA8c4/L8D9zhxjbCEhyAST25dxQ9F/8iZVE2KQ=="
    );
    assert_eq!(
        spot("POST", "https://api.kraken.com/0/private/Balance", "1", b"\xff\xfe\0"),
        "btaCCtCaTdl2p2ePQVdPOJ1C78/P6sKmhuPhUw4aUUS10IsYhnktx+HRbHuL8Ob3OEIZujT6ezphvokqgFvjZg=="
    );
}

#[test]
fn shows_bytes_that_are_no_text_as_hex() {
    let outgoing =
        Outgoing { nonce: Some("1"), body: b"\xff\xfe\0", ..Outgoing::new("POST", "http://h/x") };
    let steps = signed(SPOT, KRAKEN_SECRET, &outgoing).steps;
    let value = |name: &str| steps.iter().find(|step| step.name == name).map(|step| &*step.value);
    assert_eq!(value("body"), Some("<hex:fffe00>"));
    assert_eq!(value("sha256 input"), Some("1<hex:fffe00>"));
}

/// Source: docs.kraken.com, Futures WebSocket guide: the challenge is the whole message.
#[test]
fn signs_the_futures_challenge_as_documented() {
    let challenge =
        Outgoing { body: b"c100b894-1729-464d-ace1-52dbce11db42", ..Outgoing::default() };
    assert_eq!(
        signed(FUTURES, FUTURES_SECRET, &challenge).signature,
        "4JEpF3ix66GA2B+ooK128Ift4XQVtc137N9yeg4Kqsn9PI0Kpzbysl9M1IeCEdjg0zl00wkVqcsnG4bmnlMb3A=="
    );
}

/// Node: `hmac("sha512", key, sha256(postData + nonce + path without /derivatives))`.
#[test]
fn signs_futures_with_and_without_nonce() {
    let log = "https://futures.kraken.com/api/history/v3/account-log?count=500&sort=asc";
    assert_eq!(
        signed(FUTURES, FUTURES_SECRET, &Outgoing::new("GET", log)).signature,
        "9cerppWbH589fPmPQNsyR96gu4OHlrviDRMdiiIofskraqB6oj4WknP246JJdkgIcQLomqJ1wUNdrlkHokPRUA=="
    );
    let order = Outgoing {
        nonce: Some("1415957147987"),
        body: b"orderType=lmt&symbol=PF_XBTUSD&side=buy&size=1&limitPrice=9400",
        ..Outgoing::new("POST", "https://futures.kraken.com/derivatives/api/v3/sendorder")
    };
    assert_eq!(
        signed(FUTURES, FUTURES_SECRET, &order).signature,
        "tVaKjZ9qIdiBtoa6hXPaROB6dPDCXfJ+CmRiJqdzzVKoFZ1ZSpkL82sakVHhlfZH2UJtYHWD4t2t35Ms9aHNfw=="
    );
}

/// Source: Binance's Spot REST documentation, `SIGNED` endpoint examples, HMAC keys.
#[test]
fn signs_binance_as_documented() {
    let secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    let params = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559";
    let expected = "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";
    let url = format!("https://api.binance.com/api/v3/order?{params}");
    let in_query = Outgoing::new("POST", &url);
    assert_eq!(signed(BINANCE, secret, &in_query).signature, expected);
    let in_body = Outgoing {
        body: params.as_bytes(),
        ..Outgoing::new("POST", "https://api.binance.com/api/v3/order")
    };
    assert_eq!(signed(BINANCE, secret, &in_body).signature, expected);
}

/// Node: `hmac("sha256", secret, timestamp + method + uri + body)` in base64.
#[test]
fn signs_a_prehash_of_timestamp_method_uri_and_body() {
    let base = "https://api.kucoin.com/api/v1/deposit-addresses";
    let timestamp = Some("1547015186532");
    let post =
        Outgoing { timestamp, body: br#"{"currency":"BTC"}"#, ..Outgoing::new("post", base) };
    let secret = "a-kucoin-api-secret";
    assert_eq!(
        signed(KUCOIN, secret, &post).signature,
        "HAoWZe7nddTQASIgAADYw+cWUnv/iSSN7cNgEXIkEEw="
    );
    let url = format!("{base}?currency=BTC");
    let get = Outgoing { timestamp, ..Outgoing::new("GET", &url) };
    assert_eq!(
        signed(KUCOIN, secret, &get).signature,
        "kKGoUvMsN++cEr5kNexyT5kcQmV5+HRbkw8XEQoRTnw="
    );
}

/// Node: the five lines of Gate's prehash, joined with line feeds.
#[test]
fn signs_a_prehash_with_separators_and_a_hex_digest() {
    let url =
        "https://api.gateio.ws/api/v4/futures/orders?contract=BTC_USD&status=finished&limit=50";
    let get = Outgoing { timestamp: Some("1541993715"), ..Outgoing::new("GET", url) };
    assert_eq!(
        signed(GATE, "secret", &get).signature,
        "55f84ea195d6fe57ce62464daaa7c3c02fa9d1dde954e4c898289c9a2407a3d6fb3faf24deff16790d726b66ac9f74526668b13bd01029199cc4fcc522418b8a"
    );
}

#[test]
fn strips_a_prefix_only_where_a_segment_ends() {
    let path = |url: &str| signed(FUTURES, FUTURES_SECRET, &Outgoing::new("GET", url)).steps;
    let stripped =
        |url: &str| path(url).into_iter().find(|step| step.name == "path").map(|step| step.value);
    assert_eq!(stripped("https://h/derivatives/api"), Some("/api".into()));
    assert_eq!(stripped("https://h/derivativesque/api"), Some("/derivativesque/api".into()));
    assert_eq!(stripped("https://h/derivatives"), Some("/derivatives".into()));
    assert_eq!(stripped("https://h/x/derivatives/api"), Some("/x/derivatives/api".into()));
}

#[test]
fn shows_neither_secret_nor_public_key() {
    let text = SPOT.replace(r#"["uri","#, r#"["api_key", "uri","#);
    let signed = signed(&text, KRAKEN_SECRET, &add_order());
    let shown = format!("{signed:?}");
    assert!(!shown.contains("public"), "{shown}");
    assert!(!shown.contains("kQH5HW"), "{shown}");
    assert!(shown.contains("***/0/private/AddOrder<hex:23a1c1b3"), "{shown}");
}

#[test]
fn needs_what_the_recipe_signs() {
    let credentials = Credentials { api_key: String::new(), secret: Secret::new(KRAKEN_SECRET) };
    let without = Outgoing::new("GET", "https://h/x");
    let missing = |text: &str| sign(&recipe(text), &credentials, &without);
    assert_eq!(missing(SPOT), Err(SignError::Missing { piece: "nonce" }));
    assert_eq!(missing(KUCOIN), Err(SignError::Missing { piece: "timestamp" }));
    let short = Credentials { secret: Secret::new("AQID"), ..credentials };
    assert_eq!(
        sign(&recipe(SPOT), &short, &add_order()),
        Err(SignError::Key(KeyError::Length { observed: 3, expected: 64 }))
    );
}

#[test]
fn refuses_an_unknown_key_in_a_recipe() {
    let error = toml::from_str::<Recipe>(&SPOT.replace("key_bytes", "key_byte")).unwrap_err();
    assert!(error.to_string().contains("unknown field `key_byte`"), "{error}");
}
