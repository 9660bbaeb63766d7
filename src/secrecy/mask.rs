//! Keeping secrets out of what is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};

use super::fragments::{Fragment, of_body, of_url};
use super::index::{Index, SEED};
use super::known::Known;
use super::looks::{is_no_key, is_variable};
use super::masked::{Hole, Masked, Writing};
use super::views::{LEAST_CHARACTERS, View, views};
use super::{Grade, forms};
use crate::text::{base64, hex};

/// What stands in the place of a secret.
const HIDDEN: &str = "***";
/// So many characters of a public key are shown.
const SHOWN: usize = 4;
/// As much of a secret tells nothing.
const SHORTEST_PART: usize = 4;
/// Messages show no more characters of a text.
const LONGEST_PART: usize = 100;

/// Makes [`Masked`] text: hides secrets that are known, however they are written, parts of them, and what is a secret
/// by its form.
///
/// Secrets of fewer than eight bytes are not searched for, since they are parts of ordinary words: they are hidden
/// where a text is nothing else, and where somebody says that they stand.
#[derive(Clone, Default)]
pub struct Mask {
    kind: Kind,
    shared: Arc<Shared>,
    here: Arc<Here>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Usual,
    /// Hides nothing, since the user asks for that.
    Open,
    /// Hides everything, since nobody knows what is secret.
    Closed,
}

/// What is the same for a whole run.
#[derive(Default)]
struct Shared {
    secrets: Vec<Secret>,
    index: Index,
    /// The secret of each pattern of the index, and whether the pattern is its text.
    patterns: Vec<(usize, bool)>,
    /// The short secrets, by their texts.
    whole: BTreeMap<String, usize>,
    /// The secrets in order, so that those with a beginning are found, and the same turned round.
    beginnings: Vec<(String, usize)>,
    endings: Vec<(String, usize)>,
    shown: BTreeSet<String>,
}

struct Secret {
    grade: Grade,
    name: Arc<str>,
    /// Whether the program made it up, so that it may be shown.
    is_shown: bool,
}

/// What is known of one place besides.
#[derive(Default)]
struct Here {
    shown: BTreeSet<String>,
    places: Vec<Place>,
    search: Option<AhoCorasick>,
}

/// A secret that is known by what stands before it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    before: String,
    value: String,
    after: String,
    grade: Grade,
    name: Arc<str>,
}

/// A secret in a text.
#[derive(Debug, Clone)]
struct Found {
    range: Range<usize>,
    grade: Grade,
    name: Option<Arc<str>>,
    writing: Writing,
    is_shown: bool,
}

impl Found {
    /// The same, further on in a text.
    fn at(mut self, start: usize) -> Self {
        self.range = self.range.start + start..self.range.end + start;
        self
    }
}

/// What else is looked for than what is known.
#[derive(Debug, Clone, Copy)]
enum Beyond {
    /// Nothing: the text is a signature.
    Nothing,
    /// What is a secret by its form.
    Forms,
}

impl Mask {
    /// Hides nothing: for a user who asks to see everything.
    pub fn open() -> Self {
        Self { kind: Kind::Open, ..Self::default() }
    }

    /// Hides everything: for what nobody could look through.
    pub fn closed() -> Self {
        Self { kind: Kind::Closed, ..Self::default() }
    }

    /// Whether it hides nothing.
    pub fn is_open(&self) -> bool {
        self.kind == Kind::Open
    }

