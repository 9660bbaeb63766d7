//! A client that sends exactly the bytes it is told to, and signs as an SDK would.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use countersign::catalog::Catalog;
use countersign::mock::{Event, Exchange, Limits, Running, Server};
use countersign::signing::{Credentials, Outgoing, Secret, sign};

pub(crate) const KEY: &str = "a public key";
/// The private key of Kraken's published example.
pub(crate) const SECRET: &str =
    "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
pub(crate) const JSON: &str = "application/json";

/// A server with everything that it logged.
pub(crate) struct Mock {
    server: Running,
    events: Arc<Mutex<Vec<Event>>>,
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

pub(crate) fn credentials() -> Credentials {
    Credentials { api_key: KEY.into(), secret: Secret::new(SECRET) }
}

pub(crate) fn exchange() -> Exchange {
    let api = Catalog::embedded().api("kraken-spot").expect("it is embedded").clone();
    Exchange::new(api, credentials()).expect("the secret fits")
}

pub(crate) fn mock() -> Mock {
    Mock::start(exchange(), Limits::default())
}

impl Mock {
    pub(crate) fn start(exchange: Exchange, limits: Limits) -> Self {
        let events = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&events);
        let exchange =
            exchange.observed_by(move |event| log.lock().expect("no panic").push(event.clone()));
        let any_port = SocketAddr::from(([127, 0, 0, 1], 0));
        let server = Server::bind(exchange, any_port).expect("a port is free").with_limits(limits);
        Self { server: server.run_in_background().expect("a thread can start"), events }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.server.address()
    }

    pub(crate) fn events(&self) -> Vec<Event> {
        self.events.lock().expect("no panic").clone()
    }

    /// What the log says of the last request.
    pub(crate) fn hints(&self) -> String {
        self.events().last().map(|event| event.hints.join("\n")).unwrap_or_default()
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address()).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout can be set");
        stream
    }

    /// Sends `bytes` and reads until the server closes.
    pub(crate) fn raw(&self, bytes: &[u8]) -> Reply {
        let mut stream = self.connect();
        stream.write_all(bytes).expect("the server reads");
        Reply::read(&mut stream)
    }

    pub(crate) fn send(
        &self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Reply {
        self.raw(&request(method, target, headers, body))
    }

    pub(crate) fn get(&self, target: &str) -> Reply {
        self.send("GET", target, &[], b"")
    }

    /// A private request with its nonce in the body.
    pub(crate) fn private(
        &self,
        target: &str,
        nonce: &str,
        content_type: &str,
        body: &str,
    ) -> Reply {
        let signature = signature("POST", target, nonce, body.as_bytes());
        let headers =
            [("API-Key", KEY), ("API-Sign", signature.as_str()), ("Content-Type", content_type)];
        self.send("POST", target, &headers, body.as_bytes())
    }

    /// A private request with its nonce in a header and perhaps a JSON body.
    pub(crate) fn funding(&self, method: &str, target: &str, nonce: &str, body: &str) -> Reply {
        let signature = signature(method, target, nonce, body.as_bytes());
        let mut headers =
            vec![("api-key", KEY), ("api-sign", signature.as_str()), ("api-nonce", nonce)];
        if !body.is_empty() {
            headers.push(("content-type", JSON));
        }
        self.send(method, target, &headers, body.as_bytes())
    }
}

impl Reply {
    pub(crate) fn read(stream: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("the server answers in time");
        let text = String::from_utf8(bytes).expect("the answer is text");
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text.as_str(), ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        Self { status: status.unwrap_or(0), head: head.to_lowercase(), body: body.to_owned() }
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    /// The first error of Kraken's envelope; empty if there is none.
    pub(crate) fn error(&self) -> String {
        let reply = self.json();
        let errors = reply["error"].as_array().expect("the envelope has a list of errors");
        errors.first().and_then(|error| error.as_str()).unwrap_or_default().to_owned()
    }
}

pub(crate) fn request(
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Vec<u8> {
    let mut head = format!("{method} {target} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n");
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    if !body.is_empty() {
        let _ = write!(head, "Content-Length: {}\r\n", body.len());
    }
    head.push_str("\r\n");
    [head.as_bytes(), body].concat()
}

pub(crate) fn signature(method: &str, target: &str, nonce: &str, body: &[u8]) -> String {
    let catalog = Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("it is embedded");
    let outgoing = Outgoing { nonce: Some(nonce), body, ..Outgoing::new(method, target) };
    sign(&api.recipes["spot"], &credentials(), &outgoing).expect("it can be signed").signature
}

/// Sends the rest of a request that was begun on `stream`, and reads the answer.
pub(crate) fn finish(mut stream: TcpStream, rest: &[u8]) -> Reply {
    let _ = stream.write_all(rest);
    let _ = stream.shutdown(Shutdown::Write);
    Reply::read(&mut stream)
}
