#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

using testing::Contains;
using testing::ElementsAre;

std::string lead_in_of(const Document& document, std::string_view part) {
  const Passage& passage = passage_with(document, part);
  if (!passage.lead_in) return "-";
  return std::string(document.text_of(document.passages[*passage.lead_in]));
}

SectionPath section_of(const Document& document, std::string_view part) {
  return document.sections[passage_with(document, part).section];
}

TEST(Lists, GiveEachItemItsLeadIn) {
  for (const char* bullet : {"•", "-", "–", "*", "·", "▪", "\xEF\x82\xB7"}) {
    const std::string mark(bullet);
    const Document document = read("Vi vill:\n\n" + mark + " plantera träd\n" + mark +
                                   " öppna ån för bad\n" + mark + " låta bussen gå oftare\n");
    EXPECT_THAT(outline(document), ElementsAre("  Vi vill:", "* plantera träd",
                                               "* öppna ån för bad", "* låta bussen gå oftare"))
        << bullet;
    EXPECT_EQ(lead_in_of(document, "bussen"), "Vi vill:");
  }
}

TEST(Lists, TakeNumbersAndLettersForMarks) {
  EXPECT_THAT(outline(read("Vi vill:\n1. plantera träd\n2. öppna ån\n3. låta bussen gå\n")),
              ElementsAre("  Vi vill:", "* plantera träd", "* öppna ån", "* låta bussen gå"));
  EXPECT_THAT(outline(read("Vi vill:\na) plantera träd\nb) öppna ån\n")),
              ElementsAre("  Vi vill:", "* plantera träd", "* öppna ån"));
}

TEST(Lists, TakeRomanNumbersForMarks) {
  EXPECT_THAT(
      outline(
          read("Vi kräver:\n(i) fler träd,\n(ii) en ren å för den som\nbadar,\n(iii) en buss\n")),
      ElementsAre("  Vi kräver:", "* fler träd,", "* en ren å för den som badar,", "* en buss"));
  std::string letters = "Vi kräver:\n";
  for (const char letter : std::string("abcdefghij"))
    letters += std::string(1, letter) + ") träd\n";
  EXPECT_EQ(outline(read(letters)).back(), "* träd") << "after h) comes the letter i)";
}

TEST(Lists, GoOnWithTheirNumbersAfterAListInside) {
  const auto lines = outline(read("Vi vill:\n1. plantera\na) ekar\nb) askar\n2. bada\n3. ro\n"));
  EXPECT_THAT(lines,
              ElementsAre("  Vi vill:", "* plantera", "* ekar", "* askar", "* bada", "* ro"));
}

TEST(Lists, OfClausesKeepTheirWrappedLines) {
  const Document document = read(
      "Därför föreslår vi fullmäktige besluta\natt inrätta ett badhus för alla barn mellan sju "
      "och\n"
      "sexton år,\natt täcka kostnaden inom ramen för den budget som nämnden har, samt\n"
      "att pröva saken på nytt efter två år.\n\nBadhuset är gammalt.\n");
  EXPECT_THAT(outline(document),
              ElementsAre("  Därför föreslår vi fullmäktige besluta",
                          "* att inrätta ett badhus för alla barn mellan sju och sexton år,",
                          "* att täcka kostnaden inom ramen för den budget som nämnden har, samt",
                          "* att pröva saken på nytt efter två år.", "  Badhuset är gammalt."));
  EXPECT_EQ(lead_in_of(document, "sexton"), "Därför föreslår vi fullmäktige besluta");
}

TEST(Tables, AreRowsOfCellsThatBlanksPart) {
  EXPECT_THAT(
      outline(
          read("Nämnd          2024    2025\nSkola och fritid   412,5   420\nVård     388   391\n\n"
               "Belopp i miljoner kronor.\n")),
      ElementsAre("| Nämnd 2024 2025", "| Skola och fritid 412,5 420", "| Vård 388 391",
                  "  Belopp i miljoner kronor."));
  EXPECT_THAT(outline(read("Skola    412\nVård     388\nKultur    61\n")),
              ElementsAre("| Skola 412", "| Vård 388", "| Kultur 61"));
  EXPECT_THAT(outline(read("Ån är  ren, och  bron är\nhel.\n")),
              ElementsAre("  Ån är ren, och bron är hel."));
}

