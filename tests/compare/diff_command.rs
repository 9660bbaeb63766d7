//! `countersign diff` and `countersign coverage`, as a user starts them.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::support::{collection, generated, item, request, written};
use crate::support::program::{Finish as _, Outcome, countersign};

fn folder() -> TempDir {
    tempfile::tempdir().expect("there is room")
}

fn write(folder: &Path, name: &str, value: &Value) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
    fs::write(path, written(value)).expect("it can be written");
}

fn run(folder: &Path, args: &[&str]) -> Outcome {
    countersign().current_dir(folder).args(args).finished()
}

fn diff(folder: &Path, args: &[&str]) -> Outcome {
    run(folder, &[&["diff"], args].concat())
}

/// Runs git, with nothing of the developer's settings.
#[track_caller]
fn git(folder: &Path, args: &[&str]) -> Outcome {
    let mut command = Command::new("git");
    command.current_dir(folder).args(args).env("GIT_CONFIG_GLOBAL", "/dev/null");
    command.env("GIT_CONFIG_SYSTEM", "/dev/null").env("NO_COLOR", "1");
    let program = Path::new(env!("CARGO_BIN_EXE_countersign"));
    let path = std::env::join_paths(
        std::iter::once(program.parent().expect("a folder").to_owned())
            .chain(std::env::split_paths(&path_variable())),
    );
    command.env("PATH", path.expect("paths")).finished().succeeded()
}

#[expect(clippy::disallowed_methods, reason = "git has to be found")]
fn path_variable() -> std::ffi::OsString {
    std::env::var_os("PATH").unwrap_or_default()
}

/// A repository with `a.postman_collection.json` committed, then changed.
fn repository() -> TempDir {
    let folder = folder();
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["config", "user.name", "a"]);
    git(folder.path(), &["config", "user.email", "a@example.com"]);
    let mut value =
        collection(json!([request("a", "GET", "https://h/a"), request("b", "GET", "https://h/b")]));
    write(folder.path(), "api/a.postman_collection.json", &value);
    write(folder.path(), "api/package.json", &json!({"name": "x"}));
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "one"]);
    value["item"][0]["request"]["url"] = "https://h/a?x=1".into();
    value["item"][1] = request("c", "GET", "https://h/c");
    write(folder.path(), "api/a.postman_collection.json", &value);
    folder
}

