//! The journey of the month's files, step by step.

use std::path::PathBuf;

use careplan::layout::Kind;
use careplan::text::{Lang, Message, Text};
use mock_server::client::Outgoing;
use mock_server::{Relay, RelayConfig, Running};

use super::compare::{Visit, compare};
use super::folder::OutFolder;
use super::judge;
use super::side::{Received, Side, packed};
use super::story::{CARE_MANAGER, DAY_SERVICE, Office, Story, StoryFile};
use super::table::{Mark, Table};
use crate::desk;
use crate::relay::{Trouble, fingerprint};

/// The folders of the two sides.
pub(super) const SIDES: [&str; 2] = ["care-manager", "day-service"];

const STARTED: Text = Text::new("訓練用の中継を起動", "the training relay starts");
const REGISTERED: Text = Text::new("2つの事業所に電子証明書", "two offices get certificates");
const CHECKED_BEFORE: Text = Text::new("居宅：送る前に検査", "care manager checks");
const PLAN_SENT: Text = Text::new("居宅 → 通所：計画書", "care manager sends plan");
const USE_SENT: Text = Text::new("居宅 → 通所：利用票・別表", "care manager sends use table");
const RECEIVED: Text = Text::new("通所：受信一覧から取り出す", "day service receives");
const CHECKED_AFTER: Text = Text::new("通所：届いたものを検査", "day service checks");
const ACTUALS_CHECKED: Text = Text::new("通所：実績を検査", "day service checks actuals");
const ACTUALS_SENT: Text = Text::new("通所 → 居宅：実績", "day service sends actuals");
const ACTUALS_RECEIVED: Text = Text::new("居宅：実績を取り出す", "care manager receives");
const ACTUALS_CHECKED_AFTER: Text = Text::new("居宅：届いた実績を検査", "care manager checks");
const COMPARED: Text = Text::new("居宅：予定と実績を比べる", "plan against actuals");
const EXCEL_REFUSED: Text = Text::new("わざと Excel を添付", "an Excel file on purpose");
const PART_REFUSED: Text = Text::new("わざと別表を入れ忘れる", "a sheet left out on purpose");

const MUTUAL: Text = Text::new(
    "ここからの送受信は、どれも相互TLS（双方の電子証明書）です",
    "from here on everything travels through mutual TLS",
);

/// Two offices, the relay between them, and what has happened so far.
#[derive(Debug)]
pub(super) struct Journey {
    pub(super) story: Story,
    pub(super) out: OutFolder,
    pub(super) lang: Lang,
    pub(super) table: Table,
    pub(super) running: Running,
    manager: Side,
    service: Side,
    /// Every file, on both sides.
    pub(super) files: Vec<PathBuf>,
}

impl Journey {
    /// Starts the relay and registers the offices. `stays`: it will stay up, with a training desk.
    pub(super) async fn begin(story: Story, out: OutFolder, lang: Lang, stays: bool) -> Result<Self, Trouble> {
        let mut table = Table::new(lang);
        let config = if stays {
            let offices = [&CARE_MANAGER, &DAY_SERVICE].map(Office::registration);
            desk::beside(offices.into_iter().collect::<Result<_, _>>()?)
        } else {
            RelayConfig::default()
        };
        let running = Relay::start(config).await?;
        let said = [both(&running.url()), fingerprint(running.ca_pem())?];
        table.step(Mark::Done, STARTED, &said)?;
        let [managers, services] = SIDES;
        let manager = Side::join(&running, &CARE_MANAGER, managers).await?;
        let service = Side::join(&running, &DAY_SERVICE, services).await?;
        let said = [named(manager.office), named(service.office), MUTUAL.into()];
        table.step(Mark::Done, REGISTERED, &said)?;
        Ok(Self { story, out, lang, table, running, manager, service, files: Vec::new() })
    }

    /// All that is worth seeing.
    pub(super) async fn travel(&mut self) -> Result<(), Trouble> {
        self.send_plan().await?;
        self.receive_plan().await?;
        self.send_actuals().await?;
        self.receive_actuals().await?;
        self.be_refused().await
    }

    /// Stops the relay.
    pub(super) async fn end(self) {
        self.running.shutdown().await;
    }

    async fn send_plan(&mut self) -> Result<(), Trouble> {
        let mut sent = self.manager.prepare(&self.story.plan, &mut self.out)?;
        sent.extend(self.manager.prepare(&self.story.use_table, &mut self.out)?);
        self.check(CHECKED_BEFORE, sent)?;
        let month = self.story.calendar.month().month();
        let text = format!("{month}月分の計画書と利用票をお送りします。ご確認をお願いします。");
        for (title, set) in [(PLAN_SENT, &self.story.plan), (USE_SENT, &self.story.use_table)] {
            self.manager.send(self.service.office, set, &text).await?;
            self.table.step(Mark::Done, title, &[contents(set)])?;
        }
        Ok(())
    }

    async fn receive_plan(&mut self) -> Result<(), Trouble> {
        let received = self.service.receive(&mut self.out).await?;
        let sent: Vec<&StoryFile> = self.story.plan.iter().chain(&self.story.use_table).collect();
        let (mark, said) = identical(&sent, &received);
        self.table.step(mark, RECEIVED, &[said])?;
        self.check(CHECKED_AFTER, paths(received))
    }

    async fn send_actuals(&mut self) -> Result<(), Trouble> {
        let prepared = self.service.prepare(&self.story.actuals, &mut self.out)?;
        self.check(ACTUALS_CHECKED, prepared)?;
        let text = format!("{}月分の実績です。", self.story.calendar.month().month());
        self.service.send(self.manager.office, &self.story.actuals, &text).await?;
        Ok(self.table.step(Mark::Done, ACTUALS_SENT, &[contents(&self.story.actuals)])?)
    }

