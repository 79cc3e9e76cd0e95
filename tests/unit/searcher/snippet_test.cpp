#include "searcher/snippet/snippet.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// A text whose marked stretches stand in [[double brackets]].
struct Fixture {
  std::string text;
  std::vector<Mark> marks;
};

Fixture fixture(std::string_view marked) {
  Fixture result;
  while (!marked.empty()) {
    const std::size_t open = marked.find("[[");
    result.text += marked.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = marked.find("]]", open);
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    result.text += marked.substr(open + 2, close - open - 2);
    result.marks.push_back({{begin, static_cast<std::uint32_t>(result.text.size())},
                            MatchClass::kExact,
                            std::string(marked.substr(open + 2, close - open - 2))});
    marked.remove_prefix(close + 2);
  }
  return result;
}

std::vector<std::string> highlighted(const Snippet& snippet) {
  std::vector<std::string> texts;
  for (const Highlight& highlight : snippet.highlights) {
    const std::size_t begin = byte_of_code_point(snippet.text, highlight.span.begin);
    const std::size_t end = byte_of_code_point(snippet.text, highlight.span.end);
    texts.push_back(snippet.text.substr(begin, end - begin));
  }
  return texts;
}

std::string filler(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i)
    text += i % 9 == 8 ? "slutet på en mening. " : "utfyllnadsord ";
  return text;
}

TEST(Snippet, ShowsAShortPassageWhole) {
  const Fixture f = fixture("Vi ska bygga fler [[bostäder]] åt äldre.");
  const Snippet snippet = make_snippet(f.text, f.marks);
  EXPECT_EQ(snippet.text, f.text);
  EXPECT_EQ(highlighted(snippet), std::vector<std::string>{"bostäder"});
  EXPECT_EQ(snippet.highlights[0].span, (CodePointSpan{18, 26}));
}

TEST(Snippet, ShowsTheMatchOfALongPassage) {
  const Fixture f = fixture(filler(80) + "Här står [[ordet]] som söktes. " + filler(80));
  const Snippet snippet = make_snippet(f.text, f.marks);
  EXPECT_EQ(highlighted(snippet), std::vector<std::string>{"ordet"});
  EXPECT_LE(count_code_points(snippet.text), kSnippetWidth + 8);
  EXPECT_TRUE(snippet.text.starts_with("… "));
  EXPECT_TRUE(snippet.text.ends_with(" …"));
}

TEST(Snippet, PrefersTheStretchWithMostDistinctWords) {
  const Fixture f = fixture("[[skola]] [[skola]] [[skola]] " + filler(80) +
                            "en [[skola]] och en [[buss]] " + filler(80));
  EXPECT_EQ(highlighted(make_snippet(f.text, f.marks)),
            (std::vector<std::string>{"skola", "buss"}));
}

TEST(Snippet, BeginsWithTheSentenceWhenItIsNear) {
  const Fixture f = fixture(filler(80) + "Sist i raden. En mening om [[buss]] här. " + filler(80));
  const Snippet snippet = make_snippet(f.text, f.marks);
  EXPECT_TRUE(snippet.text.starts_with("… En mening om buss")) << snippet.text;
}

TEST(Snippet, CutsBetweenWords) {
  const Fixture f = fixture(filler(60) + "[[målet]] " + filler(60));
  const Snippet snippet = make_snippet(f.text, f.marks);
  const std::string_view body =
      std::string_view(snippet.text).substr(4, snippet.text.size() - 8);  // within "… " and " …"
  const std::size_t at = f.text.find(body);
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(f.text[at - 1], ' ');
  EXPECT_EQ(f.text[at + body.size()], ' ');
}

TEST(Snippet, KeepsTheLongerOfMarksThatOverlap) {
  std::vector<Mark> marks{{{0, 6}, MatchClass::kCompound, "bostad"},
                          {{0, 14}, MatchClass::kExact, "bostadspolitik"},
                          {{20, 25}, MatchClass::kExact, "vård"}};
  keep_apart(marks);
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].query_word, "bostadspolitik");
  EXPECT_EQ(marks[1].query_word, "vård");
}

TEST(Snippet, ShowsTheBeginningWhenNothingMatches) {
  const std::string text = filler(100);
  const Snippet snippet = make_snippet(text, {});
  EXPECT_TRUE(text.starts_with(snippet.text.substr(0, 40)));
  EXPECT_TRUE(snippet.highlights.empty());
}

}  // namespace
}  // namespace ordalag
