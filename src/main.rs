//! The `countersign` program; everything it does is in the library's `cli` module.

use std::process::ExitCode;

/// A collection is read into many small pieces of memory, on all cores at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    countersign::cli::run()
}
