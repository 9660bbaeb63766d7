//! Rules about credentials, and that no report shows one.

use std::fs;

use serde_json::{Value, json};

use super::{collection, found, mended, request};
use crate::support::program::{Finish as _, countersign};

const NONE: [&str; 0] = [];
/// The private key of the vector that Kraken publishes.
const PRIVATE: &str =
    "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
/// A token of nobody's.
const TOKEN: &str = "b5d4045c3f466fa91fe2cc6abe79232a";

fn scripted(lines: &[&str]) -> Value {
    let event = json!([{"listen": "prerequest", "script": {"exec": lines}}]);
    collection(&json!([{"name": "r", "event": event, "request": "https://example.com/"}]))
}

fn environment(row: &Value) -> Value {
    json!({"name": "e", "values": [row]})
}

/// The places at which a rule finds something.
fn places(rule: &str, file: &Value) -> Vec<String> {
    let found = found(rule, file).into_iter();
    found.map(|found| found.split_once(": ").expect("a place and a message").0.to_owned()).collect()
}

fn hard_coded(file: &Value) -> Vec<String> {
    places("hard-coded-secret", file)
}

#[test]
fn credentials_are_found_wherever_they_stand() {
    let url = "https://example.com/";
    let script = "/item/0/event/0/script/exec";
    let cases = [
        (scripted(&["", &format!("const key = '{PRIVATE}';")]), format!("{script}/1")),
        (scripted(&[&format!("apiSecret = `{TOKEN}`;")]), format!("{script}/0")),
        (scripted(&[&format!("let o = {{\"password\": \"{TOKEN}\"}};")]), format!("{script}/0")),
        (scripted(&[&format!("pm.globals.set('api_key', '{TOKEN}')")]), format!("{script}/0")),
        (
            scripted(&[&format!("pm.request.headers.add({{key: 'API-Key', value: '{TOKEN}'}})")]),
            format!("{script}/0"),
        ),
        (
            request(
                &json!({"url": url, "header": [{"key": "Authorization", "value": format!("Bearer {TOKEN}")}]}),
            ),
            "/item/0/request/header/0/value".to_owned(),
        ),
        (
            request(&json!({"url": url, "auth": {"type": "apikey", "apikey": [
                {"key": "key", "value": "X-Key"}, {"key": "value", "value": TOKEN}]}})),
            "/item/0/request/auth/apikey/1/value".to_owned(),
        ),
        (
            request(
                &json!({"url": {"host": ["h"], "query": [{"key": "access_token", "value": TOKEN}]}}),
            ),
            "/item/0/request/url/query/0/value".to_owned(),
        ),
        (
            request(&json!({"url": url, "method": "POST", "body": {"mode": "raw",
                "raw": format!("{{\n  \"apiKey\": \"{TOKEN}\"\n}}")}})),
            "/item/0/request/body/raw".to_owned(),
        ),
        (
            collection(&json!([{"name": "r", "request": url, "response": [{"name": "ok",
                "originalRequest": {"url": url, "header": [{"key": "API-Key", "value": TOKEN}]}}]}])),
            "/item/0/response/0/originalRequest/header/0/value".to_owned(),
        ),
        (
            collection(&json!([{"name": "r", "request": url, "response": [{"name": "ok",
                "body": format!("{{\"id\": \"ghp_{TOKEN}{TOKEN}\"}}")}]}])),
            "/item/0/response/0/body".to_owned(),
        ),
        (
            collection(&json!([{"name": "r", "request": url, "response": [{"name": "ok",
                "cookie": [{"key": "webexToken", "value": format!("\"{TOKEN}\"")}]}]}])),
            "/item/0/response/0/cookie/0/value".to_owned(),
        ),
        (environment(&json!({"key": "s", "value": PRIVATE})), "/values/0/value".to_owned()),
        (
            environment(&json!({"key": "token", "value": TOKEN, "type": "secret"})),
            "/values/0/value".to_owned(),
        ),
    ];
    for (file, place) in cases {
        assert_eq!(hard_coded(&file), [place], "{file}");
    }
}

