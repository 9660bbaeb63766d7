//! Commands for curl that send the same request.

use std::io::{self, Write};

use crate::inspect::{InspectedRequest, Inspection};
use crate::validate::{Body, Sent};

/// Headers that curl makes itself, or that belong to one connection.
const CURLS_OWN: [&str; 4] = ["host", "connection", "content-length", "accept-encoding"];

/// Writes a command a request.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn write(inspection: &Inspection, out: &mut impl Write) -> io::Result<()> {
    for (index, request) in inspection.requests.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        write_request(request, out)?;
    }
    Ok(())
}

fn write_request(request: &InspectedRequest, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# {}", one_line(&request.path()))?;
    match &request.sent {
        Ok(sent) => write_command(sent, out),
        Err(reason) => writeln!(out, "# not sent: {}", one_line(reason)),
    }
}

fn write_command(sent: &Sent, out: &mut impl Write) -> io::Result<()> {
    // Without these two curl would change the path and take brackets for its own.
    write!(out, "curl --path-as-is --globoff --request {} {}", sent.method, quoted(&sent.url))?;
    for (name, value) in &sent.headers {
        if !CURLS_OWN.contains(&name.to_lowercase().as_str()) {
            // A header without a value needs a semicolon in place of the colon.
            let line =
                if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
            write!(out, " \\\n  --header {}", quoted(&line))?;
        }
    }
    match &sent.body {
        Body::None => writeln!(out),
        Body::Text(text) => writeln!(out, " \\\n  --data-raw {}", quoted(text)),
        Body::Bytes(bytes) => {
            writeln!(
                out,
                " \\\n  --data-binary @body.bin  # {} bytes that are no text",
                bytes.len()
            )
        }
    }
}

/// Text in single quotes, as a shell takes it literally.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
