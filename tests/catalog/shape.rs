//! Mistakes in keys, types and words: what does not belong in a file.

use super::shop::Shop;

#[test]
fn unknown_key_in_a_param() {
    let shop = Shop::new();
    shop.orders(
        "required = true, example = \"thé vert\"",
        "requird = true, example = \"thé vert\"",
    );
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:13:50: unknown key `requird`, expected `name`, `in`, `type`, `also_accepts`, `required`, `format`, `enum`, `default`, `example`, `enabled`, `min`, `max`, `min_length`, `max_length`, `nullable`, `deprecated`, `items`, `properties`, `summary`, `notes` or `seen_in`
        |
     13 | …in = "path", type = "string", requird = true, example = "thé vert", summary = "Which tea." },
        |                                ^^^^^^^
      help: did you mean `required`?
    "#);
}

#[test]
fn unknown_key_of_an_endpoint() {
    let shop = Shop::new();
    shop.orders("moves_money = true", "moves_mony = true");
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    endpoints/orders.toml:8:1: unknown key `moves_mony`, expected `name`, `title`, `method`, `path`, `auth`, `body`, `permission`, `summary`, `notes`, `docs`, `deprecated`, `moves_money`, `params`, `response` or `errors`
       |
     8 | moves_mony = true
       | ^^^^^^^^^^
      help: did you mean `moves_money`?
    ");
}

