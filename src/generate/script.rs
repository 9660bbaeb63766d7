//! The scripts of generated requests, made from the api's templates.

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};

use super::{GenerateError, NonceUnit};
use indexmap::IndexMap;

/// The templates of one api, parsed.
#[derive(Debug)]
pub(crate) struct Templates<'a> {
    environment: Environment<'a>,
    unit: NonceUnit,
}

impl<'a> Templates<'a> {
    /// Parses the templates of an api.
    pub(crate) fn new(
        scripts: &'a IndexMap<String, String>,
        unit: NonceUnit,
    ) -> Result<Self, GenerateError> {
        let mut environment = Environment::new();
        environment.set_syntax(javascript_syntax());
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        for (name, text) in scripts {
            environment
                .add_template(name, text)
                .map_err(|source| GenerateError::Template { name: name.to_owned(), source })?;
        }
        Ok(Self { environment, unit })
    }

    /// The same templates with nonces of another unit.
    pub(crate) fn with_unit(&self, unit: NonceUnit) -> Self {
        Self { environment: self.environment.clone(), unit }
    }

    /// The script that signs a request as it stands; with `shared` one script for a whole collection.
    pub(crate) fn sign(
        &self,
        nonce_header: Option<&str>,
        shared: bool,
    ) -> Result<Vec<String>, GenerateError> {
        let nonce = context! {
            name => self.unit.name(),
            factor => self.unit.factor(),
            header => nonce_header,
        };
        self.lines("sign.js", &context! { shared, nonce })
    }

    /// The script in Kraken's own literal form; `endpoint` and `post` are JavaScript expressions.
    pub(crate) fn classic(&self, endpoint: &str, post: &str) -> Result<Vec<String>, GenerateError> {
        let nonce = context! { classic => self.unit.classic() };
        self.lines("sign-classic.js", &context! { endpoint, post, nonce })
    }

    /// The script that looks at the reply.
    pub(crate) fn test(&self, enveloped: bool, json: bool) -> Result<Vec<String>, GenerateError> {
        self.lines("test.js", &context! { enveloped, json })
    }

    fn lines(&self, name: &str, values: &Value) -> Result<Vec<String>, GenerateError> {
        let text = self
            .environment
            .get_template(name)
            .and_then(|template| template.render(values))
            .map_err(|source| GenerateError::Template { name: name.to_owned(), source })?;
        Ok(text.trim_end().lines().map(str::to_owned).collect())
    }
}

/// Template marks that leave a template readable as JavaScript: `//% if` and `[[ value ]]`. Double
/// braces are Postman's.
fn javascript_syntax() -> SyntaxConfig {
    SyntaxConfig::builder()
        .line_statement_prefix("//%")
        .variable_delimiters("[[", "]]")
        .block_delimiters("[%", "%]")
        .comment_delimiters("[#", "#]")
        .build()
        .expect("the delimiters differ from each other")
}
