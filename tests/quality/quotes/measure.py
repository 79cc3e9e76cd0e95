#!/usr/bin/env python3
"""Quotations true and false, checked by `ordalag quote`: how many verdicts are right, kind by kind.

Two sets: quotations made here by mutation from the sentences of a corpus (fixed seed), and, when they
are there, labelled ones with the national programmes they are from. Exits 1 when a figure is below its
floor, or when any false quotation is called exact or elided.

  tests/quality/quotes/measure.py --bin build/release/bin [--generated N] [--foreign N] [--seed N]
                                  [--failures N] [--corpus FOLDER] [--shared ../shared]
"""
import argparse
import collections
import gzip
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import mutations  # noqa: E402
from corpus import Corpus, FEWEST, MOST  # noqa: E402
from mutations import Quotation  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "corpus" / "sample"
TRUE_FLOOR, FALSE_FLOOR = 0.995, 0.95
FEW = 40
FOREIGN_CEILING = 0.01
# Verdicts that a false quotation must never be given.
PRAISE = ("exact", "elided")

# How the labelled set calls its false quotations -> what is right of them.
LABELS = {
    "wrong_party": (("misattributed",), None),
    "negation_added": (("altered",), ("negation",)),
    "negation_removed": (("altered",), ("negation",)),
    "number_changed": (("altered",), ("number",)),
    "word_dropped": (("altered",), ("word_dropped",)),
    "words_swapped": (("altered",), ("reordered",)),
}


def build_index(programs, sources, folder, catalogue=None):
    options = ["--catalogue", catalogue] if catalogue else []
    subprocess.run([programs / "ordalag-index", "-q", "-d", folder, *options, sources], check=True)
    return folder


def ask(programs, index, quotations):
    """The answers of one batch, in order."""
    rows = [json.dumps({"quote": q.text, "party": q.party}, ensure_ascii=False) for q in quotations]
    done = subprocess.run([programs / "ordalag", "quote", "-d", index, "--batch", "-",
                           "--format", "jsonl"], input="\n".join(rows).encode("utf-8"),
                          capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def is_right(quotation, answer):
    if answer.get("verdict") not in quotation.verdicts:
        return False
    if quotation.flag and not answer["context"][quotation.flag]:
        return False
    types = {alteration["type"] for alteration in answer["alterations"]}
    return not quotation.types or bool(types & set(quotation.types))


def measure(title, quotations, answers, failures):
    """Prints a table; True when all floors are reached."""
    counts = collections.defaultdict(collections.Counter)
    praised = shown = 0
    for quotation, answer in zip(quotations, answers, strict=True):
        verdict = answer.get("verdict", "error")
        right = is_right(quotation, answer)
        counts[quotation.kind][verdict] += 1
        counts[quotation.kind]["right"] += right
        wrongly = verdict in PRAISE and not set(quotation.verdicts) & set(PRAISE)
        praised += wrongly
        if (wrongly or not right) and shown < failures:
            shown += 1
            best = answer["matches"][0]["matched_text"] if answer.get("matches") else None
            print(f"  {quotation.kind}: {verdict}\n    quote  {quotation.text!r}\n    source {best!r}\n"
                  f"    {answer.get('alterations')}")
    print(f"{title}: {len(quotations)} quotations")
    print(f"  {'kind':24}{'number':>8}{'right':>9}   verdicts")
    good = praised == 0
    for kind, count in counts.items():
        right, number = count.pop("right"), sum(count.values())
        floor = TRUE_FLOOR if kind in ("true", *(k.__name__ for k in mutations.TRUE)) else FALSE_FLOOR
        # Of few of a kind one may be wrong.
        below = right < min(floor * number, number - (number < FEW))
        good = good and not below
        verdicts = ", ".join(f"{name} {n}" for name, n in count.most_common())
        print(f"  {kind:24}{number:8}{100 * right / number:8.2f} %  {verdicts}"
              f"{'   BELOW ITS FLOOR' if below else ''}")
    print(f"  false ones called exact or elided: {praised}")
    return good


def labelled(file):
    quotations = []
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["label"] == "true":
            quotations.append(Quotation("true", row["quote"], ("exact",), None, row["party"]))
        else:
            verdicts, types = LABELS[row["kind"]]
            quotations.append(Quotation(row["kind"], row["quote"], verdicts, types, row["party"]))
    return quotations


def foreign(file, number, seed):
    """Sentences of motions and speeches, one of each of `number` documents: few stand in programmes."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line)["text"] for line in lines]
    chosen = random.Random(seed)
    chosen.shuffle(documents)
    found = []
    for text in documents:
        fit = [s for s in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", text.replace("\n", " "))
               if s.endswith(".") and FEWEST <= len(s.split()) <= MOST]
        if fit and len(found) < number:
            found.append(Quotation("foreign", chosen.choice(fit), (), None))
    return found


def measure_foreign(quotations, answers):
    """Prints the verdicts; True when few sentences are taken for altered ones."""
    count = collections.Counter(answer.get("verdict", "error") for answer in answers)
    taken = count["altered"] + count["spliced"]
    print(f"sentences of motions against the programmes: {len(quotations)}")
    print("  " + ", ".join(f"{name} {n}" for name, n in count.most_common()))
    return taken <= FOREIGN_CEILING * len(quotations)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path,
                        default=pathlib.Path(os.environ.get("ORDALAG_SHARED", ROOT / ".." / "shared")))
    parser.add_argument("--corpus", type=pathlib.Path, help="what to quote (default: the sample, and "
                        "the national programmes when they are there)")
    parser.add_argument("--generated", type=int, default=10000, help="quotations made of each corpus")
    parser.add_argument("--foreign", type=int, default=0,
                        help="also so many sentences of motions against the programmes")
    parser.add_argument("--seed", type=int, default=20260401)
    parser.add_argument("--failures", type=int, default=10, help="wrong verdicts shown of each set")
    options = parser.parse_args()
    programs = options.bin.resolve()
    national = options.shared / "corpus" / "national"
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        corpora = [("generated, corpus given", options.corpus, None)] if options.corpus else [
            ("generated, sample corpus", SAMPLE, None),
            ("generated, national programmes", national / "txt", national / "catalogue.toml")]
        for number, (title, sources, catalogue) in enumerate(corpora):
            if not sources.exists():
                print(f"SKIPPED: {sources} is absent")
                continue
            index = build_index(programs, sources, pathlib.Path(scratch) / str(number), catalogue)
            made = mutations.make(random.Random(options.seed), Corpus(programs, index),
                                  options.generated)
            good = measure(title, made, ask(programs, index, made), options.failures) and good
            motions = options.shared / "corpus" / "large.jsonl.gz"
            if catalogue and options.foreign and motions.exists():
                others = foreign(motions, options.foreign, options.seed)
                good = measure_foreign(others, ask(programs, index, others)) and good
            quotes = options.shared / "eval" / "quotes.jsonl"
            if catalogue and quotes.exists():
                given = labelled(quotes)
                good = measure("labelled, national programmes", given,
                               ask(programs, index, given), options.failures) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
