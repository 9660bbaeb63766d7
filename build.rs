//! Compiles the JavaScript of the script sandbox for the engine that runs it, because starting from text takes ten
//! times as long.

#![expect(clippy::disallowed_methods, reason = "this is how cargo talks to a build script")]

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rquickjs::{CatchResultExt, Context, Module, Runtime, WriteOptions, WriteOptionsEndianness};

const SANDBOX: &str = "src/sandbox";
const FOLDERS: [&str; 3] = ["prelude", "crypto/js", "libs/js"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let context = Context::full(&Runtime::new()?)?;
    let mut list = String::from("&[\n");
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={SANDBOX}/{folder}");
        for path in files(&Path::new(SANDBOX).join(folder))? {
            let name = format!("{folder}/{}", path.file_stem().unwrap_or_default().display());
            let bytecode = compiled(&context, &name, &fs::read_to_string(&path)?)?;
            let file = format!("/{}.bytecode", name.replace('/', "_"));
            fs::write(format!("{}{file}", out.display()), bytecode)?;
            // Looked up when the list is read, so that it names no folder of this machine.
            writeln!(
                list,
                "    ({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), {file:?}))),"
            )?;
        }
    }
    list.push_str("]\n");
    fs::write(out.join("bytecode.rs"), list)?;
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files = entries.collect::<Result<Vec<_>, _>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "js"));
    files.sort();
    Ok(files)
}

/// A file is one expression; it becomes a module that exports its value.
fn compiled(context: &Context, name: &str, text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    context.with(|ctx| {
        let module = Module::declare(ctx.clone(), name, format!("export default {text}"));
        let module = module.catch(&ctx).map_err(|error| format!("{name}.js: {error}"))?;
        Ok(module.write(options()?)?)
    })
}

fn options() -> Result<WriteOptions, env::VarError> {
    let endianness = match env::var("CARGO_CFG_TARGET_ENDIAN")?.as_str() {
        "big" => WriteOptionsEndianness::Big,
        _ => WriteOptionsEndianness::Little,
    };
    Ok(WriteOptions { endianness, strip_source: true, ..WriteOptions::default() })
}
