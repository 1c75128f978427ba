//! The table for people: what is missing first, then kinds, fields, rules and totals.

use std::io::{self, Write};

use careplan::text::{Lang, Text};
use unicode_width::UnicodeWidthStr;

use super::{Coverage, FieldCoverage, KindCoverage, RuleCoverage};
use crate::input::reason::REASONS;

const NOTHING_MISSING: Text = Text::new(
    "足りないものはありません。すべての項目と規則に、適合する事例と欠陥の事例があります。",
    "Nothing is missing: every field and rule has a passing and a failing case.",
);
const LEGEND: Text = Text::new(
    "「適合」「欠陥」は corpus の事例の数、「作成」は適合する事例の1項目を書き換えて作った事例（+ 適合として通った、\n\
     規則名 その規則が見つけた、！規則名 見つけなかった）。",
    "\"pass\" and \"fail\" count cases of the corpus; \"made\" are cases made by rewriting one field of a conformant\n\
     one (+ taken as right, rule: found by it, !rule: not found by it).",
);
const INPUT: Text = Text::new(
    "入力の規則（input/…）はファイルの外のことなので corpus に事例がなく、コマンドの試験で確かめています：",
    "Rules of the input (input/…) are about what is not in a file; the tests of the command try them:",
);
const KINDS: Text = Text::new("種類と項目", "Kinds and fields");
const RULES: Text = Text::new("規則", "Rules");
const PASS: Text = Text::new("適合", "pass");
const FAIL: Text = Text::new("欠陥", "fail");
const MADE: Text = Text::new("作成", "made");
const FILES: Text = Text::new("ファイル", "files");
const EXEMPTION: Text = Text::new("免除：", "exempt: ");

/// The column at which the numbers of fields and rules begin.
const NAMES: usize = 40;

/// Writes the table.
///
/// # Errors
/// The output cannot be written.
pub fn write_text(coverage: &Coverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let missing = coverage.missing();
    if missing.is_empty() {
        writeln!(out, "{}", NOTHING_MISSING.get(lang))?;
    }
    for missing in &missing {
        writeln!(out, "! {}", missing.sentence().get(lang))?;
    }
    writeln!(out, "\n{}", LEGEND.get(lang))?;
    writeln!(out, "\n── {}", KINDS.get(lang))?;
    for kind in &coverage.kinds {
        write_kind(kind, lang, out)?;
    }
    writeln!(out, "\n── {}", RULES.get(lang))?;
    for rule in &coverage.rules {
        write_rule(rule, lang, out)?;
    }
    let input: Vec<&str> = REASONS.iter().map(|rule| rule.id).collect();
    writeln!(out, "{}\n  {}", INPUT.get(lang), input.join(" "))?;
    writeln!(out, "\n{}", totals(coverage, missing.len(), lang))
}

fn write_kind(coverage: &KindCoverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (kind, files, cases) = (coverage.kind, coverage.files, coverage.cases);
    let (pass, fail) = (cases.passing, cases.failing);
    writeln!(
        out,
        "{} {}  {} {files}  {} {pass}  {} {fail}",
        kind.code(),
        kind.title().get(lang),
        FILES.get(lang),
        PASS.get(lang),
        FAIL.get(lang)
    )?;
    coverage.fields.iter().try_for_each(|field| write_field(field, lang, out))
}

fn write_field(coverage: &FieldCoverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let name = format!("  {:>3} {}", coverage.field.no, coverage.field.name);
    write_numbers(&name, coverage.corpus, lang, out)?;
    let taken = if coverage.is_taken { '+' } else { '!' };
    write!(out, "  {} {taken}", MADE.get(lang))?;
    for probed in &coverage.probed {
        let mark = if probed.is_found { "" } else { "!" };
        write!(out, " {mark}{}", probed.rule)?;
    }
    writeln!(out)
}

fn write_rule(coverage: &RuleCoverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write_numbers(&format!("  {}", coverage.rule.id), coverage.corpus, lang, out)?;
    if coverage.fields > 0 {
        write!(out, "  {} {}", MADE.get(lang), coverage.fields)?;
    }
    if let Some(exempt) = coverage.exempt {
        write!(out, "  {}{}", EXEMPTION.get(lang), exempt.reason.get(lang))?;
    }
    writeln!(out)
}

fn write_numbers(name: &str, corpus: super::Tally, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    // `{:width$}` counts characters; Japanese ones take two columns.
    let gap = " ".repeat(NAMES.saturating_sub(name.width()));
    let (pass, fail) = (corpus.passing, corpus.failing);
    write!(out, "{name}{gap} {} {pass:>3}  {} {fail:>3}", PASS.get(lang), FAIL.get(lang))
}

fn totals(coverage: &Coverage, missing: usize, lang: Lang) -> String {
    let (kinds, fields, rules) = (coverage.kinds.len(), coverage.fields().count(), coverage.rules.len());
    let probed: usize = coverage.fields().map(|(_, field)| field.probed.len()).sum();
    let exempt = coverage.rules.iter().filter(|rule| rule.exempt.is_some()).count();
    let (pass, fail) = (coverage.cases.passing, coverage.cases.failing);
    match lang {
        Lang::Ja => format!(
            "{kinds} 種類、{fields} 項目、{rules} 規則（うち免除 {exempt}）。corpus の事例 {}（適合 {pass}、欠陥 {fail}）、\
             作成した事例 {}（適合 {fields}、欠陥 {probed}）。足りないもの {missing}。",
            pass + fail,
            fields + probed
        ),
        Lang::En => format!(
            "{kinds} kinds, {fields} fields, {rules} rules ({exempt} exempt). {} cases of the corpus ({pass} pass, {fail} \
             fail), {} made ({fields} pass, {probed} fail). Missing: {missing}.",
            pass + fail,
            fields + probed
        ),
    }
}
