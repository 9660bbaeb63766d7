//! Words, sentences and placeholder text.

use super::Draw;
use super::draw::{capitalised, pick, several};
use crate::world::World;

pub(super) const NOUNS: [&str; 16] = [
    "alarm",
    "array",
    "bandwidth",
    "bus",
    "card",
    "circuit",
    "driver",
    "feed",
    "hard drive",
    "interface",
    "matrix",
    "monitor",
    "port",
    "program",
    "protocol",
    "sensor",
];
const ADJECTIVES: [&str; 10] = [
    "auxiliary",
    "back-end",
    "digital",
    "haptic",
    "mobile",
    "online",
    "optical",
    "primary",
    "virtual",
    "wireless",
];
const VERBS: [&str; 10] = [
    "back up",
    "bypass",
    "calculate",
    "compress",
    "connect",
    "copy",
    "index",
    "parse",
    "quantify",
    "reboot",
];
const ING_VERBS: [&str; 10] = [
    "backing up",
    "bypassing",
    "calculating",
    "compressing",
    "connecting",
    "copying",
    "indexing",
    "parsing",
    "quantifying",
    "rebooting",
];
const ABBREVIATIONS: [&str; 10] =
    ["CSS", "GB", "HTTP", "JSON", "PCI", "RAM", "SAS", "SMTP", "SQL", "TCP"];
const LATIN: [&str; 24] = [
    "ad", "alias", "amet", "autem", "cum", "dicta", "dolor", "enim", "est", "et", "ex", "fuga",
    "hic", "in", "ipsum", "labore", "modi", "nemo", "odit", "quia", "sint", "ut", "velit",
    "voluptas",
];

pub(super) const VARIABLES: &[(&str, Draw)] = &[
    ("$randomAbbreviation", |world| pick(world, &ABBREVIATIONS)),
    ("$randomAdjective", |world| pick(world, &ADJECTIVES)),
    ("$randomNoun", |world| pick(world, &NOUNS)),
    ("$randomVerb", |world| pick(world, &VERBS)),
    ("$randomIngverb", |world| pick(world, &ING_VERBS)),
    ("$randomWords", |world| several(world, &NOUNS, (2, 5), " ")),
    ("$randomPhrase", |world| {
        let (ing, noun) = (capitalised(&pick(world, &ING_VERBS)), pick(world, &NOUNS));
        let (verb, adjective) = (pick(world, &VERBS), pick(world, &ADJECTIVES));
        format!("{ing} the {noun} is not enough, we need to {verb} the {adjective} one!")
    }),
    ("$randomLoremWord", |world| pick(world, &LATIN)),
    ("$randomLoremWords", |world| several(world, &LATIN, (3, 3), " ")),
    ("$randomLoremSlug", |world| several(world, &LATIN, (3, 3), "-")),
    ("$randomLoremSentence", sentence),
    ("$randomLoremSentences", |world| sentences(world, (2, 6), " ")),
    ("$randomLoremParagraph", |world| sentences(world, (3, 6), " ")),
    ("$randomLoremParagraphs", |world| {
        [(); 3].map(|()| sentences(world, (3, 6), " ")).join("\n \r")
    }),
    ("$randomLoremText", |world| sentences(world, (1, 6), " ")),
    ("$randomLoremLines", |world| sentences(world, (1, 5), "\n")),
];

fn sentence(world: &mut World) -> String {
    capitalised(&several(world, &LATIN, (3, 10), " ")) + "."
}

fn sentences(world: &mut World, (low, high): (u64, u64), separator: &str) -> String {
    let count = world.random.between(low, high);
    let all: Vec<String> = (0..count).map(|_| sentence(world)).collect();
    all.join(separator)
}
