//! URL text to parts, as Postman's own parser does it: it splits, and judges nothing.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value;

use crate::text::blank;
use crate::variables::token_ranges;

/// The parts of a URL text, not decoded.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) protocol: Option<String>,
    pub(crate) user: Option<String>,
    pub(crate) password: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) port: Option<String>,
    pub(crate) path: Option<Vec<String>>,
    pub(crate) query: Option<Vec<String>>,
    pub(crate) hash: Option<String>,
}

/// Takes a URL text apart: fragment and query from the back, protocol, path, user and port from the
/// front. Leading white space is dropped; variables are kept whole, so that `{{base.url}}/x` has a
/// host and a path.
pub(crate) fn parts(text: &str) -> Parts {
    cut(text).0
}

/// The same as scripts see it: user and password, labels of the host, and what lies between slashes and ampersands as
/// lists.
pub(crate) fn parts_as_json(text: &str) -> Value {
    let (parts, rest) = cut(text);
    let labels = parts.host.is_some().then(|| rest.split(rest.range.clone(), "."));
    let auth = parts.user.map(|user| [Some(user), parts.password].into_iter().flatten().collect());
    let members = [
        ("protocol", parts.protocol.map(Value::from)),
        ("auth", auth),
        ("host", labels.map(Value::from)),
        ("port", parts.port.map(Value::from)),
        ("path", parts.path.map(Value::from)),
        ("query", parts.query.map(Value::from)),
        ("hash", parts.hash.map(Value::from)),
    ];
    members.into_iter().filter_map(|(name, part)| Some((name, part?))).collect()
}

/// The parts of a text, and what is left of it: the host.
fn cut(text: &str) -> (Parts, Rest<'_>) {
    let text = text.trim_start_matches(blank::is_blank);
    let mut rest = Rest { text: Cow::Borrowed(text), guards: guards(text), range: 0..text.len() };
    let mut parts = Parts::default();
    if let Some(hash) = rest.cut_off("#") {
        parts.hash = Some(rest.slice(hash).to_owned());
    }
    if let Some(query) = rest.cut_off("?") {
        parts.query = Some(rest.split(query, "&"));
    }
    rest.turn_backslashes();
    parts.protocol = rest.take_protocol();
    if let Some(path) = rest.cut_off("/") {
        parts.path = Some(rest.split(path, "/"));
    }
    if let Some(userinfo) = rest.take_userinfo() {
        let colon = rest.find(userinfo.clone(), ":");
        let user = userinfo.start..colon.unwrap_or(userinfo.end);
        parts.user = Some(rest.slice(user).to_owned());
        parts.password = colon.map(|colon| rest.slice(colon + 1..userinfo.end).to_owned());
    }
    parts.port = rest.take_port();
    parts.host = Some(rest.slice(rest.range.clone()).to_owned()).filter(|host| !host.is_empty());
    (parts, rest)
}

/// The ranges of variables whose names have characters that would split a URL.
fn guards(text: &str) -> Vec<Range<usize>> {
    let splits = |name: &str| name.contains(['.', ':', '/', '?', '#', '@', '&', ']']);
    token_ranges(text).filter(|range| text.get(range.clone()).is_some_and(splits)).collect()
}

/// What is left of a URL text while parts are taken off.
struct Rest<'t> {
    text: Cow<'t, str>,
    guards: Vec<Range<usize>>,
    range: Range<usize>,
}

