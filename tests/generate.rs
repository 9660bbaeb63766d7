//! `countersign generate`: what it writes, and what it says when it cannot.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use countersign::collection::{Collection, Environment};
use serde_json::Value;

use crate::support::program::{Finish as _, Outcome, countersign};
use crate::support::{edits, fixture};

fn generate(folder: &Path, args: &[&str]) -> Outcome {
    countersign().arg("generate").args(args).arg("--out").arg(folder).finished()
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("the file was written");
    serde_json::from_str(&text).expect("the file is JSON")
}

fn spot(args: &[&str]) -> Value {
    let folder = tempfile::tempdir().expect("there is room");
    generate(folder.path(), args).succeeded();
    read(&folder.path().join("kraken-spot.postman_collection.json"))
}

fn request<'a>(collection: &'a Value, name: &str) -> &'a Value {
    fn find<'a>(items: &'a Value, name: &str) -> Option<&'a Value> {
        items.as_array()?.iter().find_map(|item| match item.get("item") {
            Some(items) => find(items, name),
            None => (item["name"] == name).then_some(item),
        })
    }
    find(&collection["item"], name).expect("the request is there")
}

fn rows<'a>(item: &'a Value, list: &str) -> Vec<(&'a str, &'a str, bool)> {
    let rows = item["request"].pointer(list).and_then(Value::as_array).expect("there are rows");
    let text = |row: &'a Value, key: &str| row[key].as_str().expect("rows hold text");
    rows.iter().map(|row| (text(row, "key"), text(row, "value"), row["disabled"] != true)).collect()
}

#[test]
fn writes_a_collection_and_an_environment() {
    let folder = tempfile::tempdir().expect("there is room");
    let finished = generate(folder.path(), &[]).succeeded();
    let said = finished.stderr.lines().next();
    assert_eq!(said, Some("generated 2 files with 79 requests; 2 changed"));
    let names: BTreeSet<_> = fs::read_dir(folder.path())
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").file_name().into_string().expect("Unicode"))
        .collect();
    let expected = ["kraken-spot.postman_collection.json", "kraken-spot.postman_environment.json"];
    assert_eq!(names, expected.map(str::to_owned).into());
}

#[test]
fn every_param_of_every_endpoint_is_there() {
    let catalog = countersign::catalog::Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("it is built in");
    for style in ["request", "collection", "classic"] {
        let collection = spot(&["--script", style]);
        for endpoint in api.endpoints() {
            let request = &request(&collection, &endpoint.name)["request"];
            assert_eq!(request["method"], endpoint.method.as_str(), "{}", endpoint.name);
            let text = request.to_string();
            for param in &endpoint.params {
                let named =
                    [format!("\"key\":\"{}\"", param.name), format!("\\\"{}\\\"", param.name)];
                assert!(
                    named.iter().any(|name| text.contains(name)),
                    "{style}: {} lacks {}",
                    endpoint.name,
                    param.name
                );
            }
        }
    }
}

#[test]
fn required_params_are_on_and_optional_ones_off() {
    let collection = spot(&[]);
    let rows = rows(request(&collection, "AddOrder"), "/body/urlencoded");
    for row in
        [("nonce", "{{api_nonce}}", true), ("pair", "XBTUSD", true), ("userref", "36493663", false)]
    {
        assert!(rows.contains(&row), "{row:?} is not in {rows:?}");
    }
    assert!(rows.contains(&("validate", "true", true)), "orders are only checked by default");
    assert!(rows.contains(&("otp", "123456", false)));
}

#[test]
fn json_bodies_show_what_is_off_in_comments() {
    let collection = spot(&[]);
    let raw = request(&collection, "CancelOrderBatch")["request"]["body"]["raw"].as_str();
    insta::assert_snapshot!(raw.expect("the body is raw"));
}

#[test]
fn requests_that_move_money_say_so() {
    let catalog = countersign::catalog::Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("it is built in");
    let collection = spot(&[]);
    for endpoint in api.endpoints() {
        let item = request(&collection, &endpoint.name);
        let description = item["request"]["description"].as_str().expect("there is one");
        assert_eq!(
            description.contains("**Moves money.**"),
            endpoint.moves_money,
            "{}",
            endpoint.name
        );
        assert!(description.contains(&endpoint.docs), "{}", endpoint.name);
    }
    for name in ["AddOrder", "CancelAll", "Withdraw", "WalletTransfer", "AccountTransfer"] {
        assert!(api.endpoints().any(|it| it.name == name && it.moves_money), "{name}");
    }
}

