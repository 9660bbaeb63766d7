//! Dynamic variables: values that are drawn anew at each occurrence.
//!
//! The names are those that Postman knows (118 in both versions of its SDK, read on 2026-11-23).
//! Postman draws from word lists of its own; what is drawn here has the same shape, from lists of
//! ours, and repeats for the same seed.

mod commerce;
mod dates;
mod draw;
mod files;
mod internet;
mod people;
mod places;
mod prose;

use crate::world::World;

type Draw = fn(&mut World) -> String;

/// Groups of names with what draws each, every group in a file of its own.
const GROUPS: [&[(&str, Draw)]; 7] = [
    commerce::VARIABLES,
    dates::VARIABLES,
    files::VARIABLES,
    internet::VARIABLES,
    people::VARIABLES,
    places::VARIABLES,
    prose::VARIABLES,
];

/// The names of all dynamic variables, dollar sign included.
pub fn names() -> impl Iterator<Item = &'static str> {
    GROUPS.into_iter().flatten().map(|(name, _)| *name)
}

/// Draws a value for a name; none if it is no dynamic variable.
pub(crate) fn generate(name: &str, world: &mut World) -> Option<String> {
    if !name.starts_with('$') {
        return None;
    }
    let (_, draw) = GROUPS.into_iter().flatten().find(|(known, _)| *known == name)?;
    Some(draw(world))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn drawn(name: &str) -> String {
        generate(name, &mut World::new(9, 1_795_428_568_731)).expect("the name is known")
    }

    #[test]
    fn there_are_118_names() {
        let names: Vec<&str> = names().collect();
        assert_eq!(names.len(), 118);
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 118);
        assert_eq!(generate("$randomFloat", &mut World::new(0, 0)), None);
        assert_eq!(generate("guid", &mut World::new(0, 0)), None);
    }

    #[test]
    fn every_name_draws_something_and_the_same_for_the_same_seed() {
        for name in names() {
            assert!(!drawn(name).is_empty(), "{name}");
            assert_eq!(drawn(name), drawn(name), "{name}");
        }
    }

    #[test]
    fn the_clock_is_the_one_given() {
        assert_eq!(drawn("$timestamp"), "1795428568");
        assert_eq!(drawn("$isoTimestamp"), "2026-11-23T10:09:28.731Z");
    }

    #[test]
    fn values_have_the_shape_of_postmans() {
        let is_number = |text: &str, low: f64, high: f64| {
            text.parse::<f64>().is_ok_and(|number| (low..=high).contains(&number))
        };
        assert_eq!(drawn("$guid").len(), 36);
        assert_eq!(drawn("$randomUUID").len(), 36);
        assert!(is_number(&drawn("$randomInt"), 0.0, 1000.0));
        assert!(is_number(&drawn("$randomLatitude"), -90.0, 90.0));
        assert!(is_number(&drawn("$randomPrice"), 0.0, 1000.0));
        assert_eq!(drawn("$randomIP").split('.').count(), 4);
        assert_eq!(drawn("$randomIPV6").len(), 39);
        assert_eq!(drawn("$randomMACAddress").len(), 17);
        assert_eq!(drawn("$randomPassword").len(), 15);
        assert_eq!(drawn("$randomAlphaNumeric").len(), 1);
        assert_eq!(drawn("$randomHexColor").len(), 7);
        assert!(drawn("$randomEmail").contains('@'));
        assert_eq!(drawn("$randomSemver").split('.').count(), 3);
        assert!(drawn("$randomDatePast").ends_with("GMT+0000 (Coordinated Universal Time)"));
        assert!(["true", "false"].contains(&drawn("$randomBoolean").as_str()));
    }
}
