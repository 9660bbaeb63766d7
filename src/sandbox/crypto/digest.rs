//! Hashes and HMACs over whole messages, and the compression step alone.
//!
//! CryptoJS keeps a hash as 32-bit words and leaves the full chaining state in a truncated digest
//! (`SHA224(x).words` has eight words). Scripts can see that, so digests are built here from the
//! compression functions instead of the ready-made digests, which hide the state. In SHA-384 and
//! SHA-512 CryptoJS adds up the halves of the state as plain numbers and never cuts them to 32
//! bits, so these words may lie outside the range of a word: [`Chain::sums`] keeps them.

use digest::block_api::UpdateCore;
use digest::common::hazmat::SerializableState;
use ripemd::block_api::Ripemd160Core;
use sha2::digest;

use super::Algorithm;

/// A hash under way.
#[derive(Clone)]
pub(super) struct Chain {
    algorithm: Algorithm,
    /// The state as 32-bit words; 64-bit states hold the high word first.
    pub(super) words: Vec<u32>,
    /// For SHA-384 and SHA-512 the words as CryptoJS shows them; empty for the others.
    sums: Vec<f64>,
}

impl Chain {
    pub(super) fn new(algorithm: Algorithm) -> Self {
        let words = initial_state(algorithm);
        let wide = matches!(algorithm, Algorithm::Sha384 | Algorithm::Sha512);
        let sums = if wide { words.iter().copied().map(f64::from).collect() } else { Vec::new() };
        Self { algorithm, words, sums }
    }

    /// A chain that goes on from a known state.
    pub(super) fn resumed(algorithm: Algorithm, words: Vec<u32>) -> Self {
        Self { algorithm, words, sums: vec![0.0; 16] }
    }

    /// Runs the compression function over every whole block of `data`.
    pub(super) fn compress(&mut self, data: &[u8]) {
        match self.algorithm {
            Algorithm::Sha384 | Algorithm::Sha512 => self.compress_wide(data),
            algorithm => compress(algorithm, &mut self.words, data),
        }
    }

    fn compress_wide(&mut self, data: &[u8]) {
        let mut state = [0u64; 8];
        for (wide, pair) in state.iter_mut().zip(self.words.chunks_exact(2)) {
            *wide = u64::from(pair[0]) << 32 | u64::from(pair[1]);
        }
        for block in data.as_chunks::<128>().0 {
            let before = state;
            sha2::block_api::compress512(&mut state, std::slice::from_ref(block));
            let changes = before.iter().zip(&state).zip(self.sums.chunks_exact_mut(2));
            for ((before, after), sums) in changes {
                let added = low(*after).wrapping_sub(low(*before));
                let carry = u32::from(low(*after) < added);
                let high_added = high(*after).wrapping_sub(high(*before)).wrapping_sub(carry);
                sums[0] += f64::from(high_added.cast_signed()) + f64::from(carry);
                sums[1] += f64::from(added.cast_signed());
            }
        }
        for (wide, pair) in state.iter().zip(self.words.chunks_exact_mut(2)) {
            pair.copy_from_slice(&[high(*wide), low(*wide)]);
        }
    }

    /// Pads and compresses the rest of a message of which `absorbed` bytes are in already.
    fn finish(mut self, absorbed: usize, mut message: Vec<u8>) -> Digest {
        pad(self.algorithm, &mut message, absorbed);
        self.compress(&message);
        Digest {
            algorithm: self.algorithm,
            words: output_words(self.algorithm, &self.words),
            sums: self.sums,
        }
    }
}

/// A finished digest.
pub(super) struct Digest {
    algorithm: Algorithm,
    words: Vec<u32>,
    sums: Vec<f64>,
}

impl Digest {
    /// The numbers of CryptoJS's word array, which holds the whole state.
    pub(super) fn shown(&self) -> Vec<f64> {
        if self.sums.is_empty() {
            self.words.iter().map(|word| f64::from(word.cast_signed())).collect()
        } else {
            self.sums.clone()
        }
    }

