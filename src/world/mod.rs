//! What a run sees of the world: which program runs it, the time, chance, and files.

use std::fmt;
use std::io;

pub(crate) mod calendar;
mod random;

pub use random::Random;

/// The program that runs a request. Both put the same bytes on the wire; they differ in their
/// sandboxes, in what they take for disabled, and in the name that they give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Engine {
    /// Newman 6.2.2.
    #[default]
    Newman,
    /// The Postman app of today.
    Postman,
}

impl Engine {
    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Newman => "newman",
            Self::Postman => "postman",
        }
    }

    /// The version of the runtime inside, which the `User-Agent` header names.
    pub fn runtime_version(self) -> &'static str {
        match self {
            Self::Newman => "7.39.1",
            Self::Postman => "7.56.1",
        }
    }
}

/// Where the files of form-data and file bodies are read from.
pub trait Files: fmt::Debug {
    /// The content of a file that a request names.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it cannot be read.
    fn read(&self, name: &str) -> io::Result<Vec<u8>>;
}

/// No files at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _name: &str) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// What a run sees of the world around it. The same world gives the same bytes again.
#[derive(Debug)]
pub struct World {
    /// The program that runs the request.
    pub engine: Engine,
    /// The frozen clock, in milliseconds since 1970, UTC.
    pub now_ms: u64,
    /// Chance, from a seed.
    pub random: Random,
    /// Where files are read from.
    pub files: Box<dyn Files + Send>,
}

impl World {
    /// A world of Newman's without files.
    pub fn new(seed: u64, now_ms: u64) -> Self {
        Self {
            engine: Engine::default(),
            now_ms,
            random: Random::new(seed),
            files: Box::new(NoFiles),
        }
    }
}
