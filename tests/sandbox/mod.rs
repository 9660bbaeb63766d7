//! Our sandbox against Postman's own two: the same scripts, the same console, errors, variables and requests.

#![expect(clippy::print_stderr, reason = "tests say what they left out")]

mod case;
mod corpus;
mod members;
mod outcome;
mod referee;
mod solo;

use std::collections::BTreeMap;

use case::Case;
use countersign::sandbox::Engine;
use outcome::Outcome;

/// What each engine makes of each case, by the case's name.
type Outcomes = BTreeMap<String, BTreeMap<String, Outcome>>;

/// Runs the cases here.
fn ours(cases: &[Case]) -> Outcomes {
    let mut outcomes = Outcomes::new();
    for case in cases {
        for (name, engine) in [("newman", Engine::Newman), ("postman", Engine::Postman)] {
            if case.engines.is_empty() || case.engines.iter().any(|wanted| wanted == name) {
                outcomes
                    .entry(case.name.clone())
                    .or_default()
                    .insert(name.to_owned(), outcome::run(case, engine));
            }
        }
    }
    outcomes
}

/// One paragraph for each outcome that is not the same.
fn differences(cases: &[Case], ours: &Outcomes, theirs: &Outcomes) -> Vec<String> {
    let mut found = Vec::new();
    for case in cases {
        for (engine, own) in &ours[&case.name] {
            let Some(other) = theirs.get(&case.name).and_then(|outcomes| outcomes.get(engine))
            else {
                found.push(format!("{} ({engine}): not recorded", case.name));
                continue;
            };
            let lines = own.differences(other);
            if !lines.is_empty() {
                found.push(format!("{} ({engine})\n{}", case.name, lines.join("\n")));
            }
        }
    }
    found
}

fn assert_same(cases: &[Case], theirs: &Outcomes) {
    let ours = ours(cases);
    let found = differences(cases, &ours, theirs);
    assert!(
        found.is_empty(),
        "{} of {} outcomes differ\n\n{}",
        found.len(),
        ours.values().map(BTreeMap::len).sum::<usize>(),
        found.join("\n\n")
    );
}

#[test]
fn every_own_script_does_what_postman_recorded() {
    let cases = case::own();
    assert!(cases.len() >= 300, "{} cases", cases.len());
    let recorded =
        std::fs::read_to_string(case::folder().join("expected.json")).expect("recorded outcomes");
    let theirs: Outcomes = serde_json::from_str(&recorded).expect("recorded by sandbox.js");
    assert_same(&cases, &theirs);
}

/// Keeps the recorded outcomes honest: they are what Postman's packages say today.
#[test]
fn what_is_recorded_is_what_postman_does() {
    let theirs = referee::outcomes(&case::own());
    let file = case::folder().join("expected.json");
    if referee::is_recording() {
        let text = serde_json::to_string_pretty(&theirs).expect("plain data");
        std::fs::write(&file, format!("{text}\n")).expect("the folder is ours");
    }
    let recorded = std::fs::read_to_string(&file).expect("recorded outcomes");
    let recorded: Outcomes = serde_json::from_str(&recorded).expect("recorded by sandbox.js");
    assert_eq!(recorded, theirs, "record anew with COUNTERSIGN_RECORD=1");
}
