//! What operations have in common and no type of the relay says by itself: forms, which are read
//! piece by piece, and headers.

use std::collections::BTreeMap;

use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{ContentBuilder, HeaderBuilder, RefOr, Required, Response, ResponseBuilder, Schema};
use utoipa::{IntoParams, IntoResponses, PartialSchema, ToSchema};

/// The form of one message.
#[derive(Debug)]
pub(crate) struct MessageForm;

/// The form of a draft, which may still lack anything.
#[derive(Debug)]
pub(crate) struct DraftForm;

/// The form of a bulk send.
#[derive(Debug)]
pub(crate) struct BulkForm;

/// Text of a form.
fn text(description: &str, example: &str) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).description(Some(description)).examples([example])
}

/// Bytes, as they are.
fn bytes() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
}

fn files(description: &str) -> ArrayBuilder {
    ArrayBuilder::new().items(bytes()).description(Some(description))
}

fn message() -> ObjectBuilder {
    text("メッセージ（UTF-8） / the text, UTF-8", "よろしくお願いします。")
        .pattern(Some("^[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]*$"))
}

fn csv() -> ArrayBuilder {
    files("標準仕様の CSV（名前は標準仕様のまま） / files of the standard, under their names of the standard")
}

/// What a message is made of.
fn form() -> ObjectBuilder {
    ObjectBuilder::new()
        .property("to", text("送信先の事業所番号 / office number of the destination", "9970000002"))
        .property("message", message())
        .property("csv", csv())
        .property("attachment", files("添付ファイル（PDF など） / attachments, PDF and the like"))
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
}

impl PartialSchema for MessageForm {
    fn schema() -> RefOr<Schema> {
        RefOr::T(Schema::Object(form().required("to").build()))
    }
}

impl PartialSchema for DraftForm {
    fn schema() -> RefOr<Schema> {
        RefOr::T(Schema::Object(form().build()))
    }
}

impl ToSchema for DraftForm {}

impl ToSchema for MessageForm {}

impl PartialSchema for BulkForm {
    fn schema() -> RefOr<Schema> {
        let form = ObjectBuilder::new()
            .property("message", message())
            .property("csv", csv().min_items(Some(1)))
            .required("csv")
            .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)));
        RefOr::T(Schema::Object(form.build()))
    }
}

impl ToSchema for BulkForm {}

fn header(name: &str, description: &str, schema: ObjectBuilder) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(schema))
        .build()
}

fn string() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

/// `Idempotency-Key`.
#[derive(Debug)]
pub(crate) struct IdempotencyKey;

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let schema = string().pattern(Some("^[ -~]+$")).min_length(Some(1)).max_length(Some(255));
        vec![header("idempotency-key", "やり直しても二重にならないための鍵 / makes a retry harmless", schema)]
    }
}

/// From which place on a file is wanted, and whether at all.
#[derive(Debug)]
pub(crate) struct FileConditions;

impl IntoParams for FileConditions {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![
            header(
                "range",
                "途中から（ほかの形では全体） / from a place on (the whole file in other forms)",
                string().examples(["bytes=1024-"]),
            ),
            header("if-range", "ETag が同じときだけ途中から / the range only of this ETag", string()),
            header("if-none-match", "持っている ETag / the ETag that is at hand", string()),
        ]
    }
}

/// The answers to a request for a file.
#[derive(Debug)]
pub(crate) struct FileAnswer;

impl IntoResponses for FileAnswer {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let told = |name: &str, description: &str| (name.to_owned(), description.to_owned());
        let etag = told("etag", "SHA-256（16進） / SHA-256 in hexadecimal");
        let range = told("content-range", "渡した範囲 / what is given");
        let answer = |description: &str, headers: &[&(String, String)], has_bytes: bool| {
            let mut answer = ResponseBuilder::new().description(description);
            for (name, what) in headers {
                let header = HeaderBuilder::new().schema(Some(string())).description(Some(what.as_str())).build();
                answer = answer.header(name, header);
            }
            if has_bytes {
                // The media type follows from the name of the file.
                answer = answer.content("*/*", ContentBuilder::new().schema(Some(bytes())).build());
            }
            RefOr::T(answer.build())
        };
        BTreeMap::from([
            ("200".to_owned(), answer("ファイルの全体 / the whole file", &[&etag], true)),
            ("206".to_owned(), answer("途中から終わりまで / from the place to the end", &[&etag, &range], true)),
            ("304".to_owned(), answer("持っているものと同じ / as it is at hand", &[&etag], false)),
        ])
    }
}
