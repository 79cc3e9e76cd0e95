#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "indexer/extract/web/extract_html.hpp"
#include "indexer/extract/web/html_charset.hpp"
#include "tests/unit/extract/reading_of.hpp"

namespace ordalag::extract {
namespace {

using reading::ExtractedText;
using reading::LineStyle;
using test::left_out;
using test::line_of;
using test::stated;
using test::texts_of;
using ::testing::ElementsAre;

ExtractedText good(const std::string& html) {
  auto extracted = extract_html(html);
  EXPECT_TRUE(extracted) << extracted.error().message;
  return extracted ? *std::move(extracted) : ExtractedText();
}

const std::string kLong =
    "Kommunen ska bygga fler hyresrätter i alla delar av staden, och den ska börja redan i år.";

TEST(Html, LeavesOutNavigationCookiesAndFooter) {
  const ExtractedText extracted = good(
      "<!doctype html><meta charset=utf-8><body><nav><a href=/>Hem</a> <a href=/om>Om</a></nav>"
      "<div class=\"site-header__menu\"><ul><li><a href=/a>A</a></ul></div>"
      "<div id=\"cookieBanner\"><p>Vi använder kakor.</p><button>Ok</button></div>"
      "<main><h1>Bostäder</h1><p>" + kLong + "</p></main>"
      "<footer>Telefon 000</footer></body>");
  EXPECT_THAT(texts_of(extracted), ElementsAre("Bostäder", kLong));
  EXPECT_GE(left_out(extracted, "navigation"), 2U);
  EXPECT_EQ(left_out(extracted, "cookie_notice"), 1U);
  EXPECT_EQ(left_out(extracted, "footer"), 1U);
}

TEST(Html, TellsALinkListFromAListOfDemands) {
  const ExtractedText extracted = good(
      "<body><h1>Vår politik</h1><p>" + kLong + "</p>"
      "<ul><li>Fler lärare i skolan<li>Kortare köer i vården<li>Bättre bussar</ul>"
      "<div><a href=/a>Nyheter</a> <a href=/b>Kontakt</a> <a href=/c>Press</a></div>");
  EXPECT_THAT(texts_of(extracted),
              ElementsAre("Vår politik", kLong, "Fler lärare i skolan", "Kortare köer i vården",
                          "Bättre bussar"));
  EXPECT_EQ(line_of(extracted, "Bättre bussar").style, LineStyle::kListItem);
}

TEST(Html, KeepsTheFirstHeadingOfAPageHeader) {
  const ExtractedText extracted =
      good("<body><header><a href=/>Logga</a><h1>Program</h1></header><main><p>" + kLong +
           "</p></main>");
  EXPECT_THAT(texts_of(extracted), ElementsAre("Program", kLong));
}

TEST(Html, ReadsTablesRowByRow) {
  const ExtractedText extracted =
      good("<body><p>" + kLong + "</p><table><tr><th>Nämnd<th>Kronor<tr><td>Skola<td>412</table>");
  EXPECT_THAT(texts_of(extracted), ElementsAre(kLong, "Nämnd | Kronor", "Skola | 412"));
  EXPECT_EQ(line_of(extracted, "Skola | 412").style, LineStyle::kTableRow);
}

TEST(Html, TakesABreakForASpaceAndTwoForAParagraph) {
  EXPECT_THAT(texts_of(good("<body><p>Ett<br>två<br><br>Tre<br>- fyra</p>")),
              ElementsAre("Ett två", "Tre", "- fyra"));
}

TEST(Html, DropsReferencesToNotesAndKeepsOtherLinks) {
  EXPECT_THAT(texts_of(good("<body><p>Lagen<sup><a href=\"#n1\">1</a></sup> gäller "
                            "<a href=\"#x\">här</a>.</p>")),
              ElementsAre("Lagen gäller här."));
}

TEST(Html, StatesWhatTheMarkupStates) {
  const ExtractedText extracted = good(
      "<html><head><title>Bostäder | Älvfors</title><link rel=canonical href=\"https://a.se/b\">"
      "<meta property=\"og:site_name\" content=\"Älvfors\">"
      "<meta property=\"article:published_time\" content=\"2022-04-05T09:00:00+02:00\"></head>"
      "<body><p>" + kLong + "</p></body></html>");
  EXPECT_EQ(stated(extracted, "title"), "Bostäder");
  EXPECT_EQ(stated(extracted, "url"), "https://a.se/b");
  EXPECT_EQ(stated(extracted, "publisher"), "Älvfors");
  EXPECT_EQ(stated(extracted, "date"), "2022-04-05");
}

TEST(Html, FindsTheDateInLinkedData) {
  EXPECT_EQ(stated(good("<html><head><script type=\"application/ld+json\">{\"datePublished\":"
                        "\"2020-01-02\"}</script></head><body><p>Text här.</p></body></html>"),
                   "date"),
            "2020-01-02");
}

TEST(HtmlCharset, BelievesTheDeclarationWhereTheBytesAgree) {
  EXPECT_THAT(texts_of(good("<meta charset=utf-8><body><p>Åtgärder för \xC3 öar, ängar och älvar</p>")),
              ElementsAre("Åtgärder för \xEF\xBF\xBD öar, ängar och älvar"));
  const ExtractedText latin = good("<meta charset=\"iso-8859-1\"><body><p>F\xF6r \xE5r</p>");
  EXPECT_THAT(texts_of(latin), ElementsAre("För år"));
  EXPECT_EQ(latin.decoded.charset, Charset::kWindows1252);
  EXPECT_THAT(texts_of(good("<meta charset=\"iso-8859-1\"><body><p>För år</p>")),
              ElementsAre("För år"));
  EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='UTF-8'?>"), "utf-8");
}

TEST(Html, ShowsNoTextOfScriptsTemplatesAndHiddenElements) {
  EXPECT_THAT(texts_of(good("<body><script>var a;</script><template><p>Mall</p></template>"
                            "<div style=\"display: none\">Dold</div><p>Syns.</p>"
                            "<p>Syns också och är längre än det som är dolt.</p>")),
              ElementsAre("Syns.", "Syns också och är längre än det som är dolt."));
}

TEST(Html, SurvivesDeepNesting) {
  std::string deep = "<body>";
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  const auto extracted = extract_html(deep + "<p>Text.</p>");
  EXPECT_TRUE(extracted || extracted.error().code == ErrorCode::kBadInput);
}

}  // namespace
}  // namespace ordalag::extract
