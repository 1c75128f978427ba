//! 保険／事業費請求額が費用総額×給付率でない

use super::super::prelude::*;
use super::RecordBreach;
use super::sheet7::Row;
use crate::money::benefit;

/// Benefit is not cost times rate.
pub static RULE: Rule = Rule {
    id: "record/row-benefit",
    severity: Warning,
    title: t("保険／事業費請求額が費用総額×給付率でない", "benefit is not cost times rate"),
    what: t(
        "保険／事業費請求額が「費用総額×給付率」の円未満を切り捨てたものか。",
        "Whether the benefit is the cost times the rate, fractions of a yen dropped.",
    ),
    why: t(
        "請求額と利用者負担が、取込側や審査の計算と食い違います。",
        "Claim and own share differ from those of the receiver.",
    ),
    example: t("62405 円、90 ％ で 56165 円。", "62405 yen at 90 per cent given as 56165."),
    mend: t("費用総額に給付率を掛け、円未満を切り捨ててください。", "Multiply and drop the fraction."),
    source: "別紙 第7表 No.24〜26・L-38",
};

/// Rows with a rate of per cent; fixed own shares (A4, A8) come the other way round.
pub(crate) fn check(row: &Row, spread: i64) -> Option<RecordBreach> {
    let numbers = &row.numbers;
    let (cost, given) = (numbers.cost?, numbers.benefit?);
    let rate = numbers.rate.filter(|rate| (1..=100).contains(rate))?;
    let expected = benefit(cost, rate)?;
    let skip = row.is_total() || row.is_fixed_price();
    (!skip && !(expected - spread..=expected).contains(&given)).then(|| RecordBreach {
        field: 26,
        breach: RULE.breach(
            Message::new(format!("{given} 円です"), format!("{given} yen")),
            Message::new(format!("{cost} × {rate}％ ＝ {expected} 円"), format!("{cost} × {rate} % = {expected} yen")),
        ),
    })
}
