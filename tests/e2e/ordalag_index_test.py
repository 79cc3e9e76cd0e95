#!/usr/bin/env python3
"""ordalag-index as a user runs it: exit statuses, reports, bad input, incremental runs.

usage: ordalag_index_test.py ORDALAG_INDEX SAMPLE_CORPUS
"""
import gzip
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = ""
SAMPLE = ""

TEXT = """Program för Sjöstads hamn

Kajen ska rustas så att barn kan gå där utan att ramla i vattnet.

Vi vill:
- att bommarna öppnas på kvällen
- att belysningen byggs ut längs hela stranden
"""


class Indexing(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.sources = self.folder / "sources"
        self.sources.mkdir()
        self.index = self.folder / "index"

    def write(self, name, content):
        file = self.sources / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return file

    def run_program(self, *arguments, stdin=None):
        return subprocess.run([PROGRAM, "-d", str(self.index), *map(str, arguments)],
                              input=stdin, capture_output=True, text=True, timeout=300)

    def index_sources(self, *arguments, expect=0, stdin=None, sources=None):
        """Runs over the sources; gives the report as a dictionary from file name to its entry."""
        report = self.folder / "report.json"
        done = self.run_program("--report", report, *arguments, *(sources or [self.sources]), stdin=stdin)
        self.assertEqual(done.returncode, expect, done.stderr)
        self.assertEqual(done.stdout, "", "standard output carries data only")
        self.report = json.loads(report.read_text(encoding="utf-8"))
        self.err = done.stderr
        return {os.path.relpath(s["file"], self.sources) if s["file"] != "-" else "-": s
                for s in self.report["sources"]}

    def manifest(self):
        return json.loads((self.index / "ordalag.json").read_text(encoding="utf-8"))

    # --- what works ---

    def test_indexes_a_folder_and_reports_each_file(self):
        self.write("hamn.txt", TEXT)
        self.write("under/park.md", "# Parken\n\nTräden ska stå kvar.\n")
        files = self.index_sources()
        self.assertEqual({f: s["state"] for f, s in files.items()},
                         {"hamn.txt": "indexed", "under/park.md": "indexed"})
        self.assertEqual(self.manifest()["documents"], 2)
        self.assertGreaterEqual(files["hamn.txt"]["passages"], 4)

    def test_indexes_the_sample_corpus(self):
        files = self.index_sources(sources=[SAMPLE])
        self.assertGreaterEqual(self.report["totals"]["documents"], 8)
        self.assertTrue(all(s["state"] in ("indexed", "skipped") for s in files.values()))

    def test_reads_jsonl_plain_packed_and_from_standard_input(self):
        lines = ['{"id": "a", "title": "A", "text": "Kajen ska rustas."}',
                 '{"_id": "b", "title": "B", "text": "Parken ska rustas."}']
        self.write("one.jsonl", lines[0] + "\n")
        self.write("two.jsonl.gz", gzip.compress((lines[1] + "\n").encode()))
        files = self.index_sources("--", sources=[self.sources, "-"],
                                   stdin='{"id": "c", "title": "C", "text": "Gatan."}\n')
        self.assertEqual({f: s["documents"] for f, s in files.items()},
                         {"one.jsonl": 1, "two.jsonl.gz": 1, "-": 1})

    def test_takes_facts_from_the_catalogue_beside_the_sources(self):
        self.write("hamn.txt", TEXT)
        self.write("catalogue.toml", '[[document]]\npath = "hamn.txt"\nid = "hamnen"\nparty = ["S"]\n')
        self.index_sources()
        done = self.run_program("--explain", self.sources / "hamn.txt")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("id: hamnen", done.stdout)
        self.assertIn("party: S", done.stdout)

    def test_gives_the_same_index_with_any_number_of_workers(self):
        for i in range(40):
            self.write(f"d{i:02}.txt", TEXT.replace("Sjöstads", f"Stad{i}s"))
        shapes = []
        for jobs in ("1", "4"):
            shutil.rmtree(self.index, ignore_errors=True)
            self.index_sources("-j", jobs)
            generation = self.index / self.manifest()["generation"]
            shapes.append((generation / "passages.col").read_bytes())
        self.assertEqual(shapes[0], shapes[1])

    # --- one run after the other ---

    def test_skips_what_is_unchanged_replaces_what_changed_and_removes_what_is_gone(self):
        self.write("a.txt", TEXT)
        self.write("b.txt", "Biblioteket ska ha öppet på söndagar.\n")
        gone = self.write("c.txt", "Badhuset ska ha öppet på lördagar.\n")
        self.index_sources()
        self.write("b.txt", "Biblioteket ska ha öppet varje dag.\n")
        gone.unlink()
        files = self.index_sources()
        self.assertEqual({f: s["state"] for f, s in files.items()},
                         {"a.txt": "unchanged", "b.txt": "indexed", "c.txt": "removed"})
        self.assertEqual(self.manifest()["revision"], 2)
        self.assertEqual(self.manifest()["documents"], 2)

    def test_answers_from_an_index_grown_in_steps_as_from_one_built_at_once(self):
        shutil.copytree(SAMPLE, self.sources, dirs_exist_ok=True)
        documents = sorted(f for f in self.sources.iterdir() if f.suffix != ".toml")
        held = self.folder / "held"
        held.mkdir()
        for file in documents:
            file.rename(held / file.name)
        for file in reversed(documents):  # three steps, so that numbers run against the names
            (held / file.name).rename(file)
            if file in documents[::7]:
                self.index_sources()
        first = documents[-1]
        text = first.read_text(encoding="utf-8")
        first.write_text(text + "\nBron ska lagas.\n", encoding="utf-8")
        self.index_sources()
        first.write_text(text, encoding="utf-8")
        self.index_sources()
        grown = self.answers()
        shutil.rmtree(self.index)
        self.index_sources()
        self.assertEqual(grown, self.answers())

    def answers(self):
        """What `ordalag` says of the index, but for its id, its revision and times."""
        said = []
        for question in (["search", "bostad"], ["search", "skola", "--all-editions"],
                         ["search", "försörjningsstöd arbete", "--group", "document"],
                         ["search", "tema:bostad"], ["search", '"vi vill"'],
                         ["quote", "Ingen ska sova ute i Älvfors"], ["compare", "skola"],
                         ["trend", "bostad"], ["facets", "kommun"], ["sources"]):
            done = subprocess.run([pathlib.Path(PROGRAM).parent / "ordalag", *question, "-d", self.index,
                                   "--format", "json"], capture_output=True, text=True, timeout=60)
            answer = json.loads(done.stdout)
            for changing in ("index", "took_ms"):
                answer.pop(changing, None)
            said.append((question, answer))
        return said

    def test_makes_no_revision_when_nothing_changed(self):
        self.write("a.txt", TEXT)
        self.index_sources()
        self.index_sources()
        self.assertEqual(self.manifest()["revision"], 1)

    def test_reads_everything_anew_with_full(self):
        self.write("a.txt", TEXT)
        self.index_sources()
        self.assertEqual(self.index_sources("--full")["a.txt"]["state"], "indexed")
        self.assertEqual(self.manifest()["documents"], 1)

    def test_keeps_documents_of_missing_files_when_asked(self):
        self.write("a.txt", TEXT)
        gone = self.write("b.txt", "Badhuset ska ha öppet.\n")
        self.index_sources()
        gone.unlink()
        files = self.index_sources("--keep-missing")
        self.assertEqual(files["b.txt"]["state"], "missing")
        self.assertEqual(self.manifest()["documents"], 2)

    def test_leaves_documents_of_other_sources_alone(self):
        one = self.write("one/a.txt", TEXT)
        two = self.write("two/b.txt", "Badhuset ska ha öppet.\n")
        self.index_sources(sources=[one.parent])
        files = self.index_sources(sources=[two.parent])
        self.assertEqual(files["one/a.txt"]["state"], "kept")
        self.assertEqual(self.manifest()["documents"], 2)

    def test_removes_a_source_that_is_named_and_gone(self):
        self.write("a.txt", TEXT)
        gone = self.write("b.txt", "Badhuset ska ha öppet.\n")
        self.index_sources()
        gone.unlink()
        self.assertEqual(self.index_sources(sources=[gone])["b.txt"]["state"], "removed")
        self.assertEqual(self.manifest()["documents"], 1)

    def test_reads_a_file_anew_when_its_catalogue_entry_changes(self):
        self.write("a.txt", TEXT)
        self.write("b.txt", "Badhuset ska ha öppet.\n")
        self.index_sources()
        self.write("catalogue.toml", '[[document]]\npath = "a.txt"\nkind = "programme"\n')
        files = self.index_sources()
        self.assertEqual((files["a.txt"]["state"], files["b.txt"]["state"]), ("indexed", "unchanged"))

    def test_writes_nothing_in_a_dry_run(self):
        self.write("a.txt", TEXT)
        files = self.index_sources("--dry-run")
        self.assertEqual(files["a.txt"]["state"], "indexed")
        self.assertFalse(self.index.exists())

    # --- bad input: a clear error with its place, and the rest is in ---

    def assert_failed(self, files, name, *words):
        self.assertEqual(files[name]["state"], "failed", files[name])
        said = " ".join(e["message"] + " " + e["where"] for e in files[name]["errors"])
        for word in words:
            self.assertIn(word, said)
        self.assertIn(name, self.err, "the summary names the file")

    def test_reports_an_empty_and_a_binary_file_and_one_of_a_format_it_does_not_read(self):
        self.write("good.txt", TEXT)
        self.write("empty.txt", "")
        self.write("binary.txt", bytes(range(256)) * 40)
        self.write("scan.tables.xlsx", b"PK\x03\x04" + b"\x00" * 100)
        files = self.index_sources(expect=1)
        self.assertEqual(files["good.txt"]["state"], "indexed")
        for name in ("empty.txt", "binary.txt", "scan.tables.xlsx"):
            self.assert_failed(files, name)
        self.assertEqual(self.manifest()["documents"], 1)

    def test_reads_invalid_utf8_as_text_of_another_charset_or_says_so(self):
        self.write("good.txt", TEXT)
        self.write("latin.txt", TEXT.encode("latin-1"))
        self.write("broken.txt", TEXT.encode() + b"\x80\xff\x81 \xc3")
        done = self.run_program("--report", self.folder / "r.json", self.sources)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        files = {os.path.basename(s["file"]): s for s in
                 json.loads((self.folder / "r.json").read_text())["sources"]}
        self.assertEqual(files["latin.txt"]["state"], "indexed")
        self.assertIn(files["broken.txt"]["state"], ("indexed", "failed"))
        if files["broken.txt"]["state"] == "failed":
            self.assertTrue(files["broken.txt"]["errors"][0]["message"])

    def test_names_the_line_of_a_broken_record(self):
        self.write("mixed.jsonl", '{"id": "a", "title": "A", "text": "Kajen ska rustas."}\n'
                                  '{"id": "b", "title": \n'
                                  '\n'
                                  '{"id": "c", "title": "C"}\n'
                                  '{"id": "d", "title": "D", "text": "Parken ska rustas."}\n')
        entry = self.index_sources(expect=1)["mixed.jsonl"]
        self.assertEqual((entry["state"], entry["documents"]), ("indexed", 2))
        places = [e["where"].rsplit(":", 1)[1] for e in entry["errors"]]
        self.assertEqual(places, ["2", "4"])

    def test_says_still_what_was_wrong_with_an_unchanged_file(self):
        self.write("mixed.jsonl", '{"id": "a", "title": "A", "text": "Kajen."}\n{"id": \n')
        self.index_sources(expect=1)
        entry = self.index_sources(expect=1)["mixed.jsonl"]
        self.assertEqual(entry["state"], "unchanged")
        self.assertEqual(len(entry["errors"]), 1)

    def test_survives_a_line_of_a_gigabyte_with_little_memory(self):
        good = b'{"id": "a", "title": "A", "text": "Kajen ska rustas."}\n'
        file = self.write("long.jsonl.gz", b"")
        with gzip.open(file, "wb", compresslevel=1) as out:
            out.write(good)
            out.write(b'{"id": "b", "text": "')
            for _ in range(1024):
                out.write(b"a" * (1 << 20))
            out.write(b'"}\n' + good.replace(b'"a"', b'"c"'))
        report = self.folder / "report.json"
        command = [PROGRAM, "-d", str(self.index), "--report", str(report), str(self.sources)]
        child = subprocess.Popen(command, stderr=subprocess.PIPE)
        _, status, usage = os.wait4(child.pid, 0)
        child.stderr.close()
        self.assertEqual(os.waitstatus_to_exitcode(status), 1)
        entry = json.loads(report.read_text())["sources"][0]
        self.assertEqual(entry["documents"], 2)
        self.assertTrue(entry["errors"][0]["where"].endswith(":2"), entry["errors"])
        self.assertLess(usage.ru_maxrss / 1024, 300)

    def test_refuses_a_file_over_the_limit(self):
        self.write("good.txt", TEXT)
        self.write("large.txt", TEXT * 100)
        files = self.index_sources("--max-size=4K", expect=1)
        self.assert_failed(files, "large.txt", "--max-size")
        self.assertEqual(files["good.txt"]["state"], "indexed")

    def test_reports_damaged_packed_data(self):
        packed = gzip.compress(b'{"id": "a", "title": "A", "text": "Kajen."}\n' * 1)
        self.write("cut.jsonl.gz", packed[:-12])
        self.write("good.txt", TEXT)
        files = self.index_sources(expect=1)
        self.assertTrue(files["cut.jsonl.gz"]["errors"])

    def test_names_both_places_of_an_id_that_is_used_twice(self):
        self.write("a.jsonl", '{"id": "x", "title": "A", "text": "Kajen ska rustas."}\n')
        self.write("b.jsonl", '{"id": "y", "title": "Y", "text": "Gatan ska sopas."}\n'
                              '{"id": "x", "title": "B", "text": "Parken ska rustas."}\n')
        entry = self.index_sources(expect=1)["b.jsonl"]
        self.assertEqual(entry["documents"], 1)
        self.assertIn("a.jsonl:1", entry["errors"][0]["message"])
        self.assertTrue(entry["errors"][0]["where"].endswith("b.jsonl:2"))

    def test_lets_the_first_file_keep_an_id_also_when_it_comes_later(self):
        self.write("b.jsonl", '{"id": "x", "title": "B", "text": "Parken ska rustas."}\n'
                              '{"id": "y", "title": "Y", "text": "Gatan ska sopas."}\n')
        self.index_sources()
        first = self.write("a.jsonl", '{"id": "x", "title": "A", "text": "Kajen ska rustas."}\n')
        files = self.index_sources(expect=1)
        self.assertEqual((files["a.jsonl"]["documents"], files["b.jsonl"]["documents"]), (1, 1))
        first.unlink()
        self.assertEqual(self.index_sources()["b.jsonl"]["documents"], 2)

    def test_skips_pictures_and_hidden_files(self):
        self.write("good.txt", TEXT)
        self.write("logo.png", b"\x89PNG\r\n\x1a\n")
        self.write(".git/config", "x")
        files = self.index_sources()
        self.assertEqual(files["logo.png"]["state"], "skipped")
        self.assertNotIn(".git/config", files)

    def test_fails_on_a_picture_that_is_named(self):
        picture = self.write("logo.png", b"\x89PNG\r\n\x1a\n" + bytes(50))
        self.assert_failed(self.index_sources(expect=1, sources=[picture]), "logo.png")

    def test_reports_a_source_that_is_not_there(self):
        files = self.index_sources(expect=1, sources=[self.sources / "none"])
        self.assert_failed(files, "none", "no such")

    def test_reports_a_folder_without_rights(self):
        self.write("good.txt", TEXT)
        closed = self.write("closed/a.txt", "Badhuset ska ha öppet.\n").parent
        never = self.write("never/a.txt", "Ishallen ska ha stängt.\n").parent
        never.chmod(0)
        self.addCleanup(never.chmod, 0o755)
        self.index_sources(expect=int(not os.access(never, os.R_OK)))
        closed.chmod(0)
        self.addCleanup(closed.chmod, 0o755)
        if os.access(closed, os.R_OK):
            print("SKIPPED: this user may read every folder", file=sys.stderr)
            self.skipTest("this user may read every folder")
        files = self.index_sources(expect=1)
        self.assert_failed(files, "closed")
        self.assertIn("stay in the index", files["closed"]["errors"][0]["hint"])
        self.assertEqual(files["never"]["errors"][0]["hint"], "", "it was never in the index")
        self.assertEqual(self.manifest()["documents"], 2, "what lies there stays in the index")

    def test_stops_at_a_catalogue_with_an_unknown_key(self):
        self.write("a.txt", TEXT)
        self.write("catalogue.toml", '[[document]]\npath = "a.txt"\nparti = ["S"]\n')
        done = self.run_program(self.sources)
        self.assertEqual(done.returncode, 2)
        self.assertIn("catalogue.toml:3", done.stderr)
        self.assertFalse((self.index / "ordalag.json").exists())

    # --- usage, locks, other analysers ---

    def test_refuses_wrong_usage(self):
        for arguments in ([], ["--ful", "x"], ["--jobs", "0", "x"], ["--max-size", "much", "x"],
                          ["--progress", "loud", "x"], ["-q", "-v", "x"], ["--report"]):
            done = self.run_program(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn("ordalag-index:", done.stderr)

    def test_prints_help_and_version(self):
        for option in ("--help", "--version"):
            done = self.run_program(option)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("ordalag-index", done.stdout)
        self.assertTrue(all(len(line) <= 80 for line in self.run_program("--help").stdout.splitlines()))

    def test_refuses_an_index_of_another_analyser_until_full_is_asked_for(self):
        self.write("a.txt", TEXT)
        self.index_sources()
        manifest = self.manifest()
        manifest["analyser"] = "sv-0:other"
        (self.index / "ordalag.json").write_text(json.dumps(manifest))
        done = self.run_program(self.sources)
        self.assertEqual(done.returncode, 3)
        self.assertIn("--full", done.stderr)
        self.index_sources("--full")
        self.assertEqual(self.manifest()["documents"], 1)

    def start_waiting_writer(self):
        """A run that waits for the rest of its standard input, with the lock in its hands."""
        child = subprocess.Popen([PROGRAM, "-d", str(self.index), str(self.sources), "-"],
                                 stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        lines = b"".join(b'{"id": "%d", "title": "T", "text": "Kajen ska rustas."}\n' % i for i in range(9))
        child.stdin.write(lines)
        child.stdin.flush()
        time.sleep(0.2)
        return child

    def test_refuses_a_second_writer_and_survives_a_killed_one(self):
        self.write("a.txt", TEXT)
        self.index_sources()
        before = self.manifest()
        child = self.start_waiting_writer()
        for _ in range(200):
            done = self.run_program(self.sources)
            if done.returncode == 75:
                break
            if child.poll() is not None:  # ours had the lock first, and the child gave up
                child.stdin.close()
                child = self.start_waiting_writer()
            time.sleep(0.1)
        self.assertEqual(done.returncode, 75, done.stderr)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdin.close()
        self.assertEqual(self.manifest(), before)
        self.index_sources()
        self.assertEqual(self.manifest()["documents"], 1)


if __name__ == "__main__":
    PROGRAM, SAMPLE = sys.argv[1], sys.argv[2]
    unittest.main(argv=sys.argv[:1], verbosity=1)
