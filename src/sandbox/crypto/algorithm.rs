//! The hash functions that a script can name.

/// A hash function of CryptoJS or of the Web Crypto API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Algorithm {
    /// MD5 (RFC 1321).
    Md5,
    /// SHA-1 (FIPS 180-4).
    Sha1,
    /// SHA-224 (FIPS 180-4).
    Sha224,
    /// SHA-256 (FIPS 180-4).
    Sha256,
    /// SHA-384 (FIPS 180-4).
    Sha384,
    /// SHA-512 (FIPS 180-4).
    Sha512,
    /// What CryptoJS calls SHA-3: Keccak with its original padding, not FIPS 202.
    Keccak {
        /// Length of the digest; it also decides the block length. CryptoJS allows any number.
        output_bits: u32,
    },
    /// RIPEMD-160.
    Ripemd160,
}

impl Algorithm {
    /// The algorithm of a number that the JavaScript layer uses for it.
    pub(super) fn from_code(code: u32, output_bits: u32) -> Option<Self> {
        Some(match code {
            0 => Self::Md5,
            1 => Self::Sha1,
            2 => Self::Sha224,
            3 => Self::Sha256,
            4 => Self::Sha384,
            5 => Self::Sha512,
            6 if (1..1600 / 2).contains(&output_bits) => Self::Keccak { output_bits },
            7 => Self::Ripemd160,
            _ => return None,
        })
    }

    /// The name that CryptoJS gives it, such as `SHA256`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA1",
            Self::Sha224 => "SHA224",
            Self::Sha256 => "SHA256",
            Self::Sha384 => "SHA384",
            Self::Sha512 => "SHA512",
            Self::Keccak { .. } => "SHA3",
            Self::Ripemd160 => "RIPEMD160",
        }
    }

    /// Length of a message block in bytes.
    pub fn block_bytes(self) -> usize {
        match self {
            Self::Sha384 | Self::Sha512 => 128,
            Self::Keccak { output_bits } => (1600 - 2 * output_bits as usize) / 32 * 4,
            _ => 64,
        }
    }

    /// Length of the digest in bytes.
    pub fn output_bytes(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 | Self::Ripemd160 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
            Self::Keccak { output_bits } => output_bits as usize / 8,
        }
    }
}
