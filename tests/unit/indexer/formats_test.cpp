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

}  // namespace
}  // namespace ordalag
