//! Requests drawn at random, over all that a collection can say about a request.
//!
//! What makes Newman itself crash is left out: header names that are no text, path variables named
//! `null`, and variables named after most methods of JavaScript objects. `Expect` is left out too: with
//! it Newman may report an error and send the request all the same, a moment later.

use countersign::runtime::Random;
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
            match draw.random.below(6) {
                0 => draw.mutate(&mut folder["auth"]),
                1 => draw.mutate(&mut folder["item"][0]["protocolProfileBehavior"]),
                _ => draw.mutate(&mut folder["item"][0]["request"]),
            }
        }
    }
    runs
}

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

    fn text(&mut self) -> String {
        let length = [0, 1, 1, 2, 3, 5, 8][usize::try_from(self.random.below(7)).expect("it is there")];
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

    fn mutate(&mut self, value: &mut Value) {
        let inside = match value {
            Value::Object(map) if !map.is_empty() && !self.one_in(8) => {
                let at = self.random.below(map.len() as u64);
                let key = map.keys().nth(usize::try_from(at).expect("it is there")).expect("it is there").clone();
                if self.one_in(8) {
                    map.shift_remove(&key);
                    return;
                }
                map.get_mut(&key)
            }
            Value::Array(list) if !list.is_empty() && !self.one_in(8) => {
                let at = usize::try_from(self.random.below(list.len() as u64)).expect("it is there");
                list.get_mut(at)
            }
            _ => None,
        };
        match inside {
            Some(inside) => self.mutate(inside),
            None => *value = self.odd(),
        }
    }

    fn odd(&mut self) -> Value {
        match self.random.below(6) {
            0 => json!({}),
            1 => json!([]),
            2 => json!(self.pick(&[
                "{{a{{b}}}}",
                "{{{a}}}",
                "{{toString}}",
                "{{constructor}}",
                "{{}}",
                ""
            ])),
            3 => json!({"key": "k", "value": self.loose(), "type": self.loose()}),
            _ => self.loose(),
        }
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

    fn variables(&mut self) -> Vec<Value> {
        let count = self.random.between(0, 9);
        (0..count).map(|_| self.variable()).collect()
    }

    fn variable(&mut self) -> Value {
        let key = self.pick(&NAMES[..10]);
        let value = match key {
            "loop" => json!("x{{loop}}"),
            "host" => json!(self.pick(&[
                "127.0.0.1:80",
                "h.example",
                "http://h",
                "https://u:p@h:8080/base?z=1"
            ])),
            "num" => json!(self.random.below(2000)),
            _ => self.value(),
        };
        let mut variable = json!({"key": key, "value": value});
        if self.one_in(3) {
            let kinds = [
                "string", "number", "boolean", "secret", "default", "any", "array", "object",
                "Number",
            ];
            variable["type"] = json!(self.pick(&kinds));
        }
        if self.one_in(8) {
            variable["disabled"] = json!(true);
        }
        if self.one_in(8) {
            variable["enabled"] = json!(false);
        }
        if self.one_in(12) {
            variable.as_object_mut().expect("it is there").remove("value");
        }
        variable
    }

    fn row(&mut self) -> Value {
        let count = self.random.between(0, 4);
        let entries = (0..count).map(|_| (self.pick(&NAMES[..10]).to_owned(), self.loose()));
        Value::Object(entries.collect::<Vec<_>>().into_iter().collect())
    }

    /// A folder with one request, so that auth and behaviour can differ from request to request.
    fn folder(&mut self, index: usize) -> Value {
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

    fn url(&mut self) -> Value {
        match self.random.below(30) {
            0 => json!(null),
            1 => json!({"raw": "http://h/raw"}),
            2 => json!({}),
            3..=14 => Value::from(self.url_text()),
            _ => self.url_object(),
        }
    }

    fn host(&mut self) -> &'static str {
        self.pick(&[
            "h",
            "api.example.com",
            "API.Example.com",
            "127.0.0.1",
            "127.1",
            "0x7f.1",
            "localhost",
            "{{host}}",
            "{{x.y}}",
            "h.x:8080",
            "bücher.example",
            "%41b.c",
            "a_b",
            "1.2.3.4.5",
            "h.",
            "[::1]",
            "h:0x50",
            "h:",
            "{{nope}}.x",
            "a..b",
            "xn--bcher-kva",
            "xn--zzz--",
            "256.1",
            "h:99999",
        ])
    }

    fn url_text(&mut self) -> String {
        let start = self.pick(&[
            "http://",
            "http://",
            "http://",
            "https://",
            "",
            "HTTP://",
            "http:///",
            "http:\\\\",
            " http://",
            "ws://",
            "{{proto}}://",
        ]);
        let user = if self.one_in(12) {
            self.pick(&["u:p@", "u@", ":p@", "a b:c%20d@", "é:@", "u:p:q@"])
        } else {
            ""
        };
        let host = self.host();
        let mut url = format!("{start}{user}{host}");
        for _ in 0..self.random.below(4) {
            url.push('/');
            url.push_str(&self.url_piece());
        }
        if self.one_in(2) {
            url.push('?');
            for _ in 0..self.random.below(4) {
                let (key, value) = (self.url_piece(), self.url_piece());
                let shape = self.random.below(4);
                url.push_str(&key);
                url.push_str(if shape == 0 { "" } else { "=" });
                url.push_str(if shape == 0 { "" } else { &value });
                url.push_str(self.pick(&["&", "&", "&&", ""]));
            }
        }
        if self.one_in(10) {
            url.push_str("#frag{{a}}");
        }
        url
    }

    /// A piece of a URL text: nothing that could become a user name with bad escapes.
    fn url_piece(&mut self) -> String {
        if self.one_in(10) {
            return self
                .pick(&[":id", ":id.json", ":nope", ":a-b", "x:id", ":", ".", "..", ""])
                .to_owned();
        }
        self.text()
    }

    fn url_object(&mut self) -> Value {
        let mut url = Map::new();
        if !self.one_in(5) {
            let protocol = self.pick(&["http", "http", "https", "HTTPS", "http://"]);
            let protocol = if self.one_in(30) { "{{a}}" } else { protocol };
            url.insert("protocol".into(), json!(protocol));
        }
        if self.one_in(15) {
            url.insert("auth".into(), json!({"user": self.word(), "password": self.word()}));
        }
        let host = self.host();
        let labels: Vec<&str> = host.split('.').collect();
        url.insert("host".into(), if self.one_in(3) { json!(host) } else { json!(labels) });
        if self.one_in(4) {
            url.insert("port".into(), self.random_port());
        }
        if !self.one_in(6) {
            url.insert("path".into(), self.path());
        }
        if !self.one_in(3) {
            url.insert("query".into(), self.rows_or_other());
        }
        if self.one_in(10) {
            url.insert("hash".into(), self.value());
        }
        if self.one_in(3) {
            url.insert("variable".into(), self.path_variables());
        }
        Value::Object(url)
    }

    fn random_port(&mut self) -> Value {
        match self.random.below(6) {
            0 => json!(null),
            1 => json!(8080),
            2 => json!("{{num}}"),
            3 => json!(""),
            4 => json!("443"),
            _ => json!("80"),
        }
    }

    fn path(&mut self) -> Value {
        let count = self.random.below(4);
        match self.random.below(8) {
            0 => json!(format!("/{}/{}", self.url_piece(), self.url_piece())),
            1 => json!(self.pick(&["", "/", "a", "a/b/", "//a"])),
            2 => (0..count).map(|_| self.loose()).collect(),
            _ => (0..count).map(|_| Value::from(self.url_piece())).collect(),
        }
    }

    fn path_variables(&mut self) -> Value {
        let count = self.random.between(1, 3);
        let variables = (0..count).map(|_| {
            let name = if self.one_in(6) { "id" } else { "key" };
            let mut variable =
                json!({name: self.pick(&["id", "id", "a-b", "nope", "x"]), "value": self.value()});
            if self.one_in(3) {
                variable["type"] = json!(self.pick(&["string", "number", "any", "boolean"]));
            }
            if self.one_in(6) {
                variable["disabled"] = json!(true);
            }
            variable
        });
        variables.collect()
    }

    /// Rows of a query or form, or what may stand in their place.
    fn rows_or_other(&mut self) -> Value {
        match self.random.below(12) {
            0 => Value::from(format!("{}={}&&{}", self.text(), self.text(), self.word())),
            1 => json!({"b": self.value(), "2": self.value(), "1": self.value()}),
            2 => self.loose(),
            _ => self.rows(),
        }
    }

    fn rows(&mut self) -> Value {
        let count = self.random.below(6);
        (0..count).map(|_| self.param()).collect()
    }

    fn param(&mut self) -> Value {
        match self.random.below(20) {
            0 => return Value::Null,
            1 => return Value::from(self.text()),
            _ => {}
        }
        let mut row = Map::new();
        if !self.one_in(15) {
            let key = self.pick(&["a", "b", "2", "1", "01", "nonce", "__proto__"]);
            row.insert("key".into(), if self.one_in(2) { json!(key) } else { self.value() });
        }
        if !self.one_in(15) {
            row.insert("value".into(), self.value());
        }
        if self.one_in(6) {
            row.insert("disabled".into(), json!(*self.random.pick(&[&true, &true, &false])));
        }
        Value::Object(row)
    }

    fn headers(&mut self) -> Value {
        let count = self.random.below(5);
        match self.random.below(14) {
            0 => json!("A: 1\r\nB:b:c \n C: 3\nX-Long:  x  y "),
            1 => {
                json!({"A": self.word(), "2": self.word(), "b": {"key": "K", "value": self.word()}, "c": null})
            }
            2 => (0..count).map(|_| self.any_header()).collect(),
            _ => (0..count).map(|_| self.header()).collect(),
        }
    }

    /// A header that is fit to be sent, as far as it has no variables.
    fn header(&mut self) -> Value {
        let key = self.pick(&[
            "X-A",
            "x-a",
            "X-B",
            "Content-Type",
            "content-type",
            "Content-Type",
            "Accept",
            "User-Agent",
            "Host",
            "hOst",
            "Authorization",
            "authorization",
            "API-Key",
            "api_key",
            "ApiKey",
            "Cookie",
            "1",
            "2",
            "Accept-Encoding",
            "Cache-Control",
            "postman-token",
            "{{text}}",
            "",
        ]);
        let value = match key.to_lowercase().as_str() {
            "content-type" => json!(self.content_type()),
            "host" => json!(self.pick(&["other.example", "", "h:1"])),
            _ => match self.random.below(8) {
                0 => json!(null),
                1 => json!(5),
                2 => json!(self.pick(&["é", " lead", "trail ", "a\tb", "ÿ", "a, b"])),
                3 => json!(["p", "q"]),
                _ => json!(self.word()),
            },
        };
        let mut header = json!({"key": key, "value": value});
        if self.one_in(7) {
            header["disabled"] = json!(true);
        }
        if self.one_in(20) {
            header.as_object_mut().expect("it is there").remove("value");
        }
        header
    }

    fn any_header(&mut self) -> Value {
        match self.random.below(12) {
            0 => json!("A: 1"),
            1 => json!(null),
            2 => json!({"key": " X", "value": "1"}),
            3 => json!({"key": "Content-Length", "value": self.pick(&["3", "0", "99", "abc"])}),
            4 => {
                json!({"key": "Transfer-Encoding", "value": self.pick(&["chunked", "gzip, chunked", "identity"])})
            }
            5 => {
                json!({"key": "Connection", "value": self.pick(&["close", "keep-alive", "Upgrade"])})
            }
            6 => json!({"key": self.text(), "value": self.value()}),
            7 => json!(5),
            _ => self.header(),
        }
    }

    fn content_type(&mut self) -> &'static str {
        self.pick(&[
            "application/json",
            "application/json; charset=utf-8",
            "application/vnd.x+json",
            "text/plain",
            "",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=UTF-8",
            "application/x-www-form-urlencodedx",
            "multipart/form-data",
            "multipart/form-data; boundary=abc",
            "multipart/form-data; boundary=\"a b\"; x=y",
            "multipart/form-data;boundary=",
            "application/jsonp",
            "{{a}}",
        ])
    }

    fn body(&mut self) -> Value {
        let mode = match self.random.below(24) {
            0 => return Value::from(self.text()),
            1 => return Value::Null,
            2 => return json!({}),
            3 => json!(null),
            4 => json!(self.pick(&["none", "RAW", "UrlEncoded", "{{a}}"])),
            5..=11 => json!("raw"),
            12..=18 => json!("urlencoded"),
            19..=21 => json!("formdata"),
            22 => json!("file"),
            _ => json!("graphql"),
        };
        let mut body = json!({"mode": mode});
        let part = mode.as_str().unwrap_or("raw").to_lowercase();
        match part.as_str() {
            "urlencoded" => body["urlencoded"] = self.rows_or_other(),
            "formdata" => body["formdata"] = self.form_data(),
            "graphql" => body["graphql"] = self.graphql(),
            "file" => body["file"] = self.file(),
            _ => body["raw"] = self.raw(),
        }
        if self.one_in(2) {
            let languages =
                ["json", "text", "xml", "html", "javascript", "JSON", "none", "", "{{a}}"];
            body["options"] = json!({"raw": {"language": self.pick(&languages)}});
        }
        if self.one_in(15) {
            body["disabled"] = json!(true);
        }
        body
    }

    fn raw(&mut self) -> Value {
        match self.random.below(10) {
            0 => self.loose(),
            1 => json!({"a": self.value(), "2": 1.50, "1": [null, {"é": "{{text}}"}]}),
            2 => json!(format!("{{\"a\": \"{}\"}} // {}\r\n/* x\n*/ y", self.word(), self.text())),
            3 => json!(format!(
                "{{\"u\": \"http://x/{}\" /* {} */, \"e\\\\\": 1}}// end",
                self.text(),
                self.text()
            )),
            4 => json!("// only a comment"),
            _ => Value::from(self.text()),
        }
    }

    fn form_data(&mut self) -> Value {
        let count = self.random.below(5);
        match self.random.below(12) {
            0 => self.loose(),
            1 => json!({"a": 1}),
            _ => (0..count).map(|_| self.form_part()).collect(),
        }
    }

    fn form_part(&mut self) -> Value {
        let mut part = self.param();
        let Some(row) = part.as_object_mut() else { return part };
        if self.one_in(4) {
            row.insert("type".into(), json!(self.pick(&["text", "default", "file"])));
        }
        if self.one_in(8) {
            row.insert("contentType".into(), json!(self.pick(&["a/b", "", "{{a}}"])));
        }
        if self.one_in(8) {
            let names =
                ["x.json", "d/é.txt", "漢 '(*)!|.png", "", "noext", "a/b/", "{{text}}.xml", "pdf"];
            row.insert("fileName".into(), json!(self.pick(&names)));
        }
        if self.one_in(8) {
            row.insert("src".into(), self.source());
        }
        part
    }

    fn source(&mut self) -> Value {
        match self.random.below(6) {
            0 => json!(null),
            1 => json!([]),
            2 => json!(["package.json", "nonesuch.txt", ".npmrc"]),
            3 => json!("nonesuch.txt"),
            4 => json!(".npmrc"),
            _ => json!("package.json"),
        }
    }

    fn file(&mut self) -> Value {
        match self.random.below(6) {
            0 => json!("package.json"),
            1 => json!({}),
            2 => json!(null),
            3 => json!({"content": self.pick(&["eHl6", "e H-_", "eA==eA=="])}),
            _ => json!({"src": self.source()}),
        }
    }

    fn graphql(&mut self) -> Value {
        match self.random.below(8) {
            0 => json!(null),
            1 => json!("text"),
            2 => json!({"query": self.value(), "variables": self.loose()}),
            _ => {
                json!({"query": self.text(), "operationName": self.value(), "variables": self.text()})
            }
        }
    }

    fn auth(&mut self) -> Value {
        match self.random.below(9) {
            0 => return json!(null),
            1 => return json!({"type": "noauth"}),
            2 => return json!({"type": "bearer", "bearer": {"token": self.word()}}),
            _ => {}
        }
        let kind = self.pick(&["basic", "bearer", "apikey", "apikey", "oauth2"]);
        let names: &[&'static str] = match kind {
            "basic" => &["username", "password"],
            "bearer" => &["token"],
            "apikey" => &["key", "value", "in"],
            _ => &["accessToken", "addTokenTo", "headerPrefix", "tokenType"],
        };
        let params: Vec<Value> = names.iter().filter_map(|name| self.auth_param(name)).collect();
        json!({"type": kind, kind: params})
    }

    fn auth_param(&mut self, name: &str) -> Option<Value> {
        if self.one_in(6) {
            return None;
        }
        let value = match name {
            "in" => json!(self.pick(&["header", "query", "other"])),
            "addTokenTo" => json!(self.pick(&["header", "queryParams", "body"])),
            "headerPrefix" => json!(self.pick(&["Bearer", "", " Token ", "{{a}}"])),
            "tokenType" => json!(self.pick(&["bearer", "MAC", ""])),
            "key" => {
                json!(self.pick(&["API-Key", "api key", "apiKey", "X-A", "a", "nonce", "{{text}}"]))
            }
            _ if self.one_in(5) => self.loose(),
            _ => json!(self.word()),
        };
        let mut param = json!({"key": name, "value": value});
        if self.one_in(3) {
            param["type"] = json!(self.pick(&["string", "any", "number"]));
        }
        Some(param)
    }

    fn behaviour(&mut self) -> Value {
        let mut behaviour = Map::new();
        for name in ["disableUrlEncoding", "disableBodyPruning"] {
            if self.one_in(4) {
                behaviour.insert(name.into(), json!(*self.random.pick(&[&true, &true, &false])));
            }
        }
        if self.one_in(3) {
            let names = [
                "user-agent",
                "accept",
                "cache-control",
                "postman-token",
                "accept-encoding",
                "connection",
                "host",
                "content-type",
                "content-length",
                "X-A",
            ];
            let chosen = names
                .iter()
                .filter(|_| self.one_in(4))
                .map(|name| ((*name).to_owned(), json!(true)));
            behaviour.insert(
                "disabledSystemHeaders".into(),
                Value::Object(chosen.collect::<Vec<_>>().into_iter().collect()),
            );
        }
        Value::Object(behaviour)
    }
}