    async fn receive_actuals(&mut self) -> Result<(), Trouble> {
        let received = self.manager.receive(&mut self.out).await?;
        let (mark, said) = identical(&self.story.actuals.iter().collect::<Vec<_>>(), &received);
        self.table.step(mark, ACTUALS_RECEIVED, &[said])?;
        let planned = self.story.use_table.iter().find(|file| file.name.kind == Kind::Upplan);
        let actual = received.iter().find(|file| file.name.kind == Kind::Upjsk);
        let differences = planned
            .zip(actual)
            .and_then(|(planned, actual)| compare(&planned.bytes, &actual.bytes, self.service.office.number));
        self.check(ACTUALS_CHECKED_AFTER, paths(received))?;
        let (mark, said) = match differences {
            None => (Mark::Failed, vec![Message::new("読み取れず、比べられませんでした", "could not be read")]),
            Some(found) => {
                let mut said: Vec<Message> = found.missed.iter().map(missed).collect();
                said.extend(found.unplanned.iter().map(unplanned));
                if said.is_empty() {
                    (Mark::Done, vec![Message::new("違いはありません", "no differences")])
                } else {
                    (Mark::Look, said)
                }
            }
        };
        Ok(self.table.step(mark, COMPARED, &said)?)
    }

    /// What the relay keeps from travelling: two mistakes that people make.
    async fn be_refused(&mut self) -> Result<(), Trouble> {
        let to = self.service.office;
        let excel = Outgoing::to(to.number).attachment("予定表.xlsx", "訓練用");
        let part = packed(to, self.story.use_table.iter().filter(|file| file.name.kind != Kind::Upsikyu));
        for (title, outgoing) in [(EXCEL_REFUSED, excel), (PART_REFUSED, part)] {
            let (mark, said) = match self.manager.offend(outgoing).await? {
                Some(why) => {
                    let ja = format!("中継が断りました：{}{}", why.title_ja, why.what_to_do_ja);
                    (Mark::Done, Message::new(ja, format!("refused: {} {}", why.title_en, why.what_to_do_en)))
                }
                None => (Mark::Failed, Message::new("断られずに送られてしまいました", "it was not refused")),
            };
            self.table.step(mark, title, &[said])?;
        }
        Ok(())
    }

    fn check(&mut self, title: Text, files: Vec<PathBuf>) -> Result<(), Trouble> {
        let (mark, said) = judge::told(&judge::check(&files));
        self.files.extend(files);
        Ok(self.table.step(mark, title, &[said])?)
    }
}

/// An office with what it does.
fn named(office: &Office) -> Message {
    let Office { number, name, service, service_name } = office;
    Message::new(
        format!("{number} {name}（{service} {service_name}）"),
        format!("{number} {name} (service type {service})"),
    )
}

/// What a set holds, and its serial.
fn contents(set: &[StoryFile]) -> Message {
    let serial = set.first().map_or("", |file| file.name.unit.serial.as_str());
    let list = |word: fn(Kind) -> &'static str, between: &str| {
        set.iter().map(|file| word(file.name.kind)).collect::<Vec<_>>().join(between)
    };
    Message::new(
        format!("{}（連番 {serial}）", list(Kind::form, "・")),
        format!("{} (serial {serial})", list(Kind::code, ", ")),
    )
}

/// Whether what arrived is what was sent, byte for byte. The client has held every file against
/// the SHA-256 of its entry before.
fn identical(sent: &[&StoryFile], received: &[Received]) -> (Mark, Message) {
    let arrived = |file: &&StoryFile| received.iter().any(|got| got.name == file.name && got.bytes == file.bytes);
    if received.len() == sent.len() && sent.iter().all(arrived) {
        let count = sent.len();
        let ja = format!("{count} ファイル、送ったものと1バイトも違いません（SHA-256 も一致）");
        (Mark::Done, Message::new(ja, format!("files {count}, byte for byte as sent (SHA-256 agrees)")))
    } else {
        (Mark::Failed, Message::new("送ったものと違います", "they are not as they were sent"))
    }
}

fn missed(visit: &Visit) -> Message {
    let Message { ja, en } = visit.spoken();
    Message::new(format!("{ja}が予定にあり、実績にありません"), format!("{en}: planned, not in the actuals"))
}

fn unplanned(visit: &Visit) -> Message {
    let Message { ja, en } = visit.spoken();
    Message::new(format!("{ja}が実績にあり、予定にありません"), format!("{en}: in the actuals, not planned"))
}

fn paths(received: Vec<Received>) -> Vec<PathBuf> {
    received.into_iter().map(|file| file.path).collect()
}

fn both(text: &str) -> Message {
    Message::new(text, text)
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::super::story::Calendar;
    use super::*;

    #[test]
    fn a_file_that_differs_is_missing_or_is_too_many_is_noticed() {
        let story = Story::tell(Calendar::at(datetime!(2026-11-20 9:00 +9)).unwrap()).unwrap();
        let sent: Vec<&StoryFile> = story.plan.iter().collect();
        let arrived = || -> Vec<Received> {
            let got = |file: &StoryFile| Received {
                name: file.name.clone(),
                bytes: file.bytes.clone(),
                path: PathBuf::new(),
            };
            story.plan.iter().map(got).collect()
        };
        assert_eq!(identical(&sent, &arrived()).0, Mark::Done);
        let mut spoilt = arrived();
        spoilt[0].bytes[0] ^= 1;
        let mut fewer = arrived();
        fewer.pop();
        let mut more = arrived();
        more.extend(arrived().pop());
        for received in [spoilt, fewer, more] {
            assert_eq!(identical(&sent, &received).0, Mark::Failed);
        }
    }
}
