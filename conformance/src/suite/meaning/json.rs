//! The JSON of scenarios and contents. Keys that are not of the form are refused by name: a slip
//! of a pen must not look like a record that is missing.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use careplan::layout::Kind;
use careplan::name::UnitKey;
use serde::de::Error;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;

use super::content::{Content, Picture};
use super::record::Record;
use super::section::Section;
use super::unit::{Scenario, Unit, party};
use super::{SCHEMA, Value};

/// A section of a content, as it is written.
struct Kinds<'a>(&'a Content, Section);

impl Serialize for Kinds<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(content, section) = self;
        let mut map = serializer.serialize_map(None)?;
        for kind in section.kinds() {
            if let Some(records) = content.records.get(kind) {
                map.serialize_entry(kind, records)?;
            } else if *kind == Kind::UpkihonImage && !content.pictures.is_empty() {
                map.serialize_entry(kind, &content.pictures)?;
            }
        }
        map.end()
    }
}

impl Content {
    fn write_into<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let kinds = self.kinds();
        for section in Section::ALL.iter().filter(|section| section.kinds().iter().any(|kind| kinds.contains(kind))) {
            map.serialize_entry(section.as_str(), &Kinds(self, *section))?;
        }
        Ok(())
    }

    fn read_from(sections: BTreeMap<String, Json>) -> Result<Self, String> {
        let mut content = Self::default();
        for (word, json) in sections {
            let section =
                Section::of_word(&word).ok_or_else(|| format!("「{word}」という部はありません / no such section"))?;
            let kinds: BTreeMap<Kind, Json> =
                serde_json::from_value(json).map_err(|error| format!("{word}: {error}"))?;
            for (kind, json) in kinds {
                if !section.kinds().contains(&kind) {
                    return Err(format!("{} は {word} にはありません / does not belong there", kind.code()));
                }
                content.read_kind(kind, json).map_err(|error| format!("{}: {error}", kind.code()))?;
            }
        }
        Ok(content)
    }

    fn read_kind(&mut self, kind: Kind, json: Json) -> Result<(), String> {
        if kind == Kind::UpkihonImage {
            self.pictures = serde_json::from_value(json).map_err(|error| error.to_string())?;
            return Ok(());
        }
        let rows: Vec<BTreeMap<String, Value>> = serde_json::from_value(json).map_err(|error| error.to_string())?;
        let records: Result<_, _> = rows.into_iter().map(|row| Record::from_values(kind, row)).collect();
        self.records.insert(kind, records?);
        Ok(())
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.write_into(&mut map)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read_from(BTreeMap::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("serial", &self.key.serial)?;
        map.serialize_entry("from", &self.key.from.to_string())?;
        map.serialize_entry("to", &self.key.to.to_string())?;
        self.content.write_into(&mut map)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut map: BTreeMap<String, Json> = BTreeMap::deserialize(deserializer)?;
        let mut word = |key: &'static str| {
            let text = map.remove(key).and_then(|json| json.as_str().map(str::to_owned));
            text.ok_or_else(|| D::Error::missing_field(key))
        };
        let key = UnitKey { serial: word("serial")?, from: party(&word("from")?), to: party(&word("to")?) };
        Ok(Self { key, content: Content::read_from(map).map_err(D::Error::custom)? })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<Units> {
    schema: String,
    units: Units,
}

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Document { schema: SCHEMA.to_owned(), units: &self.units }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Scenario {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Document { schema, units } = Document::<Vec<Unit>>::deserialize(deserializer)?;
        if schema == SCHEMA { Ok(Self { units }) } else { Err(D::Error::custom(format!("schema: {SCHEMA}"))) }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PictureDocument {
    #[serde(rename = "名称")]
    name: String,
    #[serde(rename = "JPEG")]
    base64: String,
}

impl Serialize for Picture {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PictureDocument { name: self.name.clone(), base64: STANDARD.encode(&self.bytes) }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Picture {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let PictureDocument { name, base64 } = PictureDocument::deserialize(deserializer)?;
        Ok(Self { name, bytes: STANDARD.decode(base64).map_err(D::Error::custom)? })
    }
}
