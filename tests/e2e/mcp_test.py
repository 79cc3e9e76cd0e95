#!/usr/bin/env python3
"""`ordalag mcp` as a client of either era of the protocol speaks to it.

usage: mcp_test.py ORDALAG ORDALAG_INDEX SAMPLE_CORPUS
"""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from serving import index_sources, take_arguments

ORDALAG, ORDALAG_INDEX, SAMPLE = take_arguments(3)
META = {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientInfo": {"name": "t", "version": "1"},
        "io.modelcontextprotocol/clientCapabilities": {}}


def size_on_the_wire(answer):
    """Bytes of an answer as the server writes it: no blank between its members."""
    return len(json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode())


class Mcp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-mcp-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.index = cls.folder / "index"
        index_sources(ORDALAG_INDEX, cls.index, SAMPLE)

    def setUp(self):
        self.process = subprocess.Popen([ORDALAG, "mcp", "-d", str(self.index)], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(self.end)
        self.last = 0

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.assertEqual(self.process.wait(timeout=30), 0)

    def send(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def receive(self):
        return json.loads(self.process.stdout.readline())

    def ask(self, method, params=None):
        self.last += 1
        message = {"jsonrpc": "2.0", "id": self.last, "method": method}
        if params is not None:
            message["params"] = params
        self.send(json.dumps(message))
        answer = self.receive()
        self.assertEqual((answer["jsonrpc"], answer["id"]), ("2.0", self.last))
        return answer

    def call(self, tool, **arguments):
        result = self.ask("tools/call", {"name": tool, "arguments": arguments})["result"]
        if not result["isError"]:
            self.assertEqual(json.loads(result["content"][0]["text"]), result["structuredContent"])
        return result

    def good(self, tool, **arguments):
        result = self.call(tool, **arguments)
        self.assertFalse(result["isError"], result)
        return result["structuredContent"]

    def test_a_session_begins_with_the_version_that_the_client_speaks(self):
        for version in ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"):
            result = self.ask("initialize", {"protocolVersion": version, "capabilities": {},
                                             "clientInfo": {"name": "t", "version": "1"}})["result"]
            self.assertEqual(result["protocolVersion"], version)
            self.assertIn("tools", result["capabilities"])
        newer = self.ask("initialize", {"protocolVersion": "2099-01-01"})["result"]
        self.assertEqual(newer["protocolVersion"], "2025-11-25")
        self.send(json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}))
        self.assertEqual(self.ask("ping")["result"], {})

    def test_without_a_session_every_request_says_its_version(self):
        found = self.ask("server/discover", {"_meta": META})["result"]
        self.assertEqual(found["supportedVersions"], ["2026-07-28"])
        self.assertEqual(found["resultType"], "complete")
        listed = self.ask("tools/list", {"_meta": META})["result"]
        self.assertIn("io.modelcontextprotocol/serverInfo", listed["_meta"])
        self.assertGreater(listed["ttlMs"], 0)
        other = dict(META, **{"io.modelcontextprotocol/protocolVersion": "2030-01-01"})
        error = self.ask("tools/list", {"_meta": other})["error"]
        self.assertEqual((error["code"], error["data"]["supported"]), (-32022, ["2026-07-28"]))
        self.assertEqual(self.ask("initialize", {"_meta": META})["error"]["code"], -32601)

    def test_the_tools_say_what_they_take(self):
        tools = {t["name"]: t for t in self.ask("tools/list")["result"]["tools"]}
        self.assertLessEqual({"search_passages", "check_quote", "get_passage", "compare_parties",
                              "list_sources"},
                             set(tools))
        for tool in tools.values():
            self.assertEqual(tool["inputSchema"]["type"], "object")
            self.assertTrue(tool["annotations"]["readOnlyHint"])
            self.assertNotIn("batch", tool["inputSchema"]["properties"])

    def test_a_search_leads_to_a_passage_and_a_proven_quotation(self):
        found = self.good("search_passages", query="skola", match="any", limit=5)
        hit = max(found["hits"], key=lambda h: len(h["text"]))
        passage = self.good("get_passage", id=hit["id"], context=1)["passage"]
        self.assertEqual(passage["text"], hit["text"])
        words = " ".join(hit["text"].split()[:8])
        self.assertEqual(self.good("check_quote", quote=words)["verdict"], "exact")

    def test_answers_are_cut_to_the_size_that_is_asked_for(self):
        whole = self.good("search_passages", query="vi", match="any", limit=40, max_tokens=200000)
        small = self.good("search_passages", query="vi", match="any", limit=40, max_tokens=3000)
        self.assertTrue(small["truncated"])
        self.assertLessEqual(size_on_the_wire(small), 3 * 3000)
        self.assertTrue(small["hits"])
        ids = []
        cursor = None
        while len(ids) < 40:
            more = {"cursor": cursor} if cursor else {}
            part = self.good("search_passages", query="vi", match="any", limit=40, max_tokens=3000,
                             **more)
            ids += [h["id"] for h in part["hits"]]
            cursor = part["cursor"]
            if cursor is None:
                break
        self.assertEqual(ids[:40], [h["id"] for h in whole["hits"]])
        by_default = self.good("search_passages", query="vi", match="any", limit=50)
        self.assertTrue(by_default["truncated"])
        self.assertLessEqual(size_on_the_wire(by_default), 3 * 7000)

    def test_a_list_is_read_to_its_end_by_its_cursor(self):
        whole = [s["id"] for s in self.good("list_sources", max_tokens=200000)["sources"]]
        ids = []
        cursor = None
        for _ in whole:
            part = self.good("list_sources", max_tokens=2000, **({"cursor": cursor} if cursor else {}))
            ids += [s["id"] for s in part["sources"]]
            cursor = part["cursor"]
            if cursor is None:
                break
        self.assertEqual(ids, whole)

    def test_a_comparison_is_cut_evenly(self):
        whole = self.good("compare_parties", query="skola", limit=5, max_tokens=200000)
        small = self.good("compare_parties", query="skola", limit=5, max_tokens=6000)
        self.assertTrue(small["truncated"])
        self.assertEqual([s["value"] for s in small["groups"]], [s["value"] for s in whole["groups"]])
        self.assertEqual(len({len(s["hits"]) for s in small["groups"] if s["hits"]} - {1, 2}), 0)

    def test_a_comparison_is_read_on_in_turn(self):
        whole = self.good("compare_parties", query="skola", limit=6, max_tokens=200000)
        wanted = {s["value"]: [h["id"] for h in s["hits"]] for s in whole["groups"]}
        found = {value: [] for value in wanted}
        cursor = None
        while True:
            more = {"cursor": cursor} if cursor else {}
            part = self.good("compare_parties", query="skola", limit=6, max_tokens=5000, **more)
            for side in part["groups"]:
                found[side["value"]] += [h["id"] for h in side["hits"]]
            cursor = part["cursor"]
            if cursor is None:
                break
        self.assertEqual(found, wanted)

    def test_the_smallest_answer_holds_something_and_what_it_says_of_places_is_in_it(self):
        ids, cursor = [], None
        while len(ids) < 12:
            more = {"cursor": cursor} if cursor else {}
            part = self.good("search_passages", query="skola", match="any", max_tokens=1000, **more)
            self.assertEqual(len(part["hits"]), 1)
            hit = part["hits"][0]
            for mark in hit["snippet"]["highlights"]:
                self.assertLessEqual(mark["end"], len(hit["snippet"]["text"]))
            for theme in hit["themes"]:
                for evidence in theme["evidence"]:
                    self.assertLessEqual(evidence["end"], len(hit["text"]))
            ids.append(hit["id"])
            cursor = part["cursor"]
        whole = self.good("search_passages", query="skola", match="any", limit=12,
                          max_tokens=200000)
        self.assertEqual(ids, [h["id"] for h in whole["hits"]])

    def test_a_query_may_be_called_as_over_http(self):
        self.assertEqual(self.good("search_passages", q="skola")["query"]["raw"], "skola")
        error = json.loads(self.call("search_passages", query='"öppen')["content"][0]["text"])
        self.assertEqual(error["error"]["param"], "query")

    def test_wrong_arguments_are_errors_of_the_tool(self):
        for tool, arguments, code in (
                ("search_passages", {"query": 'skola "öppen'}, "bad_query"),
                ("search_passages", {"query": "skola", "colour": "red"}, "usage"),
                ("search_passages", {"query": "skola", "max_tokens": 1}, "usage"),
                ("search_passages", {"query": "skola", "cursor": "r99-5"}, "usage"),
                ("search_passages", {"query": ["a"]}, "usage"),
                ("search_passages", {"query": "a", "batch": "/etc/passwd"}, "usage"),
                ("check_quote", {}, "usage"), ("get_passage", {"id": "none#1"}, "not_found")):
            result = self.call(tool, **arguments)
            self.assertTrue(result["isError"])
            self.assertNotIn("structuredContent", result)
            self.assertEqual(json.loads(result["content"][0]["text"])["error"]["code"], code)
        self.assertEqual(self.ask("tools/call", {"name": "rm"})["error"]["code"], -32602)

    def test_what_is_no_message_is_refused_and_the_next_one_answered(self):
        for line, code in (("{", -32700), ("[]", -32600), ("5", -32600), ('{"id":1}', -32600),
                           ("[" * 5000, -32700), ('"' + "a" * (2 << 20) + '"', -32600),
                           ('{"jsonrpc":"2.0","id":{},"method":"ping"}', -32600)):
            self.send(line)
            self.assertEqual(self.receive()["error"]["code"], code, line[:20])
        self.send("")
        self.send('{"jsonrpc":"2.0","id":1,"result":{}}')
        self.assertEqual(self.ask("resources/list")["error"]["code"], -32601)
        self.assertEqual(self.ask("ping")["result"], {})


if __name__ == "__main__":
    unittest.main()
