//! Authorization helpers.

use serde_json::Value;

use super::json::{BEYOND, List, REQUIRED, object, words};

object! {
    /// The authorization helper that Postman applies to requests.
    ///
    /// The attributes of the chosen helper stand under the key that its type names; the attributes
    /// of other helpers may be there too and have no effect.
    Auth {
        /// Which helper is chosen; `noauth` chooses none, where null inherits the parent's.
        r#type as "type": String => words(&[
            "apikey", "awsv4", "basic", "bearer", "digest", "edgegrid", "hawk", "noauth", "ntlm",
            "oauth1", "oauth2",
        ]).required(),
        /// Nothing of interest; some tools write null here.
        noauth: Value,
        /// A key and value in a header or in the query: `key`, `value`, `in`.
        apikey: List<AuthAttribute>,
        /// AWS Signature version 4: `accessKey`, `secretKey`, `region`, `service`, ….
        awsv4: List<AuthAttribute>,
        /// HTTP Basic: `username` and `password`.
        basic: List<AuthAttribute>,
        /// A bearer token: `token`.
        bearer: List<AuthAttribute>,
        /// HTTP Digest: `username`, `password`, `algorithm`, ….
        digest: List<AuthAttribute>,
        /// Akamai `EdgeGrid`: `accessToken`, `clientToken`, `clientSecret`, ….
        edgegrid: List<AuthAttribute>,
        /// Hawk: `authId`, `authKey`, `algorithm`, ….
        hawk: List<AuthAttribute>,
        /// Windows NTLM: `username`, `password`, `domain`, `workstation`.
        ntlm: List<AuthAttribute>,
        /// `OAuth` 1.0: `consumerKey`, `consumerSecret`, `token`, `tokenSecret`, ….
        oauth1: List<AuthAttribute>,
        /// `OAuth` 2.0: `accessToken`, `addTokenTo`, `grant_type`, ….
        oauth2: List<AuthAttribute>,
        /// A JSON Web Token made for each request, newer than the schema.
        jwt: List<AuthAttribute> => BEYOND,
        /// Atlassian's service-to-service authentication, newer than the schema.
        asap: List<AuthAttribute> => BEYOND,
    }
}

object! {
    /// One setting of an authorization helper.
    AuthAttribute {
        /// The name of the setting, such as `username`.
        key: String => REQUIRED,
        /// Its value, of any type.
        value: Value,
        /// The type that Postman noted for the value, such as `string` or `any`.
        r#type as "type": String,
    }
}
