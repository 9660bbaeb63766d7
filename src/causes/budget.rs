//! A limit to the search.

/// Signatures that one search may try: 5,000, and fewer where messages are long.
#[derive(Debug)]
pub(super) struct Budget {
    tries: usize,
    bytes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { tries: 5_000, bytes: 16 * 1024 * 1024 }
    }
}

impl Budget {
    /// Pays for signatures over `bytes` in all; false if that is too much.
    pub(super) fn pay(&mut self, tries: usize, bytes: usize) -> bool {
        let enough = self.tries >= tries && self.bytes >= bytes;
        if enough {
            self.tries -= tries;
            self.bytes -= bytes;
        }
        enough
    }

    #[cfg(test)]
    pub(super) fn tries_left(&self) -> usize {
        self.tries
    }
}
