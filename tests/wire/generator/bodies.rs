//! Bodies of every mode.

use serde_json::{Value, json};

use super::Draw;

impl Draw {
    pub(super) fn body(&mut self) -> Value {
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

    pub(super) fn raw(&mut self) -> Value {
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

    pub(super) fn form_data(&mut self) -> Value {
        let count = self.random.below(5);
        match self.random.below(12) {
            0 => self.loose(),
            1 => json!({"a": 1}),
            _ => (0..count).map(|_| self.form_part()).collect(),
        }
    }

    pub(super) fn form_part(&mut self) -> Value {
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

    pub(super) fn source(&mut self) -> Value {
        match self.random.below(6) {
            0 => json!(null),
            1 => json!([]),
            2 => json!(["package.json", "nonesuch.txt", ".npmrc"]),
            3 => json!("nonesuch.txt"),
            4 => json!(".npmrc"),
            _ => json!("package.json"),
        }
    }

    pub(super) fn file(&mut self) -> Value {
        match self.random.below(6) {
            0 => json!("package.json"),
            1 => json!({}),
            2 => json!(null),
            3 => json!({"content": self.pick(&["eHl6", "e H-_", "eA==eA=="])}),
            _ => json!({"src": self.source()}),
        }
    }

    pub(super) fn graphql(&mut self) -> Value {
        match self.random.below(8) {
            0 => json!(null),
            1 => json!("text"),
            2 => json!({"query": self.value(), "variables": self.loose()}),
            _ => {
                json!({"query": self.text(), "operationName": self.value(), "variables": self.text()})
            }
        }
    }
}
