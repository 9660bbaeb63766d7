//! Environments and globals.

use serde_json::Value;

use super::json::{BEYOND, List, NULLABLE, REQUIRED, object, words};

object! {
    /// An environment, or the globals, as Postman exports them.
    Environment {
        /// Identifies the environment, usually as a UUID.
        id: String,
        /// What the environment is called.
        name: String,
        /// The variables.
        values: List<EnvironmentValue> => REQUIRED,
        /// The colour that the environment is shown in.
        color: String => NULLABLE,
        /// Which of the two the file is; absent means an environment.
        postman_variable_scope as "_postman_variable_scope": String =>
            words(&["environment", "globals"]),
        /// When the file was exported, as an ISO 8601 date and time.
        postman_exported_at as "_postman_exported_at": String,
        /// The program that exported the file.
        postman_exported_using as "_postman_exported_using": String,
    }
}

object! {
    /// A variable of an environment or of the globals.
    EnvironmentValue {
        /// The name of the variable.
        key: String => REQUIRED,
        /// Its value, of any type.
        value: Value,
        /// `default`, `secret`, `text` or `any`; `secret` hides the value on screen.
        r#type as "type": String,
        /// Whether the variable is used; Newman ignores this.
        enabled: bool,
        /// What the variable is for.
        description: Value => BEYOND,
    }
}
