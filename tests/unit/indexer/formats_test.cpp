// Documents of formats that a library reads, through the reading process and all passes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::ElementsAre;

Document read_page(const std::string& body) {
  return read("<html><body><main>" + body + "</main></body></html>", {"/sources/page.html"});
}

TEST(WebPage, HasAPassageForEachItemOfAList) {
  const Document page = read_page(
      "<h1>Odling i Ekdala</h1><p>Vi vill:</p><ul>"
      "<li>att minst var tionde tomt blir kolonilott</li>"
      "<li>att varje förskola har en odlingslåda</li>"
      "<li>att kompost hämtas gratis</li></ul>");
  EXPECT_THAT(outline(page), ElementsAre("# Odling i Ekdala", "  Vi vill:",
                                         "* att minst var tionde tomt blir kolonilott",
                                         "* att varje förskola har en odlingslåda",
                                         "* att kompost hämtas gratis"));
}

TEST(WebPage, LeadsAListWithinAListByTheItemThatOpensIt) {
  const Document page = read_page(
      "<h1>Boende</h1><p>Vi vill:</p><ul><li>bygga nya hus:<ul><li>ett i Norrby</li>"
      "<li>ett i hamnen</li></ul></li><li>måla de gamla</li></ul>");
  const auto lead_in = [&](std::string_view part) {
    return page.text_of(page.passages[passage_with(page, part).lead_in.value()]);
  };
  EXPECT_EQ(lead_in("hamnen"), "bygga nya hus:");
  EXPECT_EQ(lead_in("måla"), "Vi vill:");
}

TEST(WebPage, HasNoSectionUnderACaptionOfAPictureOrATable) {
  const Document page = read_page(
      "<h1>Skolan i Ekdala</h1><figure><img src='a.jpg'><figcaption>Byskolan 1952</figcaption></figure>"
      "<p>Byskolan ska öppnas igen, och den ska ha lärare i alla ämnen.</p>"
      "<table><caption>Elever per skola</caption><tr><td>Norrby</td><td>84</td></tr></table>"
      "<blockquote><p>Skolan är byns hjärta.</p><footer>Karin Ek, förälder</footer></blockquote>"
      "<p>Kommunen har råd med detta, och därför ska det göras.</p>");
  EXPECT_THAT(outline(page),
              ElementsAre("# Skolan i Ekdala", "  Byskolan 1952",
                          "  Byskolan ska öppnas igen, och den ska ha lärare i alla ämnen.",
                          "  Elever per skola", "| Norrby | 84", "  Skolan är byns hjärta.",
                          "  Karin Ek, förälder",
                          "  Kommunen har råd med detta, och därför ska det göras."));
}

TEST(WebPage, PutsAHeadingWithoutMarkupBelowTheOneWithIt) {
  const Document page = read_page(
      "<h1>Skolan i Ekdala</h1><h2>Det här vill vi</h2><p>Vi vill öppna byskolan igen i höst.</p>"
      "<dl><dt>Vad kostar det?</dt><dd>Ungefär 14 miljoner kronor om året, och det finns.</dd></dl>");
  EXPECT_EQ(page.sections[passage_with(page, "Ungefär").section].back(), "Vad kostar det?");
  EXPECT_EQ(page.sections[passage_with(page, "Ungefär").section].front(), "Skolan i Ekdala");
}

}  // namespace
}  // namespace ordalag
