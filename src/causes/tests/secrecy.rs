//! The private key never shows.

use super::*;

const FORM: &str = "nonce=1616492376594&pair=XBTUSD";

/// Scripts that get the secret into what they sign.
#[test]
fn whatever_the_script_did_with_it() {
    let url = url(ADD_ORDER);
    let body = format!("{FORM}&secret={SECRET}");
    let in_body = Script::new(ADD_ORDER, &body);
    let in_path = Script { path: format!("/{SECRET}"), ..Script::new("", FORM) };
    let strange = Script {
        hashed: hex(&key()),
        join: |_, digest| [SECRET.as_bytes(), digest].concat(),
        ..Script::new("", "")
    };
    for script in [in_body, in_path, strange] {
        let (signature, calls) = script.run();
        let evidence = Evidence { calls: &calls, ..Evidence::default() };
        let outgoing = sent(&url, FORM);
        let found = ask(&outgoing, &signature, evidence).expect("it differs");
        let shown = format!("{found:?}\n{found:#?}");
        for hidden in [SECRET, SECRET.trim_end_matches('='), &hex(&key())] {
            assert!(!shown.contains(hidden), "{shown}");
        }
        assert!(shown.contains("***"), "{shown}");
    }
}

#[test]
fn not_even_to_debug() {
    let secret = Secret::new(SECRET);
    let (signature, calls) = Script { key: SECRET.into(), ..Script::new(ADD_ORDER, FORM) }.run();
    let url = url(ADD_ORDER);
    let recipe = recipe(SPOT);
    let mismatch = Mismatch {
        recipe: &recipe,
        api_key: "",
        key: Key::Text(&secret),
        outgoing: &sent(&url, FORM),
        signature: &signature,
        evidence: Evidence { calls: &calls, ..Evidence::default() },
    };
    let bytes = Mismatch { key: Key::Bytes(secret.expose().as_bytes()), ..mismatch };
    let shown = format!("{mismatch:?}{bytes:?}{mismatch:#?}{bytes:#?}");
    assert!(!shown.contains(SECRET) && shown.contains("***"), "{shown}");
    // As a list of numbers it would not look like the secret.
    assert!(!shown.contains("107, 81, 72, 53"), "{shown}");
}
