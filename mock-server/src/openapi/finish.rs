//! What the macros cannot know: words in both languages, what paths are filled with, the terminal,
//! and every way to be refused.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use utoipa::OpenApi;

use super::info;
use super::refused::{REFUSED, When};
use crate::refusals::Refusal;
use crate::{directory, enrolment, exchange, pages};

/// Something that paths are filled with: its name, its schema, what it is.
type Filling = (&'static str, fn() -> Value, &'static str);

static FILLINGS: &[Filling] = &[
    (
        "id",
        || json!({ "type": "string", "pattern": "^[0-9A-Fa-f-]{1,64}$" }),
        "ID（一覧にあるもの） / an id from a list",
    ),
    ("serial", || json!({ "type": "string" }), "証明書のシリアル番号 / serial number of a certificate"),
    ("slug", || json!({ "type": "string" }), "訓練の名前（一覧にあるもの） / name of a drill from the list"),
    (
        "n",
        || json!({ "type": "integer", "minimum": 1, "maximum": u32::MAX }),
        "ファイルの番号（1から） / number of the file, from 1",
    ),
];

/// What is said of an answer where the handler says nothing.
static ANSWERS: &[(&str, &str)] = &[
    ("200", "できました。 / Done."),
    ("201", "保存しました。 / Stored."),
    ("204", "できました（本文なし）。 / Done; there is no body."),
    ("207", "送信先ごとの結果。 / What became of each destination."),
];

/// The description of the relay.
pub(super) fn relay() -> Value {
    let mut api = exchange::Described::openapi();
    for room in [enrolment::Described::openapi(), directory::Described::openapi(), pages::Described::openapi()] {
        api.merge(room);
    }
    let words = pages::endpoints_and_pages().map(|row| ((row.method.to_ascii_lowercase(), row.path), row.what));
    let words = words.collect::<BTreeMap<_, _>>();
    // What utoipa builds always serialises.
    let mut document = serde_json::to_value(api).unwrap_or_default();
    document["info"] = info::relay();
    document["components"]["securitySchemes"] = json!({
        "certificate": {
            "type": "mutualTLS",
            "description": "模擬環境の認証局が発行した事業所の証明書 / an office certificate of the mock environment's CA",
        },
        "session": {
            "type": "http", "scheme": "bearer",
            "description": "POST /v1/session の token（仮定 login が password のとき） / \
                            the token of POST /v1/session, where the assumption `login` is `password`",
        },
    });
    let mut shared = Map::new();
    for (path, method, operation) in operations(&mut document) {
        if let Some(what) = words.get(&(method, &*path)) {
            operation.insert("summary".to_owned(), json!(what.ja));
            operation.insert("description".to_owned(), json!(what.en));
        }
        finish(&path, operation, &mut shared);
    }
    document["components"]["responses"] = Value::Object(shared);
    document
}

/// All operations, with path and method.
fn operations(document: &mut Value) -> impl Iterator<Item = (String, String, &mut Map<String, Value>)> {
    let paths = document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten();
    paths.flat_map(|(path, item)| {
        let operations = item.as_object_mut().into_iter().flatten();
        operations
            .filter_map(move |(method, operation)| Some((path.clone(), method.clone(), operation.as_object_mut()?)))
    })
}

