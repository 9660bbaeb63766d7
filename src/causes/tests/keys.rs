//! A wrong key, another way to join or write, another keyed hash.

use sha2::Sha384;

use super::super::Cause::*;
use super::*;
use crate::text::base64::decode_as_crypto_js;

const FORM: &str = "nonce=1616492376594&pair=XBTUSD";
const JSON: &str = r#"{"nonce":"1616492376594","pair":"XBT/USD"}"#;

fn script(body: &str) -> Script {
    Script::new(ADD_ORDER, body)
}

#[test]
fn a_secret_that_is_not_decoded() {
    let undecoded = SECRET.as_bytes().to_vec();
    let latin1 = key().iter().copied().map(char::from).collect::<String>().into_bytes();
    let digits = hex(&key()).into_bytes();
    for body in [FORM, JSON] {
        for key in [&undecoded, &latin1, &digits] {
            let script = Script { key: key.clone(), ..script(body) };
            assert_both(ADD_ORDER, body, &script, SecretNotDecoded);
        }
    }
}

#[test]
fn a_secret_with_white_space() {
    let texts = [format!("{SECRET}\n"), format!(" {SECRET}"), format!("\u{feff}{SECRET}")];
    for text in &texts {
        let as_text = Script { key: text.clone().into_bytes(), ..script(FORM) };
        assert_both(ADD_ORDER, FORM, &as_text, SecretWhitespace);
    }
    for text in [&texts[1], &texts[2]] {
        let decoded = Script { key: decode_as_crypto_js(text), ..script(JSON) };
        assert_both(ADD_ORDER, JSON, &decoded, SecretWhitespace);
    }
}

#[test]
fn the_given_secret_may_have_white_space_itself() {
    let secret = Secret::new(format!("{SECRET}\n"));
    let url = url(ADD_ORDER);
    let ask = |signature: &str| {
        explain(&Mismatch {
            recipe: &recipe(SPOT),
            api_key: "",
            key: Key::Text(&secret),
            outgoing: &sent(&url, FORM),
            signature,
            evidence: Evidence::default(),
        })
    };
    assert_eq!(ask(&script(FORM).signature()), None);
    let stray = Script { key: secret.expose().as_bytes().to_vec(), ..script(FORM) };
    assert_eq!(ask(&stray.signature()).map(|found| found.cause), Some(SecretWhitespace));
}

/// The key that a script has hard-coded is judged by the trace alone.
#[test]
fn a_key_of_the_scripts_own() {
    let url = url(ADD_ORDER);
    let ask_of = |script: &Script| {
        let (signature, calls) = script.run();
        ask(&sent(&url, FORM), &signature, Evidence { calls: &calls, ..Evidence::default() })
    };
    let placeholder = Script { key: decode_as_crypto_js("API PRIVATE KEY"), ..script(FORM) };
    assert_eq!(ask_of(&placeholder), None);
    let wrong = Script { hashed: FORM.to_owned(), ..placeholder };
    assert_eq!(ask_of(&wrong).map(|found| found.cause), Some(NonceNotHashed));
    let other = STANDARD.encode([7u8; 64]);
    for text in [other.as_str(), "API PRIVATE KEY"] {
        let as_text = Script { key: text.as_bytes().to_vec(), ..script(FORM) };
        assert_eq!(ask_of(&as_text).map(|found| found.cause), Some(SecretNotDecoded));
    }
    let stray = Script { key: format!("{other}\n").into_bytes(), ..script(FORM) };
    assert_eq!(ask_of(&stray).map(|found| found.cause), Some(SecretWhitespace));
}

#[test]
fn a_key_may_be_given_as_bytes() {
    let url = url(ADD_ORDER);
    let ask = |signature: &str| {
        explain(&Mismatch {
            recipe: &recipe(SPOT),
            api_key: "",
            key: Key::Bytes(&key()),
            outgoing: &sent(&url, FORM),
            signature,
            evidence: Evidence::default(),
        })
    };
    assert_eq!(ask(&script(FORM).signature()), None);
    let undecoded = Script { key: SECRET.as_bytes().to_vec(), ..script(FORM) };
    assert_eq!(ask(&undecoded.signature()).map(|found| found.cause), Some(SecretNotDecoded));
}

#[test]
fn another_output_encoding() {
    let url_safe = |mac: &[u8]| STANDARD.encode(mac).replace('+', "-").replace('/', "_");
    let unpadded = |mac: &[u8]| STANDARD.encode(mac).trim_end_matches('=').to_owned();
    let escaped = |mac: &[u8]| STANDARD.encode(mac).replace('/', "%2F").replace('=', "%3D");
    let writes: [fn(&[u8]) -> String; 6] = [
        hex,
        |mac| hex(mac).to_uppercase(),
        url_safe,
        unpadded,
        escaped,
        |mac| STANDARD.encode(hex(mac)),
    ];
    for write in writes {
        for body in [FORM, JSON] {
            assert_both(ADD_ORDER, body, &Script { write, ..script(body) }, HexOutput);
        }
    }
}

