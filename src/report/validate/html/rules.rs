//! The pages of the rules that found something.

use std::collections::BTreeMap;

use minijinja::{Value, context};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};

use crate::report::count;
use crate::validate::Outcome;
use crate::validate::rules::named;

/// Each rule with findings, by id.
pub(super) fn values(outcome: &Outcome) -> Vec<Value> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in outcome.files.iter().flat_map(|file| &file.diagnostics) {
        *counts.entry(found.rule.as_str()).or_default() += 1;
    }
    let rules = counts.into_iter().map(|(id, findings)| {
        let rule = named(id);
        context! {
            id,
            found => count(findings, "finding"),
            summary => rule.map(|rule| rule.summary),
            page => rule.map(|rule| Value::from_safe_string(rendered(rule.page))),
        }
    });
    rules.collect()
}

/// A page as HTML, its headings below those of the report; HTML in it stays text.
fn rendered(page: &str) -> String {
    let events = Parser::new(page).flat_map(|event| [label(&event), Some(below_the_report(event))]);
    let mut written = String::new();
    html::push_html(&mut written, events.flatten());
    written
}

/// What stands above an example: whether it is bad or good.
fn label<'a>(event: &Event<'_>) -> Option<Event<'a>> {
    let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = event else { return None };
    let kind = if info.ends_with(" bad") {
        "Bad"
    } else if info.ends_with(" good") {
        "Good"
    } else {
        return None;
    };
    Some(Event::Html(format!("<p class=\"example\">{kind}</p>\n").into()))
}

fn below_the_report(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: below(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(CowStr::from(text.to_string())),
        other => other,
    }
}

fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        _ => HeadingLevel::H5,
    }
}

#[cfg(test)]
mod tests {
    use super::rendered;

    #[test]
    fn examples_say_what_they_are() {
        let written = rendered("```js bad\nx\n```\n\n```js good\ny\n```\n");
        assert_eq!(
            written,
            "<p class=\"example\">Bad</p>\n<pre><code class=\"language-js\">x\n</code></pre>\n\
             <p class=\"example\">Good</p>\n<pre><code class=\"language-js\">y\n</code></pre>\n"
        );
    }

    #[test]
    fn a_page_holds_no_html_of_its_own() {
        let page = "# A <b>\n\n<script>x</script>\n\n`<i>`\n";
        let written = rendered(page);
        assert!(written.starts_with("<h3>A &lt;b&gt;</h3>"), "{written}");
        assert!(!written.contains("<script") && !written.contains("<i>"), "{written}");
    }
}
