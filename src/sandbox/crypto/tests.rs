use std::cell::Cell;

use hmac::{Hmac, KeyInit, Mac};
use proptest::prelude::*;
use rquickjs::{CatchResultExt, Context, Runtime};
use sha2::Digest;

use super::*;
use crate::sandbox::libs;
use crate::text::{base64, hex};

/// An engine with `CryptoJS` as a global.
struct Sandbox {
    context: Context,
    trace: Rc<RefCell<Trace>>,
}

impl Sandbox {
    fn new() -> Self {
        Self::with_time(|| false)
    }

    fn with_time(out_of_time: impl Fn() -> bool + 'static) -> Self {
        let runtime = Runtime::new().expect("memory for a runtime");
        let context = Context::full(&runtime).expect("memory for a context");
        let trace = Rc::new(RefCell::new(Trace::default()));
        let host = Host { trace: trace.clone(), out_of_time: Rc::new(out_of_time) };
        context.with(|ctx| {
            let primordials = libs::primordials(&ctx).expect("the built-ins are there");
            let library = crypto_js(&ctx, &host, &primordials).catch(&ctx).expect("layers load");
            ctx.globals().set("CryptoJS", library).expect("a global");
        });
        Self { context, trace }
    }

    /// What the script returns as text; an exception as its name and message.
    fn run(&self, script: &str) -> String {
        self.run_with(script, "")
    }

    /// The same with `input` as an argument.
    fn run_with(&self, script: &str, input: &str) -> String {
        self.context.with(|ctx| {
            ctx.globals().set("input", input).expect("a global");
            let script = format!(
                "try {{ String((function () {{ {script} }})()) }} \
                 catch (e) {{ e.name + ': ' + e.message }}"
            );
            ctx.eval::<String, _>(script).catch(&ctx).expect("the script returns text")
        })
    }

    fn calls(&self) -> Vec<TracedCall> {
        self.trace.borrow_mut().take()
    }
}

#[test]
fn signs_as_kraken_documents() {
    // docs.kraken.com, "Spot REST Authentication": the published example of AddOrder.
    let signature = Sandbox::new().run(
        "var nonce = '1616492376594', post = 'nonce=' + nonce + \
         '&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25'; \
         var secret = CryptoJS.enc.Base64.parse('kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg=='); \
         var mac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, secret); \
         mac.update('/0/private/AddOrder'); mac.update(CryptoJS.SHA256(nonce + post)); \
         return mac.finalize().toString(CryptoJS.enc.Base64)",
    );
    assert_eq!(
        signature,
        "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ=="
    );
}

#[test]
fn traces_hashes_and_hmacs_with_key_input_and_output() {
    let engine = Sandbox::new();
    engine.run("CryptoJS.SHA256('a' + 'b')");
    engine.run(
        "var mac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, 'key'); \
         mac.update('one '); mac.update(CryptoJS.enc.Hex.parse('ff')); mac.finalize('!')",
    );
    let calls = engine.calls();
    assert_eq!(calls.len(), 2, "{calls:?}");
    assert_eq!((calls[0].algorithm, calls[0].key.as_deref()), (Algorithm::Sha256, None));
    assert_eq!(calls[0].input, b"ab");
    assert_eq!(calls[0].output, sha2::Sha256::digest(b"ab").as_slice());
    assert_eq!(calls[1].algorithm, Algorithm::Sha512);
    assert_eq!(calls[1].key.as_deref(), Some(b"key".as_slice()));
    assert_eq!(calls[1].input, b"one \xff!");
    assert_eq!(calls[1].output.len(), 64);
    assert!(engine.calls().is_empty());
}

#[test]
fn traces_a_hash_of_no_message_with_the_digest_that_it_gives() {
    let engine = Sandbox::new();
    let shown = engine.run("return CryptoJS.SHA256({})");
    let calls = engine.calls();
    assert!(shown.starts_with("4ea5c508a6566e76"), "{shown}");
    assert_eq!(hex::encode(&calls[0].output), shown);
    assert!(calls[0].input.is_empty());
}

#[test]
fn keeps_a_message_as_it_was_when_it_was_given() {
    let shown = Sandbox::new().run(
        "var words = CryptoJS.enc.Utf8.parse('abc'), key = CryptoJS.enc.Utf8.parse('key'); \
         var hash = CryptoJS.algo.SHA1.create().update(words); \
         var mac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA1, key).update(words); \
         words.words[0] = 0; key.words[0] = 0; \
         return [hash.finalize() == CryptoJS.SHA1('abc').toString(), \
                 mac.finalize() == CryptoJS.HmacSHA1('abc', 'key').toString()]",
    );
    assert_eq!(shown, "true,true");
}

