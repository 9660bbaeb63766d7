//! Every member of Postman's own objects is there, or named as missing when a script touches it.

use std::collections::BTreeMap;

use countersign::sandbox::Engine;

use crate::sandbox::case::{self, Case};
use crate::sandbox::{outcome, referee};

/// Names by object.
type Members = BTreeMap<String, Vec<String>>;

/// What belongs to how Postman's objects are made, and not to what scripts do with them.
const INNER: &[&str] = &["pm.cookies.jar().jar", "pm.cookies.jar().store"];

fn case() -> Case {
    let own = case::own();
    let list = case::folder().join("../members/list.js");
    Case {
        name: "members".to_owned(),
        scripts: vec![std::fs::read_to_string(list).expect("a script")],
        ..own.into_iter().next().expect("a case with a full request")
    }
}

fn members(console: &[(String, String)]) -> Members {
    let printed =
        console.iter().find(|(level, _)| level == "log").expect("a line with the members");
    serde_json::from_str(&printed.1).expect("JSON")
}

#[test]
fn every_member_of_postmans_objects_is_there() {
    let case = case();
    let recorded = case::folder().join("../members/recorded.json");
    let theirs = referee::outcomes(std::slice::from_ref(&case));
    let theirs: BTreeMap<&str, Members> = theirs["members"]
        .iter()
        .map(|(engine, outcome)| (engine.as_str(), members(&outcome.console)))
        .collect();
    let text = serde_json::to_string_pretty(&theirs).expect("plain data") + "\n";
    if referee::is_recording() {
        std::fs::write(&recorded, &text).expect("the folder is ours");
    }
    let known = std::fs::read_to_string(&recorded).expect("recorded members");
    assert_eq!(known, text, "record anew with COUNTERSIGN_RECORD=1");
    let text = std::fs::read_to_string(&recorded).expect("recorded members");
    let theirs: BTreeMap<String, Members> =
        serde_json::from_str(&text).expect("recorded by this test");
    let mut lacking = Vec::new();
    for (name, engine) in [("newman", Engine::Newman), ("postman", Engine::Postman)] {
        let ours = members(&outcome::run(&case, engine).console);
        for (object, names) in &theirs[name] {
            let own = ours.get(object).map(Vec::as_slice).unwrap_or_default();
            let missing = names.iter().filter(|member| !own.contains(member));
            let places = missing.map(|member| format!("{object}.{member}"));
            lacking.extend(
                places
                    .filter(|place| !INNER.contains(&place.as_str()))
                    .map(|place| format!("{name}: {place}")),
            );
        }
    }
    assert!(lacking.is_empty(), "{} members are missing:\n{}", lacking.len(), lacking.join("\n"));
}
