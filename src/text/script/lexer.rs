//! Cutting a script into pieces.

use super::{Kind, Token};

/// The pieces of a script in order. What cannot be read as JavaScript still comes in pieces.
pub(crate) fn tokens(script: &str) -> Vec<Token<'_>> {
    Lexer::new(script, is_in_word).cut(Lexer::step)
}

/// The same with comments, texts and regular expressions cut into words and marks as if they were
/// code, so that no quote or slash can hide what stands behind it.
pub(crate) fn pieces(script: &str) -> Vec<Token<'_>> {
    Lexer::new(script, is_name).cut(Lexer::plain_step)
}

struct Lexer<'s> {
    script: &'s str,
    at: usize,
    tokens: Vec<Token<'s>>,
    /// For each template that is open, how many braces are open within its `${`.
    templates: Vec<usize>,
    is_in_word: fn(char) -> bool,
}

impl<'s> Lexer<'s> {
    fn new(script: &'s str, is_in_word: fn(char) -> bool) -> Self {
        Self { script, at: 0, tokens: Vec::new(), templates: Vec::new(), is_in_word }
    }

    fn cut(mut self, step: fn(&mut Self)) -> Vec<Token<'s>> {
        while self.at < self.script.len() {
            step(&mut self);
        }
        self.tokens
    }

    fn rest(&self) -> &'s str {
        self.script.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return };
        match first {
            '/' if rest.starts_with("//") => self.skip_to("\n"),
            '/' if rest.starts_with("/*") => self.skip_to("*/"),
            '"' | '\'' => self.push(Kind::Text, text_end(rest, first)),
            '`' => self.template(),
            '/' if self.may_be_pattern() => self.push(Kind::Pattern, pattern_end(rest)),
            '{' | '}' => self.brace(first),
            _ => self.plain_step(),
        }
    }

    /// White space, a word, a number or a mark.
    fn plain_step(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return };
        match first {
            _ if first.is_ascii_whitespace() => self.at += blanks(rest),
            _ if first.is_whitespace() => self.at += first.len_utf8(),
            '0'..='9' => self.push(Kind::Number, word_end(rest, self.is_in_word)),
            _ if (self.is_in_word)(first) => {
                self.push(Kind::Word, word_end(rest, self.is_in_word));
            }
            _ => self.push(Kind::Mark, mark_end(rest, first)),
        }
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let end = self.at + length;
        let text = self.script.get(self.at..end).unwrap_or_default();
        self.tokens.push(Token { kind, text, start: self.at });
        self.at = end;
    }

    /// Goes on behind `end`, or to the end of the script.
    fn skip_to(&mut self, end: &str) {
        let rest = self.rest();
        // The two characters that begin a comment are no end of it.
        let length = rest.get(2..).and_then(|rest| rest.find(end)).map(|at| at + 2 + end.len());
        self.at += length.unwrap_or(rest.len());
    }

    /// A piece of a template: up to its end, or to the next `${`.
    fn template(&mut self) {
        let (length, is_open) = template_end(self.rest());
        self.push(Kind::Template, length);
        if is_open {
            self.templates.push(0);
        }
    }

    /// A brace, which may end the `${…}` of a template.
    fn brace(&mut self, brace: char) {
        match (brace, self.templates.last_mut()) {
            ('}', Some(0)) => {
                self.templates.pop();
                self.template();
                return;
            }
            ('}', Some(open)) => *open -= 1,
            (_, Some(open)) => *open += 1,
            _ => {}
        }
        self.push(Kind::Mark, 1);
    }

    /// Whether a slash begins a regular expression: where a value is expected, it does not divide.
    fn may_be_pattern(&self) -> bool {
        let Some(before) = self.tokens.last() else { return true };
        match before.kind {
            Kind::Word => matches!(
                before.text,
                "return"
                    | "typeof"
                    | "case"
                    | "in"
                    | "of"
                    | "delete"
                    | "void"
                    | "throw"
                    | "new"
                    | "do"
                    | "else"
                    | "await"
                    | "yield"
            ),
            Kind::Mark => !matches!(before.text, ")" | "]" | "}"),
            Kind::Number | Kind::Text | Kind::Template | Kind::Pattern => false,
        }
    }
}

