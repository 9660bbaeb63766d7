//! A server on a thread of its own.

use std::io;
use std::net::SocketAddr;
use std::thread::{self, JoinHandle};

use tokio::runtime;
use tokio::sync::oneshot;

use super::server::{ServeError, Server};

/// A server that answers until this is dropped.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Answers requests on a thread of its own.
    ///
    /// # Errors
    ///
    /// When the system has no threads or handles left.
    pub fn run_in_background(self) -> Result<Running, ServeError> {
        let failed = |source: io::Error| ServeError::Runtime { source };
        let runtime =
            runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let address = self.address();
        let (stop, stopped) = oneshot::channel();
        let serve = move || {
            // The sender is dropped only with `Running`, which stops the server too.
            let shutdown = async { stopped.await.unwrap_or_default() };
            // The socket was bound before, so all that can fail is taking it over.
            let _ = runtime.block_on(self.run_until(shutdown));
        };
        let thread = thread::Builder::new().name("mock".into()).spawn(serve).map_err(failed)?;
        Ok(Running { address, stop: Some(stop), thread: Some(thread) })
    }
}

impl Running {
    /// The address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What to put into `base_url`.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
