#!/usr/bin/env python3
"""The web page in a real Chromium, and the tools with the two official clients of the protocol.

usage: run.py ORDALAG ORDALAG_INDEX SAMPLE_CORPUS

Needs node, Debian's chromium, and the packages of package.json (`npm install` in this folder, or
$ORDALAG_NODE_MODULES). Says SKIPPED when one of them is missing.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from serving import Server, index_sources, take_arguments  # noqa: E402

PAGE_PACKAGES = ("playwright-core", "@axe-core/playwright")
CLIENT_PACKAGES = ("@modelcontextprotocol/sdk", "@modelcontextprotocol/client")


def modules():
    return pathlib.Path(os.environ.get("ORDALAG_NODE_MODULES", HERE / "node_modules"))


def missing(packages, programs):
    lacking = [p for p in programs if shutil.which(p) is None]
    return lacking + [p for p in packages if not (modules() / p / "package.json").exists()]


def run_script(name, work, *arguments):
    """Scripts find their packages beside them: they are run from a folder where both lie."""
    shutil.copy(HERE / name, work / name)
    return subprocess.run(["node", str(work / name), *map(str, arguments)], timeout=300).returncode


def main():
    ordalag, ordalag_index, sample = take_arguments(3)
    status = 0
    skipped = []
    with tempfile.TemporaryDirectory(prefix="ordalag-browser-") as name:
        work = pathlib.Path(name)
        index = work / "index"
        index_sources(ordalag_index, index, sample)
        if modules().exists():
            (work / "node_modules").symlink_to(modules())
        passages = subprocess.run([ordalag, "export", "-d", index], stdout=subprocess.PIPE,
                                  check=True).stdout
        (work / "passages.jsonl").write_bytes(passages)
        for script, packages, programs in (("text_fragments.mjs", ("playwright-core",),
                                            ("node", "chromium")),
                                           ("page.mjs", PAGE_PACKAGES, ("node", "chromium")),
                                           ("mcp.mjs", CLIENT_PACKAGES, ("node",))):
            lacking = missing(packages, programs)
            if lacking:
                skipped.append(f"{script} needs {', '.join(lacking)}")
            elif script == "text_fragments.mjs":
                status |= run_script(script, work, work / "passages.jsonl", 1)
            elif script == "mcp.mjs":
                status |= run_script(script, work, ordalag, index)
            else:
                server = Server(ordalag, index)
                try:
                    status |= run_script(script, work, server.names[0], work / "shots")
                finally:
                    server.stop()
    # The word that makes the whole test a skipped one, only when nothing of it was run.
    word = "SKIPPED" if len(skipped) == 3 else "not run"
    for what in skipped:
        print(f"{word}: {what} (npm install in tests/browser)")
    return status


if __name__ == "__main__":
    sys.exit(main())
