"""変異の道具：Python の見本の段を包む / the tools: steps of the sample in Python, wrapped.

変異は名前で呼ばれる。何をするか、どの判定になるはずかは table.rs にある。
Mutants go by their names; what they do and which verdict is expected stands in table.rs.
"""
import functools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "python"))
import adapter  # noqa: E402

Software, Adapter, IMAGE = adapter.Software, adapter.Adapter, adapter.IMAGE
MUTANTS = {}


def around(owner, step, change):
    """段を `change(self, 元の段, …)` にする / makes a step `change(self, the step as it was, …)`."""
    old = getattr(owner, step)
    setattr(owner, step, lambda self, *args: change(self, functools.partial(old, self), *args))


def mutant(owner, step):
    """この関数を、その名前の変異とする / makes the function the mutant of its name."""
    def register(change):
        MUTANTS[change.__name__.replace("_", "-")] = lambda: around(owner, step, change)
    return register


def both(name, one, other):
    """2つの変異を合わせる / two mutants in one."""
    changes = MUTANTS[one], MUTANTS[other]
    MUTANTS[name] = lambda: [change() for change in changes]


def is_free(field):
    return field["quoted"]


def is_code(field):
    return not field["quoted"] and field["type"] == "text"


def is_number(field):
    return field["type"] == "number"


def is_time(field):
    return field["type"] == "time"


def changed(software, contents, change, when):
    return {kind: rows if kind == IMAGE else [
        [change(text) if when(field) else text for field, text in zip(software.kinds[kind]["fields"], texts)]
        for texts in rows] for kind, rows in contents.items()}


def takes(name, change, when=is_free):
    """読んだ値が変わる / values change as they are taken."""
    def take(self, old, unit):
        return old(changed(self, unit, change, when))
    MUTANTS[name] = lambda: around(Software, "take", take)


def writes(name, change, when=is_free):
    """書く値が変わる / values change as they are written."""
    def files(self, old, unit, contents):
        return old(unit, changed(self, contents, change, when))
    MUTANTS[name] = lambda: around(Software, "files", files)


def keeps(name, change):
    """数えたあとでレコードが変わる：`change(種類, レコード)` / records change after they were counted."""
    def take(self, old, unit):
        outcomes = list(old(unit))
        for records in self.held.values():
            records.update({kind: change(kind, rows) for kind, rows in records.items()})
        return outcomes
    MUTANTS[name] = lambda: around(Software, "take", take)


def lets_pass(name, accepts):
    """検査が見逃す値 / values that the check lets pass."""
    def misfit(self, old, field, text):
        return not accepts(field, text) and old(field, text)
    MUTANTS[name] = lambda: around(Software, "misfit", misfit)


def refuses(name, refused):
    """検査が断る値 / values that the check refuses."""
    def misfit(self, old, field, text):
        return refused(field, text) or old(field, text)
    MUTANTS[name] = lambda: around(Software, "misfit", misfit)


def files(name, change):
    """書いたファイルが変わる / the files that are written change: `change({name: bytes})`."""
    def write(self, old, unit, contents):
        return change(old(unit, contents))
    MUTANTS[name] = lambda: around(Software, "files", write)


def each_csv(change):
    return lambda files: {name: change(data) if name.endswith(".CSV") else data for name, data in files.items()}


def each_name(change):
    return lambda files: {change(name): data for name, data in files.items()}


def without(part):
    return lambda files: {name: data for name, data in files.items() if part not in name}


def answers(name, change, step="do_import"):
    """答えが変わる / the answer changes: `change(answer)`."""
    def answer(self, old, request):
        return change(old(request))
    MUTANTS[name] = lambda: around(Adapter, step, answer)


def receipts(name, change):
    """明細が変わる / the receipt changes: `change(receipt)` gives what is another."""
    answers(name, lambda answer: {**answer, "receipt": {**answer["receipt"], **change(answer["receipt"])}})


def says(name, change, when="import"):
    """答えの行が変わる / the line of an answer changes."""
    def show(line, flush):
        print(change(line) if f'"answer": "{when}"' in line else line, flush=flush)
    MUTANTS[name] = lambda: setattr(adapter, "print", show)
