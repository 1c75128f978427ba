"""読み違える変異 / mutants that read wrongly."""
import re
import unicodedata

from engine import (IMAGE, Software, adapter, both, is_code, is_number, is_time, keeps, lets_pass, mutant, refuses, takes)


# ---- 文字 / characters ----
def leads(data):
    """2バイト文字の位置 / where characters of two bytes stand."""
    at = 0
    while at < len(data):
        wide = 0x81 <= data[at] <= 0x9F or 0xE0 <= data[at] <= 0xFC
        if wide:
            yield at
        at += 2 if wide else 1


@mutant(Software, "decode")
def utf8_welcome(self, old, data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return old(data)


@mutant(Software, "decode")
def bom_decoded(self, old, data):
    return data.decode("utf-8") if data.startswith(b"\xef\xbb\xbf") else old(data)


@mutant(Software, "decode")
def gaiji_replaced(self, old, data):
    return "".join(c if c in adapter.MS932 else "〓" for c in data.decode("cp932", "replace"))


@mutant(Software, "decode")
def nec_selected_refused(self, old, data):
    if any(data[at] in (0xED, 0xEE) for at in leads(data)):
        raise ValueError("読めない文字があります")
    return old(data)


@mutant(Software, "decode")
def ibm_twins_lost(self, old, data):
    out = bytearray(data)
    for at in leads(data):
        if data[at] in (0xFA, 0xFB, 0xFC):
            out[at:at + 2] = "〓".encode("cp932")
    return old(bytes(out))


@mutant(Software, "decode")
def backslash_trail_lost(self, old, data):
    out = bytearray(data)
    for at in reversed([at for at in leads(data) if data[at + 1:at + 2] == b"\\"]):
        del out[at:at + 2]
    return old(bytes(out))


# ---- 行と引用符 / lines and quotes ----
@mutant(Software, "rows")
def header_as_record(self, old, text):
    rows = old(text)
    if len(rows) > 1 and rows[0][0] == "CSVバージョン":
        rows[0] = [*rows[1][:2], "0000000000", *rows[1][3:]]
    return rows


@mutant(Software, "rows")
def first_row_taken_for_header(self, old, text):
    return old(text)[1:] or old(text)


@mutant(Software, "rows")
def last_row_without_line_end_lost(self, old, text):
    rows = old(text)
    return rows if text.endswith(("\n", "\r")) or len(rows) < 2 else rows[:-1]


@mutant(Software, "rows")
def file_ends_at_lf(self, old, text):
    return old(text)[:None if "\r\n" in text or "\n" not in text else 1]


@mutant(Software, "rows")
def quotes_not_unescaped(self, old, text):
    return [[cell.replace('"', '""') for cell in row] for row in old(text)]


@mutant(Software, "rows")
def quotes_dropped(self, old, text):
    return [[cell.replace('"', "") for cell in row] for row in old(text)]


@mutant(Software, "rows")
def surplus_fields_ignored(self, old, text):
    """項目の数を、それを超えない種類の数に合わせる / cuts to the number of fields of some kind."""
    counts = [len(kind["fields"]) for kind in self.kinds.values()]
    return [row[:max((n for n in counts if n <= len(row)), default=0)] for row in old(text)]


@mutant(Software, "rows")
def blank_line_ends_the_file(self, old, text):
    rows = old(text)
    return rows[:rows.index([""])] if [""] in rows else rows


# ---- レコード / records ----
def swapped(row, a, b):
    row = list(row)
    row[a], row[b] = row[b], row[a]
    return row


def doubled(row):
    return [str(2 * int(text)) if at in (11, 14, 17) and text.isdigit() else text for at, text in enumerate(row)]


keeps("rows-skipped", lambda kind, rows: [row for at, row in enumerate(rows) if kind == IMAGE or at % 3 < 2])
keeps("grand-total-dropped", lambda kind, rows: [row for row in rows if kind != "UPSIKYU" or row[8] != "999999"])
keeps("subtotal-counted-twice", lambda kind, rows: [
    doubled(row) if kind == "UPSIKYU" and re.fullmatch("..AAAA|999999", row[8]) else row for row in rows])
keeps("same-day-merged", lambda kind, rows: list({(row[9], row[14]): row for row in rows}.values())
      if kind == "UPPLAN" else rows)
keeps("empty-goals-dropped", lambda kind, rows: [row for row in rows if kind != "UP2KYO" or row[6]])
keeps("first-record-twice", lambda kind, rows: rows + rows[:1] if kind == "UPJSK" else rows)
keeps("start-and-end-swapped", lambda kind, rows: [
    swapped(row, 11, 12) if kind in ("UPPLAN", "UPJSK") else row for row in rows])
keeps("supplement-lost", lambda kind, rows: [] if kind == "UPHOSOKU" else rows)
keeps("pictures-lost", lambda kind, rows: [] if kind == IMAGE else rows)
keeps("pictures-blackened", lambda kind, rows: [[row[0], "/9j/"] if kind == IMAGE else row for row in rows])


# ---- 値 / values ----
def zeros_lost(text):
    return text.lstrip("0") or text if text.isdigit() else text


def exponent(text):
    return re.sub(r"^(\d)(\d)E0*(\d+)$", r"\1.\2E+\3", text)


takes("insured-zeros-lost", zeros_lost, lambda field: field["format"] == "insured_no")
takes("office-zeros-lost", zeros_lost, lambda field: field["format"] == "office_no")
takes("code-as-number", exponent, is_code)
takes("cut-at-40", lambda text: text[:40])
takes("cut-at-255", lambda text: text[:255])
takes("cut-at-first-line", lambda text: re.split(r"[\r\n]", text)[0])
takes("line-breaks-lost", lambda text: re.sub(r"[\r\n]", "", text))
takes("line-breaks-to-blanks", lambda text: re.sub(r"\r\n|\r|\n", " ", text))
takes("commas-to-ideographic", lambda text: text.replace(",", "、"))
takes("takahashi-replaced", lambda text: text.replace("髙", "高"))
takes("unified-by-nfc", lambda text: unicodedata.normalize("NFC", text))
takes("half-kana-widened", lambda text: re.sub("[｡-ﾟ]+", lambda it: unicodedata.normalize("NFKC", it[0]), text))
takes("circled-digits-opened", lambda text: re.sub("[①-⑳]", lambda it: unicodedata.normalize("NFKC", it[0]), text))
takes("blanks-trimmed", str.strip)
takes("markup-unescaped", lambda text: text.replace("&amp;", "&"))
takes("tags-stripped", lambda text: re.sub("<[^>]*>", "", text))
takes("backslash-n-obeyed", lambda text: text.replace("\\n", "\n"))
takes("null-word-emptied", lambda text: re.sub("NULL|null|None", "", text))
takes("formula-calculated", lambda text: text.replace("=1+1", "2"))
takes("sign-lost", lambda text: text.lstrip("-"), is_number)
takes("empty-made-zero", lambda text: text or "0", is_number)
takes("zero-made-empty", lambda text: "" if text == "0" else text, is_number)
takes("midnight-emptied", lambda text: "" if text == "0000" else text, is_time)
takes("untimed-made-midnight", lambda text: "0000" if text == "9999" else text, is_time)
takes("24-made-0", lambda text: "0000" if text == "2400" else text, is_time)
takes("price-rounded", lambda text: re.sub(r"\.\d\d$", ".00", text), lambda field: field["format"] == "decimal99.99")
takes("leap-day-moved", lambda text: text.replace("0229", "0301"), lambda field: field["type"] == "date")
takes("birth-after-1920", lambda text: re.sub("^19(?=[01])", "20", text), lambda field: field["key"] == "利用者生年月日")


@mutant(adapter.Adapter, "value")
def dates_as_numbers(self, old, field, text):
    return int(text) if field["type"] == "date" and text.isdigit() else old(field, text)


@mutant(adapter.Adapter, "value")
def field_unsaid(self, old, field, text):
    return None if field["key"] == "サービス事業所名" else old(field, text)


# ---- 検査 / checks ----
lets_pass("nothing-checked", lambda field, text: True)
lets_pass("codes-unchecked", lambda field, text: field["codes"] and text)
lets_pass("required-unchecked", lambda field, text: not text.strip())
lets_pass("version-unchecked", lambda field, text: field["no"] == 1)
both("bom-kept", "bom-decoded", "version-unchecked")
lets_pass("lengths-unchecked", lambda field, text: field["quoted"] or field["format"] in ("other", "phone"))
refuses("untimed-refused", lambda field, text: is_time(field) and text == "9999")
refuses("negative-refused", lambda field, text: is_number(field) and text.startswith("-"))
refuses("letters-refused", lambda field, text: field["format"] == "office_no" and re.search("[A-Z]", text))
refuses("long-text-refused", lambda field, text: len(text) > 1000)


@mutant(Software, "check")
def incomplete_set_accepted(self, old, unit):
    """送信単位を見ない / does not look at what travels together."""


@mutant(Software, "check")
def missing_picture_accepted(self, old, unit):
    named = [[texts[61], "/9j/"] for texts in unit.get("UPKIHON", []) if texts[61]]
    unit.setdefault(IMAGE, named) if named else None
    old(unit)
