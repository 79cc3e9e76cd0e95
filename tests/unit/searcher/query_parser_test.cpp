#include "searcher/query/query_parser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

namespace ordalag {
namespace {

using ::testing::HasSubstr;

std::string parsed(std::string_view query) {
  const auto tree = parse_query(query);
  return tree ? to_string(*tree)
              : "error at " + std::to_string(tree.error().position.value_or(0)) + ": " +
                    tree.error().message;
}

std::uint32_t column_of_error(std::string_view query) {
  const auto tree = parse_query(query);
  EXPECT_FALSE(tree) << query;
  if (tree) return 0;
  EXPECT_EQ(tree.error().code, ErrorCode::kBadQuery);
  return tree.error().position.value_or(0);
}

TEST(QueryParser, ReadsWordsSideBySideAsOneGroup) {
  const auto tree = parse_query("bygga fler bostäder");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->op, QueryOp::kGroup);
  ASSERT_EQ(tree->children.size(), 3U);
  EXPECT_EQ(tree->children[2].text, "bostäder");
  EXPECT_EQ(tree->children[2].column, 12U);
}

TEST(QueryParser, ReadsSwedishAndEnglishOperatorsAlike) {
  EXPECT_EQ(parsed("skola OCH vård"), parsed("skola AND vård"));
  EXPECT_EQ(parsed("skola ELLER vård"), parsed("skola OR vård"));
  EXPECT_EQ(parsed("INTE skola"), parsed("NOT skola"));
  EXPECT_EQ(parsed("INTE skola"), parsed("-skola"));
  EXPECT_EQ(parsed("skola NÄRA/4 vård"), parsed("skola NEAR/4 vård"));
}

TEST(QueryParser, TakesAHyphenBetweenSpacesForADashAndNoOperator) {
  EXPECT_EQ(parsed("bostad - flyttning"), parsed("bostad flyttning"));
  EXPECT_EQ(column_of_error("bostad -"), 8U);
  EXPECT_EQ(column_of_error("- bostad"), 1U);
}

TEST(QueryParser, TakesOperatorsInSmallLettersForWords) {
  const auto tree = parse_query("skola och vård");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->children.size(), 3U);
  EXPECT_EQ(tree->children[1].op, QueryOp::kWord);
}

TEST(QueryParser, BindsAndTighterThanOrAndOrTighterThanWordsSideBySide) {
  EXPECT_EQ(parsed("a1 b1 OR c1 AND d1"), "a1 (b1 OR (c1 AND d1))");
  EXPECT_EQ(parsed("(a1 b1) OR c1"), "(a1 b1) OR c1");
}

TEST(QueryParser, ReadsFieldsInBothLanguagesAndAnyCase) {
  for (const auto* query : {"parti:V", "party:V", "PARTI:V", "Party:V"})
    EXPECT_EQ(parsed(query), "party:V") << query;
  EXPECT_EQ(parsed("år:2018..2022"), "year:2018..2022");
  EXPECT_EQ(parsed("kommun:\"Stora Sund\""), "municipality:\"Stora Sund\"");
}

TEST(QueryParser, ReadsDecomposedLettersLikeComposedOnes) {
  EXPECT_EQ(parsed("a\u030Ar:2022 fo\u0308rskola"), parsed("år:2022 förskola"));
}

TEST(QueryParser, TellsPhrasesFormsAndWildcardsApart) {
  EXPECT_EQ(parsed("\"bostad först\""), "\"bostad först\"");
  EXPECT_EQ(parsed("~\"bostad först\""), "~\"bostad först\"");
  EXPECT_EQ(parsed("”bostad först”"), "\"bostad först\"");
  EXPECT_EQ(parsed("=bostad"), "=bostad");
  EXPECT_EQ(parsed("bostad*"), "bostad*");
  EXPECT_EQ(parsed("+skola -vård"), "+skola -vård");
}

TEST(QueryParser, TakesColonsInsideSwedishWordsForText) {
  for (const auto* query :
       {"EU:s", "eu:s", "IOP:er", "2001:453", "S:t", "1:a", "2023/24:132", "https://alvfors.se"}) {
    const auto tree = parse_query(query);
    ASSERT_TRUE(tree) << query;
    EXPECT_EQ(tree->op, QueryOp::kWord) << query;
  }
  EXPECT_TRUE(parse_query("Moderaterna vill: bygga"));
}

