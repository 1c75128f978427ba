"""renkei suite のアダプターの見本（Python、標準ライブラリーだけ） / an example adapter: Python, standard library only.
項目・書式・親子・送信単位は `hello` が示す layout にある。`Software` を貴社のソフトウェアの呼び出しに置き換えて使う。
Fields, formats, parents and units stand in the layout that `hello` names; replace `Software` by calls of yours.
"""
import base64
import json
import re
import sys
from datetime import datetime
from pathlib import Path

SCHEMA, IMAGE, END = "renkei.adapter/1", "UPKIHON_IMAGE", "([0-9A-Z]{10}_[0-9A-Z]{2})_"
NAME = rf"([A-Z0-9]+(?:_SUB[12]?|_IMAGE)?)_(?:([0-9]{{6}})_)?{END}{END}([0-9]{{14}})(\.CSV|_[0-9]{{4}}\.jpg)"
CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|\Z)')
# 2つの符号がある文字は、表の後のもの（JIS X 0208 が最後）を書く / of two codes of a character the later is written
LEADS = (0xED, 0xEE, 0xFA, 0xFB, 0xFC, 0x87, *range(0x81, 0x85), *range(0x88, 0xA0), *range(0xE0, 0xEB))
CODES = [[lead, trail] for lead in LEADS for trail in range(0x40, 0xFD)]
CODES += [[byte] for byte in (9, 10, 13, *range(0x20, 0x7F), *range(0xA1, 0xE0))]
TEXTS = [bytes(code).decode("cp932", "ignore") for code in CODES]
MS932 = {text: bytes(code) for text, code in zip(TEXTS, CODES) if len(text.encode("cp932")) == len(code)}
TYPED = {"date": (r"(?!0{8})(....)(..)(..)", r"\1-\2-\3"), "month": (r"(?!0{6})(....)(..)", r"\1-\2"),
         "time": (r"(?!9999)(..)(..)", r"\1:\2")}
ROLES = ["kyotaku", "service", "houkatsu", "yobo_service"]
COUNTS = ("imported", "replaced", "ignored", "fields_truncated", "characters_replaced")


class Software:
    """見本のソフトウェア / the software under test, a sample. ValueError = 取り込めない理由 / why nothing is taken."""

    def __init__(self, layout):
        self.kinds, self.units = {kind["kind"]: kind for kind in layout["kinds"]}, layout["units"]
        self.held = {}  # 親のキー → 種類 → レコード。画像もレコードとする / parent's key → kind → records, pictures too

    def decode(self, data):
        text = data.decode("cp932")
        if not set(text) <= MS932.keys():
            raise ValueError("外字など、使えない文字があります")
        return text

    def rows(self, text):
        rows, at = [[]], 0
        while at < len(text) or rows[-1]:
            found = CELL.match(text, at)
            if not found:
                raise ValueError(f"{len(rows)} 件目：引用符の位置が正しくありません")
            rows[-1].append(found[2] if found[1] is None else found[1].replace('""', '"'))
            at = found.end()
            if found[3] != ",":
                rows.append([])
        return rows[:-1]

    def misfit(self, field, text):
        if not text.strip():
            return field["required"] or text and not field["quoted"]
        length = len(text.lstrip("-") if field["type"] == "number" else text)
        fits = not field["pattern"] or re.fullmatch(field["pattern"], text)
        if fits and field["type"] == "date" and text.strip("0"):
            datetime.strptime(text, "%Y%m%d")
        return not fits or length > (field["max_len"] or length) or field["codes"] and text not in field["codes"]

    def read(self, path, units):
        """ファイルを組に加え、レコードの数を答える / adds a file to its unit; how many records it has."""
        name = re.fullmatch(NAME, path.name)
        kind = self.kinds.get(name[1]) if name else None
        if not kind or bool(name[2]) != kind["month_in_name"] or (name[1] == IMAGE) == (name[6] == ".CSV"):
            raise ValueError("名称が標準仕様に合いません")
        datetime.strptime(name[5], "%Y%m%d%H%M%S")
        unit = units.setdefault((name[5], name[3], name[4]), {})
        if name[1] == IMAGE:
            unit.setdefault(IMAGE, []).append([path.name, base64.b64encode(path.read_bytes()).decode()])
            return 0
        rows = self.rows(self.decode(path.read_bytes()))
        if name[1] in unit or not rows:
            raise ValueError("同じ種類のファイルが2つあるか、レコードがありません")
        for at, texts in enumerate(rows, 1):
            wrong = [field["key"] for field, text in zip(kind["fields"], texts) if self.misfit(field, text)]
            thirds = {texts[key["nos"][2] - 1] for key in kind["keys"]} if len(texts) == len(kind["fields"]) else {}
            if wrong or not thirds or name[2] and name[2] not in thirds:
                raise ValueError(f"{at} 件目：項目の数、書式、年月のどれかが合いません {wrong}")
        unit[name[1]] = rows
        return len(rows)

    def check(self, unit):
        """送信単位と画像がそろっているか / whether all that travels together is there."""
        if not any(set(it["required"]) <= unit.keys() <= {*it["required"], *it["optional"]} for it in self.units):
            raise ValueError("組として必要なファイルがそろっていません")
        pictures, named = dict(unit.get(IMAGE, [])), {texts[61] for texts in unit.get("UPKIHON", [])} - {""}
        if named != pictures.keys() or not all(jpeg.startswith("/9j/") for jpeg in pictures.values()):
            raise ValueError("画像が基本情報の示すものと違うか、JPEG ではありません")

    def key(self, kind, texts):
        """何に付くか（削除なら、何を削除するか） / what a record hangs on, or deletes."""
        keys = self.kinds[kind]["keys"]
        key = next((key for key in keys if texts[key["nos"][2] - 1].strip("0")), keys[0])
        return (key["parent"], *(texts[no - 1][: 2 if at == 4 else None] for at, no in enumerate(key["nos"])))

    def take(self, unit):
        """同じキーのものを置き換え、削除は付くものごと行う / replaces, and deletes with what hangs on it."""
        placed = [(kind, texts, self.key(kind, texts)) for kind in unit if kind != IMAGE for texts in unit[kind]]
        gone = {key for _, _, key in placed if self.held.pop(key, None)}
        for kind, texts, key in placed:
            deletes = kind.startswith("DLT")
            if not deletes:
                self.held.setdefault(key, {}).setdefault(kind, []).append(texts)
            if kind == "UPKIHON" and texts[61]:
                self.held[key].setdefault(IMAGE, []).extend(it for it in unit[IMAGE] if it[0] == texts[61])
            yield "imported" if (key in gone) == deletes else "ignored" if deletes else "replaced"

    def all(self, kind):
        return [record for records in self.held.values() for record in records.get(kind, [])]

    def line(self, fields, texts):
        quoted = [field["quoted"] or re.search(r'[",\r\n]', text) for field, text in zip(fields, texts)]
        cells = ['"' + text.replace('"', '""') + '"' if quote else text for quote, text in zip(quoted, texts)]
        return b"".join(MS932.get(c, MS932["〓"]) for c in ",".join(cells) + "\r\n")

    def files(self, unit, contents):
        tail, files = f"{unit['from']}_{unit['to']}_{unit['serial']}", {}
        for name, jpeg in contents.pop(IMAGE, []):
            files[f"{IMAGE}_{tail}_{name[-8:]}"] = base64.b64decode(jpeg)
            for texts in contents["UPKIHON"]:
                texts[61] = texts[61].replace(name, f"{IMAGE}_{tail}_{name[-8:]}")
        for kind, rows in contents.items():
            entry = self.kinds[kind]
            month = "_" + rows[0][entry["keys"][-1]["nos"][2] - 1] if entry["month_in_name"] else ""
            files[f"{kind}{month}_{tail}.CSV"] = b"".join(self.line(entry["fields"], texts) for texts in rows)
        return files


