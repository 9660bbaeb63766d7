//! The record of every hash and HMAC that a script computes.

use super::Algorithm;

/// The bytes that one script may leave in a trace before further calls are only counted.
const VOLUME_LIMIT: usize = 8 * 1024 * 1024;

/// One hash or HMAC call, with all that is needed to do it again.
#[derive(Clone, PartialEq, Eq)]
pub struct TracedCall {
    /// The hash function, or the hash inside the HMAC.
    pub algorithm: Algorithm,
    /// The HMAC key as the script gave it, before padding or hashing; absent for a plain hash.
    pub key: Option<Vec<u8>>,
    /// The whole message: the pieces of a progressive hash are joined.
    ///
    /// Empty when the script hashed something that is neither text nor a word array, for which
    /// CryptoJS yields a digest of no meaningful message.
    pub input: Vec<u8>,
    /// The digest.
    pub output: Vec<u8>,
}

/// Keys and messages may be secret, so only their sizes are shown.
impl std::fmt::Debug for TracedCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TracedCall")
            .field("algorithm", &self.algorithm)
            .field("key_bytes", &self.key.as_ref().map(Vec::len))
            .field("input_bytes", &self.input.len())
            .field("output_bytes", &self.output.len())
            .finish()
    }
}

/// The calls of a script in the order in which their results were asked for.
#[derive(Debug, Default)]
pub struct Trace {
    calls: Vec<TracedCall>,
    volume: usize,
    omitted: usize,
}

impl Trace {
    /// The recorded calls, oldest first.
    pub fn calls(&self) -> &[TracedCall] {
        &self.calls
    }

    /// How many calls were left out because the trace was full.
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// Takes the calls out and leaves the trace empty, with its full volume available again.
    pub fn take(&mut self) -> Vec<TracedCall> {
        self.volume = 0;
        self.omitted = 0;
        std::mem::take(&mut self.calls)
    }

    /// Adds a call, or counts it as omitted when the trace is full.
    pub(crate) fn record(&mut self, call: TracedCall) {
        let size = call.input.len() + call.output.len() + call.key.as_ref().map_or(0, Vec::len);
        if self.volume + size > VOLUME_LIMIT {
            self.omitted += 1;
            return;
        }
        self.volume += size;
        self.calls.push(call);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(bytes: usize) -> TracedCall {
        TracedCall {
            algorithm: Algorithm::Sha256,
            key: Some(b"hush".to_vec()),
            input: vec![0; bytes],
            output: vec![0; 32],
        }
    }

    #[test]
    fn counts_what_no_longer_fits() {
        let mut trace = Trace::default();
        trace.record(call(VOLUME_LIMIT));
        trace.record(call(10));
        assert_eq!((trace.calls().len(), trace.omitted()), (1, 1));
        assert_eq!(trace.take().len(), 1);
        trace.record(call(VOLUME_LIMIT / 2));
        assert_eq!((trace.calls().len(), trace.omitted()), (1, 0));
    }

    #[test]
    fn debug_shows_sizes_only() {
        let shown = format!("{:?}", call(3));
        assert!(shown.contains("key_bytes: Some(4)") && !shown.contains("104"), "{shown}");
    }
}
