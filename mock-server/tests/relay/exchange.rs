//! Sending, listing and fetching what is allowed.

use axum::http::StatusCode;
use mock_server::limits::Limits;
use mock_server::wire::{Letter, Page, Slot};

use crate::common::{CENTRE, Form, OTHER, PLANNER, SERIAL, SERVICE, call, get, house, plan_name, send};

/// Bytes of no meaning, always the same.
fn noise(len: usize) -> Vec<u8> {
    let mut state = 0x2025_0317_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    std::iter::repeat_with(next).take(len).collect()
}

#[tokio::test]
async fn what_was_sent_arrives_byte_for_byte() {
    let app = house(Limits::default()).await;
    let bodies = [
        (plan_name("UPPLAN", SERIAL), b"0".to_vec()),
        (plan_name("UPSIKYU", SERIAL), vec![0x82, 0xA0, 0x0D, 0x0A, 0x00, 0x1A, 0xFF, b'"', b',']),
        (plan_name("UPHOSOKU", SERIAL), b"\r\n-----training\r\n--\r\n".to_vec()),
    ];
    let attachments = [
        ("実績票（手書き）.PDF".to_owned(), noise(5 << 20)),
        ("a b;c=d,e 'f' %41 🙂.png".to_owned(), noise(1)),
        ("..gif".to_owned(), noise(4096)),
        ("x.tar.txt".to_owned(), (0..=255).collect()),
    ];
    let mut form = Form::to(SERVICE).field("message", "五月分です。\nよろしくお願いします。");
    for (name, body) in &bodies {
        form = form.file("csv", name, body);
    }
    for (name, body) in &attachments {
        form = form.file("attachment", name, body);
    }
    let envelope = send(&app, PLANNER, form).await;
    assert_eq!(envelope.serials, [SERIAL]);
    for office in [SERVICE, PLANNER] {
        let letter: Letter = call(&app, Some(office), get(&format!("/v1/messages/{}", envelope.id))).await.json();
        assert_eq!(letter.envelope, envelope);
        assert_eq!(letter.message, "五月分です。\nよろしくお願いします。");
        for (file, (name, body)) in envelope.files.iter().zip(bodies.iter().chain(&attachments)) {
            let path = format!("/v1/messages/{}/files/{}", envelope.id, file.n);
            let answer = call(&app, Some(office), get(&path)).await;
            assert_eq!((&file.name, file.size), (name, body.len() as u64));
            assert!(answer.body == body.as_slice(), "{name} arrived changed");
            assert_eq!(answer.header("etag"), format!("\"{}\"", file.sha256));
            assert!(answer.header("content-disposition").starts_with("attachment; "));
            assert_eq!(answer.header("content-type") == "text/csv; charset=Shift_JIS", file.slot == Slot::Csv);
        }
    }
}

