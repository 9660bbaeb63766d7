//! Planted differences: each is found, with its level, and nothing besides.

use countersign::compare::diff::{ChangeKind, Diff, Level};
use serde_json::{Value, json};

use super::support::{collection, diff, generated, item, request};

/// The kinds, subjects and levels of the changes of the only request that changed.
#[track_caller]
fn changes(diff: &Diff) -> Vec<(&'static str, &str, Level)> {
    assert_eq!(diff.unchanged, 78, "{diff:?}");
    let [changed] = &diff.changed[..] else { panic!("{:?}", diff.changed) };
    let all = changed.changes.iter();
    all.map(|change| (change.kind.word(), change.subject.as_str(), change.level)).collect()
}

/// Plants an edit in a request of the generated collection.
#[track_caller]
fn planted(name: &str, edit: impl FnOnce(&mut Value), expected: &[(ChangeKind, &str, Level)]) {
    let old = generated();
    let mut new = old.clone();
    edit(item(&mut new, name));
    let expected: Vec<_> =
        expected.iter().map(|(kind, subject, level)| (kind.word(), *subject, *level)).collect();
    assert_eq!(changes(&diff(&old, &new)), expected);
}

fn rows<'a>(item: &'a mut Value, list: &str) -> &'a mut Vec<Value> {
    item.pointer_mut(list).and_then(Value::as_array_mut).expect("there are rows")
}

fn row<'a>(item: &'a mut Value, list: &str, key: &str) -> &'a mut Value {
    rows(item, list).iter_mut().find(|row| row["key"] == key).expect("the row is there")
}

const FORM: &str = "/request/body/urlencoded";
const QUERY: &str = "/request/url/query";

/// Replaces a piece of the description.
fn redescribe(item: &mut Value, old: &str, new: &str) {
    let description = item["request"]["description"].as_str().expect("it is a text").to_owned();
    assert!(description.contains(old), "{description}");
    item["request"]["description"] = description.replacen(old, new, 1).into();
}

#[test]
fn params_added_and_removed() {
    use ChangeKind::{ParamAdded, ParamRemoved};
    let new = json!({"key": "new", "value": "1"});
    let add = |item: &mut Value| rows(item, FORM).push(new.clone());
    planted("Balance", add, &[(ParamAdded, "new", Level::Compatible)]);
    let add = |item: &mut Value| rows(item, QUERY).push(new.clone());
    planted("Ticker", add, &[(ParamAdded, "new", Level::Compatible)]);
    let remove = |item: &mut Value| rows(item, FORM).retain(|row| row["key"] != "asset");
    planted("TradeBalance", remove, &[(ParamRemoved, "asset", Level::Compatible)]);
    let remove = |item: &mut Value| rows(item, QUERY).retain(|row| row["key"] != "pair");
    planted("Depth", remove, &[(ParamRemoved, "pair", Level::Breaking)]);
}

#[test]
fn a_param_that_was_off_breaks_if_the_api_has_dropped_it() {
    let remove = |item: &mut Value| {
        rows(item, FORM).retain(|row| row["key"] != "asset");
        let description = item["request"]["description"].as_str().expect("it is a text");
        let lines = description.lines().filter(|line| !line.starts_with("| `asset` |"));
        item["request"]["description"] = lines.collect::<Vec<_>>().join("\n").into();
    };
    planted("TradeBalance", remove, &[(ChangeKind::ParamRemoved, "asset", Level::Breaking)]);
}

#[test]
fn a_required_param_that_is_new_breaks() {
    let add = |item: &mut Value| {
        rows(item, FORM).push(json!({"key": "new", "value": "1"}));
        redescribe(item, "\n| `nonce`", "\n| `new` | body | string | yes |  |  |\n| `nonce`");
    };
    planted("Balance", add, &[(ChangeKind::ParamAdded, "new", Level::Breaking)]);
}

#[test]
fn a_param_that_has_another_name_only_is_renamed() {
    let rename = |item: &mut Value| {
        row(item, FORM, "pair")["key"] = "symbol".into();
        redescribe(item, "| `pair` |", "| `symbol` |");
    };
    planted("AddOrder", rename, &[(ChangeKind::ParamRenamed, "pair", Level::Breaking)]);
}

