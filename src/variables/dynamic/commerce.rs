//! Companies, products, money and databases.

use super::Draw;
use super::draw::{DIGITS, LETTERS_AND_DIGITS, UPPER, capitalised, decimal, digits, pick};
use super::people::LAST_NAMES;
use crate::world::World;

const DEPARTMENTS: [&str; 10] = [
    "Baby",
    "Books",
    "Electronics",
    "Garden",
    "Grocery",
    "Health",
    "Music",
    "Sports",
    "Tools",
    "Toys",
];
pub(super) const COLOURS: [&str; 12] = [
    "amber", "black", "blue", "coral", "green", "indigo", "lime", "olive", "orange", "plum",
    "silver", "teal",
];
const PRODUCT_ADJECTIVES: [&str; 10] = [
    "Awesome",
    "Compact",
    "Fine",
    "Handmade",
    "Light",
    "Modern",
    "Practical",
    "Refined",
    "Sturdy",
    "Tasty",
];
const MATERIALS: [&str; 9] =
    ["Bamboo", "Concrete", "Cotton", "Glass", "Leather", "Metal", "Plastic", "Steel", "Wooden"];
const PRODUCTS: [&str; 12] = [
    "Bottle", "Chair", "Cheese", "Desk", "Hat", "Keyboard", "Lamp", "Mug", "Pen", "Shirt", "Shoes",
    "Table",
];
const COMPANY_SUFFIXES: [&str; 5] = ["Inc", "LLC", "Group", "and Sons", "Ltd"];
const PHRASE_ADJECTIVES: [&str; 8] =
    ["Adaptive", "Balanced", "Focused", "Managed", "Open", "Optional", "Profound", "Streamlined"];
const PHRASE_DESCRIPTORS: [&str; 8] = [
    "analysing",
    "bottom-line",
    "client-driven",
    "local",
    "modular",
    "secondary",
    "systematic",
    "tangible",
];
const PHRASE_NOUNS: [&str; 8] = [
    "ability",
    "adapter",
    "budget",
    "framework",
    "implementation",
    "matrix",
    "protocol",
    "workforce",
];
const SPEAK_VERBS: [&str; 8] =
    ["deploy", "enable", "enhance", "expedite", "extend", "grow", "integrate", "seize"];
const SPEAK_ADJECTIVES: [&str; 8] = [
    "dynamic",
    "end-to-end",
    "frictionless",
    "granular",
    "impactful",
    "robust",
    "scalable",
    "sticky",
];
const SPEAK_NOUNS: [&str; 8] = [
    "channels",
    "communities",
    "initiatives",
    "markets",
    "models",
    "platforms",
    "relationships",
    "systems",
];
const COLUMNS: [&str; 10] = [
    "avatar",
    "category",
    "comment",
    "createdAt",
    "email",
    "group",
    "name",
    "status",
    "token",
    "updatedAt",
];
const COLUMN_TYPES: [&str; 8] =
    ["bigint", "blob", "date", "double", "int", "point", "timestamp", "varchar"];
const COLLATIONS: [&str; 4] = ["ascii_bin", "cp1250_bin", "utf8_bin", "utf8_general_ci"];
const ENGINES: [&str; 5] = ["ARCHIVE", "CSV", "InnoDB", "MEMORY", "MyISAM"];
const ACCOUNTS: [&str; 5] = [
    "Checking Account",
    "Credit Card Account",
    "Investment Account",
    "Personal Loan Account",
    "Savings Account",
];
const TRANSACTIONS: [&str; 4] = ["deposit", "invoice", "payment", "withdrawal"];
const CURRENCY_CODES: [&str; 10] =
    ["AUD", "BRL", "CAD", "CHF", "EUR", "GBP", "JPY", "NOK", "USD", "ZAR"];
const CURRENCY_NAMES: [&str; 8] = [
    "Brazilian Real",
    "Canadian Dollar",
    "Euro",
    "Norwegian Krone",
    "Pound Sterling",
    "Swiss Franc",
    "US Dollar",
    "Yen",
];
const CURRENCY_SYMBOLS: [&str; 6] = ["$", "€", "£", "¥", "kr", "R$"];
const BASE58: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

