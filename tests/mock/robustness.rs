//! Clients that are broken, slow, greedy or many.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use axum::http::{HeaderMap, HeaderValue};
use countersign::mock::{Limits, Request, ServeError, Server};

use super::client::{FORM, Mock, exchange, finish, mock, request};

const SHORT: Duration = Duration::from_millis(200);

fn hasty() -> Mock {
    let limits = Limits { head: SHORT, body: SHORT, ..Limits::default() };
    Mock::start(exchange(), limits)
}

/// The server still answers, whatever has gone before.
fn assert_alive(mock: &Mock) {
    assert_eq!(mock.get("/0/public/Time").status, 200);
}

#[test]
fn outlives_requests_that_are_no_http() {
    let mock = mock();
    for bytes in [
        &b"\0\0\0\0\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /0/public/Time HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        b"POST /0/private/Balance HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
    ] {
        let reply = finish(mock.connect(), bytes);
        assert!([0, 400].contains(&reply.status), "{bytes:?}: {}", reply.head);
    }
    assert_alive(&mock);
}

#[test]
fn outlives_odd_targets_methods_and_headers() {
    let mock = mock();
    for target in ["/%", "/%zz/%ff%fe", "//", "/0/private/%00", "*", "http://elsewhere/x", "/?%&=&"]
    {
        let reply = mock.get(target);
        assert!((200..500).contains(&reply.status), "{target}: {}", reply.head);
    }
    for method in ["FOO", "OPTIONS", "TRACE", "DELETE"] {
        assert_eq!(mock.send(method, "/0/public/Time", &[], b"").status, 405, "{method}");
    }
    let odd = b"GET /0/private/Balance HTTP/1.1\r\nHost: x\r\nAPI-Key: \xff\xfe\r\nConnection: close\r\n\r\n";
    assert_eq!(mock.raw(odd).status, 405);
    let many = vec![("X-A", "1"); 500];
    let reply = mock.send("GET", "/0/public/Time", &many, b"");
    assert_eq!(reply.status, 431);
    assert_alive(&mock);
}

#[test]
fn answers_head_without_a_body() {
    let reply = mock().send("HEAD", "/0/public/Time", &[], b"");
    assert_eq!((reply.status, reply.body.as_str()), (200, ""));
    assert!(reply.head.contains("content-length"), "{}", reply.head);
}

#[test]
fn takes_bodies_that_are_no_text() {
    let mock = mock();
    let body = b"nonce=1&a=\xff\xfe\0";
    let headers = [("API-Key", super::client::KEY), ("Content-Type", FORM)];
    let reply = mock.send("POST", "/0/private/Balance", &headers, body);
    assert_eq!(reply.error(), "EAPI:Invalid nonce");
    assert_eq!(mock.hints(), "the body is not UTF-8 text: byte 11 begins no character");
}

#[test]
fn refuses_bodies_that_are_too_large() {
    let mock = mock();
    let body = vec![b'a'; (1 << 20) + 1];
    let reply = mock.send("POST", "/0/private/Balance", &[("Content-Type", FORM)], &body);
    assert_eq!((reply.status, reply.error()), (413, "EAPI:Bad request".into()));
    assert_eq!(mock.hints(), "the body has more than 1048576 bytes");
    let announced =
        b"POST /funding/v1/addresses HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n";
    let reply = finish(mock.connect(), announced);
    assert_eq!(reply.status, 413);
    let most = vec![b'a'; 1 << 20];
    let reply = mock.send("POST", "/0/private/Balance", &[("Content-Type", FORM)], &most);
    assert_eq!((reply.status, reply.error()), (200, "EAPI:Invalid key".into()));
}

#[test]
fn takes_chunked_bodies() {
    let mock = mock();
    let head = "POST /0/private/Balance HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    let sign = super::client::signature("POST", "/0/private/Balance", "12", b"nonce=12");
    let auth = format!("API-Key: {}\r\nAPI-Sign: {sign}\r\n", super::client::KEY);
    let body = "7\r\nnonce=1\r\n1\r\n2\r\n0\r\n\r\n";
    let bytes =
        format!("{head}{auth}Content-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n{body}");
    assert_eq!(mock.raw(bytes.as_bytes()).error(), "");
}

#[test]
fn hangs_up_on_slow_heads_and_bodies() {
    let mock = hasty();
    let begun = Instant::now();
    let mut silent = mock.connect();
    let mut half = mock.connect();
    half.write_all(b"GET /0/public/Time HT").expect("the server reads");
    let mut body = mock.connect();
    let head = "POST /0/private/Balance HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nnonce";
    body.write_all(head.as_bytes()).expect("the server reads");
    let read = |stream: &mut TcpStream| {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8(bytes).expect("the answer is text")
    };
    read(&mut silent);
    read(&mut half);
    let reply = read(&mut body);
    assert!(reply.starts_with("HTTP/1.1 408"), "{reply}");
    assert_eq!(mock.hints(), "the body did not arrive within 200 ms");
    assert!(begun.elapsed() < Duration::from_secs(10), "it took {:?}", begun.elapsed());
    assert_alive(&mock);
}