#[tokio::test]
async fn everything_that_the_standard_allows_is_accepted() {
    let app = house(Limits::default()).await;
    let plain = |kind: &str, from: &str, to: &str| format!("{kind}_{from}_{to}_{SERIAL}.CSV");
    let monthly = |kind: &str, from: &str, to: &str| format!("{kind}_202505_{from}_{to}_{SERIAL}.csv");
    let (planner, service) = (format!("{PLANNER}_43"), format!("{SERVICE}_15"));
    let (centre, home) = (format!("{CENTRE}_46"), format!("{SERVICE}_11"));
    let supplement = format!("UPHOSOKU_000000_{planner}_{service}_{SERIAL}.CSV");
    let picture = format!("UPKIHON_IMAGE_{centre}_{home}_{SERIAL}_0001.jpg");
    let sheets = ["UP1KYO", "UP2KYO", "UP3KYO"].map(|kind| plain(kind, &planner, &service));
    let prevention = ["UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2"].map(|kind| plain(kind, &centre, &home));
    let sends: Vec<(&str, &str, Vec<String>)> = vec![
        (PLANNER, SERVICE, sheets.into_iter().chain([supplement]).collect()),
        (PLANNER, SERVICE, vec![plain("DLT1KYO", &planner, &service)]),
        (PLANNER, SERVICE, vec![monthly("DLTPLAN", &planner, &service)]),
        (SERVICE, PLANNER, vec![monthly("UPJSK", &service, &planner)]),
        (SERVICE, PLANNER, vec![monthly("DLTJSK", &home, &planner)]),
        (SERVICE, PLANNER, vec![monthly("UPJSK", &service, &planner), monthly("UPJSK", &home, &planner)]),
        (PLANNER, CENTRE, vec![monthly("UPJSK", &planner, &centre)]),
        (CENTRE, SERVICE, prevention.into_iter().chain([picture]).collect()),
        (CENTRE, PLANNER, vec![plain("UPYOBO", &centre, &planner), plain("UPYOBO_SUB", &centre, &planner)]),
    ];
    for (from, to, names) in sends {
        let form = names.iter().fold(Form::to(to), |form, name| form.file("csv", name, name.as_bytes()));
        let envelope = send(&app, from, form).await;
        assert_eq!(envelope.files.len(), names.len());
    }
}

#[tokio::test]
async fn several_sets_travel_in_one_message() {
    let app = house(Limits::default()).await;
    let later = "20250417182009";
    let envelope = send(&app, PLANNER, Form::to(SERVICE).plan_set(later).plan_set(SERIAL)).await;
    assert_eq!(envelope.serials, [SERIAL, later]);
}

#[tokio::test]
async fn an_attachment_or_a_message_may_travel_alone() {
    let app = house(Limits::default()).await;
    send(&app, SERVICE, Form::to(PLANNER).file("attachment", "実績.pdf", b"%PDF-1.7")).await;
    let words = send(&app, SERVICE, Form::to(PLANNER).field("message", "今月の実績はありません。")).await;
    assert!(words.files.is_empty() && words.serials.is_empty());
}

#[tokio::test]
async fn the_same_set_sent_again_is_a_new_message() {
    let app = house(Limits::default()).await;
    let first = send(&app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    let second = send(&app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    assert_ne!(first.id, second.id);
}

#[tokio::test]
async fn lists_come_in_pages_newest_first_and_miss_nothing() {
    let app = house(Limits { page: 3, ..Limits::default() }).await;
    let mut sent = Vec::new();
    for n in 0..8 {
        let to = if n % 4 == 3 { OTHER } else { SERVICE };
        sent.insert(0, send(&app, PLANNER, Form::to(to).field("message", "x")).await);
    }
    let walk = async |office, list: &str, limit: u32| {
        let (mut all, mut path) = (Vec::new(), format!("{list}?limit={limit}"));
        loop {
            let page: Page = call(&app, Some(office), get(&path)).await.json();
            assert!(page.items.len() <= 3, "a page is never longer than the limit");
            all.extend(page.items);
            match page.next {
                Some(next) => path = format!("{list}?limit={limit}&before={next}"),
                None => return all,
            }
        }
    };
    for limit in [1, 2, 3, 100] {
        assert_eq!(walk(PLANNER, "/v1/sent", limit).await, sent);
        let received: Vec<_> = sent.iter().filter(|envelope| envelope.to == SERVICE).cloned().collect();
        assert_eq!(walk(SERVICE, "/v1/inbox", limit).await, received);
        assert_eq!(walk(PLANNER, "/v1/inbox", limit).await, []);
    }
}

#[tokio::test]
async fn the_answer_says_where_the_message_is() {
    let app = house(Limits::default()).await;
    let answer = call(&app, Some(PLANNER), Form::to(SERVICE).plan_set(SERIAL).request()).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let location = answer.header("location").to_owned();
    assert_eq!(call(&app, Some(SERVICE), get(&location)).await.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "no-store");
}
