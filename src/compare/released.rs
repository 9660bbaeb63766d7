//! What released versions have generated, so that an update knows its own work from a user's.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::parts::Parts;
use crate::catalog::Api;
use crate::generate::{GenerateError, NonceUnit, ScriptStyle};
use crate::signing::{NoncePlace, Recipe};
use crate::text::hex;

/// Fingerprints of all signing scripts, and all endpoints, by api. Lines are added and never taken
/// out; a test compares the list with what is generated now.
const RELEASED: &str = include_str!("released.txt");

/// Lines of a classic script whose value is of its endpoint.
const OF_ENDPOINT: [&str; 2] = ["api_endpoint = ", "api_post = "];

/// A signing script that was generated and is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SigningForm {
    /// The script of one request.
    Request {
        /// The unit of its nonces.
        unit: NonceUnit,
        /// The header that the nonce travels in; none if it is in the body.
        nonce_header: Option<String>,
    },
    /// The script of a whole collection.
    Collection {
        /// The unit of its nonces.
        unit: NonceUnit,
    },
    /// A script in Kraken's own literal form.
    Classic {
        /// The unit of its nonces.
        unit: NonceUnit,
        /// The path and query that it signs, as JavaScript.
        endpoint: String,
        /// The body that it signs, as JavaScript.
        post: String,
    },
}

/// The signing scripts that are ours: those that released versions have generated, and those that
/// are generated now.
#[derive(Debug)]
pub struct KnownScripts {
    api: String,
    /// Forms of what is generated now, by fingerprint.
    now: BTreeMap<String, SigningForm>,
}

impl KnownScripts {
    /// Those of an api.
    ///
    /// # Errors
    ///
    /// When a script template is broken.
    pub fn of(api: &Api) -> Result<Self, GenerateError> {
        let parts = Parts::new(api, ScriptStyle::default(), NonceUnit::default())?;
        let now = forms(api).into_iter().filter_map(|form| {
            // Not every catalogue has templates for all forms.
            let script = parts.script(&form).ok()?.join("\n");
            Some((fingerprint(&skeleton(&script).0), form))
        });
        Ok(Self { api: api.name.clone(), now: now.collect() })
    }

    /// The form of a script that is ours, if nobody has changed it since. White space at the ends of
    /// lines does not count.
    pub fn form(&self, script: &str) -> Option<SigningForm> {
        let (skeleton, values) = skeleton(script);
        let fingerprint = fingerprint(&skeleton);
        let form = self.now.get(&fingerprint).cloned().or_else(|| self.released(&fingerprint))?;
        let SigningForm::Classic { unit, .. } = form else { return Some(form) };
        let [endpoint, post] = values.try_into().ok()?;
        Some(SigningForm::Classic { unit, endpoint, post })
    }

    fn released(&self, fingerprint: &str) -> Option<SigningForm> {
        let mut entries = RELEASED.lines().filter_map(|line| line.strip_prefix("script "));
        let [form, unit, header] = entries.find_map(|entry| {
            let entry = entry.strip_prefix(&self.api)?.strip_prefix(' ')?;
            let entry = entry.strip_prefix(fingerprint)?.strip_prefix(' ')?;
            <[&str; 3]>::try_from(entry.split(' ').collect::<Vec<_>>()).ok()
        })?;
        let unit = NonceUnit::named(unit)?;
        Some(match form {
            "collection" => SigningForm::Collection { unit },
            "classic" => SigningForm::classic(unit),
            _ => {
                let nonce_header = (header != "-").then(|| header.to_owned());
                SigningForm::Request { unit, nonce_header }
            }
        })
    }
}

/// All forms of signing scripts that an api's collections have.
fn forms(api: &Api) -> Vec<SigningForm> {
    let header = |recipe: &Recipe| match &recipe.nonce {
        Some(NoncePlace::Header(name)) => Some(name.clone()),
        _ => None,
    };
    let headers: BTreeSet<_> = api.recipes.values().map(header).collect();
    let units = [NonceUnit::Milliseconds, NonceUnit::Microseconds, NonceUnit::Nanoseconds];
    let of_unit = |unit| {
        let of_header = move |nonce_header| SigningForm::Request { unit, nonce_header };
        let others = [SigningForm::Collection { unit }, SigningForm::classic(unit)];
        headers.clone().into_iter().map(of_header).chain(others)
    };
    units.into_iter().flat_map(of_unit).collect()
}

impl SigningForm {
    /// A classic script of no endpoint.
    fn classic(unit: NonceUnit) -> Self {
        Self::Classic { unit, endpoint: String::new(), post: String::new() }
    }

