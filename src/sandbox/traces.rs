//! Whether a script may change what every later script finds: the language's own objects, or a library.
//!
//! It is told from the text alone, and in doubt the answer is yes: a comment or a text that speaks of prototypes counts.
//! That costs a new engine, which takes milliseconds; a wrong no would let one script falsify the outcome of another.

use std::collections::BTreeSet;

use super::{Engine, names};
use crate::text::script::{Kind, Token, pieces};

/// Words behind which the language's own objects lie, or code that is made at run time.
const REACHING: &[&str] = &[
    "constructor",
    "eval",
    "Function",
    "Reflect",
    "freeze",
    "seal",
    "preventExtensions",
    "getOwnPropertyDescriptor",
    "getOwnPropertyDescriptors",
    "getOwnPropertyNames",
];

/// Methods that change a library or a scope of variables for good.
const SETTLING: &[&str] = &[
    "addFormat",
    "addLanguage",
    "addLayer",
    "addSchema",
    "applyMutation",
    "defineLocale",
    "disableTracking",
    "enableTracking",
    "locale",
    "mixIn",
    "mixin",
    "noConflict",
    "uniqueId",
    "updateLocale",
    "use",
];

/// Functions that write into their first argument.
const WRITING: &[&str] = &["assign", "assignIn", "defaults", "extend", "merge", "set"];

/// What each script has of its own, among the names that are provided.
const OWN: &[&str] = &["data", "environment", "globals", "iteration", "pm", "request", "tests"];

/// The members of `pm` that stay from script to script.
const SCOPES: &[&str] =
    &["collectionVariables", "environment", "globals", "iterationData", "variables"];

/// The libraries, which a function that gets one may change.
const LIBRARIES: &[&str] =
    &["Backbone", "CryptoJS", "_", "cheerio", "console", "postman", "require", "tv4"];

/// Whether a script may change what every later script of the same engine finds, apart from globals that it assigns
/// without declaring. In doubt it may.
pub fn leaves_traces(text: &str) -> bool {
    Reading::new(pieces(text)).finds_a_change()
}

/// A name with the members that follow it: `a.b["c"].d`.
struct Chain<'a> {
    root: &'a str,
    members: usize,
    start: usize,
    /// The place behind it.
    end: usize,
}

/// A script and the names in it that stand for something that all scripts share.
struct Reading<'a> {
    tokens: Vec<Token<'a>>,
    shared: BTreeSet<&'a str>,
    libraries: BTreeSet<&'a str>,
}

impl<'a> Reading<'a> {
    fn new(tokens: Vec<Token<'a>>) -> Self {
        let engine = Engine::Postman;
        let provided =
            names::parameters(engine).into_iter().chain(names::legacy_parameters(engine));
        let provided = provided.chain(["atob", "btoa", "require"]);
        let mut reading = Self {
            tokens,
            shared: provided.filter(|name| !OWN.contains(name)).collect(),
            libraries: LIBRARIES.iter().copied().collect(),
        };
        while reading.learn_names() {}
        reading
    }

    fn finds_a_change(&self) -> bool {
        (0..self.tokens.len()).any(|at| {
            self.word(at).is_some_and(|word| {
                (is_reaching(word) && !self.is_borrowed_method(at))
                    || self.is_settling_call(at, word)
                    || self.is_change(at)
            })
        })
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        let token = self.tokens.get(at)?;
        (token.kind != Kind::Mark).then_some(token.text)
    }