#[test]
fn a_param_that_travels_elsewhere_has_moved() {
    let shift = |item: &mut Value| {
        let row = row(item, FORM, "asset").clone();
        rows(item, FORM).retain(|row| row["key"] != "asset");
        rows(item, QUERY).push(row);
    };
    planted("TradeBalance", shift, &[(ChangeKind::ParamPlace, "asset", Level::Breaking)]);
}

#[test]
fn what_the_description_says_of_params() {
    use ChangeKind::{ParamDefault, ParamEnum, ParamLimits, ParamRequired, ParamType};
    let cases = [
        (
            "| `volume` | body | string (decimal-string) | yes |",
            "| `volume` | body | string (decimal-string) |  |",
            (ParamRequired, "volume", Level::Compatible),
        ),
        (
            "| `price` | body | string (decimal-string-or-relative) |  |",
            "| `price` | body | string (decimal-string-or-relative) | yes |",
            (ParamRequired, "price", Level::Breaking),
        ),
        (
            "| `volume` | body | string (decimal-string) |",
            "| `volume` | body | number |",
            (ParamType, "volume", Level::Breaking),
        ),
        ("| yes | `buy` `sell` |", "| yes | `buy` |", (ParamEnum, "type", Level::Breaking)),
        (
            "| yes | `buy` `sell` |",
            "| yes | `buy` `sell` `hold` |",
            (ParamEnum, "type", Level::Compatible),
        ),
        (
            "`index` `last`, default `last`",
            "`index` `last`, default `index`",
            (ParamDefault, "trigger", Level::Compatible),
        ),
    ];
    for (old, new, expected) in cases {
        planted("AddOrder", |item| redescribe(item, old, new), &[expected]);
    }
    let limit = |item: &mut Value| redescribe(item, "| 1 to 500", "| 1 to 400");
    planted("Depth", limit, &[(ParamLimits, "count", Level::Breaking)]);
}

#[test]
fn what_is_sent_by_default() {
    use ChangeKind::{ParamEnabled, ParamValue};
    let off = |item: &mut Value| row(item, FORM, "validate")["disabled"] = true.into();
    planted("AddOrder", off, &[(ParamEnabled, "validate", Level::Compatible)]);
    let on = |item: &mut Value| row(item, FORM, "userref")["disabled"] = false.into();
    planted("AddOrder", on, &[(ParamEnabled, "userref", Level::Compatible)]);
    let other = |item: &mut Value| row(item, FORM, "pair")["value"] = "ETHUSD".into();
    planted("AddOrder", other, &[(ParamValue, "pair", Level::Compatible)]);
    let number = |item: &mut Value| row(item, FORM, "pair")["value"] = 5.into();
    planted("AddOrder", number, &[(ParamValue, "pair", Level::Compatible)]);
    let path = |item: &mut Value| item["request"]["url"]["variable"][0]["value"] = "x".into();
    planted("DeleteFundingAddress", path, &[(ParamValue, "id", Level::Compatible)]);
}

#[test]
fn keys_of_json_bodies_on_and_off() {
    use ChangeKind::{ParamAdded, ParamEnabled, ParamRemoved, ParamValue};
    let replace = |old: &'static str, new: &'static str| {
        move |item: &mut Value| {
            let raw = item["request"]["body"]["raw"].as_str().expect("it is a text").to_owned();
            assert!(raw.contains(old), "{raw}");
            item["request"]["body"]["raw"] = raw.replacen(old, new, 1).into();
        }
    };
    let name = "CancelOrderBatch";
    let on = replace("// \"otp\"", "\"otp\"");
    planted(name, on, &[(ParamEnabled, "otp", Level::Compatible)]);
    let add = replace("{\n", "{\n    \"new\": [1],\n");
    planted(name, add, &[(ParamAdded, "new", Level::Compatible)]);
    let add = replace("{\n", "{\n    // \"new\": [1],\n");
    planted(name, add, &[(ParamAdded, "new", Level::Compatible)]);
    let remove = replace("    // \"otp\": \"123456\",\n", "");
    planted(name, remove, &[(ParamRemoved, "otp", Level::Compatible)]);
    let value = replace("123456", "654321");
    planted(name, value, &[(ParamValue, "otp", Level::Compatible)]);
}

