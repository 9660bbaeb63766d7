//! What an update makes of a collection when the api or its script templates have changed since.

use std::fs;
use std::path::Path;

use countersign::catalog::Catalog;
use countersign::compare::update::{Options, Update, Verdicts, Why};
use countersign::generate::ScriptStyle;
use countersign::source::Document;
use serde_json::{Value, json};

use super::support::{diff, generated, generated_text, item, value, written};

/// A catalogue folder of the embedded api, edited.
fn edited_catalog(edit: impl FnOnce(&Path)) -> (tempfile::TempDir, Catalog) {
    let folder = tempfile::tempdir().expect("there is room");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/kraken-spot");
    for part in ["", "endpoints"] {
        fs::create_dir_all(folder.path().join(part)).expect("it can be made");
        for entry in fs::read_dir(from.join(part)).expect("it is there") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                let name = path.file_name().expect("a name");
                fs::copy(&path, folder.path().join(part).join(name)).expect("it can be copied");
            }
        }
    }
    edit(folder.path());
    let catalog = Catalog::from_dir(folder.path()).expect("it is a catalogue");
    (folder, catalog)
}

fn replace_in(path: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(path).expect("it is there");
    assert!(text.contains(old), "{old}");
    fs::write(path, text.replacen(old, new, 1)).expect("it can be written");
}

#[track_caller]
fn updated_to(catalog: &Catalog, text: &str, prune: bool) -> Update {
    let document = Document::read(text.as_bytes()).expect("it is JSON");
    let options = Options { prune, verdicts: &|_| Verdicts::new() };
    let api = catalog.api("kraken-spot").expect("it is there");
    Update::of(&document, api, &options).expect("it is a collection")
}

#[test]
fn scripts_of_released_versions_are_refreshed_unless_they_were_edited() {
    let (_folder, catalog) = edited_catalog(|folder| {
        replace_in(&folder.join("sign.js"), "// 2. The nonce", "// Second, the nonce");
        replace_in(&folder.join("sign-classic.js"), "api_sha256 =", "var api_sha256 =");
    });
    for (style, exec) in [
        (ScriptStyle::Request, "/item/1/item/0/event/0/script/exec"),
        (ScriptStyle::Collection, "/event/0/script/exec"),
        (ScriptStyle::Classic, "/item/1/item/0/event/0/script/exec"),
    ] {
        let mut edited: Value = serde_json::from_str(&generated_text(style)).expect("JSON");
        let line = json!("// mine");
        let is_shared = style == ScriptStyle::Collection;
        if !is_shared {
            let lines = item(&mut edited, "BalanceEx").pointer_mut("/event/0/script/exec");
            lines.and_then(Value::as_array_mut).expect("lines").push(line.clone());
            let text = item(&mut edited, "CreditLines")
                .pointer_mut("/event/0/script/exec")
                .expect("lines");
            let lines = text.as_array().expect("lines").iter().map(|it| it.as_str().expect("text"));
            *text = lines.collect::<Vec<_>>().join("\n").into();
        }
        let update = updated_to(&catalog, &written(&edited), false);
        let now = value(&update);
        let script = now.pointer(exec).expect("it is there").to_string();
        assert!(script.contains("// Second") || script.contains("var api_sha256"), "{script}");
        assert_eq!(update.plan.changed.len(), if is_shared { 0 } else { 65 });
        assert_eq!(update.plan.refreshed.len(), usize::from(is_shared));
        assert!(update.plan.changed.iter().all(|it| it.script && it.params.is_empty()));
        if !is_shared {
            let left = &update.plan.left_alone[0];
            assert_eq!((left.target.name.as_str(), left.why), ("BalanceEx", Why::OwnScript));
            let edited_script = item(&mut edited, "BalanceEx").clone();
            let mut now = now;
            assert_eq!(*item(&mut now, "BalanceEx"), edited_script);
            assert!(
                item(&mut now, "CreditLines")
                    .pointer("/event/0/script/exec")
                    .expect("there")
                    .is_string()
            );
        }
        let again = updated_to(&catalog, &update.text, false);
        assert_eq!(again.text, update.text, "a second run changes nothing");
    }
}

#[test]
fn a_refreshed_classic_script_signs_what_the_request_holds() {
    let (_folder, catalog) = edited_catalog(|folder| {
        replace_in(&folder.join("sign-classic.js"), "api_sha256 =", "var api_sha256 =");
        replace_in(
            &folder.join("endpoints/account-data.toml"),
            "example = \"ZUSD\"",
            "example = \"ZEUR\"",
        );
    });
    let update = updated_to(&catalog, &generated_text(ScriptStyle::Classic), false);
    let mut now = value(&update);
    let balance = item(&mut now, "TradeBalance").to_string();
    assert!(
        balance.contains("ZUSD") && !balance.contains("ZEUR") && balance.contains("var api_sha256")
    );
}

#[test]
fn what_the_api_no_longer_has_is_told_and_removed_on_demand() {
    let (_folder, catalog) = edited_catalog(|folder| {
        let path = folder.join("endpoints/subaccounts.toml");
        let text = fs::read_to_string(&path).expect("it is there");
        let second = text.rfind("[[endpoint]]").expect("there are two");
        fs::write(&path, text.split_at(second).0).expect("it can be written");
    });
    let mut edited = generated();
    let transfer = item(&mut edited, "AccountTransfer").clone();
    let mut own = transfer.clone();
    own["name"] = "AccountTransfer Copy".into();
    own["request"]["url"]["path"][2] = "MyTransfer".into();
    edited["item"].as_array_mut().expect("folders").push(own);
    let text = written(&edited);
    let update = updated_to(&catalog, &text, false);
    assert_eq!((update.plan.orphaned.len(), update.plan.has_work()), (1, false));
    assert_eq!(update.plan.orphaned[0].name, "AccountTransfer");
    assert_eq!(update.text, text);
    let pruned = updated_to(&catalog, &text, true);
    assert!(pruned.plan.has_work());
    let mut now = value(&pruned);
    assert_eq!(diff(&edited, &now).removed.len(), 1);
    assert_eq!(item(&mut now, "AccountTransfer Copy")["name"], "AccountTransfer Copy");
    assert_eq!(updated_to(&catalog, &pruned.text, true).text, pruned.text);
}
