// Which municipality a title, a heading or a lead-in is about.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// The municipalities that `line` names as such, by pattern: "<X> kommun", "<X> stad", "<party> i
// <X>", "<party> <X>", "<X>moderaterna". Known names are found in the registry (with or without
// a genitive -s); others count when the pattern alone is sure. Sorted, unique.
std::vector<std::string> places_of_title(std::string_view line, const ReadContext& context);

// The known municipality that the running text is plainly about: named at least three times, and
// three times as often as any other; empty otherwise.
std::string prevailing_place(const Draft& draft, const MunicipalityRegistry& municipalities);

}  // namespace ordalag::reading
