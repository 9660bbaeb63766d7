//! Differences between what two descriptions say about a param.

use std::collections::BTreeMap;

use super::change::{Change, ChangeKind, Level};
use super::surface::Surface;
use crate::compare::{DocumentedParam, documented_params};

/// What a description says: about params, and besides.
#[derive(Debug, Default)]
pub(super) struct Documented {
    params: BTreeMap<String, DocumentedParam>,
    /// The description without the list of params.
    pub(super) text: String,
}

impl Documented {
    /// Reads a description.
    pub(super) fn of(description: &str) -> Self {
        let (params, text) = documented_params(description);
        let by_name = params.into_iter().map(|param| (param.name.clone(), param));
        Self { params: by_name.collect(), text: text.trim().to_owned() }
    }

    /// What it says about a param.
    pub(super) fn param(&self, name: &str) -> Option<&DocumentedParam> {
        self.params.get(name)
    }
}

/// What is different about a param, its meaning aside.
pub(super) fn changes(
    subject: &str,
    old: &DocumentedParam,
    new: &DocumentedParam,
    out: &mut Vec<Change>,
) {
    let mut note = |kind, before: Option<String>, after: Option<String>, level: Option<Level>| {
        if before != after {
            let change = Change::new(kind, subject, before, after);
            out.push(match level {
                Some(level) => change.at(level),
                None => change,
            });
        }
    };
    let need = |param: &DocumentedParam| {
        Some(if param.required { "required" } else { "optional" }.to_owned())
    };
    let stricter =
        |is_stricter| Some(if is_stricter { Level::Breaking } else { Level::Compatible });
    note(ChangeKind::ParamRequired, need(old), need(new), stricter(new.required));
    note(ChangeKind::ParamType, Some(old.kind.clone()), Some(new.kind.clone()), None);
    let fewer = !new.values.is_empty()
        && (old.values.is_empty() || old.values.iter().any(|value| !new.values.contains(value)));
    note(ChangeKind::ParamEnum, list(&old.values), list(&new.values), stricter(fewer));
    let tighter = new.limits.iter().any(|limit| !old.limits.contains(limit));
    note(ChangeKind::ParamLimits, list(&old.limits), list(&new.limits), stricter(tighter));
    note(ChangeKind::ParamDefault, old.default.clone(), new.default.clone(), None);
}

/// A new param matters more where the api refuses requests without it.
pub(super) fn added(change: Change, documented: Option<&DocumentedParam>) -> Change {
    match documented {
        Some(param) if param.required => change.at(Level::Breaking),
        _ => change,
    }
}

/// Whether the api has dropped a param: the older description lists it, the newer one lists others.
pub(super) fn dropped(old: &Surface<'_>, new: &Surface<'_>, name: &str) -> bool {
    let (old, new) = (&old.documented.params, &new.documented.params);
    old.contains_key(name) && !new.is_empty() && !new.contains_key(name)
}

/// What is said of a param, whatever its name.
pub(super) fn without_name(param: &DocumentedParam) -> DocumentedParam {
    DocumentedParam { name: String::new(), ..param.clone() }
}

/// What is different about what params hold: properties of objects have no rows of their own.
pub(super) fn within(old: &Surface<'_>, new: &Surface<'_>, out: &mut Vec<Change>) {
    let (olds, news) = (&old.documented.params, &new.documented.params);
    let is_within = |name: &str| old.holds(name) && new.holds(name);
    for (name, before) in olds.iter().filter(|(name, _)| is_within(name)) {
        let Some(after) = news.get(name) else {
            out.push(Change::new(ChangeKind::ParamRemoved, name, None, None));
            continue;
        };
        changes(name, before, after, out);
        if before.meaning != after.meaning {
            out.push(Change::new(ChangeKind::Description, name, None, None));
        }
    }
    let fresh = news.iter().filter(|(name, _)| !olds.contains_key(*name) && is_within(name));
    for (name, after) in fresh {
        out.push(added(Change::new(ChangeKind::ParamAdded, name, None, None), Some(after)));
    }
}

fn list(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| words.join(", "))
}
