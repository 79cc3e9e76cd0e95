#include "indexer/reading/web_furniture.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

// How a phrase must stand in the line, and how far it is to be trusted.
enum class Match : std::uint8_t {
  kWhole,     // the line is the phrase
  kStart,     // a short line starts with it
  kMenuWord,  // the line is the phrase, and another menu line stands beside it
};

struct Phrase {
  std::string_view text;  // lower case
  Match match;
  Leaving leaving;
};

constexpr std::array<Phrase, 122> kPhrases = {{
    {"top of page", Match::kWhole, Leaving::kNavigation},
    {"bottom of page", Match::kWhole, Leaving::kNavigation},
    {"skip to content", Match::kWhole, Leaving::kNavigation},
    {"skip to main content", Match::kWhole, Leaving::kNavigation},
    {"hoppa till innehåll", Match::kStart, Leaving::kNavigation},
    {"hoppa till huvudinnehåll", Match::kStart, Leaving::kNavigation},
    {"gå till innehåll", Match::kStart, Leaving::kNavigation},
    {"gå direkt till innehåll", Match::kStart, Leaving::kNavigation},
    {"till innehållet", Match::kWhole, Leaving::kNavigation},
    {"till sidans innehåll", Match::kWhole, Leaving::kNavigation},
    {"till toppen", Match::kStart, Leaving::kNavigation},
    {"tillbaka till toppen", Match::kStart, Leaving::kNavigation},
    {"tillbaka till startsidan", Match::kStart, Leaving::kNavigation},
    {"till startsidan", Match::kStart, Leaving::kNavigation},
    {"du är här:", Match::kStart, Leaving::kNavigation},
    {"öppna meny", Match::kStart, Leaving::kNavigation},
    {"stäng meny", Match::kStart, Leaving::kNavigation},
    {"visa meny", Match::kStart, Leaving::kNavigation},
    {"huvudmeny", Match::kWhole, Leaving::kNavigation},
    {"vi använder cookies", Match::kStart, Leaving::kNavigation},
    {"vi använder kakor", Match::kStart, Leaving::kNavigation},
    {"den här webbplatsen använder", Match::kStart, Leaving::kNavigation},
    {"denna webbplats använder", Match::kStart, Leaving::kNavigation},
    {"acceptera alla", Match::kStart, Leaving::kNavigation},
    {"acceptera cookies", Match::kStart, Leaving::kNavigation},
    {"acceptera kakor", Match::kStart, Leaving::kNavigation},
    {"godkänn alla", Match::kStart, Leaving::kNavigation},
    {"godkänn cookies", Match::kStart, Leaving::kNavigation},
    {"godkänn kakor", Match::kStart, Leaving::kNavigation},
    {"hantera cookies", Match::kStart, Leaving::kNavigation},
    {"hantera kakor", Match::kStart, Leaving::kNavigation},
    {"endast nödvändiga", Match::kStart, Leaving::kNavigation},
    {"cookieinställningar", Match::kStart, Leaving::kNavigation},
    {"hem", Match::kMenuWord, Leaving::kNavigation},
    {"start", Match::kMenuWord, Leaving::kNavigation},
    {"startsida", Match::kMenuWord, Leaving::kNavigation},
    {"meny", Match::kMenuWord, Leaving::kNavigation},
    {"sök", Match::kMenuWord, Leaving::kNavigation},
    {"om oss", Match::kMenuWord, Leaving::kNavigation},
    {"om partiet", Match::kMenuWord, Leaving::kNavigation},
    {"kontakt", Match::kMenuWord, Leaving::kNavigation},
    {"kontakta oss", Match::kMenuWord, Leaving::kNavigation},
    {"politik", Match::kMenuWord, Leaving::kNavigation},
    {"vår politik", Match::kMenuWord, Leaving::kNavigation},
    {"politik a-ö", Match::kMenuWord, Leaving::kNavigation},
    {"politik a–ö", Match::kMenuWord, Leaving::kNavigation},
    {"nyheter", Match::kMenuWord, Leaving::kNavigation},
    {"aktuellt", Match::kMenuWord, Leaving::kNavigation},
    {"press", Match::kMenuWord, Leaving::kNavigation},
    {"kalender", Match::kMenuWord, Leaving::kNavigation},
    {"bli medlem", Match::kMenuWord, Leaving::kNavigation},
    {"engagera dig", Match::kMenuWord, Leaving::kNavigation},
    {"våra politiker", Match::kMenuWord, Leaving::kNavigation},
    {"våra företrädare", Match::kMenuWord, Leaving::kNavigation},
    {"våra kandidater", Match::kMenuWord, Leaving::kNavigation},
    {"logga in", Match::kMenuWord, Leaving::kNavigation},
    {"mer", Match::kMenuWord, Leaving::kNavigation},
    {"läs mer", Match::kMenuWord, Leaving::kNavigation},
    {"in english", Match::kMenuWord, Leaving::kNavigation},
    {"lättläst", Match::kMenuWord, Leaving::kNavigation},
    {"lyssna", Match::kMenuWord, Leaving::kNavigation},
    {"skriv ut", Match::kMenuWord, Leaving::kNavigation},
    {"dela", Match::kMenuWord, Leaving::kNavigation},
    {"facebook", Match::kMenuWord, Leaving::kNavigation},
    {"instagram", Match::kMenuWord, Leaving::kNavigation},
    {"twitter", Match::kMenuWord, Leaving::kNavigation},
    {"youtube", Match::kMenuWord, Leaving::kNavigation},
    {"linkedin", Match::kMenuWord, Leaving::kNavigation},
    {"våra frågor", Match::kMenuWord, Leaving::kNavigation},
    {"tillgänglighet", Match::kMenuWord, Leaving::kNavigation},
    {"anmäl text- och faktafel", Match::kStart, Leaving::kFooter},
    {"rätta fel", Match::kWhole, Leaving::kFooter},
    {"rapportera fel", Match::kStart, Leaving::kFooter},
    {"dela artikel", Match::kStart, Leaving::kFooter},
    {"dela på ", Match::kStart, Leaving::kFooter},
    {"dela via ", Match::kStart, Leaving::kFooter},
    {"kommentera artikel", Match::kStart, Leaving::kFooter},
    {"kommentarer", Match::kWhole, Leaving::kFooter},
    {"läs också", Match::kStart, Leaving::kFooter},
    {"läs även", Match::kStart, Leaving::kFooter},
    {"läs fler ", Match::kStart, Leaving::kFooter},
    {"följ ämne", Match::kStart, Leaving::kFooter},
    {"prenumerera", Match::kStart, Leaving::kFooter},
    {"tipsa redaktionen", Match::kStart, Leaving::kFooter},
    {"läs mer om ", Match::kStart, Leaving::kFooter},
    {"läs mer:", Match::kStart, Leaving::kFooter},
    {"läs mer här", Match::kStart, Leaving::kFooter},
    {"läs hela ", Match::kStart, Leaving::kFooter},
    {"detta är en debattartikel", Match::kStart, Leaving::kFooter},
    {"det här är en debattartikel", Match::kStart, Leaving::kFooter},
    {"detta är en insändare", Match::kStart, Leaving::kFooter},
    {"det här är en insändare", Match::kStart, Leaving::kFooter},
    {"detta är en opinionstext", Match::kStart, Leaving::kFooter},
    {"det här är en opinionstext", Match::kStart, Leaving::kFooter},
    {"åsikterna i texten ", Match::kStart, Leaving::kFooter},
    {"åsikter som uttrycks i texten", Match::kStart, Leaving::kFooter},
    {"tipsa en vän", Match::kStart, Leaving::kFooter},
    {"följ oss", Match::kWhole, Leaving::kFooter},
    {"följ oss på ", Match::kStart, Leaving::kFooter},
    {"följ oss i sociala medier", Match::kStart, Leaving::kFooter},
    {"cookies och personuppgifter", Match::kWhole, Leaving::kFooter},
    {"kakor och personuppgifter", Match::kWhole, Leaving::kFooter},
    {"om cookies", Match::kWhole, Leaving::kFooter},
    {"cookies", Match::kWhole, Leaving::kFooter},
    {"om webbplatsen", Match::kWhole, Leaving::kFooter},
    {"gdpr", Match::kWhole, Leaving::kFooter},
    {"dela sidan", Match::kStart, Leaving::kFooter},
    {"dela den här ", Match::kStart, Leaving::kFooter},
    {"relaterade artiklar", Match::kWhole, Leaving::kFooter},
    {"relaterat innehåll", Match::kWhole, Leaving::kFooter},
    {"relaterade sidor", Match::kWhole, Leaving::kFooter},
    {"fler artiklar", Match::kWhole, Leaving::kFooter},
    {"mest läst", Match::kWhole, Leaving::kFooter},
    {"kakor", Match::kWhole, Leaving::kFooter},
    {"cookiepolicy", Match::kWhole, Leaving::kFooter},
    {"om kakor", Match::kWhole, Leaving::kFooter},
    {"personuppgiftspolicy", Match::kWhole, Leaving::kFooter},
    {"integritetspolicy", Match::kWhole, Leaving::kFooter},
    {"tillgänglighetsredogörelse", Match::kWhole, Leaving::kFooter},
    {"ansvarig utgivare", Match::kStart, Leaving::kFooter},
    {"copyright ", Match::kStart, Leaving::kFooter},
    {"©", Match::kStart, Leaving::kFooter},
}};

