"""The passages of an index as sentences to quote, and a search of our own that knows what stands."""
import collections
import json
import re
import subprocess

# Shorter sentences say little, longer ones are quoted in part.
FEWEST, MOST = 7, 40
WORD = re.compile(r"\w+(?:[-:]\w+)*%?|%", re.UNICODE)

Sentence = collections.namedtuple("Sentence", "text words party document")


def words_of(text):
    """The words of a text in lower case without hyphens: what no fold of a quotation changes."""
    return [word.replace("-", "").lower() for word in WORD.findall(text)]


class Corpus:
    """Sentences of an index, and whether words stand in a row anywhere in it."""

    def __init__(self, programs, index):
        done = subprocess.run([programs / "ordalag", "export", "-d", index, "--format", "jsonl"],
                              capture_output=True, check=True)
        texts = collections.defaultdict(list)
        self.sentences = []
        for line in done.stdout.decode("utf-8").splitlines():
            passage = json.loads(line)
            texts[passage["document"]["id"]] += words_of(passage["text"])
            if passage["kind"] not in ("paragraph", "list_item"):
                continue
            for text in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", passage["text"]):
                words = text.split()
                # "10 000" is one word, and no two of these.
                if re.search(r"\d \d", text) or len(words_of(text)) != len(words):
                    continue
                if FEWEST <= len(words) <= MOST:
                    self.sentences.append(Sentence(text, words, tuple(passage["party"]),
                                                   passage["document"]["id"]))
        self.texts = {document: " " + " ".join(words) + " " for document, words in texts.items()}
        self.parties = sorted({party for sentence in self.sentences for party in sentence.party})

    def holders(self, quote):
        """The documents in which the words of `quote` stand in a row."""
        wanted = " " + " ".join(words_of(quote)) + " "
        return {document for document, text in self.texts.items() if wanted in text}
