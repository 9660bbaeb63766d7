//! AES as CryptoJS computes it.
//!
//! CryptoJS never checks the key's length: with the text `secret` as a key it derives a schedule
//! from one and a half words and encrypts on. The schedule is therefore our own, after FIPS 197
//! with CryptoJS's arithmetic for lengths that the standard does not have; the rounds are the
//! `aes` crate's.

use aes::Block;
use aes::hazmat::{cipher_round, equiv_inv_cipher_round, inv_mix_columns, mix_columns};

/// The most words a key may have; CryptoJS sets no limit, but a longer key is no AES key.
pub(super) const MAX_KEY_WORDS: u32 = 1024;

const ROUND_CONSTANTS: [u32; 11] = [0, 1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0x1b, 0x36];

/// A key schedule and the number of rounds that it serves.
pub(super) struct Schedule {
    rows: Vec<u32>,
    /// The length of the schedule as JavaScript sees it, which may have a fraction.
    row_limit: f64,
    full_rounds: u32,
}

impl Schedule {
    /// Expands a key of `key_bytes` bytes, which may be no whole number of words.
    pub(super) fn new(key: &[u32], key_bytes: f64) -> Self {
        let key_words = key_bytes / 4.0;
        let rounds = key_words + 6.0;
        let row_limit = (rounds + 1.0) * 4.0;
        let row_count = whole(row_limit);
        let mut rows: Vec<u32> = Vec::new();
        for row in 0..row_count {
            let index = f64::from(row);
            let next = if index < key_words {
                key.get(rows.len()).copied().unwrap_or(0)
            } else {
                let previous = rows.last().copied().unwrap_or(0);
                earlier(&rows, index - key_words) ^ mixed(previous, index, key_words)
            };
            rows.push(next);
        }
        Self { rows, row_limit, full_rounds: whole(rounds - 1.0) }
    }

    /// Encrypts a block of four words.
    pub(super) fn encrypt(&self, words: [u32; 4]) -> [u32; 4] {
        let mut block = block_of(xor(words, self.round_key(0)));
        for round in 1..=self.full_rounds {
            cipher_round(&mut block, &block_of(self.round_key(round)));
        }
        cipher_round(&mut block, &Block::default());
        inv_mix_columns(&mut block);
        xor(words_of(&block), self.round_key(self.full_rounds + 1))
    }

    /// Decrypts a block of four words.
    pub(super) fn decrypt(&self, words: [u32; 4]) -> [u32; 4] {
        let last = self.full_rounds + 1;
        let mut block = block_of(xor(words, self.inverse_round_key(0)));
        for round in 1..last {
            equiv_inv_cipher_round(&mut block, &block_of(self.inverse_round_key(round)));
        }
        equiv_inv_cipher_round(&mut block, &Block::default());
        mix_columns(&mut block);
        xor(words_of(&block), self.inverse_round_key(last))
    }

    fn round_key(&self, round: u32) -> [u32; 4] {
        let start = 4 * round as usize;
        std::array::from_fn(|column| self.rows.get(start + column).copied().unwrap_or(0))
    }

    /// Round keys from the end of the schedule, mixed except for the first and the last rows.
    ///
    /// A schedule whose length is no multiple of four ends in the middle of a round key.
    fn inverse_round_key(&self, round: u32) -> [u32; 4] {
        let row = |column: u32| f64::from(4 * round + (4 - column) % 4);
        let plain = [0, 1, 2, 3].map(|column| {
            let index = self.row_limit - f64::from(4 * (round + 1) - column);
            if row(column) < self.row_limit { earlier(&self.rows, index) } else { 0 }
        });
        let mut mixed = block_of(plain);
        inv_mix_columns(&mut mixed);
        let mixed = words_of(&mixed);
        [0u32, 1, 2, 3].map(|column| {
            let row = row(column);
            let outermost = row < 4.0 || self.row_limit - row <= 4.0;
            if outermost { plain[column as usize] } else { mixed[column as usize] }
        })
    }
}

/// The number of steps that a JavaScript loop `for (i = 0; i < limit; i++)` makes.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a key has at most `MAX_KEY_WORDS` words, and a negative limit is no step"
)]
fn whole(limit: f64) -> u32 {
    limit.ceil().max(0.0) as u32
}

/// A row by a JavaScript index: between two rows there is none, which counts as zero.
fn earlier(rows: &[u32], index: f64) -> u32 {
    if index >= 0.0 && index.fract() == 0.0 {
        rows.get(whole(index) as usize).copied().unwrap_or(0)
    } else {
        0
    }
}

fn mixed(word: u32, index: f64, key_words: f64) -> u32 {
    let remainder = index % key_words;
    if remainder == 0.0 || remainder.is_nan() {
        let quotient = index / key_words;
        let constant = if quotient.is_finite() { quotient.floor() } else { 0.0 };
        let constant = ROUND_CONSTANTS.get(whole(constant) as usize).copied().unwrap_or(0);
        substituted(word.rotate_left(8)) ^ constant << 24
    } else if key_words > 6.0 && remainder.total_cmp(&4.0).is_eq() {
        substituted(word)
    } else {
        word
    }
}

/// The S-box over the bytes of a word: one round without its linear part.
fn substituted(word: u32) -> u32 {
    let mut block = block_of([word; 4]);
    cipher_round(&mut block, &Block::default());
    inv_mix_columns(&mut block);
    words_of(&block)[0]
}

fn xor(left: [u32; 4], right: [u32; 4]) -> [u32; 4] {
    std::array::from_fn(|column| left[column] ^ right[column])
}

fn block_of(words: [u32; 4]) -> Block {
    let mut block = Block::default();
    for (place, word) in block.chunks_exact_mut(4).zip(words) {
        place.copy_from_slice(&word.to_be_bytes());
    }
    block
}

fn words_of(block: &Block) -> [u32; 4] {
    std::array::from_fn(|column| {
        let place = &block[4 * column..4 * column + 4];
        u32::from_be_bytes([place[0], place[1], place[2], place[3]])
    })
}
