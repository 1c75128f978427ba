//! What a verified record says, for a person: the numbers, every waiver and every skip.

use std::fmt::Write as _;

use careplan::text::Lang;

use super::statement::{Outcome, Resource, Skipped};
use super::verify::Verified;
use crate::report::words::SELF_TEST;
use crate::shown::visible;

impl Outcome {
    /// In plain words.
    #[must_use]
    pub const fn text(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Passed, Lang::Ja) => "採点した事例はすべて合格",
            (Self::Passed, Lang::En) => "every scored case passes",
            (Self::Warned, Lang::Ja) => "不合格なし（既知の失敗、または確認していない事例あり）",
            (Self::Warned, Lang::En) => "nothing fails, but some cases are waived or were not judged",
            (Self::Failed, Lang::Ja) => "不合格、または判定できなかった事例あり",
            (Self::Failed, Lang::En) => "some cases fail or could not be judged",
        }
    }
}

/// The text.
#[must_use]
pub fn show(verified: &Verified, lang: Lang) -> String {
    let statement = verified.statement();
    let ours = &statement.predicate.renkei_self_test;
    let mut text = String::new();
    let mut line = |ja: &str, en: &str, value: &str| {
        let (name, colon) = if lang == Lang::Ja { (ja, "：") } else { (en, ": ") };
        let _ = writeln!(text, "{name}{colon}{}", visible(value));
    };
    line("署名", "signature", &format!("{} {}", if lang == Lang::Ja { "確認済み" } else { "verified" }, verified.key));
    if verified.others > 0 {
        let others = verified.others.to_string();
        line("ほかの鍵の署名（確認していません）", "signatures of other keys (not judged)", &others);
    }
    line("対象ソフトウェア", "software under test", &statement.subject.iter().map(resource).collect::<String>());
    line("結果", "result", statement.predicate.result.text(lang));
    let counts = ours.counts;
    let numbers = match lang {
        Lang::Ja => format!(
            "採点 {}（合格 {}、既知の失敗 {}、確認せず {}、不合格 {}、判定できず {}）、要求セット全体 {}、採点外 {}",
            counts.scored,
            counts.passed,
            counts.waived,
            counts.skipped,
            counts.failed,
            counts.undecided,
            ours.required,
            ours.unscored.len()
        ),
        Lang::En => format!(
            "{} scored ({} pass, {} waived, {} skipped, {} fail, {} undecided), {} in the whole set, {} not scored",
            counts.scored,
            counts.passed,
            counts.waived,
            counts.skipped,
            counts.failed,
            counts.undecided,
            ours.required,
            ours.unscored.len()
        ),
    };
    line("事例", "cases", &numbers);
    line("要求セット", "requirement set", &ours.requirements);
    let known = match (verified.suite_is_known, lang) {
        (true, Lang::Ja) => "（事例集は一致）",
        (true, Lang::En) => " (its suite is known and the same)",
        (false, Lang::Ja) => "（この renkei が知らない版です。事例集は突き合わせていません）",
        (false, Lang::En) => " (a version that this renkei does not know: its suite was not compared)",
    };
    line("検査", "suite", &format!("renkei {} sha256:{}{known}", ours.suite, ours.suite_digest));
    let words = |words: Vec<&str>| if words.is_empty() { "-".to_owned() } else { words.join(" ") };
    line("役割", "roles", &words(ours.roles.iter().map(|role| role.as_str()).collect()));
    line("つなぎ方", "adapter", &ours.adapter.kind);
    let chosen = ours.chosen();
    if !chosen.is_empty() {
        line("選んだ事例だけ（一部）", "only a part was chosen", &chosen.join(" "));
    }
    if let Some(series) = &ours.generated {
        let told = format!("{} seed {} ({})", series.count, series.seed, ours.counts.generated);
        line("生成した事例（採点外）", "generated cases (not scored)", &told);
    }
    line("比べなかった項目", "fields not compared", &words(ours.own_fields.iter().map(String::as_str).collect()));
    line("実施", "run", &format!("{} - {}", ours.started_on, ours.finished_on));
    line("記録", "recorded", &ours.recorded_on);
    text + &lists(verified, lang)
}

/// Every case that does not simply pass.
fn lists(verified: &Verified, lang: Lang) -> String {
    let predicate = &verified.statement().predicate;
    let ours = &predicate.renkei_self_test;
    let mut text = String::new();
    let mut list = |ja: &str, en: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(text, "\n■ {} {}", if lang == Lang::Ja { ja } else { en }, lines.len());
            for line in lines {
                let _ = writeln!(text, "  {}", visible(&line));
            }
        }
    };
    let waived = ours.waivers.iter().map(|it| {
        let verdict = it.verdict.title().get(lang);
        match lang {
            Lang::Ja => {
                format!("{} {verdict}：{}（担当：{}、期限：{}）", it.id, it.reason, it.owner, it.expires)
            }
            Lang::En => format!("{} {verdict}: {} (owner: {}, until {})", it.id, it.reason, it.owner, it.expires),
        }
    });
    list("既知の失敗", "waivers", waived.collect());
    let verdicts = |cases: &[Skipped]| -> Vec<String> {
        cases.iter().map(|case| format!("{} {}", case.id, case.verdict.title().get(lang))).collect()
    };
    list("確認していない事例", "skipped", verdicts(&ours.skipped));
    list("不合格・判定できなかった事例", "failed or undecided", predicate.failed_tests.clone());
    let problem = |it: &std::collections::BTreeMap<String, String>| {
        it.get(if lang == Lang::Ja { "ja" } else { "en" }).cloned().unwrap_or_default()
    };
    list("baseline の見直し", "baseline", ours.baseline_problems.iter().map(problem).collect());
    let odd: Vec<Skipped> =
        ours.unscored.iter().filter(|case| case.verdict != crate::suite::verdict::Verdict::Pass).cloned().collect();
    list("採点しない事例で、合格でないもの", "cases not scored that do not pass", verdicts(&odd));
    let _ = writeln!(text, "\n{}", SELF_TEST.get(lang));
    text
}

fn resource(resource: &Resource) -> String {
    let digests: Vec<String> = resource.digest.iter().map(|(name, value)| format!("{name}:{value}")).collect();
    format!("{} {}", resource.name, digests.join(" "))
}
