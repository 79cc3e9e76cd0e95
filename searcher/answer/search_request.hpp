// What a search asks: the same for the command line, HTTP and MCP.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/answer/hit.hpp"
#include "searcher/match/resolver.hpp"
#include "searcher/rank/ranked.hpp"

namespace ordalag {

// How the text of a request is read.
enum class Syntax {
  kLanguage,  // as the query language
  kWords,     // as words alone, whatever signs stand among them
};

enum class Grouping { kPassage, kDocument };

struct SearchRequest {
  std::string query;  // may be empty when there are filters
  Syntax syntax = Syntax::kLanguage;
  std::vector<FieldFilter> filters;  // --party M, --year 2018..2022, ...
  std::uint32_t limit = 10;
  std::uint32_t offset = 0;
  SortOrder sort = SortOrder::kRelevance;
  MatchMode match = MatchMode::kAuto;
  Grouping group = Grouping::kPassage;
  EditionMode editions = EditionMode::kCollapse;
  SynonymMode synonyms = SynonymMode::kUse;
  Language language = Language::kSwedish;
};

// More hits than this are not handed out at once (offset and limit together).
inline constexpr std::uint32_t kMaxHits = 10'000;

}  // namespace ordalag
