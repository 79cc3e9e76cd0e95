#!/usr/bin/env python3
"""The web page as it leaves the server: what stands on it, that it works without scripts, and that
nothing from outside becomes markup.

usage: page_test.py ORDALAG ORDALAG_INDEX SAMPLE_CORPUS
"""
import html.parser
import pathlib
import shutil
import tempfile
import unittest
import urllib.parse

from serving import Server, index_sources, quoted, take_arguments

ORDALAG, ORDALAG_INDEX, SAMPLE = take_arguments(3)
VOID = {"meta", "link", "input", "br", "hr", "img"}
EVIL = "<img src=x onerror=alert(1)>\"'&"


class Markup(html.parser.HTMLParser):
    """Elements with their attributes; checks that they are nested."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self.faults, self.stack = [], [], [], []
        self.feed(text)
        if self.stack:
            self.faults.append(f"not closed: {self.stack}")

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(f"</{tag}> out of place")

    def handle_data(self, data):
        self.texts.append(data)

    def all(self, tag, **wanted):
        return [a for t, a in self.elements
                if t == tag and all(a.get(k.rstrip("_")) == v for k, v in wanted.items())]

    def text(self):
        return " ".join("".join(self.texts).split())


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordalag-page-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        (cls.folder / "evil.md").write_text(
            f"# Rubrik {EVIL}\n\nEtt stycke om papegojor och {EVIL} mitt i texten.\n", encoding="utf-8")
        index_sources(ORDALAG_INDEX, cls.folder / "index", SAMPLE, cls.folder / "evil.md")
        cls.server = Server(ORDALAG, cls.folder / "index")
        cls.addClassCleanup(cls.server.stop)

    def page(self, path, status=200, **options):
        options.setdefault("headers", {"Accept-Language": "sv"})
        response = self.server.ask(path, **options)
        self.assertEqual(response.status, status, response.body[:300])
        self.assertEqual(response.headers["Content-Type"], "text/html; charset=utf-8")
        policy = response.headers["Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)
        text = response.body.decode("utf-8")
        markup = Markup(text)
        self.assertEqual(markup.faults, [])
        for tag, attributes in markup.elements:
            self.assertNotIn("style", attributes, tag)
            self.assertFalse([a for a in attributes if a.startswith("on")], (tag, attributes))
        self.assertEqual(markup.all("style"), [])
        for script in markup.all("script"):
            self.assertTrue(script["src"].startswith("/static/"))
        self.assertEqual(len(markup.all("h1")), 1)
        return markup

    def form(self, path, **fields):
        return self.page(path, method="POST", body=urllib.parse.urlencode(fields),
                         headers={"Content-Type": "application/x-www-form-urlencoded",
                                  "Accept-Language": "sv"})

    def hits(self, query, **options):
        return self.server.get_json("/v1/search?match=any&q=" + quoted(query))["hits"]

    def test_the_front_has_a_field_and_no_results(self):
        page = self.page("/")
        self.assertEqual(page.all("html")[0]["lang"], "sv")
        self.assertTrue(page.all("input", name="q"))
        self.assertEqual(page.all("article"), [])

    def test_hits_show_what_the_interface_gives(self):
        page = self.page("/?q=skola&match=any")
        hits = self.hits("skola")
        self.assertEqual(len(page.all("article")), len(hits))
        for hit in hits:
            self.assertIn(" ".join(hit["cite"].split()), page.text())
            self.assertTrue(page.all("a", href="/passages/" + quoted(hit["id"]) + "#passage"))
        marks = {m["class"] for m in page.all("mark")}
        self.assertLessEqual(marks, {"exact", "inflected", "compound", "synonym"})
        self.assertTrue(marks)

    def test_a_facet_narrows_and_can_be_taken_away(self):
        first = self.server.get_json("/v1/search?q=skola&match=any")["facets"]["party"][0]
        page = self.page("/?q=skola&match=any")
        link = next(a["href"] for a in page.all("a") if a.get("data-party") == first["value"])
        narrowed = self.page(link)
        self.assertIn(f"{first['count']} träff", narrowed.text())
        chosen = next(a for a in narrowed.all("a") if a.get("data-party") == first["value"])
        self.assertEqual(chosen["aria-current"], "true")
        self.assertNotIn("party=", chosen["href"])

    def test_no_hit_says_what_was_searched_and_proposes_a_word(self):
        page = self.page("/?q=skolxa")
        self.assertIn("Inga träffar", page.text())
        self.assertIn("skolxa", page.text())
        self.assertIn("dokument, med alla böjningar", page.text())

    def test_a_wrong_query_is_explained_on_the_page(self):
        page = self.page("/?q=" + quoted('skola "öppen'), status=400)
        self.assertIn("tecken 7", page.text())
        self.assertTrue(page.all("input", name="q", value='skola "öppen'))

    def test_a_passage_stands_marked_in_its_document(self):
        hit = max(self.hits("vi"), key=lambda h: len(h["text"]))
        page = self.page("/passages/" + quoted(hit["id"]))
        self.assertEqual(len([a for _, a in page.elements if a.get("id") == "passage"]), 1)
        self.assertIn(" ".join(hit["text"].split()), page.text())
        whole = self.page("/documents/" + quoted(hit["document"]["id"]))
        self.assertFalse([a for _, a in whole.elements if a.get("id") == "passage"])
        self.page("/passages/none%231", status=404)
        self.page("/documents/none", status=404)

    def test_a_quotation_is_judged_without_scripts(self):
        words = max((h["text"] for h in self.hits("vi")), key=len).split()[:12]
        page = self.form("/quote", quote=" ".join(words))
        self.assertIn("Ordagrant", page.text())
        words[4] = "papegojor"
        changed = self.form("/quote", quote=" ".join(words))
        self.assertIn("Ändrat", changed.text())
        self.assertTrue(changed.all("del") and changed.all("ins"))
        self.assertIn("Hittas inte", self.form("/quote", quote="kvantmekanisk ostkaka på Mars").text())
        self.page("/quote", status=400, method="POST", body="quote=+",
                  headers={"Content-Type": "application/x-www-form-urlencoded"})

    def test_a_wrong_origin_is_named_with_whom_the_words_do_stand(self):
        words = "Ingen ska behöva sova utomhus mot sin vilja"
        page = self.form("/quote", quote=words, party="M")
        self.assertIn("Angiven avsändare: Moderaterna; den stämmer inte", page.text())
        self.assertIn("Orden står hos: Klimatalternativet; Grannskapspartiet", page.text())
        self.assertIn(words + ". Bostad först", page.text())

    def test_kinds_of_documents_have_their_swedish_names(self):
        self.assertIn("överenskommelse", self.page("/?q=bostad").text())
        self.assertIn("agreement", self.page("/?q=bostad&lang=en").text())
        self.assertIn("överenskommelse", self.page("/sources").text())

    def test_a_table_of_quotations_is_judged_without_scripts(self):
        words = max((h["text"] for h in self.hits("vi")), key=len).split()[:12]
        table = 'id,quote\na,"' + " ".join(words) + '"\nb,kvantmekanisk ostkaka\n'
        page = self.form("/quote", table=table)
        self.assertIn("2 citat", page.text())
        verdicts = [a["class"] for a in page.all("td") if "verdict-word" in a.get("class", "")]
        self.assertEqual(verdicts, ["verdict-word exact", "verdict-word not_found"])
        body = urllib.parse.urlencode({"table": table}).encode()
        sent = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = self.server.ask("/quote/answers.csv", method="POST", body=body, headers=sent)
        self.assertTrue(answer.headers["Content-Type"].startswith("text/csv"))
        self.assertIn("attachment", answer.headers["Content-Disposition"])
        self.assertEqual(len(answer.body.decode().strip().splitlines()), 3)
        broken = self.page("/quote", status=400, method="POST", body="table=no+column", headers=sent)
        self.assertIn("kolumn", broken.text())

    def test_the_same_words_elsewhere_are_found(self):
        for hit in self.hits("vi"):
            answer = self.server.get_json("/v1/passages/" + quoted(hit["id"]) + "/similar")
            page = self.page("/passages/" + quoted(hit["id"]) + "/similar")
            self.assertEqual(len(page.all("article")), 1 + len(answer["similar"]))
        self.page("/passages/none%231/similar", status=404)

    def test_two_documents_are_compared_word_by_word(self):
        documents = sorted({h["document"]["id"] for h in self.hits("vi")})[:2]
        query = f"left={quoted(documents[0])}&right={quoted(documents[1])}"
        answer = self.server.get_json("/v1/diff?" + query)
        page = self.page("/diff?" + query)
        self.assertIn("skillnader", page.text())
        sides = sum(bool(d["left"]["text"]) for d in answer["differences"][:300])
        self.assertEqual(len(page.all("del")), sides + 1)  # and the legend
        # What stands around a change stands as in the document: no blank is put in.
        text = page.text()
        for difference in answer["differences"][:20]:
            left, right = difference["left"], difference["right"]
            around = left if left["text"] else right
            changes = [f"[i det ena: {left['text']}]"] * bool(left["text"])
            changes += [f"[i det andra: {right['text']}]"] * bool(right["text"])
            shown = around["before"] + " ".join(changes) + around["after"]
            self.assertIn(" ".join(shown.split()), text)
        same = self.page(f"/diff?left={quoted(documents[0])}&right={quoted(documents[0])}")
        self.assertIn("Inga ord skiljer", same.text())
        self.page(f"/diff?left=none&right={quoted(documents[0])}", status=404)

    def test_errors_are_said_in_the_language_of_the_page(self):
        swedish = self.page("/?q=partei:V", status=400)
        self.assertIn("okänt fält ”partei”", swedish.text())
        english = self.page("/?q=partei:V&lang=en", status=400)
        self.assertIn('unknown field "partei"', english.text())

    def test_nothing_from_outside_becomes_markup(self):
        passage = self.hits("papegojor")[0]["id"]
        for path in ("/?q=" + quoted(EVIL), "/?q=papegojor&party=" + quoted(EVIL),
                     "/?q=papegojor&x=" + quoted(EVIL), "/?q=papegojor",
                     "/passages/" + quoted(passage), "/quote?quote=" + quoted("papegojor och " + EVIL),
                     "/quote?quote=a&speaker=" + quoted(EVIL), "/sources", "/passages/" + quoted(EVIL),
                     "/diff?left=" + quoted(EVIL) + "&right=" + quoted(EVIL),
                     "/?q=papegojor&sort=" + quoted(EVIL), "/?lang=" + quoted(EVIL)):
            response = self.server.ask(path)
            self.assertNotIn(b"<img", response.body, path)
            self.assertEqual(Markup(response.body.decode("utf-8")).faults, [], path)

    def test_both_languages(self):
        english = self.page("/?q=skola&match=any", headers={"Accept-Language": "en-GB,en;q=0.9"})
        self.assertEqual(english.all("html")[0]["lang"], "en")
        self.assertIn("hits", english.text())
        chosen = self.page("/?q=skola&match=any&lang=en")
        self.assertEqual(chosen.all("html")[0]["lang"], "en")
        for link in chosen.all("a"):
            if link["href"].startswith(("/?", "/passages", "/quote", "/sources")):
                self.assertIn("lang=", link["href"])

    def test_parties_stand_side_by_side_and_the_silent_are_named(self):
        answer = self.server.get_json("/v1/compare?q=skola")
        page = self.page("/compare?q=skola")
        speaking = [s for s in answer["groups"] if s["hits"]]
        silent = [s for s in answer["groups"] if not s["hits"]]
        self.assertTrue(speaking and silent)
        sections = [a for a in page.all("section") if a.get("class") == "side"]
        self.assertEqual([a["data-party"] for a in sections], [s["value"] for s in speaking])
        for side in silent:
            self.assertIn(side["label"], page.text())

    def test_years_have_bars_and_a_table_that_says_the_same(self):
        answer = self.server.get_json("/v1/trend?q=skola")
        page = self.page("/trend?q=skola")
        self.assertEqual(len(page.all("rect")), len(answer["years"]))
        self.assertEqual(len(page.all("th", scope="row")), len(answer["years"]))

    def test_every_link_of_ours_leads_somewhere(self):
        seen = set()
        for path in ("/", "/?q=skola&match=any", "/quote", "/sources", "/diff",
                     "/compare?theme=utbildning", "/trend?q=skola"):
            page = self.page(path)
            for link in page.all("a") + page.all("link"):
                seen.add(link["href"])
        local = sorted(h.split("#")[0] for h in seen if h.startswith("/"))
        self.assertGreater(len(local), 20)
        for address in local:
            self.assertEqual(self.server.ask(address).status, 200, address)

    def test_the_page_is_light_and_its_parts_may_be_kept(self):
        total = 0
        page = self.page("/?q=skola&match=any")
        parts = [a["href"] for a in page.all("link", rel="stylesheet") + page.all("link", rel="icon")]
        parts += [a["src"] for a in page.all("script")]
        for path in ["/?q=skola&match=any", *parts]:
            response = self.server.ask(path, headers={"Accept-Encoding": "gzip"})
            self.assertEqual(response.status, 200)
            total += len(response.body)
            if path.startswith("/static/"):
                self.assertIn("immutable", response.headers["Cache-Control"])
        self.assertLess(total, 60_000)

    def test_a_page_that_has_not_changed_is_not_sent_again(self):
        first = self.server.ask("/?q=skola", headers={"Accept-Language": "sv"})
        again = self.server.ask("/?q=skola", headers={"Accept-Language": "sv",
                                                      "If-None-Match": first.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))

    def test_a_browser_may_add_the_search(self):
        response = self.server.ask("/opensearch.xml", headers={"Host": "sok.example:81"})
        self.assertIn(b'template="http://sok.example:81/?q={searchTerms}"', response.body)
        evil = self.server.ask("/opensearch.xml", headers={"Host": 'a"><x'})
        self.assertNotIn(b"<x", evil.body)


if __name__ == "__main__":
    unittest.main()