#[test]
fn keeps_a_connection_for_further_requests() {
    let mock = mock();
    let mut stream = mock.connect();
    for _ in 0..3 {
        stream
            .write_all(b"GET /0/public/SystemStatus HTTP/1.1\r\nHost: x\r\n\r\n")
            .expect("the connection is open");
        let mut bytes = [0; 4096];
        let length = stream.read(&mut bytes).expect("an answer comes");
        assert!(bytes[..length].starts_with(b"HTTP/1.1 200"));
    }
    assert_eq!(mock.events().len(), 3);
}

#[test]
fn serves_many_clients_at_once() {
    let limits = Limits { connections: 8, ..Limits::default() };
    let mock = Mock::start(exchange(), limits);
    thread::scope(|scope| {
        for _ in 0..40 {
            scope.spawn(|| {
                for _ in 0..5 {
                    assert_eq!(mock.get("/0/public/Time").status, 200);
                }
            });
        }
    });
    assert_eq!(mock.events().len(), 200);
}

#[test]
fn accepts_a_nonce_once_among_many_clients() {
    let mock = mock();
    let accepted = thread::scope(|scope| {
        let send = || mock.private("/0/private/Balance", "7", FORM, "nonce=7").error().is_empty();
        let clients: Vec<_> = (0..16).map(|_| scope.spawn(send)).collect();
        clients.into_iter().filter_map(|client| client.join().ok()).filter(|ok| *ok).count()
    });
    assert_eq!(accepted, 1);
}

#[test]
fn stops_although_clients_are_idle_or_half_done() {
    let mock = mock();
    let mut idle = mock.connect();
    let mut half = mock.connect();
    half.write_all(b"POST /0/private/Bal").expect("the server reads");
    assert_alive(&mock);
    let begun = Instant::now();
    let address = mock.address();
    drop(mock);
    assert!(begun.elapsed() < Duration::from_secs(8), "it took {:?}", begun.elapsed());
    assert_eq!(idle.read(&mut [0; 1]).unwrap_or(0), 0);
    assert!(TcpStream::connect(address).is_err(), "the port is still open");
}

#[test]
fn survives_clients_that_leave_early() {
    let mock = mock();
    for _ in 0..50 {
        let mut stream = mock.connect();
        let bytes = request("POST", "/0/private/Balance", &[("Content-Length", "10")], b"");
        let _ = stream.write_all(&bytes);
        let _ = stream.shutdown(Shutdown::Both);
    }
    assert_alive(&mock);
}

#[test]
fn listens_on_this_machine_only() {
    let everywhere = SocketAddr::from(([0, 0, 0, 0], 0));
    let refused = Server::bind(exchange(), everywhere).expect_err("it is no loopback address");
    assert_eq!(
        refused.to_string(),
        "the address `0.0.0.0:0` is not of this machine alone, expected 127.0.0.1 or ::1"
    );
    let first = mock();
    let taken = Server::bind(exchange(), first.address()).expect_err("the port is taken");
    assert!(matches!(taken, ServeError::Bind { .. }), "{taken}");
}

proptest::proptest! {
    #[test]
    fn answers_any_request(
        method in "GET|POST|PUT|DELETE|HEAD|[A-Z]{1,5}",
        target in "/(0/private/(AddOrder|Balance)|funding/v1/addresses/)?[ -~]{0,20}(\\?[ -~]{0,20})?",
        content_type in "application/json|application/x-www-form-urlencoded|[ -~]{0,20}",
        key in "a public key|[ -~]{0,20}",
        body: Vec<u8>,
        fields in "(nonce=[0-9]{1,22}&?)?[ -~]{0,30}|\\{\"nonce\":[0-9\"\\[{}]{0,9}",
        is_text: bool,
    ) {
        let mut headers = HeaderMap::new();
        for (name, value) in
            [("content-type", &content_type), ("api-key", &key), ("api-sign", &key), ("api-nonce", &fields)]
        {
            headers.insert(name, HeaderValue::from_str(value).expect("it is printable"));
        }
        let body = if is_text { fields.into_bytes() } else { body };
        let answer = exchange().answer(&Request {
            method: &method,
            url: &target,
            target: &target,
            headers: &headers,
            body: &body,
        });
        proptest::prop_assert!((200..500).contains(&answer.status));
        proptest::prop_assert!(!answer.body.is_empty());
        proptest::prop_assert_eq!(answer.event.status, answer.status);
    }
}
