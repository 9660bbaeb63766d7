//! The one table of names that secrets have.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// What kind of secret a name promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Grade {
    /// What signs or decrypts: `api_secret`, `privateKey`, `signing_key`.
    PrivateKey,
    /// What a person types: `password`, `pwd`.
    Password,
    /// A password of several words, or one that comes beside a key: `passphrase`.
    Passphrase,
    /// What lets in whoever has it: `access_token`, `Authorization`, `jwt`.
    Token,
    /// A session and what it is known by: `Cookie`, `session_id`.
    Session,
    /// A code that counts once: `otp`, `2fa`.
    OneTimePassword,
    /// What is made with a private key: `API-Sign`, `signature`.
    Signature,
    /// What a variable of type secret holds whose name says nothing.
    Unnamed,
    /// What is sent beside a signature, and tells whose it is: `api_key`, `publicKey`.
    PublicKey,
}

impl Grade {
    /// The kind of secret that has this name, in whatever spelling; `None` if nothing secret is called so.
    ///
    /// ```
    /// use countersign::secrecy::Grade;
    ///
    /// assert_eq!(Grade::of("KRAKEN-PRIVATE-KEY"), Some(Grade::PrivateKey));
    /// assert_eq!(Grade::of("apiKey"), Some(Grade::PublicKey));
    /// assert_eq!(Grade::of("token_url"), None);
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        if !may_name_secret(name) {
            return None;
        }
        let name = Name::read(name);
        if name.is_about_a_secret() {
            return None;
        }
        let entry = TABLE.iter().find(|entry| entry.names.iter().any(|shape| shape.fits(&name)));
        entry.map(|entry| entry.grade)
    }

    /// In a message: "a password".
    pub fn in_words(self) -> &'static str {
        match self {
            Self::PrivateKey => "a private key",
            Self::Password => "a password",
            Self::Passphrase => "a pass-phrase",
            Self::Token => "a token",
            Self::Session => "a session",
            Self::OneTimePassword => "a one-time password",
            Self::Signature => "a signature",
            Self::Unnamed => "a value of type secret",
            Self::PublicKey => "an API key",
        }
    }

    /// Whether whoever has it can act in the name of its owner: neither a signature, which is of no use to
    /// anybody else, nor what ends by itself.
    pub(crate) fn is_credential(self) -> bool {
        !matches!(self, Self::Session | Self::OneTimePassword | Self::Signature)
    }

    /// Whether nobody but its owner may know it, and no script makes it.
    pub(crate) fn is_private(self) -> bool {
        matches!(self, Self::PrivateKey | Self::Password | Self::Passphrase)
    }
}

/// Names of one grade.
struct Entry {
    grade: Grade,
    names: &'static [Shape],
}

