#!/usr/bin/env python3
"""An independent reading of the corpus: Python's csv and cp932 against `renkei inspect`.

usage: oracle.py RENKEI CORPUS

Every CSV of a folder whose case.json expects `conformant` is read twice; rows, columns and texts
must be the same. Standard library only. Exit 0: all agree; 1: some do not; 2: nothing to compare.
"""
import csv
import io
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def own_reading(path):
    """Rows of texts, as Python's standard library reads them."""
    text = path.read_bytes().decode("cp932", errors="strict")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def reading_of_renkei(renkei, path):
    """Rows of texts, as the product shows them: an object a record, fields in the order of the layout."""
    command = [renkei, "inspect", "--format", "json", "--show-values", str(path)]
    run = subprocess.run(command, capture_output=True, timeout=60, check=False)
    if run.returncode != 0:
        raise ValueError(f"exit {run.returncode}: {run.stderr.decode('utf-8', 'replace').strip()}")
    report = json.loads(run.stdout)
    if report["problem_count"]:
        raise ValueError(str(report["problems"][:3]))
    # {"UPPLAN": {"CSVバージョン": "202407", …}}; an empty field that is no text is null.
    return [[value or "" for value in record[report["kind"]].values()] for record in report["records"]]


def difference(own, other):
    """Where two readings part, or None."""
    if len(own) != len(other):
        return f"{len(own)} rows / {len(other)} rows"
    for number, (left, right) in enumerate(zip(own, other), 1):
        if len(left) != len(right):
            return f"row {number}: {len(left)} columns / {len(right)} columns"
        for column, (a, b) in enumerate(zip(left, right), 1):
            if a != b:
                return f"row {number}, column {column}: {a!r} / {b!r}"
    return None


def compare(renkei, path):
    """The rows and fields of a file, and what is wrong with it, if anything."""
    try:
        own = own_reading(path)
        return len(own), sum(map(len, own)), difference(own, reading_of_renkei(renkei, path))
    except (ValueError, KeyError, csv.Error, OSError, subprocess.TimeoutExpired) as error:
        return 0, 0, str(error)


def conformant_files(corpus):
    for case in sorted(corpus.rglob("case.json")):
        if json.loads(case.read_text(encoding="utf-8"))["expect"] == "conformant":
            yield from sorted(path for path in case.parent.iterdir() if path.suffix.lower() == ".csv")


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    renkei, corpus = sys.argv[1], Path(sys.argv[2])
    files = list(conformant_files(corpus))
    with ThreadPoolExecutor(2) as pool:
        compared = list(pool.map(lambda path: compare(renkei, path), files))
    wrong = [(path, why) for path, (_, _, why) in zip(files, compared) if why]
    for path, why in wrong:
        print(f"oracle: {path}: {why}", file=sys.stderr)
    rows, fields = (sum(one[index] for one in compared) for index in (0, 1))
    print(f"oracle: {len(files)} files, {rows} rows, {fields} fields, {len(wrong)} disagree")
    if not rows:
        return 2
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