    fn mark(&self, at: usize) -> Option<&'a str> {
        let token = self.tokens.get(at)?;
        (token.kind == Kind::Mark).then_some(token.text)
    }

    fn mark_before(&self, at: usize) -> Option<&'a str> {
        at.checked_sub(1).and_then(|at| self.mark(at))
    }

    /// Whether `prototype` stands there in `Object.prototype.hasOwnProperty.call(…)` or the like, which changes nothing.
    fn is_borrowed_method(&self, at: usize) -> bool {
        let is_call = |word| matches!(word, "call" | "apply" | "bind");
        self.word(at) == Some("prototype")
            && self
                .chain_of_words(at)
                .is_some_and(|end| is_call(end) && self.mark(at + 5) == Some("("))
    }

    /// The last word of three that dots join, from a place on.
    fn chain_of_words(&self, at: usize) -> Option<&'a str> {
        let dots = self.mark(at + 1) == Some(".") && self.mark(at + 3) == Some(".");
        self.word(at + 2).filter(|_| dots).and(self.word(at + 4))
    }

    fn is_settling_call(&self, at: usize, word: &str) -> bool {
        SETTLING.contains(&word)
            && self.mark_before(at) == Some(".")
            && self.mark(at + 1) == Some("(")
    }

    /// The chain that begins at a word; none for a member of something else.
    fn chain(&self, start: usize) -> Option<Chain<'a>> {
        let root = self.word(start)?;
        if matches!(self.mark_before(start), Some("." | "?.")) {
            return None;
        }
        let (mut end, mut members) = (start + 1, 0);
        if root == "require" && self.mark(end) == Some("(") {
            end = self.behind_brackets(end);
        }
        loop {
            end = match self.mark(end) {
                Some("." | "?.") if self.word(end + 1).is_some() => end + 2,
                Some("[") => self.behind_brackets(end),
                _ => return Some(Chain { root, members, start, end }),
            };
            members += 1;
        }
    }

    /// The place behind the bracket that closes the one at `open`.
    fn behind_brackets(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for at in open..self.tokens.len() {
            match self.mark(at) {
                Some("(" | "[") => depth += 1,
                Some(")" | "]") => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return at + 1;
            }
        }
        self.tokens.len()
    }

    /// The chain at a word if it leads to something shared, with the members that lie behind that.
    fn shared_chain(&self, start: usize) -> Option<(Chain<'a>, usize)> {
        let chain = self.chain(start)?;
        let first = self.first_member(&chain);
        let behind = match chain.root {
            "pm" if first.is_some_and(|name| SCOPES.contains(&name)) => chain.members - 1,
            "this" if first.is_some_and(|name| self.shared.contains(name)) => chain.members - 1,
            root if self.shared.contains(root) => chain.members,
            _ => return None,
        };
        Some((chain, behind))
    }

    /// The first member of a chain, be it in brackets and quotes.
    fn first_member(&self, chain: &Chain<'_>) -> Option<&'a str> {
        (chain.start + 2..chain.end).find_map(|at| self.word(at))
    }

    fn is_change(&self, start: usize) -> bool {
        let Some((chain, behind)) = self.shared_chain(start) else { return false };
        if behind > 0 {
            return self.is_written(&chain);
        }
        let opens = matches!(self.mark_before(start), Some("(" | "[" | "," | ":" | "..."))
            || start.checked_sub(1).and_then(|at| self.word(at)) == Some("return");
        let closes = matches!(self.mark(chain.end), Some(")" | "]" | "}" | "," | ";"));
        let is_handed_on = self.libraries.contains(chain.root) && chain.end == start + 1;
        (is_handed_on && opens && closes) || self.is_written_into(start)
    }

    /// Whether a chain is assigned to, counted up or down, or deleted.
    fn is_written(&self, chain: &Chain<'_>) -> bool {
        let before = chain.start.checked_sub(1).and_then(|at| self.word(at));
        let sign_before = |sign| {
            self.mark_before(chain.start) == Some(sign)
                && chain.start.checked_sub(2).and_then(|at| self.mark(at)) == Some(sign)
        };
        before == Some("delete")
            || sign_before("+")
            || sign_before("-")
            || self.is_assignment(chain.end)
    }

    /// Whether an operator that assigns stands there.
    fn is_assignment(&self, at: usize) -> bool {
        let mut end = at;
        while matches!(self.mark(end), Some("+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "?")) {
            end += 1;
        }
        let is_step = end == at + 2 && matches!(self.mark(at), Some("+" | "-"));
        let is_equality = matches!(self.mark(end + 1), Some("=" | ">"));
        is_step || (self.mark(end) == Some("=") && !is_equality)
    }

    /// Whether it is the first argument of a function that writes into that.
    fn is_written_into(&self, start: usize) -> bool {
        let function = start.checked_sub(2).and_then(|at| self.word(at));
        self.mark_before(start) == Some("(") && function.is_some_and(|name| WRITING.contains(&name))
    }

    /// Adds the names that are assigned something shared; false when there are no more.
    fn learn_names(&mut self) -> bool {
        let mut learnt = Vec::new();
        for start in 0..self.tokens.len() {
            let Some((chain, _)) = self.shared_chain(start) else { continue };
            let is_result = matches!(self.mark(chain.end), Some("(" | "`"));
            if !is_result {
                let is_library = self.libraries.contains(chain.root);
                learnt
                    .extend(self.assigned_before(start).into_iter().map(|name| (name, is_library)));
            }
        }
        let mut is_more = false;
        for (name, is_library) in learnt {
            is_more |= self.shared.insert(name);
            is_more |= is_library && self.libraries.insert(name);
        }
        is_more
    }

    /// The names that the statement around a place assigns to before it. What is an argument of a call is not assigned.
    fn assigned_before(&self, place: usize) -> Vec<&'a str> {
        let mut names = Vec::new();
        let mut closed = 0_usize;
        for at in (1..place).rev() {
            match self.mark(at) {
                Some(";" | "{" | "}") => break,
                Some(")" | "]") => closed += 1,
                Some("(" | "[") if closed > 0 => closed -= 1,
                Some("(") if self.word(at - 1).is_some() => break,
                Some("=") if !matches!(self.mark(at + 1), Some("=" | ">")) => {
                    names.extend(self.assigned(at - 1));
                }
                _ => {}
            }
        }
        names
    }

    /// The name, or the names in braces or brackets, that end at a place.
    fn assigned(&self, end: usize) -> Vec<&'a str> {
        if let Some(name) = self.word(end) {
            return vec![name];
        }
        let opening = match self.mark(end) {
            Some("}") => "{",
            Some("]") => "[",
            _ => return Vec::new(),
        };
        let inside = (0..end).rev().take_while(|at| self.mark(*at) != Some(opening));
        inside.filter_map(|at| self.word(at)).collect()
    }
}

