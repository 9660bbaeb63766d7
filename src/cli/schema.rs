//! `countersign schema NAME`

use std::io::Write as _;

use anyhow::bail;
use clap::Args;
use serde_json::Value;

use super::sign::SignReport;
use super::{Context, Exit};
use crate::catalog;
use crate::collection::{Collection, Environment};
use crate::findings::settings::SettingsFile;
use crate::report::{coverage, diff, inspect, update, validate};

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// `catalog`, `collection`, `config`, `environment`, or the JSON that a command writes:
    /// `coverage`, `diff`, `inspect`, `sign`, `update`, `validate`
    pub(super) name: String,
}

/// A file format and where its schema comes from.
struct Format {
    name: &'static str,
    schema: fn() -> Value,
}

/// All formats, sorted by name.
const FORMATS: &[Format] = &[
    Format { name: "catalog", schema: catalog::file_schema },
    Format { name: "collection", schema: Collection::schema },
    Format { name: "config", schema: SettingsFile::schema },
    Format { name: "coverage", schema: || schemars::schema_for!(coverage::Report<'_>).to_value() },
    Format { name: "diff", schema: || schemars::schema_for!(diff::Report<'_>).to_value() },
    Format { name: "environment", schema: Environment::schema },
    Format { name: "inspect", schema: || schemars::schema_for!(inspect::Report).to_value() },
    Format { name: "sign", schema: || schemars::schema_for!(SignReport<'_>).to_value() },
    Format { name: "update", schema: || schemars::schema_for!(update::Report<'_>).to_value() },
    Format { name: "validate", schema: || schemars::schema_for!(validate::Report<'_>).to_value() },
];

/// Prints the JSON schema of a file format.
pub(super) fn run(cx: &Context, args: &SchemaArgs) -> anyhow::Result<Exit> {
    let Some(format) = FORMATS.iter().find(|format| format.name == args.name) else {
        let names: Vec<_> = FORMATS.iter().map(|format| format!("`{}`", format.name)).collect();
        bail!("there is no schema `{}`, expected one of {}", args.name, names.join(", "));
    };
    writeln!(cx.stdout(), "{:#}", (format.schema)())?;
    Ok(Exit::Fine)
}

#[cfg(test)]
mod tests {
    use super::FORMATS;

    #[test]
    fn names_are_sorted() {
        assert!(FORMATS.is_sorted_by_key(|format| format.name));
    }
}