    /// The digest proper: the first [`Algorithm::output_bytes`] bytes of the state.
    pub(super) fn bytes(&self) -> Vec<u8> {
        output_bytes(self.algorithm, &self.words)
    }
}

/// The digest of a whole message.
pub(super) fn digest(algorithm: Algorithm, message: Vec<u8>) -> Digest {
    Chain::new(algorithm).finish(0, message)
}

fn initial_state(algorithm: Algorithm) -> Vec<u32> {
    match algorithm {
        Algorithm::Md5 => MD5_START.to_vec(),
        Algorithm::Sha1 | Algorithm::Ripemd160 => {
            MD5_START.iter().copied().chain([0xc3d2_e1f0]).collect()
        }
        Algorithm::Sha224 => SHA224_START.to_vec(),
        Algorithm::Sha256 => SHA512_START.iter().map(|word| high(*word)).collect(),
        Algorithm::Sha384 => {
            SHA384_START.iter().flat_map(|word| [high(*word), low(*word)]).collect()
        }
        Algorithm::Sha512 => {
            SHA512_START.iter().flat_map(|word| [high(*word), low(*word)]).collect()
        }
        Algorithm::Keccak { .. } => vec![0; 50],
    }
}

const MD5_START: [u32; 4] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
const SHA224_START: [u32; 8] = [
    0xc105_9ed8,
    0x367c_d507,
    0x3070_dd17,
    0xf70e_5939,
    0xffc0_0b31,
    0x6858_1511,
    0x64f9_8fa7,
    0xbefa_4fa4,
];
const SHA384_START: [u64; 8] = [
    0xcbbb_9d5d_c105_9ed8,
    0x629a_292a_367c_d507,
    0x9159_015a_3070_dd17,
    0x152f_ecd8_f70e_5939,
    0x6733_2667_ffc0_0b31,
    0x8eb4_4a87_6858_1511,
    0xdb0c_2e0d_64f9_8fa7,
    0x47b5_481d_befa_4fa4,
];
/// The high halves are the start of SHA-256 (FIPS 180-4, sections 5.3.3 and 5.3.5).
const SHA512_START: [u64; 8] = [
    0x6a09_e667_f3bc_c908,
    0xbb67_ae85_84ca_a73b,
    0x3c6e_f372_fe94_f82b,
    0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1,
    0x9b05_688c_2b3e_6c1f,
    0x1f83_d9ab_fb41_bd6b,
    0x5be0_cd19_137e_2179,
];

