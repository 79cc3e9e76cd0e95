#!/usr/bin/env python3
"""A damaged index gives the answer of a sound one or a clear error, and never ends a program by a
signal.

usage: damaged_index_test.py ORDALAG ORDALAG_INDEX SAMPLE_CORPUS [SEED DAMAGES]
"""
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from serving import index_sources, take_arguments

ORDALAG, ORDALAG_INDEX, SAMPLE = take_arguments(3)
SEED, DAMAGES = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (1, 40)
del sys.argv[1:]

# Answers, none found, and an index that cannot be used.
FOUND, NONE, UNUSABLE = 0, 1, 3
# Nothing tells all damage to what Xapian wrote, and the manifest's id and times are only shown.
UNTOLD = ("postings", "ordalag.json", "report.json")
QUERIES = ("bostad först", '"vi vill"', "skola NÄRA/5 elever", "bost*", "parti:KA skola",
           "år:2010..2030 kommun", "omsorg -barn", '~"ekonomiskt bistånd"', "skolxa")


def damage(content, dice):
    """The same number of bytes, of which one to eight neighbours are others."""
    changed = bytearray(content)
    size = min(dice.choice((1, 1, 4, 8)), len(changed))
    at = dice.randrange(len(changed) - size + 1)
    how = dice.choice(("bit", "noise", "zero", "ones"))
    for i in range(at, at + size):
        changed[i] = {"bit": changed[i] ^ 1 << dice.randrange(8), "noise": dice.randrange(256),
                      "zero": 0, "ones": 255}[how]
    return bytes(changed)


class DamagedIndex(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-damaged-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.index = cls.folder / "index"
        index_sources(ORDALAG_INDEX, cls.index, SAMPLE)
        passages = [json.loads(line) for line in cls.run_program("export").stdout.splitlines()]
        documents = sorted({p["document"]["id"] for p in passages})
        (cls.folder / "queries").write_text("\n".join(QUERIES) + "\n", encoding="utf-8")
        quotes = [{"id": str(i), "quote": " ".join(p["text"].split()[:12])}
                  for i, p in enumerate(passages[::9])]
        (cls.folder / "quotes.jsonl").write_text("\n".join(map(json.dumps, quotes)), encoding="utf-8")
        cls.commands = [["search", "--batch", cls.folder / "queries", "--format", "jsonl"],
                        ["quote", "--batch", cls.folder / "quotes.jsonl", "--format", "jsonl"],
                        ["show", passages[20]["id"]], ["show", documents[0]], ["export"],
                        ["similar", passages[20]["id"]], ["diff", *documents[:2]],
                        ["facets", "skola"], ["trend", "skola"], ["compare", "skola"],
                        ["suggest", "bost"], ["sources"], ["status"], ["check"],
                        ["search", "skola", "--group", "document", "--format", "trec"]]

    @classmethod
    def run_program(cls, command, *arguments):
        return subprocess.run([ORDALAG, command, "-d", cls.index, *arguments], capture_output=True,
                              timeout=60)

    @staticmethod
    def lines(answer):
        """What was answered, but for times and for rows of a batch that say what is wrong."""
        answer = re.sub(rb'"took_ms":[0-9.e+-]+', b"", answer)
        return [line for line in answer.splitlines() if b'"code":"index_corrupt"' not in line]

    def test_every_end_is_an_answer_or_a_clear_error(self):
        sound = [self.lines(self.run_program(*command).stdout) for command in self.commands]
        dice = random.Random(SEED)
        files = sorted(f for f in self.index.rglob("*") if f.is_file() and f.stat().st_size > 0)
        for number in range(DAMAGES):
            file = files[number % len(files)]
            content = file.read_bytes()
            file.write_bytes(damage(content, dice))
            untold = any(part in UNTOLD for part in file.parts)
            for choice in dice.sample(range(len(self.commands)), 4):
                command = self.commands[choice]
                done = self.run_program(*command)
                where = (number, str(file.relative_to(self.index)), list(map(str, command)))
                self.assertIn(done.returncode, (FOUND, NONE, UNUSABLE), (where, done.stderr[:300]))
                if done.returncode == UNUSABLE:
                    self.assertTrue(done.stderr.startswith(b"ordalag: ") or b'{"error":' in done.stdout
                                    or command[0] == "check", (where, done))
                elif not untold:
                    self.assertLessEqual(set(self.lines(done.stdout)), set(sound[choice]), where)
            file.write_bytes(content)


if __name__ == "__main__":
    unittest.main()
