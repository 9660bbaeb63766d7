//! The URL that goes out.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use super::Url;
use crate::runtime::NotSent;
use crate::text::{blank, coercion, number, percent};

/// A URL as it is sent: encoded, without user name, password and fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentUrl {
    /// `http` or `https`.
    pub scheme: String,
    /// The host, lower case, international names as punycode.
    pub host: String,
    /// The port as written; none if the URL has none.
    pub port: Option<String>,
    /// The path, beginning with a slash.
    pub path: String,
    /// The query without its question mark; none if the URL has no question mark.
    pub query: Option<String>,
}

impl SentUrl {
    /// Encodes a URL whose variables have been replaced.
    ///
    /// # Errors
    ///
    /// When the protocol is not one that can be sent, there is no host, or the port or the path is
    /// not one that Node accepts.
    pub(crate) fn of(url: &Url, as_written: bool) -> Result<Self, NotSent> {
        let (path, query) = (url.path_text(), url.query_text());
        let sent = Self {
            scheme: url.scheme(),
            host: ascii_host(&url.host_text().to_lowercase()),
            port: url.port_text(),
            path: if as_written { path } else { percent::path(&path) },
            query: if as_written { query } else { query.map(|query| percent::query(&query)) },
        };
        sent.checked()
    }

    /// Host and port as the `Host` header names them.
    pub fn authority(&self) -> String {
        match &self.port {
            Some(port) => format!("{}:{port}", self.host),
            None => self.host.clone(),
        }
    }

    /// Host and port as Node names them by itself: without the scheme's own port, and in brackets
    /// only if the host is an IPv6 address.
    pub(crate) fn default_authority(&self) -> String {
        let bare = self.host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        let host = match bare.unwrap_or(&self.host) {
            "" => "localhost".to_owned(),
            host if host.matches(':').count() > 1 => format!("[{host}]"),
            host => host.to_owned(),
        };
        let own = if self.scheme == "https" { "443" } else { "80" };
        match self.port.as_deref().filter(|port| !port.is_empty()) {
            Some(port) if number::number_text(coercion::number(&Value::from(port))) != own => {
                format!("{host}:{port}")
            }
            _ => host,
        }
    }

    /// Path and query, as in the request line.
    pub fn path_and_query(&self) -> String {
        match &self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone(),
        }
    }

    fn checked(self) -> Result<Self, NotSent> {
        if self.host.is_empty() && self.port.is_none() {
            return Err(NotSent::NoHost);
        }
        if !matches!(self.scheme.as_str(), "http" | "https") {
            return Err(NotSent::Protocol { protocol: self.scheme });
        }
        let has_unescaped = |part: &str| part.contains(|c| !('!'..='\u{ff}').contains(&c));
        if has_unescaped(&self.path) || self.query.as_deref().is_some_and(has_unescaped) {
            return Err(NotSent::UnescapedPath { path: self.path_and_query() });
        }
        match self.port {
            Some(port) if !is_port(&port) => Err(NotSent::Port { port }),
            _ => Ok(self),
        }
    }
}

impl fmt::Display for SentUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority(), self.path_and_query())
    }
}

impl Url {
    fn scheme(&self) -> String {
        match &self.protocol {
            Some(Value::String(protocol)) => protocol.to_lowercase(),
            _ => "http".to_owned(),
        }
    }

    fn port_text(&self) -> Option<String> {
        self.port.as_ref().map(|port| coercion::text(port).into_owned())
    }

    /// User name and password as they stand in the URL: what a Basic header is made from.
    pub(crate) fn sent_userinfo(&self, as_written: bool) -> Option<String> {
        self.userinfo(|part| {
            if as_written { Cow::Borrowed(part) } else { Cow::Owned(percent::user(part)) }
        })
    }
}

/// Whether Node takes a text for a port: empty means the scheme's own, else any JavaScript spelling
/// of an integer from 0 to 65535.
fn is_port(port: &str) -> bool {
    let number = coercion::number(&Value::from(port));
    let is_blank = blank::trim(port).is_empty();
    port.is_empty() || (!is_blank && number.fract() == 0.0 && (0.0..=65535.0).contains(&number))
}

/// The host as the URL standard writes it in ASCII; one that the standard refuses stays as it is.
fn ascii_host(host: &str) -> String {
    if is_plain(host) {
        return host.to_owned();
    }
    let mut url = url::Url::parse("ws://x").expect("this is a URL");
    match url::quirks::set_hostname(&mut url, host) {
        Ok(()) => url::quirks::hostname(&url).to_owned(),
        Err(()) => host.to_owned(),
    }
}

/// Whether a host is a name that the URL standard leaves alone, or four decimal numbers.
fn is_plain(host: &str) -> bool {
    let labels = || host.split('.');
    let all_fit = host.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'));
    let is_name = !host.contains("xn--")
        && labels()
            .next_back()
            .is_some_and(|label| label.starts_with(|c: char| c.is_ascii_lowercase()));
    let is_byte =
        |label: &str| label == "0" || (!label.starts_with('0') && label.parse::<u8>().is_ok());
    all_fit && (is_name || (labels().count() == 4 && labels().all(is_byte)))
}
