#!/usr/bin/env python3
"""Writes gpt2.json: texts, the pieces that GPT-2's published pattern cuts them into, and their tokens.

The pattern is run by the package `regex`, the merging is the plain loop of Sennrich et al. (2016), algorithm 1. Only characters
that Unicode 14 knows are used, so that a newer `regex` gives the same. Run: python3 make_gpt2.py FOLDER (encoder.json, vocab.bpe).
"""
import json
import os
import sys

import regex

PATTERN = regex.compile(r"""'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+""")

TEXTS = [
    "Once upon a time, in a faraway land,",
    "Hello, world!",
    "  two  spaces\n\nnew",
    "人工智能 😀",
    "I've don't 123456 naïve",
    "'s 's't're've'm'll'd 'S 'RE x's'",
    "!'s ''t '''ll can''t",
    " leading and trailing ",
    "tabs\t\tand\tspaces \t mixed",
    "a\n",
    "\n\n\n",
    "   ",
    " ",
    "\r\n windows\r\n\r\nlines",
    "no\u00a0break\u3000ideographic\u2009thin",
    "x²+y³=½ Ⅷ ⑤ ٣٤",
    "e\u0301a\u0308 combining",
    "東京とソウル서울 Москва Ελλάδα हिन्दी",
    "👩‍👩‍👧‍👦🇨🇳 flags",
    "3.14159e-10, 1,000,000 (100%)",
    "snake_case camelCase __init__ #include <iostream>",
    "....!!!???---***",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "the the the the  the   the",
    "<|endoftext|>",
    "\u0085next line \u2028 separator",
    "ﬁ ligature ª º ǅ",
    "大家好，今天天气很好。我们去公园吧！",
]


def byte_letters():
    letters = {}
    extra = 256
    for byte in range(256):
        if 33 <= byte <= 126 or 161 <= byte <= 172 or 174 <= byte <= 255:
            letters[byte] = chr(byte)
        else:
            letters[byte] = chr(extra)
            extra += 1
    return letters


def merge_word(word, ranks):
    parts = list(word)
    while len(parts) > 1:
        best = min(((ranks.get(pair, 10**9), pair) for pair in zip(parts, parts[1:])), key=lambda item: item[0])
        if best[0] == 10**9:
            break
        joined, i = [], 0
        while i < len(parts):
            if i + 1 < len(parts) and (parts[i], parts[i + 1]) == best[1]:
                joined.append(parts[i] + parts[i + 1])
                i += 2
            else:
                joined.append(parts[i])
                i += 1
        parts = joined
    return parts


def main(folder):
    vocabulary = json.load(open(os.path.join(folder, "encoder.json"), encoding="utf-8"))
    lines = open(os.path.join(folder, "vocab.bpe"), encoding="utf-8").read().split("\n")[1:]
    ranks = {tuple(line.split(" ")): rank for rank, line in enumerate(lines) if line}
    letters = byte_letters()
    out = []
    for text in TEXTS:
        pieces = PATTERN.findall(text)
        assert "".join(pieces) == text
        tokens = []
        for piece in pieces:
            word = "".join(letters[byte] for byte in piece.encode("utf-8"))
            tokens += [vocabulary[part] for part in merge_word(word, ranks)]
        out.append({"text": text, "pieces": pieces, "tokens": tokens})
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "gpt2.json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(item, ensure_ascii=True) for item in out) + "\n]\n")


main(sys.argv[1])