/// How a name says what it names. Texts are in lower case and without separators.
enum Shape {
    /// The text is somewhere in the name, across its words: `apikey` in `KRAKEN_API_KEY`.
    Within(&'static str),
    /// A word of the name is the text.
    Word(&'static str),
    /// The last word of the name is the text.
    LastWord(&'static str),
    /// A word of the name ends with the text: `token` in `xauthtoken`, but not in `tokens`.
    WordEnd(&'static str),
    /// The whole name is the text.
    Whole(&'static str),
    /// The last word is the first text, and the second is somewhere before it.
    LastWordAfter(&'static str, &'static str),
}

use Shape::{LastWord, LastWordAfter, Whole, Within, Word, WordEnd};

/// The first entry that fits counts.
static TABLE: [Entry; 9] = [
    Entry {
        grade: Grade::Signature,
        names: &[
            LastWord("signature"),
            LastWord("sign"),
            LastWord("sig"),
            LastWord("hmac"),
            WordEnd("apisign"),
        ],
    },
    Entry {
        grade: Grade::Passphrase,
        names: &[
            Within("passphrase"),
            Within("seedphrase"),
            Within("recoveryphrase"),
            Word("mnemonic"),
        ],
    },
    Entry {
        grade: Grade::OneTimePassword,
        names: &[
            LastWord("otp"),
            LastWord("totp"),
            Within("2fa"),
            LastWord("tfa"),
            LastWord("mfa"),
            Within("onetimepassword"),
            Within("onetimecode"),
            Within("otpcode"),
            Within("2facode"),
            Within("twofactor"),
        ],
    },
    Entry {
        grade: Grade::PrivateKey,
        names: &[
            Within("secret"),
            Within("privatekey"),
            Within("privkey"),
            Within("signingkey"),
            Within("signkey"),
            Within("signaturekey"),
            Within("encryptionkey"),
            Within("hmackey"),
            Within("authkey"),
            Within("masterkey"),
            Within("seckey"),
            Within("apiprivate"),
            LastWordAfter("private", "kraken"),
            LastWordAfter("private", "exchange"),
            LastWordAfter("private", "futures"),
            LastWordAfter("private", "spot"),
        ],
    },
    Entry {
        grade: Grade::Password,
        names: &[
            Within("password"),
            Within("passwd"),
            Within("passcode"),
            LastWord("pass"),
            LastWord("pwd"),
            LastWord("pw"),
            LastWord("credential"),
            LastWord("credentials"),
        ],
    },
    Entry {
        grade: Grade::Token,
        names: &[WordEnd("token"), Word("jwt"), LastWord("bearer"), LastWord("authorization")],
    },
    Entry {
        grade: Grade::Session,
        names: &[
            Within("sessionid"),
            Within("sessionkey"),
            WordEnd("sessid"),
            LastWord("session"),
            LastWord("cookie"),
            LastWord("cookies"),
            Whole("connectsid"),
        ],
    },
    Entry { grade: Grade::Signature, names: &[Within("signature")] },
    Entry {
        grade: Grade::PublicKey,
        names: &[
            Within("apikey"),
            Within("publickey"),
            Within("accesskey"),
            Within("consumerkey"),
            Within("apipublic"),
            Within("keyid"),
            Whole("key"),
            LastWordAfter("key", "api"),
            LastWordAfter("key", "kraken"),
            LastWordAfter("key", "exchange"),
            LastWordAfter("key", "futures"),
            LastWordAfter("key", "spot"),
        ],
    },
];

/// Every name in the table has one of these in it; most names of a collection have none.
static SEEDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let seeds = [
        "sign",
        "sig",
        "hmac",
        "pass",
        "phrase",
        "mnemonic",
        "otp",
        "2fa",
        "tfa",
        "mfa",
        "factor",
        "time",
        "secret",
        "key",
        "private",
        "pwd",
        "pw",
        "credential",
        "token",
        "jwt",
        "bearer",
        "authorization",
        "session",
        "sessid",
        "cookie",
        "sid",
        "public",
    ];
    AhoCorasick::builder().ascii_case_insensitive(true).build(seeds).ok()
});

/// Whether a script may have the name of a private key, a password or a pass-phrase in it.
pub(crate) fn may_name_private(script: &str) -> bool {
    static SEEDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        let seeds = ["secret", "private", "passw", "passp", "pass_p", "pwd", "credential"];
        AhoCorasick::builder().ascii_case_insensitive(true).build(seeds).ok()
    });
    SEEDS.as_ref().is_none_or(|seeds| seeds.is_match(script))
}

fn may_name_secret(name: &str) -> bool {
    SEEDS.as_ref().is_none_or(|seeds| seeds.is_match(name))
}

/// What stands last in a name that speaks about a secret and does not hold it: `token_url`,
/// `passwordLength`, `secret_name`.
const ABOUT: [&str; 47] = [
    "address",
    "age",
    "alg",
    "algorithm",
    "amount",
    "balance",
    "contract",
    "count",
    "decimals",
    "description",
    "enabled",
    "encoding",
    "endpoint",
    "error",
    "exists",
    "expiration",
    "expires",
    "expiry",
    "field",
    "file",
    "format",
    "header",
    "hint",
    "kind",
    "label",
    "length",
    "lifetime",
    "limit",
    "list",
    "method",
    "missing",
    "mode",
    "name",
    "names",
    "path",
    "policy",
    "prefix",
    "price",
    "required",
    "scheme",
    "size",
    "status",
    "symbol",
    "ttl",
    "type",
    "uri",
    "url",
];

/// What stands first in a name that asks something: `hasSecret`, `show_password`.
const ASKING: [&str; 10] =
    ["allow", "has", "is", "max", "min", "needs", "no", "num", "show", "without"];

/// A name in words: in lower case, without what separates them.
struct Name {
    letters: String,
    /// Where words end in `letters`.
    ends: Vec<usize>,
}

impl Name {
    /// Words end at what is neither letter nor digit, before a capital behind a small letter, and before
    /// the last capital of several: `APIKeyName` has three. A number at the end is left out.
    fn read(name: &str) -> Self {
        let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
        let name = match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "" => name,
            without_number => without_number,
        };
        let mut read = Self { letters: String::with_capacity(name.len()), ends: Vec::new() };
        let mut characters = name.chars().peekable();
        let mut before: Option<char> = None;
        while let Some(character) = characters.next() {
            if !character.is_alphanumeric() {
                read.end_word();
                before = None;
                continue;
            }
            let after = characters.peek();
            let begins = character.is_uppercase()
                && before.is_some_and(|before| {
                    !before.is_uppercase() || after.is_some_and(|after| after.is_lowercase())
                });
            if begins {
                read.end_word();
            }
            read.letters.extend(character.to_lowercase());
            before = Some(character);
        }
        read.end_word();
        read
    }

