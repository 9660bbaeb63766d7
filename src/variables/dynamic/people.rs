//! Names, jobs and phone numbers.

use super::Draw;
use super::draw::{digits, pick};
use crate::world::World;

pub(super) const FIRST_NAMES: [&str; 24] = [
    "Ada", "Alan", "Amina", "Anders", "Bea", "Carlos", "Chen", "Clara", "David", "Elif", "Emil",
    "Fatima", "Grace", "Hugo", "Ines", "Jonas", "Kofi", "Lena", "Mateo", "Nadia", "Omar", "Petra",
    "Rosa", "Yuki",
];
pub(super) const LAST_NAMES: [&str; 24] = [
    "Adler", "Bauer", "Castro", "Duarte", "Eriksen", "Fischer", "Garcia", "Haddad", "Ibarra",
    "Jansen", "Kaya", "Lindberg", "Moreau", "Novak", "Okafor", "Petrov", "Quinn", "Rossi", "Sato",
    "Tanaka", "Ueda", "Vargas", "Weber", "Zhang",
];
const PREFIXES: [&str; 5] = ["Mr.", "Mrs.", "Ms.", "Miss", "Dr."];
const SUFFIXES: [&str; 8] = ["Jr.", "Sr.", "I", "II", "III", "MD", "DDS", "PhD"];
const JOB_DESCRIPTORS: [&str; 12] = [
    "Senior",
    "Junior",
    "Lead",
    "Chief",
    "Principal",
    "Regional",
    "Global",
    "Corporate",
    "National",
    "Customer",
    "Internal",
    "Future",
];
const JOB_AREAS: [&str; 12] = [
    "Accounts",
    "Brand",
    "Data",
    "Infrastructure",
    "Markets",
    "Mobility",
    "Operations",
    "Program",
    "Quality",
    "Research",
    "Security",
    "Usability",
];
const JOB_TYPES: [&str; 12] = [
    "Administrator",
    "Agent",
    "Analyst",
    "Architect",
    "Consultant",
    "Coordinator",
    "Developer",
    "Director",
    "Engineer",
    "Manager",
    "Planner",
    "Supervisor",
];

pub(super) const VARIABLES: &[(&str, Draw)] = &[
    ("$randomFirstName", |world| pick(world, &FIRST_NAMES)),
    ("$randomLastName", |world| pick(world, &LAST_NAMES)),
    ("$randomFullName", full_name),
    ("$randomNamePrefix", |world| pick(world, &PREFIXES)),
    ("$randomNameSuffix", |world| pick(world, &SUFFIXES)),
    ("$randomUserName", user_name),
    ("$randomJobTitle", |world| {
        let words = [&JOB_DESCRIPTORS, &JOB_AREAS, &JOB_TYPES];
        words.map(|list| pick(world, list)).join(" ")
    }),
    ("$randomJobDescriptor", |world| pick(world, &JOB_DESCRIPTORS)),
    ("$randomJobArea", |world| pick(world, &JOB_AREAS)),
    ("$randomJobType", |world| pick(world, &JOB_TYPES)),
    ("$randomPhoneNumber", |world| digits(world, "###-###-####")),
    ("$randomPhoneNumberExt", |world| digits(world, "##-###-###-####")),
];

fn full_name(world: &mut World) -> String {
    format!("{} {}", pick(world, &FIRST_NAMES), pick(world, &LAST_NAMES))
}

pub(super) fn user_name(world: &mut World) -> String {
    let (first, last) = (pick(world, &FIRST_NAMES), pick(world, &LAST_NAMES));
    match world.random.below(3) {
        0 => format!("{first}{}", world.random.below(100)),
        1 => format!("{first}.{last}"),
        _ => format!("{first}_{last}{}", world.random.below(100)),
    }
}
