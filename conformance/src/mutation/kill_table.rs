//! The kill table, for people.

use std::io::{self, Write};

use careplan::text::Lang;

use super::{AREAS, Class, KNOWN, Report, Row};

/// Writes one line per kind, then what was missed and what was said of untouched sets. Kinds that
/// applied to none of the sets are named too: they measured nothing.
///
/// # Errors
/// The output cannot be written.
pub fn write_table(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let head = match lang {
        Lang::Ja => ["期待", "投入", "検出", "位置", "生存", "欠陥"],
        Lang::En => ["expected", "applied", "killed", "located", "survived", "defect"],
    };
    writeln!(out, "{:<28}{}", "", head.join(" / "))?;
    let mut rows = report.rows.iter();
    for area in AREAS {
        writeln!(out, "── {}", area.title.get(lang))?;
        for row in rows.by_ref().take(area.mutations.len()) {
            let Row { mutation, applied, killed, located, .. } = row;
            let mark = if row.is_clean() { ' ' } else { '!' };
            let title = mutation.title.get(lang);
            let (expect, survived) = (mutation.class.expect(), applied - killed);
            writeln!(
                out,
                "{mark} {:<30}{expect:<8}{applied:>8}{killed:>8}{located:>8}{survived:>6}  {title}",
                mutation.id
            )?;
        }
    }
    misses(report, out)?;
    summary(report, lang, out)
}

fn misses(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for row in report.rows.iter().filter(|row| !row.is_clean()) {
        let reason = KNOWN.iter().find(|known| known.id == row.mutation.id).map_or("?", |known| known.reason);
        writeln!(out, "! {} ({}): {reason}", row.mutation.id, row.mutation.source)?;
        for miss in &row.misses {
            let said: Vec<String> = miss.said.iter().take(6).map(ToString::to_string).collect();
            let how = match (row.mutation.class, miss.is_elsewhere) {
                (Class::Open, _) => "blamed",
                (_, true) => "misplaced",
                (_, false) => "survived",
            };
            writeln!(out, "    {how} in {} (seed {}): {}", miss.base, miss.seed, said.join(", "))?;
        }
    }
    for (base, errors) in &report.false_alarms {
        let said: Vec<String> = errors.iter().take(6).map(ToString::to_string).collect();
        writeln!(out, "! false alarm in {base}: {}", said.join(", "))?;
    }
    Ok(())
}

fn summary(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let count = |class: Class, number: fn(&Row) -> u64| -> u64 {
        report.rows.iter().filter(|row| row.mutation.class == class).map(number).sum()
    };
    let kinds = report.rows.len();
    let idle = report.rows.iter().filter(|row| row.applied == 0).count();
    let (errors, killed) = (count(Class::Error, |row| row.applied), count(Class::Error, |row| row.killed));
    let located = count(Class::Error, |row| row.located);
    let (hazards, warned) = (count(Class::Warning, |row| row.applied), count(Class::Warning, |row| row.killed));
    let (open, blamed) = (count(Class::Open, |row| row.applied), count(Class::Open, |row| row.applied - row.killed));
    let (sets, false_alarms) = (report.sets, report.false_alarms.len());
    let warned_sets = report.warned;
    match lang {
        Lang::Ja => writeln!(
            out,
            "{kinds} 種類（うち投入できず {idle}）。誤り {killed}/{errors} 検出・{located} 位置一致、警告 {warned}/{hazards}、\
             読みの分かれる点 {open} 件のうち誤りとしたもの {blamed}。手を加えない {sets} 組で誤検知 {false_alarms}（警告あり {warned_sets}）。"
        ),
        Lang::En => writeln!(
            out,
            "{kinds} kinds ({idle} applied nowhere). Errors {killed}/{errors} killed, {located} located; warnings \
             {warned}/{hazards}; {blamed} of {open} open points called an error. Untouched sets {sets}: {false_alarms} \
             false alarms ({warned_sets} with warnings)."
        ),
    }
}