#[test]
fn bodies_headers_and_authorization() {
    use ChangeKind::{Auth, BodyMode, HeaderAdded, HeaderEnabled, HeaderRemoved, HeaderValue};
    let mode = |item: &mut Value| item["request"]["body"] = Value::Null;
    let gone =
        [(BodyMode, "", Level::Breaking), (ChangeKind::ParamRemoved, "nonce", Level::Breaking)];
    let old = generated();
    let mut new = old.clone();
    mode(item(&mut new, "GetWebSocketsToken"));
    let found = diff(&old, &new);
    for (kind, subject, level) in gone {
        assert!(changes(&found).contains(&(kind.word(), subject, level)), "{found:?}");
    }
    let language = |item: &mut Value| {
        item["request"]["body"]["options"]["raw"]["language"] = "json5".into();
    };
    let old = generated();
    let mut new = old.clone();
    language(item(&mut new, "ClaimFundingDepositAddress"));
    assert!(changes(&diff(&old, &new)).contains(&("body-mode", "", Level::Breaking)));
    let add = |item: &mut Value| {
        rows(item, "/request/header").push(json!({"key": "X-New", "value": "1"}));
    };
    planted("Balance", add, &[(HeaderAdded, "X-New", Level::Compatible)]);
    let remove =
        |item: &mut Value| rows(item, "/request/header").retain(|it| it["key"] != "API-Key");
    planted("Balance", remove, &[(HeaderRemoved, "API-Key", Level::Breaking)]);
    let value =
        |item: &mut Value| row(item, "/request/header", "API-Key")["value"] = "{{k}}".into();
    planted("Balance", value, &[(HeaderValue, "API-Key", Level::Compatible)]);
    let off = |item: &mut Value| row(item, "/request/header", "API-Key")["disabled"] = true.into();
    planted("Balance", off, &[(HeaderEnabled, "API-Key", Level::Compatible)]);
    let auth = |item: &mut Value| {
        let token = json!([{"key": "token", "value": "{{t}}", "type": "string"}]);
        item["request"]["auth"] = json!({"type": "bearer", "bearer": token});
    };
    planted("Balance", auth, &[(Auth, "", Level::Breaking)]);
}

#[test]
fn scripts_tests_descriptions_examples_and_settings() {
    use ChangeKind::{
        Description, ExampleAdded, ExampleChanged, ExampleRemoved, Script, Setting, Test,
    };
    let script = |listen: &'static str| {
        move |item: &mut Value| {
            let events = rows(item, "/event").iter_mut();
            for event in events.filter(|event| event["listen"] == listen) {
                event["script"]["exec"] = json!(["x = 1;"]);
            }
        }
    };
    planted("Balance", script("prerequest"), &[(Script, "", Level::Compatible)]);
    planted("Balance", script("test"), &[(Test, "", Level::Cosmetic)]);
    let describe = |item: &mut Value| redescribe(item, "Account Balance", "My Balance");
    planted("Balance", describe, &[(Description, "", Level::Cosmetic)]);
    let describe = |item: &mut Value| row(item, FORM, "pair")["description"] = "mine".into();
    planted("AddOrder", describe, &[(Description, "pair", Level::Cosmetic)]);
    let body = |item: &mut Value| item["response"][0]["body"] = "{}".into();
    planted("Balance", body, &[(ExampleChanged, "Success", Level::Cosmetic)]);
    let remove = |item: &mut Value| drop(rows(item, "/response").remove(0));
    planted("Balance", remove, &[(ExampleRemoved, "Success", Level::Cosmetic)]);
    let add = |item: &mut Value| rows(item, "/response").push(json!({"name": "mine"}));
    planted("Balance", add, &[(ExampleAdded, "mine", Level::Cosmetic)]);
    let setting = |item: &mut Value| {
        item["protocolProfileBehavior"] = json!({"disableBodyPruning": true});
    };
    planted("Balance", setting, &[(Setting, "disableBodyPruning", Level::Compatible)]);
}

#[test]
fn what_folders_and_the_collection_give_their_requests() {
    let script = json!([{"listen": "prerequest", "script": {"exec": ["x = 1;"]}}]);
    let behaviour = json!({"followRedirects": false});
    for place in ["", "/item/0"] {
        let old = generated();
        let mut new = old.clone();
        let here = new.pointer_mut(place).expect("it is there");
        here["event"] = script.clone();
        here["protocolProfileBehavior"] = behaviour.clone();
        let found = diff(&old, &new);
        let expected = if place.is_empty() { 79 } else { 12 };
        assert_eq!(found.changed.len(), expected);
        for changed in &found.changed {
            let kinds: Vec<_> = changed.changes.iter().map(|change| change.kind).collect();
            assert_eq!(kinds, [ChangeKind::Script, ChangeKind::Setting]);
        }
    }
}

