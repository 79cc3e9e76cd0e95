#!/usr/bin/env python3
"""Near-copies among real programmes: those that the index finds against every pair compared.

usage: measure.py --bin build/release/bin [--editions] [--shared ../shared]

--editions takes only the programmes of which several editions lie there (a smaller variant).
"""
import argparse
import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def with_editions(files):
    """Files whose names differ in the year alone."""
    by_name = collections.defaultdict(list)
    for file in files:
        by_name[re.sub(r"\d{4}", "", file.stem)].append(file)
    return [file for editions in by_name.values() if len(editions) > 1 for file in editions]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--editions", action="store_true")
    parser.add_argument("--shared", default=os.environ.get("ORDALAG_SHARED", "../shared"))
    options = parser.parse_args()
    folder = (pathlib.Path(options.shared) / "corpus" / "national").resolve()
    files = sorted((folder / "txt").glob("*.txt"))
    if not files:
        print(f"SKIPPED: {folder / 'txt'} is absent, near-copies are NOT measured")
        return 77
    if options.editions:
        files = with_editions(files)
    with tempfile.TemporaryDirectory() as scratch:
        index = pathlib.Path(scratch) / "index"
        subprocess.run([options.bin / "ordalag-index", "-q", "-d", index,
                        "--catalogue", folder / "catalogue.toml", *files], check=True)
        print(f"{len(files)} documents")
        sys.stdout.flush()
        return subprocess.run([options.bin / "quality_near_copies", index], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
