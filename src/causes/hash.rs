//! The hashes that signatures are made with.

use hmac::{EagerHash, Hmac, KeyInit as _, Mac as _};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::signing::Mac;

/// A hash function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Md5,
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

/// An HMAC whose key is set up already, which saves half the work of short messages.
pub(super) type Keyed = Box<dyn Fn(&[u8]) -> Vec<u8>>;

impl Hash {
    /// All, no two with digests of the same length.
    pub(super) const ALL: [Self; 5] =
        [Self::Md5, Self::Sha1, Self::Sha256, Self::Sha384, Self::Sha512];

    pub(super) fn of_mac(mac: Mac) -> Self {
        match mac {
            Mac::HmacSha256 => Self::Sha256,
            Mac::HmacSha512 => Self::Sha512,
        }
    }

    /// The name that CryptoJS gives it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
            Self::Sha384 => "SHA384",
            Self::Sha512 => "SHA512",
        }
    }

    /// The length of its digests in bytes.
    pub(super) fn output_bytes(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    pub(super) fn digest(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Md5 => Md5::digest(message).to_vec(),
            Self::Sha1 => Sha1::digest(message).to_vec(),
            Self::Sha256 => Sha256::digest(message).to_vec(),
            Self::Sha384 => Sha384::digest(message).to_vec(),
            Self::Sha512 => Sha512::digest(message).to_vec(),
        }
    }

    pub(super) fn keyed(self, key: &[u8]) -> Keyed {
        match self {
            Self::Md5 => keyed::<Md5>(key),
            Self::Sha1 => keyed::<Sha1>(key),
            Self::Sha256 => keyed::<Sha256>(key),
            Self::Sha384 => keyed::<Sha384>(key),
            Self::Sha512 => keyed::<Sha512>(key),
        }
    }
}

fn keyed<D: EagerHash + 'static>(key: &[u8]) -> Keyed
where
    Hmac<D>: Clone,
{
    let mac = Hmac::<D>::new_from_slice(key).expect("HMAC takes a key of any length");
    Box::new(move |message| {
        let mac = mac.clone().chain_update(message);
        mac.finalize().into_bytes().to_vec()
    })
}