constexpr std::uint32_t kLongestPhraseLine = 14;  // words of a line that starts with a phrase
constexpr std::uint32_t kLongestMenuLine = 3;     // words
constexpr std::size_t kMenuReach = 6;             // lines between two words of one menu

constexpr std::array<std::string_view, 8> kImageEndings = {".png", ".jpg",  ".jpeg", ".gif",
                                                           ".svg", ".webp", ".bmp",  ".tiff"};
constexpr std::uint32_t kLongestImageName = 8;  // words

// "Foto: Anna Ek" and the like: a credit names a person and says nothing.
constexpr std::array<std::string_view, 4> kCredits = {"foto:", "bild:", "fotograf:", "foto "};

// Without the sign that stands before the words of a menu ("☰ Meny").
std::string_view without_sign(std::string_view line) {
  const std::string_view sign = first_word(line);
  const CodePoint c = code_point_at(sign, 0);
  const bool is_sign = c.bytes == sign.size() && c.bytes > 2 && !is_letter(c.value);
  return is_sign ? trimmed(line.substr(sign.size())) : line;
}

const Phrase* find_phrase(std::string_view line) {
  line = without_sign(line);
  const std::string folded = lower_case(line);
  const std::uint32_t words = count_words(line);
  const auto* const found =
      std::find_if(kPhrases.begin(), kPhrases.end(), [&](const Phrase& phrase) {
        if (phrase.match != Match::kStart) return folded == phrase.text;
        return words <= kLongestPhraseLine && std::string_view(folded).starts_with(phrase.text);
      });
  return found == kPhrases.end() ? nullptr : found;
}

