#!/usr/bin/env python3
"""What is lost when queries are worded otherwise: nDCG@10 of the sets of measure.py with every
content word in another inflection, and with every compound written apart.

Other inflections are drawn at random (with a fixed seed) from the forms of the word that stand in
the collection, as `ordalag search` lists them; compounds are cut where `ordalag explain` says. Both
are thus our own analyser's view of Swedish: the loss says whether the two sides of a search agree,
not how much of Swedish the analyser knows (quality_language measures that).

  tests/quality/retrieval/robustness.py --bin build/release/bin [--shared ../shared] [--set NAME]

Exits 1 when a loss is over its ceiling, 77 (with a loud line) when the data are absent.
"""
import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import measure

CEILINGS = {"as they are": 0, "re-inflected": 0.01, "written apart": 0.05}  # share of nDCG@10
WORD = re.compile(r"[^\W_]+(?:[-:][^\W_]+)*")
SEED = 4


def ask(programs, index, command, queries, *options):
    """The JSON answers of a batch, one a query."""
    text = "".join(json.dumps(query, ensure_ascii=False) + "\n" for query in queries)
    answer = subprocess.run([programs / "ordalag", command, "-d", index, "--batch", "-", *options],
                            input=text, check=True, capture_output=True, encoding="utf-8")
    return [json.loads(line) for line in answer.stdout.splitlines()]


def other_forms(programs, index, queries):
    """word as typed -> its other forms in the collection"""
    forms = {}
    for answer in ask(programs, index, "search", queries, "--format", "jsonl", "-n", "0"):
        for expansion in answer.get("query", {}).get("expansions", []):
            forms[expansion["word"]] = expansion["forms"]
    return forms


def cuts(programs, words):
    """compound -> its pieces as it is written"""
    answer = subprocess.run([programs / "ordalag", "explain", "--batch", "-"],
                            input="\n".join(words) + "\n", check=True, capture_output=True,
                            encoding="utf-8")
    pieces = {}
    for word, line in zip(words, answer.stdout.splitlines()):
        tokens = json.loads(line)["tokens"]
        parts = tokens[0]["parts"] if len(tokens) == 1 else []
        if parts and parts[0]["start"] == 0 and parts[-1]["end"] == len(word):
            starts = sorted({part["start"] for part in parts}) + [len(word)]
            pieces[word] = [word[a:b] for a, b in zip(starts, starts[1:])]
    return pieces


def reworded(queries, choose):
    changed = 0

    def replace(match):
        nonlocal changed
        other = choose(match.group())
        changed += other != match.group()
        return other

    return [{**query, "text": WORD.sub(replace, query["text"])} for query in queries], changed


def ndcg(programs, index, queries, relevant):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for query in queries:
            file.write(json.dumps(query, ensure_ascii=False) + "\n")
        file.flush()
        rankings = measure.rank(programs, index, pathlib.Path(file.name))
    judged = [query["_id"] for query in queries if query["_id"] in relevant]
    return sum(measure.scores(rankings[q], relevant[q])[0] for q in judged) / len(judged)


def check(programs, folder):
    """Prints a line for each wording; True when no loss is over its ceiling."""
    relevant = measure.judgements(folder / "qrels.tsv")
    with open(folder / "queries.jsonl", encoding="utf-8") as file:
        queries = [json.loads(line) for line in file]
    with tempfile.TemporaryDirectory() as scratch:
        index = pathlib.Path(scratch) / "index"
        subprocess.run([programs / "ordalag-index", "-d", index, "-q", folder / "corpus.jsonl.gz"],
                       check=True)
        forms = other_forms(programs, index, queries)
        words = sorted({word for query in queries for word in WORD.findall(query["text"])})
        pieces = cuts(programs, words)
        chance = random.Random(SEED)
        wordings = {
            "as they are": lambda word: word,
            "re-inflected": lambda word: chance.choice(forms.get(word) or [word]),
            "written apart": lambda word: " ".join(pieces.get(word, [word])),
        }
        best, good = None, True
        for name, choose in wordings.items():
            changed_queries, changed = reworded(queries, choose)
            value = ndcg(programs, index, changed_queries, relevant)
            best = best or value
            loss = 1 - value / best
            good &= loss <= CEILINGS[name]
            print(f"{folder.name:28} {name:14} {changed:6} words changed  nDCG@10 {value:.4f}"
                  f"  loss {100 * loss:5.2f} %  (at most {100 * CEILINGS[name]:.0f} %)"
                  f"{'' if loss <= CEILINGS[name] else '  TOO MUCH'}", flush=True)
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path,
                        default=os.environ.get("ORDALAG_SHARED", "../shared"))
    parser.add_argument("--set", choices=measure.FLOORS, action="append")
    options = parser.parse_args()
    base = pathlib.Path(options.shared) / "eval" / "ir"
    if not base.is_dir():
        print(f"SKIPPED: {base} is absent, robustness is NOT measured")
        return 77
    results = [check(options.bin, base / name) for name in options.set or measure.FLOORS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
