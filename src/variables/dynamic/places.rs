//! Towns, streets, countries and coordinates.

use super::Draw;
use super::draw::{decimal, digits, pick};
use super::people::LAST_NAMES;
use crate::world::World;

const CITIES: [&str; 16] = [
    "Aarhus", "Bergen", "Bologna", "Cork", "Ghent", "Graz", "Izmir", "Kyoto", "Leeds", "Lyon",
    "Nairobi", "Porto", "Quito", "Tampere", "Utrecht", "Zagreb",
];
const STREETS: [&str; 10] =
    ["Avenue", "Court", "Drive", "Lane", "Meadow", "Park", "Place", "Road", "Street", "Way"];
const COUNTRIES: [&str; 16] = [
    "Argentina",
    "Austria",
    "Brazil",
    "Canada",
    "Denmark",
    "Egypt",
    "France",
    "Ghana",
    "India",
    "Japan",
    "Kenya",
    "Mexico",
    "Norway",
    "Peru",
    "Portugal",
    "Vietnam",
];
const COUNTRY_CODES: [&str; 16] = [
    "AR", "AT", "BR", "CA", "DK", "EG", "FR", "GH", "IN", "JP", "KE", "MX", "NO", "PE", "PT", "VN",
];
const LANGUAGES: [&str; 16] = [
    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "hi", "it", "ja", "nl", "pl", "pt", "tr",
];

pub(super) const VARIABLES: &[(&str, Draw)] = &[
    ("$randomCity", |world| pick(world, &CITIES)),
    ("$randomStreetName", street),
    ("$randomStreetAddress", |world| format!("{} {}", digits(world, "1###"), street(world))),
    ("$randomCountry", |world| pick(world, &COUNTRIES)),
    ("$randomCountryCode", |world| pick(world, &COUNTRY_CODES)),
    ("$randomLatitude", |world| decimal(world, (-900_000, 900_000), 4)),
    ("$randomLongitude", |world| decimal(world, (-1_800_000, 1_800_000), 4)),
    ("$randomLocale", |world| pick(world, &LANGUAGES)),
];

fn street(world: &mut World) -> String {
    format!("{} {}", pick(world, &LAST_NAMES), pick(world, &STREETS))
}
