//! What people install: the archive of a release, its manual pages, and the script that fetches it.

#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::program::{Finish as _, Outcome, countersign};

fn script(name: &str) -> Command {
    Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging").join(name))
}

/// The triple that releases for this machine are named by.
fn target() -> &'static str {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("macos", "x86_64") => "x86_64-apple-darwin",
        ("macos", _) => "aarch64-apple-darwin",
        (_, "aarch64") => "aarch64-unknown-linux-musl",
        _ => "x86_64-unknown-linux-musl",
    }
}

/// A folder of releases with one version of this program, as the release workflow packs it.
fn release(folder: &Path) -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_countersign"));
    let built = program.parent().expect("the program is in a folder");
    let download = folder.join("download");
    script("pack.sh").arg(built).arg(target()).arg(download.join("v1.2.3")).finished().succeeded();
    download
}

fn install(releases: &Path, to: &Path) -> Outcome {
    let address = format!("file://{}", releases.display());
    script("install.sh").arg(to).arg("v1.2.3").env("COUNTERSIGN_RELEASES", address).finished()
}

#[test]
fn a_release_is_installed_if_its_checksum_is_right() {
    let folder = tempfile::tempdir().expect("there is room");
    let releases = release(folder.path());
    let bin = folder.path().join("bin");
    assert_eq!(install(&releases, &bin).succeeded().stderr, "");
    let version = Command::new(bin.join("countersign")).arg("--version").finished().succeeded();
    assert_eq!(version.stdout, format!("countersign {}\n", env!("CARGO_PKG_VERSION")));

    let archive = releases.join("v1.2.3").join(format!("countersign-{}.tar.gz", target()));
    let mut bytes = fs::read(&archive).expect("it is there");
    *bytes.last_mut().expect("it has bytes") ^= 1;
    fs::write(&archive, bytes).expect("it can be written");
    let other = folder.path().join("other");
    let refused = install(&releases, &other).failed_with(2);
    assert!(refused.stderr.contains("is wrong; nothing was installed"), "{}", refused.stderr);
    assert!(!other.exists());
}

#[test]
fn an_archive_has_pages_completions_and_licences() {
    let folder = tempfile::tempdir().expect("there is room");
    let archive = release(folder.path()).join(format!("v1.2.3/countersign-{}.tar.gz", target()));
    let listed = Command::new("tar").arg("-tzf").arg(archive).finished().succeeded().stdout;
    for name in [
        "countersign",
        "man/countersign.1",
        "man/countersign-validate.1",
        "completions/countersign.bash",
        "completions/countersign.zsh",
        "LICENSE-MIT",
        "README.md",
    ] {
        let path = format!("countersign-{}/{name}", target());
        assert!(listed.lines().any(|line| line == path), "{path} is not in\n{listed}");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let man = |args: &[&str]| countersign().arg("man").args(args).finished();
    let commands = man(&["--list"]).succeeded().stdout;
    assert!(commands.lines().any(|command| command == "validate"), "{commands}");
    for command in commands.lines() {
        let page = man(&[command]).succeeded().stdout;
        assert!(page.contains(&format!(".TH countersign-{command} 1")), "{page}");
    }
    man(&["no-such-command"]).failed_with(2);
}
