//! Listening, accepting, and stopping.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::connection::{Shared, serve};
use super::exchange::Exchange;

/// A server that is bound to an address and ready to run.
#[derive(Debug)]
pub struct Server {
    listener: std::net::TcpListener,
    address: SocketAddr,
    shared: Shared,
}

/// What the server puts up with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long the head of a request may take; a connection may be idle as long.
    pub head: Duration,
    /// How long a body may take.
    pub body: Duration,
    /// How long a connection may last.
    pub connection: Duration,
    /// How long a request may still take once the server stops or the connection has lasted.
    pub farewell: Duration,
    /// Bytes of a body.
    pub body_bytes: usize,
    /// Connections at a time; others wait for their turn.
    pub connections: usize,
}

/// Why a server cannot run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The address can be reached from other machines.
    #[error("the address `{address}` is not of this machine alone, expected 127.0.0.1 or ::1")]
    NotLoopback {
        /// The address asked for.
        address: SocketAddr,
    },
    /// The port is taken, or the system refuses it.
    #[error("failed to listen on `{address}`")]
    Bind {
        /// The address asked for.
        address: SocketAddr,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The system has no threads or handles left for the runtime.
    #[error("failed to start the server")]
    Runtime {
        /// What the system says.
        #[source]
        source: io::Error,
    },
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(30),
            body: Duration::from_secs(15),
            connection: Duration::from_secs(600),
            farewell: Duration::from_secs(2),
            body_bytes: 1 << 20,
            connections: 512,
        }
    }
}

impl Server {
    /// Listens on `address`, where port 0 stands for any free port.
    ///
    /// Clients can connect from now on; they are answered once [`Server::run_until`] runs.
    ///
    /// # Errors
    ///
    /// When the address is not on the loopback, or cannot be had.
    pub fn bind(exchange: Exchange, address: SocketAddr) -> Result<Self, ServeError> {
        if !address.ip().is_loopback() {
            return Err(ServeError::NotLoopback { address });
        }
        let bind = || {
            let listener = std::net::TcpListener::bind(address)?;
            listener.set_nonblocking(true)?;
            Ok((listener.local_addr()?, listener))
        };
        let (address, listener) = bind().map_err(|source| ServeError::Bind { address, source })?;
        let shared = Shared { exchange: Arc::new(exchange), limits: Limits::default() };
        Ok(Self { listener, address, shared })
    }

    /// The same with other limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.shared.limits = limits;
        self
    }

    /// The address that it listens on, with the real port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What to put into `base_url`: `http://127.0.0.1:8321`.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers requests until `shutdown` is ready, then finishes those under way.
    ///
    /// Takes a tokio runtime with io and time.
    ///
    /// # Errors
    ///
    /// When the runtime cannot take over the socket.
    pub async fn run_until(self, shutdown: impl Future<Output = ()>) -> Result<(), ServeError> {
        let listener = TcpListener::from_std(self.listener)
            .map_err(|source| ServeError::Runtime { source })?;
        let (stop, stopping) = watch::channel(false);
        let slots = Arc::new(Semaphore::new(self.shared.limits.connections));
        let mut connections = JoinSet::new();
        tokio::pin!(shutdown);
        loop {
            let (stream, slot) = tokio::select! {
                biased;
                () = shutdown.as_mut() => break,
                accepted = accept(&listener, &slots) => accepted,
            };
            while connections.try_join_next().is_some() {}
            let connection = serve(stream, self.shared.clone(), stopping.clone());
            connections.spawn(async move {
                connection.await;
                drop(slot);
            });
        }
        drop(listener);
        stop.send_replace(true);
        // Each connection ends by itself within the farewell; this is for one that does not.
        let all = async { while connections.join_next().await.is_some() {} };
        let _ = timeout(self.shared.limits.farewell * 2, all).await;
        connections.shutdown().await;
        Ok(())
    }
}

/// The next connection, once there is a slot for it.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    let slot = Arc::clone(slots).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return (stream, slot),
            // Out of file handles, or a client that has gone already: both pass.
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }
}
