// The result of `check`, as JSON and as text.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "searcher/check/check_index.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

boost::json::object check_json(const CheckAnswer& answer);
std::string check_text(const CheckAnswer& answer, const TextOptions& options);

}  // namespace ordalag