    pub(super) fn of<'k>(
        known: impl Iterator<Item = (&'k String, &'k Known)>,
        shown: &BTreeSet<String>,
    ) -> Self {
        let mut shared = Shared { shown: shown.clone(), ..Shared::default() };
        let mut texts = Vec::new();
        for (text, known) in known {
            let number = shared.secrets.len();
            let (grade, name) = (known.grade, Arc::clone(&known.name));
            shared.secrets.push(Secret { grade, name, is_shown: shown.contains(text) });
            if text.len() < SEED {
                shared.whole.insert(text.clone(), number);
                continue;
            }
            texts.push(text.as_bytes().to_vec());
            shared.patterns.push((number, true));
            for bytes in stands_for(text, known.grade) {
                texts.push(bytes);
                shared.patterns.push((number, false));
            }
            shared.beginnings.push((text.clone(), number));
            shared.endings.push((turned(text), number));
        }
        shared.beginnings.sort();
        shared.endings.sort();
        shared.index = Index::of(texts);
        Self { kind: Kind::Usual, shared: Arc::new(shared), here: Arc::default() }
    }

    /// The same for one place, where some texts are no secrets although they look like one: signatures.
    #[must_use]
    pub(crate) fn showing<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut shown = self.here.shown.clone();
        shown.extend(texts.into_iter().map(str::to_owned));
        let (places, search) = (self.here.places.clone(), self.here.search.clone());
        Self { here: Arc::new(Here { shown, places, search }), ..self.clone() }
    }

    /// The same, and it hides what stands in these places.
    #[must_use]
    pub(crate) fn with_places(&self, places: impl IntoIterator<Item = Place>) -> Self {
        let known = self.here.places.iter().cloned();
        let places: BTreeSet<_> = known.chain(places).collect();
        if places.len() == self.here.places.len() {
            return self.clone();
        }
        let places: Vec<_> = places.into_iter().collect();
        let texts = places.iter().map(|it| format!("{}{}{}", it.before, it.value, it.after));
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(texts);
        // What cannot be searched for must not be shown.
        let kind = if search.is_ok() || self.is_open() { self.kind } else { Kind::Closed };
        let here = Here { shown: self.here.shown.clone(), places, search: search.ok() };
        Self { kind, shared: Arc::clone(&self.shared), here: Arc::new(here) }
    }

    /// A text without its secrets: a message, a line of the console, a name.
    pub fn hidden(&self, text: &str) -> Masked {
        self.masked(text, Vec::new(), Beyond::Forms)
    }

    /// Puts `***` into the place of each secret.
    pub fn hide(&self, text: &mut String) {
        *text = self.hidden(text).to_string();
    }

    /// What is one value: a secret of any length that is all of it is hidden.
    pub fn value(&self, text: &str) -> Masked {
        self.masked(text, self.whole(text), Beyond::Forms)
    }

    /// A signature, which may look like a private key.
    pub fn signature(&self, text: &str) -> Masked {
        self.masked(text, self.whole(text), Beyond::Nothing)
    }

    /// The value of a header or a param of this name.
    pub fn value_of(&self, name: &str, value: &str) -> Masked {
        if Grade::of(name) == Some(Grade::Signature) {
            return self.signature(value);
        }
        let mut found = self.whole(value);
        found.extend(self.by_name(name, value, 0));
        self.masked(value, found, Beyond::Forms)
    }

    /// A URL: the values of its query are also hidden by their names.
    pub fn url(&self, url: &str) -> Masked {
        self.masked(url, self.of_fragments(url, &of_url(url)), Beyond::Forms)
    }

    /// A body: what has a name in it is also hidden by that.
    pub fn body(&self, body: &str) -> Masked {
        let mut found = self.whole(body);
        found.extend(self.of_fragments(body, &of_body(body)));
        self.masked(body, found, Beyond::Forms)
    }

    /// Bytes that are no text.
    pub fn bytes(&self, bytes: &[u8]) -> Vec<u8> {
        match self.kind {
            Kind::Open => bytes.to_vec(),
            Kind::Closed => HIDDEN.into(),
            Kind::Usual => {
                let mut shown = Vec::with_capacity(bytes.len());
                let mut copied = 0;
                for range in merged(self.known(bytes)).into_iter().map(|found| found.range) {
                    shown.extend(bytes.get(copied..range.start).unwrap_or_default());
                    shown.extend(HIDDEN.bytes());
                    copied = range.end;
                }
                shown.extend(bytes.get(copied..).unwrap_or_default());
                shown
            }
        }
    }

    /// The kind of secret that a text shows; `None` if it shows none.
    pub(crate) fn shown_in(&self, text: &str) -> Option<Grade> {
        let mut found = self.known(text.as_bytes());
        found.extend(self.whole(text));
        found.into_iter().map(|found| found.grade).min()
    }

    /// The places of values in the query of a URL that are secret by their names.
    pub(crate) fn places_in_url(&self, url: &str) -> Vec<Place> {
        self.places(url, &of_url(url))
    }

    /// The same of a body.
    pub(crate) fn places_in_body(&self, body: &str) -> Vec<Place> {
        self.places(body, &of_body(body))
    }

    fn places(&self, text: &str, fragments: &[Fragment]) -> Vec<Place> {
        let places = fragments.iter().filter_map(|fragment| {
            let found = self.of_fragments(text, std::slice::from_ref(fragment)).pop()?;
            Some(Place {
                before: text.get(fragment.start..found.range.start)?.to_owned(),
                value: text.get(found.range)?.to_owned(),
                after: String::new(),
                grade: found.grade,
                name: found.name?,
            })
        });
        places.collect()
    }

    fn of_fragments(&self, text: &str, fragments: &[Fragment]) -> Vec<Found> {
        let found = fragments.iter().flat_map(|fragment| {
            let value = text.get(fragment.value.clone()).unwrap_or_default();
            let mut found = self.by_name(&fragment.name, value, fragment.value.start);
            found.extend(self.whole(value).into_iter().map(|it| it.at(fragment.value.start)));
            found
        });
        found.collect()
    }

    /// What of a value is secret by its name.
    fn by_name(&self, name: &str, value: &str, start: usize) -> Vec<Found> {
        let Some(grade) = Grade::of(name).filter(|grade| *grade != Grade::Signature) else {
            return Vec::new();
        };
        let secret = |range: Range<usize>| {
            let text = value.get(range.clone())?;
            let text = text.trim();
            let is_example = grade == Grade::PublicKey && is_no_key(text);
            let is_secret = !self.is_shown(text)
                && !is_variable(text)
                && !is_example
                && !matches!(text, "" | "null" | "true" | "false");
            is_secret.then(|| Found {
                range: range.start + start..range.end + start,
                grade,
                name: Some(name.into()),
                writing: Writing::Plain,
                is_shown: false,
            })
        };
        secret_parts(grade, value).into_iter().filter_map(secret).collect()
    }

    fn is_shown(&self, text: &str) -> bool {
        self.shared.shown.contains(text) || self.here.shown.contains(text)
    }

    fn masked(&self, text: &str, found: Vec<Found>, beyond: Beyond) -> Masked {
        match self.kind {
            Kind::Open => Masked::of(text.to_owned(), Vec::new()),
            Kind::Closed => HIDDEN.into(),
            Kind::Usual => filled(text, merged(self.all(text, found, beyond))),
        }
    }

    fn all(&self, text: &str, mut found: Vec<Found>, beyond: Beyond) -> Vec<Found> {
        found.splice(0..0, self.known(text.as_bytes()));
        if matches!(beyond, Beyond::Forms) {
            found.extend(self.by_form(text));
        }
        found.extend(self.in_places(text));
        if text.contains('…') {
            found.extend(self.cut(text));
        }
        for found in &mut found {
            found.range = at_characters(text, &found.range);
        }
        found
    }

    /// A short secret that is all of a text.
    fn whole(&self, text: &str) -> Vec<Found> {
        let trimmed = text.trim();
        let start = text.len() - text.trim_start().len();
        let number = Some(trimmed).filter(|it| !it.is_empty() && it.len() < SEED);
        let number = number.and_then(|it| self.shared.whole.get(it));
        let found = number
            .and_then(|number| self.found(*number, start..start + trimmed.len(), Writing::Plain));
        found.into_iter().collect()
    }

    fn found(&self, number: usize, range: Range<usize>, writing: Writing) -> Option<Found> {
        let Secret { grade, name, is_shown } = self.shared.secrets.get(number)?;
        let (grade, name, is_shown) = (*grade, Some(Arc::clone(name)), *is_shown);
        Some(Found { range, grade, name, writing, is_shown })
    }

    /// Secrets that are known, however they are written.
    fn known(&self, text: &[u8]) -> Vec<Found> {
        if self.shared.index.is_empty() || text.len() < SEED {
            return Vec::new();
        }
        let mut found = self.in_view(text, None);
        for view in views(text, false) {
            found.extend(self.in_view(&view.bytes, Some(&view)));
        }
        for found in &mut found {
            if found.writing == Writing::Base64 {
                found.range = with_padding(text, &found.range);
            }
        }
        found
    }

    fn in_view(&self, bytes: &[u8], view: Option<&View>) -> Vec<Found> {
        let least = view.map_or(LEAST_CHARACTERS, |view| view.least);
        let hits = self.shared.index.hits(bytes, least).into_iter();
        let found = hits.filter_map(|hit| {
            let (number, is_text) = *self.shared.patterns.get(hit.pattern)?;
            let range = view.map_or(hit.range.clone(), |view| view.place(&hit.range));
            let writing = match view {
                _ if !hit.is_whole => Writing::Part,
                None if is_text => Writing::Plain,
                None => Writing::Numbers,
                Some(view) => view.writing,
            };
            self.found(number, range, writing)
        });
        found.collect()
    }

    /// What is a secret by its form, also where that is written in another way.
    fn by_form(&self, text: &str) -> Vec<Found> {
        let of = |range: Range<usize>, grade, writing| Found {
            range,
            grade,
            name: None,
            writing,
            is_shown: false,
        };
        let of_text = |text: &str| {
            let mut secrets = forms::secrets(text);
            secrets
                .retain(|(range, _)| !text.get(range.clone()).is_some_and(|it| self.is_shown(it)));
            secrets
        };
        let found = of_text(text).into_iter();
        let mut found: Vec<_> =
            found.map(|(range, grade)| of(range, grade, Writing::Plain)).collect();
        for view in views(text.as_bytes(), true).iter().filter(|view| view.is_text()) {
            let Ok(read) = std::str::from_utf8(&view.bytes) else { continue };
            let secrets = of_text(read).into_iter();
            found.extend(secrets.map(|(range, grade)| of(view.place(&range), grade, view.writing)));
        }
        found
    }

    fn in_places(&self, text: &str) -> Vec<Found> {
        let Some(search) = &self.here.search else { return Vec::new() };
        let found = search.find_iter(text).filter_map(|hit| {
            let place = self.here.places.get(hit.pattern().as_usize())?;
            let range = hit.start() + place.before.len()..hit.end() - place.after.len();
            let (grade, name) = (place.grade, Some(Arc::clone(&place.name)));
            Some(Found { range, grade, name, writing: Writing::Plain, is_shown: false })
        });
        found.collect()
    }

    /// Beginnings and ends of secrets of which a message shows no more, beside `…`.
    fn cut(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        for (at, mark) in text.match_indices('…') {
            let before = text.get(..at).unwrap_or_default();
            if let Some((length, number)) = part(
                before.char_indices().rev().map(|(at, _)| before.len() - at),
                &self.shared.beginnings,
                |length| before.get(before.len() - length..).map(str::to_owned),
            ) {
                found.extend(self.found(number, at - length..at, Writing::Part));
            }
            let start = at + mark.len();
            let after = text.get(start..).unwrap_or_default();
            let lengths = after.char_indices().map(|(at, character)| at + character.len_utf8());
            if let Some((length, number)) =
                part(lengths, &self.shared.endings, |length| after.get(..length).map(turned))
            {
                found.extend(self.found(number, start..start + length, Writing::Part));
            }
        }
        found
    }
}

