//! File name → parts → file name.

use super::{Verdict, holds, same};
use crate::layout::Kind;
use crate::name::{FileName, NameForm, parse};

pub(super) fn judge(bytes: &[u8]) -> Verdict {
    let text = String::from_utf8_lossy(bytes);
    let parsed = parse(&text);
    same("twice", &parse(&text), &parsed)?;
    let breach = parsed.issues.iter().any(crate::name::NameIssue::breaks_the_rule);
    same("breach", &FileName::parse(&text).is_err(), &breach)?;
    let Some(name) = &parsed.name else {
        return holds(breach, || format!("no parts and no breach: {parsed:?}"));
    };
    same("kind", &parsed.kind, &Some(name.kind))?;
    same("branch", &name.branch.is_some(), &(name.kind == Kind::UpkihonImage))?;
    same("month", &name.month.is_some(), &name.kind.month_in_name())?;
    same("services", &(name.form == NameForm::V3), &name.unit.from.service.is_none())?;
    let printed = name.to_string();
    if parsed.issues.is_empty() {
        same("a perfect name", &printed, &text.clone().into_owned())?;
    }
    let again = parse(&printed);
    same("read again", &again.name.as_ref(), &Some(name))?;
    // Printing mends the extension and a month too many, and adds nothing.
    let added = again.issues.iter().find(|issue| !parsed.issues.contains(issue));
    holds(added.is_none(), || format!("{added:?} was added"))
}