// A newspaper's word on whose opinion it prints.
bool announces_debate(std::string_view phrase) {
  return phrase.find(" är en ") != std::string_view::npos;
}

bool is_image_name(std::string_view line) {
  if (count_words(line) > kLongestImageName) return false;
  const std::string folded = lower_case(line);
  if (std::any_of(kImageEndings.begin(), kImageEndings.end(),
                  [&](std::string_view ending) { return folded.ends_with(ending); }))
    return true;
  return count_words(line) <= 5 && !ends_sentence(line) &&
         std::any_of(kCredits.begin(), kCredits.end(), [&](std::string_view credit) {
           return std::string_view(folded).starts_with(credit) && folded.size() > credit.size();
         });
}

// "Hem | Politik | Kontakt", "Hem > Politik > Skola": a menu or a path on one line.
bool is_menu_row(std::string_view line) {
  constexpr std::array<std::string_view, 5> kSeparators = {" | ", " > ", " › ", " » ", " / "};
  for (const std::string_view separator : kSeparators) {
    std::size_t parts = 0;
    std::size_t words = 0;
    std::string_view first;
    bool menu_word = false;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find(separator, at), line.size());
      const std::string_view part = trimmed(line.substr(at, end - at));
      if (parts == 0) first = part;
      const Phrase* phrase = find_phrase(part);
      menu_word = menu_word || (phrase != nullptr && phrase->match == Match::kMenuWord);
      words = std::max<std::size_t>(words, count_words(part));
      ++parts;
      at = end + separator.size();
    }
    const Phrase* opening = find_phrase(first);
    const bool opens = opening != nullptr && opening->match == Match::kMenuWord;
    if (words <= 4 && ((parts >= 3 && menu_word) || (parts >= 2 && opens))) return true;
  }
  return false;
}

