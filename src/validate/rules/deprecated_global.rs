#![doc = include_str!("deprecated_global.md")]

use std::collections::BTreeMap;
use std::ops::Range;

use super::rewrite::Change;
use super::words::as_do_others;
use super::{Context, Findings, Rule};
use crate::findings::{Fix, RuleId, Severity};
use crate::runtime::outline::Program;
use crate::text::script::{Token, assigned};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("deprecated-global"),
    severity: Severity::Note,
    summary: "a name of Postman's first scripting interface, which warns and may go",
    page: include_str!("deprecated_global.md"),
    check,
};

/// The deprecated names with what stands in their place; `postman` has a list of its own.
const INSTEAD: [(&str, &str); 18] = [
    ("CryptoJS", "require(\"crypto-js\")"),
    ("_", "require(\"lodash\")"),
    ("tv4", "require(\"ajv\")"),
    ("xml2Json", "require(\"xml2js\")"),
    ("Backbone", "require(\"backbone\")"),
    ("cheerio", "require(\"cheerio\")"),
    ("postman", "pm"),
    ("tests", "pm.test()"),
    ("environment", "pm.environment"),
    ("globals", "pm.globals"),
    ("data", "pm.iterationData"),
    ("iteration", "pm.info.iteration"),
    ("request", "pm.request"),
    ("responseBody", "pm.response.text()"),
    ("responseCode", "pm.response.code"),
    ("responseHeaders", "pm.response.headers"),
    ("responseTime", "pm.response.responseTime"),
    ("responseCookies", "pm.cookies"),
];

/// The members of `postman` with what stands in their place.
const MEMBERS: [(&str, &str); 11] = [
    ("setEnvironmentVariable", "pm.environment.set"),
    ("getEnvironmentVariable", "pm.environment.get"),
    ("clearEnvironmentVariable", "pm.environment.unset"),
    ("clearEnvironmentVariables", "pm.environment.clear"),
    ("setGlobalVariable", "pm.globals.set"),
    ("getGlobalVariable", "pm.globals.get"),
    ("clearGlobalVariable", "pm.globals.unset"),
    ("clearGlobalVariables", "pm.globals.clear"),
    ("setNextRequest", "pm.execution.setNextRequest"),
    ("getResponseCookie", "pm.cookies.get"),
    ("getResponseHeader", "pm.response.headers.get"),
];

/// Those of them that do exactly the same; the setters of `postman` turn values into text.
const SAME: [&str; 7] = [
    "getEnvironmentVariable",
    "clearEnvironmentVariable",
    "clearEnvironmentVariables",
    "getGlobalVariable",
    "clearGlobalVariable",
    "clearGlobalVariables",
    "setNextRequest",
];

/// One use of a deprecated name.
struct Use {
    /// The name, with its member if it is `postman`.
    name: String,
    instead: &'static str,
    range: Range<usize>,
}

/// The scripts that use one name: the first, and where in it.
struct Found<'c, 'a> {
    instead: &'static str,
    first: Range<usize>,
    programs: Vec<(&'c Program<'a>, Vec<Range<usize>>)>,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut names: BTreeMap<String, Found<'_, '_>> = BTreeMap::new();
    for program in context.programs().iter().filter(|program| program.run().next().is_some()) {
        for used in uses(program) {
            let Use { name, instead, range } = used;
            let found = names.entry(name).or_insert_with(|| Found {
                instead,
                first: range.clone(),
                programs: Vec::new(),
            });
            match found.programs.last_mut() {
                Some((last, ranges)) if std::ptr::eq(*last, program) => ranges.push(range),
                _ => found.programs.push((program, vec![range])),
            }
        }
    }
    for (name, found) in &names {
        report(context, name, found, findings);
    }
}

/// The uses of deprecated names in a text, in order.
fn uses(program: &Program<'_>) -> Vec<Use> {
    let is_newer = ["\"use sandbox2\";", "'use sandbox2';"];
    if is_newer.iter().any(|line| program.source.starts_with(line))
        || !INSTEAD.iter().any(|(name, _)| program.has_name(name))
    {
        return Vec::new();
    }
    let tokens = program.tokens();
    let names = program.free_names();
    // A name that a script gives a value of its own is its own from there on.
    let own = assigned(tokens, names);
    let foreign = names.iter().filter(|at| !own.contains(tokens[**at].text));
    foreign.filter_map(|at| used(tokens, *at)).collect()
}

/// The use of a deprecated name at an index.
fn used(tokens: &[Token<'_>], at: usize) -> Option<Use> {
    let token = tokens.get(at)?;
    let (name, instead) = INSTEAD.iter().find(|(name, _)| *name == token.text)?;
    if *name == "postman"
        && let [dot, member] = tokens.get(at + 1..at + 3)?
        && dot.is(".")
        && let Some((member_name, instead)) = MEMBERS.iter().find(|it| it.0 == member.text)
    {
        let name = format!("postman.{member_name}");
        return Some(Use { name, instead, range: token.start..member.range().end });
    }
    Some(Use { name: (*name).to_owned(), instead, range: token.range() })
}

fn report(context: &Context<'_>, name: &str, found: &Found<'_, '_>, findings: &mut Findings<'_>) {
    let mut scripts = found.programs.iter().flat_map(|(program, _)| program.run());
    let Some(first) = scripts.next() else { return };
    let others = as_do_others(scripts.count(), "script");
    let message =
        format!("the script uses the deprecated `{name}`{others}; expected `{}`", found.instead);
    let finding = findings.add(context.within(first, found.first.clone()), message);
    finding.help = Some(match name {
        "CryptoJS" => {
            "write `var CryptoJS = require(\"crypto-js\");` before the first use; with `const` it \
             would not run in Newman"
                .to_owned()
        }
        "_" => "`require(\"lodash\")` is lodash 4, and the global is lodash 3: a few functions \
                have other names there"
            .to_owned(),
        _ => "Postman warns of it in its console each time; it works for now".to_owned(),
    });
    finding.fix = fix(context, name, found);
}

/// A change that means the same, if there is one.
fn fix(context: &Context<'_>, name: &str, found: &Found<'_, '_>) -> Option<Fix> {
    if name == "CryptoJS" {
        let scripts = found.programs.iter().flat_map(|(program, _)| program.run());
        let line = "var CryptoJS = require(\"crypto-js\");";
        let edits = scripts.filter_map(|script| context.with_first_line(script, line)).collect();
        return Some(Fix { title: "require `crypto-js` in place of the global".to_owned(), edits });
    }
    let member = name.strip_prefix("postman.")?;
    let instead = SAME.contains(&member).then_some(found.instead)?;
    let mut edits = Vec::new();
    for (program, ranges) in &found.programs {
        let changes: Vec<Change> =
            ranges.iter().map(|range| (range.clone(), instead.to_owned())).collect();
        edits.extend(program.run().flat_map(|script| context.rewritten(script, &changes)));
    }
    Some(Fix { title: format!("call `{instead}`"), edits })
}
