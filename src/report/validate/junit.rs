//! `JUnit` XML: a suite a file, a case a request, and one for what belongs to no request.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::message;
use super::placed::{Placed, placed};
use crate::validate::{FileOutcome, Outcome, RequestOutcome};

/// The case of findings that belong to no request.
const WHOLE_FILE: &str = "the file itself";

/// Writes an outcome as a test report. Findings that count as a failure fail their case; others are in
/// its output.
///
/// # Errors
///
/// When the writer fails.
pub(super) fn write(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    let mut report = Report::new("countersign");
    report.add_test_suites(outcome.files.iter().map(suite));
    report.serialize(&mut *to).map_err(io::Error::other)?;
    writeln!(to)
}

fn suite(file: &FileOutcome) -> TestSuite {
    let mut suite = TestSuite::new(file.path.as_str());
    let found = placed(file);
    let mut left: Vec<&Placed<'_>> = found.iter().collect();
    let cases: Vec<_> = file
        .requests
        .iter()
        .map(|request| {
            let (own, others) = left.iter().partition(|found| belongs_to(found, request));
            left = others;
            case(file, &name(request), own)
        })
        .collect();
    suite.add_test_case(case(file, WHOLE_FILE, left));
    suite.add_test_cases(cases);
    suite
}

fn name(request: &RequestOutcome) -> String {
    let mut names = request.folders.clone();
    names.push(request.name.clone());
    names.join(" / ")
}

fn belongs_to(found: &Placed<'_>, request: &RequestOutcome) -> bool {
    let place = found.diagnostic.primary.pointer.as_str();
    let rest = place.strip_prefix(request.pointer.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn case(file: &FileOutcome, name: &str, found: Vec<&Placed<'_>>) -> TestCase {
    let (failures, remarks): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|found| file.fail_on.counts(found.diagnostic.severity));
    let mut status = TestCaseStatus::success();
    if let Some(first) = failures.first() {
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(first.diagnostic.message.as_str());
        status.set_type(first.diagnostic.rule.as_str());
        status.set_description(in_words(file, &failures));
    }
    let mut case = TestCase::new(name, status);
    case.set_classname(file.collection.as_deref().unwrap_or(&file.path));
    if !remarks.is_empty() {
        case.set_system_out(in_words(file, &remarks));
    }
    case
}

fn in_words(file: &FileOutcome, found: &[&Placed<'_>]) -> String {
    let told = found.iter().map(|found| {
        let (diagnostic, start) = (found.diagnostic, found.lines.start);
        let place = format!("{}:{}:{}", file.path, start.line, start.column);
        let (severity, rule) = (diagnostic.severity, diagnostic.rule);
        format!("{place}: {severity}[{rule}]: {}", message::whole(diagnostic))
    });
    told.collect::<Vec<_>>().join("\n\n")
}
