//! `countersign update`, as a user starts it.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::support::{generated, item, written};
use crate::support::program::{Finish as _, Outcome, countersign};

fn folder(collection: &Value) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("a.json"), written(collection)).expect("it can be written");
    folder
}

fn text(folder: &Path) -> String {
    fs::read_to_string(folder.join("a.json")).expect("it is there")
}

fn update(folder: &Path, args: &[&str]) -> Outcome {
    let mut command = countersign();
    command.current_dir(folder).args(["update", "a.json", "--api", "kraken-spot"]);
    command.args(args).finished()
}

/// The generated collection without a group, and with a param less.
fn lacking() -> Value {
    let mut lacking = generated();
    let folders = lacking["item"].as_array_mut().expect("folders");
    folders.remove(5);
    let rows = item(&mut lacking, "AddOrder")["request"]["body"]["urlencoded"].as_array_mut();
    rows.expect("rows").retain(|row| row["key"] != "userref");
    lacking
}

#[test]
fn writes_the_file_and_says_what_it_did() {
    let folder = folder(&lacking());
    let shown = update(folder.path(), &[]).succeeded();
    insta::assert_snapshot!(shown.stdout);
    assert_eq!(text(folder.path()), written(&generated()));
    assert_eq!(update(folder.path(), &[]).succeeded().stdout, "79 requests kept\n");
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1, "no file is left");
}

#[test]
fn a_dry_run_writes_nothing_and_exits_with_1() {
    let folder = folder(&lacking());
    let before = text(folder.path());
    let shown = update(folder.path(), &["--dry-run", "--format", "json"]).failed_with(1);
    assert_eq!(text(folder.path()), before);
    let plan: Value = serde_json::from_str(&shown.stdout).expect("JSON");
    assert_eq!((&plan["kept"], plan["added"].as_array().map(Vec::len)), (&76.into(), Some(2)));
    assert_eq!(plan["changed"][0]["params"][0], "userref");
    let schema = countersign().args(["schema", "update"]).finished().succeeded().stdout;
    let schema = serde_json::from_str(&schema).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &plan));
    update(folder.path(), &[]).succeeded();
    update(folder.path(), &["--dry-run"]).succeeded();
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder(&lacking());
    let mut command = countersign();
    command.args(["update", "-", "--api", "kraken-spot"]);
    let input = fs::File::open(folder.path().join("a.json")).expect("it is there");
    let finished = command.stdin(input).finished().succeeded();
    assert_eq!(finished.stdout, written(&generated()));
    assert!(finished.stderr.ends_with("76 requests kept, 2 added, 1 changed\n"));
}

#[test]
fn what_cannot_be_updated_is_an_error_and_stays() {
    let folder = folder(&generated());
    for (content, said) in [
        ("{", "it seems to be cut off"),
        ("", "the file is empty"),
        ("[]", "is a list, expected a Postman Collection v2.1"),
        ("{\"info\": {}, \"item\": 5}", "`item` of the collection is no list"),
    ] {
        fs::write(folder.path().join("a.json"), content).expect("it can be written");
        let failed = update(folder.path(), &[]).failed_with(2);
        assert!(failed.stderr.contains(said), "{}", failed.stderr);
        assert_eq!(text(folder.path()), content);
    }
    let mut command = countersign();
    command.current_dir(folder.path()).args(["update", "nowhere.json", "--api", "kraken-spot"]);
    command.finished().failed_with(2);
    let mut command = countersign();
    command.current_dir(folder.path()).args(["update", "a.json", "--api", "kraken-spt"]);
    assert!(command.finished().failed_with(2).stderr.contains("did you mean `kraken-spot`?"));
}

#[test]
fn a_signature_of_ones_own_is_not_broken() {
    // It signs all rows, those that are off as well.
    let script = r#"
        var body = pm.request.body.urlencoded.all().map(function (row) {
            return row.key + "=" + pm.variables.replaceIn(row.value);
        }).join("&");
        var nonce = String(Date.now());
        pm.variables.set("api_nonce", nonce);
        body = body.replace("{{api_nonce}}", nonce);
        var hash = CryptoJS.SHA256(nonce + body);
        var mac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, CryptoJS.enc.Base64.parse(pm.variables.get("api_secret")));
        mac.update("/0/private/Balance");
        mac.update(hash);
        pm.variables.set("api_signature", mac.finalize().toString(CryptoJS.enc.Base64));
    "#;
    let mut own = generated();
    let balance = item(&mut own, "Balance");
    balance["event"][0]["script"]["exec"] = script.lines().collect::<Vec<_>>().into();
    balance["request"]["body"]["urlencoded"].as_array_mut().expect("rows").truncate(1);
    let folder = folder(&own);
    let shown = update(folder.path(), &[]).succeeded();
    insta::assert_snapshot!(shown.stdout);
    assert_eq!(text(folder.path()), written(&own));
}

/// The file is the old or the new one at any moment, however often the program is killed.
#[cfg(unix)]
#[test]
fn a_killed_update_leaves_a_whole_file() {
    let mut large = lacking();
    let more = generated()["item"].clone();
    large["item"].as_array_mut().expect("folders").extend((0..12).flat_map(|number| {
        let mut copy = more.clone();
        for folder in copy.as_array_mut().expect("folders") {
            folder["name"] = format!("copy {number}").into();
            for item in folder["item"].as_array_mut().expect("requests") {
                item["request"]["url"] = "https://mine.example/x".into();
            }
        }
        copy.as_array().cloned().expect("folders")
    }));
    let folder = folder(&large);
    let old = text(folder.path());
    update(folder.path(), &[]).succeeded();
    let new = text(folder.path());
    assert_ne!(old, new);
    let (mut killed, mut whole) = (0, 0);
    for step in 0..60 {
        fs::write(folder.path().join("a.json"), &old).expect("it can be written");
        let mut command = countersign();
        command.current_dir(folder.path()).args(["update", "a.json", "--api", "kraken-spot"]);
        let mut child = command.stdout(Stdio::null()).spawn().expect("the program starts");
        std::thread::sleep(Duration::from_millis(step * 5));
        child.kill().expect("a child can be killed");
        let status = child.wait().expect("it ends");
        killed += usize::from(!status.success());
        let now = text(folder.path());
        whole += usize::from(now == old || now == new);
    }
    assert_eq!(whole, 60);
    assert!(killed > 0);
    let left = fs::read_dir(folder.path()).expect("it is there");
    let names =
        left.map(|entry| entry.expect("an entry").file_name().into_string().expect("Unicode"));
    assert!(names.into_iter().all(|name| name == "a.json" || name.starts_with(".countersign-")));
}

#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&lacking());
    let real = folder.path().join("real.json");
    fs::rename(folder.path().join("a.json"), &real).expect("it can be renamed");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("it is ours");
    std::os::unix::fs::symlink(&real, folder.path().join("a.json")).expect("it can be linked");
    update(folder.path(), &[]).succeeded();
    assert!(folder.path().join("a.json").is_symlink());
    assert_eq!(fs::metadata(&real).expect("it is there").permissions().mode() & 0o777, 0o640);
    assert_eq!(text(folder.path()), written(&generated()));
}
