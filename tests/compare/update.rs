//! What an update does to an edited collection, and what it leaves.

use countersign::compare::update::{Options, Update, UpdateError, Verdicts, Why};
use countersign::countersign::Status;
use countersign::generate::ScriptStyle;
use countersign::source::Document;
use serde_json::{Value, json};

use super::support::{
    api, collection, coverage, diff, generated, generated_text, item, request, updated, value,
    written,
};

#[test]
fn a_generated_collection_needs_no_update() {
    for style in [ScriptStyle::Request, ScriptStyle::Collection, ScriptStyle::Classic] {
        let text = generated_text(style);
        let update = updated(&text);
        assert_eq!((update.plan.kept, update.plan.has_work()), (79, false), "{:?}", update.plan);
        assert_eq!(update.text, text);
    }
}

#[test]
fn an_empty_collection_becomes_a_whole_one() {
    for empty in ["{\"info\": {}}", "{\"item\":[]}", "{\r\n\t\"info\": {},\r\n\t\"item\": []\r\n}"]
    {
        let update = updated(empty);
        assert_eq!(update.plan.added.len(), 79);
        assert!(update.plan.added.iter().all(|added| added.makes_folder));
        let now = value(&update);
        assert!(diff(&generated(), &now).is_empty());
        assert_eq!(now["variable"], generated()["variable"]);
        assert!(!updated(&update.text).plan.has_work());
        assert_eq!(empty.contains('\n'), update.text.contains('\n'));
    }
}

#[test]
fn a_missing_endpoint_goes_to_where_the_others_of_its_group_are() {
    let mut edited = generated();
    let mut folder = edited["item"].as_array_mut().expect("folders").remove(0);
    folder["name"] = "Public".into();
    folder["item"].as_array_mut().expect("requests").remove(5);
    edited["item"]
        .as_array_mut()
        .expect("folders")
        .insert(0, json!({"name": "Mine", "item": [folder]}));
    let update = updated(&written(&edited));
    assert_eq!(update.plan.added.len(), 1);
    let added = &update.plan.added[0];
    assert_eq!((added.folder.as_str(), added.makes_folder), ("Public", false));
    assert_eq!(value(&update)["item"][0]["item"][0]["item"][5]["name"], added.name.as_str());
}

#[test]
fn a_missing_folder_goes_beside_its_neighbours() {
    let mut edited = generated();
    let folders = edited["item"].as_array_mut().expect("folders");
    folders.remove(4);
    folders.remove(3);
    let nested = json!({"name": "Kraken", "item": folders.clone()});
    for edited in [edited.clone(), collection(json!([request("mine", "GET", "https://h"), nested]))]
    {
        let update = updated(&written(&edited));
        let now = value(&update);
        let list = now.pointer("/item/1/item").filter(|it| it[0].get("item").is_some());
        let list = list.unwrap_or(&now["item"]);
        assert_eq!(list[2]["name"], "Trading");
        assert_eq!(list[3]["name"], "Funding (Beta)");
        assert_eq!(list[4]["name"], "Funding (Legacy)");
        assert_eq!(list[5]["name"], "Subaccounts");
    }
}

#[test]
fn what_is_added_does_as_the_others_do() {
    let styles = [ScriptStyle::Request, ScriptStyle::Collection, ScriptStyle::Classic];
    for style in styles {
        let whole: Value = serde_json::from_str(&generated_text(style)).expect("JSON");
        let mut edited = whole.clone();
        for folder in edited["item"].as_array_mut().expect("folders") {
            folder["item"].as_array_mut().expect("requests").truncate(2);
        }
        assert_eq!(value(&updated(&written(&edited))), whole);
    }
}

#[test]
fn what_is_added_begins_with_the_base_url_of_the_others() {
    let own_base = |url: &Value, variables: Value| {
        let mut edited = collection(json!([request("Time", "GET", "")]));
        edited["item"][0]["request"]["url"] = url.clone();
        edited["variable"] = variables;
        let now = value(&updated(&written(&edited)));
        assert!(coverage(&[&now]).missing.is_empty(), "{url}");
        let mut now = now;
        let url = item(&mut now, "Assets")["request"]["url"].clone();
        (url["raw"].as_str().expect("text").to_owned(), url["host"].clone(), url["path"].clone())
    };
    let path = json!(["0", "public", "Assets"]);
    let text = json!("{{kraken}}/0/public/Time");
    let expected = ("{{kraken}}/0/public/Assets".to_owned(), json!(["{{kraken}}"]), path.clone());
    assert_eq!(own_base(&text, json!([])), expected);
    let host = json!(["api", "kraken", "com"]);
    let text = json!("https://api.kraken.com/0/public/Time?x=1");
    let expected = ("https://api.kraken.com/0/public/Assets".to_owned(), host.clone(), path);
    assert_eq!(own_base(&text, json!([])), expected);
    let parts = json!({"protocol": "https", "host": host, "path": ["0", "public", "Time"]});
    assert_eq!(own_base(&parts, json!([])), expected);
    let short =
        json!({"raw": "{{root}}/public/Time", "host": ["{{root}}"], "path": ["public", "Time"]});
    let expected =
        ("{{root}}/public/Assets".to_owned(), json!(["{{root}}"]), json!(["public", "Assets"]));
    assert_eq!(
        own_base(&short, json!([{"key": "root", "value": "https://api.kraken.com/0"}])),
        expected
    );
    assert_eq!(own_base(&short, json!([])), expected);
}

