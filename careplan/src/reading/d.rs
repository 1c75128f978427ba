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
    D_5 "D-5"
        t("有効期間が月の途中で終わってよいか", "whether a period may end within a month"),
        t("末日だけ／転出や区分変更の日も", "the last day only / the day of a move or change too"),
        t("終了日から認定の月数を数える側", "who counts months from the end"),
        t("どちらも誤りとしません", "neither is an error");
    D_6 "D-6"
        t("任意の項目を、他の項目に合わせて埋めるか", "whether optional fields are filled where others suggest it"),
        t("埋める（帳票どおり）／空のまま", "filled (as on the form) / left empty"),
        t("帳票の欄が空になる取込側", "receivers whose form stays empty"),
        t("空でも誤りとせず、情報として示します", "empty is no error, only information");
    D_7 "D-7"
        t("名称や期間の文字が、変換で失われたか、元からのものか", "whether characters of names and periods were lost or are meant"),
        t("失われた（Ⅱ→U、～→?）／元からその文字", "lost (Ⅱ→U, ～→?) / meant"),
        t("変換表の違う実装どうし", "software with different tables"),
        t("どちらとも決めず、情報として示します", "left open, reported as information");
    D_8 "D-8"
        t("1日の訪問を1行にまとめてよいか", "whether visits of a day may be merged into one row"),
        t("1回1行／まとめる", "a row each / merged"),
        t("行ごとに1回と数える取込側", "receivers that count rows"),
        t("誤りとせず、情報として示します", "reported as information, not as an error");
    D_9 "D-9"
        t("区分支給限度基準額が表より高い", "a monthly limit above the table"),
        t("条例による上乗せ・月途中の変更／打ち間違い", "raised by ordinance, or a change within the month / mistyped"),
        t("表の額で計算し直す取込側", "receivers that reckon with the table"),
        t("表より高い額は、情報として示します", "above the table it is information");
}