#[test]
fn each_request_has_a_success_and_an_error_example() {
    let mut count = 0;
    let collection = spot(&[]);
    for group in collection["item"].as_array().expect("folders") {
        for item in group["item"].as_array().expect("requests") {
            let names: Vec<_> =
                item["response"].as_array().expect("a list").iter().map(|it| &it["name"]).collect();
            assert_eq!(names.len(), 2, "{}", item["name"]);
            assert_eq!(names[0], "Success");
            assert!(names[1].as_str().is_some_and(|it| it.starts_with("Error: ")));
            count += 1;
        }
    }
    assert_eq!(count, 79);
}

#[test]
fn folders_are_the_groups_of_the_documentation_in_order() {
    let collection = spot(&[]);
    let folders = collection["item"].as_array().expect("folders").iter();
    let names: Vec<_> = folders.map(|it| it["name"].as_str().expect("named")).collect();
    let expected = [
        "Market Data",
        "Account Data",
        "Trading",
        "Funding (Beta)",
        "Funding (Legacy)",
        "Subaccounts",
        "Earn",
        "Transparency",
        "Affiliate reporting",
    ];
    assert_eq!(names, expected);
}

#[test]
fn credentials_are_only_in_the_environment_and_masked() {
    let folder = tempfile::tempdir().expect("there is room");
    generate(folder.path(), &[]).succeeded();
    let text = fs::read_to_string(folder.path().join("kraken-spot.postman_environment.json"));
    let environment = Environment::from_json(&text.expect("it is there")).expect("it is sound");
    let values: Vec<_> = environment
        .values
        .iter()
        .map(|it| (it.key.text().unwrap_or_default(), it.r#type.text().unwrap_or_default()))
        .collect();
    assert_eq!(values, [("api_key", "secret"), ("api_secret", "secret")]);
    let collection = read(&folder.path().join("kraken-spot.postman_collection.json"));
    let variables: Vec<_> =
        collection["variable"].as_array().expect("a list").iter().map(|it| &it["key"]).collect();
    assert_eq!(variables, ["base_url"]);
}

#[test]
fn layouts_have_a_file_each_group_or_endpoint() {
    let count = |layout: &str| {
        let folder = tempfile::tempdir().expect("there is room");
        generate(folder.path(), &["--layout", layout]).succeeded();
        let below = folder.path().join("kraken-spot").join(format!("{layout}s"));
        let files: Vec<_> = fs::read_dir(below).expect("the folder is there").collect();
        for file in &files {
            let path = file.as_ref().expect("it can be read").path();
            let text = fs::read_to_string(path).expect("it can be read");
            assert_eq!(Collection::from_json(&text).expect("it is sound").to_json_pretty(), text);
        }
        files.len()
    };
    assert_eq!(count("group"), 9);
    assert_eq!(count("endpoint"), 79);
}

#[test]
fn classic_get_web_sockets_token_is_krakens_published_sample() {
    let folder = tempfile::tempdir().expect("there is room");
    let args = ["--script", "classic", "--layout", "endpoint", "--endpoint", "GetWebSocketsToken"];
    generate(folder.path(), &args).succeeded();
    let path = "kraken-spot/endpoints/GetWebSocketsToken.postman_collection.json";
    let mut ours = read(&folder.path().join(path));
    let mut theirs: Value = serde_json::from_str(&fixture("kraken-sample.postman_collection.json"))
        .expect("the sample is JSON");
    for collection in [&mut ours, &mut theirs] {
        collection["info"]["_postman_id"] = Value::Null;
        collection["item"][0]["event"][0]["script"]["id"] = Value::Null;
    }
    // As text, so that the order of keys counts too.
    assert_eq!(format!("{ours:#}"), format!("{theirs:#}"));
}

#[test]
fn one_script_on_the_collection_replaces_those_on_requests() {
    let collection = spot(&["--script", "collection"]);
    assert_eq!(collection["event"][0]["listen"], "prerequest");
    let listens: Vec<_> = request(&collection, "Balance")["event"]
        .as_array()
        .expect("events")
        .iter()
        .map(|it| &it["listen"])
        .collect();
    assert_eq!(listens, ["test"]);
}

#[test]
fn nonce_units_change_the_scripts_and_nothing_else() {
    let microseconds = spot(&[]).to_string();
    let milliseconds = spot(&["--nonce-unit", "ms"]).to_string();
    let nanoseconds = spot(&["--nonce-unit", "ns"]).to_string();
    assert!(microseconds.contains("BigInt(Date.now()) * BigInt(1000);"));
    let neutral = |text: &str, unit: &str, factor: &str| {
        text.replace(&format!("//    {unit},"), "//    microseconds,")
            .replace(factor, "BigInt(Date.now()) * BigInt(1000);")
    };
    let same = neutral(&milliseconds, "milliseconds", "BigInt(Date.now());") == microseconds;
    assert!(same, "milliseconds change more than the script's unit");
    let factor = "BigInt(Date.now()) * BigInt(1000000);";
    let same = neutral(&nanoseconds, "nanoseconds", factor) == microseconds;
    assert!(same, "nanoseconds change more than the script's unit");
}

#[test]
fn filters_choose_endpoints_and_groups() {
    let one = spot(&["--endpoint", "AddOrder", "--endpoint", "Time"]);
    assert_eq!(edits::count(&one), 2);
    let group = spot(&["--group", "Funding (Legacy)"]);
    assert_eq!(edits::count(&group), 10);
    assert_eq!(edits::count(&spot(&["--group", "Funding"])), 10);
}

#[test]
fn committed_collections_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("collections");
    for layout in ["single", "endpoint"] {
        generate(&root, &["--check", "--layout", layout]).succeeded();
    }
}

#[test]
fn check_names_each_stale_file_and_writes_nothing() {
    let folder = tempfile::tempdir().expect("there is room");
    let out = folder.path().join("out");
    let missing = generate(&out, &["--check"]).failed_with(1);
    assert_eq!(missing.stdout.matches(" is missing\n").count(), 2, "{}", missing.stdout);
    assert!(!out.exists());

    generate(&out, &[]).succeeded();
    generate(&out, &["--check"]).succeeded();
    let collection = out.join("kraken-spot.postman_collection.json");
    let text = fs::read_to_string(&collection).expect("it is there") + " ";
    fs::write(&collection, &text).expect("it can be written");
    let stale = generate(&out, &["--check"]).failed_with(1);
    assert!(stale.stdout.contains("kraken-spot.postman_collection.json differs"));
    assert!(stale.stderr.contains("1 of 2 files stale"), "{}", stale.stderr);
    assert_eq!(fs::read_to_string(&collection).expect("it is there"), text);
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folders = [(); 2].map(|()| tempfile::tempdir().expect("there is room"));
    for folder in &folders {
        generate(folder.path(), &["--layout", "endpoint"]).succeeded();
    }
    let read = |folder: &Path| {
        let below = fs::read_dir(folder.join("kraken-spot/endpoints")).expect("it is there");
        let mut files: Vec<_> = below.map(|it| it.expect("it can be read").path()).collect();
        files.sort();
        files.into_iter().map(|it| fs::read(it).expect("it can be read")).collect::<Vec<_>>()
    };
    assert_eq!(read(folders[0].path()), read(folders[1].path()));
}

#[test]
fn a_target_that_cannot_be_written_leaves_all_files_as_they_were() {
    let folder = tempfile::tempdir().expect("there is room");
    let collection = folder.path().join("kraken-spot.postman_collection.json");
    fs::write(&collection, "mine").expect("it can be written");
    let environment = folder.path().join("kraken-spot.postman_environment.json");
    fs::create_dir(&environment).expect("it can be made");
    let finished = generate(folder.path(), &[]).failed_with(2);
    assert!(
        finished.stderr.contains("kraken-spot.postman_environment.json"),
        "{}",
        finished.stderr
    );
    assert_eq!(fs::read_to_string(&collection).expect("it is there"), "mine");
    assert_eq!(
        fs::read_dir(folder.path()).expect("it is there").count(),
        2,
        "no file is left over"
    );
}

#[test]
fn a_folder_that_is_a_file_is_an_error() {
    let folder = tempfile::tempdir().expect("there is room");
    let out = folder.path().join("out");
    fs::write(&out, "mine").expect("it can be written");
    let finished = generate(&out, &[]).failed_with(2);
    assert!(finished.stderr.starts_with("error: failed to "), "{}", finished.stderr);
    assert_eq!(fs::read_to_string(&out).expect("it is there"), "mine");
}

#[test]
fn unknown_names_are_errors_that_name_the_nearest() {
    let folder = tempfile::tempdir().expect("there is room");
    let stderr = |args: &[&str]| generate(folder.path(), args).failed_with(2).stderr;
    assert_eq!(
        stderr(&["--endpoint", "AddOrdr"]),
        "error: api `kraken-spot` has no endpoint `AddOrdr`; did you mean `AddOrder`?\n"
    );
    assert!(stderr(&["--group", "Tradng"]).contains("has no group `Tradng`; it has `Market Data`"));
    assert!(stderr(&["kraken-spt"]).contains("did you mean `kraken-spot`?"));
    assert!(
        stderr(&["--group", "Earn", "--endpoint", "Time"])
            .contains("no endpoint of api `kraken-spot`")
    );
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 0);
}
