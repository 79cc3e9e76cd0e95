#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/reading/signatures.hpp"
#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

const PartyRegistry& registry() {
  static const auto loaded = PartyRegistry::load(ORDALAG_SOURCE_DIR "/corpus/parties.toml");
  return loaded.value();
}

// "Anna Ek, Bo Ask: M+S", or "-" where the text is no signature.
std::string signature_of(std::string_view text) {
  const auto signature = reading::read_signature(text, registry());
  if (!signature) return "-";
  std::string shown;
  for (const std::string& name : signature->names) shown += (shown.empty() ? "" : ", ") + name;
  return shown + ": " + parties_of({signature->party, {}, {}});
}

constexpr std::string_view kDebate =
    "I en ledare skriver tidningen att träden i parken är i vägen. Det är fel, och det vet alla.\n\n"
    "I Västerås har vi arbetat länge med parkerna. Västerås är grönt, och Västerås ska så förbli.\n\n"
    "Anna Ek (S)\n\nKommunstyrelsens ordförande\n\nBo von Ask (S)\n\nOrdförande Parknämnden.\n\n"
    "SVAR DIREKT: Det är inte träden som är i vägen, det är gräsmattan. Ek (S) är en av dem som "
    "kan ändra på det.\n\n"
    "Vi har aldrig skrivit något annat om parkerna i kommunen, och det står vi för.\n\n"
    "Anmäl text- och faktafel\n";

TEST(Signatures, AreNamesWithAPartyAndPerhapsAnOffice) {
  EXPECT_EQ(signature_of("Anna Ek (S)"), "Anna Ek: S");
  EXPECT_EQ(signature_of("Ann-Louise von Ask (SD), kommunalråd"), "Ann-Louise von Ask: SD");
  EXPECT_EQ(signature_of("Anna Ek, finansminister (M)"), "Anna Ek: M");
  EXPECT_EQ(signature_of("Anna Ek (KD) landsbygdsminister"), "Anna Ek: KD");
  EXPECT_EQ(signature_of("Anna Ek (S) och Bo Ask (M)"), "Anna Ek, Bo Ask: M+S");
  EXPECT_EQ(signature_of("av Anna Ek (V)"), "Anna Ek: V");
  EXPECT_EQ(signature_of("Anna Ek, gruppledare för Moderaterna i Borås"), "Anna Ek: M");
}

TEST(Signatures, AreNotMentionsInRunningText) {
  for (const char* text :
       {"Anna Ek (XYZ)", "Ek (S) och Ask (S) är de två som bestämmer", "Anna Ek (S) vill bygga fler hem",
        "Anna Ek", "Social Omsorg (LSS)", "Ekdala Kommun", "Anna Ek (S) har i en debattartikel "
        "skrivit om träden i parken och om gräsmattan som ligger bredvid dem"})
    EXPECT_EQ(signature_of(text), "-") << text;
}

TEST(Attribution, GivesASignedArticleToItsSignatoriesAndTheReplyToNobody) {
  const Document document = read(kDebate);
  const Attribution& article = passage_with(document, "I en ledare").attribution;
  EXPECT_EQ(parties_of(article), "S");
  EXPECT_EQ(article.party_ground, Ground::kSignature);
  EXPECT_EQ(article.speaker, "Anna Ek, Bo von Ask");
  for (const char* part : {"SVAR DIREKT", "aldrig skrivit"}) {
    const Attribution& reply = passage_with(document, part).attribution;
    EXPECT_EQ(parties_of(reply), "-") << part;
    EXPECT_FALSE(reply.speaker.has_value()) << part;
  }
  EXPECT_EQ(parties_of(document.facts.attribution), "S");
  EXPECT_EQ(shown(document.facts.kind), "debate [signature]");
  EXPECT_EQ(shown(document.facts.title), "-");
  EXPECT_EQ(shown(document.facts.municipality), "Västerås [signature]");
}

TEST(Attribution, GivesASignedReplyToItsSignatory) {
  const Document document = read(
      "Träden i parken är i vägen, och det har vi sagt i många år nu utan att någon hört.\n\n"
      "Anna Ek (M)\n\nReplik: Träden är inte alls i vägen, de står där de alltid har stått förut.\n\n"
      "Bo Ask (V)\n");
  EXPECT_EQ(parties_of(passage_with(document, "många år").attribution), "M");
  EXPECT_EQ(parties_of(passage_with(document, "Replik").attribution), "V");
}

TEST(Attribution, GivesABylineWhatFollowsIt) {
  const Document document = read(
      "Motion om fler träd\n\nav Anna Ek (C)\n\nTräden i parken är för få, och det syns på alla som "
      "går där om sommaren.\n");
  EXPECT_EQ(parties_of(passage_with(document, "för få").attribution), "C");
  EXPECT_EQ(passage_with(document, "för få").attribution.speaker, "Anna Ek");
  EXPECT_EQ(shown(document.facts.kind), "motion [title]");
}

TEST(Attribution, LetsTheCatalogueDecideButForSignatures) {
  CatalogueEntry entry;
  entry.id = DocumentId("trad-2021");
  entry.party = std::vector<PartyCode>{PartyCode("L")};
  entry.kind = "letter";
  const Document document = read(kDebate, {.entry = &entry});
  EXPECT_EQ(document.facts.id.value, "trad-2021");
  EXPECT_EQ(parties_of(document.facts.attribution), "L");
  EXPECT_EQ(document.facts.attribution.party_ground, Ground::kCatalogue);
  EXPECT_EQ(parties_of(passage_with(document, "I en ledare").attribution), "S");
  EXPECT_EQ(parties_of(passage_with(document, "SVAR").attribution), "-");
  EXPECT_EQ(shown(document.facts.kind), "letter [catalogue]");
  const Document plain = read("Ån ska bli ren.\n", {.entry = &entry});
  EXPECT_EQ(parties_of(plain.passages[0].attribution), "L");
}

TEST(Attribution, IsNobodysWhereNothingTells) {
  const Document document = read("Moderaterna och Vänsterpartiet är oense om ån. Det är synd.\n");
  EXPECT_EQ(parties_of(document.passages[0].attribution), "-");
  EXPECT_EQ(shown(document.facts.municipality), "-");
  EXPECT_EQ(shown(document.facts.kind), "-");
  EXPECT_EQ(shown(document.facts.date), "-");
}

}  // namespace
}  // namespace ordalag
