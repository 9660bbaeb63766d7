//! What each auth helper does to a request.

use serde_json::Value;

use super::Auth;
use super::case::lower_case;
use crate::runtime::Warning;
use crate::runtime::headers::{Header, HeaderList};
use crate::runtime::param::Param;
use crate::runtime::url::Url;
use crate::text::{base64, blank, coercion, surrogate};

const AUTHORIZATION: &str = "Authorization";

impl Auth {
    /// Adds what this helper adds to headers or query.
    pub(crate) fn sign(
        &self,
        headers: &mut HeaderList,
        url: &mut Url,
        warnings: &mut Vec<Warning>,
    ) {
        match self.kind.as_str() {
            "noauth" => {}
            "basic" => self.basic(headers, warnings),
            "bearer" => self.bearer(headers, warnings),
            "apikey" => self.api_key(headers, url),
            "oauth2" => self.oauth2(headers, url, warnings),
            other => warnings.push(Warning::UnsupportedAuth { kind: other.to_owned() }),
        }
    }

    fn basic(&self, headers: &mut HeaderList, warnings: &mut Vec<Warning>) {
        let param = |name| {
            self.get(name).map(|value| coercion::text(&value).into_owned()).unwrap_or_default()
        };
        let pair = format!("{}:{}", param("username"), param("password"));
        let encoded = base64::encode(surrogate::utf8(&pair));
        authorize(&format!("Basic {encoded}"), headers, warnings);
    }

    fn bearer(&self, headers: &mut HeaderList, warnings: &mut Vec<Warning>) {
        if let Some(token) = self.get("token") {
            authorize(&format!("Bearer {}", coercion::text(&token)), headers, warnings);
        }
    }

    /// A header takes the place of all whose names have the same words in whatever spelling.
    fn api_key(&self, headers: &mut HeaderList, url: &mut Url) {
        if self.get("key").is_none() && self.get("value").is_none() {
            return;
        }
        if self.get("in").is_some_and(|place| place == "query") {
            let (key, value) = (self.query_part("key"), self.query_part("value"));
            url.query.retain(|row| row.key != key);
            url.query.push(Param { key, value, disabled: false });
            return;
        }
        let spelling = self.header_value("key").filter(|key| !key.is_null());
        let words = spelling.map(|key| lower_case(&coercion::text(&key))).unwrap_or_default();
        let (key, value) = (self.get("key"), self.header_value("value"));
        let key = key.unwrap_or(Value::from(""));
        headers.remove(|header| lower_case(&coercion::text(header.key())) == words);
        headers.add(Header::system(key, value.unwrap_or(Value::from(""))));
    }

    /// Only a token that the definition holds is sent; none is fetched.
    fn oauth2(&self, headers: &mut HeaderList, url: &mut Url, warnings: &mut Vec<Warning>) {
        let Some(token) = self.get("accessToken") else { return };
        let kind = self.get("tokenType").map(|kind| coercion::text(&kind).to_lowercase());
        if kind.as_deref() == Some("mac") || !clear_authorization(headers, warnings) {
            return;
        }
        url.query.retain(|row| row.key != Some(Value::from("access_token")));
        let place = self.get("addTokenTo").unwrap_or(Value::from("header"));
        if place == "queryParams" {
            let key = Some(Value::from("access_token"));
            url.query.push(Param { key, value: Some(token), disabled: false });
        } else if place == "header" {
            let value = format!("{}{}", self.header_prefix(), coercion::text(&token));
            headers.add_system(AUTHORIZATION, &value);
        }
    }

    fn header_prefix(&self) -> String {
        match self.header_value("headerPrefix").filter(|prefix| !prefix.is_null()) {
            None => "Bearer ".to_owned(),
            Some(prefix) => match blank::trim(&coercion::text(&prefix)) {
                "" => String::new(),
                prefix => format!("{prefix} "),
            },
        }
    }
}

fn authorize(value: &str, headers: &mut HeaderList, warnings: &mut Vec<Warning>) {
    if clear_authorization(headers, warnings) {
        headers.add_system(AUTHORIZATION, value);
    }
}

/// Takes out a user's `Authorization`, disabled ones too. A header whose name is no text makes
/// Postman give up here, and the request goes out without auth.
fn clear_authorization(headers: &mut HeaderList, warnings: &mut Vec<Warning>) -> bool {
    if headers.iter().any(|header| header.name().is_none()) {
        warnings.push(Warning::HeaderNameNotText);
        return false;
    }
    headers
        .remove(|header| header.name().is_some_and(|name| name.to_lowercase() == "authorization"));
    true
}
