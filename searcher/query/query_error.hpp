// An error in the query text, with its column.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "core/base/error.hpp"
#include "core/base/result.hpp"

namespace ordalag {

// Error kBadQuery of parameter "q" at `column` (code points from 1).
inline tl::unexpected<Error> bad_query(std::uint32_t column, std::string message,
                                       std::string hint = {}) {
  return fail(Error{ErrorCode::kBadQuery, std::move(message), std::move(hint), "q", column});
}

}  // namespace ordalag
