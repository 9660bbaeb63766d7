#![doc = include_str!("url_parts_disagree.md")]

use serde_json::{Map, Value};

use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::runtime::WrittenUrl;
use crate::source::Pointer;
use crate::text::percent;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("url-parts-disagree"),
    severity: Severity::Warning,
    summary: "a URL whose `raw` says something else than the parts that Postman sends",
    page: include_str!("url_parts_disagree.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for entry in context.entries() {
        let url = entry.item.get("request").and_then(|request| request.get("url"));
        let Some(Value::Object(parts)) = url else { continue };
        let Some(Value::String(raw)) = parts.get("raw") else { continue };
        if raw.trim().is_empty() || reads_as(raw, parts) {
            continue;
        }
        if let Some(difference) = url.and_then(|url| Comparison::of(raw, url).difference()) {
            let url = entry.pointer.join("request").join("url");
            report(context, &url, &difference, findings);
        }
    }
}

/// Whether the text is just the parts in a row, which is how Postman writes it: no need to look closer.
fn reads_as(raw: &str, parts: &Map<String, Value>) -> bool {
    let mut rest = Rest(raw);
    let text = |key: &str| parts.get(key).and_then(Value::as_str);
    let list = |key: &str| parts.get(key).and_then(Value::as_array).into_iter().flatten();
    text("protocol").is_none_or(|protocol| rest.takes(protocol) && rest.takes("://"))
        && rest.takes_all(list("host"), ".", "")
        && text("port").is_none_or(|port| rest.takes(":") && rest.takes(port))
        && rest.takes_all(list("path"), "/", "/")
        && rest.takes_rows(list("query"))
        && rest.0.is_empty()
}

/// What is left of a text whose beginning was recognized.
struct Rest<'t>(&'t str);

impl Rest<'_> {
    fn takes(&mut self, text: &str) -> bool {
        let rest = self.0.strip_prefix(text);
        rest.inspect(|rest| self.0 = rest).is_some()
    }

    fn takes_all<'v>(
        &mut self,
        texts: impl Iterator<Item = &'v Value>,
        between: &str,
        before: &str,
    ) -> bool {
        texts.enumerate().all(|(index, text)| {
            self.takes(if index == 0 { before } else { between })
                && text.as_str().is_some_and(|text| self.takes(text))
        })
    }

    fn takes_rows<'v>(&mut self, rows: impl Iterator<Item = &'v Value>) -> bool {
        let on = rows.filter(|row| row.get("disabled").is_none_or(|it| *it == Value::Bool(false)));
        on.enumerate().all(|(index, row)| {
            let text = |key: &str| row.get(key).and_then(Value::as_str);
            self.takes(if index == 0 { "?" } else { "&" })
                && text("key").is_none_or(|key| self.takes(key))
                && text("value").is_none_or(|value| self.takes("=") && self.takes(value))
        })
    }
}

/// A text, and what Postman sends in its place.
struct Comparison {
    raw: WrittenUrl,
    sent: WrittenUrl,
    /// The params, with those that are off: some programs write them into the text, too.
    rows: Vec<(String, String)>,
    /// The values of path variables, which some programs write into the text.
    path_values: Vec<(String, String)>,
}

/// Where the two part.
#[derive(Debug, PartialEq, Eq)]
enum Difference {
    /// A part has another text.
    Part { name: &'static str, raw: String, sent: String },
    /// A param has another value.
    Value { key: String },
    /// The text has a param that the parts do not have.
    Extra { key: String },
    /// The parts have a param that the text does not have.
    Lacking { key: String },
}

impl Comparison {
    fn of(raw: &str, url: &Value) -> Self {
        let list = |key: &str| url.get(key).and_then(Value::as_array).into_iter().flatten();
        let pair = |row: &Value| {
            let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
            (plain(text("key")), plain(text("value")))
        };
        Self {
            raw: WrittenUrl::of_text(raw.trim()),
            sent: WrittenUrl::of_object(url),
            rows: list("query").map(pair).collect(),
            path_values: list("variable").map(pair).collect(),
        }
    }

    /// None, too, where the text stands alone, of which the rule `raw-only-url` tells.
    fn difference(&self) -> Option<Difference> {
        if self.sent.host.is_none() && self.sent.path.is_none() {
            return None;
        }
        self.in_parts().or_else(|| self.in_query())
    }

