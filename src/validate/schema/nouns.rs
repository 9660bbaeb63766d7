//! What people call the objects of a collection.

use super::violation::Owner;

/// The objects of the format by the names that the schema gives them.
const NOUNS: [(&str, &str); 27] = [
    ("Auth", "this authorization"),
    ("AuthAttribute", "this authorization attribute"),
    ("Body", "this request body"),
    ("BodyOptions", "the options of this request body"),
    ("Certificate", "this certificate"),
    ("CertificateFile", "this certificate file"),
    ("Collection", "the collection"),
    ("Cookie", "this cookie"),
    ("Description", "this description"),
    ("Environment", "the file"),
    ("EnvironmentValue", "this variable"),
    ("Event", "this event"),
    ("FileBody", "the file of this request body"),
    ("Folder", "this folder"),
    ("FormParameter", "this form-data param"),
    ("GraphqlBody", "this GraphQL body"),
    ("Info", "`info`"),
    ("PathSegment", "this path segment"),
    ("ProtocolProfileBehavior", "this `protocolProfileBehavior`"),
    ("ProxyConfig", "this proxy"),
    ("QueryParam", "this query param"),
    ("Request", "this request"),
    ("RequestItem", "this item"),
    ("Response", "this saved response"),
    ("Script", "this script"),
    ("Url", "this URL"),
    ("UrlEncodedParameter", "this urlencoded param"),
];

/// What to call an object; the objects stand innermost first.
pub(super) fn noun(owners: &[Owner<'_>]) -> &'static str {
    let outer = |name| owners.iter().skip(1).any(|owner| owner.name() == name);
    let nearest =
        |names: [&'static str; 2]| owners.iter().map(Owner::name).find(|name| names.contains(name));
    match owners.first().map_or("", Owner::name) {
        "" => "the document",
        "Header" if nearest(["Request", "Response"]) == Some("Response") => "this response header",
        "Header" => "this request header",
        "Variable" if outer("Url") => "this path variable",
        "Variable" => "this variable",
        "Version" => "this version",
        name => {
            let found = NOUNS.binary_search_by(|(known, _)| known.cmp(&name));
            found.map_or("this object", |index| NOUNS[index].1)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Map;

    use super::super::form::Forms;
    use super::*;
    use crate::collection::{Collection, Environment};

    #[test]
    fn every_object_of_the_format_has_a_noun() {
        let map = Map::new();
        for forms in [Forms::of(&Collection::schema()), Forms::of(&Environment::schema())] {
            for form in forms.alternatives().filter(|form| !form.name.is_empty()) {
                let noun = noun(&[Owner { form, map: &map }]);
                assert_ne!(noun, "this object", "{}", form.name);
            }
        }
    }

    #[test]
    fn nouns_stand_in_the_order_in_which_they_are_looked_up() {
        assert!(NOUNS.is_sorted_by(|(a, _), (b, _)| a < b));
    }
}
