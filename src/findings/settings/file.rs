//! `countersign.toml`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::{Ignore, Level, Settings};
use crate::findings::{RuleId, Severity};
use crate::source::toml_file::{self, Mistake, Mistakes};
use crate::validate::rules;

/// `countersign.toml`, as a person writes it. Paths in it are relative to its folder.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SettingsFile {
    /// The severity from which on findings make the exit code 1; `error` when absent.
    #[serde(default)]
    pub fail_on: Option<FailOn>,
    /// The api that the requests are for, whatever their hosts are; told by host and path when absent.
    #[serde(default)]
    pub api: Option<String>,
    /// The environment that scripts and requests find.
    #[serde(default)]
    pub environment: Option<PathBuf>,
    /// The globals that they find.
    #[serde(default)]
    pub globals: Option<PathBuf>,
    /// A folder with a catalogue of your own.
    #[serde(default)]
    pub catalog: Option<PathBuf>,
    /// Findings known already: a file that `--write-baseline` wrote.
    #[serde(default)]
    pub baseline: Option<PathBuf>,
    /// How bad the findings of rules are.
    #[serde(default)]
    pub rules: Levels,
    /// Findings that do not count.
    #[serde(default)]
    pub ignore: Vec<IgnoreEntry>,
}

/// From which severity on findings count as a failure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// What Postman or the exchange refuses.
    #[default]
    Error,
    /// What Postman takes, but perhaps not as it is meant.
    Warning,
    /// Anything at all.
    Note,
    /// Nothing.
    Never,
}

impl FailOn {
    /// Whether a finding of that severity counts as a failure.
    pub fn counts(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Note => true,
            Self::Never => false,
        }
    }

    /// The word in settings and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Never => "never",
        }
    }
}

/// Levels by the ids of rules.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Levels(BTreeMap<RuleName, Level>);

/// One `[[ignore]]`. What is absent stands for all.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct IgnoreEntry {
    /// The rules whose findings do not count.
    #[serde(default)]
    rules: Vec<RuleName>,
    /// Files, as patterns: `legacy/**/*.json`.
    #[serde(default)]
    paths: Vec<String>,
    /// Requests or folders, as patterns over their names: `Trading/AddOrder`, `Trading`, `*/Old *`.
    #[serde(default)]
    requests: Vec<String>,
    /// Why, for whoever reads the file.
    #[serde(default)]
    #[expect(dead_code, reason = "it is for people")]
    reason: Option<String>,
}

/// The id of a rule that there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct RuleName(RuleId);

impl<'de> Deserialize<'de> for RuleName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = Cow::<'_, str>::deserialize(deserializer)?;
        let unknown = || serde::de::Error::custom(format!("there is no rule `{id}`"));
        rules::named(&id).map(|rule| Self(rule.id)).ok_or_else(unknown)
    }
}

impl JsonSchema for RuleName {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "RuleName".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words = rules::ALL.iter().map(|rule| {
            serde_json::json!({"type": "string", "const": rule.id.as_str(), "description": rule.summary})
        });
        json_schema!({"oneOf": words.collect::<Vec<_>>()})
    }
}

impl JsonSchema for Levels {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Levels".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let levels = rules::ALL.iter().map(|rule| {
            let mut level = Level::json_schema(generator).to_value();
            level["description"] = rule.summary.into();
            (rule.id.as_str().to_owned(), level)
        });
        let properties: Map<String, Value> = levels.collect();
        json_schema!({"type": "object", "properties": properties, "additionalProperties": false})
    }
}

impl SettingsFile {
    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// All mistakes in it, each with its place and the nearest valid word.
    pub fn parse(file: &Path, text: &str) -> Result<Self, Mistakes> {
        let parsed: Result<Self, Vec<Mistake>> = toml_file::parse(file, text);
        parsed.map_err(|mistakes| {
            Mistakes::from_list("the settings", mistakes).expect("what was refused has a mistake")
        })
    }

