#include <gmock/gmock.h>

#include "searcher/quote/report/csv_reader.hpp"
#include "searcher/quote/report/quote_rows.hpp"

namespace ordalag {
namespace {

using testing::ElementsAre;

std::vector<std::vector<std::string>> records(std::string_view text, char separator = ',') {
  CsvReader reader(text, separator);
  std::vector<std::vector<std::string>> all;
  while (const auto record = reader.next()) all.push_back(record->fields);
  return all;
}

TEST(CsvReader, ReadsQuotedFieldsWithSeparatorsLineEndsAndMarks) {
  EXPECT_THAT(records("a,\"b,c\",\"d\ne\",\"f\"\"g\"\r\nh,,\"\"\n"),
              ElementsAre(ElementsAre("a", "b,c", "d\ne", "f\"g"), ElementsAre("h", "", "")));
}

TEST(CsvReader, PassesOverEmptyLinesAndAByteOrderMark) {
  EXPECT_THAT(records("\xEF\xBB\xBF" "a;b\n\n\nc;d", ';'),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d")));
}

TEST(CsvReader, SaysWhatIsBroken) {
  CsvReader reader("\"a\"b,c\n\"never closed", ',');
  EXPECT_TRUE(reader.next()->broken);
  const auto last = reader.next();
  EXPECT_TRUE(last->broken);
  EXPECT_EQ(last->line, 2U);
}

TEST(CsvReader, TellsTheSeparatorFromTheHeader) {
  EXPECT_EQ(csv_separator("id,quote\n1;2;3"), ',');
  EXPECT_EQ(csv_separator("id;quote;party\n"), ';');
  EXPECT_EQ(csv_separator("id\tquote\n"), '\t');
}

TEST(QuoteRows, ReadJsonLinesInOrder) {
  const auto rows = read_rows(
      R"({"id":"a","quote":"vi bygger broar","party":"M","speaker":null}
{"id":7,"quote":"vi river broar"}
)",
      RowFormat::kJsonl, "rows.jsonl");
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].id, "a");
  EXPECT_EQ((*rows)[0].request->claim.party, "M");
  EXPECT_FALSE((*rows)[0].request->claim.speaker);
  EXPECT_EQ((*rows)[1].id, "7");
}

TEST(QuoteRows, KeepABadRowAsAnErrorInItsPlace) {
  const auto rows = read_rows("{\"quote\":\"ett två\"}\nnot json\n{\"quote\":5}\n[]\n{}\n",
                              RowFormat::kJsonl, "rows.jsonl");
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 5U);
  EXPECT_TRUE((*rows)[0].request);
  for (std::size_t i = 1; i < 5; ++i) {
    ASSERT_FALSE((*rows)[i].request);
    EXPECT_EQ((*rows)[i].request.error().where, "rows.jsonl:" + std::to_string(i + 1));
  }
}

TEST(QuoteRows, ReadCsvByItsHeader) {
  const auto rows = read_rows("quote,party,id\n\"vi bygger, vi river\",S,x\nkort\n",
                              RowFormat::kCsv, "rows.csv");
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].request->quote, "vi bygger, vi river");
  EXPECT_EQ((*rows)[0].request->claim.party, "S");
  EXPECT_EQ((*rows)[0].id, "x");
  EXPECT_FALSE((*rows)[1].request);
}

TEST(QuoteRows, RefuseCsvWithoutAColumnOfQuotations) {
  EXPECT_FALSE(read_rows("id,party\n1,M\n", RowFormat::kCsv, "rows.csv"));
  EXPECT_FALSE(read_rows("", RowFormat::kCsv, "rows.csv"));
}

TEST(QuoteRows, TellTheFormatByNameThenByText) {
  EXPECT_EQ(row_format("a.csv", "{"), RowFormat::kCsv);
  EXPECT_EQ(row_format("-", "  {\"quote\":1}"), RowFormat::kJsonl);
  EXPECT_EQ(row_format("-", "id,quote"), RowFormat::kCsv);
}

}  // namespace
}  // namespace ordalag
