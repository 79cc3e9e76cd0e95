#include "searcher/answer/facets.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ordalag {
namespace {

// How often each object was seen. The index keeps a distinct list of parties or themes once, so
// that its address stands for it.
template <class Key>
using Tally = std::unordered_map<const Key*, std::uint32_t>;

template <class Id, class Label>
std::vector<FacetCount> count_members(const Tally<std::vector<Id>>& lists, Label label) {
  std::map<std::string, std::uint32_t> counts;
  for (const auto& [list, count] : lists)
    for (const Id& id : *list) counts[id.value] += count;
  std::vector<FacetCount> found;
  for (const auto& [value, count] : counts) found.push_back({value, label(Id(value)), count});
  return found;
}

std::vector<FacetCount> count_values(const std::vector<std::string>& values,
                                     const std::vector<std::uint32_t>& counts) {
  std::vector<FacetCount> found;
  for (std::size_t i = 1; i < counts.size(); ++i)
    if (counts[i] > 0) found.push_back({values[i], values[i], counts[i]});
  return found;
}

void sort_by_count(std::vector<FacetCount>& list) {
  std::sort(list.begin(), list.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
}

}  // namespace

std::uint32_t FacetCounter::Column::number(const std::string& value) {
  const auto [it, added] = numbers.emplace(value, static_cast<std::uint32_t>(values.size()));
  if (added) values.push_back(value);
  return it->second;
}

const FacetCounter::DocumentFacets& FacetCounter::facets_of(DocumentNumber number) {
  documents_.resize(reader_.document_count());
  DocumentFacets& facets = documents_[number];
  if (facets.known) return facets;
  facets.known = true;
  const DocumentFacts& facts = reader_.document(number).facts;
  if (facts.municipality) facets.municipality = municipalities_.number(facts.municipality->value);
  if (facts.kind) facets.kind = kinds_.number(facts.kind->value);
  if (facts.date) facets.years = years_of(facts.date->value);
  return facets;
}

Facets FacetCounter::count(std::span<const PassageNumber> passages, Counted counted,
                           Language language) {
  hits_.resize(reader_.document_count(), 0);
  std::vector<DocumentNumber> found;
  Tally<std::vector<PartyCode>> parties;
  Tally<std::vector<ThemeId>> themes;
  for (const PassageNumber passage : passages) {
    const DocumentNumber document = reader_.document_of(passage);
    if (hits_[document]++ == 0) found.push_back(document);
    if (counted == Counted::kDocuments) {
      ++parties[&reader_.document(document).facts.attribution.party];
      continue;
    }
    ++parties[&reader_.parties(passage)];
    ++themes[&reader_.themes(passage)];
  }
  std::vector<std::uint32_t> municipalities, kinds;
  std::map<int, std::uint32_t> years;
  for (const DocumentNumber document : found) {
    const DocumentFacets& facets = facets_of(document);
    const std::uint32_t count = std::exchange(hits_[document], 0);
    municipalities.resize(municipalities_.values.size(), 0);
    kinds.resize(kinds_.values.size(), 0);
    municipalities[facets.municipality] += count;
    kinds[facets.kind] += count;
    if (!facets.years) continue;
    for (int year = facets.years->first; year <= facets.years->last; ++year) years[year] += count;
  }
  Facets facets;
  facets.party = count_members(
      parties, [&](const PartyCode& code) { return party_label(registries_, code, language); });
  facets.theme = count_members(
      themes, [&](const ThemeId& id) { return theme_label(registries_, id, language); });
  facets.municipality = count_values(municipalities_.values, municipalities);
  facets.kind = count_values(kinds_.values, kinds);
  for (auto* list : {&facets.party, &facets.theme, &facets.municipality, &facets.kind})
    sort_by_count(*list);
  for (const auto& [year, count] : years)
    facets.year.push_back({std::to_string(year), std::to_string(year), count});
  return facets;
}

}  // namespace ordalag