impl Rest<'_> {
    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    fn is_guarded(&self, at: usize) -> bool {
        self.guards.iter().any(|guard| guard.contains(&at))
    }

    fn find(&self, range: Range<usize>, separator: &str) -> Option<usize> {
        let found = self.slice(range.clone()).match_indices(separator);
        found.map(|(at, _)| range.start + at).find(|at| !self.is_guarded(*at))
    }

    fn rfind(&self, separator: &str) -> Option<usize> {
        let found = self.slice(self.range.clone()).rmatch_indices(separator);
        found.map(|(at, _)| self.range.start + at).find(|at| !self.is_guarded(*at))
    }

    /// Takes off what follows the first separator.
    fn cut_off(&mut self, separator: &str) -> Option<Range<usize>> {
        let at = self.find(self.range.clone(), separator)?;
        let part = at + separator.len()..self.range.end;
        self.range.end = at;
        Some(part)
    }

    fn split(&self, range: Range<usize>, separator: &str) -> Vec<String> {
        let mut pieces = Vec::new();
        let mut start = range.start;
        while let Some(at) = self.find(start..range.end, separator) {
            pieces.push(self.slice(start..at).to_owned());
            start = at + separator.len();
        }
        pieces.push(self.slice(start..range.end).to_owned());
        pieces
    }

    /// Before the query a backslash counts as a slash.
    fn turn_backslashes(&mut self) {
        if !self.slice(self.range.clone()).contains('\\') {
            return;
        }
        let is_turned = |at: usize| at < self.range.end && !self.is_guarded(at);
        let turned = self.text.char_indices().map(|(at, character)| {
            if character == '\\' && is_turned(at) { '/' } else { character }
        });
        self.text = Cow::Owned(turned.collect());
    }

    fn take_protocol(&mut self) -> Option<String> {
        let at = self.find(self.range.clone(), "://")?;
        let protocol = self.slice(self.range.start..at).to_owned();
        self.range.start = at + 3;
        let slashes =
            self.slice(self.range.clone()).bytes().take_while(|byte| *byte == b'/').count();
        let kept = usize::from(slashes > 0 && protocol.eq_ignore_ascii_case("file"));
        self.range.start += slashes - kept;
        Some(protocol)
    }

    fn take_userinfo(&mut self) -> Option<Range<usize>> {
        let at = self.rfind("@")?;
        let userinfo = self.range.start..at;
        self.range.start = at + 1;
        Some(userinfo)
    }

    /// The port follows the last colon, unless that is inside the brackets of an IPv6 address.
    fn take_port(&mut self) -> Option<String> {
        let at = self.rfind(":")?;
        let port = at + 1..self.range.end;
        if self.find(port.clone(), "]").is_some() {
            return None;
        }
        self.range.end = at;
        Some(self.slice(port).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(part: Option<&String>) -> &str {
        part.map_or("-", String::as_str)
    }

    fn list(part: Option<&Vec<String>>) -> String {
        part.map_or("-".to_owned(), |list| list.join("|"))
    }

    fn shown(url: &str) -> String {
        let parts = parts(url);
        let texts =
            [&parts.protocol, &parts.user, &parts.password, &parts.host, &parts.port, &parts.hash];
        let texts: Vec<&str> = texts.into_iter().map(|part| text(part.as_ref())).collect();
        format!("{} {} {}", texts.join(" "), list(parts.path.as_ref()), list(parts.query.as_ref()))
    }

    #[test]
    fn takes_a_url_apart() {
        // protocol, user, password, host, port, hash, path, query
        let cases = [
            ("http://u:p:q@h.x:80/a/b?c=1&d#e?f", "http u p:q h.x 80 e?f a|b c=1|d"),
            ("h", "- - - h - - - -"),
            (" \u{feff}h/ ", "- - - h - -   -"),
            ("h:80", "- - - h 80 - - -"),
            ("http:\\\\h\\a\\b?c\\d", "http - - h - - a|b c\\d"),
            ("http:////h//a/", "http - - h - - |a| -"),
            ("file:////a", "file - - - - - a -"),
            ("a@b@c/x@y", "- a@b - c - - x@y -"),
            ("[::1]:8080/x", "- - - [::1] 8080 - x -"),
            ("[::1]", "- - - [::1] - - - -"),
            (
                "{{a.b}}.c:{{p/q}}/{{x?y}}/z?{{q&r}}={{s#t}}",
                "- - - {{a.b}}.c {{p/q}} - {{x?y}}|z {{q&r}}={{s#t}}",
            ),
            ("{{a\\b}}", "- - - {{a - - b}} -"),
            ("/a", "- - - - - - a -"),
            ("?a", "- - - - - - - a"),
            ("a?", "- - - a - - - "),
        ];
        for (url, expected) in cases {
            assert_eq!(shown(url), expected, "{url}");
        }
    }

    #[test]
    fn scripts_see_the_labels_of_the_host() {
        let seen = parts_as_json("https://u:p@{{a.b}}.c:80/x/?q=1&r#h");
        let expected = serde_json::json!({
            "protocol": "https", "auth": ["u", "p"], "host": ["{{a.b}}", "c"], "port": "80", "path": ["x", ""],
            "query": ["q=1", "r"], "hash": "h"});
        assert_eq!(seen, expected);
        assert_eq!(parts_as_json("/x"), serde_json::json!({"path": ["x"]}));
        assert_eq!(parts_as_json("u@"), serde_json::json!({"auth": ["u"]}));
    }
}