/// The longest text of these lengths that a secret begins with, and which that is.
fn part(
    lengths: impl Iterator<Item = usize>,
    secrets: &[(String, usize)],
    text: impl Fn(usize) -> Option<String>,
) -> Option<(usize, usize)> {
    let parts = lengths.take(LONGEST_PART).filter(|length| *length >= SHORTEST_PART);
    let known = parts.filter_map(|length| {
        let text = text(length)?;
        let place = secrets.partition_point(|(secret, _)| secret.as_str() < text.as_str());
        let (secret, number) = secrets.get(place)?;
        secret.starts_with(text.as_str()).then_some((length, *number))
    });
    known.max()
}

/// The bytes that a secret stands for, if it is a key in base64 or hexadecimal.
fn stands_for(text: &str, grade: Grade) -> Vec<Vec<u8>> {
    if grade == Grade::PublicKey {
        return Vec::new();
    }
    let base64 = base64::decode_unpadded(text).or_else(|| base64::decode_url_safe(text));
    let hex = hex::decode(text);
    base64.into_iter().chain(hex).filter(|bytes: &Vec<u8>| bytes.len() >= SEED).collect()
}

/// The parts of a value that are secret: not the scheme before a token, nor the names of cookies.
fn secret_parts(grade: Grade, value: &str) -> Vec<Range<usize>> {
    if grade == Grade::Session && value.contains('=') {
        let mut start = 0;
        let cookies = value.split(';').filter_map(|cookie| {
            let at = start;
            start += cookie.len() + 1;
            let name = cookie.find('=')? + 1;
            Some(at + name..at + cookie.len())
        });
        return cookies.collect();
    }
    let whole = || std::iter::once(0..value.len()).collect();
    let Some((scheme, rest)) = value.split_once(' ').filter(|_| grade == Grade::Token) else {
        return whole();
    };
    if !scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return whole();
    }
    if rest.contains('=') && rest.contains(',') {
        let start = scheme.len() + 1;
        let named = of_body(rest)
            .into_iter()
            .filter(|it| Grade::of(&it.name).is_some_and(|grade| grade != Grade::Signature));
        return named.map(|it| it.value.start + start..it.value.end + start).collect();
    }
    std::iter::once(scheme.len() + 1..value.len()).collect()
}