#[test]
fn stops_a_key_derivation_at_the_time_limit() {
    let asked = Rc::new(Cell::new(0));
    let counter = asked.clone();
    let engine = Sandbox::with_time(move || {
        counter.set(counter.get() + 1);
        counter.get() > 3
    });
    let shown = engine.run("return CryptoJS.PBKDF2('p', 's', { iterations: 2000000000 })");
    assert_eq!(shown, "RangeError: the key derivation was stopped at the script's time limit");
    assert_eq!(asked.get(), 4);
    let shown = engine.run("return CryptoJS.EvpKDF('p', 's', { iterations: 2000000000 })");
    assert!(shown.starts_with("RangeError"), "{shown}");
}

#[test]
fn refuses_more_bytes_than_one_call_may_take() {
    let engine = Sandbox::new();
    let shown = engine.run("return CryptoJS.PBKDF2('p', 's', { keySize: 1048576 }).sigBytes");
    assert_eq!(shown, "4194304");
    let shown = engine.run(
        "var huge = CryptoJS.lib.WordArray.create(new Array(20000000), 80000000); \
         return CryptoJS.enc.Hex.stringify(huge)",
    );
    assert_eq!(
        shown,
        "RangeError: 80000000 bytes in one call are over the sandbox's limit of 67108864"
    );
}

#[test]
fn survives_scripts_that_replace_builtins() {
    let engine = Sandbox::new();
    let shown = engine.run(
        "Array.prototype.slice = Array.prototype.splice = Array.isArray = null; \
         Object.create = Object.hasOwn = Reflect.apply = null; Math.ceil = () => 1e9; \
         String.prototype.charCodeAt = () => 0; \
         return CryptoJS.AES.decrypt(CryptoJS.AES.encrypt('kept', 'pw'), 'pw') \
             .toString(CryptoJS.enc.Utf8) + CryptoJS.HmacSHA256('m', 'k')",
    );
    assert_eq!(shown, format!("kept{}", hex::encode(&hmac::<Hmac<sha2::Sha256>>(b"k", b"m"))));
}

fn hmac<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = <M as KeyInit>::new_from_slice(key).expect("any length is a key");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

