//! Request bodies.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::Description;
use super::json::{
    BEYOND, List, NULLABLE, Property, REQUIRED, TextOr, described, object, type_schema,
    untyped_schema, words,
};

object! {
    /// The body of a request.
    ///
    /// Each mode keeps its data under its own name; only the data of the chosen mode is sent.
    Body {
        /// Which of the modes is sent.
        mode: String => words(&["raw", "urlencoded", "formdata", "file", "graphql"]),
        /// The text to send.
        raw: String,
        /// The fields of an `application/x-www-form-urlencoded` body.
        urlencoded: List<UrlEncodedParameter>,
        /// The parts of a `multipart/form-data` body.
        formdata: List<FormParameter>,
        /// The file to send.
        file: FileBody,
        /// The `GraphQL` query to send.
        graphql: GraphqlBody,
        /// Settings of the modes, such as the language of a raw body.
        options: BodyOptions,
        /// Whether the body is kept but not sent.
        disabled: bool,
    }
}

object! {
    /// A field of a urlencoded body.
    UrlEncodedParameter {
        /// The name of the field, before encoding.
        key: String => REQUIRED,
        /// The value of the field, before encoding.
        value: String,
        /// Always `text` in files that Postman writes.
        r#type as "type": String => BEYOND,
        /// What the field is for.
        description: TextOr<Box<Description>> => NULLABLE,
        /// Whether the field is kept but not sent.
        disabled: bool,
    }
}

object! {
    /// A part of a multipart body: a text or one or more files.
    FormParameter: text_or_file {
        /// The name of the part.
        key: String => REQUIRED,
        /// The content of a text part.
        value: String,
        /// `text` or `file`.
        r#type as "type": String,
        /// The path of a file part's file, a list of paths, or null while none is chosen.
        src: TextOr<List<Value>> => NULLABLE,
        /// The content type of this part, if it is not to be guessed.
        content_type as "contentType": String,
        /// What the part is for.
        description: TextOr<Box<Description>> => NULLABLE,
        /// Whether the part is kept but not sent.
        disabled: bool,
    }
}

object! {
    /// A body that is the content of a file.
    FileBody {
        /// The path of the file, or null while none is chosen.
        src: String => NULLABLE,
        /// The content itself.
        content: String,
    }
}

object! {
    /// A `GraphQL` query.
    GraphqlBody {
        /// The query or mutation.
        query: String => BEYOND,
        /// Which operation of the query to run.
        operation_name as "operationName": String => BEYOND,
        /// The variables, as a JSON text or as an object.
        variables: TextOr<Map<String, Value>> => BEYOND,
    }
}

object! {
    /// Settings of the body modes, each under the name of its mode.
    BodyOptions {
        /// Settings of a raw body.
        raw: RawOptions => BEYOND,
    }
}

object! {
    /// Settings of a raw body.
    RawOptions {
        /// `json`, `xml`, `html`, `javascript` or `text`; decides the content type.
        language: String => BEYOND,
        /// The group of content types that the language belongs to.
        header_family as "headerFamily": String => BEYOND,
    }
}

/// A part is valid as a text, whose `src` may be anything, or as a file, whose `value` may be.
fn text_or_file(
    generator: &mut SchemaGenerator,
    about: &[&str],
    properties: Vec<Property>,
) -> Schema {
    let text = part(generator, "text", properties.clone(), "src");
    let file = part(generator, "file", properties, "value");
    let mut schema = described(about, type_schema("object"));
    schema.insert("anyOf".into(), json!([text, file]));
    schema
}

/// The schema of a part of one kind, in which the key of the other kind may hold anything.
fn part(
    generator: &mut SchemaGenerator,
    kind: &str,
    mut properties: Vec<Property>,
    foreign: &str,
) -> Schema {
    properties.retain(|property| property.key != foreign);
    for property in properties.iter_mut().filter(|property| property.key == "type") {
        property.schema.insert("enum".into(), json!([kind]));
    }
    untyped_schema(generator, &[], properties)
}
