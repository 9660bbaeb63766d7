//! Between CryptoJS's word arrays and bytes.

use rquickjs::{Array, Ctx, Exception, Object, Result, Value};

/// The most bytes that one native call takes from a script.
///
/// Native memory does not count towards the script's memory limit, so it has a limit of its own.
pub(super) const MAX_BYTES: usize = 64 * 1024 * 1024;

/// A number as JavaScript's bit operators see it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the remainder is below 2^32 by construction"
)]
fn to_u32(number: f64) -> u32 {
    if number.is_finite() { number.trunc().rem_euclid(4_294_967_296.0) as u32 } else { 0 }
}

/// One word; what is no number counts as zero, as `undefined | 0` does.
fn word(value: &Value<'_>) -> u32 {
    value.as_int().map_or_else(|| value.as_float().map_or(0, to_u32), i32::cast_unsigned)
}

/// `count` words of `array` from `start` on; missing ones are zero.
pub(super) fn read_words(array: &Array<'_>, start: usize, count: usize) -> Result<Vec<u32>> {
    (start..start + count).map(|index| Ok(word(&array.get::<Value<'_>>(index)?))).collect()
}

/// Writes words as the signed numbers that CryptoJS shows.
pub(super) fn write_words(array: &Array<'_>, start: usize, words: &[u32]) -> Result<()> {
    for (offset, word) in words.iter().enumerate() {
        array.set(start + offset, word.cast_signed())?;
    }
    Ok(())
}

/// Writes the numbers of a digest, those that fit as integers.
pub(super) fn write_numbers(array: &Array<'_>, numbers: &[f64]) -> Result<()> {
    for (index, number) in numbers.iter().enumerate() {
        let word = to_u32(*number).cast_signed();
        if f64::from(word).to_bits() == number.to_bits() {
            array.set(index, word)?;
        } else {
            array.set(index, *number)?;
        }
    }
    Ok(())
}

/// Packs bytes into big-endian words, the last one filled up with zeros.
pub(super) fn packed(bytes: &[u8]) -> Vec<u32> {
    let (whole, rest) = bytes.as_chunks::<4>();
    let mut words: Vec<u32> = whole.iter().map(|word| u32::from_be_bytes(*word)).collect();
    if !rest.is_empty() {
        let mut last = [0; 4];
        last.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
        words.push(u32::from_be_bytes(last));
    }
    words
}

/// The first `count` bytes of a word array; words that it lacks count as zero.
pub(super) fn read_bytes(ctx: &Ctx<'_>, words: &Array<'_>, count: usize) -> Result<Vec<u8>> {
    check_volume(ctx, count)?;
    let words = read_words(words, 0, count.div_ceil(4))?;
    let mut bytes = Vec::with_capacity(words.len() * 4);
    bytes.extend(words.iter().flat_map(|word| word.to_be_bytes()));
    bytes.truncate(count);
    Ok(bytes)
}

/// Refuses more bytes than one call may take.
pub(super) fn check_volume(ctx: &Ctx<'_>, bytes: usize) -> Result<()> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    let message = format!("{bytes} bytes in one call are over the sandbox's limit of {MAX_BYTES}");
    Err(Exception::throw_range(ctx, &message))
}

/// Text or a word array as bytes; `None` for text with a lone surrogate, which has no UTF-8 form.
pub(super) fn message_bytes<'js>(ctx: &Ctx<'js>, value: &Value<'js>) -> Result<Option<Vec<u8>>> {
    if let Some(text) = value.as_string() {
        return Ok(utf8(text)?.map(String::into_bytes));
    }
    let object: &Object<'js> = value
        .as_object()
        .ok_or_else(|| Exception::throw_type(ctx, "expected text or a word array"))?;
    let words: Array<'js> = object.get("words")?;
    let count: usize = object.get("sigBytes")?;
    read_bytes(ctx, &words, count).map(Some)
}

/// The UTF-8 form of a JavaScript string, which a lone surrogate has not.
pub(super) fn utf8(text: &rquickjs::String<'_>) -> Result<Option<String>> {
    match text.to_string() {
        Ok(text) => Ok(Some(text)),
        Err(rquickjs::Error::Utf8(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
