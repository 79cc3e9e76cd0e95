// Aligned rows of label, counts and a bar, for a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/text.hpp"
#include "searcher/tally/tally.hpp"

namespace ordalag {

struct BarRow {
  std::string label;
  Tally tally;
};

// "3,5" in Swedish, "3.5" in English; "–" where there are no words to count in.
std::string rate_text(const Tally& tally, Language language);
// 1234567 as "1 234 567" (with a no-break space) in Swedish, "1,234,567" in English.
std::string grouped(std::uint64_t number, Language language);

// A row each: label, count, words, rate and a bar as long as the rate is high.
// `heading` stands over the labels. At most options.width columns wide.
std::string bar_table(std::string_view heading, const std::vector<BarRow>& rows,
                      const TextOptions& options);

}  // namespace ordalag