TEST(Tables, HaveAHeadWithoutACellOverTheNamesOfTheRows) {
  EXPECT_THAT(outline(read("           Budget 2022   Förslag 2023\nSkola        412   420\nVård     388   391\n\nBelopp i "
                           "miljoner kronor.\n")),
              ElementsAre("| Budget 2022 Förslag 2023", "| Skola 412 420", "| Vård 388 391",
                          "  Belopp i miljoner kronor."));
}

TEST(Lists, OfDecisionsAreOpenedByTheVerb) {
  const Document document = read("Fullmäktige beslutar\n1. att laga vägen,\n2. att rena ån, och\n3. att bada.\n");
  EXPECT_EQ(lead_in_of(document, "rena"), "Fullmäktige beslutar");
}

TEST(Headings, CloseUpLettersThatAreSetApart) {
  constexpr std::string_view kText =
      "1.2 S K O L A  O C H  V Å R D\n\nVi vill att ån ska bli ren.\n";
  const Document document = read(kText);
  EXPECT_EQ(outline(document).front(), "# 1.2 SKOLA OCH VÅRD");
  expect_sound(document, kText);
  EXPECT_EQ(outline(read("A B C D\n\nVi vill att ån ska bli ren.\n")).front(), "# A B C D");
}

TEST(Lists, JoinWrappedItemsAlsoOverBlankLines) {
  EXPECT_THAT(
      outline(read("Vi vill:\n\n• se till att alla som söker en plats får svar inom\ntre dagar\n\n"
                   "• att unga mellan 18-21 år ska ha rätt till\n\n  ett eget rum\n")),
      ElementsAre("  Vi vill:", "* se till att alla som söker en plats får svar inom tre dagar",
                  "* att unga mellan 18-21 år ska ha rätt till ett eget rum"));
}

TEST(Lists, TakeABulletOnALineOfItsOwn) {
  EXPECT_THAT(outline(read("Vi vill:\n•\nplantera träd\n•\nöppna ån\n")),
              ElementsAre("  Vi vill:", "* plantera träd", "* öppna ån"));
}

TEST(Lists, AreFoundWithoutBulletsUnderALeadIn) {
  const Document document =
      read("Moderaterna vill:\nplantera träd\nöppna ån\n\nVatten\n\nÅn är ren.\n");
  EXPECT_THAT(outline(document), ElementsAre("  Moderaterna vill:", "* plantera träd", "* öppna ån",
                                             "# Vatten", "  Ån är ren."));
  EXPECT_EQ(lead_in_of(document, "öppna"), "Moderaterna vill:");
}

TEST(Lists, GoOnWithAnItemOnTheNextPage) {
  const Document document = read("Vi vill:\n\n• plantera träd\n\n\f • öppna ån\n\n• bygga broar\n");
  EXPECT_EQ(lead_in_of(document, "broar"), "Vi vill:");
}

TEST(Lists, EndAtAHeading) {
  const Document document =
      read("Vi vill:\n\n• plantera träd\n• öppna ån\n\nTrafik\n\n• Fler bussar.\n");
  EXPECT_EQ(lead_in_of(document, "Fler bussar"), "-");
  EXPECT_THAT(outline(document), Contains("# Trafik"));
}

TEST(Lists, LeadListsInsideLists) {
  const Document document =
      read("Vi vill:\n• att skolan får:\n  – fler lärare\n  – mindre klasser\n• att ån öppnas\n");
  EXPECT_EQ(lead_in_of(document, "fler lärare"), "att skolan får:");
  EXPECT_EQ(lead_in_of(document, "ån öppnas"), "Vi vill:");
}

TEST(Lists, LeadByTheirIndentToo) {
  const Document document = read(
      "Vi vill:\n- ge skolan mer, särskilt till:\n  - elevhälsan\n  - läromedel\n- laga vägarna\n");
  EXPECT_EQ(lead_in_of(document, "läromedel"), "ge skolan mer, särskilt till:");
  EXPECT_EQ(lead_in_of(document, "laga"), "Vi vill:");
}

