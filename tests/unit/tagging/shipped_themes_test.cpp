// The themes that ship, on invented texts with the traits of real ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/tagging/tagging_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

class ShippedThemes : public ::testing::Test {
 protected:
  std::vector<std::string> themes_of_text(std::string_view text) {
    DocumentBuilder builder;
    const Document document = tagged(tagger_, builder.passage(text).build());
    return ids(document.passages.front());
  }

  Tagger tagger_{*ThemeRegistry::load(ORDALAG_SOURCE_DIR "/corpus/themes.toml"), test_analyser()};
};

TEST_F(ShippedThemes, SocialPolicyIsToldApart) {
  EXPECT_THAT(themes_of_text("Ingen i Älvfors ska vräkas utan att erbjudas tak över huvudet."),
              AllOf(Contains("hemloshet"), Contains("bostad")));
  EXPECT_THAT(themes_of_text("Fler händer i hemtjänsten och inga minutscheman på äldreboendet."),
              AllOf(Contains("aldreomsorg"), Contains("aldre")));
  EXPECT_THAT(themes_of_text("Den som lever med beroende ska få vård samma dag, utan väntan på avgiftning."),
              Contains("missbruk"));
  EXPECT_THAT(themes_of_text("Den som får försörjningsstöd och kan arbeta ska delta i praktik."),
              AllOf(Contains("ekonomiskt-bistand"), Contains("valfard")));
  EXPECT_THAT(themes_of_text("Kvinnojouren ska få långsiktiga avtal."),
              Contains("vald-i-nara-relationer"));
}

TEST_F(ShippedThemes, ABargainIsNotAboutBeingOld) {
  EXPECT_THAT(themes_of_text("Gamla regler om skyltar ska tas bort."), Not(Contains("aldre")));
  EXPECT_THAT(themes_of_text("Vi drog tillbaka förslaget."), Not(Contains("missbruk")));
}

TEST_F(ShippedThemes, AidAbroadIsNotSocialAssistance) {
  const auto abroad = themes_of_text("Sveriges bistånd till Ukraina ska öka genom FN.");
  EXPECT_EQ(abroad.front(), "utrikes-och-bistand");
}

TEST_F(ShippedThemes, AGreetingHasNoTheme) {
  EXPECT_THAT(themes_of_text("Tack för förtroendet, nu fortsätter vi tillsammans."), IsEmpty());
}

TEST_F(ShippedThemes, EveryTermStandsForAtLeastOneWord) {
  WordCache words;
  std::vector<Token> tokens;
  for (const Theme& theme : tagger_.registry().themes()) {
    for (const ThemeTerm& term : theme.vocabulary) {
      test_analyser()->tokenise(term.text, words, tokens);
      ASSERT_FALSE(tokens.empty()) << theme.id.value << ": " << term.notation();
      if (term.scope == TermScope::kForm || term.scope == TermScope::kPhrase) continue;
      EXPECT_FALSE(tokens.front().word->stop)
          << theme.id.value << ": " << term.notation() << " is a function word";
    }
  }
}

}  // namespace
}  // namespace ordalag
