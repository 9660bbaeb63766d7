//! A small catalogue of a user's own, to make mistakes in.

use std::fs;
use std::path::{Path, PathBuf};

use countersign::catalog::{Api, Catalog, CatalogError};
use tempfile::TempDir;

const API: &str = r#"name = "shop"
title = "Shop API"
base_url = "https://shop.example"
summary = "Sells tea."
docs = "https://shop.example/docs"
as_of = "2026-11"

[signing.counter]
key = "utf8"
mac = "hmac-sha256"
message = ["nonce", { sha256 = ["path", "body"] }]
signature = { header = "X-Sign", encoding = "hex" }
api_key = { header = "X-Key" }
nonce = { body = "nonce" }

[[group]]
name = "Orders"
summary = "Buying."

[errors]
"E1:sold out" = "Nothing is left."
"E2:bad nonce" = "The nonce did not grow."
"#;

const ORDERS: &str = r#"[[endpoint]]
name = "Buy"
title = "Buy Tea"
method = "POST"
path = "/buy/{sort}"
auth = "counter"
body = "form"
moves_money = true
summary = "Buys tea."
docs = "https://shop.example/docs/buy"
errors = ["E1:sold out"]
params = [
  { name = "sort", in = "path", type = "string", required = true, example = "thé vert", summary = "Which tea." },
  { name = "nonce", type = "integer", required = true, min = 0, example = 1, summary = "A number that grows." },
  { name = "size", type = "string", enum = ["small", "large"], default = "small", summary = "Which bag." },
  { name = "count", type = "integer", min = 1, max = 10, default = 1, summary = "How many bags." },
]
response.example = '{ "bought": true }'

[[endpoint]]
name = "Stock"
title = "Stock"
method = "GET"
path = "/stock"
summary = "What is left."
docs = "https://shop.example/docs/stock"
params = [
  { name = "filter", type = "object", summary = "What to keep.", example = { sort = "green" }, properties = [
    { name = "sort", type = "string", example = "green", summary = "Which tea." },
  ] },
]
response.example = '{}'
"#;

/// A folder with a catalogue, of which single words can be replaced before it is read.
pub(crate) struct Shop {
    folder: TempDir,
}

impl Shop {
    pub(crate) fn new() -> Self {
        let shop = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        shop.write("api.toml", API);
        shop.write("endpoints/orders.toml", ORDERS);
        shop
    }

    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, file: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("it is inside")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// Replaces the one place where `old` is.
    pub(crate) fn replace(&self, file: &str, old: &str, new: &str) -> &Self {
        let text = fs::read_to_string(self.path(file)).expect("a file");
        assert_eq!(text.matches(old).count(), 1, "`{old}` is there once");
        self.write(file, text.replace(old, new))
    }

    pub(crate) fn api(&self, old: &str, new: &str) -> &Self {
        self.replace("api.toml", old, new)
    }

    pub(crate) fn orders(&self, old: &str, new: &str) -> &Self {
        self.replace("endpoints/orders.toml", old, new)
    }

    pub(crate) fn read(&self) -> Result<Catalog, CatalogError> {
        Catalog::from_dir(self.folder())
    }

    pub(crate) fn shop(&self) -> Api {
        self.read().expect("no mistakes").api("shop").expect("it is there").clone()
    }

    /// What the user reads, with the folder's name left out.
    pub(crate) fn error(&self) -> String {
        let error = self.read().expect_err("the catalogue has a mistake");
        let mut text = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(inner) = cause {
            text = format!("{text}\ncaused by: {inner}");
            cause = inner.source();
        }
        let folder = self.folder().display().to_string();
        text.replace(&format!("{folder}/"), "").replace(&folder, "FOLDER")
    }
}
