#include "searcher/answer/facets.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ordalag {
namespace {

using Counts = std::unordered_map<std::string, std::uint32_t>;

// First and last year of an ISO date or period; {0, -1} when it holds none.
std::pair<int, int> years_of(std::string_view date) {
  const auto year_at = [&](std::size_t at) {
    int year = 0;
    if (at + 4 <= date.size()) std::from_chars(date.data() + at, date.data() + at + 4, year);
    return year;
  };
  const int first = year_at(0);
  const std::size_t slash = date.find('/');
  constexpr int kEarliest = 1000;
  if (first < kEarliest) return {0, -1};
  const int last = slash == std::string_view::npos ? first : year_at(slash + 1);
  return {first, std::max(first, last)};
}

template <class Label>
std::vector<FacetCount> by_count(Counts counts, Label label) {
  std::vector<FacetCount> list;
  for (auto& [value, count] : counts) list.push_back({value, label(value), count});
  std::sort(list.begin(), list.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return list;
}

}  // namespace

Facets count_facets(std::span<const PassageNumber> passages, Counted counted,
                    const FacetContext& context) {
  const IndexReader& reader = context.reader;
  Counts party, theme, municipality, kind, year;
  std::unordered_map<DocumentNumber, std::uint32_t> documents;
  for (const PassageNumber passage : passages) {
    const DocumentNumber document = reader.document_of(passage);
    const auto& speakers = counted == Counted::kPassages
                               ? reader.parties(passage)
                               : reader.document(document).facts.attribution.party;
    for (const PartyCode& code : speakers) ++party[code.value];
    if (counted == Counted::kPassages)
      for (const ThemeId& id : reader.themes(passage)) ++theme[id.value];
    ++documents[document];
  }
  for (const auto& [number, count] : documents) {
    const DocumentFacts& facts = reader.document(number).facts;
    if (facts.municipality) municipality[facts.municipality->value] += count;
    if (facts.kind) kind[facts.kind->value] += count;
    if (!facts.date) continue;
    const auto [first, last] = years_of(facts.date->value);
    for (int y = first; y <= last; ++y) year[std::to_string(y)] += count;
  }
  const auto itself = [](const std::string& value) { return value; };
  Facets facets;
  facets.party = by_count(std::move(party), [&](const std::string& value) {
    return party_label(context.registries, PartyCode(value), context.language);
  });
  facets.theme = by_count(std::move(theme), [&](const std::string& value) {
    return theme_label(context.registries, ThemeId(value), context.language);
  });
  facets.municipality = by_count(std::move(municipality), itself);
  facets.kind = by_count(std::move(kind), itself);
  facets.year = by_count(std::move(year), itself);
  std::sort(facets.year.begin(), facets.year.end(),
            [](const FacetCount& a, const FacetCount& b) { return a.value < b.value; });
  return facets;
}

}  // namespace ordalag