TEST(Lists, AreClausesBelowEachOtherInAMotion) {
  const Document document = read(
      "Vi yrkar därför\natt kommunen inför gratis bussar för alla\natt kostnaden betalas med "
      "avgifter\n");
  EXPECT_THAT(outline(document),
              ElementsAre("  Vi yrkar därför", "* att kommunen inför gratis bussar för alla",
                          "* att kostnaden betalas med avgifter"));
  EXPECT_EQ(lead_in_of(document, "kostnaden"), "Vi yrkar därför");
  const Document apart = read("Vi vill:\n\natt bussarna går på kvällen,\n\natt bryggan lagas.\n");
  EXPECT_EQ(lead_in_of(apart, "bryggan"), "Vi vill:");
}

TEST(Lists, AreNotDashesOfSpeechOrOfASentence) {
  EXPECT_THAT(outline(read("– Det här är ett bra beslut för Ekdala, säger ordföranden Anna Ek.\n\n"
                           "Hon är nöjd med träden.\n")),
              ElementsAre("  – Det här är ett bra beslut för Ekdala, säger ordföranden Anna Ek.",
                          "  Hon är nöjd med träden."));
  EXPECT_THAT(outline(read("Vi vill bygga ett samhälle som gör sig fritt från det gamla\n"
                           "– ett som fungerar för alla.\n")),
              ElementsAre("  Vi vill bygga ett samhälle som gör sig fritt från det gamla – ett som "
                          "fungerar för alla."));
}

TEST(Tables, KeepTheirRowsApart) {
  EXPECT_THAT(outline(read(
                  "Kostnader i miljoner kronor:\n\nÅr\tSkola\tVård\n2024\t12\t30\n2025\t13\t31\n")),
              ElementsAre("  Kostnader i miljoner kronor:", "| År Skola Vård", "| 2024 12 30",
                          "| 2025 13 31"));
}

TEST(Headings, OpenSections) {
  const Document document =
      read("Träden först\n\nVi planterar ett träd för varje barn.\n\nVatten\n\nÅn ska bli ren.\n");
  EXPECT_EQ(section_of(document, "planterar"), SectionPath{"Träden först"});
  EXPECT_EQ(section_of(document, "bli ren"), SectionPath{"Vatten"});
}

TEST(Headings, StandCloseToTheirTextToo) {
  EXPECT_THAT(outline(read("Vatten\nÅn ska gå att bada i. Det kräver nya ledningar.\n"
                           "Trafik\nBussen ska gå oftare och hålla tiden.\n")),
              ElementsAre("# Vatten", "  Ån ska gå att bada i. Det kräver nya ledningar.",
                          "# Trafik", "  Bussen ska gå oftare och hålla tiden."));
}

TEST(Headings, FollowAListWithoutABlankLine) {
  const Document document = read(
      "Vi vill:\n\n• plantera träd\n\n• öppna ån\n Stärk skolan\nSkolan ska ge alla en chans, och "
      "den ska göra det från början.\n");
  EXPECT_THAT(outline(document), Contains("# Stärk skolan"));
}

TEST(Headings, AreNotLeadInsTailsOrSignatures) {
  const Document document = read(
      "Vatten\n\nVi vill att ån ska gå att bada i hela vägen, från källan ända ned till\nEkdala\n\n"
      "Centerpartiet i Ekdala vill:\n\n• rena ån\n\nAnna Ek (C)\n");
  EXPECT_THAT(
      outline(document),
      ElementsAre("# Vatten",
                  "  Vi vill att ån ska gå att bada i hela vägen, från källan ända ned till",
                  "  Ekdala", "  Centerpartiet i Ekdala vill:", "* rena ån", "  Anna Ek (C)"));
}

TEST(Headings, NestByTheirNumbers) {
  const Document document = read(
      "1 Skola\nSkolan är till för alla barn i kommunen.\n1.1 Läsning\nAlla barn ska läsa varje "
      "dag.\n"
      "2 Vård\nVården ska finnas nära och vara öppen.\n");
  EXPECT_EQ(section_of(document, "varje dag"), (SectionPath{"1 Skola", "1.1 Läsning"}));
  EXPECT_EQ(section_of(document, "finnas nära"), SectionPath{"2 Vård"});
}

