#!/usr/bin/env python3
"""MS932 as Python's standard library knows it: the table of careplan/src/oracle/cp932.txt.

usage: cp932.py > careplan/src/oracle/cp932.txt

One line for each lead byte with at least one character: its hexadecimal digits and the characters of
the trail bytes 40-7E and 80-FC, `.` where there is none. Then, for each character that stands in
several cells, a line `=`, the cell that the encoder chooses, and the character. 外字 (F0-F9) are left out.
"""
import sys

TRAILS = [*range(0x40, 0x7F), *range(0x80, 0xFD)]


def character(lead, trail):
    """The character of a cell, or None."""
    try:
        return bytes([lead, trail]).decode("cp932")
    except UnicodeDecodeError:
        return None


def main():
    """Prints the table."""
    cells = {}
    for lead in [*range(0x81, 0xA0), *range(0xE0, 0xF0), *range(0xFA, 0xFD)]:
        row = [character(lead, trail) for trail in TRAILS]
        if any(row):
            print(f"{lead:02X} " + "".join(one or "." for one in row))
        for one in filter(None, row):
            cells[one] = cells.get(one, 0) + 1
    for one in sorted(one for one, count in cells.items() if count > 1):
        print(f"= {one.encode('cp932').hex().upper()} {one}")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
