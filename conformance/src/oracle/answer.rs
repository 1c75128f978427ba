//! Answers of a software under test, as they come over the line: `renkei.adapter/1`.

use careplan::oracle::{Verdict as Held, holds, same};

use crate::mutation::File;
use crate::suite::case::Taking;
use crate::suite::judge::{Given, taken};
use crate::suite::meaning::{Content, Model, Scope, differences, read_files};
use crate::suite::protocol::{Answer, Imported, Reply};
use crate::suite::verdict::Verdict;

/// The file of `docs/adapter-protocol.md`: one record of 実績.
const NAME: &str = "UPJSK_202504_9970000002_15_9970000001_43_20250502101500.CSV";
const ROW: &str = "202407,990010,0000000001,20250502,202504,9970000001,\"見本 太郎\",658,,20250410,,0930,1630,1,151241,,,\"\",,9970000002,\"見本デイサービス\",,0,9970000002,\r\n";

pub(super) fn judge(bytes: &[u8]) -> Held {
    let Ok(answer) = serde_json::from_slice::<Answer>(bytes) else { return Ok(()) };
    let written = serde_json::to_string(&answer).map_err(|error| format!("{answer:?} cannot be written: {error}"))?;
    let again: Answer = serde_json::from_str(&written).map_err(|error| format!("{written} is not read: {error}"))?;
    same("read back", &serde_json::to_string(&again).ok(), &Some(written))?;
    match &answer.reply {
        Reply::Import(imported) => import(imported),
        _ => Ok(()),
    }
}

/// What is held is equal to itself, and no answer passes that does not account for the record and
/// hold it.
fn import(answer: &Imported) -> Held {
    let nothing = Content::default();
    let held = answer.holds.as_ref().unwrap_or(&nothing);
    let scope = Scope::default();
    same("held against itself", &differences(held, &nothing, held, &scope), &Vec::new())?;

    let bytes = careplan::encoding::encode(ROW).map_err(|error| format!("{error:?}"))?;
    let files = [File { name: NAME.to_owned(), bytes }];
    let scenario = read_files(&files).map_err(|problems| format!("{problems:?}"))?;
    for taking in [Taking::Whole, Taking::WholeOrNothing, Taking::NotSilently] {
        let mut model = Model::default();
        let judged = taken(&Given { files: &files, taking, scope: &scope }, answer, &mut model);
        let passed = judged.verdict == Verdict::Pass;
        holds(passed || !judged.notes.is_empty(), || format!("{:?} without a reason", judged.verdict))?;
        if passed && taking == Taking::Whole {
            let mut wanted = Model::default();
            wanted.take(&scenario);
            let differs = differences(&wanted.must, &wanted.may, held, &scope);
            let receipt = answer.receipt.as_ref().filter(|receipt| receipt.accounted() == receipt.records_in);
            holds(receipt.is_some() && differs.is_empty(), || format!("passed with {differs:?}"))?;
        }
    }
    Ok(())
}
