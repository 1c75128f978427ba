//! Sites, licences and the search of the directory, in the database.

use std::sync::Arc;

use super::db::{Db, Row, Value};
use super::{StoreError, Tx, offices};
use crate::directory::Licence;
use crate::offices::{Office, OfficeNo};

/// A registered office and its licence, read together.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) office: Arc<Office>,
    pub(crate) licence: Option<Licence>,
}

/// The office of this number, and its licence.
pub(crate) fn member(db: &mut Db, number: &OfficeNo) -> Result<Option<Member>, StoreError> {
    let Some(office) = offices::find(db, number)? else { return Ok(None) };
    Ok(Some(Member { office: Arc::new(office), licence: licence(db, number)? }))
}

/// The licence of an office.
pub(crate) fn licence(db: &mut Db, number: &OfficeNo) -> Result<Option<Licence>, StoreError> {
    let sql = "SELECT applied_at, starts_at, ends_at, renews FROM licence WHERE office = ?1";
    db.first(sql, &[number.as_str().into()], |row: &Row<'_>| {
        Ok(Licence {
            applied_at: row.int(0)?,
            starts_at: row.int(1)?,
            ends_at: row.int(2)?,
            is_automatic: row.flag(3)?,
        })
    })
}

/// Gives a registered office a licence, or takes it away; `false` if the office is not registered.
pub(crate) fn set_licence(tx: &mut Tx<'_>, number: &OfficeNo, licence: Option<&Licence>) -> Result<bool, StoreError> {
    let office = Value::from(number.as_str());
    if tx.first("SELECT 1 FROM office WHERE number = ?1", &[office], |_| Ok(()))?.is_none() {
        return Ok(false);
    }
    tx.run("DELETE FROM licence WHERE office = ?1", &[office])?;
    if let Some(licence) = licence {
        add_licence(tx, number, licence)?;
    }
    Ok(true)
}

/// Gives an office its first licence; one that it has stays as it is.
pub(crate) fn add_licence(tx: &mut Tx<'_>, number: &OfficeNo, licence: &Licence) -> Result<(), StoreError> {
    let sql = "INSERT INTO licence (office, applied_at, starts_at, ends_at, renews) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT DO NOTHING";
    let Licence { applied_at, starts_at, ends_at, is_automatic } = *licence;
    let values =
        [number.as_str().into(), applied_at.into(), starts_at.into(), ends_at.into(), Value::from(is_automatic)];
    tx.run(sql, &values).map(drop)
}

/// What is looked for; all that is given must agree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sought {
    pub(crate) number: Option<String>,
    /// Part of the name.
    pub(crate) name: Option<String>,
    /// サービス種類コード.
    pub(crate) service: Option<String>,
    pub(crate) prefecture: Option<String>,
    pub(crate) municipality: Option<String>,
    /// The number after which the page begins.
    pub(crate) after: Option<String>,
}

/// One page of the offices that agree, by number, and whether there are more.
pub(crate) fn search(db: &mut Db, sought: &Sought, limit: u32) -> Result<(Vec<Member>, bool), StoreError> {
    let pattern = sought.name.as_deref().map(containing);
    let all = [
        ("o.number = ", sought.number.as_ref()),
        ("o.number > ", sought.after.as_ref()),
        ("o.prefecture = ", sought.prefecture.as_ref()),
        ("o.municipality = ", sought.municipality.as_ref()),
        ("s.code = ", sought.service.as_ref()),
        // Offices of that service are walked in the order of their numbers.
        ("s.office > ", sought.after.as_ref().filter(|_| sought.service.is_some())),
        ("o.name LIKE ", pattern.as_ref()),
    ];
    let from = match sought.service {
        Some(_) => "office_service s JOIN office o ON o.number = s.office",
        None => "office o",
    };
    let (mut conditions, mut values) = (vec!["1 = 1".to_owned()], Vec::new());
    for (condition, value) in all {
        if let Some(value) = value {
            values.push(Value::from(value));
            let escape = if condition.ends_with("LIKE ") { " ESCAPE '!'" } else { "" };
            conditions.push(format!("{condition}?{}{escape}", values.len()));
        }
    }
    values.push((limit + 1).into());
    let sql = format!(
        "SELECT o.number FROM {from} WHERE {} ORDER BY o.number LIMIT ?{}",
        conditions.join(" AND "),
        values.len()
    );
    db.snapshot(|db| {
        let mut numbers = db.rows(&sql, &values, |row| row.text(0))?;
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = numbers.len() > most;
        numbers.truncate(most);
        let mut members = Vec::with_capacity(numbers.len());
        for number in numbers {
            let number = number.parse().map_err(|_| StoreError::Spoilt("office"))?;
            members.extend(member(db, &number)?);
        }
        Ok((members, more))
    })
}

/// A pattern of LIKE for what contains the text as it stands.
fn containing(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::containing;

    #[test]
    fn no_character_of_a_name_is_a_wildcard() {
        assert_eq!(containing("100%_!"), "%100!%!_!!%");
    }
}
