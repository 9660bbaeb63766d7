//! Requests drawn at random, over all that a collection can say about a request.
//!
//! What makes Newman itself crash is left out: header names that are no text, path variables named
//! `null`, and variables named after most methods of JavaScript objects. `Expect` is left out too: with
//! it Newman may report an error and send the request all the same, a moment later.

mod auth;
mod bodies;
mod headers;
mod mutation;
mod rows;
mod urls;
mod variables;

use countersign::world::Random;
use serde_json::{Map, Value, json};

/// Draws runs of a collection each, as the recorder takes them.
pub(crate) fn runs(seed: u64, count: usize, requests: usize) -> Vec<Value> {
    let mut draw = Draw { random: Random::new(seed) };
    (0..count).map(|_| draw.run(requests)).collect()
}

/// The same, with one place of each request replaced, emptied or taken out.
pub(crate) fn mutated_runs(seed: u64, count: usize, requests: usize) -> Vec<Value> {
    let mut runs = runs(seed, count, requests);
    let mut draw = Draw { random: Random::new(seed ^ 0xff) };
    for run in &mut runs {
        draw.mutate(&mut run["collection"]["variable"]);
        draw.mutate(&mut run["collection"]["auth"]);
        draw.mutate(&mut run["environment"]["values"]);
        for folder in run["collection"]["item"].as_array_mut().into_iter().flatten() {
            let folder = if folder["item"].is_object() { &mut folder["item"] } else { folder };
            match draw.random.below(6) {
                0 => draw.mutate(&mut folder["auth"]),
                1 => draw.mutate(&mut folder["item"][0]["protocolProfileBehavior"]),
                _ => draw.mutate(&mut folder["item"][0]["request"]),
            }
        }
    }
    runs
}

/// A source of whatever may stand in a collection.
struct Draw {
    random: Random,
}

const NAMES: [&str; 12] =
    ["a", "b", "x.y", "p/q", "loop", "n", "host", "num", "B", "text", "nope", " a "];

const PIECES: [&str; 40] = [
    "a", "b1", "Key", "0", "2", " ", "  ", "%", "%2C", "%e9", "%zz", "&", "=", "#", "?", "/", "\\",
    ":", ";", ",", "+", "'", "\"", "(", ")", "*", "!", "~", "<", ">", "[", "]", "{", "}", "^", "|",
    "`", "é", "漢", "😀",
];

const RARE_PIECES: [&str; 8] = ["\t", "\n", "\r\n", "\0", "\u{7f}", "\u{a0}", "ÿ", "@"];
impl Draw {
    fn one_in(&mut self, count: u64) -> bool {
        self.random.below(count) == 0
    }

    fn pick(&mut self, texts: &[&'static str]) -> &'static str {
        self.random.pick(texts)
    }

    /// An index of a list that is not empty.
    fn index(&mut self, length: usize) -> usize {
        let length = u64::try_from(length).expect("lengths fit 64 bits");
        usize::try_from(self.random.below(length)).expect("an index is a usize")
    }

    fn text(&mut self) -> String {
        let length = [0, 1, 1, 2, 3, 5, 8][self.index(7)];
        (0..length).map(|_| self.piece()).collect()
    }

    fn piece(&mut self) -> String {
        match self.random.below(20) {
            0 => self.pick(&RARE_PIECES).to_owned(),
            1 | 2 => self.token(),
            _ => self.pick(&PIECES).to_owned(),
        }
    }

    fn token(&mut self) -> String {
        format!("{{{{{}}}}}", self.pick(&NAMES))
    }

    /// A word that needs no care anywhere, or a variable.
    fn word(&mut self) -> String {
        if self.one_in(8) {
            self.token()
        } else {
            self.pick(&["a", "bc", "Key", "x-1", "42", "é"]).to_owned()
        }
    }

    fn loose(&mut self) -> Value {
        match self.random.below(14) {
            0 => Value::Null,
            1 => json!(true),
            2 => json!(false),
            3 => json!(0),
            4 => json!(1.50),
            5 => json!(-7),
            6 => json!(1e21),
            7 => json!({"k": self.text()}),
            8 => json!([self.text(), 1, null]),
            _ => Value::from(self.text()),
        }
    }

    /// Mostly text.
    fn value(&mut self) -> Value {
        if self.one_in(6) { self.loose() } else { Value::from(self.text()) }
    }

    fn run(&mut self, requests: usize) -> Value {
        let items: Vec<Value> = (0..requests).map(|index| self.folder(index)).collect();
        let mut collection = json!({
            "info": {"name": "drawn", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
            "item": items,
            "variable": self.variables(),
        });
        if self.one_in(3) {
            collection["auth"] = self.auth();
        }
        if self.one_in(3) {
            collection["protocolProfileBehavior"] = self.behaviour();
        }
        let mut run = json!({"collection": collection});
        if self.one_in(2) {
            run["environment"] = json!({"name": "e", "values": self.variables()});
        }
        if self.one_in(2) {
            run["globals"] = json!({"name": "g", "values": self.variables()});
        }
        if self.one_in(2) {
            run["data"] = json!([self.row()]);
        }
        run
    }

    /// A folder with one request, at some depth, so that auth and behaviour can differ from request
    /// to request.
    fn folder(&mut self, index: usize) -> Value {
        let inner = self.inner_folder(index);
        if !self.one_in(5) {
            return inner;
        }
        let mut outer = json!({"name": "outer", "item": inner, "variable": self.variables()});
        if self.one_in(2) {
            outer["auth"] = self.auth();
        }
        if self.one_in(2) {
            outer["protocolProfileBehavior"] = self.behaviour();
        }
        outer
    }

    fn inner_folder(&mut self, index: usize) -> Value {
        let mut item = json!({"name": format!("{index}"), "request": self.request()});
        if self.one_in(4) {
            item["protocolProfileBehavior"] = self.behaviour();
        }
        let mut folder = json!({"name": "f", "item": [item]});
        if self.one_in(4) {
            folder["auth"] = self.auth();
        }
        if self.one_in(5) {
            folder["protocolProfileBehavior"] = self.behaviour();
        }
        folder
    }

    fn request(&mut self) -> Value {
        if self.one_in(15) {
            return Value::from(self.url_text());
        }
        let mut request = Map::new();
        if !self.one_in(12) {
            request.insert("method".into(), self.method());
        }
        if !self.one_in(40) {
            request.insert("url".into(), self.url());
        }
        if !self.one_in(4) {
            request.insert("header".into(), self.headers());
        }
        if !self.one_in(4) {
            request.insert("body".into(), self.body());
        }
        if self.one_in(3) {
            request.insert("auth".into(), self.auth());
        }
        Value::Object(request)
    }

    fn method(&mut self) -> Value {
        match self.random.below(12) {
            0 => json!(
                self.pick(&["FOO", "LINK", "COPY", "PURGE", "UNLOCK", "TRACE", "OPTIONS", "HEAD"])
            ),
            1 => json!(self.pick(&["{{B}}", "{{b}}", "", "get", "pOst", "A B"])),
            2 => json!(null),
            3 | 4 => json!("GET"),
            5 => json!(self.pick(&["PUT", "PATCH", "DELETE"])),
            _ => json!("POST"),
        }
    }
}
