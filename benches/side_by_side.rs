//! Whole programs side by side, taking turns in one run: Newman and `validate` on 1,000 signed
//! requests, ajv and `validate --no-scripts` on 50 MB of collections.
//!
//! `COUNTERSIGN_CORPUS=… COUNTERSIGN_FACTS=… cargo bench --bench side_by_side [newman|ajv]`; needs
//! what `npm ci` installs in `tests/postman`. Figures are medians in milliseconds.

#[path = "support/corpus.rs"]
mod corpus;

use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use countersign::catalog::Catalog;
use countersign::generate::{Options, generate};
use serde_json::{Value, json};

const REQUESTS: usize = 1000;

fn main() -> io::Result<()> {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|it| it == name);
    let folder = tempfile::tempdir()?;
    if is_wanted("newman") {
        signed_requests(folder.path())?;
    }
    if is_wanted("ajv") {
        schema_checks(folder.path())?;
    }
    Ok(())
}

/// Newman sends the requests to the mock; `validate` signs each again, as saved and in its scenarios.
fn signed_requests(folder: &Path) -> io::Result<()> {
    let collection = folder.join("signed.postman_collection.json");
    fs::write(&collection, signed_collection().to_string())?;
    let environment = folder.join("environment.json");
    let mock = Mock::start(&environment)?;
    let mut newman = Command::new(referees().join("node_modules/.bin/newman"));
    newman.arg("run").arg(&collection).arg("-e").arg(&environment).arg("--silent");
    let mut validate = countersign();
    validate.arg("validate").arg(&collection);
    let title = format!("{REQUESTS} signed requests");
    compare(&title, 3, ("newman", newman), ("countersign validate", validate))?;
    drop(mock);
    Ok(())
}

/// ajv checks the format; `validate --no-scripts` checks it and all rules that need no script.
fn schema_checks(folder: &Path) -> io::Result<()> {
    let Some(schema) = official_schema() else {
        return writeln!(io::stdout(), "ajv: left out, since COUNTERSIGN_FACTS is not set");
    };
    let corpus = folder.join("corpus");
    fs::create_dir(&corpus)?;
    let files = corpus::files();
    for (index, text) in files.iter().enumerate() {
        fs::write(corpus.join(format!("{index:05}.postman_collection.json")), text)?;
    }
    let mut ajv = Command::new("node");
    ajv.arg(referees().join("ajv.mjs")).arg(schema).arg(&corpus);
    let mut validate = countersign();
    validate.args(["validate", "--no-scripts", "--fail-on", "never"]).arg(&corpus);
    let megabytes = files.iter().map(Vec::len).sum::<usize>() / 1_000_000;
    let title = format!("{} collections, {megabytes} MB", files.len());
    compare(&title, 5, ("ajv", ajv), ("countersign validate --no-scripts", validate))?;
    let parsing = median((0..5).map(|_| parsed(&corpus)).collect::<io::Result<_>>()?);
    let parsing = parsing.as_secs_f64() * 1000.0;
    writeln!(io::stdout(), "  {:<34} {parsing:>10.1} ms", "only parsing, by serde_json")
}

/// How long it takes to read all files of a folder and parse them with `serde_json`, one after another.
fn parsed(folder: &Path) -> io::Result<Duration> {
    let start = Instant::now();
    for entry in fs::read_dir(folder)? {
        let text = fs::read_to_string(entry?.path())?;
        let text = text.trim_start_matches('\u{feff}');
        black_box(serde_json::from_str::<Value>(text).is_ok());
    }
    Ok(start.elapsed())
}

/// Runs both in turns, and says how long each took and how many times faster the second was.
fn compare(
    title: &str,
    rounds: usize,
    (other_name, mut other): (&str, Command),
    (our_name, mut ours): (&str, Command),
) -> io::Result<()> {
    let (mut others, mut own) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        others.push(timed(&mut other)?);
        own.push(timed(&mut ours)?);
    }
    let (others, own) = (median(others), median(own));
    let factor = others.as_secs_f64() / own.as_secs_f64();
    let mut out = io::stdout();
    writeln!(out, "{title}, {rounds} rounds")?;
    for (name, time) in [(other_name, others), (our_name, own)] {
        writeln!(out, "  {name:<34} {:>10.1} ms", time.as_secs_f64() * 1000.0)?;
    }
    writeln!(out, "  {factor:.1} times faster")
}

/// How long a program takes from start to exit; it has to succeed.
fn timed(command: &mut Command) -> io::Result<Duration> {
    let start = Instant::now();
    let output = command.output()?;
    let time = start.elapsed();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed: {errors}");
    Ok(time)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The signed requests of the generated collection over and over, without their saved examples.
fn signed_collection() -> Value {
    let catalog = Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("the built-in api is sound");
    let files = generate(api, &Options::default()).expect("the built-in api generates");
    let mut collection: Value = serde_json::from_str(&files[0].text).expect("it is JSON");
    let folders = collection["item"].as_array().expect("it has folders");
    let requests = folders.iter().filter_map(|folder| folder["item"].as_array()).flatten();
    let signed: Vec<_> = requests.filter(|item| is_signed(item)).collect();
    let copies = signed.iter().cycle().take(REQUESTS).enumerate().map(|(index, item)| {
        let mut item = (*item).clone();
        item["name"] = format!("{} {index}", item["name"].as_str().unwrap_or_default()).into();
        item["response"] = json!([]);
        if let Some(members) = item.as_object_mut() {
            members.shift_remove("id");
        }
        item
    });
    collection["item"] = copies.collect();
    collection
}

fn is_signed(item: &Value) -> bool {
    let headers = item["request"]["header"].as_array();
    headers.into_iter().flatten().any(|header| header["key"] == "API-Sign")
}

fn countersign() -> Command {
    Command::new(env!("CARGO_BIN_EXE_countersign"))
}

fn referees() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postman")
}

/// The published schema in the draft that ajv reads.
#[expect(clippy::disallowed_methods, reason = "a benchmark may look beyond the repository")]
fn official_schema() -> Option<OsString> {
    let facts = PathBuf::from(std::env::var_os("COUNTERSIGN_FACTS")?);
    Some(facts.join("postman-collection-v2.1.0.draft-07.schema.json").into_os_string())
}

/// `countersign mock`, which ends with this value.
struct Mock {
    process: Child,
    /// Kept open, so that the mock can write to it.
    _stdout: BufReader<ChildStdout>,
}

impl Mock {
    /// Starts it on a free port, and waits until it takes requests.
    fn start(environment: &Path) -> io::Result<Self> {
        let mut process = countersign()
            .args(["mock", "--port", "0", "--environment"])
            .arg(environment)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let stdout = process.stdout.take().expect("it is piped");
        let mut stdout = BufReader::new(stdout);
        stdout.read_line(&mut String::new())?;
        Ok(Self { process, _stdout: stdout })
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
