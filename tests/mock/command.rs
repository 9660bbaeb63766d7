//! `countersign mock`, as a user starts it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use countersign::catalog::Catalog;
use countersign::signing::{Credentials, Outgoing, Secret, sign};
use serde_json::{Value, json};

use super::client::{FORM, SECRET, request};
use crate::support::program::{Finish as _, Outcome, countersign};

/// The running program and what it said when it started.
struct Started {
    /// None once it has ended.
    child: Option<Child>,
    greeting: String,
}

fn mock(args: &[&str]) -> Command {
    let mut command = countersign();
    command.args(["mock", "--port", "0"]).args(args).stdin(Stdio::null());
    command
}

impl Started {
    fn new(command: &mut Command) -> Self {
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let mut greeting = String::new();
        for line in lines.by_ref() {
            let line = line.expect("the greeting is text");
            greeting.push_str(&line);
            greeting.push('\n');
            if line.starts_with("Ctrl-C") {
                return Self { child: Some(child), greeting };
            }
        }
        let mut stderr = String::new();
        let _ = child.stderr.take().map(|mut pipe| pipe.read_to_string(&mut stderr));
        panic!("the mock ended early: {stderr}");
    }

    /// What the greeting says after `name`.
    fn said(&self, name: &str) -> String {
        let line = self.greeting.lines().find_map(|line| line.trim().strip_prefix(name));
        line.unwrap_or_else(|| panic!("no {name} in {}", self.greeting)).trim().to_owned()
    }

    /// A signed request with these credentials; the answer as it comes.
    fn balance(&self, api_key: &str, secret: &str, nonce: u64) -> String {
        let body = format!("nonce={nonce}");
        let nonce = nonce.to_string();
        let target = "/0/private/Balance";
        let outgoing = Outgoing {
            nonce: Some(&nonce),
            body: body.as_bytes(),
            ..Outgoing::new("POST", target)
        };
        let credentials = Credentials { api_key: api_key.into(), secret: Secret::new(secret) };
        let catalog = Catalog::embedded();
        let recipe = &catalog.api("kraken-spot").expect("it is embedded").recipes["spot"];
        let signed = sign(recipe, &credentials, &outgoing).expect("it can be signed");
        let headers =
            [("API-Key", api_key), ("API-Sign", &*signed.signature), ("Content-Type", FORM)];
        self.send(&request("POST", target, &headers, body.as_bytes()))
    }

    fn send(&self, bytes: &[u8]) -> String {
        let base_url = self.said("base_url");
        let address = base_url.strip_prefix("http://").expect("it is an address");
        let mut stream = TcpStream::connect(address).expect("the mock listens");
        stream.write_all(bytes).expect("the mock reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the mock answers");
        answer
    }

    /// Sends a signal and waits for the end.
    fn end(mut self, signal: &str) -> Outcome {
        let child = self.child.take().expect("it ends once");
        let begun = Instant::now();
        let pid = child.id().to_string();
        let kill = Command::new("kill").args([signal, &pid]).status().expect("kill runs");
        assert!(kill.success());
        let output = child.wait_with_output().expect("the program ends");
        assert!(begun.elapsed() < Duration::from_secs(10), "it took {:?}", begun.elapsed());
        output.into()
    }
}