// Menu words with another one near: those, and the short lines between them.
void leave_out_menus(Draft& draft, const std::vector<std::size_t>& menu_words) {
  for (std::size_t i = 0; i + 1 < menu_words.size(); ++i) {
    std::size_t between = 0;
    bool short_lines = true;
    for (std::size_t n = menu_words[i] + 1; n < menu_words[i + 1]; ++n) {
      const Line& line = draft.lines[n];
      if (draft.blank(line)) continue;
      ++between;
      short_lines = short_lines && count_words(line.content) <= kLongestMenuLine &&
                    !ends_sentence(line.content) && !ends_with(line.content, ':') &&
                    line.content.find_first_of("0123456789") == std::string_view::npos;
    }
    if (between > kMenuReach || !short_lines) continue;
    for (std::size_t n = menu_words[i]; n <= menu_words[i + 1]; ++n) {
      Line& line = draft.lines[n];
      if (!draft.blank(line) && line.leaving == Leaving::kStays)
        leave_out(draft, line, Leaving::kNavigation);
    }
  }
}

// The name of the site right above its menu, where a page begins.
void leave_out_site_name(Draft& draft) {
  Line* first = nullptr;
  for (Line& line : draft.lines) {
    if (draft.blank(line)) continue;
    if (first == nullptr) {
      if (line.leaving != Leaving::kStays || line.style == LineStyle::kHeading) return;
      first = &line;
      continue;
    }
    if (line.leaving == Leaving::kNavigation && count_words(first->content) <= kLongestMenuLine)
      leave_out(draft, *first, Leaving::kNavigation);
    return;
  }
}

// Titles of other pages, between "Relaterade artiklar" and what ends the page.
void leave_out_links(Draft& draft) {
  constexpr std::array<std::string_view, 5> kOpenings = {"relaterade artiklar",
                                                         "relaterat innehåll", "relaterade sidor",
                                                         "fler artiklar", "mest läst"};
  constexpr std::uint32_t kMostWords = 14;
  constexpr std::size_t kMostLinks = 8;
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const std::string opening = lower_case(draft.lines[i].content);
    if (std::find(kOpenings.begin(), kOpenings.end(), opening) == kOpenings.end()) continue;
    std::vector<std::size_t> links;
    std::size_t n = i + 1;
    for (; n < draft.lines.size() && links.size() <= kMostLinks; ++n) {
      const Line& line = draft.lines[n];
      if (draft.blank(line)) continue;
      if (line.leaving != Leaving::kStays || count_words(line.content) > kMostWords ||
          ends_with(line.content, '.'))
        break;
      links.push_back(n);
    }
    const bool ended = n == draft.lines.size() || draft.lines[n].leaving != Leaving::kStays;
    if (!ended || links.size() > kMostLinks) continue;
    for (const std::size_t link : links) leave_out(draft, draft.lines[link], Leaving::kFooter);
  }
}

}  // namespace

void leave_out_web_furniture(Draft& draft) {
  constexpr std::size_t kLongest = 160;  // bytes; no phrase line is longer
  std::vector<std::size_t> menu_words;
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    Line& line = draft.lines[i];
    if (draft.blank(line) || line.leaving != Leaving::kStays || line.content.size() > kLongest ||
        line.style == LineStyle::kHeading)
      continue;
    if (is_image_name(line.content)) {
      leave_out(draft, line, Leaving::kImageName);
    } else if (const Phrase* phrase = find_phrase(line.content)) {
      if (phrase->match == Match::kMenuWord) {
        menu_words.push_back(i);
      } else {
        if (announces_debate(phrase->text)) draft.marks.push_back({"kind", "debate"});
        leave_out(draft, line, phrase->leaving);
      }
    } else if (is_menu_row(line.content)) {
      leave_out(draft, line, Leaving::kNavigation);
    }
  }
  leave_out_menus(draft, menu_words);
  leave_out_site_name(draft);
  leave_out_links(draft);
}

}  // namespace ordalag::reading
