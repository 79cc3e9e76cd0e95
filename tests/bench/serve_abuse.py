#!/usr/bin/env python3
"""What `ordalag serve` costs under questions that are made to cost much, and what others notice.

usage: serve_abuse.py ORDALAG INDEX [--requests N] [--clients N] [--kind KIND] [--query-timeout S]

Clients ask chains of NÄRA, wide wildcards, hundreds of common words, long phrases, long quotations
and batches of them, drawn with a fixed seed from the words of the index, while one more client asks
for a single word every 50 ms. Prints the time by kind, that of the light client, and the memory as it
goes. --kind asks one kind alone; --clients 1 shows what one such question costs by itself.
"""
import argparse
import collections
import http.client
import json
import pathlib
import random
import sys
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))
from serve_load import words_by_frequency  # noqa: E402
from serving import Server  # noqa: E402

LIGHT_PAUSE = 0.05
MEMORY_PAUSE = 20


def search(query, **more):
    return "GET", "/v1/search?" + urllib.parse.urlencode({"q": query, **more}), None


def post(value):
    return "POST", "/v1/quote", json.dumps(value)


class Questions:
    """The heavy ones, by kind. `common` and `rare` are words of the index."""

    def __init__(self, common, rare, seed):
        self.common, self.rare, self.all = common, rare, common + rare
        self.dice = random.Random(seed)

    def draw(self, words, count):
        return [self.dice.choice(words) for _ in range(count)]

    def near_chain(self):
        near = f" NÄRA/{self.dice.choice((2, 10, 50))} "
        return search(near.join(self.draw(self.common, self.dice.randint(2, 30))))

    def near_pairs(self):
        return search(" ".join("({} NÄRA/20 {})".format(*self.draw(self.common, 2)) for _ in range(30)))

    def wildcards(self):
        begin = self.dice.randint(2, 4)
        return search(" ".join(w[:begin] + "*" for w in self.draw(self.all, self.dice.randint(1, 20))))

    def alternatives(self):
        return search(" ELLER ".join(self.draw(self.all, 500)))

    def phrase(self):
        return search('"' + " ".join(self.draw(self.common, self.dice.randint(2, 6))) + '"')

    def long_phrase(self):
        return search('~"' + " ".join(self.draw(self.all, 200)) + '"')

    def exclusions(self):
        return search(self.common[0] + " " + " ".join("-" + w for w in self.draw(self.common, 60)))

    def headings(self):
        return search(" ".join("rubrik:" + w for w in self.draw(self.common, 40)))

    def any_of_many(self):
        return search(" ".join(self.draw(self.rare, 80)), match="any", limit="200")

    def comparison(self):
        words = " ELLER ".join(self.draw(self.common, 30))
        return "GET", "/v1/compare?" + urllib.parse.urlencode({"q": words}), None

    def trend(self):
        words = " ELLER ".join(self.draw(self.common, 30))
        return "GET", "/v1/trend?" + urllib.parse.urlencode({"q": words}), None

    def quotation(self):
        return post({"quote": " ".join(self.draw(self.all, 400))})

    def long_quotation(self):
        return post({"quote": " ".join(self.draw(self.all, 10_000))})

    def batch(self):
        return post({"quotes": [" ".join(self.draw(self.all, 30)) for _ in range(60)]})


KINDS = [name for name, value in vars(Questions).items() if callable(value) and name[0] != "_"
         and name != "draw"]


class Client:
    def __init__(self, port):
        self.port = port
        self.connection = None

    def ask(self, method, path, body=None):
        """(seconds, status or the name of what went wrong)"""
        started = time.monotonic()
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            headers = {"Content-Type": "application/json"} if body else {}
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            response.read()
            status = response.status
        except (OSError, http.client.HTTPException) as error:
            self.connection = None
            status = type(error).__name__
        return time.monotonic() - started, status


def summary(answers):
    if not answers:
        return "not asked"
    times = sorted(seconds for seconds, _ in answers)
    at = [times[int(len(times) * share)] * 1000 for share in (0.5, 0.99)]
    said = dict(collections.Counter(status for _, status in answers))
    return f"n {len(times):6}  p50 {at[0]:6.0f}  p99 {at[1]:6.0f}  max {times[-1] * 1000:6.0f} ms  {said}"


def run(server, words, options):
    common, rare = words[:100], words[1000:3000]
    answers = collections.defaultdict(list)
    light = []
    left = iter(range(options.requests))
    lock = threading.Lock()
    over = threading.Event()

    def heavy(seed):
        questions = Questions(common, rare, seed)
        client = Client(server.port)
        while True:
            with lock:
                if next(left, None) is None:
                    return
            kind = options.kind or questions.dice.choice(KINDS)
            answer = client.ask(*getattr(questions, kind)())
            with lock:
                answers[kind].append(answer)

    def single():
        client = Client(server.port)
        for number in range(1 << 30):
            if over.wait(LIGHT_PAUSE):
                return
            light.append(client.ask(*search(rare[number % len(rare)])))

    threads = [threading.Thread(target=heavy, args=(seed,)) for seed in range(options.clients)]
    beside = threading.Thread(target=single)
    for thread in [beside, *threads]:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        print(f"{sum(map(len, answers.values()))} answered, {server.resident_mb():.0f} MB", flush=True)
        until = time.monotonic() + MEMORY_PAUSE
        for thread in threads:
            thread.join(max(0, until - time.monotonic()))
    over.set()
    beside.join()
    for kind in sorted(answers):
        print(f"{kind:15} {summary(answers[kind])}")
    print(f"{'a single word':15} {summary(light)}")
    print(f"at the end {server.resident_mb():.0f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ordalag")
    parser.add_argument("index")
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--query-timeout", default="5")
    options = parser.parse_args()
    words = words_by_frequency(options.ordalag, options.index)
    server = Server(options.ordalag, options.index, "--query-timeout", options.query_timeout)
    try:
        run(server, words, options)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
