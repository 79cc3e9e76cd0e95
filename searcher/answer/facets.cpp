#include "searcher/answer/facets.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace ordalag {
namespace {

using Counts = std::vector<std::uint32_t>;

// By count, then by value.
template <class Label>
std::vector<FacetCount> listed(const std::vector<std::string>& values, const Counts& counts,
                               Label label) {
  std::vector<FacetCount> found;
  for (std::size_t i = 1; i < counts.size(); ++i)
    if (counts[i] > 0) found.push_back({values[i], label(values[i]), counts[i]});
  std::sort(found.begin(), found.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return found;
}

}  // namespace

std::uint32_t FacetCounter::Column::number(const std::string& value) {
  const auto [it, added] = numbers.emplace(value, static_cast<std::uint32_t>(values.size()));
  if (added) values.push_back(value);
  return it->second;
}

void FacetCounter::Column::count_list(std::uint32_t list) {
  if (counts[list]++ == 0) counted.push_back(list);
}

std::vector<std::uint32_t> FacetCounter::Column::take_members() {
  Counts sums(values.size(), 0);
  for (const std::uint32_t list : counted) {
    const std::uint32_t count = std::exchange(counts[list], 0);
    for (std::uint32_t i = list == 0 ? 0 : ends[list - 1]; i < ends[list]; ++i)
      sums[members[i]] += count;
  }
  counted.clear();
  return sums;
}

template <class Id>
void FacetCounter::Column::number_lists(std::span<const std::vector<Id>> all) {
  counts.resize(all.size(), 0);
  for (std::size_t i = ends.size(); i < all.size(); ++i) {
    for (const Id& id : all[i]) members.push_back(number(id.value));
    ends.push_back(static_cast<std::uint32_t>(members.size()));
  }
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
  parties_.number_lists(reader_.party_lists());
  themes_.number_lists(reader_.theme_lists());
  const auto columns = reader_.columns();
  for (const PassageNumber passage : passages) {
    const IndexReader::Columns& column = columns[passage];
    if (hits_[column.document]++ == 0) found.push_back(column.document);
    parties_.count_list(column.party_list);
    themes_.count_list(column.theme_list);
  }
  Counts parties = parties_.take_members();
  Counts themes = themes_.take_members();
  if (counted == Counted::kDocuments) {  // not the parties and themes of the passages they stand as
    parties.clear();
    themes.clear();
    for (const DocumentNumber document : found)
      for (const PartyCode& code : reader_.document(document).facts.attribution.party) {
        const std::uint32_t number = parties_.number(code.value);
        parties.resize(parties_.values.size(), 0);
        parties[number] += hits_[document];
      }
  }
  Counts municipalities, kinds;
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
  const auto itself = [](const std::string& value) { return value; };
  facets.party = listed(parties_.values, parties, [&](const std::string& code) {
    return party_label(registries_, PartyCode(code), language);
  });
  facets.theme = listed(themes_.values, themes, [&](const std::string& id) {
    return theme_label(registries_, ThemeId(id), language);
  });
  facets.municipality = listed(municipalities_.values, municipalities, itself);
  facets.kind = listed(kinds_.values, kinds,
                       [&](const std::string& kind) { return kind_label(kind, language); });
  for (const auto& [year, count] : years)
    facets.year.push_back({std::to_string(year), std::to_string(year), count});
  return facets;
}

}  // namespace ordalag
