// Counts of hits by what they have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/years.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/registries.hpp"

namespace ordalag {

struct FacetCount {
  std::string value;
  std::string label;
  std::uint32_t count = 0;
};

// Each list falls by count, then by value; years rise. A hit by several parties counts for each.
struct Facets {
  std::vector<FacetCount> party, theme, municipality, kind, year;
};

// What a number of hits are.
enum class Counted { kPassages, kDocuments };

// Kept from search to search: it reads the facts of each document once.
class FacetCounter {
 public:
  // Both outlive the counter.
  FacetCounter(const IndexReader& reader, const Registries& registries)
      : reader_(reader), registries_(registries) {}

  // Counts passages, or the documents that they stand for. Linear in the passages.
  Facets count(std::span<const PassageNumber> passages, Counted counted, Language language);

 private:
  // A distinct text of a column by its number. 0 is for documents without.
  struct Column {
    std::vector<std::string> values{""};
    std::unordered_map<std::string, std::uint32_t> numbers;
    // The values of the distinct lists of the index, one list after the other, and where each ends.
    std::vector<std::uint32_t> members, ends;
    std::vector<std::uint32_t> counts;   // of each list, 0 between calls
    std::vector<std::uint32_t> counted;  // the lists that are not 0
    std::uint32_t number(const std::string& value);
    void count_list(std::uint32_t list);
    std::vector<std::uint32_t> take_members();  // the counts of the values; those of lists end
    template <class Id>
    void number_lists(std::span<const std::vector<Id>> all);
  };
  struct DocumentFacets {
    bool known = false;
    std::uint32_t municipality = 0;
    std::uint32_t kind = 0;
    std::optional<Years> years;
  };
  const DocumentFacets& facets_of(DocumentNumber number);

  const IndexReader& reader_;
  const Registries& registries_;
  Column parties_, themes_, municipalities_, kinds_;
  std::vector<DocumentFacets> documents_;
  std::vector<std::uint32_t> hits_;  // of a document, 0 between calls
};

}  // namespace ordalag
