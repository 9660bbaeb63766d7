//! The schema of the structs, the rule `schema` and Postman's own schema give the same verdict on
//! every document.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path as FilePath;

use countersign::collection::Collection;
use countersign::findings::FileId;
use countersign::validate::schema;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use super::mutation::{self, Edit, Path, Random, Step};
use super::support::{OFFICIAL_SCHEMA, fixture, json_files, path_from_env, wire_cases};

/// The validators, and what they disagreed on.
struct Referee {
    official: Validator,
    ours: Validator,
    /// Whether the rule is asked too; it reads `1.0` as draft 04 does.
    with_rule: bool,
    compared: usize,
    invalid: usize,
    disagreements: Vec<String>,
}

impl Referee {
    /// Reads both schemas in the draft of the official one.
    fn new(official: &Value) -> Self {
        let draft4 = official["$schema"].as_str().is_some_and(|id| id.contains("draft-04"));
        let draft = if draft4 { Draft::Draft4 } else { Draft::Draft7 };
        let mut ours = Collection::schema();
        if !draft4 {
            // The one place where Postman's two files disagree with each other.
            ours["definitions"]["Cookie"]["properties"]["expires"] =
                json!({ "type": ["string", "null"] });
        }
        let compile = |schema| jsonschema::options().with_draft(draft).build(schema);
        Self {
            official: compile(official).expect("the official schema"),
            ours: compile(&ours).expect("our schema"),
            with_rule: draft4,
            compared: 0,
            invalid: 0,
            disagreements: Vec::new(),
        }
    }

    fn compare(&mut self, document: &Value, what: impl Fn() -> String) {
        let official = self.official.is_valid(document);
        let ours = self.ours.is_valid(document);
        self.compared += 1;
        self.invalid += usize::from(!official);
        let rule = if self.with_rule { rule_verdict(document) } else { official };
        if (official != ours || official != rule) && self.disagreements.len() < 20 {
            let verdicts = format!("official {official}, ours {ours}, rule {rule}");
            self.disagreements.push(format!("{verdicts}: {}", what()));
        }
    }

    fn compare_edit(&mut self, document: &mut Value, path: &Path, edit: &Edit) {
        if let Some(undo) = mutation::apply(document, path, edit) {
            self.compare(document, || format!("{edit:?} at {path:?}"));
            undo.restore(document);
        }
    }

    /// Two edits in random places at once; the second may be within the first.
    fn compare_pairs(&mut self, document: &Value, random: &mut Random, count: usize) {
        let (places, edits) = (mutation::places(document), mutation::edits());
        for _ in 0..count {
            let mut document = document.clone();
            let first = (random.pick(&places), random.pick(&edits));
            let second = (random.pick(&places), random.pick(&edits));
            mutation::apply(&mut document, first.0, first.1);
            mutation::apply(&mut document, second.0, second.1);
            self.compare(&document, || format!("{first:?} and {second:?}"));
        }
    }

    fn assert_agreement(&self, at_least: usize) {
        assert_eq!(self.disagreements, Vec::<String>::new());
        assert!(self.compared >= at_least, "only {} documents were compared", self.compared);
        // A comparison means little if nearly everything has the same verdict.
        let percent = self.invalid * 100 / self.compared;
        assert!((2..=95).contains(&percent), "{percent} % were invalid");
    }
}

/// Whether the rule finds nothing; its findings and its mere verdict have to agree.
fn rule_verdict(document: &Value) -> bool {
    let findings = schema::check(FileId::default(), document);
    assert_eq!(findings.is_empty(), schema::is_valid(document), "{findings:?}");
    findings.is_empty()
}

/// A referee, if the official schema is there.
fn referee() -> Option<Referee> {
    let path = path_from_env(
        OFFICIAL_SCHEMA,
        "the comparison with Postman's own schema (the path of its v2.1.0 file)",
    )?;
    Some(Referee::new(&read_json(&path)))
}

fn read_json(path: &FilePath) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The kitchen sink cut into collections of one root item each, so that a verdict comes fast.
fn sinks() -> Vec<Value> {
    let sink = serde_json::from_str(&fixture("kitchen-sink.postman_collection.json"));
    let sink: Value = sink.expect("the kitchen sink");
    let mut without_items = sink.clone();
    without_items["item"] = json!([]);
    let mut sinks = vec![without_items];
    sinks.extend(small_documents(&sink));
    sinks
}

