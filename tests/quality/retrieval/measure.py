#!/usr/bin/env python3
"""Retrieval quality on the Swedish test sets: nDCG@10, R@100 and queries without a hit.

Indexes corpus.jsonl.gz of each set with ordalag-index, runs all queries through
`ordalag search --batch … --format trec --group document -n 100`, and compares the ranking with the
judgements in qrels.tsv. Exits 1 when a figure is below its floor, 0 when all stand, and 77 (with a
loud line) when the data are absent.

  tests/quality/retrieval/measure.py --bin build/release/bin [--shared ../shared] [--set NAME]
"""
import argparse
import collections
import csv
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time

# Set -> floors for nDCG@10 and R@100. Plain stemmed Xapian BM25 over whole documents gives
# 0.468/0.694, 0.507/0.605 and 0.594/0.832; the floors lie just under what we reach.
FLOORS = {
    "partiguiden_topics": (0.58, 0.88),
    "riksdag_punkt_yrkande_1819": (0.598, 0.763),
    "riksdag_punkt_motion_1819": (0.665, 0.92),
}
DEPTH = 100


def judgements(path):
    """query id -> {document id: grade > 0}"""
    relevant = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if int(row["score"]) > 0:
                relevant[row["query-id"]][row["corpus-id"]] = int(row["score"])
    return relevant


def gain(grades):
    """Discounted cumulated gain of grades in rank order (Järvelin and Kekäläinen 2002)."""
    return sum((2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def scores(ranking, relevant):
    """(nDCG@10, R@100) of one query."""
    found = [relevant.get(document, 0) for document in ranking]
    ideal = sorted(relevant.values(), reverse=True)
    return gain(found[:10]) / gain(ideal[:10]), sum(map(bool, found[:DEPTH])) / len(relevant)


def rank(programs, index, queries):
    """query id -> document ids, best first"""
    answer = subprocess.run(
        [programs / "ordalag", "search", "-d", index, "--batch", queries,
         "--format", "trec", "--group", "document", "-n", str(DEPTH)],
        check=True, capture_output=True, encoding="utf-8")
    rankings = collections.defaultdict(list)
    for line in answer.stdout.splitlines():
        query, _, document, place, _, _ = line.split(" ")
        assert int(place) == len(rankings[query]) + 1, f"ranks of {query} are not 1, 2, 3, …"
        rankings[query].append(document)
    return rankings


def run(programs, folder):
    """(ranking per query id, seconds for indexing, seconds for all queries)"""
    with tempfile.TemporaryDirectory() as scratch:
        index = pathlib.Path(scratch) / "index"
        start = time.perf_counter()
        subprocess.run([programs / "ordalag-index", "-d", index, "-q", folder / "corpus.jsonl.gz"],
                       check=True)
        indexed = time.perf_counter()
        rankings = rank(programs, index, folder / "queries.jsonl")
        done = time.perf_counter()
    return rankings, indexed - start, done - indexed


def measure(programs, folder):
    relevant = judgements(folder / "qrels.tsv")
    rankings, index_time, query_time = run(programs, folder)
    with open(folder / "queries.jsonl", encoding="utf-8") as file:
        ids = [json.loads(line)["_id"] for line in file]
    judged = [query for query in ids if query in relevant]
    results = [scores(rankings[query], relevant[query]) for query in judged]
    return {
        "queries": len(judged),
        "ndcg": sum(r[0] for r in results) / len(results),
        "recall": sum(r[1] for r in results) / len(results),
        "empty": sum(not rankings[query] for query in judged),
        "index_s": index_time,
        "query_ms": 1000 * query_time / len(ids),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path,
                        default=os.environ.get("ORDALAG_SHARED", "../shared"))
    parser.add_argument("--set", choices=FLOORS, action="append")
    options = parser.parse_args()
    base = pathlib.Path(options.shared) / "eval" / "ir"
    if not base.is_dir():
        print(f"SKIPPED: {base} is absent, retrieval quality is NOT measured")
        return 77
    failed = False
    print(f"{'set':28} {'queries':>7} {'nDCG@10':>8} {'floor':>6} {'R@100':>7} {'floor':>6} "
          f"{'empty':>5} {'ms/query':>8}")
    for name in options.set or FLOORS:
        result = measure(options.bin, base / name)
        floors = FLOORS[name]
        low = result["ndcg"] < floors[0] or result["recall"] < floors[1]
        failed |= low
        print(f"{name:28} {result['queries']:7} {result['ndcg']:8.4f} {floors[0]:6.3f} "
              f"{result['recall']:7.4f} {floors[1]:6.3f} {result['empty']:5} "
              f"{result['query_ms']:8.2f}{'  BELOW THE FLOOR' if low else ''}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
