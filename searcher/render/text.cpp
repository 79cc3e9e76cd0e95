#include "searcher/render/text.hpp"

#include <algorithm>
#include <array>

#include "core/text/join.hpp"
#include "core/text/utf8.hpp"
#include "searcher/render/display_width.hpp"
#include "searcher/render/unknown_values.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kIndent = "    ";
constexpr std::size_t kFacetValues = 4;  // of each facet, in the short line

Style style_of(MatchClass match_class) {
  constexpr std::array kStyles{Style::kExact, Style::kInflected, Style::kCompound, Style::kSynonym};
  return kStyles[static_cast<std::size_t>(match_class)];
}

void add_snippet(const Snippet& snippet, StyledText& out) {
  const std::string_view text = snippet.text;
  std::size_t at = 0;
  for (const Highlight& highlight : snippet.highlights) {
    const std::size_t begin = byte_of_code_point(text, highlight.span.begin);
    const std::size_t end = byte_of_code_point(text, highlight.span.end);
    out.add(text.substr(at, begin - at));
    out.add(text.substr(begin, end - begin), style_of(highlight.match_class));
    at = end;
  }
  out.add(text.substr(at));
}

std::string party_codes(const Hit& hit, Language language) {
  std::vector<std::string> codes;
  for (const PartyCode& code : hit.passage.attribution.party) codes.push_back(code.value);
  return codes.empty() ? say(Phrase::kNoParty, language) : joined(codes, ", ");
}

std::string total_line(const SearchAnswer& answer, Language language) {
  std::string line = !answer.exact_total ? say(Phrase::kAtLeast, language, answer.total)
                     : answer.total == 1 ? say(Phrase::kOneHit, language)
                                         : say(Phrase::kHits, language, answer.total);
  if (answer.all_words < answer.total)
    line += ", " + say(Phrase::kAllWords, language, answer.all_words);
  return line;
}

struct FacetRow {
  Phrase name;
  const std::vector<FacetCount>* counts;
};

std::array<FacetRow, 5> facet_rows(const Facets& facets) {
  return {FacetRow{Phrase::kParty, &facets.party}, FacetRow{Phrase::kTheme, &facets.theme},
          FacetRow{Phrase::kMunicipality, &facets.municipality},
          FacetRow{Phrase::kKind, &facets.kind}, FacetRow{Phrase::kYear, &facets.year}};
}

// A line for each facet, its commonest values.
std::string facet_lines(const Facets& facets, const TextOptions& options) {
  std::string text;
  for (const FacetRow& row : facet_rows(facets)) {
    if (row.counts->empty()) continue;
    StyledText line;
    line.add(say(row.name, options.language) + ": ", Style::kFaint);
    std::vector<FacetCount> counts = *row.counts;
    std::stable_sort(counts.begin(), counts.end(),
                     [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
    const bool named = row.name == Phrase::kTheme || row.name == Phrase::kKind;
    for (std::size_t i = 0; i < std::min(kFacetValues, counts.size()); ++i)
      line.add((named ? counts[i].label : counts[i].value) + " " + std::to_string(counts[i].count) +
               (i + 1 < counts.size() ? ", " : ""));
    if (counts.size() > kFacetValues) line.add("…");
    text += line.wrapped(options.width, "", options.colour);
  }
  return text;
}

// What the query was read as, or may have been meant to say; empty when it stands as it is.
std::string reading_line(const SearchAnswer& answer, const TextOptions& options) {
  if (!answer.suggestion) return {};
  const bool read = std::any_of(answer.expansions.begin(), answer.expansions.end(),
                                [](const Expansion& expansion) { return expansion.read_as; });
  StyledText line;
  line.add(say(read ? Phrase::kReadAs : Phrase::kDidYouMean, options.language, *answer.suggestion));
  return line.wrapped(options.width, "", options.colour);
}

}  // namespace

std::string hit_text(const Hit& hit, const TextOptions& options) {
  const Language language = options.language;
  StyledText head;
  head.add(std::to_string(hit.finding->rank) + ". ", Style::kFaint);
  head.add("(" + party_codes(hit, language) + ") ", Style::kStrong);
  head.add(hit.cite, Style::kStrong);
  if (!hit.editions.empty())
    head.add(
        "  " + (hit.editions.size() == 1 ? say(Phrase::kMorePlace, language)
                                         : say(Phrase::kMorePlaces, language, hit.editions.size())),
        Style::kFaint);
  std::string text = head.wrapped(options.width, "", options.colour);
  StyledText body;
  if (hit.lead_in) body.add(*hit.lead_in + " ", Style::kFaint);
  add_snippet(hit.finding->snippet, body);
  text += body.wrapped(options.width, kIndent, options.colour);
  StyledText foot;
  if (!hit.finding->missing.empty())
    foot.add(say(Phrase::kMissing, language, joined(hit.finding->missing, ", ")) + "  ",
             Style::kFaint);
  foot.add(hit.passage.id.value, Style::kFaint);
  return text + foot.wrapped(options.width, kIndent, options.colour);
}

std::string total_text(const SearchAnswer& answer, const TextOptions& options) {
  StyledText head;
  head.add(total_line(answer, options.language), Style::kFaint);
  return unknown_values_text(answer.unknown, options) +
         head.wrapped(options.width, "", options.colour);
}

std::string search_text(const SearchAnswer& answer, const TextOptions& options) {
  if (answer.total == 0) {
    std::string text = unknown_values_text(answer.unknown, options) +
                       say(Phrase::kNoHits, options.language) + "\n";
    if (answer.suggestion)
      text += say(Phrase::kDidYouMean, options.language, *answer.suggestion) + "\n";
    return text;
  }
  std::string text = total_text(answer, options) + reading_line(answer, options) + "\n";
  for (const Hit& hit : answer.hits) text += hit_text(hit, options) + "\n";
  return text + facet_lines(answer.facets, options);
}

std::string facets_text(const SearchAnswer& answer, const TextOptions& options) {
  std::string text = total_text(answer, options);
  for (const FacetRow& row : facet_rows(answer.facets)) {
    if (row.counts->empty()) continue;
    StyledText name;
    name.add(say(row.name, options.language), Style::kStrong);
    text += "\n" + name.wrapped(options.width, "", options.colour);
    std::uint32_t widest = 0;
    for (const FacetCount& count : *row.counts)
      widest = std::max(widest, display_width(count.label));
    for (const FacetCount& count : *row.counts) {
      const std::size_t padding = widest - display_width(count.label) + 2;
      const std::string figure = std::to_string(count.count);
      text += "  " + count.label + std::string(padding, ' ') +
              std::string(figure.size() < 7 ? 7 - figure.size() : 0, ' ') + figure + "\n";
    }
  }
  return text;
}

}  // namespace ordalag
