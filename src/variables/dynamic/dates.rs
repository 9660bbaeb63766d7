//! Moments, identifiers and plain numbers.

use super::Draw;
use super::draw::{LOWER_AND_DIGITS, pick};
use crate::world::{World, calendar};

const YEAR_MS: u64 = 365 * 86_400_000;
const DAY_MS: u64 = 86_400_000;
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

pub(super) const VARIABLES: &[(&str, Draw)] = &[
    ("$guid", |world| world.random.uuid()),
    ("$timestamp", |world| (world.now_ms / 1000).to_string()),
    ("$isoTimestamp", |world| calendar::iso(world.now_ms)),
    ("$randomUUID", |world| world.random.uuid()),
    ("$randomInt", |world| world.random.between(0, 1000).to_string()),
    ("$randomBoolean", |world| (world.random.below(2) == 1).to_string()),
    ("$randomAlphaNumeric", |world| world.random.text(LOWER_AND_DIGITS, 1)),
    ("$randomDatePast", |world| before_now(world, YEAR_MS)),
    ("$randomDateRecent", |world| before_now(world, DAY_MS)),
    ("$randomDateFuture", |world| {
        let ms = world.now_ms + 1 + world.random.below(YEAR_MS);
        calendar::long(ms)
    }),
    ("$randomMonth", |world| pick(world, &MONTHS)),
    ("$randomWeekday", |world| pick(world, &WEEKDAYS)),
];

fn before_now(world: &mut World, span_ms: u64) -> String {
    calendar::long(world.now_ms.saturating_sub(1 + world.random.below(span_ms)))
}
