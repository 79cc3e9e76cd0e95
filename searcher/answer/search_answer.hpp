// What a search answers. Plain data; renderers draw it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/answer/facets.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/unknown_values.hpp"

namespace ordalag {

// What a word of the query was widened to.
struct Expansion {
  std::string word;                // as typed
  std::vector<std::string> forms;  // other forms of it that stand in the index, commonest first
  std::vector<std::string> synonyms;
  std::optional<std::string> read_as;  // with å, ä, ö, where the word as typed stands nowhere
};

struct SearchAnswer {
  std::string raw;
  std::string parsed;  // canonical form
  std::vector<Expansion> expansions;
  std::vector<UnknownValue> unknown;  // what is asked for and cannot be
  IndexInfo index;
  std::uint32_t total = 0;
  bool exact_total = true;  // false: there are at least `total`
  std::uint32_t all_words = 0;
  std::uint32_t offset = 0;
  std::uint32_t limit = 0;
  double took_ms = 0;
  std::optional<std::string> suggestion;  // a query that would find something
  Facets facets;
  std::vector<Hit> hits;
};

// A ranking alone: id of a passage or document, and score.
struct RankedId {
  std::string id;
  double score = 0;
};

}  // namespace ordalag
