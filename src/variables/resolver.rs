//! Putting values in the place of `{{names}}`.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value;

use super::{Scopes, dynamic};
use crate::world::World;

/// How often Postman goes over a text; what is left after that stays.
const PASSES: usize = 19;

/// Values that contain their own names grow without end; no request is longer than this, in bytes.
const LONGEST: usize = 16 << 20;

/// Where the value of a variable came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Origin {
    /// `pm.variables.set`.
    Local,
    /// The row of the data file.
    Data,
    /// The environment.
    Environment,
    /// The collection.
    Collection,
    /// The globals.
    Globals,
    /// Generated anew at each occurrence.
    Dynamic,
    /// Nowhere: the name is sent as it is written.
    Unresolved,
}

/// The part of a request that a variable stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Place {
    /// The method.
    Method,
    /// The URL.
    Url,
    /// The headers.
    Headers,
    /// The body.
    Body,
    /// The auth helper.
    Auth,
}

impl Origin {
    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Data => "data",
            Self::Environment => "environment",
            Self::Collection => "collection",
            Self::Globals => "globals",
            Self::Dynamic => "dynamic",
            Self::Unresolved => "unresolved",
        }
    }
}

impl Place {
    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Url => "url",
            Self::Headers => "headers",
            Self::Body => "body",
            Self::Auth => "auth",
        }
    }
}

/// A variable that a request uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableUse {
    /// The name between the braces.
    pub name: String,
    /// Where its value came from.
    pub origin: Origin,
    /// Where it is used.
    pub place: Place,
    /// Whether the name is still there in what is sent: it is unresolved, or the passes ran out.
    pub remains: bool,
}

/// Replaces variables in the parts of one request, and notes where each value came from.
#[derive(Debug)]
pub struct Resolver<'a> {
    scopes: &'a Scopes,
    world: &'a mut World,
    uses: Vec<VariableUse>,
    place: Place,
    is_too_long: bool,
}

impl<'a> Resolver<'a> {
    /// A resolver for one request.
    pub fn new(scopes: &'a Scopes, world: &'a mut World) -> Self {
        Self { scopes, world, uses: Vec::new(), place: Place::Url, is_too_long: false }
    }

    /// Says which part of the request comes next.
    pub fn enter(&mut self, place: Place) {
        self.place = place;
    }

    /// The world that dynamic variables are drawn from.
    pub fn world(&mut self) -> &mut World {
        self.world
    }

