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
