//! Key derivation: PBKDF2 (RFC 8018) and OpenSSL's `EVP_BytesToKey`.

use super::Algorithm;
use super::digest::{HmacKey, digest};

/// How often the iterations look at the clock.
const ITERATIONS_BETWEEN_CHECKS: u32 = 512;

/// The time that the script may use is up.
#[derive(Debug)]
pub(super) struct OutOfTime;

/// Derives whole blocks until there are `length` bytes or more.
pub(super) fn pbkdf2(
    algorithm: Algorithm,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    length: usize,
    out_of_time: &dyn Fn() -> bool,
) -> Result<Vec<u8>, OutOfTime> {
    let key = HmacKey::new(algorithm, password);
    let mut derived = Vec::new();
    for block_index in 1u32.. {
        if derived.len() >= length {
            break;
        }
        let mut last = key.mac([salt, &block_index.to_be_bytes()].concat()).bytes();
        let mut block = last.clone();
        for iteration in 1..iterations {
            if iteration % ITERATIONS_BETWEEN_CHECKS == 0 && out_of_time() {
                return Err(OutOfTime);
            }
            last = key.mac(last).bytes();
            block.iter_mut().zip(&last).for_each(|(sum, byte)| *sum ^= byte);
        }
        if out_of_time() {
            return Err(OutOfTime);
        }
        derived.extend(block);
    }
    Ok(derived)
}

/// Derives whole digests until there are `length` bytes or more.
pub(super) fn evp(
    algorithm: Algorithm,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    length: usize,
    out_of_time: &dyn Fn() -> bool,
) -> Result<Vec<u8>, OutOfTime> {
    let mut derived = Vec::new();
    let mut block = Vec::new();
    while derived.len() < length {
        block = digest(algorithm, [&block, password, salt].concat()).bytes();
        for iteration in 1..iterations {
            if iteration % ITERATIONS_BETWEEN_CHECKS == 0 && out_of_time() {
                return Err(OutOfTime);
            }
            block = digest(algorithm, block).bytes();
        }
        if out_of_time() {
            return Err(OutOfTime);
        }
        derived.extend(&block);
    }
    Ok(derived)
}
