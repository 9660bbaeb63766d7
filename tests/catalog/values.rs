//! Which values a param can have.

use countersign::catalog::{Param, Reason, Step};
use serde_json::{Value, json};

fn param(toml: &str) -> Param {
    toml::from_str(&format!("name = \"p\"\n{toml}")).expect("a param")
}

fn why(param: &Param, value: &Value) -> String {
    param.check(value).expect_err("it is refused").to_string()
}

fn why_text(param: &Param, text: &str) -> String {
    param.check_text(text).expect_err("it is refused").to_string()
}

#[test]
fn types() {
    let integer = param("type = \"integer\"");
    assert!(integer.allows(&json!(-5)) && integer.allows(&json!(u64::MAX)));
    assert_eq!(why(&integer, &json!(1.5)), "found the number `1.5`, expected an integer");
    assert_eq!(why(&integer, &json!("1")), "found the string `1`, expected an integer");
    assert_eq!(why(&integer, &Value::Null), "found null, expected an integer");
    let number = param("type = \"number\"");
    assert!(number.allows(&json!(1)) && number.allows(&json!(1.5)));
    assert_eq!(why(&number, &json!(true)), "found the boolean `true`, expected a number");
    let object = param("type = \"object\"");
    assert!(object.allows(&json!({ "anything": 1 })));
    assert_eq!(why(&object, &json!([1])), "found an array, expected an object");
}

#[test]
fn further_types_and_null() {
    let cursor = param("type = \"boolean\"\nalso_accepts = [\"string\"]\nnullable = true");
    for value in [json!(true), json!("b3Jk"), Value::Null] {
        assert!(cursor.allows(&value), "{value}");
    }
    assert_eq!(why(&cursor, &json!(1)), "found the number `1`, expected a boolean or a string");
    assert_eq!(cursor.check_text("anything"), Ok(()));
}

#[test]
fn words() {
    let side = param("type = \"string\"\nenum = [\"buy\", \"sell\"]");
    assert!(side.allows(&json!("buy")));
    let refusal = side.check(&json!("bye")).expect_err("it is no side");
    let expected = vec!["buy".to_owned(), "sell".to_owned()];
    assert_eq!(refusal.reason, Reason::Word { found: "bye".to_owned(), expected });
    let interval = param("type = \"integer\"\nenum = [1, 5]");
    assert_eq!(interval.check_text("5"), Ok(()));
    assert_eq!(why_text(&interval, "15"), "found `15`, expected `1` or `5`");
}

#[test]
fn comma_lists_of_words() {
    let flags = param("type = \"string\"\nformat = \"csv\"\nenum = [\"post\", \"fcib\"]");
    assert!(flags.allows(&json!("post,fcib")));
    assert_eq!(why(&flags, &json!("post,fib")), "found `fib`, expected `post` or `fcib`");
    assert_eq!(why_text(&flags, "post, fcib"), "found ` fcib`, expected `post` or `fcib`");
    let single = param("type = \"string\"\nenum = [\"post\", \"fcib\"]");
    assert!(!single.allows(&json!("post,fcib")));
}

#[test]
fn limits_of_numbers() {
    let timeout = param("type = \"integer\"\nmin = 0\nmax = 86400");
    assert!(timeout.allows(&json!(0)) && timeout.allows(&json!(86400)));
    assert_eq!(why(&timeout, &json!(-1)), "found `-1`, expected at least `0`");
    assert_eq!(why_text(&timeout, "86401"), "found `86401`, expected at most `86400`");
    let beyond = "123456789012345678901234567890";
    assert_eq!(why_text(&timeout, beyond), format!("found `{beyond}`, expected at most `86400`"));
    let share = param("type = \"number\"\nmin = 0\nmax = 1");
    assert!(share.allows(&json!(0.5)));
    assert_eq!(why(&share, &json!(1.5)), "found `1.5`, expected at most `1`");
}

#[test]
fn lengths_are_counted_in_characters() {
    let symbol = param("type = \"string\"\nmin_length = 3\nmax_length = 5");
    assert!(symbol.allows(&json!("éééé")));
    assert_eq!(why(&symbol, &json!("éé")), "found 2 characters, expected at least 3");
    assert_eq!(why_text(&symbol, "abcdef"), "found 6 characters, expected at most 5");
}

