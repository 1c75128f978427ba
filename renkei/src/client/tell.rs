//! What is told of deliveries and arrivals. File names of the exchange are told, values never.

use careplan::text::Lang;
use conformance::shown::visible;
use mock_server::client::collect::{Arrival, Receipt};
use mock_server::client::home::Item;
use mock_server::client::parcels::{Issue, Parcel};
use mock_server::client::post::{Delivery, Fate, Settled};

use mock_server::wire::ProblemDocument;

use super::words::spoken;
use crate::say;

/// Whether everything went well so far: what decides between exit codes 0 and 1.
#[derive(Debug)]
pub(super) struct Teller {
    pub(super) lang: Lang,
    /// Something was refused, set aside, or left.
    pub(super) bad: bool,
}

impl Teller {
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang, bad: false }
    }

    pub(super) fn code(&self) -> u8 {
        u8::from(self.bad)
    }

    /// A line on standard output. Nobody listening any more is no reason to stop in the middle.
    pub(super) fn line(&self, ja: &str, en: &str) {
        let text = match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        };
        let _nobody_listens = say::out(&format!("{}\n", visible(text)));
    }

    pub(super) fn delivery(&mut self, delivery: &Delivery) {
        let names = names(&delivery.parcel);
        self.fate(&delivery.parcel.to, &names, &delivery.fate);
    }

    pub(super) fn settled(&mut self, settled: &Settled) {
        let names: Vec<&str> = settled.files.iter().map(|file| file.name.as_str()).collect();
        self.line(
            &format!("前回の途中だったもの（{} あて）を終えます。", settled.to),
            &format!("Finishing what an earlier run left under way to {}.", settled.to),
        );
        self.fate(&settled.to, &names, &settled.fate);
    }

    fn fate(&mut self, to: &str, names: &[&str], fate: &Fate) {
        match fate {
            Fate::Sent(envelope) => self.line(
                &format!("送りました：{to} あて {} ファイル（{}）", names.len(), envelope.id),
                &format!("sent: {} files to {to} ({})", names.len(), envelope.id),
            ),
            Fate::Already => self.line(
                &format!("送信済みです：{to} あて {} ファイル（もう一度送るには client send --again）", names.len()),
                &format!("sent before: {} files to {to} (client send --again sends them once more)", names.len()),
            ),
            Fate::Refused(problem) => self.refused(to, problem),
        }
        names.iter().for_each(|name| self.name(name));
    }

    pub(super) fn refused(&mut self, to: &str, problem: &ProblemDocument) {
        self.bad = true;
        self.line(
            &format!("中継が断りました：{to} あて（{}）{} {}", problem.code, problem.detail_ja, problem.what_to_do_ja),
            &format!("refused: to {to} ({}) {} {}", problem.code, problem.detail_en, problem.what_to_do_en),
        );
    }

    /// The name of a file below what is said of it.
    pub(super) fn name(&self, name: &str) {
        self.line(&format!("  {name}"), &format!("  {name}"));
    }

    pub(super) fn issue(&mut self, issue: &Issue) {
        self.bad = true;
        self.line(
            &format!("送れません：{} {}", issue.why.ja, issue.mend.ja),
            &format!("cannot be sent: {} {}", issue.why.en, issue.mend.en),
        );
        for path in &issue.paths {
            let path = path.to_string_lossy();
            self.line(&format!("  {path}"), &format!("  {path}"));
        }
    }

    pub(super) fn receipt(&mut self, receipt: &Receipt) {
        match receipt {
            Receipt::Arrived(arrival) => self.arrival(arrival),
            Receipt::Withheld(envelope, error) => {
                self.bad = true;
                let id = &envelope.id;
                self.line(&format!("受け取れませんでした：{id}（{error}）"), &format!("withheld: {id} ({error})"));
            }
            Receipt::Elsewhere(envelopes) => {
                let count = envelopes.len();
                self.line(
                    &format!("他の端末が受け取っています：{count} 通（この端末には入りません）"),
                    &format!("received at another terminal: {count} messages (not given to this one)"),
                );
                envelopes.iter().for_each(|envelope| self.name(&format!("{} {}", envelope.accepted_at, envelope.from)));
            }
        }
    }

    fn arrival(&mut self, arrival: &Arrival) {
        let Arrival { envelope, place, names, aside } = arrival;
        let place = place.to_string_lossy();
        self.line(
            &format!("受け取りました：{} から {} ファイル → {place}", envelope.from, names.len()),
            &format!("received: {} files from {} -> {place}", names.len(), envelope.from),
        );
        for (file, name) in envelope.files.iter().zip(names) {
            self.line(&format!("  {name}"), &format!("  {name}"));
            if *name != file.name {
                self.line(
                    "    （送られた名前はこの機械では使えないため、変えました。元の名前は message.json にあります）",
                    "    (renamed: the name it was sent under cannot be used here; message.json has it)",
                );
            }
        }
        if *aside {
            self.line(
                "  （同じ名前で中身の違うファイルがすでにあるため、別のフォルダーに置きました）",
                "  (put into a folder of its own, since different files have its names already)",
            );
        }
    }

    pub(super) fn trouble(&self, error: &mock_server::client::home::HomeError, seconds: u64) {
        say::err(spoken(error).get(self.lang));
        say::err(&match self.lang {
            Lang::Ja => format!("{seconds} 秒ほど待って、もう一度試します。"),
            Lang::En => format!("Trying again in about {seconds} s."),
        });
    }
}

fn names(parcel: &Parcel) -> Vec<&str> {
    parcel.files().map(|file| -> &Item { &file.item }).map(|item| item.name.as_str()).collect()
}
