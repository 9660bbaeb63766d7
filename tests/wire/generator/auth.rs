//! Auth helpers and behaviours.

use serde_json::{Map, Value, json};

use super::Draw;

impl Draw {
    pub(super) fn auth(&mut self) -> Value {
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

    pub(super) fn auth_param(&mut self, name: &str) -> Option<Value> {
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

    pub(super) fn behaviour(&mut self) -> Value {
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
