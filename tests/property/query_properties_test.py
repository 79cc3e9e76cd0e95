#!/usr/bin/env python3
"""What holds of every query, tried with words and phrases drawn from the sample corpus.

usage: query_properties_test.py ORDALAG_INDEX ORDALAG SOURCES

The draw has a fixed seed. Every property is asked in a few batches, so that a program starts seldom.
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

INDEXER = READER = SOURCES = ""
SEED = 20260923
WORDS = 60
PAIRS = 40
PHRASES = 50
PAGE = 7
OPERATORS = {"och", "eller", "inte", "nära", "and", "not", "near"}  # in capitals they are no words


class Queries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-properties-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.index = str(cls.folder / "index")
        subprocess.run([INDEXER, "-q", "-d", cls.index, SOURCES], check=True)
        draw = random.Random(SEED)
        texts = [json.loads(line)["text"] for line in cls.output("export").splitlines()]
        runs = [re.findall(r"[^\W\d_]+", stretch) for text in texts
                for stretch in re.split(r"\w*-\w*|[^\w ]|\d", text)]

        def drawable(word):
            return len(word) > 2 and word.lower() not in OPERATORS

        words = sorted({word.lower() for run in runs for word in run if drawable(word)})
        cls.words = draw.sample(words, WORDS)
        cls.pairs = [tuple(draw.sample(cls.words, 2)) for _ in range(PAIRS)]
        neighbours = sorted({(run[i], run[i + 1]) for run in runs for i in range(len(run) - 1)
                             if drawable(run[i]) and drawable(run[i + 1]) and run[i] != run[i + 1]})
        cls.phrases = draw.sample(neighbours, PHRASES)

    @classmethod
    def output(cls, *arguments):
        return subprocess.run([READER, "-d", cls.index, *arguments], check=True,
                              capture_output=True, text=True).stdout

    def answers(self, queries, *options):
        """The answers to `queries`, in order, all hits of each unless `options` say otherwise."""
        batch = self.folder / "queries.txt"
        batch.write_text("".join(query + "\n" for query in queries), encoding="utf-8")
        limit = () if "-n" in options else ("-n", "1000")
        lines = self.output("search", "--batch", str(batch), "--format", "jsonl", *limit,
                            *options).splitlines()
        self.assertEqual(len(lines), len(queries))
        return [json.loads(line) for line in lines]

    def sets(self, queries):
        """The ids that each query finds, none relaxed, every edition for itself."""
        answers = self.answers(queries, "--all-editions", "--match", "all")
        return [set(ids(answer)) for answer in answers]

    def test_capital_letters_never_change_a_result(self):
        queries = self.words + [f'"{a} {b}"' for a, b in self.phrases] + [f"={w}" for w in self.words]
        plain = self.answers(queries)
        for change in (str.upper, str.title):
            for query, before, after in zip(queries, plain, self.answers([change(q) for q in queries])):
                self.assertEqual(ids(before), ids(after), query)
                self.assertEqual(before["total"], after["total"], query)

    def test_the_order_of_and_never_changes_what_is_found(self):
        self.assertEqual(self.sets([f"{a} AND {b}" for a, b in self.pairs]),
                         self.sets([f"{b} AND {a}" for a, b in self.pairs]))

    def test_and_finds_what_both_find_and_or_what_either_finds(self):
        first = self.sets([a for a, _ in self.pairs])
        second = self.sets([b for _, b in self.pairs])
        both = self.sets([f"{a} AND {b}" for a, b in self.pairs])
        either = self.sets([f"{a} OR {b}" for a, b in self.pairs])
        for pair, a, b, conjunction, disjunction in zip(self.pairs, first, second, both, either):
            self.assertEqual(conjunction, a & b, pair)
            self.assertEqual(disjunction, a | b, pair)

    def test_not_excludes_what_the_word_finds_as_a_word(self):
        for word, answer in zip(self.words, self.answers([f"{w} NOT {w}" for w in self.words])):
            self.assertEqual(answer["total"]["all_words"], 0, word)
        queries = [f"sms:nej {w} NOT {w}" for w in self.words]
        for query, answer in zip(queries, self.answers(queries, "--synonyms", "no")):
            self.assertEqual(ids(answer), [], query)

    def test_a_word_and_its_negation_part_every_passage(self):
        whole = [f"sms:nej {w}" for w in self.words]
        without = [f"NOT {w}" for w in self.words]
        everything = set(ids(self.answers([f"NOT {'x' * 12}"], "--all-editions")[0]))
        found = [set(ids(answer))
                 for answer in self.answers(whole, "--all-editions", "--synonyms", "no")]
        for word, having, lacking in zip(self.words, found, self.sets(without)):
            self.assertEqual(having & lacking, set(), word)
            self.assertEqual(having | lacking, everything, word)

    def test_a_phrase_is_found_among_its_words_side_by_side(self):
        literal = self.sets([f'"{a} {b}"' for a, b in self.phrases])
        inflected = self.sets([f'~"{a} {b}"' for a, b in self.phrases])
        near = self.sets([f"{a} NEAR/1 {b}" for a, b in self.phrases])
        for phrase, narrow, wide, widest in zip(self.phrases, literal, inflected, near):
            self.assertTrue(narrow, phrase)
            self.assertLessEqual(narrow, wide, phrase)
            self.assertLessEqual(wide, widest, phrase)

    def test_a_form_is_found_among_the_forms_of_its_word(self):
        forms = self.sets([f"={w}" for w in self.words])
        for word, narrow, wide in zip(self.words, forms, self.sets(self.words)):
            self.assertTrue(narrow, word)
            self.assertLessEqual(narrow, wide, word)

    def test_pages_share_no_hit_and_make_the_whole(self):
        queries = self.words[:20] + [f"{a} {b}" for a, b in self.pairs[:20]]
        whole = self.answers(queries)
        pages = [self.answers(queries, "-n", str(PAGE), "--offset", str(PAGE * page))
                 for page in range(4)]
        for number, query in enumerate(queries):
            listed = [hit for page in pages for hit in ids(page[number])]
            self.assertEqual(listed, ids(whole[number])[:4 * PAGE], query)
            self.assertEqual(len(set(ids(whole[number]))), whole[number]["total"]["value"], query)

    def test_hits_with_every_word_come_first(self):
        queries = [f"{a} {b}" for a, b in self.phrases]
        strict = self.answers([f"sms:nej {q}" for q in queries], "--match", "all", "--synonyms", "no",
                              "--all-editions")
        for query, answer, words in zip(queries, self.answers(queries, "--all-editions"), strict):
            count = answer["total"]["all_words"]
            if any(expansion["read_as"] for expansion in answer["query"]["expansions"]):
                continue
            self.assertEqual(set(ids(answer)[:count]), set(ids(words)), query)
            for hit in answer["hits"][:count]:
                self.assertEqual(hit["missing"], [], query)

    def test_highlights_lie_at_the_edges_of_words(self):
        for query, answer in zip(self.words, self.answers(self.words)):
            for hit in answer["hits"]:
                text = hit["snippet"]["text"]
                end = 0
                for mark in hit["snippet"]["highlights"]:
                    where = (query, hit["id"], mark)
                    self.assertLessEqual(end, mark["start"], where)
                    end = mark["end"]
                    self.assertLess(mark["start"], end, where)
                    self.assertLessEqual(end, len(text), where)
                    # Of a compound the letters of the part, of "in- och utförsel" both halves.
                    if mark["class"] == "compound" or "- " in text[:end]:
                        continue
                    self.assertFalse(text[mark["start"] - 1:mark["start"]].isalnum(), where)
                    self.assertFalse(text[end:end + 1].isalnum(), where)


def ids(answer):
    return [hit["id"] for hit in answer["hits"]]


if __name__ == "__main__":
    INDEXER, READER, SOURCES = sys.argv[1:4]
    unittest.main(argv=sys.argv[:1])