    /// The JSON schema (draft 07) of the file.
    pub fn schema() -> Value {
        toml_file::schema_of::<Self>()
    }

    /// The levels that the file sets, by rule.
    pub fn levels(&self) -> impl Iterator<Item = (RuleId, Level)> {
        self.rules.0.iter().map(|(name, level)| (name.0, *level))
    }

    /// The part of it that judges findings.
    ///
    /// # Errors
    ///
    /// When a pattern is none.
    pub fn settings(&self) -> Result<Settings, globset::Error> {
        let ignores = self.ignore.iter().map(IgnoreEntry::read).collect::<Result<_, _>>()?;
        Ok(Settings::new(self.levels().collect(), ignores))
    }
}

impl IgnoreEntry {
    fn read(&self) -> Result<Ignore, globset::Error> {
        let patterns = |texts: &[String]| -> Result<Vec<_>, _> {
            texts.iter().map(|text| Ignore::pattern(text)).collect()
        };
        Ok(Ignore {
            rules: self.rules.iter().map(|name| name.0).collect(),
            paths: patterns(&self.paths)?,
            requests: patterns(&self.requests)?,
        })
    }

    /// What it leaves out, in words.
    pub fn in_words(&self) -> String {
        let list = |words: &[String], all: &str| {
            if words.is_empty() { all.to_owned() } else { words.join(", ") }
        };
        let rules: Vec<_> = self.rules.iter().map(|name| name.0.to_string()).collect();
        format!(
            "{} in {} about {}",
            list(&rules, "all rules"),
            list(&self.paths, "all files"),
            list(&self.requests, "all requests")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistake(text: &str) -> String {
        let mistakes = SettingsFile::parse(Path::new("countersign.toml"), text);
        mistakes.expect_err("it has a mistake").as_slice()[0].to_string()
    }

    #[test]
    fn reads_all_there_is() {
        let text = "fail-on = \"warning\"\napi = \"kraken-spot\"\nenvironment = \"e.json\"\n\
                    [rules]\nduplicate-key = \"error\"\nschema = \"off\"\n\
                    [[ignore]]\nrules = [\"schema\"]\npaths = [\"a/**\"]\nreason = \"old\"\n";
        let file = SettingsFile::parse(Path::new("countersign.toml"), text).expect("it is sound");
        assert_eq!(file.fail_on, Some(FailOn::Warning));
        let levels: Vec<_> =
            file.levels().map(|(id, level)| (id.as_str(), level.as_str())).collect();
        assert_eq!(levels, [("duplicate-key", "error"), ("schema", "off")]);
        assert_eq!(file.ignore[0].in_words(), "schema in a/** about all requests");
        assert!(file.settings().is_ok());
    }

    #[test]
    fn mistakes_name_the_place_and_the_nearest_word() {
        let said = mistake("fail_on = \"error\"\n");
        assert!(said.starts_with("countersign.toml:1:1: unknown key `fail_on`"), "{said}");
        assert!(said.contains("did you mean `fail-on`?"), "{said}");
        let said = mistake("[rules]\nduplicat-key = \"error\"\n");
        assert!(said.starts_with("countersign.toml:2:1: unknown key `duplicat-key`"), "{said}");
        assert!(said.contains("did you mean `duplicate-key`?"), "{said}");
        let said = mistake("[rules]\nschema = \"warn\"\n");
        assert!(
            said.contains("found `warn`, expected `off`, `note`, `warning` or `error`"),
            "{said}"
        );
        let said = mistake("[[ignore]]\nrules = [\"signature-mismtch\"]\n");
        assert!(said.starts_with("countersign.toml:2:10: found `signature-mismtch`"), "{said}");
        assert!(said.contains("did you mean `signature-mismatch`?"), "{said}");
    }

    #[test]
    fn a_pattern_that_is_none_is_an_error() {
        let text = "[[ignore]]\npaths = [\"a[\"]\n";
        let file = SettingsFile::parse(Path::new("countersign.toml"), text).expect("it is TOML");
        assert!(file.settings().is_err());
    }
}