#[test]
fn what_stands_for_a_credential_is_left_alone() {
    let row = |key: &str, value: &str| {
        environment(&json!({"key": key, "value": value, "type": "secret"}))
    };
    for file in [
        row("api_secret", ""),
        row("api_secret", "API PRIVATE KEY"),
        row("api_secret", "{{vault:kraken-1a2b3c4d5e}}"),
        row("api_key", "YOUR_API_KEY_1a2b3c4d"),
        row("token_url", "https://example.com/oauth2/v2/a1b2c3d4e5f6"),
        row("token_expires", "2026-11-26T08:19:13.123Z"),
        row("order_id", TOKEN),
        row("api_sign", PRIVATE),
        scripted(&[
            "const api_key = pm.environment.get('api_key');",
            &format!("// api_key = '{TOKEN}'"),
        ]),
        scripted(&["const apiSecret = 'kraken-private-key';"]),
        request(&json!({"url": "https://example.com/", "header": [
            {"key": "k", "value": "{{k}}", "description": "For example `AKIAMADEUP7XXEXAMPLE`"},
            {"key": "pem", "value": "{{pem}}", "description": format!(
                "e.g. `-----BEGIN RSA PRIVATE KEY-----\n{TOKEN}{TOKEN}\n.\n-----END RSA PRIVATE KEY-----`")},
        ]})),
        scripted(&[&format!("pm.expect(json.apiKey == '{TOKEN}')")]),
        collection(
            &json!([{"name": "r", "request": "https://example.com/", "response": [{"name": "ok",
            "header": [{"key": "X-CSRF-Token", "value": TOKEN}], "body": format!("{{\"token\": \"{TOKEN}\"}}")}]}]),
        ),
    ] {
        assert_eq!(hard_coded(&file), NONE, "{file}");
    }
}

#[test]
fn a_credential_is_told_once_with_the_number_of_its_places() {
    let script = json!([{"listen": "prerequest", "script": {"exec": [format!("var apiSecret = '{TOKEN}';")]}}]);
    let item = json!({"name": "r", "event": script, "request": "https://example.com/"});
    assert_eq!(
        found("hard-coded-secret", &collection(&json!([item, item, item]))),
        [
            "/item/0/event/0/script/exec/0: the script holds what looks like a real credential, by the name of \
          `apiSecret`, and so do 2 other places; expected the script to read it by `pm.environment.get`"
        ]
    );
}

#[test]
fn variables_that_show_a_credential_become_secret() {
    let rule = "secret-not-masked";
    let row = json!({"key": "api_secret", "value": "", "type": "default", "enabled": true});
    assert_eq!(
        found(rule, &environment(&row)),
        [
            "/values/0/type: the variable `api_secret` holds a credential and is of type `default`; expected the type \
          `secret`"
        ]
    );
    assert_eq!(mended(rule, &environment(&row))["values"][0]["type"], "secret");
    let untyped = json!({"key": "token", "value": TOKEN});
    assert_eq!(places(rule, &environment(&untyped)), ["/values/0/key"]);
    assert_eq!(mended(rule, &environment(&untyped))["values"][0]["type"], "secret");
    let mut file = collection(&json!([]));
    file["variable"] = json!([{"key": "api_secret", "value": PRIVATE}]);
    assert_eq!(places(rule, &file), ["/variable/0/value"]);
    for row in [
        json!({"key": "token", "value": "", "type": "default"}),
        json!({"key": "api_secret", "value": "{{vault:secret}}", "type": "default"}),
        json!({"key": "api_secret", "value": PRIVATE, "type": "default", "enabled": false}),
        json!({"key": "pair", "value": "XBTUSD", "type": "default"}),
    ] {
        assert_eq!(found(rule, &environment(&row)), NONE, "{row}");
    }
}

#[test]
fn credentials_in_the_console_are_found() {
    let rule = "secret-in-console";
    for line in [
        "console.log(apiSecret)",
        "console.warn('key: ' + pm.environment.get('api_secret'))",
        "console.info(`key: `, pm.variables.get(\"api_key\"))",
        "console.log({apiSecret})",
        "console.log(JSON.stringify(response.access_token))",
    ] {
        assert_eq!(
            found(rule, &scripted(&["var apiSecret, response = {};", line])).len(),
            1,
            "{line}"
        );
    }
    for line in [
        "console.log('apiSecret is missing')",
        "console.log(!apiSecret, typeof apiSecret, apiSecret.length)",
        "console.log(!pm.environment.get('api_secret'), apiSecret ? 'set' : 'not set')",
        "console.log(apiSecret === undefined, {token: 1})",
        "log.console(apiSecret); var console2 = apiSecret;",
    ] {
        let lines = ["var apiSecret = '', log = {console() {}};", line];
        assert_eq!(found(rule, &scripted(&lines)), NONE, "{line}");
    }
}

