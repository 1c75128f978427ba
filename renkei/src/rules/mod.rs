//! `renkei rules`: the documentation of the rules and the interpretation ledger.

mod json;

use careplan::reading::{LEDGER, Reading};
use careplan::rules::Rule;
use careplan::text::{Lang, Text};
use conformance::report::{rule_doc, rule_page};
use conformance::shown::{io_reason, visible};
use unicode_width::UnicodeWidthStr;

use crate::cli::{RulesArgs, RulesFormat};
use crate::say;

/// What is asked for.
struct Asked {
    rules: Vec<&'static Rule>,
    ledger: Vec<&'static Reading>,
    /// Whether each is told in full.
    in_full: bool,
}

/// Runs the command and gives the exit code.
pub(crate) fn run(args: &RulesArgs, lang: Lang) -> u8 {
    let asked = match ask(args) {
        Ok(asked) => asked,
        Err(id) => {
            say::err(&unknown(&id, lang));
            return 2;
        }
    };
    let text = match args.format {
        RulesFormat::Text => Ok(asked.text(lang)),
        RulesFormat::Json => json::write(&asked.rules, &asked.ledger, lang),
        RulesFormat::Html => Ok(rule_page::write(&asked.rules, &asked.ledger, lang)),
    };
    match text.and_then(|text| say::out(&text)) {
        Ok(()) => 0,
        Err(error) => {
            say::err(io_reason(&error).get(lang));
            2
        }
    }
}

fn ask(args: &RulesArgs) -> Result<Asked, String> {
    let Some(id) = &args.id else {
        let is_text = args.format == RulesFormat::Text;
        let rules = if args.ledger { Vec::new() } else { rule_doc::all().collect() };
        // Programs and the page get both at once.
        let ledger = if args.ledger || !is_text { LEDGER.to_vec() } else { Vec::new() };
        return Ok(Asked { rules, ledger, in_full: args.ledger });
    };
    if let Some(rule) = rule_doc::by_id(id) {
        return Ok(Asked { rules: vec![rule], ledger: rule_doc::readings(rule).collect(), in_full: true });
    }
    let reading =
        LEDGER.iter().copied().find(|reading| reading.id.eq_ignore_ascii_case(id)).ok_or_else(|| id.clone())?;
    Ok(Asked { rules: Vec::new(), ledger: vec![reading], in_full: true })
}

impl Asked {
    fn text(&self, lang: Lang) -> String {
        if !self.in_full {
            return table(&self.rules, lang);
        }
        if self.rules.is_empty() {
            return self.ledger.iter().map(|reading| entry(reading, lang)).collect::<Vec<_>>().join("\n");
        }
        self.rules.iter().map(|rule| rule_doc::text(rule, lang)).collect::<Vec<_>>().join("\n")
    }
}

/// One line for each rule, under the name of its area.
fn table(rules: &[&'static Rule], lang: Lang) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let words = rules.iter().map(|rule| rule_doc::severity(rule, lang).width()).max().unwrap_or_default();
    let mut text = String::new();
    let mut area = "";
    for rule in rules {
        if rule.area() != area {
            area = rule.area();
            text.push_str(&format!("\n■ {}\n", rule_page::area(area, lang)));
        }
        let severity = rule_doc::severity(rule, lang);
        let gap = " ".repeat(words - severity.width());
        text.push_str(&format!("  {:<width$}  {severity}{gap}  {}\n", rule.id, rule.title.get(lang)));
    }
    let hint = Text::new(
        "renkei rules ID で1つの規則の説明を、renkei rules --ledger で解釈台帳を表示します。",
        "renkei rules ID tells of one rule, renkei rules --ledger of the interpretation ledger.",
    );
    format!("{}\n{}\n", text.trim_start(), hint.get(lang))
}

fn entry(reading: &Reading, lang: Lang) -> String {
    let rules: Vec<_> = rule_doc::rules_of(reading).map(|rule| rule.id).collect();
    let mut text = format!("{}　{}", reading.id, rule_doc::reading_text(reading, lang));
    if !rules.is_empty() {
        let (name, colon) = (conformance::report::words::RULE, conformance::report::words::COLON);
        text.push_str(&format!("  {}{}{}\n", name.get(lang), colon.get(lang), rules.join(" ")));
    }
    text
}

fn unknown(id: &str, lang: Lang) -> String {
    let id = visible(id);
    let slug = id.rsplit('/').next().unwrap_or(&id);
    let near: Vec<_> =
        rule_doc::all().map(|rule| rule.id).filter(|known| !slug.is_empty() && known.contains(slug)).collect();
    let near = if near.is_empty() { String::new() } else { format!("\n  {}", near.join("\n  ")) };
    match lang {
        Lang::Ja => format!("「{id}」という規則はありません。一覧は renkei rules でご覧になれます。{near}"),
        Lang::En => format!("There is no rule {id}; renkei rules lists them.{near}"),
    }
}