#[test]
fn missing_params_are_put_where_the_documentation_has_them() {
    let mut edited = generated();
    let rows = &mut item(&mut edited, "AddOrder")["request"]["body"]["urlencoded"];
    rows.as_array_mut().expect("rows").retain(|row| row["key"] != "userref" && row["key"] != "otp");
    let url = &mut item(&mut edited, "Ticker")["request"]["url"];
    url.as_object_mut().expect("parts").remove("query");
    item(&mut edited, "Ticker")["request"]["url"]["raw"] = "{{base_url}}/0/public/Ticker".into();
    let update = updated(&written(&edited));
    let changed = update.plan.changed.iter();
    let changed: Vec<_> =
        changed.map(|it| (it.target.name.as_str(), it.params.join(" "))).collect();
    let ticker = ("Ticker", "pair asset_class assetVersion".to_owned());
    assert_eq!(changed, [ticker, ("AddOrder", "userref otp".to_owned())]);
    assert!(
        diff(&generated(), &value(&update)).worst()
            <= Some(countersign::compare::diff::Level::Compatible)
    );
    let mut now = value(&update);
    assert_eq!(item(&mut now, "AddOrder"), item(&mut generated(), "AddOrder"));
    let query = item(&mut now, "Ticker")["request"]["url"]["query"].clone();
    assert!(query.as_array().expect("rows").iter().all(|row| row["disabled"] == true), "{query}");
}

#[test]
fn params_of_json_bodies_are_put_into_comments() {
    let name = "CreateFundingWithdrawal";
    let whole = item(&mut generated(), name)["request"]["body"]["raw"].clone();
    let whole = whole.as_str().expect("a text").to_owned();
    let on: Vec<_> = whole.lines().filter(|line| !line.contains("//")).collect();
    for raw in [
        on.join("\n"),
        on.join("\r\n"),
        on.join(""),
        "{\"mine\": {{x}}}".to_owned(),
        "{\"a\":1 }".to_owned(),
    ] {
        let mut edited = generated();
        item(&mut edited, name)["request"]["body"]["raw"] = raw.clone().into();
        let update = updated(&written(&edited));
        assert!(!updated(&update.text).plan.has_work(), "{}", update.text);
        assert_eq!(coverage(&[&value(&update)]).missing_params, []);
        let mut now = value(&update);
        let now =
            item(&mut now, name)["request"]["body"]["raw"].as_str().expect("a text").to_owned();
        assert_eq!(sent(&now), sent(&raw), "{now}");
    }
}

/// What is left of a JSON text without comments and blanks.
fn sent(raw: &str) -> String {
    let mut rest = raw.to_owned();
    while let Some((before, after)) = rest.split_once("/*") {
        let after = after.split_once("*/").map_or("", |(_, after)| after);
        rest = format!("{before}{after}");
    }
    let lines = rest.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<String>().split_whitespace().collect()
}

#[test]
fn what_cannot_be_off_is_left_alone_and_said() {
    let mut edited = generated();
    let lacking = |item: &mut Value, body: Value| item["request"]["body"] = body;
    lacking(item(&mut edited, "Balance"), json!({"mode": "raw", "raw": "nonce={{api_nonce}}"}));
    lacking(item(&mut edited, "BalanceEx"), Value::Null);
    lacking(item(&mut edited, "CreditLines"), json!({"mode": "formdata", "formdata": []}));
    item(&mut edited, "Ticker")["request"]["url"] = "{{base_url}}/0/public/Ticker".into();
    item(&mut edited, "Assets")["request"] = "{{base_url}}/0/public/Assets".into();
    item(&mut edited, "ListFundingAssets")["request"]["header"] = Value::Null;
    item(&mut edited, "ListFundingNetworks")["request"]["url"]["query"] = Value::Null;
    let update = updated(&written(&edited));
    let left = update.plan.left_alone.iter();
    let left: Vec<_> = left.map(|it| (it.target.name.as_str(), it.why)).collect();
    let expected =
        [("Assets", Why::OneText), ("Ticker", Why::OneText), ("Balance", Why::OtherBody)];
    assert_eq!(left, expected);
    let mut now = value(&update);
    assert_eq!(item(&mut now, "BalanceEx")["request"]["body"]["mode"], "urlencoded");
    assert_eq!(item(&mut now, "ListFundingAssets")["request"]["header"][0]["key"], "API-OTP");
    let query = &item(&mut now, "ListFundingNetworks")["request"]["url"]["query"];
    assert_eq!(query[0]["disabled"], true);
    let parts = item(&mut now, "CreditLines")["request"]["body"]["formdata"].clone();
    assert!(
        parts
            .as_array()
            .expect("rows")
            .iter()
            .all(|row| row["disabled"] == true && row["type"] == "text")
    );
    assert!(!updated(&update.text).plan.has_work());
}

