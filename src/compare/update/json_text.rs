//! Members in comments, put into a JSON body without changing what is sent.

use crate::text::json::Object;

/// What a line of a body that is written anew is indented by.
const INDENT: &str = "    ";

/// The text with members in comments, each given as lines without a comma at its end. They stand
/// before the last member that is on, whose line needs no comma whatever is switched on.
pub(super) fn with_commented(text: &str, body: &Object, members: &[Vec<String>]) -> String {
    let last_on = body.members.iter().rev().find(|member| member.is_on);
    let Some(offset) = last_on.map(|member| member.key_range.start) else {
        return at_start(text, body, members);
    };
    let (before, after) = text.split_at(offset);
    let line_start = before.rfind('\n').map_or(0, |feed| feed + 1);
    let (earlier, indent) = before.split_at(line_start);
    if line_start > 0 && indent.trim().is_empty() {
        let end = if earlier.ends_with("\r\n") { "\r\n" } else { "\n" };
        let lines: Vec<_> = members.iter().flat_map(|member| commented(member, true)).collect();
        let separator = format!("{end}{indent}");
        return format!("{earlier}{indent}{}{separator}{after}", lines.join(&separator));
    }
    let blocks = members.iter().map(|member| format!("/* {}, */ ", one_line(member)));
    format!("{before}{}{after}", blocks.collect::<String>())
}

/// The same for an object in which nothing is on.
fn at_start(text: &str, body: &Object, members: &[Vec<String>]) -> String {
    let (before, after) = text.split_at(body.start);
    let is_last = |index: usize| body.members.is_empty() && index + 1 == members.len();
    let members = members.iter().enumerate();
    let lines = members.flat_map(|(index, member)| commented(member, !is_last(index)));
    let separator = format!("\n{INDENT}");
    let lines = lines.collect::<Vec<_>>().join(&separator);
    let feed = if after.starts_with(['\n', '\r']) { "" } else { "\n" };
    format!("{before}{separator}{lines}{feed}{after}")
}

/// The lines of a member, each behind `//`.
fn commented(member: &[String], has_comma: bool) -> Vec<String> {
    let last = member.len().saturating_sub(1);
    let line = |(index, line): (usize, &String)| {
        let comma = if has_comma && index == last { "," } else { "" };
        format!("// {line}{comma}")
    };
    member.iter().enumerate().map(line).collect()
}

/// A member on one line, without comments of its own and without what would end a comment.
fn one_line(member: &[String]) -> String {
    let lines = member.iter().map(|line| line.trim()).filter(|line| !line.starts_with("//"));
    lines.collect::<Vec<_>>().join(" ").replace("*/", "*\\/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str, members: &[&[&str]]) -> String {
        let body = Object::read(text).unwrap();
        let lines = |member: &&[&str]| member.iter().map(|line| (*line).to_owned()).collect();
        let edited = with_commented(text, &body, &members.iter().map(lines).collect::<Vec<_>>());
        let off = Object::read(&edited).unwrap().members;
        let off: Vec<_> = off.into_iter().filter(|member| !member.is_on).collect();
        assert!(off.len() >= members.len(), "{edited}");
        edited
    }

    #[test]
    fn members_stand_on_lines_of_their_own() {
        let text = "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}";
        let expected = "{\r\n  \"a\": 1,\r\n  // \"c\": [\r\n  //     1\r\n  // ],\r\n  // \"d\": 3,\r\n  \"b\": 2\r\n}";
        assert_eq!(with(text, &[&["\"c\": [", "    1", "]"], &["\"d\": 3"]]), expected);
    }

    #[test]
    fn a_body_on_one_line_stays_on_one_line() {
        let text = "{\"a\": 1, \"b\": {\"x\": 2}}";
        let expected = "{\"a\": 1, /* \"c\": [ 1 ], */ \"b\": {\"x\": 2}}";
        assert_eq!(with(text, &[&["\"c\": [", "    1", "]"]]), expected);
    }

    #[test]
    fn an_object_without_members_gets_lines() {
        assert_eq!(
            with("{}", &[&["\"a\": 1"], &["\"b\": 2"]]),
            "{\n    // \"a\": 1,\n    // \"b\": 2\n}"
        );
        let text = "{\n    // \"x\": 1\n}";
        assert_eq!(with(text, &[&["\"a\": 1"]]), "{\n    // \"a\": 1,\n    // \"x\": 1\n}");
    }
}
