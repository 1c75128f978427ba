//! The end of the demonstration: the verdict on all files, the reports, and the relay that may
//! stay up.

use std::path::Path;

use careplan::text::{Lang, Text};
use conformance::judge::Verdict;
use conformance::shown::visible;
use mock_server::OfficeNo;

use super::journey::Journey;
use super::judge;
use super::story::{CARE_MANAGER, DAY_SERVICE};
use crate::relay::{Bundle, Trouble, asked_to_stop, file_names};
use crate::say;

/// The folder of certificates below that of the demonstration.
const CLIENTS: &str = "clients";

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
        let lang = self.lang;
        let (_, counted) = judge::told(&outcome);
        let (verdict, report, files) = match lang {
            Lang::Ja => ("判定", "報告", "やり取りしたファイル"),
            Lang::En => ("verdict", "report", "files exchanged"),
        };
        let mut lines = vec![format!("\n{verdict}: {}（{}）", outcome.verdict.sentence().get(lang), counted.get(lang))];
        let mut code = outcome.verdict.exit_code();
        if self.table.has_failed() {
            lines.push(FAILED.get(lang).to_owned());
            code = code.max(Verdict::Nonconformant.exit_code());
        }
        lines.extend(reports.iter().map(|path| format!("{report}: {}", shown(path))));
        lines.extend(
            ["care-manager", "day-service"].map(|side| format!("{files}: {}", shown(&self.out.root().join(side)))),
        );
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
            bundle.issue(&self.running, &number)?;
        }
        say::out(&bundle.how_to_use(&self.running.url(), CARE_MANAGER.number, self.lang))?;
        asked_to_stop().await?;
        Ok(say::out(STOPPED.get(self.lang))?)
    }
}

fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy())
}
