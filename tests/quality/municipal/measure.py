#!/usr/bin/env python3
"""Nothing of a source is lost or doubled: every line with words is in exactly one passage.

Indexes the five municipal texts, then walks their lines. A line is in order when its words, in
order, stand in exactly one passage that claims the line, or when the report says that it was left
out. `ordalag check` must prove every passage, and the facts that a careful reader finds in the
texts must be there, each party right or null. Exits 1 on a miss, 77 (loudly) without the texts.

  tests/quality/municipal/measure.py --bin build/release/bin [--shared ../shared]
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

# First three characters of the file -> what the text itself says, read by hand.
FACTS = {
    "000": {"party": ["M"], "municipality": "Västerås", "date": None},
    "001": {"party": ["M"], "municipality": "Västerås", "date": "2022/2026"},
    "002": {"party": ["V"], "municipality": "Västerås", "date": None},
    "003": {"party": ["M"], "municipality": "Borås", "date": None},
    "004": {"party": ["S"], "municipality": "Västerås", "date": "2021-07"},
}
# The parties of passages that may occur in a file; the reply in 004 has none.
SPEAKERS = {"000": {"M"}, "001": {"M"}, "002": {"V"}, "003": {"M"}, "004": {"S", None}}


def letters(text):
    """Letters and digits alone: what line breaks, hyphens, bullets and quotation marks hide."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text))


def lines_of(ranges):
    return {line for first, last in ranges for line in range(first, last + 1)}


def left_out(report):
    """(lines left out wholly or in part, lines that lost a margin number) of one source."""
    out, margin = set(), set()
    for row in report["left_out"]:
        (margin if row["reason"] == "margin_number" else out).update(lines_of(row["at"]))
    return out, margin


def words_of(line, number, out, margin):
    """The letters that a passage must hold; empty when the report accounts for the line."""
    if number in margin:
        line = re.sub(r"^\s*\d+\s|\s?\d+\s*$", "", line, count=1)
    if number in out:
        date = re.match(r"\W*\w+ \d{4}(-\d\d)*\s", line)  # "date 2021-07 …": the rest is text
        line = line[date.end():] if date else ""
    return letters(line)


def misses(source, report, passages):
    out, margin = left_out(report)
    by_line = collections.defaultdict(list)
    for passage in passages:
        first, last = passage["provenance"]["lines"]
        for line in range(first, last + 1):
            by_line[line].append(letters(passage["text"]))
    text = source.read_text(encoding="utf-8-sig")
    for number, line in enumerate(text.split("\n"), 1):
        words = words_of(line, number, out, margin)
        places = sum(words in held for held in by_line[number])
        if words and places != 1:
            yield number, places, line


def check_facts(name, passages):
    document = passages[0]["document"]
    for key, expected in FACTS[name].items():
        if document[key] != expected:
            yield f"{key} is {document[key]!r}, not {expected!r}"
    for passage in passages:
        for party in passage["party"] or [None]:
            if party not in SPEAKERS[name]:
                yield f"{passage['id']} is given to {party}"


def run(programs, index, *arguments):
    program, *rest = arguments
    return subprocess.run([programs / program, *rest, "-d", index], check=True,
                          capture_output=True, encoding="utf-8").stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path,
                        default=os.environ.get("ORDALAG_SHARED", "../shared"))
    options = parser.parse_args()
    folder = (pathlib.Path(options.shared) / "corpus" / "municipal").resolve()
    if not folder.is_dir():
        print(f"SKIPPED: {folder} is absent, the municipal texts are NOT measured")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        index = pathlib.Path(scratch) / "index"
        report_file = pathlib.Path(scratch) / "report.json"
        run(options.bin, index, "ordalag-index", "-q", "--report", report_file, folder)
        report = json.loads(report_file.read_text(encoding="utf-8"))
        exported = run(options.bin, index, "ordalag", "export").splitlines()
        run(options.bin, index, "ordalag", "check")  # a passage without proof: exit 1, an exception

    passages = collections.defaultdict(list)
    for line in exported:
        passage = json.loads(line)
        passages[passage["provenance"]["file"]].append(passage)
    failed = len(report["sources"]) != len(FACTS)
    print(f"{'file':6} {'passages':>8} {'lines missed':>12} {'facts wrong':>11}")
    for source in report["sources"]:
        file = pathlib.Path(source["file"])
        name = file.name[:3]
        missed = list(misses(file, source, passages[source["file"]]))
        wrong = list(check_facts(name, passages[source["file"]]))
        print(f"{name:6} {source['passages']:8} {len(missed):12} {len(wrong):11}")
        for number, places, line in missed:
            print(f"  line {number} is in {places} passages: {line.strip()[:60]}")
        for fact in wrong:
            print(f"  {fact}")
        failed |= bool(missed or wrong)
    print(f"{len(exported)} passages, all proved by `ordalag check`")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
