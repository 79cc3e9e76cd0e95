#!/usr/bin/python3
"""Runs the golden cases: what the programs answer over the sample corpus, to the letter.

A case is a folder tests/golden/<area>/<case>/ with `cmd` (a line for the shell; `ordalag` and
`ordalag-index` are on the PATH, the sample's index is in $ORDALAG_DB) and the answer expected:
`out`, `err` and `exit` (absent: empty, empty, 0). Times, index ids, fingerprints and paths are
replaced by words before comparing. An answer in JSON is also validated against docs/schema.

  tests/golden/run.py --bin build/dev/bin [--update] [AREA[/CASE]...]

--update writes what was answered; read the difference before it is committed.
"""
import argparse
import difflib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore", category=DeprecationWarning)
import jsonschema  # noqa: E402

GOLDEN = pathlib.Path(__file__).resolve().parent
ROOT = GOLDEN.parent.parent
SCHEMAS = ROOT / "docs" / "schema"
STREAMS = ("out", "err", "exit")

# What differs from run to run or machine to machine, and the word that stands for it.
PATTERNS = [
    (re.compile(r'"took_ms":[0-9.e+-]+'), '"took_ms":0'),
    (re.compile(r'"built_at":"[^"]*"'), '"built_at":"TIME"'),
    (re.compile(r'"started_at":"[^"]*"'), '"started_at":"TIME"'),
    (re.compile(r'"seconds":[0-9.e+-]+'), '"seconds":0'),
    (re.compile(r'("index":\{"id":)"[^"]*"'), r'\1"INDEX"'),
    (re.compile(r"^index      .*$", re.M), "index      INDEX"),
    (re.compile(r",[0-9a-f]{32},(\d+),"), r",INDEX,\1,"),
    (re.compile(r"sv-\d+:[0-9a-f]{16}"), "ANALYSER"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "TIME"),
    # Which guards a kernel has.
    (re.compile(r'"guards":\[[^]]*\],"missing":\[[^]]*\]'), '"guards":[],"missing":[]'),
    (re.compile(r"^(sandlåda|sandbox) .*$", re.M), r"\1 GUARDS"),
    (re.compile(r"^ordalag \d+\.\d+\.\d+$", re.M), "ordalag VERSION"),
]

# Command -> schema of its answer in json, and of a line of it in jsonl.
ANSWERS = {
    "search": ("search", "hit"),
    "quote": ("quote", "quote"),
    "show": ("show", None),
    "diff": ("diff", None),
    "facets": ("facets", None),
    "similar": ("similar", None),
    "compare": ("compare", None),
    "trend": ("trend", None),
    "export": (None, "passage"),
    "parties": ("parties", None),
    "themes": ("themes", None),
    "sources": ("sources", None),
    "status": ("status", None),
    "suggest": ("suggest", None),
    "explain": ("explain", "explain-text"),
    "check": ("check", None),
}


def sources_root(scratch):
    """Where the sample is read from: a path as long on every machine, for text is broken by it."""
    return f"{scratch}/root"


def normalise(text, scratch):
    for path, word in ((sources_root(scratch), "ROOT"), (str(ROOT), "ROOT"),
                       (str(scratch), "SCRATCH")):
        text = text.replace(path, word)
    for pattern, word in PATTERNS:
        text = pattern.sub(word, text)
    return text


def validator(name):
    schemas = {f.name.removesuffix(".schema.json"): json.loads(f.read_text("utf-8"))
               for f in SCHEMAS.glob("*.schema.json")}
    store = {schema["$id"]: schema for schema in schemas.values()}
    schema = schemas[name]
    resolver = jsonschema.RefResolver(schema["$id"], schema, store=store)
    return jsonschema.Draft7Validator(schema, resolver=resolver)


def schema_faults(command, out):
    """Faults of a JSON answer against its schema; none for other formats."""
    called = re.search(r"\bordalag (\w+)", command)
    wanted = re.search(r"--format[ =](jsonl?)\b", command)
    if not called or not wanted or called.group(1) not in ANSWERS:
        return []
    document, line = ANSWERS[called.group(1)]
    if called.group(1) == "explain" and "--text" in command:
        document = line
    if "--batch" in command and called.group(1) == "search":
        line = "search"
    name = document if wanted.group(1) == "json" else line
    texts = [out] if wanted.group(1) == "json" else out.splitlines()
    faults = []
    for text in texts:
        value = json.loads(text)
        chosen = "error" if "error" in value and "hits" not in value else name
        if chosen is None:
            continue
        faults += [f"{'/'.join(map(str, f.absolute_path))}: {f.message[:200]}"
                   for f in validator(chosen).iter_errors(value)]
    return faults


def run_case(folder, environment, scratch):
    """(answers by stream, faults against the schema)"""
    command = (folder / "cmd").read_text("utf-8").strip()
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True,
                          timeout=60, check=False)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    answers = {"out": normalise(out, scratch), "err": normalise(err, scratch),
               "exit": f"{done.returncode}\n"}
    return answers, schema_faults(command, out)


def expected(folder, stream):
    file = folder / stream
    if file.exists():
        return file.read_bytes().decode("utf-8")
    return "0\n" if stream == "exit" else ""


def update(folder, answers):
    for stream, text in answers.items():
        file = folder / stream
        if text == ("0\n" if stream == "exit" else ""):
            file.unlink(missing_ok=True)
        elif not file.exists() or file.read_bytes().decode("utf-8") != text:
            file.write_bytes(text.encode("utf-8"))
            print(f"updated {file.relative_to(ROOT)}")


def compare(folder, answers, faults):
    """Prints how a case differs; True when it does not."""
    good = not faults
    for fault in faults:
        print(f"{folder.relative_to(GOLDEN)}: schema: {fault}")
    for stream in STREAMS:
        if answers[stream] == expected(folder, stream):
            continue
        good = False
        print(f"{folder.relative_to(GOLDEN)}/{stream} differs:")
        lines = difflib.unified_diff(expected(folder, stream).splitlines(),
                                     answers[stream].splitlines(), "expected", "answered",
                                     lineterm="", n=1)
        print("\n".join(line[:400] for line in list(lines)[:40]))
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    programs = options.bin.resolve()
    folders = sorted(file.parent for file in GOLDEN.glob("*/*/cmd"))
    if options.cases:
        folders = [f for f in folders
                   if any(str(f.relative_to(GOLDEN)).startswith(c) for c in options.cases)]
    failed = 0
    with tempfile.TemporaryDirectory(dir="/tmp") as scratch:
        environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}",
                       "ORDALAG_DB": f"{scratch}/index", "SCRATCH": scratch, "LC_ALL": "C.UTF-8",
                       "PYTHONDONTWRITEBYTECODE": "1"}
        for name in ("NO_COLOR", "ORDALAG_SHARE"):
            environment.pop(name, None)
        root = sources_root(scratch)
        shutil.copytree(ROOT / "corpus" / "sample", f"{root}/corpus/sample")
        subprocess.run([programs / "ordalag-index", "-q", "corpus/sample"], cwd=root,
                       env=environment, check=True)
        for folder in folders:
            answers, faults = run_case(folder, environment, scratch)
            if options.update:
                update(folder, answers)
                for fault in faults:
                    print(f"{folder.relative_to(GOLDEN)}: schema: {fault}")
                failed += bool(faults)
            elif not compare(folder, answers, faults):
                failed += 1
    print(f"{len(folders)} cases, {failed} failed")
    return 1 if failed or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