pub(super) const VARIABLES: &[(&str, Draw)] = &[
    ("$randomColor", |world| pick(world, &COLOURS)),
    ("$randomDepartment", |world| pick(world, &DEPARTMENTS)),
    ("$randomProductName", |world| {
        [&PRODUCT_ADJECTIVES[..], &MATERIALS, &PRODUCTS].map(|list| pick(world, list)).join(" ")
    }),
    ("$randomProductAdjective", |world| pick(world, &PRODUCT_ADJECTIVES)),
    ("$randomProductMaterial", |world| pick(world, &MATERIALS)),
    ("$randomProduct", |world| pick(world, &PRODUCTS)),
    ("$randomCompanyName", |world| {
        format!("{} {}", pick(world, &LAST_NAMES), pick(world, &COMPANY_SUFFIXES))
    }),
    ("$randomCompanySuffix", |world| pick(world, &COMPANY_SUFFIXES)),
    ("$randomCatchPhrase", |world| {
        [&PHRASE_ADJECTIVES, &PHRASE_DESCRIPTORS, &PHRASE_NOUNS]
            .map(|list| pick(world, list))
            .join(" ")
    }),
    ("$randomCatchPhraseAdjective", |world| pick(world, &PHRASE_ADJECTIVES)),
    ("$randomCatchPhraseDescriptor", |world| pick(world, &PHRASE_DESCRIPTORS)),
    ("$randomCatchPhraseNoun", |world| pick(world, &PHRASE_NOUNS)),
    ("$randomBs", |world| {
        [&SPEAK_VERBS, &SPEAK_ADJECTIVES, &SPEAK_NOUNS].map(|list| pick(world, list)).join(" ")
    }),
    ("$randomBsAdjective", |world| pick(world, &SPEAK_ADJECTIVES)),
    ("$randomBsBuzz", |world| pick(world, &SPEAK_VERBS)),
    ("$randomBsNoun", |world| pick(world, &SPEAK_NOUNS)),
    ("$randomDatabaseColumn", |world| pick(world, &COLUMNS)),
    ("$randomDatabaseType", |world| pick(world, &COLUMN_TYPES)),
    ("$randomDatabaseCollation", |world| pick(world, &COLLATIONS)),
    ("$randomDatabaseEngine", |world| pick(world, &ENGINES)),
    ("$randomBankAccount", |world| digits(world, "########")),
    ("$randomBankAccountName", |world| pick(world, &ACCOUNTS)),
    ("$randomBankAccountIban", |world| format!("NO{}", digits(world, "#############"))),
    ("$randomBankAccountBic", bic),
    ("$randomCreditCardMask", |world| digits(world, "####")),
    ("$randomPrice", |world| decimal(world, (0, 100_000), 2)),
    ("$randomTransactionType", |world| pick(world, &TRANSACTIONS)),
    ("$randomCurrencyCode", |world| pick(world, &CURRENCY_CODES)),
    ("$randomCurrencyName", |world| pick(world, &CURRENCY_NAMES)),
    ("$randomCurrencySymbol", |world| pick(world, &CURRENCY_SYMBOLS)),
    ("$randomBitcoin", |world| {
        let length = usize::try_from(world.random.between(25, 33)).unwrap_or(25);
        format!("{}{}", pick(world, &["1", "3"]), world.random.text(BASE58, length))
    }),
    ("$randomPassword", |world| world.random.text(LETTERS_AND_DIGITS, 15)),
    ("$randomSemver", |world| digits(world, "#.#.#")),
    ("$randomWord", |world| {
        let word = pick(world, &PHRASE_NOUNS);
        if world.random.below(2) == 0 { word } else { capitalised(&word) }
    }),
];

fn bic(world: &mut World) -> String {
    format!("{}{}", world.random.text(UPPER, 6), world.random.text(DIGITS, 2))
}
