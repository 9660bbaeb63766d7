//! A page for people: what goes out, what was signed, where values came from.

use std::io::{self, Write};

use crate::causes::Explanation;
use crate::countersign::{Countersigned, Status};
use crate::findings::Compared;
use crate::inspect::{InspectedRequest, Inspection};
use crate::report::compared::OneAboveTheOther;
use crate::validate::{Body, Sent};
use crate::variables::{Origin, VariableUse};

/// Where the second column begins.
const COLUMN: usize = 14;
/// How many columns of two texts that are compared are shown.
const WIDTH: usize = 100;

/// Writes the page.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn write(inspection: &Inspection, out: &mut impl Write) -> io::Result<()> {
    for request in &inspection.requests {
        write_request(request, out)?;
        writeln!(out)?;
    }
    summary(inspection, out)
}

fn write_request(request: &InspectedRequest, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", heading(request))?;
    match &request.sent {
        Ok(sent) => write_sent(sent, out)?,
        Err(reason) => {
            let (method, url) = &request.written;
            writeln!(out, "  {method} {url}\n  not sent: {reason}")?;
        }
    }
    if let Some(failure) = &request.failure {
        let line = failure.line.map(|line| format!(" in line {line}")).unwrap_or_default();
        writeln!(out, "\n  script failed{line}: {}", failure.message)?;
        writeln!(out, "    at {}", failure.pointer)?;
        writeln!(
            out,
            "    Postman's app would not send the request; Newman does, and ends with 1"
        )?;
    }
    if let Some(signature) = &request.signature {
        write_signature(signature, out)?;
    }
    write_variables(&request.variables, out)?;
    let console = request.console.iter().map(|line| (line.level, line.text.as_str()));
    section("console", console, out)?;
    section("notes", request.warnings.iter().map(|it| ("warning", it.as_str())), out)
}

fn heading(request: &InspectedRequest) -> String {
    match request.iteration {
        0 => format!("{}  {}", request.path(), request.pointer),
        more => format!("{}  {}  iteration {}", request.path(), request.pointer, more + 1),
    }
}

fn write_sent(sent: &Sent, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "  {} {}", sent.method, sent.url)?;
    for (name, value) in &sent.headers {
        writeln!(out, "  {name}: {value}")?;
    }
    match &sent.body {
        Body::None => Ok(()),
        Body::Text(text) => {
            writeln!(out)?;
            text.lines().try_for_each(|line| writeln!(out, "  {line}"))
        }
        Body::Bytes(bytes) => writeln!(out, "\n  {} bytes that are no text", bytes.len()),
    }
}

fn write_signature(signature: &Countersigned, out: &mut impl Write) -> io::Result<()> {
    let what = match (signature.status, &signature.endpoint) {
        (Status::NotApplicable, Some(endpoint)) => format!("none needed, {endpoint} is public"),
        (Status::NotApplicable, None) => "none needed".to_owned(),
        (Status::Verified, _) => "verified: signed again, and equal".to_owned(),
        (Status::Mismatched, _) => "MISMATCHED: signed again, and different".to_owned(),
        (Status::Unsigned, _) => "UNSIGNED: the request carries no signature".to_owned(),
    };
    writeln!(out, "\n  signature  {what}")?;
    if signature.status == Status::NotApplicable {
        return Ok(());
    }
    let endpoint = signature.endpoint.as_deref().unwrap_or("an endpoint that it does not know");
    row("rule", &format!("{} of {} for {endpoint}", signature.recipe, signature.api), out)?;
    for step in &signature.steps {
        row(&step.name, &step.value, out)?;
    }
    if signature.status != Status::Verified {
        row("expected", signature.expected.as_deref().unwrap_or("unknown"), out)?;
        row("found", signature.found.as_deref().unwrap_or("none"), out)?;
    }
    if let Some(explanation) = &signature.explanation {
        write_explanation(explanation, out)?;
    }
    signature.note.iter().try_for_each(|note| row("note", note, out))
}

/// The mistake, and the two texts one above the other with a mark under their first difference.
fn write_explanation(explanation: &Explanation, out: &mut impl Write) -> io::Result<()> {
    writeln!(out)?;
    row("cause", &format!("{}: {}", explanation.cause.id(), explanation.detail), out)?;
    if let Some(Compared { signed, sent, differs_at }) = Compared::of(explanation) {
        let rows = OneAboveTheOther::of(&signed, &sent, differs_at, WIDTH);
        row("signed", &format!("{}{}", rows.common, rows.first), out)?;
        row("sent", &format!("{}{}", rows.common, rows.second), out)?;
        row("", &format!("{:1$}^ here they part", "", rows.column()), out)?;
    }
    row("help", explanation.cause.help(), out)
}

fn write_variables(variables: &[VariableUse], out: &mut impl Write) -> io::Result<()> {
    let rows = variables.iter().map(|used| {
        let place = used.place.word();
        let told = match used.origin {
            Origin::Unresolved => format!("not set anywhere, so the {place} has it as written"),
            Origin::Dynamic => format!("drawn anew, in the {place}"),
            origin if used.remains => format!("{}, refers to itself in the {place}", origin.word()),
            origin => format!("{}, in the {place}", origin.word()),
        };
        (used.name.as_str(), told)
    });
    let rows: Vec<_> = rows.collect();
    section("variables", rows.iter().map(|(name, told)| (*name, told.as_str())), out)
}

fn section<'a>(
    title: &str,
    rows: impl Iterator<Item = (&'a str, &'a str)>,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut rows = rows.peekable();
    if rows.peek().is_some() {
        writeln!(out, "\n  {title}")?;
    }
    rows.try_for_each(|(name, value)| row(name, value, out))
}

/// A name and a value; further lines of the value stand under its first.
fn row(name: &str, value: &str, out: &mut impl Write) -> io::Result<()> {
    let mut lines = value.lines();
    writeln!(out, "    {name:COLUMN$} {}", lines.next().unwrap_or_default())?;
    lines.try_for_each(|line| writeln!(out, "    {:COLUMN$} {line}", ""))
}

fn summary(inspection: &Inspection, out: &mut impl Write) -> io::Result<()> {
    let count = inspection.requests.len();
    let sent = inspection.requests.iter().filter(|request| request.sent.is_ok()).count();
    let with = |status| {
        let signatures = inspection.requests.iter().filter_map(|it| it.signature.as_ref());
        signatures.filter(|signature| signature.status == status).count()
    };
    let failed = inspection.requests.iter().filter(|request| request.failure.is_some()).count();
    let noun = if count == 1 { "request" } else { "requests" };
    write!(out, "{count} {noun}, {sent} would be sent, nothing was; ")?;
    write!(out, "signatures: {} verified, ", with(Status::Verified))?;
    write!(out, "{} mismatched, {} unsigned", with(Status::Mismatched), with(Status::Unsigned))?;
    match failed {
        0 => writeln!(out)?,
        1 => writeln!(out, "; 1 script failed")?,
        failed => writeln!(out, "; {failed} scripts failed")?,
    }
    if !inspection.test_values.is_empty() {
        let names = inspection.test_values.join(" and ");
        let are =
            if inspection.test_values.len() == 1 { "is a test value" } else { "are test values" };
        writeln!(out, "{names} {are}; name your own with --environment FILE")?;
    }
    Ok(())
}
