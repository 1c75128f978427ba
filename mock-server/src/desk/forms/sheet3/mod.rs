//! 第3表 週間サービス計画表: the week, hours down, Monday to Sunday across.

mod day;

use careplan::text::{Lang, Text};
use careplan::value::WeekTime;
use maud::{Markup, html};

use self::day::{Block, Column, SLOT};
use super::arrange::Sheet;
use super::form::View;
use super::row::{self, Row};
use super::{dates, label, parts, value};

/// Part of the day and the hour it begins at, as the form is divided.
const BANDS: [(Text, u16); 6] = [
    (Text::new("深夜", "night"), 0),
    (Text::new("早朝", "early"), 6),
    (Text::new("午前", "morning"), 8),
    (Text::new("午後", "afternoon"), 12),
    (Text::new("夜間", "evening"), 18),
    (Text::new("深夜", "night"), 22),
];

const TIME: Text = Text::new("時刻", "Time");
const UNPLACED: Text = Text::new("曜日や時刻がなく、表に置けないもの", "Without a day or time, so not in the table");

/// The column of the daily activities, behind the seven days.
const ACTIVITIES: usize = 7;

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    let lang = view.lang;
    let mut columns: Vec<Column> = vec![Column::default(); ACTIVITIES + 1];
    let mut unplaced: Vec<Markup> = Vec::new();
    for row in &sheet.rows {
        place(row, &mut columns, &mut unplaced, lang);
    }
    columns.iter_mut().for_each(Column::settle);
    let others = sheet.rows.iter().filter(|row| !row.get("non_weekly_service").is_empty());
    let under = html! { (parts::joined(&row::distinct(sheet.rows.iter().copied(), "plan_date"), "plan_date", lang)) };
    html! {
        (parts::head(sheet, view, &under, &parts::several(&sheet.rows, "created_on", view.lang)))
        @if let Some(first) = sheet.rows.first() {
            (parts::wide(sheet.form.title.get(lang), &week(first, &columns, lang)))
            table.box { colgroup { col.label; col; } tbody { tr {
                th scope="row" { (label::of(first, "non_weekly_service", lang)) }
                td { ul.plain { @for row in others { li { (value::of(row, "non_weekly_service", lang)) } } } }
            } } }
        }
        @if !unplaced.is_empty() {
            h4 { (UNPLACED.get(lang)) }
            ul { @for entry in &unplaced { li { (entry) } } }
        }
    }
}

/// Puts what a row says into the columns: a service, a daily activity, or both.
fn place(row: &Row, columns: &mut [Column], unplaced: &mut Vec<Markup>, lang: Lang) {
    let day = row.get("weekday").parse::<usize>().ok().and_then(|no| no.checked_sub(1)).filter(|day| *day < ACTIVITIES);
    let groups = [
        (day, ["service_content", "weekday", "service_starts_at", "service_ends_at"]),
        (Some(ACTIVITIES), ["daily_activity", "", "activity_starts_at", "activity_ends_at"]),
    ];
    for (column, [content, weekday, starts, ends]) in groups {
        let is_set = |ident: &str| !ident.is_empty() && !row.get(ident).is_empty();
        if ![content, weekday, starts, ends].into_iter().any(is_set) {
            continue;
        }
        let minutes = |ident| WeekTime::parse(row.get(ident).as_bytes()).and_then(WeekTime::minutes);
        let time = html! { (value::of(row, starts, lang)) "～" (value::of(row, ends, lang)) };
        let text = value::of(row, content, lang);
        let column = column.and_then(|column| columns.get_mut(column));
        match (column, minutes(starts), minutes(ends)) {
            (Some(column), Some(from), Some(to)) => column.add(Block::new(from, to, text, time)),
            _ => unplaced.push(html! {
                @if is_set(weekday) { (value::of(row, weekday, lang)) " " }
                (time) " " (text)
            }),
        }
    }
}

fn week(first: &Row, columns: &[Column], lang: Lang) -> Markup {
    let end = columns.iter().map(Column::end).max().unwrap_or(0).max(24 * 60).div_ceil(60) * 60;
    html! {
        table.grid.week {
            colgroup { col.part; col.clock; @for _ in 0..=ACTIVITIES { col; } }
            thead { tr {
                th scope="col" colspan="2" { (TIME.get(lang)) }
                @for day in 0..ACTIVITIES { th scope="col" { (dates::weekday_name(day, lang)) } }
                th scope="col" { (label::of(first, "daily_activity", lang)) }
            } }
            tbody {
                @for minute in (0..end).step_by(usize::from(SLOT)) {
                    tr class=[minute.is_multiple_of(60).then_some("hour")] {
                        (hours(minute, end, lang))
                        @for column in columns { (column.cell(minute)) }
                    }
                }
            }
        }
    }
}

/// The two columns on the left: the part of the day and the full hour.
fn hours(minute: u16, end: u16, lang: Lang) -> Markup {
    let band = BANDS.iter().position(|(_, hour)| hour * 60 == minute);
    let after = band.and_then(|at| BANDS.get(at + 1)).map_or(end, |(_, hour)| hour * 60);
    html! {
        @if let Some((name, _)) = band.and_then(|at| BANDS.get(at)) {
            th.band scope="row" rowspan=((after - minute) / SLOT) { (name.get(lang)) }
        }
        @if minute.is_multiple_of(60) {
            th.clock scope="row" rowspan=(60 / SLOT) { (minute / 60) ":00" }
        }
    }
}
