"""保持し違える変異：順番、置き換え、削除 / mutants that hold wrongly: order, replacement, deletion."""
import re

from engine import IMAGE, MUTANTS, Adapter, Software, adapter, around, mutant


def deleted(self, unit):
    """この組が削除するもの / what a unit deletes."""
    return [self.key(kind, texts) for kind, rows in unit.items() if kind.startswith("DLT") for texts in rows]


def forgets(name, *kinds):
    """削除で、付くものを残す / a deletion that leaves what hangs on the sheet."""
    def take(self, old, unit):
        left = {key: {kind: rows for kind, rows in self.held.get(key, {}).items() if kind in kinds}
                for key in deleted(self, unit)}
        outcomes = list(old(unit))
        self.held.update(left)
        return outcomes
    MUTANTS[name] = lambda: around(Software, "take", take)


forgets("cascade-forgets-sheets-2-3", "UP2KYO", "UP3KYO")
forgets("cascade-forgets-sheet-3", "UP3KYO")
forgets("cascade-forgets-sheet-7", "UPSIKYU")
forgets("cascade-forgets-tables", "UPKIHON_SUB1", "UPKIHON_SUB2")
forgets("cascade-forgets-pictures", IMAGE)
forgets("cascade-forgets-plan-table", "UPYOBO_SUB")


def deletes_more(name, also):
    """削除で、消すべきでないものも消す：`also(削除するキー, 保持しているキー)` / a deletion that takes more than it may."""
    def take(self, old, unit):
        outcomes = list(old(unit))
        for held in [held for held in self.held if any(also(key, held) for key in deleted(self, unit))]:
            del self.held[held]
        return outcomes
    MUTANTS[name] = lambda: around(Software, "take", take)


# キーは（親、保険者番号、被保険者番号、日または月、実績では事業所、サービス種類） / a key: parent, insurer, insured, day or month, …
deletes_more("deletes-every-service", lambda key, held: key[0] == "UPJSK" and held[:4] == key[:4])
deletes_more("deletes-every-person", lambda key, held: held[0] == key[0])
deletes_more("deletes-all-of-the-person", lambda key, held: held[1:3] == key[1:3])


@mutant(Software, "take")
def deletion_ignored(self, old, unit):
    return ["imported"] * sum(map(len, unit.values())) if deleted(self, unit) else old(unit)


@mutant(Software, "take")
def deletion_of_what_comes_first(self, old, unit):
    """キーの無い削除で、ほかのものを消す / where the key is not held, something else is deleted."""
    for key in deleted(self, unit):
        others = [held for held in self.held if held[0] == key[0]]
        if key not in self.held and others:
            del self.held[others[0]]
    return old(unit)


def before(self):
    return {key: {kind: list(rows) for kind, rows in records.items()} for key, records in self.held.items()}


def blends(name, blend):
    """置き換えのときに古いものが混ざる：`blend(古い, 新しい)` / what is older shines through a replacement."""
    def take(self, old, unit):
        older = before(self)
        outcomes = list(old(unit))
        for key in older.keys() & self.held.keys() - set(deleted(self, unit)):
            if any(self.key(kind, row) == key for kind, rows in unit.items() if kind != IMAGE for row in rows):
                records = self.held[key]
                self.held[key] = {kind: blend(older[key].get(kind, []), records.get(kind, []))
                                  for kind in older[key].keys() | records.keys()}
        return outcomes
    MUTANTS[name] = lambda: around(Software, "take", take)


blends("replacement-appended", lambda old, new: old + new)
blends("replacement-ignored", lambda old, new: old or new)
blends("old-rows-shine-through", lambda old, new: new + old[len(new):])


@mutant(Software, "take")
def replacement_of_all_months(self, old, unit):
    """同じ人の、ほかの月や日のものも置き換える / replaces the person's other months and days too."""
    people = {self.key(kind, row)[:3] for kind, rows in unit.items() if kind != IMAGE for row in rows}
    for key in [key for key in self.held if key[:3] in people]:
        del self.held[key]
    return old(unit)


@mutant(Software, "take")
def replacement_of_other_offices(self, old, unit):
    """実績で、ほかの事業所の分も置き換える / actual use: replaces that of other offices too."""
    sheets = {self.key(kind, row)[:4] for kind, rows in unit.items() if kind == "UPJSK" for row in rows}
    for key in [key for key in self.held if key[:4] in sheets]:
        del self.held[key]
    return old(unit)


@mutant(Adapter, "do_import")
def order_of_arrival(self, old, request):
    """連番の順でなく、届いた順に取り込む / takes units as they arrive, whatever their serials are."""
    serials = dict.fromkeys(re.findall(r"_([0-9]{14})[._]", " ".join(request["files"])))
    parts = [old({**request, "files": [name for name in request["files"] if f"_{serial}" in name]}) for serial in serials]
    if not parts:
        return old(request)
    receipt = {word: sum(part["receipt"][word] for part in parts) for word in ("records_in", *adapter.COUNTS)}
    rejected = [it for part in parts for it in part["receipt"]["rejected"]]
    return {**parts[-1], "receipt": {**receipt, "rejected": rejected}}


@mutant(Adapter, "do_reset")
def reset_ignored(self, old, request):
    return {}
