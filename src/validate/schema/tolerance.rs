//! What Postman makes of files that break its own schema.
//!
//! Measured with Newman 6.2.2: collections with one edit each were run against a local server, and
//! the bytes of the request were compared with those of the unedited one.

use serde_json::Value;

use super::trail::Step;
use super::violation::{Fault, Violation};
use crate::validate::Severity;

/// What Postman does with one fault.
#[derive(Debug)]
pub(super) struct Tolerance {
    at: At,
    found: &'static [Found],
    pub(super) severity: Severity,
    /// What comes after "and Postman"; `{key}` stands for the name of the row that the fault is in.
    pub(super) effect: &'static str,
    pub(super) help: Option<&'static str>,
}

/// Where a fault is: objects are called as in the schema, `*` is any.
#[derive(Debug, Clone, Copy)]
enum At {
    /// The object as a whole.
    Object(&'static str),
    /// What stands under a key.
    Field(&'static str, &'static str),
    /// An entry of the list under a key.
    Entry(&'static str, &'static str),
    /// Anything in the object or in what it holds.
    Within(&'static str),
}

/// What was found instead of what the format wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// Nothing: the key, or all keys of which one is needed.
    Missing,
    /// Two keys of which one may be there.
    Both,
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
    /// This text, which is none of the words of the format.
    Word(&'static str),
    /// Any text that is none of the words of the format.
    OtherWord,
    /// What JavaScript counts as false: null, 0 and the empty text.
    Falsy,
    /// Any value.
    Value,
}

use At::{Entry, Field, Object, Within};
use Found::{
    Boolean, Both, Falsy, List, Missing, Null, Number, OtherWord, Text, Value as Anything, Word,
};

const TAKES: &str = "takes it all the same";
const ADDRESS: &str = "sends nothing: the request has no address";
const NEWER: &str =
    "newer versions of Postman write it themselves; nothing has to change for Postman";

const fn row(at: At, found: &'static [Found], effect: &'static str) -> Tolerance {
    Tolerance { at, found, severity: Severity::Warning, effect, help: None }
}

const fn refusal(at: At, found: &'static [Found], effect: &'static str) -> Tolerance {
    Tolerance { at, found, severity: Severity::Error, effect, help: None }
}

impl Tolerance {
    const fn help(self, help: &'static str) -> Self {
        Self { help: Some(help), ..self }
    }
}

/// The first row that fits counts. A fault that has none is an error.
const TABLE: &[Tolerance] = &[
    // Examples and texts for people have no part in sending.
    row(Within("Response"), &[Missing, Anything], TAKES),
    row(Within("Description"), &[Missing, Anything], TAKES),
    row(Within("Version"), &[Missing, Anything], TAKES),
    row(Field("*", "description"), &[Anything], TAKES),
    row(Field("RequestItem", "response"), &[Anything], TAKES),
    row(
        Field("Info", "schema"),
        &[Missing, Anything],
        "runs it all the same, though other tools \
        may not see what it is",
    ),
    row(Field("Info", "*"), &[Missing, Anything], TAKES),
    row(Field("*", "disabled"), &[Falsy], "counts it as not disabled"),
    row(Field("*", "disabled"), &[Anything], "counts it as disabled"),
    // Items.
    refusal(Field("Collection", "item"), &[Missing, Null], "sends nothing"),
    refusal(Object("RequestItem"), &[Missing], ADDRESS),
    refusal(Object("Folder"), &[Both], "takes it for a folder and does not send its request"),
    row(Field("RequestItem", "name"), &[Anything], TAKES),
    row(Field("RequestItem", "id"), &[Anything], TAKES),
    row(Field("Folder", "name"), &[Anything], TAKES),
    refusal(Field("RequestItem", "request"), &[Null], ADDRESS),
    row(Field("*", "protocolProfileBehavior"), &[Anything], TAKES),
    // Scripts.
    row(Field("*", "event"), &[Anything], "runs no script of it"),
    row(Field("Event", "listen"), &[Missing, Anything], "does not run the script"),
    row(Field("Event", "id"), &[Anything], TAKES),
    row(Field("Event", "script"), &[Text], "takes the text for the script"),
    row(Field("Event", "script"), &[Null, Boolean, Number], "runs no script"),
    row(Entry("Script", "exec"), &[Null, Boolean, Number], TAKES),
    row(Field("Script", "exec"), &[Null, Boolean, Number], "runs no script"),
    row(Field("Script", "id"), &[Anything], TAKES),
    row(Field("Script", "name"), &[Anything], TAKES),
    row(Field("Script", "type"), &[Anything], TAKES),
    // Variables.
    row(Field("RequestItem", "variable"), &[Anything], TAKES),
    row(Field("Collection", "variable"), &[Null], TAKES),
    row(Field("Collection", "variable"), &[Found::Object], "knows none of the variables"),
    row(Object("Variable"), &[Missing], "does not know the variable"),
    row(Field("Variable", "key"), &[Null, Number], "does not know the variable"),
    row(Field("Variable", "type"), &[Word("secret"), Word("default"), Word("text")], TAKES)
        .help(NEWER),
    row(Field("Variable", "type"), &[OtherWord, Anything], TAKES),
    row(Field("Variable", "name"), &[Anything], TAKES),
    row(Field("Variable", "system"), &[Anything], TAKES),
    // Requests.
    refusal(Field("Request", "url"), &[Null], ADDRESS),
    row(Field("Request", "method"), &[Null], "sends a GET request, without its body"),
    row(Field("Request", "header"), &[Null], "sends the request without them"),
    row(Entry("Request", "header"), &[Text], TAKES),
    row(Entry("Request", "header"), &[Null], "leaves it out"),
    row(Field("Header", "key"), &[Missing, Null], "drops the header"),
    row(Field("Header", "value"), &[Missing], "sends an empty value"),
    row(Field("Header", "value"), &[Null], "sends `{key}: null`"),
    row(Field("Header", "value"), &[Number, Boolean], "sends it as text"),
    // Addresses.
    row(Field("Url", "port"), &[Number], TAKES),
    row(Field("Url", "query"), &[Null], "sends the request without query"),
    row(Field("Url", "raw"), &[Anything], TAKES),
    row(Field("Url", "hash"), &[Anything], TAKES),
    row(Entry("Url", "path"), &[Number, Boolean], "sends it as text"),
    row(
        Field("QueryParam", "value"),
        &[Number, Boolean, List, Found::Object],
        "drops the value: \
        `?{key}`",
    ),
    row(
        Field("QueryParam", "key"),
        &[Number, Boolean, List, Found::Object],
        "drops the key: `?=…`",
    ),
    // Bodies.
    row(Field("Request", "body"), &[Text], "sends it as raw text"),
    row(Field("Body", "mode"), &[Null, Word("none")], "sends no body"),
    row(Field("Body", "mode"), &[OtherWord], "sends what `raw` holds"),
    row(Field("Body", "raw"), &[Null, Number, Boolean], "sends no body in raw mode"),
    row(Field("Body", "raw"), &[Found::Object], "sends it as JSON text in raw mode"),
    row(Field("Body", "urlencoded"), &[Text], TAKES),
    row(Field("Body", "urlencoded"), &[Null], "sends no body in urlencoded mode"),
    row(Field("Body", "urlencoded"), &[Found::Object], "sends `undefined=` in urlencoded mode"),
    row(Entry("Body", "urlencoded"), &[Null], "leaves it out"),
    row(Field("UrlEncodedParameter", "key"), &[Missing], "sends `undefined=…`"),
    row(Field("UrlEncodedParameter", "key"), &[Null], "sends `null=…`"),
    row(Field("UrlEncodedParameter", "key"), &[Number, Boolean], "sends it as text"),
    row(Field("UrlEncodedParameter", "value"), &[Null], "sends `{key}=`"),
    row(Field("UrlEncodedParameter", "value"), &[Number, Boolean], "sends it as text"),
    row(Field("FormParameter", "type"), &[OtherWord], TAKES),
    row(Field("FormParameter", "value"), &[Number], "sends it as text"),
    row(Field("Body", "graphql"), &[Anything], "sends the body `{}` in graphql mode"),
    row(Field("Body", "options"), &[Anything], "does without them"),
    // Authorization.
    row(Field("Auth", "type"), &[Word("jwt"), Word("asap")], TAKES).help(NEWER),
    row(Field("Auth", "type"), &[Missing, OtherWord], "adds no authorization"),
    row(Field("Auth", "*"), &[Null], "takes it for an empty list"),
    row(Field("Auth", "*"), &[Found::Object], TAKES),
    row(Field("AuthAttribute", "type"), &[Anything], TAKES),
];

/// What Postman does with a fault, as far as that is known.
pub(super) fn tolerance(violation: &Violation<'_>) -> Option<&'static Tolerance> {
    TABLE.iter().find(|row| row.at.holds(violation) && row.found.iter().any(|f| f.holds(violation)))
}

impl At {
    fn holds(self, violation: &Violation<'_>) -> bool {
        let owner = violation.owner().map_or("", |owner| owner.name());
        let field = |object: &str, name: &str, tail: usize| {
            (object == "*" || object == owner)
                && violation.tail.len() <= tail
                && violation.key().is_some_and(|key| name == "*" || name == key)
        };
        match self {
            Object(name) => name == owner && violation.key().is_none(),
            Field(object, name) => field(object, name, 1),
            Entry(object, name) => {
                matches!(violation.tail.as_slice(), [_, Step::Index(_)]) && field(object, name, 2)
            }
            Within(name) => violation.owners.iter().any(|owner| owner.name() == name),
        }
    }
}

impl Found {
    fn holds(self, violation: &Violation<'_>) -> bool {
        let value = violation.value;
        match (self, &violation.fault) {
            (Missing, Fault::Missing { .. } | Fault::Neither { .. })
            | (Both, Fault::Both { .. })
            | (OtherWord, Fault::Word { .. }) => true,
            (Word(word), Fault::Word { .. }) => value.and_then(Value::as_str) == Some(word),
            (Anything, _) => value.is_some(),
            (Falsy, _) => value.is_some_and(is_falsy),
            (Null, Fault::Type { .. }) => value.is_some_and(Value::is_null),
            (Boolean, Fault::Type { .. }) => value.is_some_and(Value::is_boolean),
            (Number, Fault::Type { .. }) => value.is_some_and(Value::is_number),
            (Text, Fault::Type { .. }) => value.is_some_and(Value::is_string),
            (List, Fault::Type { .. }) => value.is_some_and(Value::is_array),
            (Self::Object, Fault::Type { .. }) => value.is_some_and(Value::is_object),
            _ => false,
        }
    }
}

fn is_falsy(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Bool(true) | Value::Array(_) | Value::Object(_) => false,
    }
}