/// Finishes one operation; answers that several have in common are put into `shared`.
fn finish(path: &str, operation: &mut Map<String, Value>, shared: &mut Map<String, Value>) {
    let takes = Takes::of(path, operation);
    let mut parameters = match operation.remove("parameters") {
        Some(Value::Array(parameters)) => parameters,
        _ => Vec::new(),
    };
    for (name, schema, what) in FILLINGS.iter().filter(|(name, ..)| path.contains(&format!("{{{name}}}"))) {
        parameters
            .push(json!({ "name": name, "in": "path", "required": true, "schema": schema(), "description": what }));
    }
    if takes.certificate {
        operation.insert("security".to_owned(), json!([{ "certificate": [] }, { "certificate": [], "session": [] }]));
    }
    if takes.terminal {
        // No pattern: where the name is not looked at, every one is taken.
        parameters.push(json!({
            "name": "renkei-terminal", "in": "header", "required": false,
            "description": "端末の名前（A〜Z a〜z 0〜9 . _ - の1〜64文字）。client-1.2 では必要、web-4.1 では使いません。 / \
                            The name of the terminal, 1 to 64 of A-Z a-z 0-9 . _ -: needed in client-1.2, not looked \
                            at in web-4.1.",
            "schema": { "type": "string", "examples": ["PC-1"] },
        }));
    }
    if !parameters.is_empty() {
        operation.insert("parameters".to_owned(), Value::Array(parameters));
    }
    let refusals = takes.refusals();
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    for (status, response) in responses.iter_mut() {
        let said = ANSWERS.iter().find(|(of, _)| of == status);
        if let (Some((_, said)), None | Some("")) = (said, response["description"].as_str()) {
            response["description"] = json!(said);
        }
    }
    for (status, refusals) in refusals {
        // The name follows from what is in it, and stays when other operations come and go.
        let hash = crate::hash::parts(refusals.keys().map(|code| code.as_bytes()));
        let name = format!("Refused-{status}-{}", hash.get(..4).unwrap_or_default());
        responses.insert(status.to_string(), json!({ "$ref": format!("#/components/responses/{name}") }));
        shared.insert(name, refused(status, &refusals));
    }
}

/// What an operation takes, as far as refusals follow from it.
struct Takes {
    operation: String,
    certificate: bool,
    terminal: bool,
    form: bool,
    json: bool,
    path: bool,
    query: bool,
    headers: BTreeSet<String>,
}

impl Takes {
    fn of(path: &str, operation: &Map<String, Value>) -> Self {
        let named = |place: &str| {
            let parameters = operation.get("parameters").and_then(Value::as_array).into_iter().flatten();
            let here = parameters.filter(|one| one["in"] == *place);
            here.filter_map(|one| one["name"].as_str().map(str::to_owned)).collect::<BTreeSet<_>>()
        };
        let takes =
            |media_type: &str| operation.get("requestBody").is_some_and(|body| !body["content"][media_type].is_null());
        // Where nothing is needed the handler says so.
        let certificate = !operation.contains_key("security");
        Self {
            operation: operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned(),
            certificate,
            // Licences and the directory are the same for all terminals of an office.
            terminal: certificate && !operation.get("tags").is_some_and(|tags| tags[0] == "directory"),
            form: takes("multipart/form-data"),
            json: takes("application/json"),
            path: path.contains('{'),
            query: !named("query").is_empty(),
            headers: named("header"),
        }
    }

    fn falls_under(&self, when: When) -> bool {
        match when {
            When::Always => true,
            When::Certificate => self.certificate,
            When::Form => self.form,
            When::Json => self.json,
            When::Path => self.path,
            When::Query => self.query,
            When::Header(name) => self.headers.contains(name),
            When::Operations(all) => all.contains(&&*self.operation),
            When::Elsewhere => false,
        }
    }

    /// The refusals, by status and code.
    fn refusals(&self) -> BTreeMap<u16, BTreeMap<&'static str, &'static Refusal>> {
        let mut by_status: BTreeMap<u16, BTreeMap<_, _>> = BTreeMap::new();
        let rows = REFUSED.iter().filter(|(when, _)| self.falls_under(*when));
        for refusal in rows.flat_map(|(_, refusals)| *refusals) {
            by_status.entry(refusal.status).or_default().insert(refusal.code, *refusal);
        }
        by_status
    }
}

fn refused(status: u16, refusals: &BTreeMap<&str, &Refusal>) -> Value {
    let codes = refusals.keys().collect::<Vec<_>>();
    json!({
        "description": "お断り。言葉は冒頭の表にあります。 / Refused; the words stand in the table at the head.",
        "content": { "application/problem+json": { "schema": { "allOf": [
            { "$ref": "#/components/schemas/ProblemDocument" },
            { "properties": { "status": { "const": status }, "code": { "enum": codes } } },
        ] } } },
    })
}
