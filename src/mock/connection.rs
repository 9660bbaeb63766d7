//! One connection: its requests read within limits, answered, and closed in time.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{ALLOW, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt as _;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::answer::Answer;
use super::exchange::{Exchange, Request};
use super::server::Limits;
use super::wording::Fault;

/// How much of a body that is too large is read and thrown away, so that the client, still busy
/// sending, gets to see the answer instead of a broken connection.
const DISCARDED_BYTES: u64 = 16 << 20;

#[derive(Debug, Clone)]
pub(super) struct Shared {
    pub(super) exchange: Arc<Exchange>,
    pub(super) limits: Limits,
}

/// Serves the requests of one connection until the client leaves, it has lasted as long as the
/// limits allow, or `stopping` turns true.
pub(super) async fn serve(stream: TcpStream, shared: Shared, mut stopping: watch::Receiver<bool>) {
    // Small answers should not wait for more to send.
    let _ = stream.set_nodelay(true);
    let limits = shared.limits;
    let router = Router::new().fallback(answer).with_state(shared);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    tokio::pin!(connection);
    tokio::select! {
        // Whatever went wrong with it, the client alone is concerned.
        _ = connection.as_mut() => return,
        () = sleep(limits.connection) => {}
        _ = stopping.wait_for(|stopping| *stopping) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = timeout(limits.farewell, connection).await;
}

async fn answer(State(shared): State<Shared>, request: axum::extract::Request) -> Response {
    let (parts, body) = request.into_parts();
    let exchange = &shared.exchange;
    let target = parts.uri.path_and_query().map_or("", |target| target.as_str());
    let method = parts.method.as_str();
    match read(&parts.headers, body, shared.limits).await {
        Ok(body) => response(exchange.answer(&Request {
            method,
            url: &url(&parts, target),
            target,
            headers: &parts.headers,
            body: &body,
        })),
        Err((fault, hint)) => {
            let mut response = response(exchange.answer_unread(method, target, fault, &hint));
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            response
        }
    }
}

fn url(parts: &Parts, target: &str) -> String {
    let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    format!("http://{host}{target}")
}

async fn read(headers: &HeaderMap, body: Body, limits: Limits) -> Result<Bytes, (Fault, String)> {
    timeout(limits.body, read_in_time(headers, body, limits.body_bytes)).await.unwrap_or_else(
        |_| {
            let hint = format!("the body did not arrive within {}", in_words(limits.body));
            Err((Fault::TooSlow, hint))
        },
    )
}

async fn read_in_time(
    headers: &HeaderMap,
    mut body: Body,
    most: usize,
) -> Result<Bytes, (Fault, String)> {
    let too_large = || (Fault::TooLarge, format!("the body has more than {most} bytes"));
    let announced =
        headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if announced > Some(DISCARDED_BYTES) {
        return Err(too_large());
    }
    let (mut bytes, mut count) = (Vec::new(), 0_u64);
    while let Some(frame) = body.frame().await {
        let broken = |error| (Fault::Malformed, format!("the body could not be read: {error}"));
        let Ok(data) = frame.map_err(broken)?.into_data() else { continue };
        count += data.len() as u64;
        if count > DISCARDED_BYTES {
            break;
        }
        if bytes.len() <= most {
            bytes.extend_from_slice(&data);
        }
    }
    if bytes.len() > most { Err(too_large()) } else { Ok(bytes.into()) }
}

fn in_words(duration: Duration) -> String {
    if duration.subsec_millis() == 0 {
        format!("{} s", duration.as_secs())
    } else {
        format!("{} ms", duration.as_millis())
    }
}

fn response(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut set = |name, value: &str| {
        // A catalogue can hold a media type that is no header value.
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(CONTENT_TYPE, &answer.content_type);
    if let Some(allow) = &answer.allow {
        set(ALLOW, allow);
    }
    response
}