class Adapter:
    """要求に答える / answers requests."""

    def do_hello(self, request):
        self.software = Software(json.loads(Path(request["layout"]).read_text("utf-8")))
        return {"software": {"name": "見本（Python）", "version": "1.0"}, "roles": ROLES}

    def do_reset(self, _):
        self.software.held.clear()
        return {}

    def do_import(self, request):
        units, rejected, read = {}, [], 0
        try:
            for name in request["files"]:
                read += self.software.read(Path(request["folder"], name), units)
            [self.software.check(unit) for unit in units.values()]
        except ValueError as why:  # 1つでも誤りがあれば、全体を断る / one fault, and the whole is refused
            rejected, units = [{"file": name, "records": read, "reason": str(why)}], {}
        outcomes = [outcome for serial in sorted(units) for outcome in self.software.take(units[serial])]
        counts = {word: outcomes.count(word) for word in COUNTS}
        return {"receipt": {"records_in": read, "rejected": rejected, **counts}, "holds": self.holds()}

    def holds(self):
        holds = {}
        for kind, entry in self.software.kinds.items():
            if records := self.software.all(kind):
                holds.setdefault(entry["section"], {})[kind] = [self.shown(kind, record) for record in records]
        return holds

    def do_export(self, request):
        kinds = [kind for kind in request["kinds"] if self.software.all(kind)]
        contents = {kind: [[*record] for record in self.software.all(kind)] for kind in kinds}
        for unit in (request["scenario"] or {"units": []})["units"]:
            contents = {kind: [self.told(kind, record) for record in records]
                        for part in unit.values() if isinstance(part, dict) for kind, records in part.items()}
        files = self.software.files(request["unit"], contents)
        for name, data in files.items():
            Path(request["folder"], name).write_bytes(data)
        return {"files": list(files)}

    def shown(self, kind, record):
        fields = self.software.kinds[kind]["fields"]
        return {field["key"]: self.value(field, text) for field, text in zip(fields, record)}

    def value(self, field, text):
        if text and field["type"] == "number":
            return int(text)
        text = re.sub(*TYPED[field["type"]], text) if field["type"] in TYPED else text
        return text if text or field["quoted"] else None

    def told(self, kind, record):
        fields = self.software.kinds[kind]["fields"]
        return [self.text(field, record.get(field["key"])) for field in fields]

    def text(self, field, value):
        text = "" if value is None else str(value)
        return re.sub("[-:]", "", text) if field["type"] in TYPED else text


def serve(adapter):
    for line in sys.stdin.buffer:
        request = json.loads(line)
        said = getattr(adapter, f"do_{request['request']}")(request)
        print(json.dumps({"schema": SCHEMA, "id": request["id"], "answer": request["request"], **said}), flush=True)


if __name__ == "__main__":
    serve(Adapter())
