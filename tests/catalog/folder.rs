//! Folders of a user's own: what is read, and what is refused without harm.

use std::fs;
use std::time::{Duration, Instant};

use countersign::catalog::{Catalog, CatalogError, Place};

use super::shop::Shop;

#[test]
fn reads_an_api_folder() {
    let api = Shop::new().shop();
    assert_eq!(api.name, "shop");
    assert_eq!(api.groups.len(), 1);
    assert_eq!(api.groups[0].title, "Orders");
    let names: Vec<_> = api.endpoints().map(|endpoint| endpoint.name.as_str()).collect();
    assert_eq!(names, ["Buy", "Stock"]);
    let buy = &api.groups[0].endpoints[0];
    let places: Vec<_> = buy.params.iter().map(|param| buy.place(param)).collect();
    assert_eq!(places, [Place::Path, Place::Body, Place::Body, Place::Body]);
    assert_eq!(buy.response.example, r#"{ "bought": true }"#);
    assert!(api.recipes.contains_key("counter"));
    assert_eq!(api.errors[1].code, "E2:bad nonce");
}

#[test]
fn reads_a_folder_of_api_folders() {
    let shop = Shop::new();
    let all = Shop::empty();
    for name in ["tea", "coffee"] {
        let api = fs::read_to_string(shop.path("api.toml")).expect("a file");
        all.write(
            &format!("{name}/api.toml"),
            api.replace("\"shop\"", &format!("\"{name}-shop\"")),
        );
        let orders = fs::read(shop.path("endpoints/orders.toml")).expect("a file");
        all.write(&format!("{name}/endpoints/orders.toml"), orders);
    }
    all.write("README.md", "not an api")
        .write(".git/config", "not an api")
        .write("notes/todo.txt", "x");
    let catalog = all.read().expect("no mistakes");
    assert_eq!(catalog.names(), ["coffee-shop", "tea-shop"]);
    assert_eq!(catalog.apis().expect("no mistakes").len(), 2);
}

#[test]
fn reads_the_templates_as_they_are() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
    let read = Catalog::from_dir(folder.as_ref()).expect("no mistakes");
    let embedded = Catalog::embedded();
    assert_eq!(read.names(), embedded.names());
    assert_eq!(
        read.api("kraken-spot").expect("it is there"),
        embedded.api("kraken-spot").expect("it is there")
    );
}

#[test]
fn takes_a_byte_order_mark_and_windows_line_ends() {
    let shop = Shop::new();
    let plain = shop.shop();
    for file in ["api.toml", "endpoints/orders.toml"] {
        let text = fs::read_to_string(shop.path(file)).expect("a file").replace('\n', "\r\n");
        shop.write(file, format!("\u{feff}{text}"));
    }
    assert_eq!(shop.shop(), plain);
}

