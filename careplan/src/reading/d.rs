//! Points that no list of the text names: found where files of real software are read.

use super::{Reading, t};

entries! {
    D_1 "D-1"
        t("同じ文字が ED40〜EEFC と FA40〜FC4B の両方にある", "some characters stand at ED40–EEFC and at FA40–FC4B"),
        t("どちらで書いてもよい／FA40〜FC4B だけ", "either place / FA40–FC4B only"),
        t("バイトの並びで氏名を比べる取込側", "receivers that compare names byte by byte"),
        t("どちらも受けます。FA40〜FC4B で書くと安全です", "either is accepted; FA40–FC4B is the safer one to write");
    D_2 "D-2"
        t("古い処理系が付けるファイル末尾の印（1A）", "the end mark 1A that old systems add"),
        t("無い／あれば無視", "absent / ignored"),
        t("末尾の印を1件のレコードと読む取込側", "receivers that take the mark for a record"),
        t("付けない。あっても誤りとしません", "not written; no error where it stands");
    D_3 "D-3"
        t("サテライト枝番に英字を使えるか", "whether a satellite branch may hold letters"),
        t("数字だけ／英字も", "digits only / letters too"),
        t("枝番を数字に限る取込側", "receivers that take digits only"),
        t("英字があっても誤りとしません", "letters are no error");
    D_4 "D-4"
        t("第6表・第7表に全事業所の行を入れるか", "whether use tables hold the rows of all offices"),
        t("全事業所の行（本文 2.6）／送信先の事業所の行だけ（現場の実装）", "all offices (text, 2.6) / the receiver only (seen in the field)"),
        t("限度額の超過や他のサービスを知りたい事業所", "offices that want to see overruns and other services"),
        t("全事業所の行。送信先の分だけのものは情報として示します", "all offices; the receiver's only is reported as information");
}
