//! Native functions between text and bytes for `Buffer`, `TextEncoder` and Web Crypto.

use rquickjs::function::IntoJsFunc;
use rquickjs::{Ctx, Exception, Function, Object, Result, TypedArray};

use super::Host;
use crate::sandbox::crypto::{Algorithm, traced_digest, traced_hmac};
use crate::text::{base64, hex};

/// The most bytes that one native call takes from a script; see `crypto::words`.
const MAX_BYTES: usize = 64 * 1024 * 1024;

type Bytes<'js> = TypedArray<'js, u8>;

/// Adds the functions to the object that `loader.js` hands to the libraries.
pub(super) fn add<'js>(ctx: &Ctx<'js>, native: &Object<'js>, host: &Host) -> Result<()> {
    add_text(ctx, native)?;
    add_crypto(ctx, native, host)
}

fn define<'js, P>(
    ctx: &Ctx<'js>,
    native: &Object<'js>,
    name: &str,
    function: impl IntoJsFunc<'js, P> + 'js,
) -> Result<()> {
    native.set(name, Function::new(ctx.clone(), function)?.with_name(name)?)
}

/// A copy of the bytes, one by one: a slice of the engine's memory would be `unsafe`.
fn read(ctx: &Ctx<'_>, bytes: &Bytes<'_>) -> Result<Vec<u8>> {
    let found = bytes.len();
    if found > MAX_BYTES {
        let message =
            format!("{found} bytes in one call are over the sandbox's limit of {MAX_BYTES}");
        return Err(Exception::throw_range(ctx, &message));
    }
    let object = bytes.as_object();
    (0..found).map(|index| object.get(u32::try_from(index).unwrap_or(u32::MAX))).collect()
}

fn add_text<'js>(ctx: &Ctx<'js>, native: &Object<'js>) -> Result<()> {
    // Callers make the text well-formed first, as the encoding of a lone surrogate is theirs to choose.
    define(ctx, native, "utf8Bytes", |ctx: Ctx<'js>, text: rquickjs::String<'js>| {
        Bytes::new(ctx, text.to_string()?.into_bytes())
    })?;
    define(ctx, native, "utf8Text", |ctx: Ctx<'js>, bytes: Bytes<'js>, fatal: bool| {
        let bytes = read(&ctx, &bytes)?;
        Ok::<_, rquickjs::Error>(if fatal {
            String::from_utf8(bytes).ok()
        } else {
            Some(String::from_utf8_lossy(&bytes).into_owned())
        })
    })?;
    define(ctx, native, "latin1Text", |ctx: Ctx<'js>, bytes: Bytes<'js>| -> Result<String> {
        Ok(read(&ctx, &bytes)?.into_iter().map(char::from).collect())
    })?;
    define(ctx, native, "hexText", |ctx: Ctx<'js>, bytes: Bytes<'js>| -> Result<String> {
        Ok(hex::encode(&read(&ctx, &bytes)?))
    })?;
    define(ctx, native, "base64Text", |ctx: Ctx<'js>, bytes: Bytes<'js>, url: bool| {
        let bytes = read(&ctx, &bytes)?;
        let text = if url { base64::encode_url_safe(&bytes) } else { base64::encode(bytes) };
        Ok::<String, rquickjs::Error>(text)
    })?;
    define(ctx, native, "base64Bytes", |ctx: Ctx<'js>, text: rquickjs::String<'js>| {
        Bytes::new(ctx, base64::decode_as_node(&text.to_string()?))
    })
}

fn add_crypto<'js>(ctx: &Ctx<'js>, native: &Object<'js>, host: &Host) -> Result<()> {
    let lent = host.crypto.clone();
    define(ctx, native, "digest", move |ctx: Ctx<'js>, name: String, message: Bytes<'js>| {
        let algorithm = web_hash(&ctx, &name)?;
        let output = traced_digest(&lent, algorithm, read(&ctx, &message)?);
        Bytes::new(ctx, output)
    })?;
    let lent = host.crypto.clone();
    let hmac = move |ctx: Ctx<'js>, name: String, key: Bytes<'js>, message: Bytes<'js>| {
        let algorithm = web_hash(&ctx, &name)?;
        let (key, message) = (read(&ctx, &key)?, read(&ctx, &message)?);
        Bytes::new(ctx.clone(), traced_hmac(&lent, algorithm, key, message))
    };
    define(ctx, native, "hmac", hmac)?;
    let random = host.random.clone();
    define(ctx, native, "randomBytes", move |ctx: Ctx<'js>, count: usize| {
        if count > 65_536 {
            return Err(Exception::throw_range(&ctx, "more than 65536 random bytes in one call"));
        }
        let mut bytes = vec![0; count];
        random(&mut bytes);
        Bytes::new(ctx, bytes)
    })
}

fn web_hash(ctx: &Ctx<'_>, name: &str) -> Result<Algorithm> {
    Ok(match name {
        "SHA-1" => Algorithm::Sha1,
        "SHA-256" => Algorithm::Sha256,
        "SHA-384" => Algorithm::Sha384,
        "SHA-512" => Algorithm::Sha512,
        _ => return Err(Exception::throw_type(ctx, &format!("no hash `{name}`"))),
    })
}
