#!/usr/bin/env python3
"""`ordalag serve` against clients that misbehave, and while the index changes under it.

usage: serve_limits_test.py ORDALAG ORDALAG_INDEX SAMPLE_CORPUS
$ORDALAG_REVISIONS: how many revisions are published under load (default 12).
"""
import gzip
import json
import os
import pathlib
import shutil
import signal
import socket
import tempfile
import threading
import time
import unittest

from serving import Server, allow_connections, index_sources, quoted, take_arguments

ORDALAG, ORDALAG_INDEX, SAMPLE = take_arguments(3)
REVISIONS = int(os.environ.get("ORDALAG_REVISIONS", "12"))
GET = b"GET /v1/status HTTP/1.1\r\nHost: x\r\n"


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


class WithFolder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-limits-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.index = self.folder / "index"

    def start(self, *arguments, **options):
        server = Server(ORDALAG, self.index, *arguments, **options)
        self.addCleanup(server.stop)
        return server


class Abuse(WithFolder):
    def setUp(self):
        super().setUp()
        index_sources(ORDALAG_INDEX, self.index, SAMPLE)

    def test_silent_and_slow_clients_are_cut_and_others_served(self):
        silent = allow_connections(1000)
        server = self.start("--max-connections", "1500")
        idle = [server.connect() for _ in range(silent)]
        half = [server.connect() for _ in range(40)]
        for connection in half:
            connection.sendall(b"GET /v1/status HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        dripped = server.connect()
        dripped.sendall(b"GET /v1/status HTTP/1.1\r\n")
        started = time.monotonic()
        cut = None
        while cut is None and time.monotonic() - started < 120:
            self.assertEqual(server.ask("/v1/search?q=skola").status, 200)
            try:
                dripped.sendall(b"x")
                dripped.settimeout(0.5)
                if dripped.recv(10) == b"":
                    cut = time.monotonic() - started
            except socket.timeout:
                pass
            except OSError:
                cut = time.monotonic() - started
        self.assertIsNotNone(cut, "a request that comes a byte at a time has an end")
        for connection in half:
            connection.settimeout(60)
            self.assertEqual(connection.recv(1), b"", "half a request is cut")
        self.assertLess(server.resident_mb(), 400)
        for connection in [*idle, *half, dripped]:
            connection.close()

    def test_a_full_house_lets_the_longest_silent_go(self):
        server = self.start("--max-connections", "20")
        crowd = [server.connect() for _ in range(60)]
        self.assertEqual(server.ask("/v1/status").status, 200)
        for connection in crowd:
            connection.close()

    def test_what_is_too_large_is_refused(self):
        server = self.start()
        # A client that goes on sending may find the connection cut before it reads the answer.
        self.assertIn(status_of(server.raw(GET + b"X-Long: " + b"a" * (64 << 20))), (431, None))
        self.assertEqual(status_of(server.raw(GET + b"X-Long: " + b"a" * (1 << 20))), 431)
        self.assertEqual(status_of(server.raw(b"GET /v1/search?q=" + b"a" * (10 << 20) +
                                              b" HTTP/1.1\r\nHost: x\r\n\r\n")), 431)
        self.assertEqual(status_of(server.raw(b"POST /v1/status HTTP/1.1\r\nHost: x\r\nContent-Length: "
                                              b"10485760\r\n\r\n" + b"a" * 10485760)), 413)
        self.assertEqual(server.ask("/v1/search?q=a&limit=100000").status, 400)
        self.assertLess(server.resident_mb(), 400)

    def test_ambiguous_requests_are_refused(self):
        server = self.start()
        for request in (
                b"POST /v1/status HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                b"POST /v1/status HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
                b"POST /v1/status HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\naa\r\n0\r\n\r\n",
                b"GET /v1/status HTTP/1.1\r\n\r\n",
                GET + b"Host: y\r\n\r\n",
                b"GET /v1/status HTTP/1.1\r\nHost: a/b?c\r\n\r\n",
                b"GET v1/status HTTP/1.1\r\nHost: x\r\n\r\n",
                b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
                b"nonsense\r\n\r\n"):
            self.assertEqual(status_of(server.raw(request)), 400, request[:60])
        self.assertEqual(server.ask("/v1/status").status, 200)

    def test_a_body_whose_end_cannot_be_told_is_no_second_request(self):
        server = self.start()
        hidden = b"0\r\n\r\n" + GET + b"Connection: close\r\n\r\n"
        for coding in (b"identity", b"xchunked", b"gzip, chunked", b"chunked, chunked",
                       b"chunked, identity", b"chunked\r\nTransfer-Encoding: identity"):
            answer = server.raw(GET + b"Transfer-Encoding: " + coding + b"\r\n\r\n" + hidden)
            self.assertEqual((status_of(answer), answer.count(b"HTTP/1.1 ")), (400, 1), coding)
        old = GET.replace(b"HTTP/1.1", b"HTTP/1.0") + b"Transfer-Encoding: chunked\r\n\r\n"
        self.assertTrue(server.raw(old + hidden).startswith(b"HTTP/1.0 400 "))
        told = server.raw(GET + b"Transfer-Encoding: Chunked\r\n\r\n" + hidden)
        self.assertEqual(told.count(b"HTTP/1.1 200"), 2)

    def test_what_nobody_reads_takes_no_memory(self):
        server = self.start()
        start = server.resident_mb()
        for endless in (b"5;" + b"x" * (1 << 20), b"0" * (1 << 20),
                        b"5\r\nhello\r\n0\r\n" + b"X-Trailer: x\r\n" * 60000):
            with server.connect() as connection:
                try:
                    connection.sendall(GET + b"Transfer-Encoding: chunked\r\n\r\n" + endless)
                    for _ in range(60):
                        connection.sendall(b"x" * (1 << 20))
                except ConnectionError:
                    pass  # cut, as it should be
        self.assertLess(server.resident_mb() - start, 30)

    def test_each_address_takes_its_own_methods(self):
        server = self.start()
        for path, allowed in (("/", "GET, HEAD"), ("/quote", "GET, HEAD, POST"),
                              ("/quote/answers.csv", "POST"), ("/healthz", "GET, HEAD"),
                              ("/metrics", "GET, HEAD"), ("/openapi.json", "GET, HEAD"),
                              ("/opensearch.xml", "GET, HEAD"), ("/v1/status", "GET, HEAD"),
                              ("/v1/quote", "GET, HEAD, POST")):
            for method in ("DELETE", "OPTIONS", "get"):
                response = server.ask(path, method=method)
                self.assertEqual((response.status, response.headers["Allow"]), (405, allowed), path)
                self.assertEqual(json.loads(response.body)["error"]["code"], "method_not_allowed")
        self.assertEqual(server.ask("/nowhere", method="DELETE").status, 404)

    def test_bodies_are_read_as_they_are_said_to_be(self):
        server = self.start()
        headers = {"Content-Type": "application/json"}
        packed = gzip.compress(b'{"quote":"' + b"ord " * 1000000 + b'"}')
        response = server.ask("/v1/quote", "POST", packed, headers | {"Content-Encoding": "gzip"})
        self.assertEqual(response.status, 415)
        for body, status in ((b'\xef\xbb\xbf{"quote":"vi bygger en brygga"}', 200),
                             (b"[" * 100000, 400), (b'{"quote":"\\ud800 ord"}', 400),
                             (b'{"quote":"en sak","quotes":["en annan"]}', 400)):
            response = server.ask("/v1/quote", "POST", body, headers)
            self.assertEqual(response.status, status, body[:40])

    def test_nothing_waits_when_all_is_answered(self):
        server = self.start("--workers", "1")
        threads = [threading.Thread(target=server.ask, args=("/v1/search?q=skola",))
                   for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertIn(b"ordalag_http_waiting 0", server.ask("/metrics").body)

    def test_requests_one_after_the_other_share_a_connection(self):
        server = self.start()
        answer = server.raw((GET + b"\r\n") * 3 + GET + b"Connection: close\r\n\r\n")
        self.assertEqual(answer.count(b"HTTP/1.1 200 OK"), 4)

    def test_costly_queries_are_bounded(self):
        server = self.start()
        many = " OR ".join(f"ord{i}*" for i in range(1500))
        for query in ("a*", "NOT a", "(" * 3000, '"' + "och " * 3000 + '"', many[:14000],
                      "och " * 2500, "att och " * 600, "år:1900..1999 " * 700):
            asked = time.monotonic()
            response = server.ask("/v1/search?q=" + quoted(query)[:15000].rsplit("%", 1)[0])
            self.assertIn(response.status, (200, 400), query[:20])
            self.assertLess(time.monotonic() - asked, 25)

    def test_a_client_that_asks_too_often_is_told_when_to_ask_again(self):
        server = self.start("--rate", "2")
        answers = [server.ask("/v1/status") for _ in range(14)]
        refused = [a for a in answers if a.status == 429]
        self.assertTrue(refused and answers[0].status == 200)
        self.assertGreaterEqual(int(refused[0].headers["Retry-After"]), 1)
        self.assertEqual(server.ask("/healthz").status, 200)

    def test_more_than_can_wait_is_told_to_come_again(self):
        server = self.start("--workers", "1", "--queue", "1", "--cache", "0")
        seen = []
        ends = time.monotonic() + 60

        def ask():
            while time.monotonic() < ends and not any(r.status == 503 for r in seen):
                seen.append(server.ask("/v1/search?q=skola&match=any&limit=200"))

        threads = [threading.Thread(target=ask) for _ in range(24)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertLessEqual({r.status for r in seen}, {200, 503})
        busy = [r for r in seen if r.status == 503]
        self.assertTrue(busy)
        self.assertIn("Retry-After", busy[0].headers)
        self.assertEqual(json.loads(busy[0].body)["error"]["code"], "busy")


class Doors(WithFolder):
    def setUp(self):
        super().setUp()
        index_sources(ORDALAG_INDEX, self.index, SAMPLE)

    def test_a_token_is_asked_for(self):
        token = "0123456789abcdef0123456789abcdef"
        (self.folder / "token").write_text(token + "\n")
        server = self.start("--token-file", str(self.folder / "token"))
        refused = server.ask("/v1/status")
        self.assertEqual((refused.status, refused.headers["WWW-Authenticate"][:6]), (401, "Bearer"))
        self.assertEqual(server.ask("/metrics").status, 401)
        self.assertEqual(server.ask("/healthz").status, 200)
        for wrong in (token[:-1], token + "0", "", token.upper()):
            response = server.ask("/v1/status", headers={"Authorization": "Bearer " + wrong})
            self.assertEqual(response.status, 401)
        right = server.ask("/v1/status", headers={"Authorization": "Bearer " + token})
        self.assertEqual(right.status, 200)

    def test_a_unix_socket_is_made_and_removed(self):
        # The path of a socket has 107 bytes at most: too few for some temporary folders.
        folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-", dir="/tmp"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        path = folder / "s.sock"
        for how in (signal.SIGKILL, signal.SIGTERM):  # what a killed server leaves is replaced
            server = self.start(listen=f"unix:{path}")
            with socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(path))
                connection.sendall(GET + b"Connection: close\r\n\r\n")
                self.assertEqual(status_of(connection.recv(65536)), 200)
            server.stop(how)
        self.assertFalse(path.exists())

    def test_systemd_hands_over_its_socket(self):
        listening = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listening.close)

        # LISTEN_PID must be that of the server itself: set between fork and exec by a shell.
        listening_fd = listening.fileno()
        os.set_inheritable(listening_fd, True)
        wrapper = self.folder / "activated"
        wrapper.write_text(f'#!/bin/sh\nexec 3<&{listening_fd}\n'
                           f'LISTEN_FDS=1 LISTEN_PID=$$ exec "{ORDALAG}" "$@"\n')
        wrapper.chmod(0o755)
        server = Server(str(wrapper), self.index, listen="systemd", pass_fds=(listening_fd,))
        self.addCleanup(server.stop)
        self.assertEqual(server.port, listening.getsockname()[1])
        self.assertEqual(server.ask("/v1/status").status, 200)

    def test_an_open_door_is_warned_of(self):
        server = self.start(listen="0.0.0.0:0")
        self.assertTrue(any("warning" in line for line in server.log))
        self.assertFalse(any("warning" in line for line in self.start().log))

    def test_it_stops_gracefully(self):
        server = self.start()
        waiting = server.connect()
        waiting.sendall(GET + b"\r\n")
        self.assertEqual(status_of(waiting.recv(65536)), 200)
        started = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - started, 9, "an idle connection does not hold it")
        waiting.close()


