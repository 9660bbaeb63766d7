//! The param table of a generated description, read back.

/// The head of the table.
pub(crate) const HEAD: &str = "| param | in | type | required | values | meaning |";

/// What a description says about a param.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentedParam {
    /// Its name; that of a property with those of what it is in: `orders[].price`.
    pub name: String,
    /// Its type, as `string (decimal-string)`.
    pub kind: String,
    /// Whether the api refuses a request without it.
    pub required: bool,
    /// The values that it can have; empty if it can have any.
    pub values: Vec<String>,
    /// Its limits, as `at least 1`.
    pub limits: Vec<String>,
    /// What the api assumes when it is absent.
    pub default: Option<String>,
    /// What it means.
    pub meaning: String,
}

/// The params that a description of a generated request lists, and its text without the list.
///
/// A description without such a table lists none.
pub fn documented_params(description: &str) -> (Vec<DocumentedParam>, String) {
    let mut params = Vec::new();
    let mut rest = Vec::new();
    let mut is_table = false;
    for line in description.lines() {
        is_table = line == HEAD || (is_table && line.starts_with('|'));
        if is_table {
            params.extend(param(line));
        } else {
            rest.push(line);
        }
    }
    (params, rest.join("\n"))
}

/// A row of the table; none for its head.
fn param(line: &str) -> Option<DocumentedParam> {
    let cells = cells(line);
    let [name, _, kind, required, values, meaning] = cells.as_slice() else { return None };
    let name = name.strip_prefix('`')?.strip_suffix('`')?;
    let mut param = DocumentedParam {
        name: name.to_owned(),
        kind: kind.clone(),
        required: required == "yes",
        meaning: meaning.clone(),
        ..DocumentedParam::default()
    };
    for part in parts(values) {
        match part.strip_prefix("default ") {
            Some(default) => param.default = quoted(default).into_iter().next(),
            None if part.starts_with('`') => param.values = quoted(part),
            None => param.limits.push(part.to_owned()),
        }
    }
    Some(param)
}

/// The cells of a row, with bars that are text as they are meant.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches('|');
    let line = line.strip_suffix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    for piece in line.split('|') {
        let cell = cells.last_mut().expect("there is a first one");
        if let Some(piece) = piece.strip_suffix('\\') {
            cell.push_str(piece);
            cell.push('|');
        } else {
            cell.push_str(piece);
            cells.push(String::new());
        }
    }
    cells.pop();
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// What stands between commas outside of backticks.
fn parts(values: &str) -> Vec<&str> {
    let mut is_quoted = false;
    let is_comma = |character: char| {
        is_quoted ^= character == '`';
        character == ',' && !is_quoted
    };
    let parts = values.split(is_comma).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// The texts between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, Param};
    use crate::generate::body::Signed;
    use crate::generate::describe::{self, plain};

    #[test]
    fn every_param_of_the_catalogue_is_read_back() {
        let catalog = Catalog::embedded();
        let api = catalog.api("kraken-spot").unwrap();
        for endpoint in api.endpoints() {
            let signed = Signed::new(api, endpoint);
            let (found, rest) = documented_params(&describe::request(endpoint, &signed.params));
            assert!(!rest.contains('|'), "{rest}");
            let top: Vec<_> =
                found.iter().filter(|it| !is_inner(&it.name, &signed.params)).collect();
            assert_eq!(top.len(), signed.params.len(), "{}", endpoint.name);
            for (found, param) in top.into_iter().zip(&signed.params) {
                assert_eq!(found.name, param.name);
                assert_eq!(found.required, param.required);
                assert_eq!(found.default, param.default.as_ref().map(plain));
                let own = param.values.iter().map(plain).collect::<Vec<_>>();
                assert!(own.is_empty() || found.values == own, "{}", param.name);
                assert_eq!(found.meaning, describe::meaning(param));
            }
        }
    }

    fn is_inner(name: &str, params: &[&Param]) -> bool {
        params.iter().all(|param| param.name != name)
    }

    #[test]
    fn reads_values_limits_and_default() {
        let text = format!(
            "a\n\n{HEAD}\n| --- | --- | --- | --- | --- | --- |\n| `a[b]` | body | string | yes | `x\\|y` `z, w`, 1 to 5, default `p, q`, may be null | one \\| two |\n\nb"
        );
        let (params, rest) = documented_params(&text);
        assert_eq!(rest, "a\n\n\nb");
        let expected = DocumentedParam {
            name: "a[b]".into(),
            kind: "string".into(),
            required: true,
            values: vec!["x|y".into(), "z, w".into()],
            limits: vec!["1 to 5".into(), "may be null".into()],
            default: Some("p, q".into()),
            meaning: "one | two".into(),
        };
        assert_eq!(params, [expected]);
    }

    #[test]
    fn other_tables_are_text() {
        let text = "| a | b |\n| --- | --- |\n| `c` | d |";
        assert_eq!(documented_params(text), (Vec::new(), text.to_owned()));
    }
}