/// Whether a character can be part of a name.
pub(crate) fn is_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

/// Names of private members and decorators begin with a sign that counts as part of the word.
fn is_in_word(character: char) -> bool {
    is_name(character) || matches!(character, '#' | '@')
}

/// How many bytes of white space a text begins with, as far as it is ASCII.
fn blanks(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_whitespace).count()
}

fn word_end(text: &str, is_in_word: fn(char) -> bool) -> usize {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
    let plain = text.bytes().take_while(is_plain).count();
    let rest = text.get(plain..).unwrap_or_default();
    plain + rest.find(|character| !is_in_word(character)).unwrap_or(rest.len())
}

fn mark_end(text: &str, first: char) -> usize {
    let longer = ["...", "=>", "?."];
    let longer = longer.iter().find(|mark| text.starts_with(**mark));
    longer.map_or(first.len_utf8(), |mark| mark.len())
}

/// The end of a text; a line's end ends it too, unless a backslash stands before it.
fn text_end(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    // All that matters is ASCII, which no byte of another character is.
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'\n' => return at,
            _ if char::from(byte) == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The end of a piece of a template, and whether a `${` follows.
fn template_end(text: &str) -> (usize, bool) {
    let mut is_escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '`' => return (at + 1, false),
            '$' if text.get(at..).is_some_and(|rest| rest.starts_with("${")) => {
                return (at + 2, true);
            }
            _ => {}
        }
    }
    (text.len(), false)
}

/// The end of a regular expression with its flags.
fn pattern_end(text: &str) -> usize {
    let (mut is_escaped, mut in_class) = (false, false);
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '\n' => return at,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => {
                let flags = text.get(at + 1..).unwrap_or_default();
                return at + 1 + word_end(flags, is_in_word);
            }
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(script: &str) -> String {
        let tokens = tokens(script);
        tokens.iter().map(|token| token.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_and_blanks_are_left_out() {
        assert_eq!(shown("a // b\n/* c */ d/* e"), "a d");
        assert_eq!(shown("/*/ a */ b"), "b");
    }

    #[test]
    fn pieces_hide_nothing_behind_quotes_and_slashes() {
        let shown =
            |script| pieces(script).iter().map(|piece| piece.text).collect::<Vec<_>>().join(" ");
        assert_eq!(shown("'a' /* b */ `${c}` // d"), "' a ' / * b * / ` $ { c } ` / / d");
        assert_eq!(
            shown("if (a) /'/.test(b); c?.d = {...e}"),
            "if ( a ) / ' / . test ( b ) ; c ?. d = { ... e }"
        );
    }

    #[test]
    fn texts_patterns_and_templates_are_whole() {
        assert_eq!(shown(r#"f("a\"//b", 'c')"#), r#"f ( "a\"//b" , 'c' )"#);
        assert_eq!(shown("x = a / b / c"), "x = a / b / c");
        assert_eq!(shown("x.replace(/[/\"]\\//g, '')"), "x . replace ( /[/\"]\\//g , '' )");
        assert_eq!(shown("`a${b({c: `d`})}e` + f"), "`a${ b ( { c : `d` } ) }e` + f");
        assert_eq!(shown("a?.b => ...c"), "a ?. b => ... c");
    }

    #[test]
    fn literals_are_read() {
        let literal = |script| tokens(script)[0].literal().map(std::borrow::Cow::into_owned);
        assert_eq!(literal(r#""a\n\x41\u00e9\q""#).as_deref(), Some("a\nAéq"));
        assert_eq!(literal("`a`").as_deref(), Some("a"));
        assert_eq!(literal("`a${b}`"), None);
        assert_eq!(literal("a"), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_in_pieces(script in "[a-z0-9 \\n\"'`${}/\\\\*é.\\[\\]]{0,60}") {
            for cut in [tokens, pieces] {
                let mut end = 0;
                for token in cut(&script) {
                    prop_assert!(token.start >= end && !token.text.is_empty());
                    prop_assert_eq!(script.get(token.range()), Some(token.text));
                    end = token.range().end;
                }
            }
        }
    }
}
