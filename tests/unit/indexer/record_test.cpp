#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

using testing::ElementsAre;

Error error_of_record(std::string_view json) {
  ReadContext context;
  context.fallback_id = DocumentId("x");
  const auto document = read_record({"/sources/all.jsonl", "0", 7, json}, context);
  return document ? Error{} : document.error();
}

TEST(Record, GivesItsFactsAsMetadata) {
  const Document document = read_json(
      R"({"id":"H1","title":"Träd","text":"Fler träd.","party":"S","speaker":"Anna Ek",)"
      R"("date":"2020-05-06","municipality":"Lund","doctype":"motion","url":"https://x.se","annat":[1]})");
  EXPECT_EQ(document.facts.id.value, "H1");
  EXPECT_EQ(shown(document.facts.title), "Träd [metadata]");
  EXPECT_EQ(shown(document.facts.kind), "motion [metadata]");
  EXPECT_EQ(shown(document.facts.date), "2020-05-06 [metadata]");
  EXPECT_EQ(shown(document.facts.municipality), "Lund [metadata]");
  const Passage& passage = document.passages.at(0);
  EXPECT_EQ(parties_of(passage.attribution), "S");
  EXPECT_EQ(passage.attribution.party_ground, Ground::kMetadata);
  EXPECT_EQ(passage.attribution.speaker, "Anna Ek");
  EXPECT_EQ(passage.provenance.lines, (LineRange{7, 7}));
  EXPECT_FALSE(passage.provenance.source_bytes.has_value());
  EXPECT_EQ(document.source.record, 7U);
  expect_sound(document, "");
}

TEST(Record, ReadsAnyWayToGiveParties) {
  const auto party = [](std::string_view json) {
    return parties_of(
        read_json("{\"text\":\"Träd.\",\"party\":" + std::string(json) + "}").facts.attribution);
  };
  EXPECT_EQ(party("\"Moderaterna\""), "M");
  EXPECT_EQ(party("[\"S\",\"MP\"]"), "MP+S");
  EXPECT_EQ(party("\"M+KD\""), "KD+M");
  EXPECT_EQ(party("\"Lokalpartiet\""), "Lokalpartiet");
  EXPECT_EQ(party("null"), "-");
  EXPECT_EQ(party("\"\""), "-");
}

TEST(Record, TakesThePartyFromTheSignOfItsSpeaker) {
  const auto attribution = [](const std::string& rest) {
    return read_json(R"({"text":"Träd.","speaker":"Andre vice talman Tyra Ek )" + rest + "}")
        .facts.attribution;
  };
  const Attribution signed_by = attribution("(KD)\"");
  EXPECT_EQ(parties_of(signed_by), "KD");
  EXPECT_EQ(signed_by.party_ground, Ground::kSignature);
  EXPECT_EQ(signed_by.speaker, "Andre vice talman Tyra Ek (KD)");
  EXPECT_EQ(parties_of(attribution("(KD)\",\"party\":\"S\"")), "S");
  EXPECT_EQ(parties_of(attribution("(Malmö)\"")), "-");
}

TEST(Record, TakesItsIdFromEitherMemberOrItsPlace) {
  EXPECT_EQ(read_json(R"({"_id":"pg1","text":"Träd."})").facts.id.value, "pg1");
  EXPECT_EQ(read_json(R"({"id":17,"text":"Träd."})").facts.id.value, "17");
  EXPECT_EQ(read_json(R"({"text":"Träd."})").facts.id.value, "file#7");
}

TEST(Record, RefusesARecordWithoutAnId) {
  for (const std::string_view json : {R"({"text":"Träd."})", R"({"id":" ","text":"Träd."})"}) {
    const auto document = read_record({"/sources/all.jsonl", "0", 7, json}, {});
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::kBadInput);
    EXPECT_EQ(document.error().where, "/sources/all.jsonl:7");
  }
}

TEST(Record, ShowsItsPassagesToWhoeverTracesIt) {
  std::string shown;
  ReadContext context;
  context.trace = [&](std::string_view, const std::string& rendering) { shown += rendering; };
  ASSERT_TRUE(read_record(
      {"/sources/all.jsonl", "0", 7, R"({"id":"a","text":"Vi vill:\n• plantera"})"}, context));
  EXPECT_EQ(shown, "paragraph  Vi vill:\nlist_item  plantera\n");
}

TEST(Record, MakesAPassageOfEachLine) {
  const Document document = read_json(
      R"({"text":"Motivering\nTräden är för få, och det märks på alla som går i parken om sommaren eller vilar där en stund.\n\nVi vill:\n• plantera  fler\n• sköta dem\nav omsorg.\n"})");
  EXPECT_THAT(outline(document),
              ElementsAre("# Motivering",
                          "  Träden är för få, och det märks på alla som går i parken om sommaren "
                          "eller vilar där en stund.",
                          "  Vi vill:", "* plantera fler", "* sköta dem", "  av omsorg."));
  EXPECT_EQ(document.passages[3].lead_in, 2U);
  EXPECT_EQ(document.sections.at(document.passages[2].section), SectionPath{"Motivering"});
  expect_sound(document, "");
}

TEST(Record, ThatIsBrokenIsNamedByItsLine) {
  for (const char* json : {"{\"text\":\"Träd.\"", "[1]", "{\"title\":\"utan text\"}",
                           "{\"text\":7}", "{\"text\":\" \\n \"}", "{\"text\":\"a\",\"party\":7}",
                           "{\"text\":\"a\",\"title\":{}}", "{\"text\":\"\xFF\"}"}) {
    const Error error = error_of_record(json);
    EXPECT_EQ(error.code, ErrorCode::kBadInput) << json;
    EXPECT_EQ(error.where, "/sources/all.jsonl:7") << json;
  }
}

}  // namespace
}  // namespace ordalag