/// What was found in order, where it overlaps as one.
fn merged(mut found: Vec<Found>) -> Vec<Found> {
    found.retain(|found| !found.range.is_empty() && !found.is_shown);
    // Of the same place what is known best comes first: it was found first.
    found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
    let mut merged: Vec<Found> = Vec::with_capacity(found.len());
    for found in found {
        match merged.last_mut() {
            Some(last) if found.range.start < last.range.end => {
                if found.range.end > last.range.end {
                    last.range.end = found.range.end;
                    last.writing = Writing::Part;
                }
                if found.grade != last.grade && found.range == last.range {
                    last.grade = last.grade.min(found.grade);
                }
            }
            _ => merged.push(found),
        }
    }
    merged
}

/// The text with something else in the place of each secret.
fn filled(text: &str, found: Vec<Found>) -> Masked {
    let mut shown = String::with_capacity(text.len());
    let mut holes = Vec::with_capacity(found.len());
    let mut copied = 0;
    for Found { range, grade, name, writing, .. } in found {
        shown.push_str(text.get(copied..range.start).unwrap_or_default());
        let start = shown.len();
        let secret = text.get(range.clone()).unwrap_or_default();
        match beginning_of_public_key(grade, writing, secret) {
            Some(beginning) => shown.extend([beginning, "…"]),
            None => shown.push_str(HIDDEN),
        }
        holes.push(Hole { range: start..shown.len(), name, writing });
        copied = range.end;
    }
    shown.push_str(text.get(copied..).unwrap_or_default());
    Masked::of(shown, holes)
}

