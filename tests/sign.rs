//! `countersign sign`, as a user runs it.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::support::program::{Finish as _, Outcome, countersign};

/// The private key of Kraken's published example.
const SECRET: &str =
    "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
const BODY: &str =
    "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";
const SIGNATURE: &str =
    "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==";

/// `sign` with the secret in the environment.
fn sign(args: &[&str]) -> Command {
    let mut command = countersign();
    command.arg("sign").args(args).env("COUNTERSIGN_SECRET", SECRET).stdin(Stdio::null());
    command
}

/// `sign` for the published example.
fn add_order(args: &[&str]) -> Outcome {
    let example = ["--path", "/0/private/AddOrder", "--nonce", "1616492376594", "--body", BODY];
    sign(&[&example, args].concat()).finished()
}

fn signature(outcome: Outcome) -> String {
    let report: Value = serde_json::from_str(&outcome.succeeded().stdout).expect("it is JSON");
    report["signature"].as_str().expect("there is one").to_owned()
}

fn stderr(args: &[&str]) -> String {
    sign(args).finished().failed_with(2).stderr
}

/// Source: docs.kraken.com, Spot REST authentication guide.
#[test]
fn shows_each_step_of_the_published_example() {
    let outcome = add_order(&["--expect", SIGNATURE]).succeeded();
    assert_eq!(outcome.stderr, "");
    insta::assert_snapshot!(outcome.stdout, @r"
    POST /0/private/AddOrder
    Add Order, kraken-spot, recipe `spot`

      uri           /0/private/AddOrder
      nonce         1616492376594
      body          nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25
      sha256 input  1616492376594nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25
      sha256        23a1c1b34c6a11d641af0f24684896cb90f66fb991125c83dc357bdc3dc146f1
      message       /0/private/AddOrder<hex:23a1c1b34c6a11d641af0f24684896cb90f66fb991125c83dc357bdc3dc146f1>
      key           *** (64 bytes)
      mac           e3f769c5bde24f8b69fd90951304a712c2f1c746eaca12e975f3a973a7e7ece47cf940a5495e67f44e9a492f0c3ed9d17e9df66c06f49e66d19fa1fc9ddc0b51
      signature     4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==
      expected      the same

    send the signature in the header `API-Sign`, the nonce in the body's field `nonce`
    ");
}

#[test]
fn writes_json_with_the_steps() {
    let report: Value =
        serde_json::from_str(&add_order(&["--format", "json"]).succeeded().stdout).expect("JSON");
    assert_eq!(report["schema_version"], 1);
    assert_eq!(report["signature"], SIGNATURE);
    assert_eq!(report["cause"], Value::Null);
    let names: Vec<_> = report["steps"]
        .as_array()
        .expect("steps are a list")
        .iter()
        .map(|step| step["name"].as_str().expect("a step has a name"))
        .collect();
    assert_eq!(
        names,
        ["uri", "nonce", "body", "sha256 input", "sha256", "message", "key", "mac", "signature"]
    );
    assert_eq!(report["steps"][6], json!({ "name": "key", "value": "*** (64 bytes)" }));
    assert_eq!(report.as_object().expect("an object").len(), 4);
}

#[test]
fn exits_with_1_when_the_signature_differs() {
    let outcome = add_order(&["--expect", "AAAA"]).failed_with(1);
    assert!(outcome.stdout.contains("expected      AAAA, which differs"), "{}", outcome.stdout);
    let json = add_order(&["--expect", "AAAA", "--format", "json"]).failed_with(1);
    assert!(json.stdout.contains(SIGNATURE), "{}", json.stdout);
    add_order(&["--expect", &format!(" {SIGNATURE}\n")]).succeeded();
}

/// Signatures computed with Python's `hmac` from the mistake that the name says.
const OF_BODY_AS_TYPED: &str =
    "n8hs/swqBaHGAG2Tj18IMQUQLmJcoZD7BXwcp2tsYOL6YIkM6NiIdf29MENb62BZx8h9L3isUFpXI/RSD95nGA==";
const OF_PATH_WITHOUT_0_IN_HEX: &str = "ba9a170aed1cc7239e24179353df9380c84c1cc4403d32d052afe517f9b47919d9a74176508af042dbb43464ff1586d7c9e7eeadb2d1097111bac14bb555c698";
const OF_UNDECODED_SECRET: &str =
    "lIpFzkMHAsABcQTvKC4xN/Sm3kvUeIJCi+GLIdEXjmi+4AtDf+QuIgDJCW4Ftje2C3+dI6eZU3fGI+UIL35wXg==";
const ENCODED: &str = "nonce=1616492376594&ordertype=limit&pair=XBT%2FUSD&price=37500&type=buy&volume=1.25&userref=a%20b";

/// What follows the table of steps.
fn explained(body: &str, expected: &str) -> String {
    let path = "/0/private/AddOrder";
    let outcome = sign(&["--path", path, "--body", body, "--expect", expected]).finished();
    let stdout = outcome.failed_with(1).stdout;
    let (_, explanation) = stdout.split_once("which differs\n\n").expect("it differs");
    explanation.to_owned()
}

#[test]
fn shows_what_was_signed_above_what_is_sent() {
    insta::assert_snapshot!(explained(ENCODED, OF_BODY_AS_TYPED), @r#"
    unencoded-body: values were signed as typed, but are sent percent-encoded
      `pair=XBT/USD` was signed, `pair=XBT%2FUSD` is sent

      signed  nonce=1616492376594&ordertype=limit&pair=XBT/USD&price=37500&type=buy&volume=1.25&userref=a b
      sent    nonce=1616492376594&ordertype=limit&pair=XBT%2FUSD&price=37500&type=buy&volume=1.25&userref=a%20b
                                                          ^

    help: percent-encode each key and value before signing, all but letters, digits and `-_.~`

    send the signature in the header `API-Sign`, the nonce in the body's field `nonce`
    "#);
}

#[test]
fn names_two_mistakes_at_once() {
    insta::assert_snapshot!(explained(ENCODED, OF_PATH_WITHOUT_0_IN_HEX), @r#"
    path-differs: another path was signed than the request goes to
      `/private/AddOrder` was signed, the request goes to `/0/private/AddOrder`

      signed  /private/AddOrder
      sent    /0/private/AddOrder
               ^

    and hex-output: the signature is written in another output encoding than the api expects

    help: sign the path exactly as it is sent, from its first slash, with the version and without the host
    help: write the bytes as the api wants them: toString(CryptoJS.enc.Base64) for base64; toString() alone gives hexadecimal

    send the signature in the header `API-Sign`, the nonce in the body's field `nonce`
    "#);
}

#[test]
fn explains_a_wrong_key_without_showing_it() {
    insta::assert_snapshot!(explained(ENCODED, OF_UNDECODED_SECRET), @r#"
    secret-not-decoded: the private key was not decoded as the api wants it
      the text of the private key was used as the key

    help: turn the text of the key into bytes once before use: CryptoJS.enc.Base64.parse(secret) for base64

    send the signature in the header `API-Sign`, the nonce in the body's field `nonce`
    "#);
    let path = "/0/private/AddOrder";
    let itself = sign(&["--path", path, "--body", ENCODED, "--expect", SECRET]).finished();
    let stdout = itself.failed_with(1).stdout;
    assert!(stdout.contains("the header carries the private key itself"), "{stdout}");
    assert!(!stdout.contains("kQH5HW"), "{stdout}");
}

#[test]
fn knows_values_and_paths_of_the_catalogue() {
    let sell = "nonce=1616492376594&ordertype=limit&pair=XBT%2FUSD&price=37500&type=sell&volume=1.25&userref=a%20b";
    let signed_sell = signature(
        sign(&["--path", "/0/private/AddOrder", "--body", sell, "--format", "json"]).finished(),
    );
    assert!(explained(ENCODED, &signed_sell).starts_with("stale-literal: "));
    let balance = ["--path", "/0/private/Balance", "--body", "nonce=1", "--format", "json"];
    let signed_balance = signature(sign(&balance).finished());
    let more = ["--path", "/0/private/BalanceEx", "--body", "nonce=1", "--format", "json"];
    let report = sign(&[&more[..], &["--expect", &signed_balance]].concat()).finished();
    let report: Value = serde_json::from_str(&report.failed_with(1).stdout).expect("JSON");
    assert_eq!(report["cause"], "path-differs");
    let none = sign(&[&more[..], &["--expect", "AAAA"]].concat()).finished();
    let none: Value = serde_json::from_str(&none.failed_with(1).stdout).expect("JSON");
    assert_eq!(none["cause"], "unknown");
}

#[test]
fn takes_the_secret_from_a_file_or_standard_input() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("secret.txt");
    fs::write(&file, format!("{SECRET}\r\n")).expect("it can be written");
    let args = ["--path", "/0/private/AddOrder", "--body", BODY, "--format", "json"];
    let mut command = countersign();
    let from_file = command.arg("sign").args(args).arg("--secret-file").arg(&file).finished();
    assert_eq!(signature(from_file), SIGNATURE);

    let mut child = countersign()
        .arg("sign")
        .args(args)
        .args(["--secret-file", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    writeln!(child.stdin.take().expect("it is piped"), "{SECRET}").expect("the program reads");
    let from_stdin = Outcome::from(child.wait_with_output().expect("the program ends"));
    assert_eq!(signature(from_stdin), SIGNATURE);
}

#[test]
fn says_how_to_give_a_secret_when_there_is_none() {
    let mut command = countersign();
    let outcome = command.args(["sign", "--path", "/0/private/Balance", "--nonce", "1"]).finished();
    let stderr = outcome.failed_with(2).stderr;
    for way in ["--secret-file FILE", "--secret-file -", "COUNTERSIGN_SECRET"] {
        assert!(stderr.contains(way), "{stderr}");
    }
}

#[test]
fn shows_no_secret_whatever_is_wrong_with_it() {
    let good = SECRET.trim_end_matches('=');
    let broken = [
        good.to_owned(),
        format!("{SECRET} "),
        format!("\"{SECRET}\""),
        SECRET.replace('/', "_"),
        SECRET.replacen("kQH5", "kQH5AAAA", 1),
        SECRET.replacen('H', "\u{e9}", 1),
    ];
    for secret in broken {
        let mut command = sign(&["--path", "/0/private/Balance", "--body", "nonce=1"]);
        let outcome = command.env("COUNTERSIGN_SECRET", &secret).finished().failed_with(2);
        assert_eq!(outcome.stdout, "");
        assert!(outcome.stderr.contains("the secret"), "{}", outcome.stderr);
        for part in ["kQH5", "p1uG", "F1huXg"] {
            assert!(!outcome.stderr.contains(part), "{}", outcome.stderr);
        }
    }
    let mut short = sign(&["--path", "/0/private/Balance", "--body", "nonce=1"]);
    let stderr = short.env("COUNTERSIGN_SECRET", "c2VjcmV0").finished().failed_with(2).stderr;
    assert!(stderr.contains("the secret has 6 bytes once decoded, expected 64"), "{stderr}");
}

/// Node: `hmac("sha512", key, uri + sha256(nonce + body))`, as in the tests of the library.
#[test]
fn chooses_the_recipe_by_the_path() {
    let args = ["--path", "/funding/v1/methods/deposit?asset%5Bclass%5D=currency&limit=50"];
    let nonce = ["--nonce", "1616492376594", "--format", "json"];
    let outcome = sign(&[&args[..], &nonce].concat()).finished();
    assert_eq!(outcome.stderr, "");
    assert_eq!(
        signature(outcome),
        "LupKmR1d1AXuJtTitMmqqvVj13oB4BFhKxfzLHIoM/res3Vz+vcF0P40MXLfMGckaMmSOPS/fcUtl8xJuUocSA=="
    );
    let text = sign(&["--path", "/funding/v1/networks", "--nonce", "1"]).finished().succeeded();
    assert!(text.stdout.contains("recipe `funding`"), "{}", text.stdout);
    assert!(text.stdout.starts_with("GET /funding/v1/networks\n"), "{}", text.stdout);
    assert!(text.stdout.contains("body          (empty)"), "{}", text.stdout);
}

#[test]
fn reads_the_body_byte_for_byte_and_the_nonce_from_it() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("body.json");
    let body = "{\"nonce\":1616492376594123456, \"pair\":\"BTC/USD\",\"note\":\"caf\u{e9}\"}";
    fs::write(&file, body).expect("it can be written");
    let path = file.to_str().expect("the path is text");
    let args = ["--path", "/0/private/AddOrderBatch", "--body-file", path, "--format", "json"];
    let outcome = sign(&args).finished();
    assert_eq!(outcome.stderr, "");
    // Node, as in the tests of the library.
    assert_eq!(
        signature(outcome),
        "hVuegR+h6hytJ4g1h5gg8vN65oR8VMUSesNa1rvRByY0qmT6yUjVZNLEbN+RVkrmJkPhLfgAWr/gBJs2RiglCg=="
    );
    fs::write(&file, format!("{body}\n")).expect("it can be written");
    let warned = sign(&args).finished().succeeded();
    assert_eq!(
        warned.stderr,
        "warning: the body ends with a line break, which is signed with it\n"
    );
    fs::write(&file, b"nonce=1&a=\xff").expect("it can be written");
    let binary = ["--path", "/0/private/Balance", "--body-file", path, "--nonce", "1"];
    let shown = sign(&binary).finished().succeeded().stdout;
    assert!(shown.contains("<hex:6e6f6e63653d3126613dff>"), "{shown}");
}

#[test]
fn warns_of_likely_slips() {
    let warning = |args: &[&str]| sign(args).finished().succeeded().stderr;
    let balance = "/0/private/Balance";
    assert_eq!(
        warning(&["--path", balance, "--nonce", "1", "--body", "nonce=2"]),
        "warning: the nonce in the body is `2`, but --nonce is `1`; the api refuses that\n"
    );
    assert_eq!(
        warning(&["--path", balance, "--nonce", "1"]),
        "warning: there is no body; the api reads the nonce from its field `nonce`\n"
    );
    assert_eq!(
        warning(&["--path", balance, "--nonce", "1", "--body", "nonce=1&nonce=1"]),
        "warning: the body has 2 fields `nonce`, expected one\n"
    );
    assert_eq!(
        warning(&["--path", balance, "--nonce", "1.5", "--body", "nonce=1.5"]),
        "warning: the nonce is `1.5`, expected a whole number below 2^64\n"
    );
    assert_eq!(
        warning(&["--path", "/0/private/Balanse", "--body", "nonce=1"]),
        "warning: the catalogue has no endpoint `POST /0/private/Balanse`; signed with the recipe \
         `spot` of the nearest path\n"
    );
}

#[test]
fn explains_what_cannot_be_signed() {
    assert_eq!(
        stderr(&["--path", "0/private/Balance"]),
        "error: the path is `0/private/Balance`, expected it to begin with `/`, without the host\n"
    );
    assert_eq!(
        stderr(&["--path", "/0/public/Time"]),
        "error: `GET /0/public/Time` is public: Time takes no signature; name a --recipe to sign it\n"
    );
    assert_eq!(
        stderr(&["--path", "/0/private/Balance", "--recipe", "sport"]),
        "error: unknown recipe `sport`, expected `funding` or `spot` of the api `kraken-spot`\n"
    );
    assert_eq!(
        stderr(&["--path", "/0/private/Balance"]),
        "error: found no nonce, expected it with --nonce or in the body's field `nonce`\n"
    );
    assert!(stderr(&["--path", "/x", "--api", "kraken-sport"]).contains("kraken-spot"));
    let both = ["--path", "/0/private/Balance", "--body-file", "-", "--secret-file", "-"];
    assert!(stderr(&both).contains("both the secret and the body"));
    let missing = stderr(&["--path", "/0/private/Balance", "--secret-file", "nowhere.txt"]);
    assert!(missing.contains("failed to read `nowhere.txt`"), "{missing}");
}

#[test]
fn keeps_control_characters_away_from_the_terminal() {
    let body = "nonce=1&a=\u{1b}[2J\n";
    let shown = sign(&["--path", "/0/private/Balance", "--body", body]).finished().succeeded();
    assert!(!shown.stdout.contains('\u{1b}'), "{}", shown.stdout);
    assert!(shown.stdout.contains("a=\\u{1b}[2J\\n"), "{}", shown.stdout);
}

/// Node: `hmac("sha256", secret, timestamp + method + uri + body)` in base64.
#[test]
fn signs_for_an_api_of_the_users_own() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    write_own_api(&folder.path().join("coins"));
    let catalog = folder.path().to_str().expect("the path is text");
    let args = ["--api", "coins", "--catalog", catalog, "--method", "get", "--format", "json"];
    let path = ["--path", "/api/v1/deposit-addresses?currency=BTC"];
    let mut command = sign(&[&args[..], &path, &["--timestamp", "1547015186532"]].concat());
    let outcome = command.env("COUNTERSIGN_SECRET", "a-kucoin-api-secret").finished();
    assert_eq!(signature(outcome), "kKGoUvMsN++cEr5kNexyT5kcQmV5+HRbkw8XEQoRTnw=");
    let without = stderr(&[&args[..], &path].concat());
    assert_eq!(without, "error: found no timestamp, expected it with --timestamp\n");
}

fn write_own_api(folder: &Path) {
    fs::create_dir_all(folder.join("endpoints")).expect("it can be made");
    let api = r#"
        name = "coins"
        title = "Coins"
        base_url = "https://coins.example"
        summary = "An exchange."
        docs = "https://coins.example/docs"
        as_of = "2026-11"
        [signing.coins]
        key = "utf8"
        mac = "hmac-sha256"
        message = ["timestamp", "method", "uri", "body"]
        signature = { header = "KC-API-SIGN", encoding = "base64" }
        api_key = { header = "KC-API-KEY" }
        timestamp = { header = "KC-API-TIMESTAMP" }
        [[group]]
        name = "All"
        summary = "All there is."
        [errors]
    "#;
    let endpoints = r#"
        [[endpoint]]
        name = "Addresses"
        title = "Deposit addresses"
        method = "GET"
        path = "/api/v1/deposit-addresses"
        auth = "coins"
        summary = "Addresses."
        docs = "https://coins.example/docs/addresses"
        params = [{ name = "currency", type = "string", example = "BTC", summary = "Which." }]
        response.example = "{}"
    "#;
    fs::write(folder.join("api.toml"), api).expect("it can be written");
    fs::write(folder.join("endpoints/all.toml"), endpoints).expect("it can be written");
}