    /// Replaces the variables in a text.
    pub fn text<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let mut current = Cow::Borrowed(text);
        for _ in 0..PASSES {
            let Some(next) = self.pass(&current) else { break };
            let changed = next != *current;
            current = Cow::Owned(next);
            if !changed || self.is_too_long {
                break;
            }
        }
        self.note_remains(&current);
        current
    }

    /// Replaces the variables in all texts inside a value; keys of objects stay as they are.
    pub fn value(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text).into_owned()),
            Value::Array(list) => list.iter().map(|member| self.value(member)).collect(),
            Value::Object(map) => Value::Object(
                map.iter().map(|(key, member)| (key.clone(), self.value(member))).collect(),
            ),
            other => other.clone(),
        }
    }

    /// Replaces the variables in all texts inside a value, in its place.
    pub(crate) fn fill(&mut self, value: &mut Value) {
        let filled = match &*value {
            Value::String(text) => match self.text(text) {
                Cow::Borrowed(_) => return,
                Cow::Owned(filled) => Value::String(filled),
            },
            Value::Array(_) | Value::Object(_) => self.value(value),
            Value::Null | Value::Bool(_) | Value::Number(_) => return,
        };
        *value = filled;
    }

    /// Whether some text grew beyond all bounds and was left unfinished.
    pub fn is_too_long(&self) -> bool {
        self.is_too_long
    }

    /// The variables that were used, in the order of their first use.
    pub fn into_uses(self) -> Vec<VariableUse> {
        self.uses
    }

    /// Replaces each token once; none if there is none.
    fn pass(&mut self, text: &str) -> Option<String> {
        let mut token = next_token(text, 0)?;
        let mut replaced = String::with_capacity(text.len());
        let mut copied = 0;
        loop {
            let (start, end) = token;
            let name = text.get(start + 2..end - 2).unwrap_or_default();
            replaced.push_str(text.get(copied..start).unwrap_or_default());
            self.push_value(name, &mut replaced);
            copied = end;
            if replaced.len() > LONGEST {
                self.is_too_long = true;
                return Some(replaced);
            }
            match next_token(text, end) {
                Some(next) => token = next,
                None => break,
            }
        }
        replaced.push_str(text.get(copied..).unwrap_or_default());
        Some(replaced)
    }

    fn push_value(&mut self, name: &str, text: &mut String) {
        let (origin, value) = match self.scopes.find(name) {
            Some(found) => found,
            None => match dynamic::generate(name, self.world) {
                Some(drawn) => (Origin::Dynamic, Some(Cow::Owned(drawn))),
                None => (Origin::Unresolved, None),
            },
        };
        if let Some(value) = value {
            text.push_str(&value);
        } else {
            text.extend(["{{", name, "}}"]);
        }
        self.note(name, origin);
    }

    fn note(&mut self, name: &str, origin: Origin) {
        let place = self.place;
        let is_known = |known: &VariableUse| known.name == name && known.place == place;
        if !self.uses.iter().any(is_known) {
            self.uses.push(VariableUse { name: name.to_owned(), origin, place, remains: false });
        }
    }

    fn note_remains(&mut self, text: &str) {
        let place = self.place;
        for name in tokens(text) {
            for known in &mut self.uses {
                known.remains |= known.name == name && known.place == place;
            }
        }
    }
}

/// The names of all variables in a text, in order: what stands between two opening and two closing
/// braces and holds no brace.
pub fn tokens(text: &str) -> impl Iterator<Item = &str> {
    token_ranges(text).filter_map(|range| text.get(range.start + 2..range.end - 2))
}

/// The byte ranges of all variables in a text, with their braces.
pub(crate) fn token_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let (start, end) = next_token(text, from)?;
        from = end;
        Some(start..end)
    })
}

