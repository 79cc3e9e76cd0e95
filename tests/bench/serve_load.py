#!/usr/bin/env python3
"""How many searches a second `ordalag serve` answers, with wrk on the same machine's loopback.

usage: serve_load.py ORDALAG INDEX [--seconds N] [--connections N] [--path /v1/search] [--cache MB]

Queries of one and two words are drawn, with a fixed seed, from the passages of the index, and asked
in turn. Without --cache 0 the server keeps its answers: then every query is asked once before the
load, which measures a server that is asked the same again. Beside wrk's figures it gives the CPU time
a request costs the server, which a busy machine changes least, and the memory before and after.
"""
import argparse
import collections
import csv
import itertools
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))
from serving import Server  # noqa: E402

LUA = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
"""


def read_texts(ordalag, index):
    """The texts of the first passages of the index."""
    export = subprocess.Popen([ordalag, "export", "-d", index, "--format", "csv"],
                              stdout=subprocess.PIPE, text=True)
    texts = [row["text"] for row in itertools.islice(csv.DictReader(export.stdout), 20_000)]
    export.kill()
    export.wait()
    export.stdout.close()
    return texts


def words_by_frequency(ordalag, index):
    """The words of those texts, the most common first."""
    counts = collections.Counter()
    for text in read_texts(ordalag, index):
        counts.update(re.findall(r"\b[a-zåäö]{2,20}\b", text))
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def draw_queries(ordalag, index, count):
    """Words of five letters or more, alone and in pairs from one passage."""
    texts = read_texts(ordalag, index)
    drawn = random.Random(1)
    queries = []
    while len(queries) < count:
        words = re.findall(r"\b[a-zåäö]{5,20}\b", drawn.choice(texts))
        if len(words) > 3:
            queries.append(" ".join(drawn.sample(words, 1 + len(queries) % 2)))
    return queries


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ordalag")
    parser.add_argument("index")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--path", default="/v1/search")
    parser.add_argument("--cache", default="64")
    options = parser.parse_args()
    queries = draw_queries(options.ordalag, options.index, 2000)
    with tempfile.TemporaryDirectory() as folder:
        paths = pathlib.Path(folder) / "paths"
        paths.write_text("".join(f"{options.path}?q={urllib.parse.quote(q)}\n" for q in queries))
        script = pathlib.Path(folder) / "load.lua"
        script.write_text(LUA % paths)
        server = Server(options.ordalag, options.index, "--access-log", "off",
                        "--cache", options.cache)
        try:
            for query in queries if options.cache != "0" else queries[:200]:
                server.ask(f"{options.path}?q={urllib.parse.quote(query)}")
            memory, cpu = server.resident_mb(), cpu_seconds(server.process.pid)
            done = subprocess.run(
                ["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--latency",
                 "-s", str(script), f"http://127.0.0.1:{server.port}"],
                capture_output=True, text=True, check=True).stdout
            answered = int(re.search(r"(\d+) requests in", done).group(1))
            print(done)
            print(f"CPU of the server: {1000 * (cpu_seconds(server.process.pid) - cpu) / answered:.2f} "
                  f"ms a request; memory {memory:.0f} -> {server.resident_mb():.0f} MB")
        finally:
            server.stop()


if __name__ == "__main__":
    main()
