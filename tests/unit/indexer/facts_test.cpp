#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/reading/dates.hpp"
#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kBody = "\n\nVi vill att ån ska bli ren. Den är vår.\n";

Document titled(std::string_view title) { return read(std::string(title) + std::string(kBody)); }

std::string date_in(std::string_view text) {
  const auto date = reading::find_date(text);
  return date ? date->iso : "-";
}

TEST(Dates, AreReadInTheWaysSwedishTextsWriteThem) {
  EXPECT_EQ(date_in("Antaget den 12 mars 2022 av årsmötet"), "2022-03-12");
  EXPECT_EQ(date_in("den 4-6 februari 2022"), "2022-02-06");
  EXPECT_EQ(date_in("Juli 2021"), "2021-07");
  EXPECT_EQ(date_in("2021-07-05, kl 10"), "2021-07-05");
  EXPECT_EQ(date_in("Ekdala 5/7 2021"), "2021-07-05");
  for (const char* none : {"förordning 2021:07", "2021-13-01", "45 mars 2022x",
                           "artikel 12021-07-05", "mars", "år 2021"})
    EXPECT_EQ(date_in(none), "-") << none;
}

TEST(Facts, TakeThoseWhoAgreeFromTheTitle) {
  const Document document = titled(
      "AVTAL OCH ÖVERENSKOMMELSE\nmellan Centerpartiet, Liberalerna och "
      "Socialdemokraterna\nför mandatperioden 2022–2026");
  EXPECT_EQ(parties_of(document.facts.attribution), "C+L+S");
  EXPECT_EQ(shown(document.facts.kind), "agreement [title]");
  EXPECT_EQ(parties_of(titled("Avståndet mellan Centerpartiet och väljarna").facts.attribution),
            "-");
}

TEST(Facts, TakeDateAndSendersFromTheEndOfAMotion) {
  const Document document = read(
      "Motion om badhuset\n\nBadhuset är gammalt och ska rustas, så att alla barn kan lära sig "
      "simma.\n\nEkdala den 4 april 2022\n\n"
      "För Vänsterpartiet\nAnna Ek\nBo von Ask\n");
  EXPECT_EQ(shown(document.facts.date), "2022-04-04 [metadata]");
  const Attribution& speakers = passage_with(document, "rustas").attribution;
  EXPECT_EQ(parties_of(speakers), "V");
  EXPECT_EQ(speakers.speaker, "Anna Ek, Bo von Ask");
}

TEST(Facts, TakeAPeriodOnALineOfItsOwnForATitleLine) {
  EXPECT_EQ(shown(titled("Bygdens röst – valprogram\n2018–2022").facts.title),
            "Bygdens röst – valprogram – 2018–2022 [title]");
}

TEST(Facts, TakePartyPlaceAndPeriodFromTheTitle) {
  const Document document =
      titled("Trygg i Västerås\n\nVästeråsmoderaternas program 2022 - 2026\n\nVatten");
  EXPECT_EQ(shown(document.facts.title),
            "Trygg i Västerås – Västeråsmoderaternas program 2022 - 2026 [title]");
  EXPECT_EQ(parties_of(document.facts.attribution), "M");
  EXPECT_EQ(document.facts.attribution.party_ground, Ground::kTitle);
  EXPECT_EQ(shown(document.facts.municipality), "Västerås [title]");
  EXPECT_EQ(shown(document.facts.date), "2022/2026 [title]");
  EXPECT_EQ(shown(document.facts.kind), "programme [title]");
}

TEST(Facts, DropThePartyFromTheEndOfATitle) {
  const Document document = titled(
      "Rent vatten\n\nMiljöpolitiskt program för Lunds kommun – Vänsterpartiet\n\nInledning");
  EXPECT_EQ(shown(document.facts.title),
            "Rent vatten – Miljöpolitiskt program för Lunds kommun [title]");
  EXPECT_EQ(parties_of(document.facts.attribution), "V");
  EXPECT_EQ(shown(document.facts.municipality), "Lund [title]");
}

TEST(Facts, TakeTheHeadlineForTheTitleAndNotTheRubricAboveIt) {
  const Document document = read(
      "DEBATT\n\nSluta sälja våra hem\n\nKommunen har sålt en tredjedel av bostäderna på fem "
      "år.\n");
  EXPECT_EQ(shown(document.facts.title), "Sluta sälja våra hem [title]");
}

