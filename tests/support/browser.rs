//! A Chromium for the tests that look at reports as people do.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Where Debian and Ubuntu put it.
const USUAL: &str = "/usr/bin/chromium";
/// What it is called elsewhere.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser: the one that `COUNTERSIGN_CHROMIUM` names, one that is installed, or one that is installed now.
///
/// # Panics
///
/// When there is none and none can be installed; the message says what to do.
pub(crate) fn path() -> &'static Path {
    static BROWSER: OnceLock<PathBuf> = OnceLock::new();
    BROWSER.get_or_init(|| {
        named().or_else(installed).or_else(freshly_installed).unwrap_or_else(|| {
            panic!(
                "no Chromium was found: install it (`apt-get install chromium`), or name one in \
                 COUNTERSIGN_CHROMIUM, and run `cargo test` again"
            )
        })
    })
}

#[expect(clippy::disallowed_methods, reason = "tests may ask where the browser is")]
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn named() -> Option<PathBuf> {
    variable("COUNTERSIGN_CHROMIUM").map(PathBuf::from)
}

fn installed() -> Option<PathBuf> {
    let usual = Path::new(USUAL);
    if usual.exists() {
        return Some(usual.to_owned());
    }
    let folders = variable("PATH")?;
    let folders = std::env::split_paths(&folders);
    folders.flat_map(|folder| NAMES.map(|name| folder.join(name))).find(|path| path.is_file())
}

/// Asks Debian's packages for one, as `root` or where nobody is asked for a password.
fn freshly_installed() -> Option<PathBuf> {
    let lock = File::create(Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser.lock")).ok()?;
    lock.lock().ok()?;
    if let Some(path) = installed() {
        return Some(path);
    }
    let steps: [&[&str]; 2] =
        [&["update", "-qq"], &["install", "-y", "-qq", "--no-install-recommends", "chromium"]];
    steps.iter().all(|step| apt_get(step)).then(installed)?
}

fn apt_get(step: &[&str]) -> bool {
    let run = |command: &mut Command| {
        let command = command.args(step).env("DEBIAN_FRONTEND", "noninteractive");
        command.output().is_ok_and(|output| output.status.success())
    };
    run(&mut Command::new("apt-get")) || run(Command::new("sudo").args(["-n", "apt-get"]))
}
