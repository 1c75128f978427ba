//! What a field is called: in Japanese by the standard's own name, in English by its identifier.

use careplan::layout::Field;
use careplan::text::Lang;

use super::row::Row;

/// The name of a field of a row.
pub(super) fn of(row: &Row, ident: &str, lang: Lang) -> String {
    row.field(ident).map(|(field, _)| named(field, lang)).unwrap_or_default()
}

/// The name of a field. The standard puts the area of a form in 【】 before some names; the form
/// says it in a heading.
pub(super) fn named(field: &Field, lang: Lang) -> String {
    match lang {
        Lang::Ja => field.name.rsplit_once('】').map_or(field.name, |(_, name)| name).to_owned(),
        Lang::En => {
            let words = field.ident.replace('_', " ");
            let mut letters = words.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}
