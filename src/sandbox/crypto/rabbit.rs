//! The Rabbit stream cipher (RFC 4503), one step at a time.

const COUNTER_STEPS: [u32; 8] = [
    0x4d34_d34d,
    0xd34d_34d3,
    0x34d3_4d34,
    0x4d34_d34d,
    0xd34d_34d3,
    0x34d3_4d34,
    0x4d34_d34d,
    0xd34d_34d3,
];

/// The inner state: eight state words, eight counters and a carry of 0 or 1.
pub(super) struct State {
    pub(super) words: [u32; 8],
    pub(super) counters: [u32; 8],
    pub(super) carry: u32,
}

impl State {
    /// Moves the counters on and mixes them into the state words.
    pub(super) fn advance(&mut self) {
        for (counter, step) in self.counters.iter_mut().zip(COUNTER_STEPS) {
            let before = *counter;
            *counter = before.wrapping_add(step).wrapping_add(self.carry);
            self.carry = u32::from(*counter < before);
        }
        let g: [u32; 8] = std::array::from_fn(|i| {
            let square = u64::from(self.words[i].wrapping_add(self.counters[i])).pow(2);
            folded(square)
        });
        for i in 0..8 {
            let (one, two) = (g[(i + 7) % 8], g[(i + 6) % 8]);
            let (one, two) = if i % 2 == 0 {
                (one.rotate_left(16), two.rotate_left(16))
            } else {
                (one.rotate_left(8), two)
            };
            self.words[i] = g[i].wrapping_add(one).wrapping_add(two);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "both halves are wanted")]
fn folded(square: u64) -> u32 {
    (square >> 32) as u32 ^ square as u32
}