/// The byte range of the first `{{name}}` at or after an offset.
fn next_token(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        at += text.get(at..)?.find('{')?;
        if !text.get(at..)?.starts_with("{{") {
            at += 1;
            continue;
        }
        let name = at + 2;
        let brace = name + text.get(name..)?.find(['{', '}'])?;
        let rest = text.get(brace..)?;
        if rest.starts_with("}}") {
            return Some((at, brace + 2));
        }
        // In `{{{x}}` the token begins one brace later; after `{{a{` and `{{a}` at that brace.
        at = if brace == name { at + 1 } else { brace };
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::variables::{Row, Scope};
    use crate::world::Engine;

    fn scopes(variables: &Value) -> Scopes {
        let collection = Scope::read(variables, Engine::Newman);
        Scopes { collection, ..Scopes::default() }
    }

    fn resolved(text: &str, variables: &Value) -> String {
        let scopes = scopes(variables);
        Resolver::new(&scopes, &mut World::new(1, 0)).text(text).into_owned()
    }

    #[test]
    fn tokens_hold_anything_but_braces() {
        let names: Vec<&str> =
            tokens("{{a}} {b} {{{c}}} {{d{{e}} {{f}g}} {{}} {{ h }} {{i").collect();
        assert_eq!(names, ["a", "c", "e", "", " h "]);
    }

    #[test]
    fn inner_tokens_come_first_and_values_may_hold_tokens() {
        let variables = json!([
            {"key": "b", "value": "1"}, {"key": "a1", "value": "{{c}}"}, {"key": "c", "value": "x"},
        ]);
        assert_eq!(resolved("{{a{{b}}}}-{{{c}}}-{{C}}", &variables), "x-{x}-{{C}}");
    }

    #[test]
    fn nineteen_passes_and_no_more() {
        let chain: Vec<Value> = (0..30)
            .map(|n| json!({"key": format!("c{n}"), "value": format!("{{{{c{}}}}}", n + 1)}))
            .collect();
        assert_eq!(resolved("{{c0}}", &json!(chain)), "{{c19}}");
        let own = json!([{"key": "a", "value": "x{{a}}"}]);
        assert_eq!(resolved("{{a}}", &own), format!("{}{{{{a}}}}", "x".repeat(19)));
    }

    #[test]
    fn endless_growth_is_stopped() {
        let bomb = scopes(&json!([{"key": "a", "value": "{{a}}".repeat(50)}]));
        let mut world = World::new(1, 0);
        let mut resolver = Resolver::new(&bomb, &mut world);
        let _ = resolver.text("{{a}}");
        assert!(resolver.is_too_long());
    }

    #[test]
    fn each_scope_hides_those_below() {
        let scope =
            |value: &str| Scope::read(&json!([{"key": "x", "value": value}]), Engine::Newman);
        let mut scopes = Scopes {
            local: scope("local"),
            data: Row::read(&json!({"x": "data"})),
            environment: scope("environment"),
            collection: scope("collection"),
            globals: scope("globals"),
        };
        let clear: [fn(&mut Scopes); 6] = [
            |scopes| scopes.local.clear(),
            |scopes| scopes.data = Row::default(),
            |scopes| scopes.environment.clear(),
            |scopes| scopes.collection.clear(),
            |scopes| scopes.globals.clear(),
            |_| {},
        ];
        let mut seen = Vec::new();
        for clear in clear {
            let mut world = World::new(1, 0);
            let mut resolver = Resolver::new(&scopes, &mut world);
            let text = resolver.text("{{x}}").into_owned();
            seen.push((text, resolver.into_uses().remove(0).origin));
            clear(&mut scopes);
        }
        let expected = [
            ("local", Origin::Local),
            ("data", Origin::Data),
            ("environment", Origin::Environment),
            ("collection", Origin::Collection),
            ("globals", Origin::Globals),
            ("{{x}}", Origin::Unresolved),
        ];
        assert_eq!(seen, expected.map(|(text, origin)| (text.to_owned(), origin)));
    }

    #[test]
    fn a_null_in_the_data_stays_and_hides_what_is_below() {
        let scopes = Scopes {
            data: Row::read(&json!({"n": null, "a": {"b": 1}, "z": 0})),
            ..scopes(
                &json!([{"key": "n", "value": 1}, {"key": "a.b", "value": 2}, {"key": "a.c", "value": 3}]),
            )
        };
        let mut world = World::new(1, 0);
        let text = Resolver::new(&scopes, &mut world)
            .text("{{n}} {{a.b}} {{a.c}} {{a}} {{z}}")
            .into_owned();
        assert_eq!(text, "{{n}} {{a.b}} 3 [object Object] 0");
    }

    #[test]
    fn uses_say_where_a_value_came_from() {
        let scopes =
            scopes(&json!([{"key": "a", "value": "1"}, {"key": "loop", "value": "{{loop}}"}]));
        let mut world = World::new(1, 0);
        let mut resolver = Resolver::new(&scopes, &mut world);
        resolver.enter(Place::Headers);
        let _ = resolver.text("{{a}}{{a}}{{nope}}{{$guid}}{{loop}}");
        let uses: Vec<_> = resolver
            .into_uses()
            .into_iter()
            .map(|one| (one.name, one.origin, one.remains))
            .collect();
        let expected = [
            ("a", Origin::Collection, false),
            ("nope", Origin::Unresolved, true),
            ("$guid", Origin::Dynamic, false),
            ("loop", Origin::Collection, true),
        ];
        assert_eq!(
            uses,
            expected.map(|(name, origin, remains)| (name.to_owned(), origin, remains))
        );
    }
}