    fn in_parts(&self) -> Option<Difference> {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        // Without a protocol the text leaves open what the parts say.
        let protocol = self
            .raw
            .protocol
            .is_some()
            .then(|| ("protocol", text(&self.raw.protocol), text(&self.sent.protocol)));
        let host = ("host", text(&self.raw.host), text(&self.sent.host));
        let port = ("port", text(&self.raw.port), text(&self.sent.port));
        let mut parts = protocol.into_iter().chain([host, port]);
        let differing = parts.find(|(_, raw, sent)| !raw.eq_ignore_ascii_case(sent));
        let of_part = |(name, raw, sent)| Difference::Part { name, raw, sent };
        differing.map(of_part).or_else(|| self.in_path())
    }

    fn in_path(&self) -> Option<Difference> {
        let (raw, sent) = (segments(&self.raw), segments(&self.sent));
        let is_same = raw.len() == sent.len()
            && raw.iter().zip(&sent).all(|(raw, sent)| self.is_same_segment(raw, sent));
        let text = |segments: &[String]| format!("/{}", segments.join("/"));
        (!is_same).then(|| Difference::Part { name: "path", raw: text(&raw), sent: text(&sent) })
    }

    fn is_same_segment(&self, raw: &str, sent: &str) -> bool {
        let value = sent.strip_prefix(':').and_then(|name| {
            self.path_values.iter().find(|(key, _)| key == name).map(|(_, value)| value)
        });
        raw == sent || value.is_some_and(|value| value == raw)
    }

    fn in_query(&self) -> Option<Difference> {
        let raw = pairs(&self.raw);
        // A text without any query is how converters write it; nothing is said of it there.
        if raw.is_empty() {
            return None;
        }
        let unknown = raw.iter().find(|pair| !self.rows.contains(pair));
        if let Some((key, _)) = unknown {
            let is_known = self.rows.iter().any(|(known, _)| known == key);
            let key = key.clone();
            return Some(if is_known {
                Difference::Value { key }
            } else {
                Difference::Extra { key }
            });
        }
        let lacking = pairs(&self.sent).into_iter().find(|pair| !raw.contains(pair));
        lacking.map(|(key, _)| Difference::Lacking { key })
    }
}

/// The segments of a path, decoded; a path of nothing but a slash is none.
fn segments(url: &WrittenUrl) -> Vec<String> {
    let segments: Vec<_> = url.path.iter().flatten().map(|segment| plain(segment)).collect();
    if segments.iter().all(String::is_empty) { Vec::new() } else { segments }
}

fn pairs(url: &WrittenUrl) -> Vec<(String, String)> {
    let params = url.query.iter().flatten().filter(|param| !param.is_empty());
    let pair = |param: &String| match param.split_once('=') {
        Some((key, value)) => (plain(key), plain(value)),
        None => (plain(param), String::new()),
    };
    params.map(pair).collect()
}

/// A text without percent-encoding, and with blanks for plus signs, however those are written.
fn plain(text: &str) -> String {
    percent::decoded(text).replace('+', " ").trim().to_owned()
}

fn report(
    context: &Context<'_>,
    url: &Pointer,
    difference: &Difference,
    findings: &mut Findings<'_>,
) {
    let message = match difference {
        Difference::Part { name, raw, sent } => {
            let sent = if sent.is_empty() { "none".into() } else { format!("`{}`", shown(sent)) };
            format!(
                "`raw` has the {name} `{}`, but the parts, which are sent, have {sent}",
                shown(raw)
            )
        }
        Difference::Value { key } => {
            format!(
                "`raw` has another value for `{}` than `query`, which is what is sent",
                shown(key)
            )
        }
        Difference::Extra { key } => {
            format!(
                "`raw` has the param `{}`, but `query` does not, and it is not sent",
                shown(key)
            )
        }
        Difference::Lacking { key } => {
            format!("`raw` lacks the param `{}`, which `query` has and which is sent", shown(key))
        }
    };
    let finding = findings.add(context.value(url.join("raw")), message);
    finding.help = Some(
        "Postman never reads `raw`: put into the parts what you mean, and the same into `raw`"
            .to_owned(),
    );
}
