//! The native functions behind the JavaScript layer of CryptoJS.

use std::cell::RefCell;

use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use rquickjs::function::IntoJsFunc;
use rquickjs::{Array, Ctx, Exception, Function, Object, Result, Value};

use super::digest::{Chain, HmacKey, digest, output_bytes, output_words};
use super::words::{
    check_volume, message_bytes, packed, read_bytes, read_words, utf8, write_numbers, write_words,
};
use super::{Algorithm, Host, TracedCall, aes as cipher, kdf, rabbit};
use crate::text::{base64, hex};

/// Builds the object that the JavaScript layer calls; scripts never see it.
pub(super) fn object<'js>(ctx: &Ctx<'js>, host: &Host) -> Result<Object<'js>> {
    let native = Object::new(ctx.clone())?;
    add_hashes(ctx, &native, host)?;
    add_key_derivation(ctx, &native, host)?;
    add_ciphers(ctx, &native)?;
    add_encoders(ctx, &native)?;
    Ok(native)
}

fn add<'js, P>(
    ctx: &Ctx<'js>,
    native: &Object<'js>,
    name: &str,
    function: impl IntoJsFunc<'js, P> + 'js,
) -> Result<()> {
    native.set(name, Function::new(ctx.clone(), function)?.with_name(name)?)
}

fn algorithm(ctx: &Ctx<'_>, code: u32, output_bits: u32) -> Result<Algorithm> {
    Algorithm::from_code(code, output_bits).ok_or_else(|| {
        let message = format!("the sandbox has no hash with an output of {output_bits} bits");
        Exception::throw_range(ctx, &message)
    })
}

fn state_words(algorithm: Algorithm) -> usize {
    Chain::new(algorithm).words.len()
}

/// The pieces of a message joined; `None` when one of them is text without a UTF-8 form.
fn joined<'js>(ctx: &Ctx<'js>, pieces: &Array<'js>, last: &Value<'js>) -> Result<Option<Vec<u8>>> {
    let mut message = Vec::new();
    for piece in pieces.iter::<Value<'js>>() {
        let Some(bytes) = message_bytes(ctx, &piece?)? else { return Ok(None) };
        message.extend(bytes);
        check_volume(ctx, message.len())?;
    }
    if !last.is_undefined() {
        let Some(bytes) = message_bytes(ctx, last)? else { return Ok(None) };
        message.extend(bytes);
    }
    Ok(Some(message))
}

fn add_hashes<'js>(ctx: &Ctx<'js>, native: &Object<'js>, host: &Host) -> Result<()> {
    let trace = host.trace.clone();
    let hash = move |ctx: Ctx<'js>,
                     code: u32,
                     bits: u32,
                     pieces: Array<'js>,
                     last: Value<'js>,
                     out: Array<'js>| {
        let algorithm = algorithm(&ctx, code, bits)?;
        let Some(input) = joined(&ctx, &pieces, &last)? else { return Ok(false) };
        let digest = digest(algorithm, input.clone());
        let call = TracedCall { algorithm, key: None, input, output: digest.bytes() };
        trace.borrow_mut().record(call);
        write_numbers(&out, &digest.shown())?;
        Ok::<_, rquickjs::Error>(true)
    };
    add(ctx, native, "hash", hash)?;

    let trace = host.trace.clone();
    let hmac = move |ctx: Ctx<'js>,
                     code: u32,
                     key: Value<'js>,
                     pieces: Array<'js>,
                     last: Value<'js>,
                     out: Array<'js>| {
        let algorithm = algorithm(&ctx, code, 512)?;
        let Some(key) = message_bytes(&ctx, &key)? else { return Ok(false) };
        let Some(input) = joined(&ctx, &pieces, &last)? else { return Ok(false) };
        let digest = HmacKey::new(algorithm, &key).mac(input.clone());
        let call = TracedCall { algorithm, key: Some(key), input, output: digest.bytes() };
        trace.borrow_mut().record(call);
        write_numbers(&out, &digest.shown())?;
        Ok::<_, rquickjs::Error>(true)
    };
    add(ctx, native, "hmac", hmac)?;

    let initial = |ctx: Ctx<'js>, code: u32, bits: u32, state: Array<'js>| {
        write_words(&state, 0, &Chain::new(algorithm(&ctx, code, bits)?).words)
    };
    add(ctx, native, "initialState", initial)?;
    let step =
        |ctx: Ctx<'js>, code: u32, bits: u32, state: Array<'js>, data: Array<'js>, start: usize| {
            let algorithm = algorithm(&ctx, code, bits)?;
            let block = read_words(&data, start, algorithm.block_bytes() / 4)?;
            let block: Vec<u8> = block.iter().flat_map(|word| word.to_be_bytes()).collect();
            let words = read_words(&state, 0, state_words(algorithm))?;
            let mut chain = Chain::resumed(algorithm, words);
            chain.compress(&block);
            write_words(&state, 0, &chain.words)
        };
    add(ctx, native, "compress", step)?;

    let trace = host.trace.clone();
    let output = move |ctx: Ctx<'js>, code: u32, bits: u32, state: Array<'js>, out: Array<'js>| {
        let algorithm = algorithm(&ctx, code, bits)?;
        let words = read_words(&state, 0, state_words(algorithm))?;
        let words = output_words(algorithm, &words);
        let output = output_bytes(algorithm, &words);
        trace.borrow_mut().record(TracedCall { algorithm, key: None, input: Vec::new(), output });
        write_words(&out, 0, &words)
    };
    add(ctx, native, "outputOf", output)
}