fn high(word: u64) -> u32 {
    (word >> 32) as u32
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is what is asked for")]
fn low(word: u64) -> u32 {
    word as u32
}

fn compress(algorithm: Algorithm, state: &mut [u32], data: &[u8]) {
    match algorithm {
        Algorithm::Md5 => with_words(state, |words| md5::block_api::compress(words, blocks(data))),
        Algorithm::Sha1 => {
            with_words(state, |words| sha1::block_api::compress(words, blocks(data)));
        }
        Algorithm::Sha224 | Algorithm::Sha256 => {
            with_words(state, |words| sha2::block_api::compress256(words, blocks(data)));
        }
        Algorithm::Ripemd160 => compress_ripemd(state, blocks(data)),
        Algorithm::Keccak { .. } => absorb(state, data, algorithm.block_bytes()),
        Algorithm::Sha384 | Algorithm::Sha512 => {}
    }
}

fn blocks(data: &[u8]) -> &[[u8; 64]] {
    data.as_chunks::<64>().0
}

fn with_words<const N: usize>(state: &mut [u32], step: impl FnOnce(&mut [u32; N])) {
    step(state.first_chunk_mut().expect("the state was made by `initial_state`"));
}

/// The crate offers RIPEMD's compression only inside its block-level hasher, whose saved form is
/// the five words and the number of blocks.
fn compress_ripemd(state: &mut [u32], blocks: &[[u8; 64]]) {
    let mut saved = Ripemd160Core::default().serialize();
    for (place, word) in saved.chunks_exact_mut(4).zip(state.iter()) {
        place.copy_from_slice(&word.to_le_bytes());
    }
    let Ok(mut core) = Ripemd160Core::deserialize(&saved) else { return };
    core.update_blocks(digest::array::Array::cast_slice_from_core(blocks));
    for (word, place) in state.iter_mut().zip(core.serialize().chunks_exact(4)) {
        *word = u32::from_le_bytes([place[0], place[1], place[2], place[3]]);
    }
}

/// Keccak-f\[1600\] over blocks of `rate` bytes, of which only whole 64-bit lanes are absorbed.
fn absorb(state: &mut [u32], data: &[u8], rate: usize) {
    let mut lanes = [0u64; 25];
    for (lane, pair) in lanes.iter_mut().zip(state.chunks_exact(2)) {
        *lane = u64::from(pair[0]) << 32 | u64::from(pair[1]);
    }
    keccak::Keccak::new().with_f1600(|permute| {
        for block in data.chunks_exact(rate) {
            for (lane, bytes) in lanes.iter_mut().zip(block.as_chunks::<8>().0) {
                *lane ^= u64::from_le_bytes(*bytes);
            }
            permute(&mut lanes);
        }
    });
    for (lane, pair) in lanes.iter().zip(state.chunks_exact_mut(2)) {
        pair.copy_from_slice(&[high(*lane), low(*lane)]);
    }
}

/// The words that a finished state shows.
pub(super) fn output_words(algorithm: Algorithm, state: &[u32]) -> Vec<u32> {
    match algorithm {
        Algorithm::Md5 | Algorithm::Ripemd160 => {
            state.iter().map(|word| word.swap_bytes()).collect()
        }
        Algorithm::Keccak { .. } => state
            .chunks_exact(2)
            .take(algorithm.output_bytes().div_ceil(8))
            .flat_map(|lane| [lane[1].swap_bytes(), lane[0].swap_bytes()])
            .collect(),
        _ => state.to_vec(),
    }
}

fn pad(algorithm: Algorithm, message: &mut Vec<u8>, absorbed: usize) {
    let block = algorithm.block_bytes();
    let bits = ((absorbed + message.len()) as u64).wrapping_mul(8);
    if let Algorithm::Keccak { .. } = algorithm {
        message.push(0x01);
        message.resize(message.len().next_multiple_of(block), 0);
        *message.last_mut().expect("a block is not empty") |= 0x80;
        return;
    }
    message.push(0x80);
    // The length takes eight bytes, which SHA-512 puts at the end of a field of sixteen.
    let length_field = block / 8;
    message.resize((message.len() + length_field).next_multiple_of(block) - 8, 0);
    match algorithm {
        Algorithm::Md5 | Algorithm::Ripemd160 => message.extend(bits.to_le_bytes()),
        _ => message.extend(bits.to_be_bytes()),
    }
}

/// An HMAC key (RFC 2104) with both of its pads already compressed.
pub(super) struct HmacKey {
    inner: Chain,
    outer: Chain,
}

impl HmacKey {
    pub(super) fn new(algorithm: Algorithm, key: &[u8]) -> Self {
        let block = algorithm.block_bytes();
        let long = key.len() > block;
        let mut key = if long { digest(algorithm, key.to_vec()).bytes() } else { key.to_vec() };
        key.resize(block, 0);
        let padded = |mask: u8| {
            let pad: Vec<u8> = key.iter().map(|byte| byte ^ mask).collect();
            let mut chain = Chain::new(algorithm);
            chain.compress(&pad);
            chain
        };
        Self { inner: padded(0x36), outer: padded(0x5c) }
    }

    /// The HMAC of a message: the outer digest.
    pub(super) fn mac(&self, message: Vec<u8>) -> Digest {
        let block = self.inner.algorithm.block_bytes();
        let inner = self.inner.clone().finish(block, message).bytes();
        self.outer.clone().finish(block, inner)
    }
}

/// The bytes of a state's words, without those that the algorithm leaves out.
pub(super) fn output_bytes(algorithm: Algorithm, words: &[u32]) -> Vec<u8> {
    let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
    bytes.truncate(algorithm.output_bytes());
    bytes
}