fn word_array(bytes: &[u8]) -> String {
    format!("CryptoJS.enc.Hex.parse('{}')", hex::encode(bytes))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn hashes_as_rustcrypto_does(message in prop::collection::vec(any::<u8>(), 0..400)) {
        let expected = [
            (Algorithm::Md5, md5::Md5::digest(&message).to_vec()),
            (Algorithm::Sha1, sha1::Sha1::digest(&message).to_vec()),
            (Algorithm::Sha224, sha2::Sha224::digest(&message).to_vec()),
            (Algorithm::Sha256, sha2::Sha256::digest(&message).to_vec()),
            (Algorithm::Sha384, sha2::Sha384::digest(&message).to_vec()),
            (Algorithm::Sha512, sha2::Sha512::digest(&message).to_vec()),
            (Algorithm::Ripemd160, ripemd::Ripemd160::digest(&message).to_vec()),
        ];
        for (algorithm, expected) in expected {
            prop_assert_eq!(digest::digest(algorithm, message.clone()).bytes(), expected);
        }
    }

    #[test]
    fn computes_hmacs_as_rustcrypto_does(
        key in prop::collection::vec(any::<u8>(), 0..200),
        message in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let ours = |algorithm| digest::HmacKey::new(algorithm, &key).mac(message.clone()).bytes();
        prop_assert_eq!(ours(Algorithm::Md5), hmac::<Hmac<md5::Md5>>(&key, &message));
        prop_assert_eq!(ours(Algorithm::Sha1), hmac::<Hmac<sha1::Sha1>>(&key, &message));
        prop_assert_eq!(ours(Algorithm::Sha256), hmac::<Hmac<sha2::Sha256>>(&key, &message));
        prop_assert_eq!(ours(Algorithm::Sha384), hmac::<Hmac<sha2::Sha384>>(&key, &message));
        prop_assert_eq!(ours(Algorithm::Sha512), hmac::<Hmac<sha2::Sha512>>(&key, &message));
    }

    #[test]
    fn encodes_any_bytes_both_ways(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let engine = Sandbox::new();
        let base64 = base64::encode(&bytes);
        let shown = engine.run_with(
            &format!(
                "var words = {}; return [words, CryptoJS.enc.Base64.stringify(words), \
                 CryptoJS.enc.Base64.parse(input), \
                 CryptoJS.enc.Latin1.parse(CryptoJS.enc.Latin1.stringify(words)), words.sigBytes]",
                word_array(&bytes)
            ),
            &base64,
        );
        let hex = hex::encode(&bytes);
        prop_assert_eq!(shown, format!("{hex},{base64},{hex},{hex},{}", bytes.len()));
    }

    #[test]
    fn encodes_any_text_both_ways(source: String) {
        let engine = Sandbox::new();
        let shown = engine.run_with(
            "var utf8 = CryptoJS.enc.Utf8.parse(input), be = CryptoJS.enc.Utf16.parse(input), \
             le = CryptoJS.enc.Utf16LE.parse(input); \
             return [utf8, be, le, CryptoJS.enc.Utf8.stringify(utf8) === input, \
             CryptoJS.enc.Utf16.stringify(be) === input, CryptoJS.enc.Utf16LE.stringify(le) === input]",
            &source,
        );
        let be: Vec<u8> = source.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let le: Vec<u8> = source.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let expected = [source.as_bytes(), &be, &le].map(hex::encode).join(",");
        prop_assert_eq!(shown, format!("{expected},true,true,true"));
    }

    #[test]
    fn hashes_pieces_as_the_whole(pieces in prop::collection::vec(any::<String>(), 0..6)) {
        let engine = Sandbox::new();
        let list = serde_json::to_string(&pieces).expect("text becomes JSON");
        let shown = engine.run_with(
            "var pieces = JSON.parse(input), hash = CryptoJS.algo.SHA512.create(); \
             pieces.forEach(function (piece) { hash.update(piece) }); return hash.finalize()",
            &list,
        );
        prop_assert_eq!(shown, hex::encode(&sha2::Sha512::digest(pieces.concat())));
    }

    #[test]
    fn encrypts_as_the_aes_crate_does(key: [u8; 32], block: [u8; 16]) {
        use ::aes::cipher::{BlockCipherEncrypt, KeyInit};
        let engine = Sandbox::new();
        for (length, expected) in [
            (16, { let mut b = block.into(); ::aes::Aes128::new_from_slice(&key[..16]).expect("16 bytes").encrypt_block(&mut b); b }),
            (24, { let mut b = block.into(); ::aes::Aes192::new_from_slice(&key[..24]).expect("24 bytes").encrypt_block(&mut b); b }),
            (32, { let mut b = block.into(); ::aes::Aes256::new_from_slice(&key).expect("32 bytes").encrypt_block(&mut b); b }),
        ] {
            let shown = engine.run(&format!(
                "var options = {{ mode: CryptoJS.mode.ECB, padding: CryptoJS.pad.NoPadding }}, \
                 key = {}, made = CryptoJS.AES.encrypt({}, key, options).ciphertext; \
                 return [made, CryptoJS.AES.decrypt({{ ciphertext: made }}, key, options)]",
                word_array(&key[..length]),
                word_array(&block),
            ));
            prop_assert_eq!(shown, format!("{},{}", hex::encode(&expected), hex::encode(&block)));
        }
    }
}

#[test]
#[ignore = "a measurement, for release builds"]
fn measures_a_signing_script() {
    let engine = Sandbox::new();
    let shown = engine.run(
        "var secret = 'kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg=='; \
         function sign(nonce) { \
         var mac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, CryptoJS.enc.Base64.parse(secret)); \
         mac.update('/0/private/AddOrder'); \
         mac.update(CryptoJS.SHA256(nonce + 'nonce=' + nonce + '&pair=XBTUSD&type=buy&volume=1.25')); \
         return mac.finalize().toString(CryptoJS.enc.Base64) } \
         for (var i = 0; i < 2000; i++) sign(String(i)); \
         var start = performance.now(); for (var i = 0; i < 20000; i++) sign(String(i)); \
         return (performance.now() - start) / 20000 * 1000",
    );
    let microseconds: f64 = shown.parse().expect("a number");
    assert!(microseconds < 50.0, "{microseconds} us");
}
