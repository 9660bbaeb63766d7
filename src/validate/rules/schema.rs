#![doc = include_str!("schema.md")]

use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::validate::schema;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("schema"),
    severity: Severity::Error,
    summary: "a place where the file breaks the format Collection v2.1",
    page: include_str!("schema.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.extend(schema::check(context.file, context.root()));
}
