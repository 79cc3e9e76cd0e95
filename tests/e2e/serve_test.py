#!/usr/bin/env python3
"""`ordalag serve` as programs use it: routes, errors, caching, limits.

usage: serve_test.py ORDALAG ORDALAG_INDEX SAMPLE_CORPUS
"""
import csv
import gzip
import io
import json
import pathlib
import shutil
import tempfile
import unittest
import warnings

warnings.filterwarnings("ignore", category=DeprecationWarning)
import jsonschema  # noqa: E402

from serving import Server, index_sources, quoted, take_arguments  # noqa: E402

ORDALAG, ORDALAG_INDEX, SAMPLE = take_arguments(3)


class Serving(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-serve-"))
        cls.index = cls.folder / "index"
        index_sources(ORDALAG_INDEX, cls.index, SAMPLE)
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.server = Server(ORDALAG, cls.index)
        cls.addClassCleanup(cls.server.stop)
        cls.openapi = cls.server.get_json("/openapi.json")
        cls.resolver = jsonschema.RefResolver("", cls.openapi)
        cls.documents = [d["id"] for d in cls.server.get_json("/v1/sources")["sources"]]

    @classmethod
    def tearDownClass(cls):
        status = cls.server.stop()
        assert status == 0, (status, "".join(cls.server.log))

    def conforms(self, value, schema):
        check = jsonschema.Draft7Validator({"$ref": f"#/components/schemas/{schema}"},
                                           resolver=self.resolver)
        faults = [f"{list(f.absolute_path)}: {f.message[:200]}" for f in check.iter_errors(value)]
        self.assertEqual(faults, [])

    def get(self, path, schema, **options):
        response = self.server.ask(path, **options)
        self.assertEqual(response.status, 200, response.body)
        self.assertEqual(response.headers["Content-Type"], "application/json")
        value = json.loads(response.body)
        self.conforms(value, schema)
        return value

    def problem(self, path, status, code, **options):
        response = self.server.ask(path, **options)
        self.assertEqual(response.status, status, response.body)
        self.assertEqual(response.headers["Content-Type"], "application/problem+json")
        value = json.loads(response.body)
        self.conforms(value, "problem")
        self.assertEqual(value["error"]["code"], code)
        self.assertEqual(value["status"], status)
        return value["error"]


class Routes(Serving):
    def test_every_get_route_answers_what_openapi_says(self):
        passage = self.server.get_json("/v1/search?q=skola&match=any")["hits"][0]["id"]
        arguments = {"q": "skola", "quote": "barn kan gå i skola", "theme": "utbildning",
                     "left": self.documents[0], "right": self.documents[1]}
        seen = 0
        for path, operations in self.openapi["paths"].items():
            operation = operations["get"]
            content = operation["responses"]["200"]["content"]
            if "application/json" not in content:
                continue
            query = "&".join(f"{p['name']}={quoted(arguments[p['name']])}"
                             for p in operation["parameters"]
                             if p["in"] == "query" and (p["required"] or p["name"] == "q"))
            place = path.replace("/passages/{id}", "/passages/" + quoted(passage))
            place = place.replace("/documents/{id}", "/documents/" + quoted(self.documents[0]))
            schema = content["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
            with self.subTest(path=path):
                self.get(place + ("?" + query if query else ""), schema)
            seen += 1
        self.assertGreaterEqual(seen, 8)

    def test_search_takes_the_options_of_the_command_line(self):
        found = self.get("/v1/search?q=skola&limit=2&match=any&all-editions=true&lang=en", "search")
        self.assertEqual(found["limit"], 2)
        self.assertLessEqual(len(found["hits"]), 2)
        narrowed = self.get("/v1/search?q=skola&match=any&limit=100&document=" +
                            quoted(self.documents[0]), "search")
        self.assertEqual({h["document"]["id"] for h in narrowed["hits"]} - {self.documents[0]}, set())

    def test_repeated_parameters_are_alternatives(self):
        one, other = self.documents[:2]
        both = self.get(f"/v1/search?q=vi&match=any&limit=100&all-editions=true&document={quoted(one)}"
                        f"&document={quoted(other)}", "search")
        self.assertLessEqual({h["document"]["id"] for h in both["hits"]}, {one, other})

    def test_a_passage_is_found_by_its_own_link(self):
        for hit in self.server.get_json("/v1/search?q=vi&match=any&limit=5")["hits"]:
            answer = self.get(hit["links"]["self"], "show")
            self.assertEqual(answer["passage"]["id"], hit["id"])
            self.assertEqual(answer["passage"]["text"], hit["text"])

    def test_the_text_of_a_document_is_what_spans_count_in(self):
        hit = self.server.get_json("/v1/search?q=vi&match=any&limit=1")["hits"][0]
        response = self.server.ask("/v1/documents/" + quoted(hit["document"]["id"]) + "/text")
        self.assertEqual(response.headers["Content-Type"], "text/plain; charset=utf-8")
        begin, end = hit["provenance"]["span"]
        self.assertEqual(response.body.decode("utf-8")[begin:end], hit["text"])

    def test_tables_come_as_csv(self):
        response = self.server.ask("/v1/search?q=skola&match=any&format=csv")
        self.assertEqual(response.headers["Content-Type"], "text/csv; charset=utf-8")
        rows = list(csv.DictReader(io.StringIO(response.body.decode("utf-8"))))
        hits = self.server.get_json("/v1/search?q=skola&match=any")["hits"]
        self.assertEqual([r["id"] for r in rows], [h["id"] for h in hits])
        by_accept = self.server.ask("/v1/search?q=skola&match=any", headers={"Accept": "text/csv"})
        self.assertEqual(by_accept.body, response.body)

    def test_lines_of_json_come_one_a_hit(self):
        response = self.server.ask("/v1/search?q=skola&match=any&format=jsonl")
        for line in response.body.decode("utf-8").splitlines():
            self.conforms(json.loads(line), "hit")

    def test_head_is_get_without_a_body(self):
        got = self.server.ask("/v1/parties")
        head = self.server.ask("/v1/parties", method="HEAD")
        self.assertEqual(head.status, 200)
        self.assertEqual(head.body, b"")
        self.assertEqual(head.headers["Content-Length"], str(len(got.body)))

    def test_requests_have_an_id(self):
        self.assertEqual(self.server.ask("/v1/status", headers={"X-Request-Id": "abc-1"})
                         .headers["X-Request-Id"], "abc-1")
        made = self.server.ask("/v1/status", headers={"X-Request-Id": "a b\tc"}).headers["X-Request-Id"]
        self.assertRegex(made, "^[0-9a-f]{16}$")

    def test_the_log_has_no_queries(self):
        self.server.ask("/v1/search?q=hemligheten")
        self.assertFalse(any("hemligheten" in line for line in self.server.log))


class Quotations(Serving):
    JSON = {"Content-Type": "application/json"}

    def setUp(self):
        hit = self.server.get_json("/v1/search?q=vi&match=any&limit=1")["hits"][0]
        self.words = " ".join(hit["text"].split()[:9])

    def post(self, value, schema, **headers):
        body = value if isinstance(value, str) else json.dumps(value)
        return self.get("/v1/quote", schema, method="POST", body=body.encode("utf-8"),
                        headers={**self.JSON, **headers})

    def test_one_by_get_and_by_post_are_answered_alike(self):
        got = self.get("/v1/quote?quote=" + quoted(self.words), "quote")
        posted = self.post({"quote": self.words}, "quote")
        form = self.post("quote=" + quoted(self.words), "quote",
                         **{"Content-Type": "application/x-www-form-urlencoded"})
        for answer in (got, posted, form):
            self.assertEqual(answer["verdict"], "exact")
            answer.pop("took_ms")
        self.assertEqual(got, posted)
        self.assertEqual(got, form)

    def test_many_are_answered_in_order_each_by_itself(self):
        answer = self.post({"quotes": [{"id": "a", "quote": self.words}, {"party": "M"}, "",
                                       self.words + " och en egen fortsättning"]}, "quotes")["quotes"]
        self.assertEqual([a["id"] for a in answer], ["a", "2", "3", "4"])
        self.assertEqual(answer[0]["verdict"], "exact")
        self.assertEqual([a["error"]["code"] for a in answer[1:3]], ["bad_input", "usage"])
        self.assertNotEqual(answer[3]["verdict"], "exact")

    def test_a_table_is_answered_as_a_table(self):
        table = f'id,quote\r\nx,"{self.words}"\r\ny,ett\r\n'
        response = self.server.ask("/v1/quote?format=csv", method="POST", body=table.encode("utf-8"),
                                   headers={"Content-Type": "text/csv"})
        rows = list(csv.DictReader(io.StringIO(response.body.decode("utf-8"))))
        self.assertEqual([r["id"] for r in rows], ["x", "y"])
        self.assertEqual(rows[0]["verdict"], "exact")
        self.assertNotEqual(rows[1]["verdict"], "exact")

    def test_bodies_that_are_no_question_are_refused(self):
        for body, status, code in (("{", 400, "bad_input"), ("[]", 400, "bad_input"),
                                   ('{"quotes":1}', 400, "bad_input"), ("{}", 400, "bad_input"),
                                   ('{"quote":""}', 400, "usage"), ("[" * 100000, 400, "bad_input")):
            self.problem("/v1/quote", status, code, method="POST", body=body, headers=self.JSON)
        self.problem("/v1/quote", 415, "unsupported", method="POST", body="x",
                     headers={"Content-Type": "application/pdf"})
        self.problem("/v1/quote", 400, "usage")

    def test_ten_thousand_at_once_are_too_many(self):
        self.problem("/v1/quote", 413, "too_large", method="POST", headers=self.JSON,
                     body=json.dumps({"quotes": [self.words] * 10000}))


class Errors(Serving):
    def test_a_broken_query_is_named_with_its_column(self):
        error = self.problem("/v1/search?q=" + quoted('skola "öppen'), 400, "bad_query")
        self.assertEqual((error["param"], error["position"]), ("q", 7))

    def test_an_unknown_field_is_an_error(self):
        self.problem("/v1/search?q=" + quoted("partei:M skola"), 400, "bad_query")

    def test_parameters_are_checked(self):
        self.assertEqual(self.problem("/v1/search?q=a&colour=red", 400, "usage")["param"], "colour")
        self.assertEqual(self.problem("/v1/search?q=a&limit=many", 400, "usage")["param"], "limit")
        self.assertEqual(self.problem("/v1/search?q=a&limit=1&limit=2", 400, "usage")["param"], "limit")
        self.assertEqual(self.problem("/v1/search?q=a&q=b", 400, "usage")["param"], "q")
        self.assertEqual(self.problem("/v1/search?q=a&format=xml", 400, "usage")["param"], "format")
        self.assertEqual(self.problem("/v1/search?q=a&lang=de", 400, "usage")["param"], "lang")
        self.assertEqual(self.problem("/v1/search?q=a&all-editions=perhaps", 400, "usage")["param"],
                         "all-editions")
        self.assertEqual(self.problem("/v1/diff?left=x", 400, "usage")["param"], "right")
        self.problem("/v1/search?q=a&batch=/etc/passwd", 400, "usage")

    def test_what_is_no_utf8_is_refused(self):
        for query in ("q=%ff%fe", "q=%zz", "q=%e5", "q=a%00b", "%ff=1", "q=skola&party=%c3"):
            self.problem("/v1/search?" + query, 400, "bad_request")

    def test_what_is_not_there_is_404(self):
        self.problem("/v1/nothing", 404, "not_found")
        here = quoted(self.documents[0])
        for left, right, wrong in (("none", here, "left"), (here, "none", "right")):
            path = f"/v1/diff?left={left}&right={right}"
            self.assertEqual(self.problem(path, 404, "not_found")["param"], wrong)
        self.problem("/v1/passages/none%231", 404, "not_found")
        self.problem("/v1/documents/none", 404, "not_found")
        self.problem("/v1/documents/none/text", 404, "not_found")

    def test_paths_do_not_climb(self):
        for path in ("/../../etc/passwd", "/v1/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                     "/v1/documents/..%2f..%2fetc%2fpasswd", "/static/..%2f..%2fetc/passwd"):
            response = self.server.ask(path)
            self.assertIn(response.status, (400, 404), path)
            self.assertNotIn(b"root:", response.body)

    def test_methods_are_named(self):
        response = self.server.ask("/v1/search?q=a", method="DELETE")
        self.assertEqual((response.status, response.headers["Allow"]), (405, "GET, HEAD"))
        self.problem("/v1/search?q=a", 405, "method_not_allowed", method="POST", body="x")

    def test_markup_in_a_query_stays_text(self):
        response = self.server.ask("/v1/search?q=" + quoted("<script>alert(1)</script>"))
        self.assertEqual(response.headers["Content-Type"], "application/json")
        self.assertEqual(response.headers["X-Content-Type-Options"], "nosniff")


class Caching(Serving):
    def test_the_same_revision_is_not_sent_twice(self):
        first = self.server.ask("/v1/search?q=skola")
        tag = first.headers["ETag"]
        again = self.server.ask("/v1/search?q=skola", headers={"If-None-Match": f'"x", {tag}'})
        self.assertEqual((again.status, again.body, again.headers["ETag"]), (304, b"", tag))
        other = self.server.ask("/v1/search?q=skola", headers={"If-None-Match": '"x"'})
        self.assertEqual(other.status, 200)

    def test_formats_have_tags_of_their_own(self):
        tag = self.server.ask("/v1/search?q=skola").headers["ETag"]
        response = self.server.ask("/v1/search?q=skola",
                                   headers={"If-None-Match": tag, "Accept": "text/csv"})
        self.assertEqual(response.status, 200)

    def test_a_new_revision_has_a_new_tag(self):
        tag = self.server.ask("/v1/status").headers["ETag"]
        more = self.folder / "more"
        more.mkdir()
        (more / "ny.md").write_text("# Nytt\n\nEn helt ny tanke om cykelbanor.\n", encoding="utf-8")
        index_sources(ORDALAG_INDEX, self.index, more)
        response = self.server.ask("/v1/status", headers={"If-None-Match": tag})
        self.assertEqual(response.status, 200)
        self.assertEqual(self.server.get_json("/v1/search?q=" + quoted('"helt ny tanke"'))["total"]["value"], 1)

    def test_gzip_is_sent_to_who_takes_it(self):
        plain = self.server.ask("/v1/sources")
        small = self.server.ask("/v1/sources", headers={"Accept-Encoding": "br, gzip;q=0.5"})
        self.assertEqual(small.headers["Content-Encoding"], "gzip")
        self.assertIn("Accept-Encoding", ", ".join(small.headers.get_all("Vary")))
        self.assertEqual(gzip.decompress(small.body), plain.body)
        self.assertLess(len(small.body) * 2, len(plain.body))
        for refusal in ("identity", "gzip;q=0", "br", "*;q=0"):
            response = self.server.ask("/v1/sources", headers={"Accept-Encoding": refusal})
            self.assertNotIn("Content-Encoding", response.headers)


class Monitoring(Serving):
    def test_health_and_readiness(self):
        self.assertEqual(self.server.get_json("/healthz"), {"status": "ok"})
        ready = self.server.get_json("/readyz")
        self.assertEqual((ready["status"], ready["revision"]), ("ready", 1))

    def kept_answers(self, server):
        text = server.ask("/metrics").body.decode("utf-8")
        return float(next(line.split()[1] for line in text.splitlines()
                          if line.startswith("ordalag_kept_answers_total")))

    def test_the_same_question_is_answered_once(self):
        path = "/v1/search?q=skola+omsorg&limit=3"
        first = self.server.ask(path)
        before = self.kept_answers(self.server)
        again = self.server.ask(path)
        self.assertEqual(again.body, first.body)  # the time it took, too
        self.assertEqual(again.headers["ETag"], first.headers["ETag"])
        self.assertEqual(self.kept_answers(self.server), before + 1)
        other = self.server.ask(path, headers={"Accept": "text/csv"})
        self.assertNotEqual(other.body, first.body)
        self.server.ask("/v1/search?q=%22")
        self.server.ask("/v1/search?q=%22")
        self.assertEqual(self.kept_answers(self.server), before + 1)

    def test_no_answer_is_kept_where_none_may_be(self):
        server = Server(ORDALAG, self.index, "--cache", "0")
        try:
            for _ in range(2):
                server.ask("/v1/search?q=skola")
            self.assertEqual(self.kept_answers(server), 0)
        finally:
            server.stop()

    def test_metrics_count_by_route(self):
        self.server.ask("/v1/search?q=skola")
        self.server.ask("/v1/nothing/at/all")
        text = self.server.ask("/metrics").body.decode("utf-8")
        self.assertRegex(text, r'ordalag_http_requests_total\{route="/v1/search",status="200"\} [1-9]')
        self.assertRegex(text, r'ordalag_http_requests_total\{route="unknown",status="404"\} [1-9]')
        self.assertRegex(text, r'ordalag_http_request_seconds_bucket\{route="/v1/search",le="0.005"\}')
        self.assertIn("ordalag_index_revision 1\n", text)
        self.assertNotIn("at/all", text)


if __name__ == "__main__":
    unittest.main()
