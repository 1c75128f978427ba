//! What is said to who sits at the software.

use std::path::Path;

use careplan::text::{Lang, Message, Text};
use conformance::shown::visible;
use conformance::suite::protocol::Export;
use mock_server::wire::ProblemDocument;

use super::house::House;

/// All files were fetched.
pub(super) const FETCHED: Text = Text::new("すべてのファイルが受信されました。", "All files were fetched.");

const SOFTWARE: Text = Text::new("訓練用 対象ソフトウェアの事業所", "training: office of the software");
const PARTNER: Text = Text::new("訓練用 相手の事業所", "training: office of the partner");

/// The name of an office.
pub(super) const fn office_name(is_software: bool) -> Text {
    if is_software { SOFTWARE } else { PARTNER }
}

/// What begins.
pub(super) fn welcome(url: &str, folder: &Path, lang: Lang) -> String {
    let folder = visible(&folder.to_string_lossy());
    match lang {
        Lang::Ja => format!(
            "模擬環境（訓練用）を {url} で始めました。電子証明書と作業は {folder} に置きます。\n\
             人が画面を見て答えないときは、受信したことだけが分かり、取り込みは「確認できず」になります。"
        ),
        Lang::En => format!(
            "The mock relay (training) is up at {url}. Certificates and tasks are put into {folder}.\n\
             Where nobody answers what the screen shows, only the fetch is seen, and imports are not testable."
        ),
    }
}

fn as_office(house: &House, office: &str, lang: Lang) -> String {
    let (cert, key) = house.certificate(office);
    let [cert, key] = [cert, key].map(|path| visible(&path.to_string_lossy()));
    let url = house.url();
    match lang {
        Lang::Ja => format!("  アドレス {url}\n  事業所番号 {office}\n  電子証明書 {cert}\n  秘密鍵 {key}\n"),
        Lang::En => format!("  address {url}\n  office {office}\n  certificate {cert}\n  key {key}\n"),
    }
}

/// Files wait for the software.
pub(super) fn to_import(place: &str, role: &str, house: &House, office: &str, step: usize, lang: Lang) -> String {
    let ends = as_office(house, office, lang);
    let first = match (lang, step) {
        (Lang::Ja, 1) => "前の事例で入れたデータを消してから、",
        (Lang::En, 1) => "Remove the data of the case before. ",
        _ => "",
    };
    match lang {
        Lang::Ja => format!("\n■ {place}\n{first}{role} として、届いたファイルを受信し、取り込んでください。\n{ends}"),
        Lang::En => {
            format!("\n■ {place}\n{first}As {role}, receive the files that have arrived, and import them.\n{ends}")
        }
    }
}

/// The software is to send.
pub(super) fn to_export(export: &Export, place: &str, house: &House, office: &str, lang: Lang) -> String {
    let ends = as_office(house, office, lang);
    let role = export.role.title();
    let role = role.get(lang);
    let kinds: Vec<&str> = export.kinds.iter().map(|kind| kind.title().get(lang)).collect();
    let (kinds, from, to) = (kinds.join("、"), visible(&export.unit.from), visible(&export.unit.to));
    let folder = visible(&house.folder().join("tasks").join(place).to_string_lossy());
    let what = match (lang, export.scenario.is_some()) {
        (Lang::Ja, true) => format!("{folder} の input.txt の内容を入力し、"),
        (Lang::En, true) => format!("enter what input.txt in {folder} says, "),
        (Lang::Ja, false) => "いま保持している内容を、".to_owned(),
        (Lang::En, false) => "take what is held, ".to_owned(),
    };
    match lang {
        Lang::Ja => format!(
            "\n■ {place}\n{role} として、{what}{from} から {to} へのファイル（{kinds}）を書き出して送信してください。\n{ends}"
        ),
        Lang::En => format!("\n■ {place}\nAs {role}, {what}and send the files from {from} to {to} ({kinds}).\n{ends}"),
    }
}

/// The relay refused something to the software.
pub(super) fn refused(reason: &Message, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("中継が断りました：{}", reason.ja),
        Lang::En => format!("the relay refused: {}", reason.en),
    }
}

/// The same as the reason of a verdict.
pub(super) fn was_refused(reason: &Message) -> Message {
    Message::new(
        format!("送信が中継に断られ、届きませんでした：{}", reason.ja),
        format!("the relay refused what was sent, and nothing arrived: {}", reason.en),
    )
}

/// The relay does not carry the files of the case.
pub(super) fn undeliverable(why: &ProblemDocument) -> Message {
    let (ja, en) = (visible(&why.title_ja), visible(&why.title_en));
    let code = &why.code;
    Message::new(
        format!("中継が断るため、ソフトウェアまで届きません：{ja}（{code}）"),
        format!("the relay refuses these files, so they never reach the software: {en} ({code})"),
    )
}

/// The names do not say where the files go.
pub(super) fn unaddressed() -> Message {
    Message::new(
        "名称から送信先が分からないファイルなどは、中継を通せません",
        "files whose names do not say where they go cannot be sent through the relay",
    )
}

/// The person skipped the case.
pub(super) fn skipped() -> Message {
    Message::new("飛ばしました", "skipped")
}
