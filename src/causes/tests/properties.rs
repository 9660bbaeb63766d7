//! What holds for any request.

use proptest::prelude::*;

use super::super::budget::Budget;
use super::super::classify::Context;
use super::super::message::Pieces;
use super::super::{keys, output, search};
use super::*;

type Params = Vec<(String, String)>;

/// Some params of an order, their values as typed.
fn params() -> impl Strategy<Value = Params> {
    let value = prop_oneof!["[A-Z]{3,6}", "[0-9]{1,3}\\.[0-9]{2}", "[a-z /+&=,é'()*!~%]{1,12}"];
    prop::collection::btree_map("[a-z]{2,8}(\\[[a-z]{2,5}\\])?", value, 1..7)
        .prop_map(|params| params.into_iter().filter(|(key, _)| key != "nonce").collect::<Params>())
        .prop_filter("a request with params", |params| !params.is_empty())
        .prop_shuffle()
}

/// RFC 3986's unreserved characters and everything else as `%XX`.
fn strict(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

fn form(params: &Params, encode: &dyn Fn(&str) -> String) -> String {
    let pairs = params.iter().map(|(key, value)| format!("{}={}", encode(key), encode(value)));
    [format!("nonce={NONCE}")].into_iter().chain(pairs).collect::<Vec<_>>().join("&")
}

/// A mistake in a script for `params`, with the causes that it may be called.
fn mistaken(mistake: usize, params: &Params) -> (Script, Vec<Cause>) {
    let sent = form(params, &strict);
    let script = Script::new(ADD_ORDER, &sent);
    let with_body = |body: String| Script::new(ADD_ORDER, &body);
    match mistake {
        0 => (with_body(form(params, &str::to_owned)), vec![Cause::UnencodedBody]),
        1 => {
            let plus = |text: &str| strict(text).replace("%20", "+");
            (with_body(form(params, &plus)), vec![Cause::PlusForSpace])
        }
        2 => {
            let mut fewer = params.clone();
            fewer.remove(0);
            (with_body(form(&fewer, &strict)), vec![Cause::ParamMissing])
        }
        3 => {
            let mut reversed = params.clone();
            reversed.reverse();
            (with_body(form(&reversed, &strict)), vec![Cause::ParamOrder])
        }
        4 => (Script { key: SECRET.into(), ..script }, vec![Cause::SecretNotDecoded]),
        5 => (Script { write: hex, ..script }, vec![Cause::HexOutput]),
        6 => (Script { hashed: sent, ..script }, vec![Cause::NonceNotHashed]),
        7 => (Script { path: "/private/AddOrder".into(), ..script }, vec![Cause::PathDiffers]),
        8 => (Script { path: url(ADD_ORDER), ..script }, vec![Cause::HostIncluded]),
        9 => {
            let body = sent.replacen(NONCE, "1616492376591", 1);
            let hashed = format!("1616492376591{body}");
            (Script { hashed, ..script }, vec![Cause::NonceDiffers])
        }
        10 => {
            let join = |path: &str, digest: &[u8]| format!("{path}{}", hex(digest)).into_bytes();
            (Script { join, ..script }, vec![Cause::DigestAsHex])
        }
        11 => {
            let component = |text: &str| {
                let bare = [("%21", "!"), ("%27", "'"), ("%28", "("), ("%29", ")"), ("%2A", "*")];
                bare.iter().fold(strict(text), |text, (escape, c)| text.replace(escape, c))
            };
            // Where nothing but these characters needs it, it is the same as not encoding at all.
            (
                with_body(form(params, &component)),
                vec![Cause::PartialEncoding, Cause::UnencodedBody],
            )
        }
        12 => {
            let mut members = serde_json::Map::new();
            members.insert("nonce".into(), NONCE.into());
            members.extend(params.iter().map(|(key, value)| (key.clone(), value.clone().into())));
            let json = serde_json::Value::Object(members).to_string();
            (with_body(json), vec![Cause::JsonSignedFormSent])
        }
        _ => {
            (Script { key: format!("{SECRET}\n").into(), ..script }, vec![Cause::SecretWhitespace])
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn a_single_mistake_is_always_recognised(params in params(), mistake in 0usize..14) {
        let body = form(&params, &strict);
        let (script, causes) = mistaken(mistake, &params);
        let (signature, calls) = script.run();
        let url = url(ADD_ORDER);
        let outgoing = sent(&url, &body);
        let is_mistake = signature != Script::new(ADD_ORDER, &body).signature();
        for calls in [&[][..], &calls] {
            let found = ask(&outgoing, &signature, Evidence { calls, ..Evidence::default() });
            prop_assert_eq!(found.is_some(), is_mistake);
            if let Some(found) = found {
                prop_assert!(causes.contains(&found.cause), "{:?}: {:#?}", causes, found);
                let shown = format!("{found:?}");
                prop_assert!(!shown.contains(SECRET));
            }
        }
    }

    #[test]
    fn any_other_signature_is_unknown(params in params(), bytes in any::<[u8; 32]>()) {
        let body = form(&params, &strict);
        let url = url(ADD_ORDER);
        let signature = STANDARD.encode([bytes, bytes].concat());
        let found = ask(&sent(&url, &body), &signature, Evidence::default());
        prop_assert_eq!(found.map(|found| found.cause), Some(Cause::Unknown));
    }

    #[test]
    fn nonsense_is_no_trouble(body in ".{0,80}", uri in "/.{0,40}", signature in ".{0,90}") {
        let (hash, calls) = Script::new(&uri, &body).run();
        let url = url(&uri);
        for signature in [&signature, &hash] {
            let evidence = Evidence { calls: &calls, ..Evidence::default() };
            let other = format!("{body}!");
            let _ = ask(&sent(&url, &other), signature, evidence);
        }
    }
}

/// The search for a signature that nothing gives is the longest there is.
#[test]
fn the_search_is_bounded() {
    let secret = Secret::new(SECRET);
    let recipe = recipe(SPOT);
    let long = format!("nonce={NONCE}&a={}", "x".repeat(300_000));
    let many: Vec<_> = (0..40).map(|index| format!("&param{index}=value%20{index}")).collect();
    let many = format!("nonce={NONCE}{}", many.concat());
    let url = url("/0/private/AddOrder?a=b&c=d");
    for body in [many.as_str(), long.as_str()] {
        let signature = STANDARD.encode([9u8; 64]);
        let outgoing = sent(&url, body);
        let mismatch = Mismatch {
            recipe: &recipe,
            api_key: "",
            key: Key::Text(&secret),
            outgoing: &outgoing,
            signature: &signature,
            evidence: Evidence::default(),
        };
        let pieces = Pieces::sent(&mismatch);
        let context = Context { mismatch: &mismatch, sent: &pieces };
        let keys = keys::guesses(mismatch.key, &recipe);
        let mut budget = Budget::default();
        let readings = output::readings(&signature);
        assert_eq!(search::faults(context, &keys, &readings, &mut budget), []);
        let tried = Budget::default().tries_left() - budget.tries_left();
        assert!((10..=5_000).contains(&tried), "{tried}");
    }
}
