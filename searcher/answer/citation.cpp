#include "searcher/answer/citation.hpp"

#include <filesystem>
#include <optional>
#include <vector>

#include "core/text/percent.hpp"
#include "core/text/text_directive.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr int kSelectorContext = 32;  // code points on each side

struct CiteWords {
  std::string_view section, page, line, lines, paragraph, paragraphs, record;
};

constexpr CiteWords kSwedishWords{"avsnitt", "s.", "rad", "rad", "stycke", "stycke", "post"};
constexpr CiteWords kEnglishWords{"section",    "p.",         "line",  "lines",
                                   "paragraph", "paragraphs", "record"};

void add(std::string& cite, std::string_view piece) {
  if (piece.empty()) return;
  if (!cite.empty()) cite += ", ";
  cite += piece;
}

std::string joined(const std::vector<std::string>& names, Language language) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0)
      text += i + 1 < names.size() ? ", " : language == Language::kSwedish ? " och " : " and ";
    text += names[i];
  }
  return text;
}

std::string speaker(const Hit& hit, const Registries& registries, Language language) {
  const Attribution& by = hit.passage.attribution;
  std::vector<std::string> names;
  if (by.speaker) {
    std::string codes;
    for (const PartyCode& code : by.party) codes += (codes.empty() ? "" : ", ") + code.value;
    return codes.empty() ? *by.speaker : *by.speaker + " (" + codes + ")";
  }
  for (const PartyCode& code : by.party) names.push_back(party_label(registries, code, language));
  if (names.empty() && hit.document.publisher) return hit.document.publisher->value;
  return joined(names, language);
}

std::string title(const Hit& hit) {
  if (hit.document.title) return hit.document.title->value;
  if (hit.source.record) return hit.document.id.value;
  return std::filesystem::path(hit.source.file).filename().string();
}

std::string range(const LineRange& lines) {
  std::string text = std::to_string(lines.first);
  if (lines.last != lines.first) text += "–" + std::to_string(lines.last);
  return text;
}

std::string place_of_lines(const Hit& hit, const CiteWords& words) {
  const Provenance& place = hit.passage.provenance;
  const auto& lines = place.printed_lines ? place.printed_lines : place.lines;
  if (!lines) return {};
  std::string_view word = lines->first == lines->last ? words.line : words.lines;
  if (hit.source.record && !place.printed_lines) word = words.record;
  // Formats that give no bytes of the file (Word, web pages) count paragraphs.
  else if (!place.source_bytes && !place.printed_lines)
    word = lines->first == lines->last ? words.paragraph : words.paragraphs;
  return std::string(word) + " " + range(*lines);
}


}  // namespace

std::string cite(const Hit& hit, const Registries& registries, Language language) {
  const CiteWords& words = language == Language::kSwedish ? kSwedishWords : kEnglishWords;
  std::string text;
  add(text, speaker(hit, registries, language));
  add(text, title(hit));
  if (!hit.section.empty()) add(text, std::string(words.section) + " " + hit.section.back());
  const Provenance& place = hit.passage.provenance;
  if (place.page_label)
    add(text, std::string(words.page) + " " + *place.page_label);
  else if (place.page)
    add(text, std::string(words.page) + " " + std::to_string(*place.page));
  add(text, place_of_lines(hit, words));
  return text;
}

std::string source_link(const Hit& hit) {
  std::string link = hit.document.url ? hit.document.url->value
                                      : "file://" + percent_encoded(hit.source.file, "/-._~");
  if (hit.passage.provenance.page && link.find('#') == std::string::npos)
    link += "#page=" + std::to_string(*hit.passage.provenance.page);
  return link;
}

namespace {

// For a web page that was saved as text: the page is taken to show what the text holds, the cells of a
// table each as a block.
std::optional<std::string> directive_in(std::string_view canonical, const Passage& passage) {
  if (passage.kind != PassageKind::kTableRow) return ShownPage(canonical).directive(passage.bytes);
  std::string page(canonical);
  constexpr std::string_view kBar = " | ";
  for (std::size_t at = page.find(kBar, passage.bytes.begin);
       at < passage.bytes.end; at = page.find(kBar, at))
    page.replace(at, kBar.size(), "\n\n\n");
  return ShownPage(page).directive(passage.bytes);
}

}  // namespace

std::optional<std::string> text_fragment(const Hit& hit, std::string_view canonical) {
  const bool from_web = hit.document.kind && hit.document.kind->value == "web" &&
                        hit.document.url && !hit.document.url->value.ends_with(".pdf");
  if (hit.source.format != "html" && !from_web) return std::nullopt;
  const std::optional<std::string> directive = hit.source.format == "html"
                                                   ? hit.passage.provenance.text_directive
                                                   : directive_in(canonical, hit.passage);
  if (!directive) return std::nullopt;
  const std::string page = source_link(hit);
  return page + (page.find('#') == std::string::npos ? "#" : "") + *directive;
}

std::string self_link(const PassageId& id) { return "/v1/passages/" + percent_encoded(id.value); }

TextQuoteSelector selector(const Passage& passage, std::string_view canonical) {
  const std::size_t begin = step_back(canonical, passage.bytes.begin, kSelectorContext);
  const std::size_t end = step_on(canonical, passage.bytes.end, kSelectorContext);
  const auto slice = [&](std::size_t from, std::size_t to) {
    return std::string(canonical.substr(from, to - from));
  };
  return {slice(passage.bytes.begin, passage.bytes.end), slice(begin, passage.bytes.begin),
          slice(passage.bytes.end, end)};
}

}  // namespace ordalag