fn beginning_of_public_key(grade: Grade, writing: Writing, secret: &str) -> Option<&str> {
    let is_long = secret.chars().nth(SEED).is_some();
    if grade != Grade::PublicKey || !is_long || !matches!(writing, Writing::Plain) {
        return None;
    }
    let (end, _) = secret.char_indices().nth(SHOWN)?;
    secret.get(..end)
}

/// The range from the beginning of a character to the end of one.
fn at_characters(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = (0..=range.start).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = (range.end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    start..end
}

/// The range with the padding behind it.
fn with_padding(text: &[u8], range: &Range<usize>) -> Range<usize> {
    let after = text.get(range.end..).unwrap_or_default();
    range.start..range.end + after.iter().take_while(|byte| **byte == b'=').count()
}

fn turned(text: &str) -> String {
    text.chars().rev().collect()
}

impl fmt::Debug for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secrets = self.shared.secrets.len();
        f.debug_struct("Mask").field("secrets", &secrets).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::Secrets;

    const KEY: &str =
        "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

    fn mask() -> Mask {
        let mut secrets = Secrets::default();
        secrets.add(Grade::PrivateKey, "api_secret", KEY);
        secrets.add(Grade::Password, "password", "P@ss-word1! \"é");
        secrets.add(Grade::Password, "pin", "12-34");
        secrets.add(Grade::PublicKey, "api_key", "fieldtest/key+made/up");
        secrets.mask()
    }

    #[test]
    fn secrets_are_hidden_however_they_are_written() {
        let mask = mask();
        let key = base64::decode(KEY).expect("it is base64");
        let list = key.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
        for (text, hidden) in [
            (format!("is {KEY}!"), "is ***!"),
            (format!("is {}!", KEY.to_lowercase()), "is ***!"),
            (KEY.replace('/', "%2F").replace('+', "%2b").replace('=', "%3D"), "***"),
            (KEY.replace('/', "\\/"), "***"),
            (KEY.replace('/', "_").replace('=', ""), "***"),
            (format!("a {} b", hex::encode(KEY.as_bytes())), "a *** b"),
            (format!("a {} b", hex::encode(&key).to_uppercase()), "a *** b"),
            (format!("[{list}]"), "[***]"),
            (format!("Basic {}", base64::encode(format!("me:{KEY}"))), "Basic bWU6***"),
            ("f=P%40ss-word1%21%20%22%C3%A9&g".to_owned(), "f=***&g"),
            ("f=P%40ss-word1%21+%22%c3%a9&g".to_owned(), "f=***&g"),
            (r#"{"f": "P@ss-word1! \"é"}"#.to_owned(), r#"{"f": "***"}"#),
            (r#"{"f": "P@ss-word1!\u0020\u0022\u00e9"}"#.to_owned(), r#"{"f": "***"}"#),
            ("<f>P@ss-word1! &quot;é</f>".to_owned(), "<f>***</f>"),
        ] {
            assert_eq!(mask.hidden(&text), hidden, "{text}");
        }
    }

    #[test]
    fn parts_are_hidden() {
        let mask = mask();
        for (text, hidden) in [
            (format!("is {}", KEY.get(..16).unwrap_or_default()), "is ***"),
            (format!("is {}", KEY.get(40..60).unwrap_or_default()), "is ***"),
            (format!("is {}", KEY.get(40..55).unwrap_or_default()), "is 76sz84Q18fWxnyR"),
            (
                format!(
                    "starts {}…, ends …{}",
                    KEY.get(..4).unwrap_or_default(),
                    KEY.get(80..).unwrap_or_default()
                ),
                "starts ***…, ends …***",
            ),
            ("…".to_owned(), "…"),
            ("kQH… kQH5HW".to_owned(), "kQH… kQH5HW"),
        ] {
            assert_eq!(mask.hidden(&text), hidden, "{text}");
        }
    }

    #[test]
    fn short_secrets_are_hidden_where_they_are_all_there_is() {
        let mask = mask();
        assert_eq!(mask.value(" 12-34 "), " *** ");
        assert_eq!(mask.hidden("12-34"), "12-34");
        assert_eq!(mask.value("12-345"), "12-345");
        assert_eq!(mask.url("https://a.b/12-34?x=12-34"), "https://a.b/12-34?x=***");
        assert_eq!(
            mask.body("{\"a\": \"12-34\", \"b\": \"12-345\"}"),
            "{\"a\": \"***\", \"b\": \"12-345\"}"
        );
    }

    #[test]
    fn public_keys_are_shown_by_their_beginning() {
        let mask = mask();
        assert_eq!(mask.hidden("key fieldtest/key+made/up"), "key fiel…");
        assert_eq!(mask.value_of("API-Key", "fieldtest/key+made/up"), "fiel…");
        assert_eq!(mask.value_of("API-Key", "another-key"), "anot…");
        assert_eq!(mask.value_of("API-Key", "{{api_key}}"), "{{api_key}}");
        assert_eq!(mask.value_of("API-Key", "short"), "***");
    }

    #[test]
    fn values_are_hidden_by_their_names() {
        let mask = Mask::default();
        for (name, value, hidden) in [
            ("Authorization", "Bearer abc", "Bearer ***"),
            ("Authorization", "abc", "***"),
            ("Authorization", "Bearer {{token}}", "Bearer {{token}}"),
            (
                "Authorization",
                "Digest username=\"me\", token=\"x\"",
                "Digest username=\"me\", token=\"***\"",
            ),
            ("Cookie", "a=b; c=d", "a=***; c=***"),
            ("API-Sign", KEY, KEY),
            ("API-OTP", "123456", "***"),
            ("X", KEY, "***"),
            ("nonce", "123456", "123456"),
        ] {
            assert_eq!(mask.value_of(name, value), hidden, "{name}: {value}");
        }
        assert_eq!(mask.body("nonce=1&otp=2"), "nonce=1&otp=***");
        assert_eq!(mask.url("https://me:pa@h/p?token=x&a=1"), "https://me:***@h/p?token=***&a=1");
        assert_eq!(
            mask.hidden("{{9f86d081884c7d659a2fea}} %7B%7B9f86d081884c7d659a2fea%7D%7D"),
            "{{***}} %7B%7B***%7D%7D"
        );
    }

    #[test]
    fn what_the_program_made_up_is_shown() {
        let mut secrets = Secrets::default();
        secrets.show(KEY);
        secrets.add(Grade::PrivateKey, "api_secret", KEY);
        let mask = secrets.mask();
        assert_eq!(mask.hidden(KEY), KEY);
        assert_eq!(mask.value_of("api_secret", KEY), KEY);
        assert_eq!(mask.shown_in(KEY), Some(Grade::PrivateKey));
        assert_eq!(Mask::default().showing([KEY]).hidden(KEY), KEY);
    }

    #[test]
    fn places_are_hidden_where_they_come_again() {
        let mask = Mask::default();
        let places = mask.places_in_body("nonce=1&otp=123456");
        let mask = mask.with_places(places);
        assert_eq!(mask.hidden("1nonce=1&otp=123456"), "1nonce=1&otp=***");
        assert_eq!(mask.hidden("123456 times"), "123456 times");
    }

    #[test]
    fn bytes_that_are_no_text_are_searched_too() {
        let bytes = [b"\xff\xfe".as_slice(), KEY.as_bytes(), b"\xff"].concat();
        assert_eq!(mask().bytes(&bytes), b"\xff\xfe***\xff");
    }

    #[test]
    fn all_or_nothing_is_shown_if_so_asked() {
        assert_eq!(Mask::open().hidden(KEY), KEY);
        assert_eq!(Mask::closed().hidden("a"), "***");
        assert_eq!(Mask::closed().bytes(b"a"), b"***");
    }

    #[test]
    fn ordinary_text_stays() {
        let text = "found `limit`, expected `market`; 3 findings in a.json:12:7, café — 100 % of {{base_url}}/0/private/AddOrder?a=b%2Fc";
        assert_eq!(mask().hidden(text), text);
        assert_eq!(Mask::default().hidden(text), text);
    }

    #[test]
    fn a_mask_says_what_kind_of_secret_it_has_found() {
        assert_eq!(mask().shown_in(&format!("is {KEY}")), Some(Grade::PrivateKey));
        assert_eq!(mask().shown_in("12-34"), Some(Grade::Password));
        assert_eq!(mask().shown_in("nothing"), None);
    }
}