/// Which derivation, as the JavaScript layer numbers it.
const PBKDF2: u32 = 0;

fn add_key_derivation<'js>(ctx: &Ctx<'js>, native: &Object<'js>, host: &Host) -> Result<()> {
    let out_of_time = host.out_of_time.clone();
    let derive = move |ctx: Ctx<'js>, kind: Array<'js>, password: Value<'js>, salt: Value<'js>| {
        // kind: which derivation, hash, output bits of Keccak, bytes wanted, iterations
        let kind = read_words(&kind, 0, 5)?;
        let algorithm = algorithm(&ctx, kind[1], kind[2])?;
        let (length, iterations) = (kind[3] as usize, kind[4]);
        check_volume(&ctx, length)?;
        let (Some(password), Some(salt)) =
            (message_bytes(&ctx, &password)?, message_bytes(&ctx, &salt)?)
        else {
            return Ok(None);
        };
        let derivation = if kind[0] == PBKDF2 { kdf::pbkdf2 } else { kdf::evp };
        match derivation(algorithm, &password, &salt, iterations, length, &*out_of_time) {
            Ok(derived) => {
                let words = Array::new(ctx.clone())?;
                write_words(&words, 0, &packed(&derived))?;
                Ok(Some(words))
            }
            Err(kdf::OutOfTime) => Err(Exception::throw_range(
                &ctx,
                "the key derivation was stopped at the script's time limit",
            )),
        }
    };
    add(ctx, native, "derive", derive)
}

