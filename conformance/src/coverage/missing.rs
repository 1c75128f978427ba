//! What is wanting, one entry each.

use careplan::layout::{Field, Kind};
use careplan::rules::Rule;
use careplan::text::Message;

use super::exempt::EXEMPT;
use super::{Coverage, FieldCoverage, RuleCoverage};

/// Something without a passing or a failing case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A kind that no conformant case holds: nothing can be tried on its fields.
    Kind(Kind),
    /// A field that no passing case fills.
    FieldPassing(Kind, &'static Field),
    /// A field in which no failing case finds anything.
    FieldFailing(Kind, &'static Field),
    /// A wrong content of a field of which its rule does not speak.
    Silent(Kind, &'static Field, &'static str),
    /// A rule that is silent in no conformant case of its kinds.
    RulePassing(&'static Rule),
    /// A rule that speaks in no case.
    RuleFailing(&'static Rule),
    /// A rule that is exempt although it has a failing case, or that is none.
    StaleExemption(&'static str),
}

pub(super) fn list(coverage: &Coverage) -> Vec<Missing> {
    let kinds = coverage.kinds.iter().filter(|kind| kind.cases.passing == 0).map(|kind| Missing::Kind(kind.kind));
    let fields = coverage.fields().flat_map(|(kind, field)| of_field(kind.kind, field));
    let rules = coverage.rules.iter().flat_map(of_rule);
    let is_rule = |id: &str| coverage.rules.iter().any(|rule| rule.rule.id == id);
    let unknown = EXEMPT.iter().filter(|exempt| !is_rule(exempt.rule)).map(|it| Missing::StaleExemption(it.rule));
    kinds.chain(fields).chain(rules).chain(unknown).collect()
}

fn of_field(kind: Kind, coverage: &FieldCoverage) -> impl Iterator<Item = Missing> {
    let field = coverage.field;
    let passing = (!coverage.has_passing()).then_some(Missing::FieldPassing(kind, field));
    let failing = (!coverage.has_failing()).then_some(Missing::FieldFailing(kind, field));
    let silent = coverage.probed.iter().filter(|probed| !probed.is_found);
    passing.into_iter().chain(failing).chain(silent.map(move |probed| Missing::Silent(kind, field, probed.rule)))
}

fn of_rule(coverage: &RuleCoverage) -> impl Iterator<Item = Missing> {
    let rule = coverage.rule;
    let passing = (coverage.corpus.passing == 0).then_some(Missing::RulePassing(rule));
    let failing = match (coverage.corpus.failing, coverage.exempt) {
        (0, None) => Some(Missing::RuleFailing(rule)),
        (0, Some(_)) | (_, None) => None,
        (_, Some(_)) => Some(Missing::StaleExemption(rule.id)),
    };
    passing.into_iter().chain(failing)
}

impl Missing {
    /// What is wanting, in a sentence.
    #[must_use]
    pub fn sentence(&self) -> Message {
        let at = |kind: &Kind, field: &Field| format!("{} No.{} {}", kind.code(), field.no, field.name);
        match self {
            Self::Kind(kind) => Message::new(
                format!("{}：適合する事例がありません", kind.code()),
                format!("{}: no conformant case", kind.code()),
            ),
            Self::FieldPassing(kind, field) => Message::new(
                format!("{}：適合する事例がありません", at(kind, field)),
                format!("{}: no passing case", at(kind, field)),
            ),
            Self::FieldFailing(kind, field) => Message::new(
                format!("{}：欠陥の事例がありません", at(kind, field)),
                format!("{}: no failing case", at(kind, field)),
            ),
            Self::Silent(kind, field, rule) => Message::new(
                format!("{}：誤った内容に {rule} が何も言いません", at(kind, field)),
                format!("{}: {rule} says nothing of a wrong content", at(kind, field)),
            ),
            Self::RulePassing(rule) => {
                Message::new(format!("{}：適合する事例がありません", rule.id), format!("{}: no passing case", rule.id))
            }
            Self::RuleFailing(rule) => {
                Message::new(format!("{}：欠陥の事例がありません", rule.id), format!("{}: no failing case", rule.id))
            }
            Self::StaleExemption(rule) => Message::new(
                format!("{rule}：免除の表にありますが、理由がなくなっています"),
                format!("{rule}: exempt, but for no reason any more"),
            ),
        }
    }
}
