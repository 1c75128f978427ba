#!/usr/bin/env python3
"""The peer of the benchmark: the column rules of UPPLAN with Python's standard library (csv, cp932)."""
import csv, re, sys
from datetime import date

DIGITS = {n: re.compile(r"[0-9]{%d}" % n) for n in (4, 6, 10, 31)}
INSURED, OFFICE = re.compile(r"[0-9]{10}|H[0-9]{9}"), re.compile(r"[0-9A-Z]{10}")
CODE, INTEGER, TAIS = re.compile(r"[0-9A-Z]{6}"), re.compile(r"-?[0-9]{1,6}"), re.compile(r"[0-9A-Za-z-]{1,12}")


def is_date(text):
    try:
        return len(text) == 8 and bool(date(int(text[:4]), int(text[4:6]), int(text[6:])))
    except ValueError:
        return False


def is_time(text):
    return bool(DIGITS[4].fullmatch(text)) and (text == "9999" or (text[:2] < "24" and text[2:] < "60"))


def check(row, month):
    return (
        len(row) == 25
        and row[0] == "202407"
        and DIGITS[6].fullmatch(row[1])
        and INSURED.fullmatch(row[2])
        and is_date(row[3])
        and row[4] == month
        and OFFICE.fullmatch(row[5])
        and (not row[7] or INTEGER.fullmatch(row[7]))
        and (not row[8] or INTEGER.fullmatch(row[8]))
        and is_date(row[9])
        and (not row[10] or DIGITS[31].fullmatch(row[10]))
        and is_time(row[11])
        and is_time(row[12])
        and INTEGER.fullmatch(row[13])
        and CODE.fullmatch(row[14])
        and (not row[15] or TAIS.fullmatch(row[15]))
        and (not row[16] or TAIS.fullmatch(row[16]))
        and OFFICE.fullmatch(row[19])
        and row[22] in ("0", "1")
        and (not row[23] or OFFICE.fullmatch(row[23]))
        and not row[24]
    )


bad = rows = 0
with open(sys.argv[1], encoding="cp932", errors="strict", newline="") as file:
    for row in csv.reader(file, strict=True):
        rows += 1
        bad += not check(row, sys.argv[2])
print(rows, "records,", bad, "bad")
sys.exit(bool(bad))
