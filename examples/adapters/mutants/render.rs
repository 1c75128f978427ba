//! 表を文書にする / the table as a document.

use std::fmt::Write as _;

use super::table::{MUTANTS, Mutant};

/// `docs/kill-table.md`.
pub(crate) fn document() -> String {
    let mut text = format!(
        "<!-- ci/mutants --write が書いたものです。 / Written by ci/mutants --write. -->\n\
         # 捕まえた変異の表 / The kill table\n\n\
         `renkei suite` が本当に誤りを見つけることの証しです。3つの見本のアダプター（[examples/adapters](../examples/adapters)）を1か所ずつわざと壊した {count} 個のソフトウェアを、継続検査で毎回動かし、下の事例が下の判定で捕まえることを確かめています。壊していない見本は、採点するすべての事例に合格します。\n\n\
         The proof that the suite bites: {count} softwares, each the sample of an adapter with one thing broken, are run by CI every time; each must be caught by the cases below with the verdicts below. The unbroken samples pass every scored case.\n\n\
         `unready`：最初の事例の前に見つかる（終了コード 2） / found before the first case (exit code 2)。\n\n\
         | 名前 / id | 見本 / sample | 何をするか / what it does | 事例と判定 / cases and verdicts |\n|---|---|---|---|\n",
        count = MUTANTS.len(),
    );
    for mutant in MUTANTS {
        let _ = writeln!(text, "{}", row(mutant));
    }
    text
}

fn row(mutant: &Mutant) -> String {
    let caught = mutant.caught.iter().map(|(id, verdict)| {
        let word = verdict.map_or("unready", |verdict| verdict.as_str());
        format!("`{id}` **{word}**")
    });
    let caught: Vec<String> = caught.collect();
    let (ja, en) = (mutant.what.ja, mutant.what.en);
    format!("| `{}` | {:?} | {ja}<br>{en} | {} |", mutant.id, mutant.sample, caught.join("<br>"))
}