#[test]
fn another_way_to_join_the_digest() {
    let as_text: [Join; 4] = [
        |path, digest| format!("{path}{}", hex(digest)).into_bytes(),
        |path, digest| format!("{path}{}", hex(digest).to_uppercase()).into_bytes(),
        |path, digest| format!("{path}{}", STANDARD.encode(digest)).into_bytes(),
        |path, digest| {
            let characters = digest.iter().copied().map(char::from);
            path.chars().chain(characters).collect::<String>().into_bytes()
        },
    ];
    for join in as_text {
        for body in [FORM, JSON] {
            assert_both(ADD_ORDER, body, &Script { join, ..script(body) }, DigestAsHex);
        }
    }
    let without = Script { join: |path, _| path.as_bytes().to_vec(), ..script(FORM) };
    assert_both(ADD_ORDER, FORM, &without, DigestMissing);
    let behind = Script { join: |path, digest| [digest, path.as_bytes()].concat(), ..script(FORM) };
    assert_both(ADD_ORDER, FORM, &behind, WrongMac);
}

/// What an HMAC call gave, and the signature of it in base64.
fn made(
    algorithm: &'static str,
    key: Option<&[u8]>,
    input: &[u8],
    output: Vec<u8>,
) -> (String, TracedCall) {
    let key = key.map(<[u8]>::to_vec);
    let call = TracedCall { algorithm, key, input: input.to_vec(), output };
    (STANDARD.encode(&call.output), call)
}

#[track_caller]
fn assert_cause(signature: &str, calls: &[TracedCall], expected: Cause) {
    let url = url(ADD_ORDER);
    for calls in [&[], calls] {
        let evidence = Evidence { calls, ..Evidence::default() };
        let found = ask(&sent(&url, FORM), signature, evidence).expect("it differs");
        assert_eq!(found.cause, expected, "{found:#?}");
        assert_eq!(found.also, [], "{found:#?}");
    }
}

#[test]
fn no_inner_digest() {
    let message = format!("{ADD_ORDER}{NONCE}{FORM}");
    let output = hmac_sha512(&key(), message.as_bytes());
    let (signature, call) = made("SHA512", Some(&key()), message.as_bytes(), output);
    assert_cause(&signature, &[call], DigestMissing);
}

#[test]
fn another_keyed_hash() {
    let digest = sha256(format!("{NONCE}{FORM}").as_bytes());
    let message = [ADD_ORDER.as_bytes(), &digest].concat();
    let (_, calls) = script(FORM).run();
    let mac = |algorithm, output| made(algorithm, Some(&key()), &message, output);
    let sha256_mac = Hmac::<Sha256>::new_from_slice(&key()).expect("any length will do");
    let sha384_mac = Hmac::<Sha384>::new_from_slice(&key()).expect("any length will do");
    let with_key = [&key()[..], &message].concat();
    let swapped = hmac_sha512(&message, &key());
    let found = [
        mac("SHA256", sha256_mac.chain_update(&message).finalize().into_bytes().to_vec()),
        mac("SHA384", sha384_mac.chain_update(&message).finalize().into_bytes().to_vec()),
        made("SHA512", None, &message, Sha512::digest(&message).to_vec()),
        made("SHA512", None, &with_key, Sha512::digest(&with_key).to_vec()),
        made("SHA512", Some(&message), &key(), swapped),
    ];
    for (signature, call) in found {
        assert_cause(&signature, &[calls[0].clone(), call], WrongMac);
    }
}

#[test]
fn two_mistakes_at_once() {
    let body = "nonce=1616492376594&pair=XBT%2FUSD";
    let typed = Script::new(ADD_ORDER, "nonce=1616492376594&pair=XBT/USD");
    let pairs = [
        (Script { write: hex, ..typed.clone() }, UnencodedBody, HexOutput),
        (Script { key: SECRET.into(), ..typed.clone() }, UnencodedBody, SecretNotDecoded),
        (Script { path: "/private/AddOrder".into(), ..typed.clone() }, UnencodedBody, PathDiffers),
        (
            Script { hashed: "nonce=1616492376594&pair=XBT/USD".into(), ..typed.clone() },
            UnencodedBody,
            NonceNotHashed,
        ),
        (
            Script { key: SECRET.into(), write: hex, ..Script::new(ADD_ORDER, body) },
            SecretNotDecoded,
            HexOutput,
        ),
    ];
    for (script, first, second) in pairs {
        for found in both(ADD_ORDER, body, &script) {
            assert_eq!((found.cause, found.also.as_slice()), (first, &[second][..]), "{found:#?}");
        }
    }
}
