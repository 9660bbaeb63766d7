//! Addresses, domains, pictures and user agents.

use super::Draw;
use super::draw::{HEX, LOWER, pick};
use super::people::{FIRST_NAMES, user_name};
use crate::world::World;

const SUFFIXES: [&str; 6] = ["biz", "com", "info", "io", "net", "org"];
const MAIL_HOSTS: [&str; 3] = ["gmail.com", "hotmail.com", "yahoo.com"];
const EXAMPLE_HOSTS: [&str; 3] = ["example.com", "example.net", "example.org"];
const SYSTEMS: [&str; 4] = [
    "Macintosh; Intel Mac OS X 10_15_7",
    "Windows NT 10.0; Win64; x64",
    "X11; Linux x86_64",
    "X11; Ubuntu; Linux x86_64",
];

pub(super) const VARIABLES: &[(&str, Draw)] = &[
    ("$randomEmail", |world| format!("{}@{}", user_name(world), pick(world, &MAIL_HOSTS))),
    ("$randomExampleEmail", |world| {
        format!("{}@{}", user_name(world), pick(world, &EXAMPLE_HOSTS))
    }),
    ("$randomProtocol", |world| pick(world, &["http", "https"])),
    ("$randomUrl", |world| format!("{}://{}", pick(world, &["http", "https"]), domain(world))),
    ("$randomDomainName", domain),
    ("$randomDomainSuffix", |world| pick(world, &SUFFIXES)),
    ("$randomDomainWord", domain_word),
    ("$randomIP", |world| [(); 4].map(|()| world.random.below(256).to_string()).join(".")),
    ("$randomIPV6", |world| [(); 8].map(|()| world.random.text(HEX, 4)).join(":")),
    ("$randomMACAddress", |world| [(); 6].map(|()| world.random.text(HEX, 2)).join(":")),
    ("$randomUserAgent", user_agent),
    ("$randomHexColor", |world| format!("#{}", world.random.text(HEX, 6))),
    ("$randomAvatarImage", |world| {
        format!("https://avatars.example.com/{}_128.jpg", world.random.text(LOWER, 8))
    }),
    ("$randomImageUrl", |_| "http://images.example.com/640/480".to_owned()),
    ("$randomAbstractImage", |_| picture("abstract")),
    ("$randomAnimalsImage", |_| picture("animals")),
    ("$randomBusinessImage", |_| picture("business")),
    ("$randomCatsImage", |_| picture("cats")),
    ("$randomCityImage", |_| picture("city")),
    ("$randomFoodImage", |_| picture("food")),
    ("$randomNightlifeImage", |_| picture("nightlife")),
    ("$randomFashionImage", |_| picture("fashion")),
    ("$randomPeopleImage", |_| picture("people")),
    ("$randomNatureImage", |_| picture("nature")),
    ("$randomSportsImage", |_| picture("sports")),
    ("$randomTransportImage", |_| picture("transport")),
    ("$randomImageDataUri", |_| {
        "data:image/svg+xml;charset=UTF-8,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%2F%3E"
            .to_owned()
    }),
];

fn domain(world: &mut World) -> String {
    format!("{}.{}", domain_word(world), pick(world, &SUFFIXES))
}

fn domain_word(world: &mut World) -> String {
    pick(world, &FIRST_NAMES).to_lowercase()
}

fn picture(subject: &str) -> String {
    format!("http://images.example.com/640/480/{subject}")
}

fn user_agent(world: &mut World) -> String {
    let version = world.random.between(60, 130);
    let system = pick(world, &SYSTEMS);
    format!("Mozilla/5.0 ({system}; rv:{version}.0) Gecko/20100101 Firefox/{version}.0")
}