#[test]
fn unknown_key_of_an_api() {
    let shop = Shop::new();
    shop.api("base_url =", "baseurl =");
    insta::assert_snapshot!(shop.error(), @r#"
    2 mistakes in the catalogue

    api.toml:1:1: found no key `base_url`, expected it here
       |
     1 | name = "shop"
       | ^

    api.toml:3:1: unknown key `baseurl`, expected `name`, `title`, `base_url`, `summary`, `docs`, `as_of`, `signing`, `shared_params`, `group` or `errors`
       |
     3 | baseurl = "https://shop.example"
       | ^^^^^^^
      help: did you mean `base_url`?
    "#);
}

#[test]
fn unknown_key_of_a_recipe() {
    let shop = Shop::new();
    shop.api("mac = \"hmac-sha256\"", "mac = \"hmac-sha256\"\nprefix = \"/v1\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:11:1: unknown key `prefix`, expected `key`, `key_bytes`, `mac`, `message`, `signature`, `api_key`, `nonce`, `nonce_optional`, `timestamp` or `strip_prefix`
        |
     11 | prefix = "/v1"
        | ^^^^^^
    "#);
}

#[test]
fn wrong_type_where_a_string_belongs() {
    let shop = Shop::new();
    shop.orders("example = \"green\", summary", "example = \"green\", format = 1, summary");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:29:67: found the number `1`, expected a string
        |
     29 |     { name = "sort", type = "string", example = "green", format = 1, summary = "Which tea." },
        |                                                                   ^
      help: put it in quotes
    "#);
}

#[test]
fn date_without_quotes() {
    let shop = Shop::new();
    shop.api("\"2026-11\"", "2026-11-01");
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    api.toml:6:9: found the date `2026-11-01`, expected a string
       |
     6 | as_of = 2026-11-01
       |         ^^^^^^^^^^
      help: put it in quotes
    ");
}

#[test]
fn quoted_boolean() {
    let shop = Shop::new();
    shop.orders("moves_money = true", "moves_money = \"true\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:8:15: found the string `true`, expected a boolean
       |
     8 | moves_money = "true"
       |               ^^^^^^
      help: leave the quotes out
    "#);
}

#[test]
fn quoted_limit() {
    let shop = Shop::new();
    shop.orders("max = 10", "max = \"10\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:16:54: found the string `10`, expected an integer
        |
     16 | …e = "integer", min = 1, max = "10", default = 1, summary = "How many bags." },
        |                                ^^^^
      help: leave the quotes out
    "#);
}

#[test]
fn negative_length() {
    let shop = Shop::new();
    shop.orders("type = \"string\", enum", "type = \"string\", min_length = -1, enum");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:15:50: found `-1`, expected a number from 0 to 4294967295
        |
     15 | …type = "string", min_length = -1, enum = ["small", "large"], default = "small", summary = "Which bag…
        |                                ^^
    "#);
}

#[test]
fn limit_beyond_64_bits() {
    let shop = Shop::new();
    shop.orders("max = 10", "max = 99999999999999999999");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:16:54: found `99999999999999999999`, expected a number from -9223372036854775808 to 9223372036854775807
        |
     16 | …e = "integer", min = 1, max = 99999999999999999999, default = 1, summary = "How many bags." },
        |                                ^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn table_where_a_list_belongs() {
    let shop = Shop::new();
    shop.write("endpoints/orders.toml", "[endpoint]\nname = \"Buy\"\n");
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    endpoints/orders.toml:1:1: found a table, expected an array
       |
     1 | [endpoint]
       | ^^^^^^^^^^
      help: put it in square brackets; a header takes two: `[[name]]`
    ");
}

#[test]
fn unknown_method() {
    let shop = Shop::new();
    shop.orders("\"POST\"", "\"PSOT\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:4:10: found `PSOT`, expected `GET`, `POST`, `PUT`, `PATCH` or `DELETE`
       |
     4 | method = "PSOT"
       |          ^^^^^^
      help: did you mean `POST`?
    "#);
}

#[test]
fn unknown_type_of_a_param() {
    let shop = Shop::new();
    shop.orders("\"count\", type = \"integer\"", "\"count\", type = \"int\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:16:28: found `int`, expected `string`, `integer`, `number`, `boolean`, `object` or `array`
        |
     16 |   { name = "count", type = "int", min = 1, max = 10, default = 1, summary = "How many bags." },
        |                            ^^^^^
      help: did you mean `integer`?
    "#);
}

#[test]
fn unknown_body() {
    let shop = Shop::new();
    shop.orders("body = \"form\"", "body = \"urlencoded\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:7:8: found `urlencoded`, expected `none`, `form` or `json`
       |
     7 | body = "urlencoded"
       |        ^^^^^^^^^^^^
    "#);
}

#[test]
fn unknown_piece_of_a_message() {
    let shop = Shop::new();
    shop.api("\"path\", \"body\"", "\"pth\", \"body\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:11:33: found `pth`, expected `method`, `path`, `query`, `uri`, `url`, `body`, `nonce`, `timestamp` or `api_key`
        |
     11 | message = ["nonce", { sha256 = ["pth", "body"] }]
        |                                 ^^^^^
      help: did you mean `path`?
    "#);
}

#[test]
fn unknown_hash_of_a_message() {
    let shop = Shop::new();
    shop.api("sha256 = [", "sha265 = [");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:11:23: unknown key `sha265`, expected `text`, `sha256`, `sha512`, `sha256_hex` or `sha512_hex`
        |
     11 | message = ["nonce", { sha265 = ["path", "body"] }]
        |                       ^^^^^^
      help: did you mean `sha256`?
    "#);
}

#[test]
fn two_hashes_in_one_part() {
    let shop = Shop::new();
    shop.api("{ sha256 = [\"path\", \"body\"] }", "{ sha256 = [\"path\"], sha512 = [\"body\"] }");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:11:21: found 2 keys, expected one of `text`, `sha256`, `sha512`, `sha256_hex` or `sha512_hex`
        |
     11 | message = ["nonce", { sha256 = ["path"], sha512 = ["body"] }]
        |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn unknown_place_of_the_nonce() {
    let shop = Shop::new();
    shop.api("nonce = { body = \"nonce\" }", "nonce = { cookie = \"nonce\" }");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:14:11: unknown key `cookie`, expected `body`, `header` or `query`
        |
     14 | nonce = { cookie = "nonce" }
        |           ^^^^^^
    "#);
}

#[test]
fn missing_keys_of_an_endpoint() {
    let shop = Shop::new();
    shop.orders("title = \"Stock\"\n", "").orders("summary = \"What is left.\"\n", "");
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    endpoints/orders.toml:20:1: found no keys `title`, `summary`, expected them here
        |
     20 | [[endpoint]]
        | ^^^^^^^^^^^^
    ");
}

#[test]
fn missing_key_of_a_param() {
    let shop = Shop::new();
    shop.orders("{ name = \"count\", ", "{ ");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:16:3: found no key `name`, expected it here
        |
     16 |   { type = "integer", min = 1, max = 10, default = 1, summary = "How many bags." },
        |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn missing_key_of_an_api() {
    let shop = Shop::new();
    shop.api("title = \"Shop API\"\n", "");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:1:1: found no key `title`, expected it here
       |
     1 | name = "shop"
       | ^
    "#);
}

#[test]
fn syntax_error() {
    let shop = Shop::new();
    shop.orders("method = \"GET\"", "method = GET");
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    endpoints/orders.toml:23:10: found `GET`: string values must be quoted, expected literal string
        |
     23 | method = GET
        |          ^^^
    ");
}

#[test]
fn unclosed_list() {
    let shop = Shop::new();
    shop.orders("  ] },\n]", "  ] },");
    insta::assert_snapshot!(shop.error(), @r"
    4 mistakes in the catalogue

    endpoints/orders.toml:31:1: found `response.example`: string values must be quoted, expected literal string
        |
     31 | response.example = '{}'
        | ^^^^^^^^^^^^^^^^

    endpoints/orders.toml:31:18: found `=`: unexpected `=` in array, expected value, `]`
        |
     31 | response.example = '{}'
        |                  ^

    endpoints/orders.toml:31:20: missing comma between array elements, expected `,`
        |
     31 | response.example = '{}'
        |                    ^

    endpoints/orders.toml:31:24: unclosed array, expected `]`
        |
     31 | response.example = '{}'
        |                        ^
    ");
}

#[test]
fn key_twice() {
    let shop = Shop::new();
    shop.orders("method = \"GET\"", "method = \"GET\"\nmethod = \"GET\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:24:1: duplicate key `method`, expected it once
        |
     24 | method = "GET"
        | ^^^^^^
    "#);
}
