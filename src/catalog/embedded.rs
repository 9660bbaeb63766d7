//! The catalogues that the program carries: `templates/`, compiled in.

/// One API of `templates/`, as text.
#[derive(Debug)]
pub(super) struct Embedded {
    /// The name of its folder.
    pub(super) name: &'static str,
    /// `api.toml`.
    pub(super) api: &'static str,
    /// Name and text of each file of `endpoints/`.
    pub(super) endpoints: &'static [(&'static str, &'static str)],
    /// Name and text of each script template.
    pub(super) scripts: &'static [(&'static str, &'static str)],
}

macro_rules! api {
    ($name:literal: [$($file:literal),+ $(,)?], [$($script:literal),+ $(,)?]) => {
        Embedded {
            name: $name,
            api: include_str!(concat!("../../templates/", $name, "/api.toml")),
            endpoints: &[$((
                $file,
                include_str!(concat!("../../templates/", $name, "/endpoints/", $file)),
            )),+],
            scripts: &[$((
                $script,
                include_str!(concat!("../../templates/", $name, "/", $script)),
            )),+],
        }
    };
}

/// Every API of `templates/`; a test compares this list with the folder.
pub(super) const APIS: &[Embedded] = &[api!("kraken-spot": [
    "account-data.toml",
    "affiliate.toml",
    "earn.toml",
    "funding-beta.toml",
    "funding.toml",
    "market-data.toml",
    "subaccounts.toml",
    "trading.toml",
    "transparency.toml",
], ["sign-classic.js", "sign.js", "test.js"])];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::APIS;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("templates can be read");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_list_holds_every_file_of_templates() {
        let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let listed: Vec<_> = APIS.iter().map(|api| api.name).collect();
        let apis: Vec<_> = names(&templates)
            .into_iter()
            .filter(|name| templates.join(name).join("api.toml").exists())
            .collect();
        assert_eq!(listed, apis);
        for api in APIS {
            let listed: Vec<_> = api.endpoints.iter().map(|(name, _)| *name).collect();
            assert_eq!(listed, names(&templates.join(api.name).join("endpoints")), "{}", api.name);
            let listed =
                ["api.toml", "endpoints"].into_iter().chain(api.scripts.iter().map(|it| it.0));
            assert_eq!(
                listed.collect::<Vec<_>>(),
                names(&templates.join(api.name)),
                "{}",
                api.name
            );
        }
    }
}