TEST(QueryParser, NamesTheColumnOfEachError) {
  EXPECT_EQ(column_of_error("skola partei:V"), 7U);
  EXPECT_EQ(column_of_error("åäö okänt:värde"), 5U);
  EXPECT_EQ(column_of_error("skola \"vård"), 7U);
  EXPECT_EQ(column_of_error("skola ~\"vård"), 8U);
  EXPECT_EQ(column_of_error("(skola"), 1U);
  EXPECT_EQ(column_of_error("skola)"), 6U);
  EXPECT_EQ(column_of_error("skola ()"), 7U);
  EXPECT_EQ(column_of_error("skola AND"), 7U);
  EXPECT_EQ(column_of_error("AND skola"), 1U);
  EXPECT_EQ(column_of_error("skola OR OR vård"), 10U);
  EXPECT_EQ(column_of_error("skola -"), 7U);
  EXPECT_EQ(column_of_error("skola + vård"), 7U);
  EXPECT_EQ(column_of_error("+"), 1U);
  EXPECT_EQ(column_of_error("skola *"), 7U);
  EXPECT_EQ(column_of_error("sk*la"), 1U);
  EXPECT_EQ(column_of_error("a*"), 1U);
  EXPECT_EQ(column_of_error("år:tjugo"), 4U);
  EXPECT_EQ(column_of_error("parti: V"), 1U);
  EXPECT_EQ(column_of_error("skola NEAR/0 vård"), 7U);
  EXPECT_EQ(column_of_error("skola NEAR/3 parti:V"), 14U);
  EXPECT_EQ(column_of_error("\"  \""), 1U);
  EXPECT_EQ(column_of_error("   "), 1U);
}

TEST(QueryParser, RefusesAQueryOfOnlyOperators) {
  EXPECT_EQ(column_of_error("AND OR NOT"), 1U);
  EXPECT_EQ(column_of_error("OR"), 1U);
  EXPECT_EQ(column_of_error("NOT NOT"), 5U);
}

TEST(QueryParser, ProposesTheNearestField) {
  const auto tree = parse_query("komun:Ölanda");
  ASSERT_FALSE(tree);
  EXPECT_THAT(tree.error().hint, HasSubstr("kommun:"));
}

TEST(QueryParser, RefusesWhatIsTooLongOrTooDeep) {
  EXPECT_FALSE(parse_query(std::string(100'000, 'a')));
  EXPECT_FALSE(parse_query(std::string(10'000, '(')));
  EXPECT_FALSE(parse_query(std::string(5'000, '(') + "a" + std::string(5'000, ')')));
  EXPECT_TRUE(parse_query(std::string(60, '(') + "a" + std::string(60, ')')));
}

TEST(QueryParser, RefusesBytesThatAreNoText) { EXPECT_EQ(column_of_error("sk\xFFola"), 3U); }

// A random tree of the language, as text.
std::string random_query(std::mt19937& random, int depth) {
  const auto pick = [&](unsigned n) { return random() % n; };
  const auto operand = [&] { return "(" + random_query(random, depth - 1) + ")"; };
  if (depth > 0 && pick(3) == 0) {
    switch (pick(5)) {
      case 0:
        return operand() + " AND " + operand();
      case 1:
        return operand() + " OR " + operand();
      case 2:
        return "-" + operand();
      case 3:
        return "+" + operand();
      default:
        return operand() + " " + operand();
    }
  }
  constexpr const char* kLeaves[] = {"skola",
                                     "Vård",
                                     "=boende",
                                     "bostad*",
                                     "EU:s",
                                     "\"en fras\"",
                                     "~\"två ord\"",
                                     "parti:V",
                                     "år:2018..",
                                     "rubrik:\"lång rubrik\"",
                                     "a1 NEAR/3 b1 NEAR/3 c1"};
  return kLeaves[pick(std::size(kLeaves))];
}

TEST(QueryParser, ReadsItsOwnCanonicalFormBack) {
  std::mt19937 random(20221122);
  for (int i = 0; i < 2000; ++i) {
    const std::string query = random_query(random, 5);
    const auto tree = parse_query(query);
    ASSERT_TRUE(tree) << query;
    const auto again = parse_query(to_string(*tree));
    ASSERT_TRUE(again) << to_string(*tree);
    EXPECT_EQ(*again, *tree) << query;
  }
}

TEST(QueryParser, AnswersAnyGarbage) {
  std::mt19937 random(7);
  constexpr std::string_view kPieces[] = {
      "(",   ")",      "\"",  "~", "=",      "*", "+",      "-",  " ",    ":",  "AND",   "OR",
      "NOT", "NEAR/2", "ord", "å", "parti:", "”", "\u030A", "..", "2018", "\t", "\u00A0"};
  for (int i = 0; i < 20000; ++i) {
    std::string query;
    for (auto n = random() % 12; n > 0; --n) query += kPieces[random() % std::size(kPieces)];
    const auto tree = parse_query(query);
    if (tree) {
      const auto again = parse_query(to_string(*tree));
      ASSERT_TRUE(again) << query;
      EXPECT_EQ(*again, *tree) << query;
    } else {
      EXPECT_GE(tree.error().position.value_or(0), 1U) << query;
    }
  }
}

}  // namespace
}  // namespace ordalag
