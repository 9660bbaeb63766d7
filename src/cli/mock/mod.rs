//! `countersign mock`

mod account;
mod environment;
mod greeting;
mod log;

use std::future::Future;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;

use super::catalogs::catalog;
use super::{Context, Exit};
use crate::catalog::Api;
use crate::mock::{Exchange, Server};
use account::Account;

/// What `countersign mock` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Key and secret are made up anew at each start and printed, unless they are given: with
--credentials, or in COUNTERSIGN_API_KEY and COUNTERSIGN_API_SECRET. Those given are not printed.

Requests are checked in this order: key, nonce present, signature, nonce grown, params. Of a field
that comes twice the last one counts; unknown params are ignored. Each request is a line on standard
error; where a signature is wrong, further lines say what should have been signed.")]
pub(super) struct MockArgs {
    /// The api to play
    #[arg(long, value_name = "API", default_value = "kraken-spot")]
    api: String,
    /// The port to listen on, on 127.0.0.1; 0 is any free one
    #[arg(long, value_name = "N", default_value_t = 8321)]
    port: u16,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    catalog: Option<PathBuf>,
    /// A file with `api_key` and `api_secret`: a Postman environment, JSON or TOML
    #[arg(long, value_name = "FILE")]
    credentials: Option<PathBuf>,
    /// Write a Postman environment that points at the mock and holds its credentials
    #[arg(long, value_name = "FILE")]
    environment: Option<PathBuf>,
    /// Check key, nonce and signature, but take any params
    #[arg(long)]
    signatures_only: bool,
}

/// Serves until Ctrl-C.
pub(super) fn run(cx: &Context, args: &MockArgs) -> anyhow::Result<Exit> {
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let api = catalog.api(&args.api)?;
    let account = Account::find(cx, args.credentials.as_deref())?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let server = Server::bind(exchange(cx, args, api, &account)?, address)
        .context("no server; choose another port with --port, or any free one with --port 0")?;
    let base_url = server.base_url();
    if let Some(path) = &args.environment {
        environment::write(&cx.cwd().join(path), api, &base_url, &account.credentials)?;
    }
    let greeting = greeting::text(api, &base_url, &account, args.environment.as_deref());
    serve(cx, server, &greeting)?;
    Ok(Exit::Fine)
}

fn exchange(
    cx: &Context,
    args: &MockArgs,
    api: &Api,
    account: &Account,
) -> anyhow::Result<Exchange> {
    let exchange = Exchange::new(api.clone(), account.credentials.clone())?;
    let exchange = if args.signatures_only { exchange.without_param_checks() } else { exchange };
    let cx = cx.clone();
    Ok(exchange.observed_by(move |event| {
        // There is nobody left to tell when standard error is gone.
        let _ = cx.messages().write_all(log::lines(event).as_bytes());
    }))
}

fn serve(cx: &Context, server: Server, greeting: &str) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Runtime::new().context("failed to start threads")?;
    runtime.block_on(async {
        // First the signals, then the greeting: whoever reads it can end the server from then on.
        let interrupted = interruption().context("failed to listen to signals")?;
        let mut stdout = cx.stdout();
        stdout.write_all(greeting.as_bytes())?;
        stdout.flush()?;
        anyhow::Ok(server.run_until(interrupted).await?)
    })
}

/// Ready at Ctrl-C, or when the system asks the program to end.
fn interruption() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut interrupt, mut terminate) =
            (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    {
        Ok(async {
            let _ = tokio::signal::ctrl_c().await;
        })
    }
}
