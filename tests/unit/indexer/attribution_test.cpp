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

TEST(Signatures, MayHaveTheirOfficeBelowAndASignOrAPlaceAfterIt) {
  const Document document = read(
      "Om vägen till byn har det skrivits mycket, och det mesta av det har varit fel från början.\n\n"
      "Anna Ek\nErsättare i tekniska nämnden (SD)\n\nSvar:\n\nVägen till byn är bred nog, och den som säger annat "
      "har inte varit där på länge.\n\nBo Ask, språkrör (MP) Ekdala\n");
  EXPECT_EQ(parties_of(passage_with(document, "mesta av det").attribution), "SD");
  EXPECT_EQ(parties_of(passage_with(document, "bred nog").attribution), "MP");
}

TEST(Signatures, AreNotMentionsInRunningText) {
  for (const char* text :
       {"Anna Ek (XYZ)", "Ek (S) och Ask (S) är de två som bestämmer", "Anna Ek (S) vill bygga fler hem",
        "Anna Ek", "Social Omsorg (LSS)", "Ekdala Kommun", "Anna Ek (S) har i en debattartikel "
        "skrivit om träden i parken och om gräsmattan som ligger bredvid dem",
        "Anna Ek (S) yrkar bifall till motionen.", "Anna Ek (S): Nej. Träden står kvar."})
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

TEST(Attribution, GivesALineOfSpeechToItsSpeakerAlone) {
  const Document document = read(
      "Frågor om parken\n\nTidningen har träffat två gruppledare.\n\n"
      "Fråga: Ska träden stå kvar?\n\n"
      "Anna Ek (V): Ja, och vi vill:\n- plantera fler\n- vattna dem alla\n\n"
      "Bo Ask (M): Nej, de är gamla och farliga.\n\n"
      "Anna Ek: Det är de inte alls.\n\n"
      "Karl Xyz (ÖÖ): Jag har inget parti som någon känner.\n\n"
      "Träden är från 1890.\n");
  EXPECT_EQ(parties_of(passage_with(document, "Ja, och vi vill").attribution), "V");
  EXPECT_EQ(parties_of(passage_with(document, "vattna").attribution), "V");
  EXPECT_EQ(parties_of(passage_with(document, "farliga").attribution), "M");
  EXPECT_EQ(parties_of(passage_with(document, "inte alls").attribution), "V");
  EXPECT_EQ(parties_of(passage_with(document, "inget parti").attribution), "-");
  EXPECT_EQ(passage_with(document, "inget parti").attribution.speaker, "Karl Xyz");
  EXPECT_EQ(parties_of(passage_with(document, "1890").attribution), "-");
  EXPECT_EQ(parties_of(document.facts.attribution), "-");
}

TEST(Attribution, GivesASpeechToTheOneWhoseNameOpensIt) {
  const Document document = read(
      "Anf. 1 Anna Ek (V):\n\nHerr talman! Parken är i fara.\n\nVi vill rädda den.\n\n"
      "Anf. 2 Statsrådet Bo Ask (KD):\n\nParken klarar sig.\n\n"
      "Anf. 3 Anna Ek (V) replik:\n\nDet gör den inte.\n");
  EXPECT_EQ(parties_of(passage_with(document, "rädda").attribution), "V");
  EXPECT_EQ(passage_with(document, "klarar sig").attribution.speaker, "Bo Ask");
  EXPECT_EQ(parties_of(passage_with(document, "klarar sig").attribution), "KD");
  EXPECT_EQ(parties_of(passage_with(document, "Det gör den").attribution), "V");
}

TEST(Attribution, GivesOfMinutesOnlyWhatIsPutOnRecord) {
  const Document document = read(
      "Sammanträdesprotokoll\n\nBeslutande\nAnna Ek (S), ordförande\nBo Ask (M)\n\n"
      "Kommunstyrelsen beslutar att fälla alla träd i parken före den första maj nästa år.\n\n"
      "Bo Ask (M) yrkar bifall till förslaget.\n\n"
      "Reservation\n\nVi reserverar oss mot beslutet, eftersom träden är friska och har många år kvar.\n\n"
      "Eva Lind (MP)\n\n"
      "Kommunstyrelsen går därefter över till nästa ärende, som gäller bänkarna i samma park.\n");
  EXPECT_EQ(parties_of(passage_with(document, "fälla alla").attribution), "-");
  EXPECT_EQ(parties_of(passage_with(document, "yrkar").attribution), "-");
  EXPECT_EQ(parties_of(passage_with(document, "reserverar oss").attribution), "MP");
  EXPECT_EQ(passage_with(document, "reserverar oss").attribution.speaker, "Eva Lind");
  EXPECT_EQ(parties_of(passage_with(document, "bänkarna").attribution), "-");
  EXPECT_EQ(parties_of(document.facts.attribution), "-");
}

TEST(Attribution, OfAHeadingHoldsOnlyWhereNobodyOfAnotherPartySigns) {
  const std::string article =
      "Spara parken\n\nParken är hundra år gammal, och den har aldrig varit så hotad som nu.\n\n"
      "Vi socialdemokrater vill:\n- plantera träd\n- laga bänkar\n\nAnna Ek (S)\n";
  EXPECT_EQ(parties_of(passage_with(read(article + "\nFotnot: Bilden är från 1921.\n"), "Fotnot")
                           .attribution),
            "S");
  const Document both = read(article +
                             "\nReplik: Parken är inte alls hotad, den är bara gammal och trött.\n\n"
                             "Bo Ask (M)\n\nFotnot: Bilden är från 1921.\n");
  EXPECT_EQ(parties_of(passage_with(both, "Fotnot").attribution), "-");
  EXPECT_EQ(parties_of(passage_with(both, "trött").attribution), "M");
}

TEST(Attribution, GivesABylineOfAPartWhatFollowsItAndNothingBefore) {
  const Document document = read(
      "Betänkande om träd\n\n"
      "Utskottet anser att träden i parken kan fällas, och att nya kan planteras på annan plats.\n\n"
      "Trädens ålder, punkt 1 (V)\n\nav Anna Ek (V).\n\n"
      "Jag anser att träden är så gamla att de borde fredas, och att bänkarna kan flyttas i stället.\n\n"
      "Bänkarna, punkt 2 (M, KD)\n\nav Bo Ask (M) och Eva Lind (KD).\n\n"
      "Vi anser att bänkarna står bra där de står, och att de som sitter på dem tycker detsamma.\n\n"
      "Särskilt yttrande\n\nKarin Al (L) och Per Bo (L) anför:\n\n"
      "Vi hade gärna sett att även buskarna hade fått stå kvar, eftersom fåglarna bor i dem.\n\n"
      "Bilaga 1 Förteckning\n\nHär står alla förslag som utskottet har behandlat under året som gick.\n");
  EXPECT_EQ(parties_of(passage_with(document, "Utskottet anser").attribution), "-");
  EXPECT_EQ(parties_of(passage_with(document, "fredas").attribution), "V");
  EXPECT_EQ(parties_of(passage_with(document, "Bänkarna, punkt").attribution), "KD+M");
  EXPECT_EQ(parties_of(passage_with(document, "står bra").attribution), "KD+M");
  EXPECT_EQ(parties_of(passage_with(document, "buskarna").attribution), "L");
  EXPECT_EQ(passage_with(document, "buskarna").attribution.speaker, "Karin Al, Per Bo");
  EXPECT_EQ(parties_of(passage_with(document, "Här står").attribution), "-");
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