TEST(Facts, KnowMunicipalitiesThatEndInS) {
  EXPECT_EQ(shown(titled("Program för Borås kommun\n\nInledning").facts.municipality),
            "Borås [title]");
  EXPECT_EQ(shown(titled("Program för Borås Stad\n\nInledning").facts.municipality),
            "Borås [title]");
}

TEST(Facts, TakeAnUnknownMunicipalityByItsPattern) {
  EXPECT_EQ(shown(titled("Program för Ekdala kommun\n\nInledning").facts.municipality),
            "Ekdala [title]");
}

TEST(Facts, TakePartyAndPlaceFromRepeatedLeadIns) {
  std::string text = "Vatten\n\n";
  for (int i = 0; i < 3; ++i)
    text +=
        "Liberalerna i Umeå vill:\n\n- rena ån nummer " + std::to_string(i) + "\n- och till\n\n";
  const Document document = read(text);
  EXPECT_EQ(parties_of(document.facts.attribution), "L");
  EXPECT_EQ(document.facts.attribution.party_ground, Ground::kHeading);
  EXPECT_EQ(shown(document.facts.municipality), "Umeå [heading]");
}

TEST(Facts, StayUnknownWhereTheEvidenceContradictsItself) {
  const Document document = read(
      "Vatten\n\nLiberalerna i Umeå vill:\n\n- rena ån\n\nCenterpartiet i Lund vill:\n\n- rena "
      "den\n");
  EXPECT_EQ(parties_of(document.facts.attribution), "-");
  EXPECT_EQ(shown(document.facts.municipality), "-");
}

TEST(Facts, DoNotTakeAPartyThatIsSpokenAboutForTheSender) {
  EXPECT_EQ(
      parties_of(titled("Nej till Moderaternas skattesänkningar\n\nInledning").facts.attribution),
      "-");
}

TEST(Facts, TakeTheDateOfAdoption) {
  EXPECT_EQ(
      shown(titled("Rent vatten\n\nAntaget av årsmötet 12 mars 2022\n\nInledning").facts.date),
      "2022-03-12 [metadata]");
}

TEST(Facts, TakeAYearFromTheTitle) {
  EXPECT_EQ(shown(titled("Valmanifest 2022\n\nInledning").facts.date), "2022 [title]");
  EXPECT_EQ(shown(titled("Valmanifest 2022\n\nInledning").facts.kind), "manifesto [title]");
}

TEST(Facts, TakeWhatACommentAtTheTopStates) {
  const Document document = read(
      "<!-- Rent vatten | antaget 2013-03-01 | https://ekdala.se/vatten.pdf -->\nInledning\n\n"
      "Vi vill att ån ska bli ren.\n");
  EXPECT_EQ(shown(document.facts.title), "Rent vatten [metadata]");
  EXPECT_EQ(shown(document.facts.date), "2013-03-01 [metadata]");
  EXPECT_EQ(shown(document.facts.url), "https://ekdala.se/vatten.pdf [metadata]");
  EXPECT_THAT(left_out(document), testing::ElementsAre("metadata 1: 1-1"));
}

TEST(Facts, AreTakenFieldByFieldFromTheCatalogue) {
  CatalogueEntry entry;
  entry.title = "Vattnet";
  entry.municipality = "Lund";
  const Document document =
      read("Valmanifest 2022\n\nInledning" + std::string(kBody), {.entry = &entry});
  EXPECT_EQ(shown(document.facts.title), "Vattnet [catalogue]");
  EXPECT_EQ(shown(document.facts.municipality), "Lund [catalogue]");
  EXPECT_EQ(shown(document.facts.kind), "manifesto [title]");
  EXPECT_EQ(document.facts.id.value, "doc");
}

TEST(Facts, FallBackOnTheNameOfTheFile) {
  const Document document =
      read("Ån ska bli ren. Den är vår.\n", {.file = "/sources/valmanifest-2022-x.txt"});
  EXPECT_EQ(shown(document.facts.kind), "manifesto [filename]");
  EXPECT_EQ(shown(document.facts.date), "2022 [filename]");
}

}  // namespace
}  // namespace ordalag