fn is_reaching(word: &str) -> bool {
    REACHING.contains(&word)
        || word.contains("rototype")
        || word.contains("__proto")
        || word.contains("efineProp")
        || word.contains("__define")
        || word == "_layers"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_that_keep_to_themselves_leave_no_traces() {
        for text in [
            "var CryptoJS = require('crypto-js'); var h = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, key); h.x = 1;",
            "pm.environment.set('a', 1); environment.b = 2; tests['c'] = Date.now() > 0; request.data.x = 1;",
            "rows.each(function (row) { row.value = _.trim(String(row.value)); }); list.map(Number);",
            "const hash = CryptoJS.SHA256(text); hash.words[0] = 5; let sum = 0; sum += Math.PI; x = {y: JSON.parse(z)};",
            "sign(pm, environment); [this, CryptoJS.MD5('')]",
            "Object.prototype.hasOwnProperty.call(fields, key); [].slice; Array.prototype.slice.call(list)",
            "if (CryptoJS.enc === undefined || Date.now() <= 5) { this.a = 1; var self = this; self.b = {...pm.info}; }",
            "// The global CryptoJS is the same library.\nfor (const key of Object.keys(fields)) { out[key] = fields[key]; }",
        ] {
            assert!(!leaves_traces(text), "{text}");
        }
    }

    #[test]
    fn scripts_that_change_what_all_share_leave_traces() {
        for text in [
            "String.prototype.mine = 1",
            "({}).__proto__.x = 1",
            "var p = Object.prototype; p.x = 1",
            "Array.prototype.map.call = null",
            "Object.getPrototypeOf([]).x = 1",
            "[].constructor.x = 1",
            "eval(code)",
            "new Function('x = 1')()",
            "Object.defineProperty(JSON, 'x', {})",
            "CryptoJS.SHA256 = function () {}",
            "CryptoJS['SHA256'] = null",
            "CryptoJS.enc.Hex.count++",
            "++CryptoJS.count",
            "delete CryptoJS.MD5",
            "Math.random = () => 4",
            "console.log = function () {}",
            "JSON.x ||= 1",
            "require('crypto-js').SHA256 = null",
            "var lib = require('crypto-js'); lib.SHA256 = null",
            "var lib; lib = CryptoJS; lib.SHA256 = null",
            "const { enc, algo } = CryptoJS; enc.Hex = null",
            "const { enc: { Hex } } = CryptoJS, h = Hex; h.parse = null",
            "var c = typeof CryptoJS === 'undefined' ? null : CryptoJS; c.x = 1",
            "var one = _, two = one; two.x = 1",
            "change(CryptoJS); function change(it) { it.x = 1; }",
            "Object.assign(CryptoJS, {x: 1})",
            "Object.assign(Math, {x: 1})",
            "_.mixin({x: 1})",
            "require('moment').locale('de')",
            "this.CryptoJS.x = 1",
            "pm.environment.get = null",
            "pm['environment'].get = null",
            "this['CryptoJS'].x = 1",
            "var env = pm.environment; env.id = 1",
            "Object.freeze(pm.environment)",
            "pm.variables._layers[0].clear()",
        ] {
            assert!(leaves_traces(text), "{text}");
        }
    }
}
