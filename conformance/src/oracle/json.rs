//! Records as JSON.

use careplan::oracle::{Verdict, round_trip, same};
use careplan::record::AnyRecord;

pub(super) fn judge(bytes: &[u8]) -> Verdict {
    round_trip(
        bytes,
        |bytes| serde_json::from_slice::<AnyRecord>(bytes).ok(),
        |record| serde_json::to_vec(record).ok(),
    )?;
    let Ok(record) = serde_json::from_slice::<AnyRecord>(bytes) else { return Ok(()) };
    // JSON is judged as a file is: what one takes, the other takes.
    let texts = record.to_texts();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    same("from its texts", &AnyRecord::from_texts(record.kind(), &texts), &Some(Ok(record)))
}
