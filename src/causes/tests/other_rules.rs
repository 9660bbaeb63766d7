//! The same mistakes under rules of other shapes.

use super::super::Cause::*;
use super::*;

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

fn ask_with(
    rule: &str,
    secret: &str,
    outgoing: &Outgoing<'_>,
    signature: &str,
    calls: &[TracedCall],
) -> Option<Cause> {
    let secret = Secret::new(secret);
    let evidence = Evidence { calls, ..Evidence::default() };
    let recipe = recipe(rule);
    let mismatch = Mismatch {
        recipe: &recipe,
        api_key: "",
        key: Key::Text(&secret),
        outgoing,
        signature,
        evidence,
    };
    explain(&mismatch).map(|found| found.cause)
}

#[track_caller]
fn futures(outgoing: &Outgoing<'_>, hashed: &str, expected: Option<Cause>) {
    let digest = sha256(hashed.as_bytes());
    let mac = hmac_sha512(&key(), &digest);
    let calls = [
        TracedCall {
            algorithm: "SHA256",
            key: None,
            input: hashed.as_bytes().to_vec(),
            output: digest.clone(),
        },
        TracedCall { algorithm: "SHA512", key: Some(key()), input: digest, output: mac.clone() },
    ];
    let signature = STANDARD.encode(mac);
    assert_eq!(ask_with(FUTURES, SECRET, outgoing, &signature, &[]), expected, "without a trace");
    assert_eq!(ask_with(FUTURES, SECRET, outgoing, &signature, &calls), expected, "with a trace");
}

#[test]
fn futures_hash_query_body_nonce_and_path() {
    let order = "https://futures.kraken.com/derivatives/api/v3/sendorder";
    let body = "orderType=lmt&symbol=PF_XBTUSD&cliOrdId=a%20b";
    let post =
        Outgoing { nonce: Some(NONCE), body: body.as_bytes(), ..Outgoing::new("POST", order) };
    let path = "/api/v3/sendorder";
    futures(&post, &format!("{body}{NONCE}{path}"), None);
    futures(&post, &format!("{body}{NONCE}/derivatives{path}"), Some(PathDiffers));
    futures(&post, &format!("{body}{path}"), Some(NonceNotHashed));
    futures(&post, &format!("{body}1616492376595{path}"), Some(NonceDiffers));
    futures(&post, &format!("{}{NONCE}{path}", body.replace("%20", " ")), Some(UnencodedBody));
    futures(&post, &format!("{}{NONCE}{path}", body.replace("%20", "+")), Some(PlusForSpace));
    futures(&post, &format!("{path}{NONCE}{body}"), Some(WrongMac));
    let log = "https://futures.kraken.com/api/history/v3/account-log?count=500&sort=asc";
    let get = Outgoing::new("GET", log);
    futures(&get, "count=500&sort=asc/api/history/v3/account-log", None);
    futures(&get, "/api/history/v3/account-log", Some(QueryMissing));
    futures(&get, "sort=asc&count=500/api/history/v3/account-log", Some(ParamOrder));
}

#[test]
fn binance_signs_query_and_body_with_the_secret_as_text() {
    let secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    let url = "https://api.binance.com/api/v3/order?symbol=LTCBTC&side=BUY&timestamp=1499827319559";
    let outgoing = Outgoing { timestamp: Some("1499827319559"), ..Outgoing::new("POST", url) };
    let sign = |key: &[u8], text: &str| {
        let mac = Hmac::<Sha256>::new_from_slice(key).expect("any length will do");
        mac.chain_update(text).finalize().into_bytes().to_vec()
    };
    let ask = |mac: String| ask_with(BINANCE, secret, &outgoing, &mac, &[]);
    let query = "symbol=LTCBTC&side=BUY&timestamp=1499827319559";
    let right = sign(secret.as_bytes(), query);
    assert_eq!(ask(hex(&right)), None);
    assert_eq!(ask(STANDARD.encode(&right)), Some(HexOutput));
    let decoded = STANDARD.decode(secret).expect("it happens to be base64");
    assert_eq!(ask(hex(&sign(&decoded, query))), Some(SecretNotDecoded));
    let sorted = "side=BUY&symbol=LTCBTC&timestamp=1499827319559";
    assert_eq!(ask(hex(&sign(secret.as_bytes(), sorted))), Some(ParamOrder));
    let later = query.replace("559", "560");
    assert_eq!(ask(hex(&sign(secret.as_bytes(), &later))), Some(NonceDiffers));
    let sha512 = hmac_sha512(secret.as_bytes(), query.as_bytes());
    assert_eq!(ask(hex(&sha512)), Some(WrongMac));
}

/// The rule of Kraken's Futures API applied to a Spot request.
#[test]
fn another_rule_of_the_catalogue() {
    let body = "nonce=1616492376594&pair=XBTUSD";
    let digest = sha256(format!("{body}{NONCE}{ADD_ORDER}").as_bytes());
    let signature = STANDARD.encode(hmac_sha512(&key(), &digest));
    let futures = recipe(FUTURES);
    let others = [("futures", &futures)];
    let url = url(ADD_ORDER);
    let evidence = Evidence { other_recipes: &others, ..Evidence::default() };
    let found = ask(&sent(&url, body), &signature, evidence).expect("it differs");
    assert_eq!(found.cause, WrongMac);
    assert_eq!(found.detail, "the message was put together by the rule `futures`");
}

/// The nonce travels in a header, the request has no body, the script puts one in all the same.
#[test]
fn a_nonce_in_a_header() {
    let funding = SPOT.replace(r#"{ body = "nonce" }"#, r#"{ header = "API-Nonce" }"#);
    let uri = "/funding/v1/methods/deposit?asset%5Bclass%5D=currency&limit=50";
    let url = url(uri);
    let outgoing = Outgoing { nonce: Some(NONCE), ..Outgoing::new("GET", &url) };
    let ask = |script: &Script| {
        let (signature, calls) = script.run();
        let guessed = ask_with(&funding, SECRET, &outgoing, &signature, &[]);
        assert_eq!(guessed, ask_with(&funding, SECRET, &outgoing, &signature, &calls));
        guessed
    };
    assert_eq!(ask(&Script::new(uri, "")), None);
    assert_eq!(
        ask(&Script::new(&uri.replace("%5B", "[").replace("%5D", "]"), "")),
        Some(UnencodedBody)
    );
    assert_eq!(ask(&Script::new("/funding/v1/methods/deposit", "")), Some(QueryMissing));
    assert_eq!(ask(&Script::new(uri, &format!("nonce={NONCE}"))), Some(BodyDiffers));
    let later = Script { hashed: "1616492376600".into(), ..Script::new(uri, "") };
    assert_eq!(ask(&later), Some(NonceDiffers));
}
