//! Mistakes in what the files mean together.

use super::shop::Shop;

#[test]
fn endpoint_name_twice() {
    let shop = Shop::new();
    shop.orders("name = \"Stock\"", "name = \"Buy\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:21:8: endpoint `Buy` is there twice, expected it once
        |
     21 | name = "Buy"
        |        ^^^^^
      help: it is first at endpoints/orders.toml:2:8
    "#);
}

#[test]
fn method_and_path_twice() {
    let shop = Shop::new();
    shop.orders("method = \"GET\"\npath = \"/stock\"", "method = \"POST\"\npath = \"/buy/{sort}\"");
    insta::assert_snapshot!(shop.error(), @r#"
    2 mistakes in the catalogue

    endpoints/orders.toml:24:8: found `{sort}`, expected a param of that name with `in = "path"`
        |
     24 | path = "/buy/{sort}"
        |        ^^^^^^^^^^^^^

    endpoints/orders.toml:24:8: another endpoint is `POST /buy/{sort}` too, expected one
        |
     24 | path = "/buy/{sort}"
        |        ^^^^^^^^^^^^^
      help: it is first at endpoints/orders.toml:5:8
    "#);
}

#[test]
fn endpoint_twice_in_two_files() {
    let shop = Shop::new();
    shop.api("[errors]", "[[group]]\nname = \"More Orders\"\nsummary = \"More.\"\n\n[errors]");
    shop.write("endpoints/more-orders.toml", "[[endpoint]]\nname = \"Stock\"\ntitle = \"Stock\"\nmethod = \"GET\"\npath = \"/stock/all\"\nsummary = \"All.\"\ndocs = \"https://shop.example\"\nresponse.example = \"{}\"\n");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:21:8: endpoint `Stock` is there twice, expected it once
        |
     21 | name = "Stock"
        |        ^^^^^^^
      help: it is first at endpoints/more-orders.toml:2:8
    "#);
}

#[test]
fn unknown_recipe() {
    let shop = Shop::new();
    shop.orders("auth = \"counter\"", "auth = \"conter\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:6:8: unknown recipe `conter`, expected `counter`
       |
     6 | auth = "conter"
       |        ^^^^^^^^
      help: did you mean `counter`?
    "#);
}

#[test]
fn unknown_error() {
    let shop = Shop::new();
    shop.orders("[\"E1:sold out\"]", "[\"E1:sold out\", \"E2:bad nounce\"]");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:11:26: unknown error `E2:bad nounce`, expected a key of `[errors]` in api.toml
        |
     11 | errors = ["E1:sold out", "E2:bad nounce"]
        |                          ^^^^^^^^^^^^^^^
      help: did you mean `E2:bad nonce`?
    "#);
}

#[test]
fn group_without_file() {
    let shop = Shop::new();
    shop.api("name = \"Orders\"", "name = \"Order\"");
    insta::assert_snapshot!(shop.error(), @r#"
    2 mistakes in the catalogue

    api.toml:17:8: group `Order` has no endpoints, expected the file `endpoints/order.toml`
        |
     17 | name = "Order"
        |        ^^^^^^^
      help: did you mean `orders`?

    endpoints/orders.toml:1:1: no group has the file name `orders`, expected `order`
       |
     1 | [[endpoint]]
       | ^
      help: did you mean `order`?
    "#);
}

#[test]
fn file_without_group() {
    let shop = Shop::new();
    shop.write("endpoints/order.toml", "endpoint = []\n");
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    endpoints/order.toml:1:1: no group has the file name `order`, expected `orders`
       |
     1 | endpoint = []
       | ^
      help: did you mean `orders`?
    ");
}

#[test]
fn group_twice() {
    let shop = Shop::new();
    shop.api("[errors]", "[[group]]\nname = \"orders!\"\nsummary = \"Again.\"\n\n[errors]");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:21:8: group `orders!` is there twice, expected it once
        |
     21 | name = "orders!"
        |        ^^^^^^^^^
      help: it is first at api.toml:17:8
    "#);
}

#[test]
fn placeholder_without_param() {
    let shop = Shop::new();
    shop.orders("/buy/{sort}", "/buy/{sorts}");
    insta::assert_snapshot!(shop.error(), @r#"
    2 mistakes in the catalogue

    endpoints/orders.toml:5:8: found `{sorts}`, expected a param of that name with `in = "path"`
       |
     5 | path = "/buy/{sorts}"
       |        ^^^^^^^^^^^^^^
      help: did you mean `sort`?

    endpoints/orders.toml:13:12: path param `sort` is not in the path, expected `{sort}`
        |
     13 |   { name = "sort", in = "path", type = "string", required = true, example = "thé vert", summary = "W…
        |            ^^^^^^
      help: did you mean `sorts`?
    "#);
}

#[test]
fn param_without_placeholder() {
    let shop = Shop::new();
    shop.orders("/buy/{sort}", "/buy");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:13:12: path param `sort` is not in the path, expected `{sort}`
        |
     13 |   { name = "sort", in = "path", type = "string", required = true, example = "thé vert", summary = "W…
        |            ^^^^^^
    "#);
}

#[test]
fn placeholder_twice() {
    let shop = Shop::new();
    shop.orders("/buy/{sort}", "/buy/{sort}/{sort}");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:5:8: found `{sort}` twice, expected it once
       |
     5 | path = "/buy/{sort}/{sort}"
       |        ^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn brace_left_open() {
    let shop = Shop::new();
    shop.orders("/buy/{sort}", "/buy/{sort");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:5:8: found `/buy/{sort`, expected braces in pairs, with a name inside
       |
     5 | path = "/buy/{sort"
       |        ^^^^^^^^^^^^
    "#);
}

#[test]
fn path_with_query() {
    let shop = Shop::new();
    shop.orders("path = \"/stock\"", "path = \"/stock?all=1\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:24:8: found `/stock?all=1`, expected a path that starts with `/`, without query
        |
     24 | path = "/stock?all=1"
        |        ^^^^^^^^^^^^^^
    "#);
}

#[test]
fn optional_path_param() {
    let shop = Shop::new();
    shop.orders("required = true, example = \"thé vert\"", "example = \"thé vert\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:13:12: path param `sort` is optional, expected `required = true`
        |
     13 |   { name = "sort", in = "path", type = "string", example = "thé vert", summary = "Which tea." },
        |            ^^^^^^
    "#);
}

#[test]
fn body_param_without_body() {
    let shop = Shop::new();
    shop.orders("name = \"filter\", type", "name = \"filter\", in = \"body\", type");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:28:27: a body param, but the endpoint has no body, expected `body = "form"` or `"json"` there
        |
     28 |   { name = "filter", in = "body", type = "object", summary = "What to keep.", example = { sort = "gr…
        |                           ^^^^^^
    "#);
}

#[test]
fn nonce_missing_from_the_body() {
    let shop = Shop::new();
    shop.orders("name = \"nonce\"", "name = \"nonse\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:6:8: recipe `counter` sends the nonce in the body, expected a body param `nonce`
       |
     6 | auth = "counter"
       |        ^^^^^^^^^
    "#);
}

#[test]
fn param_twice() {
    let shop = Shop::new();
    shop.orders("name = \"count\"", "name = \"size\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:16:12: param `size` is there twice, expected it once
        |
     16 |   { name = "size", type = "integer", min = 1, max = 10, default = 1, summary = "How many bags." },
        |            ^^^^^^
      help: it is first at endpoints/orders.toml:15:12
    "#);
}

#[test]
fn example_outside_its_enum() {
    let shop = Shop::new();
    shop.orders("default = \"small\"", "example = \"smal\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:15:74: the example does not fit its param: found `smal`, expected `small` or `large`
        |
     15 | …["small", "large"], example = "smal", summary = "Which bag." },
        |                                ^^^^^^
      help: did you mean `small`?
    "#);
}

#[test]
fn default_outside_its_enum() {
    let shop = Shop::new();
    shop.orders("default = \"small\"", "default = \"huge\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:15:74: the default does not fit its param: found `huge`, expected `small` or `large`
        |
     15 | …["small", "large"], default = "huge", summary = "Which bag." },
        |                                ^^^^^^
    "#);
}

#[test]
fn example_of_another_type() {
    let shop = Shop::new();
    shop.orders("example = 1,", "example = \"1\",");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:14:75: the example does not fit its param: found the string `1`, expected an integer
        |
     14 | …ed = true, min = 0, example = "1", summary = "A number that grows." },
        |                                ^^^
    "#);
}

#[test]
fn example_beyond_its_limit() {
    let shop = Shop::new();
    shop.orders("default = 1,", "default = 1, example = 11,");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:16:81: the example does not fit its param: found `11`, expected at most `10`
        |
     16 | … = 10, default = 1, example = 11, summary = "How many bags." },
        |                                ^^
    "#);
}

#[test]
fn example_that_is_a_date() {
    let shop = Shop::new();
    shop.orders("example = \"green\", summary", "example = 2026-11-22, summary");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:29:49: the example does not fit its param: found a date without quotes, expected a string
        |
     29 |     { name = "sort", type = "string", example = 2026-11-22, summary = "Which tea." },
        |                                                 ^^^^^^^^^^
    "#);
}

#[test]
fn example_with_an_unknown_property() {
    let shop = Shop::new();
    shop.orders("{ sort = \"green\" }", "{ sort = \"green\", srt = \"é\" }");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:28:76: the example does not fit its param: found the unknown property `srt`, expected `sort`
        |
     28 | … = "What to keep.", example = { sort = "green", srt = "é" }, properties = [
        |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: did you mean `sort`?
    "#);
}

#[test]
fn example_with_a_wrong_property() {
    let shop = Shop::new();
    shop.orders("{ sort = \"green\" }", "{ sort = 1 }");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:28:85: the example does not fit its param: found the number `1`, expected a string
        |
     28 | …to keep.", example = { sort = 1 }, properties = [
        |                                ^
    "#);
}

#[test]
fn word_of_another_type() {
    let shop = Shop::new();
    shop.orders("[\"small\", \"large\"]", "[\"small\", 2]");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:15:54: a word of `enum` does not fit its param: found the number `2`, expected a string
        |
     15 | … = "string", enum = ["small", 2], default = "small", summary = "Which bag." },
        |                                ^
    "#);
}

#[test]
fn word_twice() {
    let shop = Shop::new();
    shop.orders("[\"small\", \"large\"]", "[\"small\", \"large\", \"small\"]");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:15:63: found `"small"` twice, expected it once
        |
     15 | …g", enum = ["small", "large", "small"], default = "small", summary = "Which bag." },
        |                                ^^^^^^^
    "#);
}

#[test]
fn limit_on_a_string() {
    let shop = Shop::new();
    shop.orders("type = \"string\", enum", "type = \"string\", min = 1, enum");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:15:37: found `min` on a string, expected it only on an integer or a number or an array
        |
     15 | …me = "size", type = "string", min = 1, enum = ["small", "large"], default = "small", summary = "Whic…
        |                                ^^^
    "#);
}

#[test]
fn length_on_a_number() {
    let shop = Shop::new();
    shop.orders("min = 1, max = 10", "max_length = 2");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:16:39: found `max_length` on an integer, expected it only on a string
        |
     16 |   { name = "count", type = "integer", max_length = 2, default = 1, summary = "How many bags." },
        |                                       ^^^^^^^^^^
    "#);
}

#[test]
fn items_on_a_string() {
    let shop = Shop::new();
    shop.orders(
        "type = \"string\", enum",
        "type = \"string\", items = { type = \"string\" }, enum",
    );
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:15:37: found `items` on a string, expected it only on an array
        |
     15 | …me = "size", type = "string", items = { type = "string" }, enum = ["small", "large"], default = "sma…
        |                                ^^^^^
    "#);
}

#[test]
fn limits_the_wrong_way_round() {
    let shop = Shop::new();
    shop.orders("min = 1, max = 10, default = 1", "min = 10, max = 1, default = 5");
    insta::assert_snapshot!(shop.error(), @r#"
    2 mistakes in the catalogue

    endpoints/orders.toml:16:55: found `1`, expected at least `10`, the smallest
        |
     16 |   { name = "count", type = "integer", min = 10, max = 1, default = 5, summary = "How many bags." },
        |                                                       ^

    endpoints/orders.toml:16:68: the default does not fit its param: found `5`, expected at least `10`
        |
     16 |   { name = "count", type = "integer", min = 10, max = 1, default = 5, summary = "How many bags." },
        |                                                                    ^
    "#);
}

#[test]
fn required_param_without_value() {
    let shop = Shop::new();
    shop.orders("required = true, min = 0, example = 1", "required = true, min = 0");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:14:12: required param `nonce` has no value to show, expected `example`
        |
     14 |   { name = "nonce", type = "integer", required = true, min = 0, summary = "A number that grows." },
        |            ^^^^^^^
    "#);
}

#[test]
fn place_on_a_property() {
    let shop = Shop::new();
    shop.orders(
        "{ name = \"sort\", type = \"string\", example",
        "{ name = \"sort\", in = \"query\", type = \"string\", example",
    );
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:29:22: found `in` on a property, expected it only on params
        |
     29 |     { name = "sort", in = "query", type = "string", example = "green", summary = "Which tea." },
        |                      ^^
    "#);
}

#[test]
fn answer_that_is_not_json() {
    let shop = Shop::new();
    shop.orders("'{}'", "'{'");
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    endpoints/orders.toml:32:20: found an example that is not JSON (EOF while parsing an object at line 1 column 1), expected JSON or a `content_type`
        |
     32 | response.example = '{'
        |                    ^^^
    ");
}

#[test]
fn page_that_is_no_address() {
    let shop = Shop::new();
    shop.orders("\"https://shop.example/docs/stock\"", "\"docs/stock\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    endpoints/orders.toml:26:8: found `docs/stock`, expected an address that starts with `https://`
        |
     26 | docs = "docs/stock"
        |        ^^^^^^^^^^^^
    "#);
}

#[test]
fn name_that_leaves_the_folder() {
    let shop = Shop::new();
    shop.api("name = \"shop\"", "name = \"../shop\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:1:8: found `../shop`, expected lower-case letters, digits and hyphens
       |
     1 | name = "../shop"
       |        ^^^^^^^^^
    "#);
}

#[test]
fn base_url_with_a_slash() {
    let shop = Shop::new();
    shop.api("\"https://shop.example\"", "\"https://shop.example/\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:3:12: found `https://shop.example/`, expected `https://`, a host, and no slash or query at the end
       |
     3 | base_url = "https://shop.example/"
       |            ^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn month_that_is_none() {
    let shop = Shop::new();
    shop.api("\"2026-11\"", "\"2026-13\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:6:9: found `2026-13`, expected a month such as `2026-11`
       |
     6 | as_of = "2026-13"
       |         ^^^^^^^^^
    "#);
}

#[test]
fn header_that_cannot_be_sent() {
    let shop = Shop::new();
    shop.api("\"X-Sign\"", "\"X Sign\"");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:12:24: found `X Sign`, expected a header name such as `API-Sign`
        |
     12 | signature = { header = "X Sign", encoding = "hex" }
        |                        ^^^^^^^^
    "#);
}

#[test]
fn nonce_signed_but_not_sent() {
    let shop = Shop::new();
    shop.api("nonce = { body = \"nonce\" }\n", "");
    insta::assert_snapshot!(shop.error(), @r#"
    1 mistake in the catalogue

    api.toml:11:11: the message has `nonce`, expected a key `nonce` that says where it travels
        |
     11 | message = ["nonce", { sha256 = ["path", "body"] }]
        |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn shared_params_of_an_unknown_recipe() {
    let shop = Shop::new();
    shop.api("[errors]", "[shared_params]\ncuonter = []\n\n[errors]");
    insta::assert_snapshot!(shop.error(), @r"
    1 mistake in the catalogue

    api.toml:21:1: unknown recipe `cuonter`, expected `counter`
        |
     21 | cuonter = []
        | ^^^^^^^
      help: did you mean `counter`?
    ");
}

#[test]
fn shared_param_that_cannot_be_a_header() {
    let shop = Shop::new();
    let param = "{ name = \"One Time\", in = \"header\", type = \"string\", example = 1 }";
    shop.api("[errors]", &format!("[shared_params]\ncounter = [{param}, {param}]\n\n[errors]"));
    insta::assert_snapshot!(shop.error(), @r#"
    5 mistakes in the catalogue

    api.toml:21:21: found `One Time`, expected a header name such as `API-OTP`
        |
     21 | counter = [{ name = "One Time", in = "header", type = "string", example = 1 }, { name = "One Time", …
        |                     ^^^^^^^^^^

    api.toml:21:75: the example does not fit its param: found the number `1`, expected a string
        |
     21 | …", type = "string", example = 1 }, { name = "One Time", in = "header", type = "string", example = 1 …
        |                                ^

    api.toml:21:89: param `One Time` is there twice, expected it once
        |
     21 | …ing", example = 1 }, { name = "One Time", in = "header", type = "string", example = 1 }]
        |                                ^^^^^^^^^^

    api.toml:21:89: found `One Time`, expected a header name such as `API-OTP`
        |
     21 | …ing", example = 1 }, { name = "One Time", in = "header", type = "string", example = 1 }]
        |                                ^^^^^^^^^^

    api.toml:21:143: the example does not fit its param: found the number `1`, expected a string
        |
     21 | …", type = "string", example = 1 }]
        |                                ^
    "#);
}
