// A ranking in the format of trec_eval: "query Q0 id rank score ordalag".
#pragma once

#include <string>
#include <vector>

#include "searcher/answer/search_answer.hpp"

namespace ordalag {

std::string trec_lines(const std::string& query, const std::vector<RankedId>& ranked);

}  // namespace ordalag
