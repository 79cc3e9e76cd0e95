#include "searcher/page/error_words.hpp"

#include <gtest/gtest.h>

#include <string>

#include "searcher/query/query_parser.hpp"

namespace ordalag {
namespace {

TEST(ErrorWords, KeepWhatTheErrorNames) {
  EXPECT_EQ(error_in_swedish("unknown field \"partei\""), "okänt fält ”partei”");
  EXPECT_EQ(error_in_swedish("the quotation has 70000 bytes; at most 65536 are checked"),
            "citatet har 70000 byte; högst 65536 kollas");
  EXPECT_EQ(error_in_swedish("\"x\" is no number from 1 to 100"),
            "”x” är inget tal från 1 till 100");
  EXPECT_EQ(error_in_swedish("the query is empty"), "frågan är tom");
}

TEST(ErrorWords, GiveNothingForAnotherSentence) {
  EXPECT_EQ(error_in_swedish("the disk is full"), std::nullopt);
  EXPECT_EQ(error_in_swedish("the query is empty now"), std::nullopt);
  EXPECT_EQ(error_in_swedish(""), std::nullopt);
}

TEST(ErrorWords, CoverEveryErrorOfTheQueryLanguage) {
  const std::string nested = std::string(500, '(') + "a" + std::string(500, ')');
  for (const std::string& query : {std::string("skola partei:V"),
                                   std::string("skola \"vård"),
                                   std::string("skola ~vård"),
                                   std::string("(skola"),
                                   std::string("skola)"),
                                   std::string("skola ()"),
                                   std::string("skola AND"),
                                   std::string("skola -"),
                                   std::string("+"),
                                   std::string("skola *"),
                                   std::string("a*"),
                                   std::string("år:tjugo"),
                                   std::string("parti: V"),
                                   std::string("skola NEAR/0 vård"),
                                   std::string("skola NEAR/3 parti:V"),
                                   std::string("a NEAR/2 b NEAR/3 c"),
                                   std::string("\"  \""),
                                   std::string("   "),
                                   std::string("=skol*"),
                                   std::string("="),
                                   std::string("sms:fel"),
                                   std::string("sms:alla sms:alla skola"),
                                   std::string("xyzzy:1"),
                                   std::string("sk\xFFola"),
                                   std::string(100'000, 'a'),
                                   nested}) {
    const auto tree = parse_query(query);
    ASSERT_FALSE(tree) << query;
    EXPECT_TRUE(error_in_swedish(tree.error().message)) << tree.error().message;
    const std::string& hint = tree.error().hint;
    EXPECT_TRUE(hint.empty() || error_in_swedish(hint)) << hint;
  }
}

}  // namespace
}  // namespace ordalag
