#include "searcher/answer/registry_counts.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace ordalag {

std::vector<PartyCount> count_parties(const IndexReader& reader, const PartyRegistry& registry) {
  std::map<std::string, std::uint32_t> documents;
  for (DocumentNumber i = 0; i < reader.document_count(); ++i)
    for (const PartyCode& code : reader.document(i).facts.attribution.party)
      ++documents[code.value];
  std::map<std::string, std::uint32_t> passages;
  for (const auto& [code, count] : reader.values(TermField::kParty)) passages[code] = count;
  std::vector<PartyCount> counts;
  for (const Party& party : registry.parties()) counts.push_back({party, 0, 0});
  for (const auto& known : {passages, documents}) {
    for (const auto& [code, count] : known) {
      if (registry.find(PartyCode(code)) != nullptr) continue;
      const bool listed = std::any_of(counts.begin(), counts.end(), [&](const PartyCount& row) {
        return row.party.code.value == code;
      });
      if (listed) continue;
      Party unnamed;
      unnamed.code = PartyCode(code);
      unnamed.label = code;
      counts.push_back({std::move(unnamed), 0, 0});
    }
  }
  for (PartyCount& row : counts) {
    row.passages = passages[row.party.code.value];
    row.documents = documents[row.party.code.value];
  }
  return counts;
}

std::vector<ThemeCount> count_themes(const IndexReader& reader, const ThemeRegistry& registry) {
  std::map<std::string, std::uint32_t> passages;
  for (const auto& [id, count] : reader.values(TermField::kTheme)) passages[id] = count;
  std::vector<ThemeCount> counts;
  for (const Theme& theme : registry.themes()) {
    counts.push_back({theme.id, &theme, passages[theme.id.value]});
    passages.erase(theme.id.value);
  }
  for (const auto& [id, count] : passages) counts.push_back({ThemeId(id), nullptr, count});
  return counts;
}

}  // namespace ordalag