class Revisions(WithFolder):
    """Each revision holds texts that say its number: an answer of two revisions would show."""

    PASSAGES = 30

    def publish(self, revision):
        sources = self.folder / "sources"
        sources.mkdir(exist_ok=True)
        for number in range(3):
            lines = [f"Paragraf {i} i text {number} handlar om bryggor och utgåva {revision}.\n"
                     for i in range(self.PASSAGES // 3)]
            (sources / f"text-{number}.md").write_text("# Bryggor\n\n" + "\n".join(lines),
                                                       encoding="utf-8")
        index_sources(ORDALAG_INDEX, self.index, sources)

    def test_revisions_change_under_load_without_a_failure(self):
        self.publish(1)
        server = self.start()
        stop = threading.Event()
        faults = []
        answered = [0]

        def ask():
            while not stop.is_set():
                try:
                    found = server.get_json("/v1/search?q=bryggor&limit=50&all-editions=true")
                    revision = found["index"]["revision"]
                    texts = [h["text"] for h in found["hits"] if h["kind"] == "paragraph"]
                    mixed = [t for t in texts if not t.endswith(f" {revision}.")]
                    if mixed or len(texts) != self.PASSAGES:
                        faults.append((revision, len(texts), mixed[:2]))
                    shown = server.ask(found["hits"][0]["links"]["self"])
                    if shown.status not in (200, 404):  # 404: the passage left with its revision
                        faults.append(shown.status)
                    answered[0] += 1
                except Exception as error:  # a failed request is what is looked for
                    faults.append(repr(error))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for revision in range(2, REVISIONS + 1):
            self.publish(revision)
        last = server.get_json("/v1/status")["index"]["revision"]
        stop.set()
        for thread in threads:
            thread.join()
        self.assertEqual(faults, [])
        self.assertEqual(last, REVISIONS, "a new revision is served at once")
        self.assertGreater(answered[0], REVISIONS)


if __name__ == "__main__":
    unittest.main()