#[test]
fn the_console_finding_says_what_kind_of_secret_it_is() {
    let lines = ["var k = pm.variables.get('pwd');", "[k].forEach(x => console.log(x));"];
    let mut file = scripted(&lines);
    for (name, value, what) in
        [("pwd", "P@ss-word1!", "a password"), ("pwd", PRIVATE, "a private key")]
    {
        file["variable"] = json!([{"key": name, "value": value}]);
        let found = found("secret-in-console", &file);
        assert!(found[0].contains(&format!("writes {what} to the console")), "{found:?}");
    }
}

#[test]
fn a_private_key_in_the_console_is_seen_under_any_name() {
    let lines = ["var k = pm.variables.get('api_secret');", "[k].forEach(x => console.log(x));"];
    let mut file = scripted(&lines);
    assert_eq!(found("secret-in-console", &file).len(), 1);
    file["item"][0]["event"][0]["script"]["exec"][1] =
        json!("[k].forEach(x => console.log(x.length));");
    assert_eq!(found("secret-in-console", &file), NONE);
}

/// A script that has its key in it, signs wrongly and throws it; a header, a body and a variable with credentials.
fn leaking() -> Value {
    let script = format!(
        "var CryptoJS = require('crypto-js'); var k = '{PRIVATE}';\n\
         var s = CryptoJS.HmacSHA512('wrong', CryptoJS.enc.Base64.parse(k)).toString();\n\
         pm.variables.set('api_signature', s); tests[k] = k; throw new Error(k);"
    );
    let mut file = collection(&json!([{
        "name": "Balance",
        "event": [{"listen": "prerequest", "script": {"exec": script.split('\n').collect::<Vec<_>>()}}],
        "request": {
            "method": "POST",
            "header": [{"key": "X-Auth-Token", "value": TOKEN, "extra": 1}],
            "url": {"raw": format!("https://api.kraken.com/0/private/Balance?token={TOKEN}"), "protocol": "https",
                "host": ["api", "kraken", "com"], "path": ["0", "private", "Balance"],
                "query": [{"key": "token", "value": TOKEN, "valeu": 2}]},
        },
    }]));
    file["variable"] = json!([{"key": "unused_key", "value": PRIVATE, "typo": 3}]);
    file
}

#[test]
fn no_report_shows_a_credential_whether_the_rule_is_on_or_not() {
    let folder = tempfile::tempdir().expect("there is room");
    let text = serde_json::to_string_pretty(&leaking()).expect("it is JSON");
    fs::write(folder.path().join("leaking.json"), text).expect("there is room");
    let off = "[rules]\nhard-coded-secret = \"off\"\nsecret-not-masked = \"off\"\nsecret-in-console = \"off\"\n";
    // A part of one is too much, too.
    let parts = [PRIVATE.get(..12), PRIVATE.get(70..86), TOKEN.get(..12), TOKEN.get(20..)]
        .map(Option::unwrap);
    for settings in ["", off] {
        fs::write(folder.path().join("countersign.toml"), settings).expect("there is room");
        for format in ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html"] {
            let mut command = countersign();
            command
                .args(["validate", "leaking.json", "--format", format])
                .current_dir(folder.path());
            let output = command.env_remove("GITHUB_STEP_SUMMARY").finished().failed_with(1);
            let shown = format!("{}{}", output.stdout, output.stderr);
            assert!(shown.contains("signature-m") || shown.contains("script-error"), "{format}");
            for secret in parts {
                assert!(!shown.contains(secret), "{format}: {secret}");
            }
        }
    }
}

#[test]
fn a_diff_of_fixes_shows_no_credential_beside_the_change() {
    let folder = tempfile::tempdir().expect("there is room");
    let mut file = leaking();
    file["item"][0]["event"][0]["listen"] = "pre-request".into();
    let text = serde_json::to_string_pretty(&file).expect("it is JSON");
    fs::write(folder.path().join("leaking.json"), text).expect("there is room");
    let mut command = countersign();
    command.args(["validate", "leaking.json", "--diff"]).current_dir(folder.path());
    let output = command.finished().failed_with(1);
    assert!(output.stdout.contains("+          \"listen\": \"prerequest\""), "{}", output.stdout);
    assert!(output.stdout.contains("var k = '****"), "{}", output.stdout);
    assert!(!output.stdout.contains("kQH5"), "{}", output.stdout);
}
