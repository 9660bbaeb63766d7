//! A value to show for a param.

use serde_json::{Map, Value};

use super::model::{Items, Param, ParamType};

impl Param {
    /// A value to show: the example, else the default, else the first word of the enum, else one
    /// that is made of the samples of entries or required properties.
    pub fn sample(&self) -> Option<Value> {
        let given = self.example.as_ref().or(self.default.as_ref()).or(self.values.first());
        given.cloned().or_else(|| match self.kind {
            ParamType::Object => object(&self.properties),
            ParamType::Array => {
                let entry = self.items.as_ref()?.sample()?;
                let count = usize::try_from(self.min.unwrap_or(1).max(1)).ok()?;
                (count <= 100).then(|| Value::Array(vec![entry; count]))
            }
            _ => None,
        })
    }
}

impl Items {
    /// An entry to show.
    fn sample(&self) -> Option<Value> {
        self.values.first().cloned().or_else(|| match self.kind {
            ParamType::Object => object(&self.properties),
            _ => None,
        })
    }
}

/// An object of required properties; nothing when one of them has no sample or there is none.
fn object(properties: &[Param]) -> Option<Value> {
    let required = properties.iter().filter(|property| property.required);
    let object: Option<Map<_, _>> =
        required.map(|property| Some((property.name.clone(), property.sample()?))).collect();
    object.filter(|object| !object.is_empty()).map(Value::Object)
}