fn add_ciphers<'js>(ctx: &Ctx<'js>, native: &Object<'js>) -> Result<()> {
    let last = RefCell::new(None::<(Vec<u32>, f64, cipher::Schedule)>);
    let aes = move |ctx: Ctx<'js>,
                    key: Array<'js>,
                    key_bytes: f64,
                    data: Array<'js>,
                    start: usize,
                    decrypts: bool| {
        let limit = 4 * cipher::MAX_KEY_WORDS;
        if key_bytes > f64::from(limit) {
            let message = format!("an AES key of {key_bytes} bytes is over the limit of {limit}");
            return Err(Exception::throw_range(&ctx, &message));
        }
        let words = read_words(&key, 0, key.len().min(cipher::MAX_KEY_WORDS as usize))?;
        let mut last = last.borrow_mut();
        let same = |(cached, bytes, _): &(Vec<u32>, f64, _)| {
            *cached == words && bytes.to_bits() == key_bytes.to_bits()
        };
        if !last.as_ref().is_some_and(same) {
            *last = None;
        }
        let (_, _, schedule) = last.get_or_insert_with(|| {
            let schedule = cipher::Schedule::new(&words, key_bytes);
            (words, key_bytes, schedule)
        });
        let block = read_words(&data, start, 4)?;
        let block = [block[0], block[1], block[2], block[3]];
        let block = if decrypts { schedule.decrypt(block) } else { schedule.encrypt(block) };
        write_words(&data, start, &block)
    };
    add(ctx, native, "aes", aes)?;

    let des = |key: Array<'js>, data: Array<'js>, start: usize, decrypts: bool| {
        let bytes_of = |words: Vec<u32>| u64::from(words[0]) << 32 | u64::from(words[1]);
        let key = bytes_of(read_words(&key, 0, 2)?).to_be_bytes();
        let mut block = bytes_of(read_words(&data, start, 2)?).to_be_bytes().into();
        let des = des::Des::new(&key.into());
        if decrypts {
            des.decrypt_block(&mut block);
        } else {
            des.encrypt_block(&mut block);
        }
        write_words(&data, start, &packed(&block))
    };
    add(ctx, native, "des", des)?;

    let advance = |words: Array<'js>, counters: Array<'js>, carry: u32| {
        let eight = |array: &Array<'js>| -> Result<[u32; 8]> {
            let words = read_words(array, 0, 8)?;
            Ok(std::array::from_fn(|index| words[index]))
        };
        let mut state = rabbit::State { words: eight(&words)?, counters: eight(&counters)?, carry };
        state.advance();
        write_words(&words, 0, &state.words)?;
        write_words(&counters, 0, &state.counters)?;
        Ok::<_, rquickjs::Error>(state.carry)
    };
    add(ctx, native, "rabbit", advance)
}

fn add_encoders<'js>(ctx: &Ctx<'js>, native: &Object<'js>) -> Result<()> {
    // Parsers fill `out` and return the number of bytes; stringifiers take whole bytes only.
    let fill = |ctx: &Ctx<'js>, out: &Array<'js>, bytes: &[u8]| -> Result<usize> {
        check_volume(ctx, bytes.len())?;
        write_words(out, 0, &packed(bytes))?;
        Ok(bytes.len())
    };
    let parse =
        move |ctx: Ctx<'js>, source: rquickjs::String<'js>, out: Array<'js>| match utf8(&source)? {
            Some(source) => Ok(Some(fill(&ctx, &out, source.as_bytes())?)),
            None => Ok::<_, rquickjs::Error>(None),
        };
    add(ctx, native, "utf8Parse", parse)?;
    let stringify = |ctx: Ctx<'js>, words: Array<'js>, count: usize| -> Result<Option<String>> {
        Ok(String::from_utf8(read_bytes(&ctx, &words, count)?).ok())
    };
    add(ctx, native, "utf8Stringify", stringify)?;
    let stringify = |ctx: Ctx<'js>, words: Array<'js>, count: usize| -> Result<String> {
        Ok(hex::encode(&read_bytes(&ctx, &words, count)?))
    };
    add(ctx, native, "hexStringify", stringify)?;
    let parse =
        move |ctx: Ctx<'js>, source: rquickjs::String<'js>, out: Array<'js>| match utf8(&source)? {
            Some(source) => Ok(Some(fill(&ctx, &out, &base64::decode_as_crypto_js(&source))?)),
            None => Ok::<_, rquickjs::Error>(None),
        };
    add(ctx, native, "base64Parse", parse)?;
    let stringify = |ctx: Ctx<'js>, words: Array<'js>, count: usize| -> Result<String> {
        Ok(base64::encode(read_bytes(&ctx, &words, count)?))
    };
    add(ctx, native, "base64Stringify", stringify)?;
    let stringify = |ctx: Ctx<'js>, words: Array<'js>, count: usize| -> Result<String> {
        Ok(read_bytes(&ctx, &words, count)?.into_iter().map(char::from).collect())
    };
    add(ctx, native, "latin1Stringify", stringify)
}
