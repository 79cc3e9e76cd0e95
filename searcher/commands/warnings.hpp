// What a table of answers has no room to say.
#pragma once

#include <vector>

#include "searcher/answer/unknown_values.hpp"
#include "searcher/commands/command.hpp"

namespace ordalag {

// Says on stderr which conditions of the question are not known, where the answer is made of rows
// alone: text and JSON say it themselves.
void warn_of_unknown(const std::vector<UnknownValue>& unknown, const Call& call);

}  // namespace ordalag