#[test]
fn numbers_and_booleans_as_text() {
    let integer = param("type = \"integer\"");
    for text in ["0", "-1", "18446744073709551615"] {
        assert_eq!(integer.check_text(text), Ok(()), "{text}");
    }
    for text in ["", "-", "+1", "1.0", "1e3", " 1", "0x1", "١"] {
        assert!(integer.check_text(text).is_err(), "{text}");
    }
    let number = param("type = \"number\"");
    for text in ["0", "-1.5", "1e3"] {
        assert_eq!(number.check_text(text), Ok(()), "{text}");
    }
    for text in ["", "NaN", "inf", "1.", ".5", "+1", " 1", "1 ", "1,5"] {
        assert!(number.check_text(text).is_err(), "{text}");
    }
    let boolean = param("type = \"boolean\"");
    assert_eq!(boolean.check_text("true"), Ok(()));
    assert_eq!(why_text(&boolean, "True"), "found `True`, expected a boolean");
}

const ORDERS: &str = r#"
type = "array"
min = 1
max = 2
items = { type = "object", properties = [
  { name = "side", type = "string", required = true, enum = ["buy", "sell"] },
  { name = "close", type = "object", properties = [{ name = "price", type = "string", required = true }] },
] }
"#;

#[test]
fn entries_and_properties() {
    let orders = param(ORDERS);
    assert!(
        orders.allows(&json!([{ "side": "buy" }, { "side": "sell", "close": { "price": "1" } }]))
    );
    assert_eq!(why(&orders, &json!([])), "found 0 entries, expected at least 1");
    assert_eq!(why(&orders, &json!([{}, {}, {}])), "found 3 entries, expected at most 2");
    assert_eq!(
        why(&orders, &json!(["buy"])),
        "found the string `buy`, expected an object at `[0]`"
    );
    assert_eq!(why(&orders, &json!([{}])), "found no `side`, expected it at `[0]`");
    assert_eq!(
        why(&orders, &json!([{ "side": "buy", "sid": 1 }])),
        "found the unknown property `sid`, expected `side` or `close` at `[0]`"
    );
    let wrong = json!([{ "side": "buy" }, { "side": "buy", "close": { "price": 1 } }]);
    let refusal = orders.check(&wrong).expect_err("the price is a number");
    let key = |name: &str| Step::Key(name.to_owned());
    assert_eq!(refusal.steps, [Step::Index(1), key("close"), key("price")]);
}

#[test]
fn undocumented_properties_come_last() {
    let orders = param(ORDERS);
    let refusal = orders.check(&json!([{ "sid": "buy", "close": {} }])).expect_err("no side");
    assert!(matches!(refusal.reason, Reason::Missing { .. }), "{refusal}");
}

#[test]
fn entries_as_text_come_one_a_field() {
    let locks =
        param("type = \"array\"\nitems = { type = \"string\", enum = [\"flex\", \"timed\"] }");
    assert_eq!(locks.check_text("timed"), Ok(()));
    assert_eq!(why_text(&locks, "tim"), "found `tim`, expected `flex` or `timed`");
    let object = param("type = \"object\"\nproperties = [{ name = \"a\", type = \"integer\" }]");
    assert_eq!(object.check_text("{\"a\": 1}"), Ok(()));
    assert!(object.check_text("{\"a\": \"1\"}").is_err());
    assert_eq!(why_text(&object, "a=1"), "found `a=1`, expected an object");
}

#[test]
fn samples() {
    assert_eq!(param("type = \"integer\"\nexample = 5\ndefault = 1").sample(), Some(json!(5)));
    assert_eq!(param("type = \"integer\"\ndefault = 1").sample(), Some(json!(1)));
    assert_eq!(param("type = \"string\"\nenum = [\"a\", \"b\"]").sample(), Some(json!("a")));
    assert_eq!(param("type = \"string\"").sample(), None);
    let orders = param(&format!("{ORDERS}\nrequired = true"));
    assert_eq!(orders.sample(), Some(json!([{ "side": "buy" }])));
}
