//! Single parts of generated collections, for collections that are brought up to date.

use serde::Serialize;
use serde_json::{Value, json};

use super::released::SigningForm;
use crate::catalog::{Api, Endpoint, Group, Param, Place};
use crate::generate::body;
use crate::generate::body::Signed;
use crate::generate::request::item;
use crate::generate::script::Templates;
use crate::generate::{
    BaseUrl, GenerateError, NonceUnit, ScriptStyle, collection, ids, json_body, url,
};

/// Makes parts of an api's collections. They are JSON values, as they stand in a file.
#[derive(Debug)]
pub struct Parts<'a> {
    api: &'a Api,
    style: ScriptStyle,
    templates: Templates<'a>,
}

impl<'a> Parts<'a> {
    /// Parts of `api`'s collections in a style.
    ///
    /// # Errors
    ///
    /// When a script template is broken.
    pub fn new(api: &'a Api, style: ScriptStyle, unit: NonceUnit) -> Result<Self, GenerateError> {
        Ok(Self { api, style, templates: Templates::new(&api.scripts, unit)? })
    }

    /// The request of an endpoint, with its scripts and examples.
    ///
    /// # Errors
    ///
    /// When a script template is broken.
    pub fn request(&self, endpoint: &Endpoint, base: &BaseUrl) -> Result<Value, GenerateError> {
        Ok(value(&item(self.api, endpoint, (self.style, base), &self.templates)?))
    }

    /// The folder of a group, with no requests in it.
    pub fn folder(&self, group: &Group) -> Value {
        value(&collection::folder(group, Vec::new()))
    }

    /// The collection's variable that holds the address of the api.
    pub fn base_url(&self) -> Value {
        value(&collection::base_url(self.api))
    }

    /// The params that a request of the endpoint has: its own, then those that all share.
    pub fn params(&self, endpoint: &'a Endpoint) -> Vec<&'a Param> {
        let mut params = Signed::new(self.api, endpoint).params;
        if self.style == ScriptStyle::Classic {
            // A literal script has no place for what all endpoints share in the body.
            params.retain(|param| {
                endpoint.place(param) != Place::Body
                    || endpoint.params.iter().any(|own| own.name == param.name)
            });
        }
        params
    }

    /// The rows of a param in a form, query or header list, all off.
    pub fn rows(&self, endpoint: &'a Endpoint, param: &Param) -> Vec<Value> {
        let signed = Signed::new(self.api, endpoint);
        let rows: Vec<Value> = match endpoint.place(param) {
            Place::Query => url::rows(&signed, param).iter().map(value).collect(),
            Place::Header => vec![value(&body::param_header(&signed, param))],
            Place::Body | Place::Path => body::rows(&signed, param).iter().map(value).collect(),
        };
        rows.into_iter().map(|row| self.off(row)).collect()
    }

    /// The row switched off; what describes it is not for classic collections.
    fn off(&self, mut row: Value) -> Value {
        if let Value::Object(row) = &mut row {
            row.insert("disabled".to_owned(), json!(true));
            if self.style == ScriptStyle::Classic {
                row.shift_remove("description");
            }
        }
        row
    }

    /// A param as a member of a JSON body, in lines without a comma at the end.
    pub fn json_lines(&self, endpoint: &'a Endpoint, param: &Param) -> Vec<String> {
        json_body::member(param, &Signed::new(self.api, endpoint).json_value(param).0)
    }

    /// The text of the signing script in this form.
    ///
    /// # Errors
    ///
    /// When a script template is broken.
    pub fn script(&self, form: &SigningForm) -> Result<Vec<String>, GenerateError> {
        let templates = self.templates.with_unit(form.unit());
        match form {
            SigningForm::Request { nonce_header, .. } => {
                templates.sign(nonce_header.as_deref(), false)
            }
            SigningForm::Collection { .. } => templates.sign(None, true),
            SigningForm::Classic { endpoint, post, .. } => templates.classic(endpoint, post),
        }
    }

    /// Whether an id is the one that a request of this name had when it was generated.
    pub fn made_id(&self, request: &str, id: &str) -> bool {
        ["prerequest", "test", "success", "error"]
            .iter()
            .any(|part| ids::id(&format!("{}/{request}/{part}", self.api.name)) == id)
    }
}

fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).expect("the keys are texts")
}
