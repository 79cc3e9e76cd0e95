// What was asked for and is not known, in words and in JSON.
#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "searcher/answer/unknown_values.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

// "Inget tema heter \"hemlöshetx\". Menade du hemloshet?"
std::string unknown_value_sentence(const UnknownValue& unknown, Language language);

// A line each; empty when all is known.
std::string unknown_values_text(const std::vector<UnknownValue>& unknown,
                                const TextOptions& options);

boost::json::array unknown_values_json(const std::vector<UnknownValue>& unknown);

}  // namespace ordalag
