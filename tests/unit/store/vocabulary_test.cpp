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