/// Each root item of a document as a collection of its own.
fn small_documents(document: &Value) -> Vec<Value> {
    let info = json!({ "name": "n", "schema": "s" });
    let items = document.get("item").and_then(Value::as_array);
    items.into_iter().flatten().map(|item| json!({ "info": info, "item": [item] })).collect()
}

/// Each request of a document as a collection of its own, within a folder.
fn requests(document: &Value, found: &mut Vec<Value>) {
    for item in document.get("item").and_then(Value::as_array).into_iter().flatten() {
        if item.get("request").is_some() {
            let info = json!({ "name": "n", "schema": "s" });
            found.push(json!({ "info": info, "item": [{ "item": [item] }] }));
        }
        requests(item, found);
    }
}

#[test]
fn agree_on_roots_that_are_no_collections() {
    let Some(mut referee) = referee() else { return };
    for root in mutation::replacements() {
        referee.compare(&root, || root.to_string());
    }
    assert_eq!(referee.disagreements, Vec::<String>::new());
}

#[test]
fn agree_on_recorded_cases_and_their_edits() {
    let Some(mut referee) = referee() else { return };
    let mut seen = BTreeSet::new();
    for case in wire_cases() {
        let mut document = case["collection"].clone();
        referee.compare(&document, || case["id"].to_string());
        assert_eq!(
            referee.ours.is_valid(&document),
            case["schema_valid"].as_bool().expect("a verdict"),
            "{}",
            case["id"]
        );
        compare_new_places(&mut referee, &mut document, &mut seen);
    }
    referee.assert_agreement(2_000);
}

#[test]
fn agree_on_every_edit_of_the_kitchen_sink() {
    let Some(mut referee) = referee() else { return };
    for mut sink in sinks() {
        referee.compare(&sink, || "the kitchen sink itself".into());
        for path in mutation::places(&sink) {
            for edit in mutation::edits() {
                referee.compare_edit(&mut sink, &path, &edit);
            }
        }
    }
    referee.assert_agreement(20_000);
}

#[test]
fn agree_on_every_key_in_every_object() {
    let Some(mut referee) = referee() else { return };
    let keys: BTreeSet<String> = sinks().iter().flat_map(mutation::keys).collect();
    let values = [json!(null), json!("text"), json!(5), json!(true), json!([5]), json!({})];
    for mut sink in sinks() {
        for object in mutation::objects(&sink) {
            for key in &keys {
                let mut path = object.clone();
                path.push(Step::Key(key.clone()));
                for value in &values {
                    referee.compare_edit(&mut sink, &path, &Edit::Put(value.clone()));
                }
            }
        }
    }
    referee.assert_agreement(50_000);
}

#[test]
fn agree_on_random_pairs_of_edits() {
    let Some(mut referee) = referee() else { return };
    let mut random = Random::new(2026);
    for sink in sinks() {
        referee.compare_pairs(&sink, &mut random, 1_500);
    }
    referee.assert_agreement(30_000);
}

#[test]
fn agree_on_public_collections_and_their_edits() {
    let Some(corpus) = path_from_env("COUNTERSIGN_CORPUS", "verdicts on public collections") else {
        return;
    };
    let Some(mut referee) = referee() else { return };
    let mut seen = BTreeSet::new();
    for (name, _, document) in json_files(&corpus) {
        referee.compare(&document, || name.clone());
        let mut documents = Vec::new();
        requests(&document, &mut documents);
        for document in &mut documents {
            compare_new_places(&mut referee, document, &mut seen);
        }
    }
    referee.assert_agreement(10_000);
}

/// Spoils a document at the places whose like was not seen before.
fn compare_new_places(referee: &mut Referee, document: &mut Value, seen: &mut BTreeSet<String>) {
    for path in mutation::places(document) {
        if seen.insert(mutation::signature(document, &path)) {
            for edit in mutation::edits() {
                referee.compare_edit(document, &path, &edit);
            }
        }
    }
}

#[test]
fn the_kitchen_sink_has_every_key_of_both_schemas() {
    let used: BTreeSet<String> = sinks().iter().flat_map(mutation::keys).collect();
    let ours = properties(&Collection::schema());
    assert_eq!(ours.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new());
    let Some(path) = path_from_env(OFFICIAL_SCHEMA, "the keys of Postman's schema") else {
        return;
    };
    let official = properties(&read_json(&path));
    assert_eq!(official.difference(&ours).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// The names of all properties that a schema speaks of.
fn properties(schema: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in mutation::places(schema) {
        if let [.., Step::Key(parent), Step::Key(name)] = path.as_slice()
            && parent == "properties"
        {
            names.insert(name.clone());
        }
    }
    names
}
