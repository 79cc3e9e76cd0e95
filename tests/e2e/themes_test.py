#!/usr/bin/env python3
"""Themes and corrections from run to run, through both programs as a user runs them.

usage: themes_test.py ORDALAG_INDEX ORDALAG
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

INDEXER = READER = ""

CARE = """Program för omsorgen

Hemtjänsten ska ha fast personal.

Bommarna ska öppnas på kvällen.
"""
RECORDS = [{"id": "post-1", "title": "Ett", "text": "Äldreomsorgen ska byggas ut."},
           {"id": "post-2", "title": "Två", "text": "Kajen ska rustas."}]
THEME = """[[theme]]
id = "hamn"
sv = "Hamnen"
en = "The harbour"
definition = "Kajer, bommar och bryggor."
decisive = "bom, kaj"
"""


class Themes(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-themes-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.sources = self.folder / "sources"
        self.sources.mkdir()
        (self.sources / "omsorg.txt").write_text(CARE, encoding="utf-8")
        (self.sources / "poster.jsonl").write_text("".join(json.dumps(r) + "\n" for r in RECORDS))

    def write(self, name, content):
        (self.sources / name).write_text(content, encoding="utf-8")

    def index(self, *options, index="index", expect=0):
        """Runs the indexer; gives how each source was met, by file name."""
        report = self.folder / "report.json"
        done = subprocess.run(
            [INDEXER, "-d", self.folder / index, "--report", report, *options, self.sources],
            capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(done.returncode, expect, done.stderr)
        self.err = done.stderr
        if expect:
            return None
        self.report = json.loads(report.read_text(encoding="utf-8"))
        return {pathlib.Path(s["file"]).name: s["state"] for s in self.report["sources"]}

    def passages(self, index="index"):
        """Every passage of the index by its text."""
        done = subprocess.run([READER, "export", "-d", self.folder / index], capture_output=True,
                              text=True, timeout=60, check=True)
        return {p["text"]: p for p in map(json.loads, done.stdout.splitlines())}

    def themes(self, text, index="index"):
        return [t["id"] for t in self.passages(index)[text]["themes"]]

    def assert_same_as_full(self):
        """What many runs gave is what one run over the same files gives."""
        self.index("--full", index="fresh")
        self.assertEqual(self.passages(), self.passages("fresh"))

    def test_tags_every_passage_and_points_at_the_words(self):
        self.index()
        tags = self.passages()["Äldreomsorgen ska byggas ut."]["themes"]
        self.assertEqual([t["id"] for t in tags], ["aldre", "aldreomsorg"])
        for tag in tags:
            self.assertEqual((tag["ground"], tag["evidence"]), ("text", [{"start": 0, "end": 13}]))

    def test_a_theme_of_the_users_own_tags_and_is_listed_with_its_label(self):
        self.index()
        self.write("themes.toml", THEME)
        self.assertEqual(set(self.index().values()), {"indexed"})
        self.assertEqual(self.themes("Kajen ska rustas."), ["hamn"])
        listed = subprocess.run([READER, "themes", "-d", self.folder / "index", "--format", "json"],
                                capture_output=True, text=True, timeout=60, check=True)
        row = next(t for t in json.loads(listed.stdout)["themes"] if t["id"] == "hamn")
        self.assertEqual((row["label_en"], row["passages"]), ("The harbour", 2))
        self.assert_same_as_full()

    def test_a_mistake_in_the_themes_names_its_line_and_leaves_the_index(self):
        self.index()
        self.write("themes.toml", THEME.replace("definition", "defniition"))
        self.index(expect=2)
        self.assertIn("themes.toml:5:", self.err)
        self.assertEqual(self.themes("Kajen ska rustas."), [])

    def test_a_correction_reads_only_its_source_anew_and_survives_a_rebuild(self):
        self.index()
        self.write("overrides.toml", '[[override]]\ndocument = "post-2"\n'
                                     'add_themes = ["hemloshet"]\nparty = ["S"]\nreason = "om båthus"\n')
        self.assertEqual(self.index(), {"omsorg.txt": "unchanged", "poster.jsonl": "indexed"})
        for full in ((), ("--full",)):
            self.index(*full)
            passage = self.passages()["Kajen ska rustas."]
            self.assertEqual([(t["id"], t["ground"], t["score"]) for t in passage["themes"]],
                             [("bostad", "override", 1.0), ("hemloshet", "override", 1.0)])
            self.assertEqual((passage["party"], passage["party_ground"]), (["S"], "override"))
        self.assert_same_as_full()

    def test_a_correction_that_is_taken_back_is_gone(self):
        self.write("overrides.toml",
                   '[[override]]\ndocument = "post-1"\nthemes = []\n')
        self.index()
        self.assertEqual(self.themes("Äldreomsorgen ska byggas ut."), [])
        (self.sources / "overrides.toml").unlink()
        self.index()
        self.assertEqual(self.themes("Äldreomsorgen ska byggas ut."), ["aldre", "aldreomsorg"])
        self.assert_same_as_full()

    def test_a_correction_that_meets_nothing_is_named_at_every_run(self):
        self.write("overrides.toml", '[[override]]\npassage = "omsorg#borta"\nadd_themes = ["energi"]\n'
                                     '[[override]]\ndocument = "okänd"\nparty = ["M"]\n')
        for _ in range(2):
            self.index()
            self.assertEqual([w.split("overrides.toml")[1] for w in self.report["warnings"]],
                             [":1: the override meets no passage of omsorg",
                              ':4: the override meets no document: there is no "okänd"'])

    def test_a_correction_to_a_theme_that_does_not_exist_stops_the_run(self):
        self.write("overrides.toml", '[[override]]\ndocument = "post-1"\nthemes = ["rymden"]\n')
        self.index(expect=2)
        self.assertIn("overrides.toml:3:", self.err)

    def test_files_beside_a_catalogue_elsewhere_count_too(self):
        beside = self.folder / "mine"
        beside.mkdir()
        (beside / "facts.toml").write_text("")
        (beside / "overrides.toml").write_text('[[override]]\ndocument = "post-2"\nparty = ["V"]\n')
        self.index("--catalogue", beside / "facts.toml")
        self.assertEqual(self.passages()["Kajen ska rustas."]["party"], ["V"])


if __name__ == "__main__":
    INDEXER, READER = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1])