#[test]
fn exits_with_1_if_there_are_differences_of_the_level() {
    let folder = folder();
    let old = generated();
    let mut new = old.clone();
    item(&mut new, "Time")["request"]["description"] = "mine".into();
    write(folder.path(), "old.json", &old);
    write(folder.path(), "new.json", &new);
    let both = ["old.json", "new.json"];
    let args = |more: &[&'static str]| [&both[..], more].concat();
    diff(folder.path(), &["old.json", "old.json"]).succeeded();
    diff(folder.path(), &args(&[])).failed_with(1);
    diff(folder.path(), &args(&["--fail-on", "compatible"])).succeeded();
    diff(folder.path(), &args(&["--fail-on", "never"])).succeeded();
    let shown = diff(folder.path(), &args(&["--level", "compatible", "--fail-on", "breaking"]));
    assert_eq!(shown.succeeded().stdout, "78 unchanged\n");
}

#[test]
fn sides_are_files_folders_apis_catalogues_and_standard_input() {
    let folder = folder();
    let all = generated();
    write(folder.path(), "all.json", &all);
    for (number, part) in all["item"].as_array().expect("folders").iter().enumerate() {
        let part = collection(json!([part]));
        write(folder.path(), &format!("parts/{number}.json"), &part);
    }
    write(folder.path(), "parts/environment.json", &json!({"name": "e", "values": []}));
    let templates = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/kraken-spot");
    for (old, new) in [
        ("all.json", "kraken-spot"),
        ("kraken-spot", "all.json"),
        ("all.json", "parts"),
        (templates, "kraken-spot"),
        ("parts", templates),
    ] {
        let found = diff(folder.path(), &[old, new]);
        assert_eq!(found.succeeded().stdout, "79 unchanged\n", "{old} {new}");
    }
    let mut command = countersign();
    command.current_dir(folder.path()).args(["diff", "-", "all.json"]);
    let input = fs::File::open(folder.path().join("all.json")).expect("it is there");
    assert_eq!(command.stdin(input).finished().succeeded().stdout, "79 unchanged\n");
}

#[test]
fn what_an_api_changes_is_told_with_types() {
    let folder = folder();
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/kraken-spot");
    let copied = Command::new("cp").arg("-r").arg(&templates).arg(folder.path()).status();
    assert!(copied.expect("cp starts").success());
    let path = folder.path().join("kraken-spot/endpoints/account-data.toml");
    let text = fs::read_to_string(&path).expect("it is there");
    let edited = text.replacen(
        "name = \"asset\", type = \"string\", ",
        "name = \"asset\", type = \"integer\", required = true, ",
        1,
    );
    assert_ne!(text, edited);
    let edited = edited.replace("default = \"ZUSD\", example = \"ZUSD\"", "example = 5");
    fs::write(&path, edited).expect("it can be written");
    let found = diff(folder.path(), &["kraken-spot", "./kraken-spot", "--format", "json"]);
    // The folder has the name of the api, and a path comes first.
    assert_eq!(found.succeeded().stdout.matches("\"kind\"").count(), 0);
    let found = diff(
        folder.path().parent().expect("a folder"),
        &["kraken-spot", &format!("{}/kraken-spot", folder.path().display())],
    );
    insta::assert_snapshot!(found.failed_with(1).stdout);
}

#[test]
fn scripts_are_run_to_see_whether_they_still_sign() {
    let folder = folder();
    let old = generated();
    let mut new = old.clone();
    for (name, from, to) in
        [("Balance", "SHA512", "SHA256"), ("BalanceEx", "// 6. The", "// Six, the")]
    {
        let exec = item(&mut new, name).pointer_mut("/event/0/script/exec").expect("a script");
        let lines = exec.as_array().expect("lines").iter().map(|it| it.as_str().expect("text"));
        let lines: Vec<_> = lines.map(|line| line.replace(from, to)).collect();
        *exec = lines.into();
    }
    let exec = item(&mut new, "CreditLines").pointer_mut("/event/0/script/exec").expect("a script");
    exec.as_array_mut().expect("lines").push("var more = 1;".into());
    write(folder.path(), "old.json", &old);
    write(folder.path(), "new.json", &new);
    let found = diff(folder.path(), &["old.json", "new.json"]).failed_with(1);
    insta::assert_snapshot!(found.stdout);
    let found =
        diff(folder.path(), &["old.json", "new.json", "--no-scripts", "--fail-on", "breaking"]);
    assert!(found.succeeded().stdout.contains("script before the request changed\n"));
    let found = diff(folder.path(), &["kraken-spot", "new.json", "--level", "breaking"]);
    insta::assert_snapshot!(found.failed_with(1).stdout);
}

#[test]
fn files_and_folders_at_a_revision() {
    let repository = repository();
    let root = repository.path();
    let file = "api/a.postman_collection.json";
    let expected = "added\n  + c  GET /c\n\nremoved\n  - b  GET /b\n\nchanged\n  a  GET /a\n    compatible  param `x` added\n\n1 added, 1 removed, 1 changed\n";
    for (old, new) in [
        (format!("HEAD:{file}"), file.to_owned()),
        ("HEAD:api".to_owned(), "api".to_owned()),
        ("HEAD:api/".to_owned(), "api/".to_owned()),
        ("HEAD:".to_owned(), ".".to_owned()),
        (format!(":{file}"), file.to_owned()),
    ] {
        assert_eq!(diff(root, &[&old, &new]).failed_with(1).stdout, expected, "{old} {new}");
    }
    let below =
        diff(&root.join("api"), &["HEAD:./a.postman_collection.json", "a.postman_collection.json"]);
    assert_eq!(below.failed_with(1).stdout, expected);
    let templates = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copied = Command::new("cp").arg("-r").arg(templates.join("templates")).arg(root).status();
    assert!(copied.expect("cp starts").success());
    git(root, &["add", "."]);
    git(root, &["commit", "--quiet", "-m", "two"]);
    let same = diff(root, &["HEAD:templates/kraken-spot", "kraken-spot"]);
    assert_eq!(same.succeeded().stdout, "79 unchanged\n");
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let repository = repository();
    let root = repository.path();
    fs::write(root.join("broken.json"), "{\"item\": [").expect("it can be written");
    fs::create_dir(root.join("empty")).expect("it can be made");
    write(root, "v1.json", &json!({"name": "a", "order": [], "requests": []}));
    for (name, said) in [
        (
            "nowhere",
            "there is no `nowhere`, expected a collection, a folder, the api `kraken-spot` or `REV:path`",
        ),
        ("kraken-spt", "help: did you mean `kraken-spot`?"),
        ("broken.json", "broken.json:1:11: the file ends in the middle of a list"),
        ("empty", "`empty` holds no Postman Collection v2.1"),
        ("v1.json", "`v1.json` is a Postman Collection v1, expected a Postman Collection v2.1"),
        ("nope:api", "git knows no `nope:api`"),
        ("HEAD:nope", "git knows no `HEAD:nope`"),
        (
            "HEAD:api/package.json",
            "is an object of no known kind, expected a Postman Collection v2.1",
        ),
        ("--help:api", "unexpected argument"),
    ] {
        let failed = diff(root, &[name, "api"]).failed_with(2);
        assert!(failed.stderr.contains(said), "{name}: {}", failed.stderr);
        assert_eq!(failed.stdout, "");
    }
    let outside = folder();
    let failed = diff(outside.path(), &["HEAD:api", "kraken-spot"]).failed_with(2);
    assert!(failed.stderr.contains("not a git repository"), "{}", failed.stderr);
    diff(root, &["api"]).failed_with(2);
    diff(root, &["-", "-"]).failed_with(2);
}

#[test]
fn is_gits_diff_driver_for_collections() {
    let repository = repository();
    let root = repository.path();
    fs::write(root.join(".gitattributes"), "*.postman_collection.json diff=postman\n")
        .expect("written");
    git(root, &["config", "diff.postman.command", "countersign diff --git-driver"]);
    let shown = git(root, &["diff", "--ext-diff"]).stdout;
    let expected = "api/a.postman_collection.json\nadded\n  + c  GET /c\n";
    assert!(shown.starts_with(expected), "{shown}");
    assert!(shown.ends_with("1 added, 1 removed, 1 changed\n"), "{shown}");
    write(
        root,
        "new.postman_collection.json",
        &collection(json!([request("n", "GET", "https://h/n")])),
    );
    fs::write(root.join("broken.postman_collection.json"), "{").expect("written");
    fs::remove_file(root.join("api/a.postman_collection.json")).expect("it is there");
    git(root, &["add", "."]);
    let shown = git(root, &["diff", "--cached", "--ext-diff", "--no-renames"]).stdout;
    assert!(shown.contains("new.postman_collection.json\nadded\n  + n  GET /n\n"), "{shown}");
    assert!(shown.contains("removed\n  - a  GET /a\n"), "{shown}");
    assert!(shown.contains("the file ends in the middle of an object"), "{shown}");
    assert!(shown.contains("diff --git a/.gitattributes"), "other files are as ever");
    let shown = git(root, &["diff", "--cached", "--ext-diff", "--find-renames=1%"]).stdout;
    let renamed = "api/a.postman_collection.json -> new.postman_collection.json\n";
    assert!(shown.contains(renamed), "{shown}");
    let shown = git(root, &["log", "-p", "--ext-diff", "--format=%s"]).stdout;
    assert!(shown.starts_with("one\n"), "{shown}");
}

#[test]
fn coverage_fails_under_a_threshold() {
    let folder = folder();
    let mut most = generated();
    most["item"].as_array_mut().expect("folders").truncate(8);
    write(folder.path(), "most.json", &most);
    let coverage = |args: &[&str]| {
        run(folder.path(), &[&["coverage", "--api", "kraken-spot", "most.json"], args].concat())
    };
    coverage(&[]).succeeded();
    coverage(&["--fail-under", "96.2"]).succeeded();
    coverage(&["--fail-under", "96.3"]).failed_with(1);
    for odd in ["x", "-1", "101", "NaN"] {
        coverage(&["--fail-under", odd]).failed_with(2);
    }
    let report = coverage(&["--format", "json"]).succeeded().stdout;
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["endpoints"]["covered"], 76);
    assert_eq!(report["signatures"], json!({"proved": 63, "total": 66, "percent": 95.4}));
    let report = coverage(&["--no-scripts", "--format", "json"]).succeeded().stdout;
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["signatures"]["proved"], 0);
    assert_eq!(report["unproved"][0]["status"], "not-checked");
}

#[test]
fn coverage_of_a_collection_whose_scripts_sign_wrong() {
    let folder = folder();
    let mut edited = generated();
    let exec = item(&mut edited, "Balance").pointer_mut("/event/0/script/exec").expect("a script");
    let lines = exec.as_array().expect("lines").iter().map(|it| it.as_str().expect("text"));
    *exec = lines.map(|line| line.replace("SHA512", "SHA256")).collect::<Vec<_>>().into();
    item(&mut edited, "BalanceEx")["request"]["header"] = json!([]);
    // Whatever host the requests go to.
    edited["variable"][0]["value"] = "https://proxy.example".into();
    write(folder.path(), "a.json", &edited);
    let args = ["coverage", "a.json", "--api", "kraken-spot", "--format", "json"];
    let report = run(folder.path(), &args).succeeded().stdout;
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["signatures"]["proved"], 64);
    let unproved: Vec<_> = report["unproved"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (&it["name"], &it["status"]))
        .collect();
    assert_eq!(
        unproved,
        [(&json!("Balance"), &json!("mismatched")), (&json!("BalanceEx"), &json!("unsigned"))]
    );
}
