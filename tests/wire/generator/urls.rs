//! URLs as text and in parts.

use serde_json::{Map, Value, json};

use super::Draw;

impl Draw {
    pub(super) fn url(&mut self) -> Value {
        match self.random.below(30) {
            0 => json!(null),
            1 => json!({"raw": "http://h/raw"}),
            2 => json!({}),
            3..=14 => Value::from(self.url_text()),
            _ => self.url_object(),
        }
    }

    pub(super) fn host(&mut self) -> &'static str {
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

    pub(super) fn url_text(&mut self) -> String {
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
    pub(super) fn url_piece(&mut self) -> String {
        if self.one_in(10) {
            return self
                .pick(&[":id", ":id.json", ":nope", ":a-b", "x:id", ":", ".", "..", ""])
                .to_owned();
        }
        self.text()
    }

    pub(super) fn url_object(&mut self) -> Value {
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

    pub(super) fn random_port(&mut self) -> Value {
        match self.random.below(6) {
            0 => json!(null),
            1 => json!(8080),
            2 => json!("{{num}}"),
            3 => json!(""),
            4 => json!("443"),
            _ => json!("80"),
        }
    }

    pub(super) fn path(&mut self) -> Value {
        let count = self.random.below(4);
        match self.random.below(8) {
            0 => json!(format!("/{}/{}", self.url_piece(), self.url_piece())),
            1 => json!(self.pick(&["", "/", "a", "a/b/", "//a"])),
            2 => (0..count).map(|_| self.loose()).collect(),
            _ => (0..count).map(|_| Value::from(self.url_piece())).collect(),
        }
    }
}
