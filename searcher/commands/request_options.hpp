// The options that make a SearchRequest, shared by the commands that search.
#pragma once

#include <array>

#include "core/base/result.hpp"
#include "searcher/answer/search_request.hpp"
#include "searcher/commands/command.hpp"

namespace ordalag {

// Conditions on passages: of search, facets and export.
inline constexpr std::array kFilterOptions{
    OptionRow{"party", Takes::kSeveral, "P", "by this party (code or name; repeatable)"},
    OptionRow{"theme", Takes::kSeveral, "T", "on this theme"},
    OptionRow{"municipality", Takes::kSeveral, "M", "about this municipality"},
    OptionRow{"kind", Takes::kSeveral, "K", "of this kind of document"},
    OptionRow{"document", Takes::kSeveral, "ID", "of this document"},
    OptionRow{"speaker", Takes::kSeveral, "N", "by this speaker"},
    OptionRow{"year", Takes::kSeveral, "A..B", "of this year or range of years"},
};

inline constexpr const char* kMatchNames = "auto all any";

// How words are matched and hits folded: of search and facets.
inline constexpr std::array kMatchOptions{
    OptionRow{"match", Takes::kOne, "HOW", "all words, any, or auto: all, then fewer (default)",
              kMatchNames},
    OptionRow{"synonyms", Takes::kOne, "HOW", "yes (default), or no: listed synonyms do not match",
              "yes no"},
    OptionRow{"group", Takes::kOne, "BY", "passage (default) or document",
              "passage document"},
    OptionRow{"all-editions", Takes::kNothing, "", "do not fold near-copies into one hit"},
};

// The filters that were given, in the order of the table.
std::vector<FieldFilter> filters_of(const Options& options);

// The request of a command line: its arguments joined are the query. Errors: kUsage.
Result<SearchRequest> request_of(const Call& call);

}  // namespace ordalag
