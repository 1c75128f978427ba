//! The receipt on its own: does it account for every record?

use super::Judged;
use crate::suite::protocol::{Imported, Receipt};

/// The receipt of an answer, if it balances.
///
/// # Errors
/// Silent loss: there is none, or it does not balance.
pub(super) fn balanced(answer: &Imported) -> Result<&Receipt, Judged> {
    let Some(receipt) = &answer.receipt else {
        return Err(Judged::silent(
            "受領の明細（receipt）がありません。何が起きたか分かりません",
            "there is no receipt: nobody can know what became of the records",
        ));
    };
    let (read, accounted) = (receipt.records_in, receipt.accounted());
    if read == accounted {
        return Ok(receipt);
    }
    Err(Judged::silent(
        format!(
            "受領の明細が合いません：読んだ {read} 件に対し、取り込み {}＋拒否 {}＋対象外 {}＋置き換え {}＝{accounted} 件",
            receipt.imported,
            receipt.refused(),
            receipt.ignored,
            receipt.replaced
        ),
        format!(
            "the receipt does not balance: {read} read, but imported {} + rejected {} + ignored {} + replaced {} = {accounted}",
            receipt.imported,
            receipt.refused(),
            receipt.ignored,
            receipt.replaced
        ),
    ))
}
