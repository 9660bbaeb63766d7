//! `countersign man`

use std::io::Write as _;

use clap::CommandFactory as _;

use super::args::Cli;
use super::{Context, Exit};

/// Prints the manual page in roff.
pub(super) fn run(cx: &Context) -> anyhow::Result<Exit> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    cx.stdout().write_all(&page)?;
    Ok(Exit::Fine)
}