#[test]
fn another_host_behind_the_base_url() {
    let old = generated();
    let mut new = old.clone();
    new["variable"][0]["value"] = "https://me:secret@example.com".into();
    let found = diff(&old, &new);
    assert_eq!(found.changed.len(), 79);
    let change = &found.changed[0].changes[0];
    assert_eq!((change.kind, change.level), (ChangeKind::Host, Level::Breaking));
    assert_eq!(change.before.as_deref(), Some("https://api.kraken.com"));
    assert_eq!(change.after.as_deref(), Some("https://example.com"));
}

#[test]
fn bodies_without_params() {
    let with = |body: Value| {
        let mut request = request("a", "POST", "https://h/a");
        request["request"]["body"] = body;
        collection(json!([request]))
    };
    let graphql = |query: &str| {
        with(
            json!({"mode": "graphql", "graphql": {"query": query, "variables": "{\"b\": 1, \"a\": 2}"}}),
        )
    };
    assert!(diff(&graphql("query { a\n  b }"), &graphql("query  { a b }")).is_empty());
    let raw = |text: &str| with(json!({"mode": "raw", "raw": text}));
    let file = |path: &str| with(json!({"mode": "file", "file": {"src": path}}));
    let pairs = [
        (graphql("{ a }"), graphql("{ b }")),
        (raw("<a/>"), raw("<b/>")),
        (raw("[1]"), raw("[2]")),
        (raw("{{payload}}"), raw("{{other}}")),
        (file("a.bin"), file("b.bin")),
    ];
    for (old, new) in pairs {
        let found = diff(&old, &new);
        let kinds: Vec<_> = found.changed[0].changes.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [ChangeKind::Body], "{new}");
    }
    assert!(diff(&raw("[1, {\"a\": 1, \"b\": 2}]"), &raw("[1,{\"b\":2,\"a\":1}]")).is_empty());
    assert!(diff(&raw(""), &with(Value::Null)).is_empty());
}

#[test]
fn endpoints_added_removed_and_moved() {
    let old = generated();
    let mut new = old.clone();
    let moved = new["item"][0]["item"].as_array_mut().expect("requests").remove(2);
    new["item"][1]["item"].as_array_mut().expect("requests").push(moved);
    item(&mut new, "Balance")["name"] = "My balance".into();
    new["item"][2]["item"][0] = request("New", "GET", "{{base_url}}/0/public/New");
    let found = diff(&old, &new);
    assert_eq!((found.added.len(), found.removed.len(), found.moved.len()), (1, 1, 2));
    assert_eq!(found.added[0].path, "/0/public/New");
    assert_eq!(found.removed[0].path, "/0/private/AddOrder");
    let places: Vec<_> = found.moved.iter().map(|it| (it.from.as_str(), it.to.as_str())).collect();
    let expected = [
        ("Account Data / Balance", "Account Data / My balance"),
        ("Market Data / MaintenanceSchedule", "Account Data / MaintenanceSchedule"),
    ];
    assert_eq!(places, expected);
    assert_eq!((found.changed.len(), found.unchanged), (0, 76));
    assert_eq!(found.worst(), Some(Level::Breaking));
}

#[test]
fn secrets_are_not_shown() {
    let with = |value: &str| {
        let mut request = request("a", "POST", "https://h/a");
        request["request"]["header"] = json!([{"key": "Authorization", "value": value}]);
        let password = json!({"login": {"user": "me", "password": value}}).to_string();
        request["request"]["body"] = json!({"mode": "raw", "raw": password});
        request["request"]["auth"] =
            json!({"type": "basic", "basic": [{"key": "password", "value": value}]});
        request["request"]["certificate"] = json!({"passphrase": value});
        collection(json!([request]))
    };
    let found = diff(&with("s3cret-old"), &with("s3cret-new"));
    assert_eq!(found.changed[0].changes.len(), 4);
    assert!(!format!("{found:?}").contains("s3cret"), "{found:?}");
    assert!(format!("{found:?}").contains("***"));
}
