#include "core/store/vocabulary.hpp"

#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {
namespace {

using Vocabularies = StoreTest;

TEST_F(Vocabularies, CountThePassagesThatHoldAForm) {
  change({make_document("a", {"Kajen och kajen igen", "En kaj"}),
          make_document("b", {"Kajen vid hamnen"})});
  const auto reader = open_reader();
  EXPECT_EQ(reader->form_frequency("kajen"), 2U);
  EXPECT_EQ(reader->form_frequency("kaj"), 1U);
  EXPECT_EQ(reader->form_frequency("saknas"), 0U);
}

TEST_F(Vocabularies, ListTheFormsOfALemmaMostFrequentFirst) {
  change({make_document("a", {"Kajen", "En kaj", "Kajen igen"})});
  const auto forms = open_reader()->forms_of(analyser_->word("kajen", cache_).lemma);
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[0].form, "kajen");
  EXPECT_EQ(forms[0].passages, 2U);
  EXPECT_EQ(forms[1].form, "kaj");
  EXPECT_TRUE(open_reader()->forms_of("finnsinte").empty());
}

// "drog-" before a conjunction is the drug, "drog" alone is the past of "dra". Whichever comes
// first must not speak for the other.
TEST_F(Vocabularies, KeepTheWordsApartThatOneFormStandsFor) {
  const Document berry = make_document("berry", {"Bär- och fruktodling"});
  const Document carry = make_document("carry", {"Hon bär sin väska"});
  change({berry, carry}, {}, "one");
  change({carry, berry}, {}, "other");
  for (const char* name : {"one", "other"}) {
    const auto reader = open_reader(name);
    EXPECT_EQ(reader->form_frequency("bär"), 2U);
    EXPECT_EQ(reader->forms_with_prefix("bär", 9).size(), 2U);
    for (const auto& [lemma, document] : {std::pair("bär", "berry"), std::pair("bära", "carry")}) {
      const auto forms = reader->forms_of(lemma);
      ASSERT_EQ(forms.size(), 1U) << lemma;
      EXPECT_EQ(forms[0].form, "bär");
      EXPECT_EQ(forms[0].passages, 1U);
      const Matches found = reader->match(RetrievalQuery::word(TermField::kLemma, lemma), {});
      ASSERT_EQ(found.all.size(), 1U) << lemma;
      EXPECT_EQ(reader->document(reader->document_of(found.all[0].passage)).facts.id.value,
                document);
    }
  }
}

TEST_F(Vocabularies, ListFormsByTheirBeginning) {
  change({make_document("a", {"Skolan skolor skog ärende"})});
  const auto forms = open_reader()->forms_with_prefix("sko", 10);
  ASSERT_EQ(forms.size(), 3U);
  EXPECT_EQ(forms[0].form, "skog");
  EXPECT_EQ(open_reader()->forms_with_prefix("sko", 2).size(), 2U);
  EXPECT_EQ(open_reader()->forms_with_prefix("är", 9).size(), 1U);
}

TEST_F(Vocabularies, ForgetFormsWhoseLastPassageIsGone) {
  change({make_document("a", {"Kajen"}), make_document("b", {"Parken"})});
  change({}, {"a"});
  const auto reader = open_reader();
  EXPECT_EQ(reader->form_frequency("kajen"), 0U);
  EXPECT_EQ(reader->form_frequency("parken"), 1U);
}

}  // namespace
}  // namespace ordalag
