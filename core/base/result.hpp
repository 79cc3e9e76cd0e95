// The one alias for "a value or an Error"; becomes std::expected when the compiler has it.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "core/base/error.hpp"

namespace ordalag {

template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {},
                                  std::string hint = {}) {
  return fail(Error{code, std::move(message), std::move(hint), std::move(where), std::nullopt});
}

}  // namespace ordalag

// Returns the error of `expr` from the enclosing function, else binds its value to `name`.
#define ORDALAG_TRY(name, expr)                                 \
  auto name##_result_ = (expr);                                 \
  if (!name##_result_) return ::ordalag::fail(std::move(name##_result_).error()); \
  auto name = *std::move(name##_result_)

// Returns the error of `expr` (a Status) from the enclosing function.
#define ORDALAG_CHECK(expr)                                                \
  do {                                                                     \
    if (auto status_ = (expr); !status_)                                   \
      return ::ordalag::fail(std::move(status_).error());                  \
  } while (false)
