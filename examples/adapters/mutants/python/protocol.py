"""明細を偽る変異、機能の無い変異、約束を破る変異 / mutants that lie, that lack a function, that break the protocol."""
import json
import os
import re
import sys
import time

from engine import Adapter, Software, adapter, answers, both, mutant, receipts, says

# ---- 受領の明細 / receipts ----
answers("receipt-missing", lambda answer: {**answer, "receipt": None})
receipts("receipt-counts-one-too-many", lambda it: {"records_in": it["records_in"] + 1})
receipts("receipt-counts-replaced-twice", lambda it: {"imported": it["imported"] + it["replaced"]})
receipts("receipt-leaves-imports-out", lambda it: {"imported": 0})
receipts("receipt-inflated", lambda it: {"records_in": it["records_in"] + 1, "imported": it["imported"] + 1})
receipts("receipt-of-nothing", lambda it: dict.fromkeys(("records_in", *adapter.COUNTS), 0))
receipts("receipt-all-ignored", lambda it: {"ignored": it["records_in"], "imported": 0, "replaced": 0})
receipts("receipt-hides-refusals", lambda it: {"rejected": []} if it["rejected"] else {})
receipts("receipt-turns-refusals-into-imports", lambda it: {
    "rejected": [], "imported": it["records_in"]} if it["rejected"] else {})
receipts("receipt-tells-cuts", lambda it: {"fields_truncated": 1})
receipts("receipt-tells-replacements", lambda it: {"characters_replaced": 1})
both("cut-and-told", "cut-at-40", "receipt-tells-cuts")
both("takahashi-told", "takahashi-replaced", "receipt-tells-replacements")
answers("holds-nothing", lambda answer: {**answer, "holds": {}})
answers("holds-only-the-last", lambda answer: {**answer, "holds": {
    part: {kind: rows[-1:] for kind, rows in kinds.items()} for part, kinds in answer["holds"].items()}})


@mutant(Adapter, "do_import")
def half_taken(self, old, request):
    """誤りのある組から、読めたファイルだけを取り込む / of a wrong set, takes the files that can be read."""
    self.software.check = lambda unit: None
    parts = [old({**request, "files": [name]}) for name in request["files"]]
    receipt = {word: sum(part["receipt"][word] for part in parts) for word in ("records_in", *adapter.COUNTS)}
    rejected = [it for part in parts for it in part["receipt"]["rejected"]]
    return {**parts[-1], "receipt": {**receipt, "rejected": rejected}}


# ---- 機能と役割 / functions and roles ----
NO = {"answer": "not_implemented", "reason": "この機能はありません"}


@mutant(Adapter, "do_export")
def cannot_export(self, old, request):
    return NO


@mutant(Adapter, "do_export")
def cannot_relay(self, old, request):
    return old(request) if request["scenario"] else NO


@mutant(Adapter, "do_import")
def centre_cannot_import(self, old, request):
    return NO if request["role"] == "houkatsu" else old(request)


@mutant(Adapter, "do_import")
def office_refuses_commission(self, old, request):
    """委託された基本情報・支援計画書を断る / refuses the papers of a commission."""
    commission = request["role"] == "kyotaku" and any(name.startswith(("UPKIHON", "UPYOBO")) for name in request["files"])
    return old({**request, "files": [*request["files"], "委託"]} if commission else request)


# ---- 約束とプロセス / protocol and process ----
says("garbage-on-stdout", lambda line: "取り込みました\n" + line)
says("log-line-at-hello", lambda line: "INFO start\n" + line, "hello")
says("wrong-id", lambda line: re.sub('"id": ([0-9]+)', r'"id": 1\1', line))
says("wrong-schema", lambda line: line.replace("renkei.adapter/1", "renkei.adapter/0"))
says("answers-twice", lambda line: line + "\n" + line)
says("answers-another-request", lambda line: line.replace('"answer": "import"', '"answer": "reset"'))
says("answer-cut-off", lambda line: line[:len(line) // 2])
says("unknown-field", lambda line: line.replace(json.dumps("単位数"), json.dumps("単位")))
says("adapter-fails", lambda line: re.sub('"answer": .*', '"answer": "error", "message": "接続できません"}', line))


@mutant(Adapter, "do_hello")
def crash_at_hello(self, old, request):
    sys.exit(3)


@mutant(Adapter, "do_import")
def crash_at_import(self, old, request):
    sys.exit("落ちました")


@mutant(Adapter, "do_export")
def crash_at_export(self, old, request):
    os.abort()


@mutant(Software, "decode")
def crash_on_big_files(self, old, data):
    if len(data) > 20_000:
        raise MemoryError
    return old(data)


@mutant(Software, "line")
def crash_outside_ms932(self, old, fields, texts):
    "".join(texts).encode("cp932")
    return old(fields, texts)


@mutant(Adapter, "do_import")
def hang_at_import(self, old, request):
    time.sleep(600)


@mutant(Adapter, "do_export")
def hang_at_export(self, old, request):
    while True:
        pass
