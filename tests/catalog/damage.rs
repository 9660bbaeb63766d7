//! Damaged files: whatever happens to a catalogue, reading it ends in an API or in places.

use std::fs;

use countersign::catalog::{Catalog, CatalogError};
use proptest::prelude::*;

use super::shop::Shop;

/// Pieces that mean something in TOML or to the catalogue, and some that never do.
const PIECES: [&str; 20] = [
    "",
    " ",
    "\n",
    "\"",
    "'",
    "'''",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "=",
    ",",
    ".",
    "true",
    "-1",
    "2026-11-22",
    "nan",
    "type = \"array\"",
    "é\u{1f600}",
];

fn damaged(text: &str, cuts: &[(prop::sample::Index, usize, usize)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (at, length, piece) in cuts {
        let start = at.index(letters.len() + 1);
        let end = (start + length).min(letters.len());
        letters.splice(start..end, PIECES[*piece].chars());
    }
    letters.into_iter().collect()
}

/// Reads a catalogue of which one file is damaged, and looks at every place that is named.
fn read(file: &str, cuts: &[(prop::sample::Index, usize, usize)]) -> Result<(), TestCaseError> {
    let shop = Shop::new();
    let text = damaged(&fs::read_to_string(shop.path(file)).expect("a file"), cuts);
    shop.write(file, &text);
    let mistakes = match Catalog::from_dir(shop.folder()) {
        Ok(catalog) => {
            prop_assert_eq!(catalog.names().len(), 1);
            return Ok(());
        }
        Err(CatalogError::Mistakes(mistakes)) => mistakes,
        Err(other) => return Err(TestCaseError::fail(other.to_string())),
    };
    prop_assert!(!mistakes.as_slice().is_empty());
    for mistake in mistakes.as_slice() {
        let text = fs::read_to_string(&mistake.file).expect("the file that is named");
        let line = text.split('\n').nth(mistake.line - 1);
        prop_assert!(
            line.is_some_and(|line| mistake.column <= line.chars().count() + 1),
            "{mistake}"
        );
        prop_assert!(!mistake.message.contains('\n'), "{mistake}");
    }
    Ok(())
}

fn cuts() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, usize)>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0..12_usize, 0..PIECES.len()), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_api_file(cuts in cuts()) {
        read("api.toml", &cuts)?;
    }

    #[test]
    fn damaged_endpoint_file(cuts in cuts()) {
        read("endpoints/orders.toml", &cuts)?;
    }
}
