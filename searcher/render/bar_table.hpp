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

// A row each: label, count, words, rate and a bar as long as the rate is high.
// `heading` stands over the labels. At most options.width columns wide.
std::string bar_table(std::string_view heading, const std::vector<BarRow>& rows,
                      const TextOptions& options);

}  // namespace ordalag
