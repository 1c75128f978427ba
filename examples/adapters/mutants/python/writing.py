"""書き違える変異 / mutants that write wrongly."""
import re

from engine import (IMAGE, Adapter, Software, adapter, answers, each_csv, each_name, files, is_code, is_number, is_time,
                    mutant, without, writes)
from reading import exponent, zeros_lost

RECORD = b"\r\n202407,"


def recoded(*codec):
    return each_csv(lambda data: data.decode("cp932").encode(*codec))


# ---- ファイル / files ----
files("writes-utf8", recoded("utf-8"))
files("writes-utf8-with-bom", recoded("utf-8-sig"))
files("writes-utf16", recoded("utf-16"))
files("writes-euc", recoded("euc_jp", "replace"))
files("writes-old-version", each_csv(lambda data: re.sub(rb"(^|\r\n)202407,", rb"\g<1>202208,", data)))
files("writes-trailing-comma", each_csv(lambda data: data.replace(RECORD, b"," + RECORD)))
files("writes-no-line-ends", each_csv(lambda data: data.replace(RECORD, RECORD[2:])))
files("writes-lf-cr", each_csv(lambda data: data.replace(RECORD, b"\n\r" + RECORD[2:])))
files("writes-blank-lines", each_csv(lambda data: data.replace(RECORD, b"\r\n" + RECORD)))
files("writes-empty-files", each_csv(lambda data: b""))
files("writes-tabs", each_csv(lambda data: data.replace(b",", b"\t")))
files("writes-last-record-twice", each_csv(lambda data: data + data[(b"\r\n" + data).rfind(RECORD):]))
files("drops-last-record", each_csv(lambda data: data[:data.rfind(RECORD) + 2] if RECORD in data else data))
files("writes-names-in-lower-case", each_name(str.lower))
files("writes-names-of-v3", each_name(lambda name: re.sub(r"(_[0-9A-Z]{10})_[0-9A-Z]{2}(?=_)", r"\1", name)))
files("writes-names-of-copies", each_name(lambda name: name.replace(".", " (1).")))
files("writes-serial-of-8-digits", each_name(lambda name: re.sub(r"(_[0-9]{8})[0-9]{6}(?=[._])", r"\1", name)))
files("writes-month-of-another", each_name(lambda name: re.sub(r"^(UP(?:PLAN|SIKYU))_[0-9]{6}", r"\1_209912", name)))
files("writes-serial-per-file", lambda files: {
    re.sub(r"[0-9]{2}(?=\.CSV)", str(at + 10), name): data for at, (name, data) in enumerate(files.items())})
files("leaves-supplement-out", without("UPHOSOKU"))
files("leaves-sheet-3-out", without("UP3KYO"))
files("leaves-pictures-out", without(IMAGE))
files("writes-pictures-as-png", lambda files: {
    name: b"\x89PNG\r\n\x1a\n" if IMAGE in name else data for name, data in files.items()})
answers("names-a-file-unwritten", lambda answer: {"files": [*answer["files"], "UPJSK.CSV"]}, "do_export")
answers("writes-a-file-unnamed", lambda answer: {"files": answer["files"][1:]}, "do_export")


# ---- 値 / values ----
writes("writes-zeros-away", zeros_lost, is_code)
writes("writes-empty-as-zero", lambda text: text or "0", is_number)
writes("writes-dates-with-slashes", lambda text: re.sub("^(....)(..)(..)$", r"\1/\2/\3", text),
       lambda field: field["type"] == "date")
writes("writes-times-with-colons", lambda text: re.sub("^(..)(..)$", r"\1:\2", text), is_time)
writes("writes-text-cut", lambda text: text[:40])
writes("writes-line-breaks-away", lambda text: re.sub(r"[\r\n]", "", text))
writes("writes-codes-as-numbers", exponent, is_code)
writes("writes-references", lambda text: "".join(c if c in adapter.MS932 else f"&#{ord(c)};" for c in text))


@mutant(Software, "line")
def writes_without_quotes(self, old, fields, texts):
    return old(fields, texts).replace(b'"', b"")


@mutant(Software, "line")
def writes_quotes_undoubled(self, old, fields, texts):
    return old(fields, texts).replace(b'""', b'"')


@mutant(Software, "line")
def writes_one_field_less(self, old, fields, texts):
    return old(fields[:-1], texts[:-1])


@mutant(Software, "files")
def swaps_sender_and_receiver(self, old, unit, contents):
    return old({**unit, "from": unit["to"], "to": unit["from"]}, contents)


@mutant(Adapter, "do_export")
def writes_nothing(self, old, request):
    return {"files": []}


@mutant(Adapter, "do_export")
def relays_less(self, old, request):
    """保持しているものを書くとき、2件目からを落とす / of what is held, writes the first record only."""
    for records in self.software.held.values() if not request["scenario"] else []:
        records.update({kind: rows[:1] for kind, rows in records.items()})
    return old(request)
