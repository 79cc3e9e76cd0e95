// How counts and rates are written for people.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/answer/search_request.hpp"
#include "searcher/tally/tally.hpp"

namespace ordalag {

// 1234567 as "1 234 567" (with no-break spaces) in Swedish, "1,234,567" in English.
std::string grouped(std::uint64_t number, Language language);

// Passages per 10,000 words, which makes long programmes and short ones comparable: "3,5" in
// Swedish, "3.5" in English; "–" where there are no words to count in.
std::string rate_text(const Tally& tally, Language language);

}  // namespace ordalag