    /// The unit of its nonces.
    pub fn unit(&self) -> NonceUnit {
        match self {
            Self::Request { unit, .. } | Self::Collection { unit } | Self::Classic { unit, .. } => {
                *unit
            }
        }
    }
}

/// Whether a released version has generated a request of this method and path for the api.
pub fn was_released(api: &Api, method: &str, path: &str) -> bool {
    let line = format!("endpoint {} {method} {path}", api.name);
    RELEASED.lines().any(|released| released == line)
}

/// The script without white space at the ends of lines and without what a classic one has of its
/// endpoint, and these values.
fn skeleton(script: &str) -> (String, Vec<String>) {
    let mut values = Vec::new();
    let lines: Vec<_> = script
        .lines()
        .map(|line| {
            let line = line.trim_end();
            let of_endpoint =
                OF_ENDPOINT.iter().find_map(|start| Some((start, line.strip_prefix(start)?)));
            match of_endpoint {
                Some((start, value)) => {
                    values.push(value.trim_end_matches(';').to_owned());
                    *start
                }
                None => line,
            }
        })
        .collect();
    (lines.join("\n").trim_end().to_owned(), values)
}

/// The first half of the SHA-256 digest, in hexadecimal.
fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    hex::encode(&digest[..16])
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::path::Path;

    use super::*;
    use crate::catalog::Catalog;

    fn script(api: &Api, form: &SigningForm) -> String {
        let parts = Parts::new(api, ScriptStyle::Request, NonceUnit::default()).unwrap();
        parts.script(form).unwrap().join("\n")
    }

    /// The lines that the list should have for what is generated now.
    fn lines(api: &Api) -> String {
        let mut lines = String::new();
        for form in forms(api) {
            let fingerprint = fingerprint(&skeleton(&script(api, &form)).0);
            let (word, header) = match &form {
                SigningForm::Request { nonce_header, .. } => ("request", nonce_header.as_deref()),
                SigningForm::Collection { .. } => ("collection", None),
                SigningForm::Classic { .. } => ("classic", None),
            };
            let (unit, header) = (form.unit().name(), header.unwrap_or("-"));
            writeln!(lines, "script {} {fingerprint} {word} {unit} {header}", api.name).unwrap();
        }
        for endpoint in api.endpoints() {
            writeln!(lines, "endpoint {} {} {}", api.name, endpoint.method, endpoint.path).unwrap();
        }
        lines
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "whether to record is asked of the environment")]
    fn everything_that_is_generated_now_is_listed() {
        let catalog = Catalog::embedded();
        let listed: BTreeSet<_> = RELEASED.lines().collect();
        let now: String = catalog.apis().unwrap().into_iter().map(lines).collect();
        let new: Vec<_> = now.lines().filter(|line| !listed.contains(line)).collect();
        if std::env::var_os("COUNTERSIGN_RECORD").is_some() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compare/released.txt");
            let lines: Vec<_> = RELEASED.lines().chain(new).collect();
            std::fs::write(path, lines.join("\n") + "\n").unwrap();
        } else {
            assert_eq!(new, [""; 0], "record them with COUNTERSIGN_RECORD=1 cargo test released");
        }
    }

    #[test]
    fn scripts_are_known_again_until_somebody_changes_them() {
        let catalog = Catalog::embedded();
        let api = catalog.api("kraken-spot").unwrap();
        let known = KnownScripts::of(api).unwrap();
        for mut form in forms(api) {
            if let SigningForm::Classic { endpoint, post, .. } = &mut form {
                (*endpoint, *post) = ("\"/a\"".to_owned(), "b + \"\"".to_owned());
            }
            let text = script(api, &form);
            assert_eq!(known.form(&text), Some(form.clone()));
            let exported = text.replace('\n', " \r\n") + "\n\n";
            assert_eq!(known.form(&exported), Some(form.clone()));
            assert_eq!(known.form(&text.replacen("api_key", "my_key", 1)), None);
            assert_eq!(known.form(&format!("{text}\n// mine")), None);
            let released = KnownScripts { now: BTreeMap::new(), ..KnownScripts::of(api).unwrap() };
            assert_eq!(released.form(&text), Some(form));
        }
        assert_eq!(known.form(""), None);
    }

    #[test]
    fn endpoints_are_known_by_method_and_path() {
        let catalog = Catalog::embedded();
        let api = catalog.api("kraken-spot").unwrap();
        assert!(was_released(api, "GET", "/0/public/Time"));
        assert!(!was_released(api, "POST", "/0/public/Time"));
        assert!(!was_released(api, "GET", "/0/public/Mine"));
    }
}