#[test]
fn the_unit_of_nonces_stays() {
    let options = countersign::generate::Options {
        nonce_unit: countersign::generate::NonceUnit::Nanoseconds,
        ..countersign::generate::Options::default()
    };
    let files = countersign::generate::generate(api(), &options).expect("the templates are right");
    let mut edited: Value = serde_json::from_str(&files[0].text).expect("JSON");
    edited["item"].as_array_mut().expect("folders").remove(2);
    let update = updated(&written(&edited));
    assert_eq!(value(&update), serde_json::from_str::<Value>(&files[0].text).expect("JSON"));
}

#[test]
fn requests_that_are_elsewhere_stay_there() {
    let mut edited = generated();
    let moved = edited["item"][0]["item"].as_array_mut().expect("requests").remove(2);
    edited["item"][1]["item"].as_array_mut().expect("requests").push(moved);
    item(&mut edited, "Balance")["name"] = "My balance".into();
    let text = written(&edited);
    let update = updated(&text);
    assert_eq!(update.text, text);
    let moved = update.plan.moved.iter();
    let moved: Vec<_> = moved.map(|it| (it.from.as_str(), it.to.as_str())).collect();
    let expected = [
        ("Account Data / Balance", "Account Data / My balance"),
        ("Market Data / MaintenanceSchedule", "Account Data / MaintenanceSchedule"),
    ];
    assert_eq!(moved, expected);
}

#[test]
fn no_signature_that_is_right_is_broken() {
    let with_own_script = || {
        let mut edited = generated();
        for name in ["Balance", "CreateFundingWithdrawal"] {
            let item = item(&mut edited, name);
            item["event"][0]["script"]["exec"] = json!(["sign(pm.request.body)"]);
        }
        let rows = item(&mut edited, "Balance")["request"]["body"]["urlencoded"].as_array_mut();
        rows.expect("rows").truncate(1);
        let raw = "{\"method_id\": 1}";
        item(&mut edited, "CreateFundingWithdrawal")["request"]["body"]["raw"] = raw.into();
        written(&edited)
    };
    let asked = std::cell::Cell::new(0);
    let funding = generated()["item"][3]["item"].as_array().expect("requests").clone();
    let index = funding.iter().position(|it| it["name"] == "CreateFundingWithdrawal");
    let withdrawal = format!("/item/3/item/{}", index.expect("it is there"));
    let run = |verdict: &dyn Fn(bool) -> Status| {
        let verdicts = |document: &Document| {
            asked.set(asked.get() + 1);
            let has_params = document.text().contains("rebase_multiplier\",\n");
            let all = ["/item/1/item/0", withdrawal.as_str()];
            all.iter().map(|it| ((*it).to_owned(), verdict(has_params))).collect()
        };
        let text = with_own_script();
        let document = Document::read(text.as_bytes()).expect("JSON");
        let options = Options { prune: false, verdicts: &verdicts };
        let update = Update::of(&document, api(), &options).expect("it is a collection");
        let left = update.plan.left_alone.iter().filter(|it| it.why == Why::BreaksSignature);
        (update.plan.changed.len(), left.count())
    };
    let before = Document::read(with_own_script().as_bytes())
        .expect("JSON")
        .text()
        .matches("rebase_multiplier\",\n")
        .count();
    assert!(before > 0);
    assert_eq!(run(&|_| Status::Verified), (2, 0), "both still sign right");
    // Comments in a body are only put where the signature is proved to be right with them.
    assert_eq!(run(&|_| Status::Mismatched), (1, 1));
    let times = std::cell::Cell::new(0);
    let first_only = |_| {
        times.set(times.get() + 1);
        if times.get() <= 2 { Status::Verified } else { Status::Mismatched }
    };
    assert_eq!(run(&first_only), (0, 2), "neither signs right with the params in it");
    assert_eq!(asked.get(), 6);
}

#[test]
fn other_files_are_refused() {
    let refused = |text: &str| {
        let document = Document::read(text.as_bytes()).expect("JSON");
        let options = Options { prune: false, verdicts: &|_| Verdicts::new() };
        Update::of(&document, api(), &options).expect_err("it is no collection")
    };
    let v20 = "https://schema.getpostman.com/json/collection/v2.0.0/collection.json";
    for text in
        ["[]", "5", "{}", "{\"values\": []}", &format!("{{\"info\": {{\"schema\": \"{v20}\"}}}}")]
    {
        assert!(matches!(refused(text), UpdateError::OtherKind { .. }), "{text}");
    }
    for text in ["{\"item\": null}", "{\"item\": {}}", "{\"info\": {}, \"item\": 5}"] {
        assert!(matches!(refused(text), UpdateError::NoItems), "{text}");
    }
}