TEST(Headings, NestBelowCapitals) {
  const Document document = read(
      "SKOLA\n\nLäsning\n\nAlla barn ska läsa.\n\nRäkning\n\nAlla ska räkna.\n\n"
      "VÅRD\n\nNärhet\n\nVården ska finnas nära.\n");
  EXPECT_EQ(section_of(document, "räkna."), (SectionPath{"SKOLA", "Räkning"}));
  EXPECT_EQ(section_of(document, "finnas nära"), (SectionPath{"VÅRD", "Närhet"}));
}

TEST(Headings, AreNotRowsOfNumbers) {
  const Document document = read(
      "Kostnader\n\nÅtgärd 2026 2027\n\nFörskola 12,5 14,0\n\n"
      "Kostnaderna bärs av kommunen och räknas upp varje år.\n");
  EXPECT_THAT(outline(document), testing::Not(Contains("# Förskola 12,5 14,0")));
  EXPECT_THAT(outline(document), testing::Not(Contains("# Åtgärd 2026 2027")));
}

TEST(Headings, AreTheItemsOfMinutes) {
  const Document document = read(
      "§ 112 Svar på motion om simskola\n\nKommunfullmäktige avslår motionen efter en lång "
      "debatt.\n\n"
      "Reservation\n\nAlla barn ska kunna simma, oavsett vad föräldrarna har råd med.\n\n"
      "§ 113 Gatubelysning\n\nKommunfullmäktige bifaller förslaget utan debatt.\n");
  EXPECT_THAT(section_of(document, "Alla barn"),
              ElementsAre("§ 112 Svar på motion om simskola", "Reservation"));
  EXPECT_THAT(section_of(document, "bifaller"), ElementsAre("§ 113 Gatubelysning"));
}

TEST(Markdown, GivesItsHeadingsListsAndTables) {
  const std::string bytes =
      "---\ntitle: \"Träden i Ekdala\"\ndatum: 2021-07-05\nparti: Centerpartiet\n---\n"
      "# Träden i Ekdala\n\nVi **vill** ha [fler träd](https://ekdala.se/trad) och _ljus_.\n\n"
      "## Vatten\n\n* rena ån\n* öppna *badet*\n\n### Broar\n\n> Bron ska\n> byggas nu.\n\n"
      "| År | Träd |\n|----|-----:|\n| 2024 | 12 |\n\n![karta](karta.png)\n";
  const Document document = read(bytes, {.file = "/sources/text.md"});
  EXPECT_THAT(outline(document),
              ElementsAre("# Träden i Ekdala", "  Vi vill ha fler träd och ljus.", "# Vatten",
                          "* rena ån", "* öppna badet", "# Broar", "  Bron ska byggas nu.",
                          "| År | Träd", "| 2024 | 12"));
  EXPECT_EQ(section_of(document, "byggas nu"), (SectionPath{"Vatten", "Broar"}));
  EXPECT_EQ(shown(document.facts.title), "Träden i Ekdala [metadata]");
  EXPECT_EQ(shown(document.facts.date), "2021-07-05 [metadata]");
  EXPECT_EQ(parties_of(document.facts.attribution), "C");
}

TEST(PassageIds, SurviveEditsElsewhere) {
  const Document before = read("Ån ska bli ren.\n\nBussen ska gå oftare.\n");
  const Document after = read("Något helt nytt först.\n\nBussen ska gå oftare.\n");
  EXPECT_EQ(passage_with(before, "Bussen").id, passage_with(after, "Bussen").id);
  EXPECT_NE(passage_with(before, "Ån").id, passage_with(after, "nytt").id);
}

TEST(PassageIds, TellRepeatsApart) {
  const Document document = read("Ån ska bli ren.\n\nBussen går.\n\nÅn ska bli ren.\n");
  EXPECT_EQ(document.passages[2].id.value, document.passages[0].id.value + "-2");
  EXPECT_EQ(document.passages[0].id.value.size(), std::string("doc#12345678").size());
}

TEST(Markdown, KeepsTheTitleOfAFileThatIsFrontMatterAlone) {
  const Document document =
      read("---\nrubrik: Lag om lov\ndatum: 2008-10-17\n---\n", {.file = "/s/lag.md"});
  EXPECT_THAT(outline(document), ElementsAre("# Lag om lov"));
}

}  // namespace
}  // namespace ordalag
