// Reads the queries of a batch.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

struct BatchQuery {
  std::string id;  // `_id` of a JSON line, else the number of the line
  std::string text;
  std::uint32_t line = 0;      // from 1
  std::optional<Error> fault;  // kBadInput with "file:line": the line is no query
};

// Every line of `file` ("-": `in`) that holds more than white space: an object with `_id` and
// `text`, or the text itself. Errors: kUnreadable.
Result<std::vector<BatchQuery>> read_batch(const std::string& file, std::istream& in);

}  // namespace ordalag
