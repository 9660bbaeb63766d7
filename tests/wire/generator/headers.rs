//! Headers in every form of definition.

use serde_json::{Value, json};

use super::Draw;

impl Draw {
    pub(super) fn headers(&mut self) -> Value {
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
    pub(super) fn header(&mut self) -> Value {
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
            header.as_object_mut().expect("it is an object").shift_remove("value");
        }
        header
    }

    pub(super) fn any_header(&mut self) -> Value {
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

    pub(super) fn content_type(&mut self) -> &'static str {
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
}
