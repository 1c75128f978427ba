//! The end of the demonstration: the verdict on all files, the reports, and the relay that may
//! stay up.

use std::path::Path;

use careplan::text::Text;
use conformance::judge::Verdict;
use conformance::shown::visible;
use mock_server::OfficeNo;

use super::journey::{Journey, SIDES};
use super::judge;
use super::story::{CARE_MANAGER, DAY_SERVICE};
use crate::desk;
use crate::relay::{Bundle, Stop, Trouble, file_names};
use crate::say;

/// The folder of certificates below that of the demonstration.
const CLIENTS: &str = "clients";

const VERDICT: Text = Text::new("判定：", "verdict: ");
const ALL: Text = Text::new("双方のファイル全部：", "all files of both sides: ");
/// What lies where, in the order of the reports and of the sides.
const PLACES: &[Text] = &[
    Text::new("報告（読む・印刷する）：", "report (to read and print): "),
    Text::new("報告（JUnit、CI 用）：", "report (JUnit, for CI): "),
    Text::new("居宅側のファイル：", "files of the care manager: "),
    Text::new("通所側のファイル：", "files of the day service: "),
];
const FAILED: Text = Text::new("うまくいかなかった手順（×）があります。", "A step did not go as it should (NG).");
const SELF_TEST: Text = Text::new(
    "自己点検の記録であり、公式の認証ではありません。",
    "This is a record of a self-test, no official certification.",
);
const STOPPED: Text = Text::new("中継を止めました。\n", "The relay has stopped.\n");

impl Journey {
    /// Judges all files once more, together, writes the reports and says how it went; gives the
    /// exit code.
    pub(super) fn close(&mut self) -> Result<u8, Trouble> {
        let outcome = judge::check(&self.files);
        let reports = judge::write_reports(&outcome, &mut self.out, self.lang)?;
        let mut code = outcome.verdict.exit_code();
        let lang = self.lang;
        let (_, counted) = judge::told(&outcome);
        let mut lines = vec![
            String::new(),
            format!("{}{}", VERDICT.get(lang), outcome.verdict.sentence().get(lang)),
            format!("{}{}", ALL.get(lang), counted.get(lang)),
        ];
        if self.table.has_failed() {
            lines.push(FAILED.get(lang).to_owned());
            code = code.max(Verdict::Nonconformant.exit_code());
        }
        let places = reports.into_iter().chain(SIDES.map(|folder| self.out.root().join(folder)));
        lines.extend(PLACES.iter().zip(places).map(|(what, path)| format!("{}{}", what.get(lang), shown(&path))));
        lines.push(format!("{}\n", SELF_TEST.get(lang)));
        say::out(&lines.join("\n"))?;
        Ok(code)
    }

    /// Writes the certificates of both offices, says where the pages are, and waits to be stopped.
    pub(super) async fn keep(&mut self) -> Result<(), Trouble> {
        let offices = [&CARE_MANAGER, &DAY_SERVICE];
        for name in file_names(offices.map(|office| office.number)) {
            self.out.claim(&format!("{CLIENTS}/{name}"))?;
        }
        let bundle = Bundle::of(&self.running, &self.out.root().join(CLIENTS))?;
        for office in offices {
            let number: OfficeNo = office.number.parse()?;
            bundle.issue(&self.running, &number).await?;
        }
        let stop = Stop::listen()?;
        let mut lines = desk::told(&self.running, self.lang);
        lines.push(bundle.how_to_use(&self.running.url(), CARE_MANAGER.number, self.lang));
        say::out(&lines.join("\n"))?;
        stop.asked().await;
        Ok(say::out(STOPPED.get(self.lang))?)
    }
}

fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy())
}
