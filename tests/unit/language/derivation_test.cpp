#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/language/analyser.hpp"
#include "tests/unit/language/analyser_fixture.hpp"

namespace ordalag {
namespace {

std::vector<std::string> relatives(const char* lemma) {
  return analyser().relatives(lemma, cache());
}

bool are_relatives(const char* a, const char* b) {
  const auto found = relatives(a);
  return std::find(found.begin(), found.end(), b) != found.end();
}

TEST(Derivation, FindsTheFamilyOfAWordBothWays) {
  for (const auto& [a, b] :
       {std::pair{"hemlös", "hemlöshet"}, std::pair{"utreda", "utredning"},
        std::pair{"invandrare", "invandring"}, std::pair{"stat", "statlig"},
        std::pair{"politik", "politisk"}, std::pair{"kriminell", "kriminalitet"}}) {
    EXPECT_TRUE(are_relatives(a, b)) << a << ' ' << b;
    EXPECT_TRUE(are_relatives(b, a)) << b << ' ' << a;
  }
}

TEST(Derivation, KeepsWordsApartThatMerelyLookAlike) {
  EXPECT_FALSE(are_relatives("skatt", "skata"));
  EXPECT_FALSE(are_relatives("mål", "måla"));
  EXPECT_FALSE(are_relatives("park", "parkera"));
  EXPECT_FALSE(are_relatives("fattig", "fatta"));
  EXPECT_FALSE(are_relatives("vara", "varning"));
}

TEST(Derivation, NeverNamesTheWordItself) {
  for (const char* word : {"trygghet", "plan", "arbete", "företag"}) {
    const auto found = relatives(word);
    EXPECT_EQ(std::count(found.begin(), found.end(), word), 0) << word;
  }
}

TEST(WeakWord, IsOneInAnyInflection) {
  EXPECT_TRUE(analyser().word("frågorna", cache()).weak);
  EXPECT_TRUE(analyser().word("vissa", cache()).weak);
  EXPECT_FALSE(analyser().word("bostäder", cache()).weak);
}

}  // namespace
}  // namespace ordalag
