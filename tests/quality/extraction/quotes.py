#!/usr/bin/env python3
"""Checks true quotations from text editions against the PDFs of the same documents.

  tests/quality/extraction/quotes.py --bin build/bench/bin [--show N]

Exit: 0 at or above the floor, 1 below, 77 without ../shared.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
SHARED = pathlib.Path(os.environ.get("ORDALAG_SHARED", ROOT.parent / "shared"))
FLOOR = 0.98

# Text edition -> PDF of the same document.
PAIRS = {
    "valmanifest-2022-c": "centerpartiet-valmanifest-2022",
    "valmanifest-2022-l": "liberalerna-valmanifest-2022",
    "valmanifest-2022-mp": "miljopartiet-valmanifest-2022",
    "valmanifest-2022-v": "vansterpartiet-valplattform-2022",
    "valmanifest-2022-sd": "sverigedemokraterna-valplattform-2022",
    "partiprogram-m-2021": "moderaterna-ideprogram-2021",
    "partiprogram-mp-2013": "miljopartiets-partiprogram-2013",
    "partiprogram-s-2013": "socialdemokraterna-partiprogram-2013",
    "tidoavtalet-2022": "tidoavtalet-2022",
}


def check(programs: pathlib.Path, quotes: list, folder: str) -> list:
    """The answers to `quotes`, from an index of the PDFs alone."""
    national = SHARED / "corpus" / "national"
    batch = pathlib.Path(folder, "quotes.jsonl")
    batch.write_text("".join(json.dumps({"id": q["id"], "quote": q["quote"]}) + "\n" for q in quotes),
                     encoding="utf-8")
    index = pathlib.Path(folder, "index")
    subprocess.run([programs / "ordalag-index", "-q", "-d", index, "--progress", "none", "--catalogue",
                    national / "catalogue.toml", *(national / "pdf" / f"{pdf}.pdf" for pdf in PAIRS.values())],
                   check=True, stdout=subprocess.DEVNULL)
    answers = subprocess.run([programs / "ordalag", "quote", "-d", index, "--batch", batch,
                              "--format", "jsonl"], check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in answers.splitlines()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="folder of the programs")
    parser.add_argument("--show", type=int, default=0, help="quotations that are not exact, at most")
    arguments = parser.parse_args()
    if not SHARED.exists():
        print("SKIPPED: ../shared is absent: no quotations to check against PDFs")
        return 77
    with open(SHARED / "eval" / "quotes.jsonl", encoding="utf-8") as lines:
        quotes = [quote for quote in map(json.loads, lines)
                  if quote["label"] == "true" and set(quote["files"]) & set(PAIRS)]
    with tempfile.TemporaryDirectory() as folder:
        answers = check(arguments.bin.resolve(), quotes, folder)
    counts = collections.defaultdict(collections.Counter)
    for quote, answer in zip(quotes, answers):
        counts[next(name for name in quote["files"] if name in PAIRS)][answer["verdict"]] += 1
        if answer["verdict"] != "exact" and arguments.show > 0:
            arguments.show -= 1
            print(answer["verdict"], json.dumps(quote["quote"], ensure_ascii=False))
    for name, verdicts in sorted(counts.items()):
        print(f"{PAIRS[name]:40} {verdicts['exact']:4} of {sum(verdicts.values()):4} exact")
    exact = sum(verdicts["exact"] for verdicts in counts.values())
    print(f"{exact} of {len(quotes)} exact: {exact / len(quotes):.2%} (floor {FLOOR:.0%})")
    return 0 if len(answers) == len(quotes) and exact >= FLOOR * len(quotes) else 1


if __name__ == "__main__":
    sys.exit(main())