impl Drop for Started {
    /// A test that fails leaves no server behind.
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[test]
fn prints_credentials_that_work_and_ends_with_0() {
    let started = Started::new(&mut mock(&[]));
    assert!(started.greeting.starts_with("mock of kraken-spot, 79 endpoints, nothing real\n"));
    let (key, secret) = (started.said("api_key"), started.said("api_secret"));
    assert!(started.balance(&key, &secret, 1).contains(r#""error""#));
    let refused = started.balance(&key, &secret, 1);
    assert!(refused.contains(r#"{"error":["EAPI:Invalid nonce"]}"#), "{refused}");
    let ended = started.end("-INT").succeeded();
    assert_eq!(
        ended.stderr,
        "POST /0/private/Balance -> accepted\n\
         POST /0/private/Balance -> EAPI:Invalid nonce\n  \
           the nonce is `1`, expected more than the last, `1`\n"
    );
    let other = Started::new(&mut mock(&[]));
    assert_ne!(other.said("api_secret"), secret);
    other.end("-TERM").succeeded();
}

#[test]
fn shows_no_credentials_that_it_was_given() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("credentials.toml");
    fs::write(&file, format!("api_key = 'mine'\napi_secret = '{SECRET}'\n")).expect("it is written");
    let path = file.to_str().expect("the path is text");
    let variables = [("COUNTERSIGN_API_KEY", "mine"), ("COUNTERSIGN_API_SECRET", SECRET)];
    for command in [&mut mock(&["--credentials", path]), mock(&[]).envs(variables)] {
        let started = Started::new(command);
        assert!(!started.greeting.contains("kQH5HW"), "{}", started.greeting);
        assert!(started.balance("mine", SECRET, 7).contains("200 OK"));
        let wrong = started.balance("mine", &SECRET.replace("kQH", "AAA"), 8);
        assert!(wrong.contains("EAPI:Invalid signature"), "{wrong}");
        let log = started.end("-TERM").succeeded().stderr;
        assert!(log.contains("signed here: body `nonce=8`"), "{log}");
        assert!(!log.contains("kQH5HW"), "{log}");
    }
}

#[test]
fn writes_an_environment_that_points_at_itself() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("mock.postman_environment.json");
    let args = ["--environment", file.to_str().expect("the path is text")];
    let started = Started::new(&mut mock(&args));
    let environment = environment(&file);
    assert_eq!(environment["_postman_variable_scope"], "environment");
    let expected = json!([
        { "key": "base_url", "value": started.said("base_url"), "type": "default", "enabled": true },
        { "key": "api_key", "value": started.said("api_key"), "type": "secret", "enabled": true },
        { "key": "api_secret", "value": started.said("api_secret"), "type": "secret", "enabled": true },
    ]);
    assert_eq!(environment["values"], expected);
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &fs::metadata(&file).expect("it is there").permissions(),
    );
    assert_eq!(mode & 0o077, 0, "others may read the secret");
    started.end("-INT").succeeded();

    // The next start replaces it, and takes it as credentials too.
    let again = Started::new(&mut mock(&args));
    assert_eq!(environment["id"], self::environment(&file)["id"]);
    assert_ne!(environment["values"], self::environment(&file)["values"]);
    let (key, secret) = (again.said("api_key"), again.said("api_secret"));
    again.end("-INT").succeeded();
    let credentials = ["--credentials", args[1]];
    let third = Started::new(&mut mock(&credentials));
    assert!(third.balance(&key, &secret, 1).contains("200 OK"));
    third.end("-INT").succeeded();
}

fn environment(file: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(file).expect("it is there")).expect("it is JSON")
}

#[test]
fn leaves_other_peoples_environments_alone() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("mine.json");
    fs::write(&file, r#"{"values":[]}"#).expect("it can be written");
    let path = file.to_str().expect("the path is text");
    let refused = mock(&["--environment", path]).finished().failed_with(2);
    assert!(refused.stderr.contains("was not written by the mock"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(&file).expect("it is there"), r#"{"values":[]}"#);
    let in_a_file = format!("{path}/env.json");
    let refused = mock(&["--environment", &in_a_file]).finished().failed_with(2);
    assert!(refused.stderr.contains("env.json"), "{}", refused.stderr);
}

#[test]
fn explains_why_it_cannot_start() {
    let stderr = |command: &mut Command| command.finished().failed_with(2).stderr;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("it is bound").port().to_string();
    let in_use = stderr(countersign().args(["mock", "--port", &port]));
    assert!(in_use.contains("--port 0") && in_use.contains(&port), "{in_use}");
    let alone = stderr(mock(&[]).env("COUNTERSIGN_API_KEY", "k"));
    assert_eq!(
        alone,
        "error: found COUNTERSIGN_API_KEY alone, expected COUNTERSIGN_API_SECRET too\n"
    );
    let variables = [("COUNTERSIGN_API_KEY", "k"), ("COUNTERSIGN_API_SECRET", "c2VjcmV0")];
    let short = stderr(mock(&[]).envs(variables));
    assert!(short.contains("the secret has 6 bytes once decoded, expected 64"), "{short}");
    assert!(stderr(&mut mock(&["--credentials", "nowhere"])).contains("`nowhere`"));
    assert!(stderr(&mut mock(&["--api", "kraken-sport"])).contains("kraken-sport"));
}