    fn end_word(&mut self) {
        if self.letters.len() > self.ends.last().copied().unwrap_or_default() {
            self.ends.push(self.letters.len());
        }
    }

    fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        let starts = |index: usize| index.checked_sub(1).map_or(0, |last| self.ends[last]);
        let ends = self.ends.iter().enumerate();
        ends.filter_map(move |(index, end)| self.letters.get(starts(index)..*end))
    }

    fn last_word(&self) -> &str {
        self.words().next_back().unwrap_or_default()
    }

    fn is_about_a_secret(&self) -> bool {
        let is_asking = || self.words().next().is_some_and(|first| ASKING.contains(&first));
        // Postman draws its `Postman-Token` anew for each request.
        self.letters == "postmantoken"
            || self.ends.len() > 1 && (ABOUT.contains(&self.last_word()) || is_asking())
    }
}

impl Shape {
    fn fits(&self, name: &Name) -> bool {
        match self {
            Within(text) => name.letters.contains(text),
            Word(text) => name.words().any(|word| word == *text),
            LastWord(text) => name.last_word() == *text,
            WordEnd(text) => name.words().any(|word| word.ends_with(text)),
            Whole(text) => name.letters == *text,
            LastWordAfter(last, earlier) => {
                name.last_word().strip_suffix(last).is_some_and(|rest| {
                    rest.contains(earlier) || rest.is_empty() && name.letters.contains(earlier)
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets_are_known_in_any_spelling() {
        for (grade, names) in [
            (
                Grade::PrivateKey,
                "api_secret kraken_secret apiSecret KRAKEN-PRIVATE-KEY Secret privateKey signing_key \
                 client_secret consumerSecret secretAccessKey api_private kraken_private TOTP_secret \
                 apiSecret2 secret_key encryptionKey hmac-key authKey token_secret",
            ),
            (
                Grade::PublicKey,
                "api_key apiKey API-Key publicKey kraken_key KEY access_key APIKey X-API-KEY \
                 krakenkey kraken_api_key_1 accessKeyId AWS_ACCESS_KEY_ID consumerKey",
            ),
            (Grade::Password, "password userPassword passwd db_pwd PW pass user_pass passcode"),
            (Grade::Passphrase, "passphrase pass_phrase OK-ACCESS-PASSPHRASE seedPhrase mnemonic"),
            (
                Grade::Token,
                "token access_token authToken x-auth-token refreshtoken Authorization jwt id_token \
                 Proxy-Authorization bearer csrfToken clientToken",
            ),
            (Grade::OneTimePassword, "otp OTP API-OTP totp 2fa one_time_password user2FA otp_code"),
            (Grade::Session, "Cookie Set-Cookie session session_id JSESSIONID connect.sid"),
            (
                Grade::Signature,
                "api_sign API-Sign signature X-Signature sig kc-api-sign hmac apisign",
            ),
        ] {
            for name in names.split_whitespace() {
                assert_eq!(Grade::of(name), Some(grade), "{name}");
            }
        }
    }

    #[test]
    fn other_names_hold_no_secret() {
        for name in [
            "",
            "api_nonce",
            "nonce",
            "keyword",
            "asset",
            "monkey",
            "base_url",
            "pair",
            "design",
            "assign",
            "footprint",
            "token_url",
            "accessTokenUrl",
            "passwordLength",
            "secret_name",
            "max_tokens",
            "tokenAddress",
            "hasSecret",
            "show_password",
            "passenger",
            "compass",
            "private_path",
            "is_private",
            "option",
            "signal",
            "signed",
            "key_name",
            "keys",
            "algorithm",
            "Content-Type",
            "Access-Control-Allow-Credentials",
            "bypass",
            "é",
            "_",
            "2",
            "expires",
            "author",
            "Postman-Token",
        ] {
            let is_allowed = name == "Access-Control-Allow-Credentials";
            assert!(Grade::of(name).is_none() || is_allowed, "{name}");
        }
    }

    #[test]
    fn every_name_of_the_table_has_a_seed() {
        for shape in TABLE.iter().flat_map(|entry| entry.names) {
            let (Within(text)
            | Word(text)
            | LastWord(text)
            | WordEnd(text)
            | Whole(text)
            | LastWordAfter(text, _)) = shape;
            assert!(may_name_secret(text), "{text}");
        }
    }
}
