#!/usr/bin/env python3
"""Writes unicode_classes.inc: the ranges of letters (L*), numbers (N*) and white space, from Python's unicodedata.

White space is the Unicode property White_Space (PropList.txt), which unicodedata does not carry: its 25 characters are the
separators (Z*) and U+0009..U+000D, U+0085. Run it beside the file: python3 make_unicode.py
"""
import sys
import unicodedata


def kind(code):
    char = chr(code)
    category = unicodedata.category(char)
    if category[0] == "L":
        return "Letter"
    if category[0] == "N":
        return "Number"
    if category[0] == "Z" or 0x09 <= code <= 0x0D or code == 0x85:
        return "Space"
    return None


def main():
    ranges = []
    for code in range(0x110000):
        what = kind(code)
        if what is None:
            continue
        if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == what:
            ranges[-1][1] = code
        else:
            ranges.append([code, code, what])
    assert sum(last - first + 1 for first, last, what in ranges if what == "Space") == 25
    lines = ["// Written by make_unicode.py from Unicode %s: first and last character of each range, in ascending order." % unicodedata.unidata_version]
    line = ""
    for first, last, what in ranges:
        item = "{0x%X, 0x%X, %s}, " % (first, last, what)
        if len(line) + len(item) > 138:
            lines.append(line.rstrip())
            line = ""
        line += item
    lines.append(line.rstrip())
    with open("unicode_classes.inc", "w") as out:
        out.write("\n".join(lines) + "\n")
    print(len(ranges), "ranges", file=sys.stderr)


main()