#[test]
fn counts_places_past_a_byte_order_mark_and_windows_line_ends() {
    let shop = Shop::new();
    let text = fs::read_to_string(shop.path("api.toml")).expect("a file");
    let text =
        text.replace("{ header = \"X-Sign\"", "{ \"é\" = 1, header = 2").replace('\n', "\r\n");
    shop.write("api.toml", format!("\u{feff}{text}"));
    insta::assert_snapshot!(shop.error(), @r#"
    2 mistakes in the catalogue

    api.toml:12:15: unknown key `é`, expected `header` or `encoding`
        |
     12 | signature = { "é" = 1, header = 2, encoding = "hex" }
        |               ^^^

    api.toml:12:33: found the number `2`, expected a string
        |
     12 | signature = { "é" = 1, header = 2, encoding = "hex" }
        |                                 ^
      help: put it in quotes
    "#);
}

#[test]
fn one_name_in_path_and_body_is_two_params() {
    let shop = Shop::new();
    shop.orders("name = \"count\"", "name = \"sort\"");
    assert_eq!(shop.shop().groups[0].endpoints[0].params[3].name, "sort");
}

#[test]
fn a_public_api_needs_neither_recipes_nor_errors() {
    let shop = Shop::new();
    let api = fs::read_to_string(shop.path("api.toml")).expect("a file");
    let (head, rest) = api.split_once("[signing.counter]").expect("recipes");
    let (_, groups) = rest.split_once("[[group]]").expect("groups");
    let (groups, _) = groups.split_once("[errors]").expect("errors");
    shop.write("api.toml", format!("{head}[[group]]{groups}"));
    shop.orders("auth = \"counter\"\n", "").orders("errors = [\"E1:sold out\"]\n", "");
    assert!(shop.shop().recipes.is_empty());
}

#[test]
fn tells_every_mistake_of_every_file() {
    let shop = Shop::new();
    shop.api("as_of = \"2026-11\"", "as_of = 2026\nasof = 11");
    shop.api("[errors]", "[[group]]\nname = \"Gifts\"\nsummary = \"Giving.\"\n\n[errors]");
    shop.write("endpoints/gifts.toml", "[[endpoint]\nname = \"Give\"\n");
    shop.orders("max = 10, default = 1", "max = 10, default = 0");
    shop.orders("path = \"/stock\"", "path = \"stock\"");
    insta::assert_snapshot!(shop.error(), @r#"
    5 mistakes in the catalogue

    api.toml:6:9: found the number `2026`, expected a string
       |
     6 | as_of = 2026
       |         ^^^^
      help: put it in quotes

    api.toml:7:1: unknown key `asof`, expected `name`, `title`, `base_url`, `summary`, `docs`, `as_of`, `signing`, `shared_params`, `group` or `errors`
       |
     7 | asof = 11
       | ^^^^
      help: did you mean `as_of`?

    endpoints/gifts.toml:1:12: unclosed array table, expected `]`
       |
     1 | [[endpoint]
       |            ^

    endpoints/orders.toml:16:68: the default does not fit its param: found `0`, expected at least `1`
        |
     16 |   { name = "count", type = "integer", min = 1, max = 10, default = 0, summary = "How many bags." },
        |                                                                    ^

    endpoints/orders.toml:24:8: found `stock`, expected a path that starts with `/`, without query
        |
     24 | path = "stock"
        |        ^^^^^^^
    "#);
}

#[test]
fn unknown_api() {
    let shop = Shop::new().read().expect("no mistakes");
    let error = shop.api("shpo").expect_err("there is none");
    insta::assert_snapshot!(error, @r"
    unknown api `shpo`, expected `shop`; did you mean `shop`?
    ");
    let all = Shop::empty();
    let shop = Shop::new();
    for name in ["tea-shop", "coffee-shop"] {
        let api = fs::read_to_string(shop.path("api.toml")).expect("a file");
        all.write(&format!("{name}/api.toml"), api.replace("\"shop\"", &format!("\"{name}\"")));
        let orders = fs::read(shop.path("endpoints/orders.toml")).expect("a file");
        all.write(&format!("{name}/endpoints/orders.toml"), orders);
    }
    let all = all.read().expect("no mistakes");
    insta::assert_snapshot!(all.api("cofee-shop").expect_err("there is none"), @r"
    unknown api `cofee-shop`, expected `coffee-shop` or `tea-shop`; did you mean `coffee-shop`?
    ");
    insta::assert_snapshot!(all.api("tea").expect_err("there is none"), @r"
    unknown api `tea`, expected `coffee-shop` or `tea-shop`; did you mean `tea-shop`?
    ");
    insta::assert_snapshot!(all.api("x").expect_err("there is none"), @r"
    unknown api `x`, expected `coffee-shop` or `tea-shop`
    ");
}

#[test]
fn two_apis_of_one_name() {
    let shop = Shop::new();
    let all = Shop::empty();
    for folder in ["a", "b"] {
        for file in ["api.toml", "endpoints/orders.toml"] {
            all.write(&format!("{folder}/{file}"), fs::read(shop.path(file)).expect("a file"));
        }
    }
    insta::assert_snapshot!(all.error(), @r"
    two apis are named `shop`: `a/api.toml` and `b/api.toml`
    ");
}

#[test]
fn empty_folder() {
    insta::assert_snapshot!(Shop::empty().error(), @r"
    found no `api.toml` in `FOLDER` or a folder in it, expected at least one
    ");
}

#[test]
fn missing_folder() {
    let error = Catalog::from_dir(&Shop::empty().path("nowhere")).expect_err("there is none");
    assert!(matches!(error, CatalogError::Read { .. }), "{error}");
}

#[test]
fn file_instead_of_a_folder() {
    let shop = Shop::new();
    let error = Catalog::from_dir(&shop.path("api.toml")).expect_err("a file");
    assert!(matches!(error, CatalogError::NotAFolder { .. }), "{error}");
}

#[test]
fn missing_api_file() {
    let shop = Shop::new();
    fs::remove_file(shop.path("api.toml")).expect("a file");
    insta::assert_snapshot!(shop.error(), @r"
    found no `api.toml`, expected it beside `endpoints`
    ");
}

#[test]
fn empty_files() {
    let shop = Shop::new();
    shop.write("api.toml", "").write("endpoints/orders.toml", "");
    insta::assert_snapshot!(shop.error(), @r"
    2 mistakes in the catalogue

    api.toml:1:1: found no keys `name`, `title`, `base_url`, `summary`, `docs`, `as_of`, `group`, expected them here

    endpoints/orders.toml:1:1: found no key `endpoint`, expected it here
    ");
}

#[test]
fn binary_file() {
    let shop = Shop::new();
    shop.write("endpoints/orders.toml", b"[[endpoint]]\nname = \"\xc3\xa9\xff\"\n");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:2:10: found the byte `0xff`, expected UTF-8 text
       |
     2 | name = "é
       |          ^
      help: save the file as UTF-8
    "#);
}

#[test]
fn utf_16_file() {
    let shop = Shop::new();
    let text = fs::read_to_string(shop.path("api.toml")).expect("a file");
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    shop.write("api.toml", [0xff, 0xfe].into_iter().chain(units).collect::<Vec<_>>());
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    api.toml:1:1: found the byte `0xff`, expected UTF-8 text
      help: save the file as UTF-8
    ");
}

#[test]
fn control_characters_reach_no_terminal() {
    let shop = Shop::new();
    shop.orders("auth = \"counter\"", "auth = \"\\u001b[31mcounter\"");
    assert!(!shop.error().contains('\u{1b}'));
    shop.write("endpoints/orders.toml", "[[endpoint]]\n\u{1b}[31m = 1\n\u{7f}\u{0} = 2\n");
    assert!(!shop.error().contains(['\u{1b}', '\u{0}', '\u{7f}']));
}

#[test]
fn a_line_of_a_megabyte() {
    let shop = Shop::new();
    shop.orders("name = \"Buy\"", &format!("{} = 1\nname = \"Buy\"", "k".repeat(1_000_000)));
    let start = Instant::now();
    let error = shop.error();
    assert!(error.len() < 2000, "{} bytes", error.len());
    assert!(error.contains("endpoints/orders.toml:2:1: unknown key `kkkk"), "{error}");
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_file_that_is_too_large() {
    let shop = Shop::new();
    let file = fs::File::create(shop.path("endpoints/orders.toml")).expect("a file");
    file.set_len(17 * 1024 * 1024).expect("a sparse file");
    insta::assert_snapshot!(shop.error(), @r"
    `endpoints/orders.toml` is larger than 16777216 bytes, expected at most that
    ");
}

#[test]
fn deep_nesting() {
    let shop = Shop::new();
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    shop.orders("example = 1,", &format!("example = {deep},"));
    let error = shop.error();
    assert!(error.contains("endpoints/orders.toml:14:"), "{error}");
    assert!(error.contains("cannot recurse further"), "{error}");
    let dotted = vec!["a"; 100_000].join(".");
    shop.write("endpoints/orders.toml", format!("{dotted} = 1\n"));
    assert!(shop.error().contains("recursion limit"));
}

#[test]
fn thousands_of_mistakes_are_counted_not_shown() {
    let shop = Shop::new();
    let lines: Vec<_> = (0..20_000).map(|number| format!("key{number} = 1\n")).collect();
    shop.write("endpoints/orders.toml", lines.concat());
    let start = Instant::now();
    let error = shop.error();
    assert!(error.starts_with("20001 mistakes in the catalogue"), "{error}");
    assert!(error.ends_with("and 19901 more"));
    assert!(start.elapsed() < Duration::from_secs(10));
}

#[test]
fn other_files_beside_the_endpoints_are_left_alone() {
    let shop = Shop::new();
    shop.write("endpoints/orders.toml~", "=").write("endpoints/README.md", "=");
    shop.write("endpoints/.orders.toml", "=");
    assert_eq!(shop.shop().endpoints().count(), 2);
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::Shop;

    #[test]
    fn link_to_itself() {
        let shop = Shop::new();
        std::fs::remove_file(shop.path("api.toml")).expect("a file");
        symlink(shop.path("api.toml"), shop.path("api.toml")).expect("a link");
        let error = shop.error();
        assert!(error.starts_with("failed to read `api.toml`\ncaused by: "), "{error}");
    }

    #[test]
    fn folder_that_contains_itself() {
        let shop = Shop::new();
        symlink(shop.folder(), shop.path("endpoints/again")).expect("a link");
        symlink(shop.folder(), shop.path("again")).expect("a link");
        assert_eq!(shop.shop().endpoints().count(), 2);
        let all = Shop::empty();
        symlink(all.folder(), all.path("again")).expect("a link");
        insta::assert_snapshot!(all.error(), @r"
    found no `api.toml` in `FOLDER` or a folder in it, expected at least one
    ");
    }

    #[test]
    fn folder_with_the_name_of_a_file() {
        let shop = Shop::new();
        std::fs::create_dir(shop.path("endpoints/more.toml")).expect("a folder");
        insta::assert_snapshot!(shop.error(), @r"
    `endpoints/more.toml` is no regular file, expected one
    ");
    }

    #[test]
    fn pipe_instead_of_a_file() {
        let shop = Shop::new();
        std::fs::remove_file(shop.path("endpoints/orders.toml")).expect("a file");
        let made = Command::new("mkfifo").arg(shop.path("endpoints/orders.toml")).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo is part of every Unix");
        insta::assert_snapshot!(shop.error(), @r"
    `endpoints/orders.toml` is no regular file, expected one
    ");
    }
}
