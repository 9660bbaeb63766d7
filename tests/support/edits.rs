//! What people do to a collection after they have imported it.

use serde_json::{Value, json};

/// Text with every kind of character that some place or other encodes.
pub(crate) const HOSTILE: &str = "a b+c&d=e,é\"'()*!~%2C/[]";

/// Calls `edit` with each request of a collection.
pub(crate) fn each_request(collection: &mut Value, edit: &mut dyn FnMut(&mut Value)) {
    for item in collection["item"].as_array_mut().into_iter().flatten() {
        if item.get("item").is_some() {
            each_request(item, edit);
        } else {
            edit(&mut item["request"]);
        }
    }
}

/// How many requests a collection has.
pub(crate) fn count(collection: &Value) -> usize {
    let mut count = 0;
    each_request(&mut collection.clone(), &mut |_| count += 1);
    count
}

/// Switches everything on: rows, headers, and lines of JSON bodies that stand in comments.
pub(crate) fn switch_all_on(request: &mut Value) {
    for row in rows(request) {
        row.as_object_mut().expect("a row is an object").remove("disabled");
    }
    for header in request["header"].as_array_mut().into_iter().flatten() {
        header.as_object_mut().expect("a header is an object").remove("disabled");
    }
    if let Value::String(raw) = &mut request["body"]["raw"] {
        *raw = uncommented(raw);
    }
}

/// Replaces the value of every row and JSON text but the nonce.
pub(crate) fn make_hostile(request: &mut Value) {
    for row in rows(request) {
        if row["value"] != "{{api_nonce}}" {
            row["value"] = HOSTILE.into();
        }
    }
    // A slash in a path variable would ask for another endpoint.
    for variable in request["url"]["variable"].as_array_mut().into_iter().flatten() {
        variable["value"] = HOSTILE.replace('/', "").into();
    }
    if let Value::String(raw) = &mut request["body"]["raw"] {
        let mut body = serde_json::from_str(&without_comments(raw)).expect("the body is JSON");
        replace_texts(&mut body);
        *raw = format!("{body:#}");
    }
}

/// Repeats every row but the nonce behind the others, and adds keys that Postman moves to the front.
pub(crate) fn repeat_rows(request: &mut Value) {
    for list in lists(request) {
        let mut more = list.clone();
        more.retain(|row| row["value"] != "{{api_nonce}}");
        for row in &mut more {
            row["value"] = "again & again".into();
        }
        list.append(&mut more);
        for key in ["7", "3", "03"] {
            list.push(json!({"key": key, "value": "{{$guid}}"}));
        }
    }
}

/// Puts a variable into the place of every value but the nonce, and dynamic ones behind some.
pub(crate) fn use_variables(request: &mut Value) {
    for row in rows(request) {
        if row["value"] != "{{api_nonce}}" {
            row["value"] = "{{outer}} {{$guid}}".into();
        }
    }
    for variable in request["url"]["variable"].as_array_mut().into_iter().flatten() {
        variable["value"] = "{{inner}}-{{$guid}}".into();
    }
    if let Value::String(raw) = &mut request["body"]["raw"] {
        // The slashes of a comment can come out of a variable, too.
        raw.push_str("{{comment}} {{$guid}}\n");
    }
}

/// Variables that [`use_variables`] needs.
pub(crate) fn variables() -> Value {
    let variable = |key: &str, value: &str| json!({"key": key, "value": value});
    json!([
        variable("outer", &format!("x{{{{inner}}}}{HOSTILE}")),
        variable("inner", "a b"),
        variable("comment", "\n // {"),
    ])
}

/// Writes the URL as one text, and a form body as raw text of that media type.
pub(crate) fn write_as_text(request: &mut Value) {
    let raw = request["url"]["raw"].as_str().expect("there is a text").to_owned();
    let path_variables = request["url"]["variable"].as_array().cloned().unwrap_or_default();
    let raw = path_variables.iter().fold(raw, |raw, variable| {
        let text = |key: &str| variable[key].as_str().expect("it is text").to_owned();
        raw.replace(&format!(":{}", text("key")), &text("value"))
    });
    request["url"] = format!("{raw}#there").into();
    let Some(rows) = request["body"]["urlencoded"].as_array() else { return };
    let on = rows.iter().filter(|row| row["disabled"] != true);
    let text = |row: &Value, key: &str| row[key].as_str().expect("it is text").to_owned();
    let pairs: Vec<_> = on.map(|row| text(row, "key") + "=" + &text(row, "value")).collect();
    request["body"] = json!({"mode": "raw", "raw": pairs.join("&")});
    let form = json!({"key": "Content-Type", "value": "application/x-www-form-urlencoded"});
    request["header"].as_array_mut().expect("there are headers").push(form);
}

fn lists(request: &mut Value) -> Vec<&mut Vec<Value>> {
    let request = request.as_object_mut().expect("a request is an object");
    let mut lists = Vec::new();
    for (key, value) in request {
        let list = match key.as_str() {
            "body" => value.get_mut("urlencoded"),
            "url" => value.get_mut("query"),
            _ => None,
        };
        lists.extend(list.and_then(Value::as_array_mut));
    }
    lists
}

fn rows(request: &mut Value) -> impl Iterator<Item = &mut Value> {
    lists(request).into_iter().flatten()
}

fn replace_texts(value: &mut Value) {
    match value {
        Value::String(text) if text != "{{api_nonce}}" => HOSTILE.clone_into(text),
        Value::Array(entries) => entries.iter_mut().for_each(replace_texts),
        Value::Object(members) => members.values_mut().for_each(replace_texts),
        _ => {}
    }
}

/// A body with all its lines switched on, also those that were switched off twice.
fn uncommented(raw: &str) -> String {
    // No example has two slashes and a blank in it.
    raw.replace("// ", "")
}

fn without_comments(raw: &str) -> String {
    let lines = raw.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
