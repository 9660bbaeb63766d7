//! Newman, the Postman CLI and other Node packages, pinned in `tests/postman/package-lock.json`.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::{fs, io};

use super::browser;

/// The folder of the referees, with everything in it installed.
///
/// # Panics
///
/// When Node.js is missing or too old, or `npm ci` fails; the message says what to do.
pub(crate) fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postman");
        require_node();
        if !is_installed(&folder) {
            install(&folder);
        }
        folder
    })
}

/// A command that runs one of the referees' programs, such as `newman`.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(folder().join("node_modules/.bin").join(name));
    command.env("NO_COLOR", "1").env("CI", "true");
    command
}

/// A command that runs one of our scripts in `tests/postman`.
pub(crate) fn script(name: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(folder().join(name));
    command
}

/// A command that runs one of our scripts that look at a page in a browser.
pub(crate) fn page_script(name: &str) -> Command {
    let mut command = script(name);
    command.env("COUNTERSIGN_CHROMIUM", browser::path());
    command
}

fn require_node() {
    let advice = "the tests compare with Newman and the Postman CLI, which need Node.js 20 or newer and npm: \
                  install them (https://nodejs.org, or `apt-get install nodejs npm`) and run `cargo test` again";
    let version = Command::new("node").arg("--version").output();
    let Ok(Output { stdout, .. }) = version else { panic!("`node` was not found; {advice}") };
    let version = String::from_utf8_lossy(&stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next().and_then(|it| it.parse().ok());
    assert!(major.is_some_and(|major: u32| major >= 20), "Node.js is `{version}`; {advice}");
}

/// Whether what npm installed is what the lock file asks for.
fn is_installed(folder: &Path) -> bool {
    let stamp = fs::read(folder.join("node_modules/.countersign-lock"));
    stamp.is_ok_and(|stamp| fs::read(folder.join("package-lock.json")).is_ok_and(|it| it == stamp))
}

/// Runs `npm ci`, one process at a time.
fn install(folder: &Path) {
    let lock = fs::File::create(folder.join(".install-lock")).expect("tests/postman is writable");
    lock.lock().expect("a lock on a file of ours can be waited for");
    if is_installed(folder) {
        return;
    }
    let output =
        Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder).output();
    match output {
        Ok(output) if output.status.success() => {
            stamp(folder).expect("node_modules is writable");
        }
        Ok(output) => panic!(
            "`npm ci` failed in {}: {}\nit needs the npm registry; try it by hand",
            folder.display(),
            String::from_utf8_lossy(&output.stderr)
        ),
        Err(error) => panic!("`npm` could not be started ({error}); install npm with Node.js"),
    }
}

fn stamp(folder: &Path) -> io::Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    fs::write(folder.join("node_modules/.countersign-lock"), lock)
}
