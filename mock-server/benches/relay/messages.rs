//! Sets of the standard for any two offices, made of the samples in `corpus/samples`: the same
//! invented person again and again, under numbers of their own.

use std::fs;
use std::path::Path;

use careplan::name::FileName;

use crate::Failure;

/// The sample of a month's plan, and of a month's actuals; folders begin so.
const PLAN: (&str, &[&str]) = ("d2_basic", &["UPPLAN", "UPSIKYU", "UPHOSOKU"]);
const ACTUAL: (&str, &[&str]) = ("d3_zero_actual", &["UPJSK"]);

/// The ends of a message: numbers and service types.
pub(crate) struct Ends<'a> {
    pub(crate) from: &'a str,
    pub(crate) from_service: &'a str,
    pub(crate) to: &'a str,
    pub(crate) to_service: &'a str,
}

/// Templates of both sets.
pub(crate) struct Samples {
    pub(crate) plan: SetTemplate,
    pub(crate) actual: SetTemplate,
}

impl Samples {
    pub(crate) fn read() -> Result<Self, Failure> {
        Ok(Self { plan: SetTemplate::read(PLAN)?, actual: SetTemplate::read(ACTUAL)? })
    }
}

/// The files of one set.
pub(crate) struct SetTemplate(Vec<Template>);

struct Template {
    kind: &'static str,
    bytes: Vec<u8>,
    /// Where a value stands that is written over, always by one of the same length.
    spots: Vec<(usize, Value)>,
}

#[derive(Clone, Copy)]
enum Value {
    From,
    To,
    Month,
    Person,
}

/// The last digits of a person's number stay as they are, so that persons of a sample stay apart.
const PERSON: usize = 7;

impl SetTemplate {
    fn read((folder, kinds): (&str, &[&'static str])) -> Result<Self, Failure> {
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/samples");
        let named =
            |path: &Path, start: &str| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start));
        let find = |within: &Path, start: &str| {
            let all = fs::read_dir(within)?.collect::<Result<Vec<_>, _>>()?;
            let found = all.into_iter().map(|entry| entry.path()).find(|path| named(path, start));
            found.ok_or_else(|| Failure::from(format!("{start}: not in {}", within.display())))
        };
        let folder = find(&samples, folder)?;
        let read = |kind: &&'static str| Template::read(kind, &find(&folder, kind)?);
        Ok(Self(kinds.iter().map(read).collect::<Result<_, _>>()?))
    }

    /// Bytes of a set of so many people.
    pub(crate) fn size(&self, people: usize) -> usize {
        self.0.iter().map(|file| file.bytes.len() * people).sum()
    }

    /// Names and bytes of a set. `month` has six digits, `serial` fourteen.
    pub(crate) fn files(&self, ends: &Ends<'_>, month: &str, serial: &str, people: usize) -> Vec<(String, Vec<u8>)> {
        let Ends { from, from_service, to, to_service } = ends;
        let file = |file: &Template| {
            let name = format!("{}_{month}_{from}_{from_service}_{to}_{to_service}_{serial}.CSV", file.kind);
            let mut bytes = Vec::with_capacity(file.bytes.len() * people);
            for person in 0..people {
                let start = bytes.len();
                bytes.extend_from_slice(&file.bytes);
                let person = format!("{:0PERSON$}", person + 1);
                for &(spot, value) in &file.spots {
                    let value = match value {
                        Value::From => from,
                        Value::To => to,
                        Value::Month => month,
                        Value::Person => person.as_str(),
                    };
                    let place = bytes.get_mut(start + spot..start + spot + value.len());
                    // A spot lies inside its template.
                    place.into_iter().for_each(|place| place.copy_from_slice(value.as_bytes()));
                }
            }
            (name, bytes)
        };
        self.0.iter().map(file).collect()
    }
}

impl Template {
    fn read(kind: &'static str, path: &Path) -> Result<Self, Failure> {
        let bytes = fs::read(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = FileName::parse(&name).map_err(|issue| format!("{name}: {issue:?}"))?;
        let month = name.month.ok_or("a sample without a month")?;
        let mut spots = Vec::new();
        let values = [(&name.unit.from.office, Value::From), (&name.unit.to.office, Value::To), (&month, Value::Month)];
        for (text, value) in values {
            let found = bytes.windows(text.len()).enumerate().filter(|(_, window)| *window == text.as_bytes());
            spots.extend(found.map(|(at, _)| (at, value)));
        }
        // CSVバージョン, 保険者番号, 被保険者番号: the third value of every record. No text of these
        // samples has a line break.
        let mut at = 0;
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            let mut commas = line.iter().enumerate().filter(|(_, byte)| **byte == b',');
            let second = commas.nth(1).ok_or("a record of fewer than three values")?.0;
            spots.push((at + second + 1, Value::Person));
            at += line.len();
        }
        Ok(Self { kind, bytes, spots })
    }
}
