//! Imports: taken as a whole with their meaning, refused as a whole, never half of it.

use careplan::text::Message;

use super::receipt::balanced;
use super::{Judged, is_loss, told};
use crate::mutation::File;
use crate::suite::case::Taking;
use crate::suite::meaning::{Model, Scope, What, differences, read_files};
use crate::suite::protocol::{Imported, Receipt};
use crate::suite::verdict::Verdict;

/// What was given to the software, and what would be right.
pub(crate) struct Given<'a> {
    pub(crate) files: &'a [File],
    pub(crate) taking: Taking,
    pub(crate) scope: &'a Scope,
}

/// Judges an import; `model` is what is to be held, before and after.
pub(crate) fn taken(given: &Given<'_>, answer: &Imported, model: &mut Model) -> Judged {
    let receipt = match balanced(answer) {
        Ok(receipt) => receipt,
        Err(judged) => return judged,
    };
    let refused = !receipt.rejected.is_empty();
    if refused && receipt.taken() > 0 {
        return half(receipt);
    }
    match given.taking {
        Taking::Whole if refused => {
            Judged::fail("適合する組が拒否されました", "a conformant set was refused").with(receipt)
        }
        Taking::Whole if receipt.ignored > 0 => Judged::fail(
            format!("適合する組のうち {} 件が取り込まれませんでした", receipt.ignored),
            format!("{} records of a conformant set were left out", receipt.ignored),
        ),
        Taking::Whole => whole(given, answer, receipt, model),
        Taking::WholeOrNothing if refused => held(given, answer, receipt, model),
        Taking::WholeOrNothing => whole(given, answer, receipt, model),
        Taking::NotSilently if refused => held(given, answer, receipt, model).or_by_receipt(),
        Taking::NotSilently if answer.flagged.is_empty() => Judged::fail(
            "標準仕様に反するファイルが、何も知らされずに取り込まれました",
            "files that are against the standard were taken without a word",
        ),
        // Flagged and taken: what it means is the person's decision now.
        Taking::NotSilently => Judged::pass(),
    }
}

impl Judged {
    /// With the reasons that the software gave for refusing.
    fn with(mut self, receipt: &Receipt) -> Self {
        self.notes.extend(reasons(receipt));
        self
    }

    /// What is refused needs no look at what is held: the receipt says that nothing was taken.
    fn or_by_receipt(self) -> Self {
        if self.verdict == Verdict::NotTestable { Self::pass() } else { self }
    }
}

fn half(receipt: &Receipt) -> Judged {
    let (taken, refused) = (receipt.taken(), receipt.refused());
    Judged::fail(
        format!("一部だけ取り込まれました（取り込み {taken} 件、拒否 {refused} 件）"),
        format!("half of it was taken ({taken} taken, {refused} rejected)"),
    )
    .with(receipt)
}

/// All of it was taken: every record was read, and all is held with its meaning.
fn whole(given: &Given<'_>, answer: &Imported, receipt: &Receipt, model: &mut Model) -> Judged {
    let Ok(scenario) = read_files(given.files) else {
        // An open point that leaves no sure meaning: that the receipt balances is all that can be asked.
        return Judged::pass();
    };
    let (there, read) = (scenario.records() as u64, receipt.records_in);
    if read < there {
        return Judged::silent(
            format!("{there} 件のうち {read} 件しか読まれていません"),
            format!("only {read} of {there} records were read"),
        );
    }
    if read > there {
        return Judged::fail(
            format!("{there} 件しかないのに {read} 件読んだことになっています"),
            format!("{read} records were read where there are {there}"),
        );
    }
    model.take(&scenario);
    held(given, answer, receipt, model)
}

/// What is held against what is to be held.
fn held(given: &Given<'_>, answer: &Imported, receipt: &Receipt, model: &Model) -> Judged {
    let Some(holds) = &answer.holds else {
        return unseen(given, receipt);
    };
    let found = differences(&model.must, &model.may, holds, given.scope);
    if found.is_empty() {
        return Judged::pass();
    }
    let silent = found.iter().any(|difference| match difference.what {
        What::Truncated => receipt.fields_truncated == 0,
        What::Replaced => receipt.characters_replaced == 0,
        what => is_loss(what),
    });
    Judged { verdict: if silent { Verdict::SilentLoss } else { Verdict::Fail }, notes: told(&found) }
}

/// What is held cannot be seen; the receipt alone may still speak against it.
fn unseen(given: &Given<'_>, receipt: &Receipt) -> Judged {
    let (cut, changed) = (receipt.fields_truncated, receipt.characters_replaced);
    if given.taking == Taking::Whole && cut + changed > 0 {
        return Judged::fail(
            format!("値が変わりました（途中で切れた項目 {cut}、別の文字になった文字 {changed}）"),
            format!("values were changed ({cut} fields cut short, {changed} characters replaced)"),
        );
    }
    Judged::because(
        Verdict::NotTestable,
        "取り込んだ内容が外から見えないため、意味は確認していません",
        "what is held cannot be seen, so its meaning was not judged",
    )
}

fn reasons(receipt: &Receipt) -> Vec<Message> {
    let rejected = receipt.rejected.iter().take(super::TOLD);
    rejected
        .map(|it| {
            let record = it.record.map(|record| format!(" #{record}")).unwrap_or_default();
            let text = crate::shown::visible(&format!("{}{record}: {}", it.file, it.reason));
            Message::new(text.clone(), text)
        })
        .collect()
}
