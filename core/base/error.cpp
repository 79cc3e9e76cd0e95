#include "core/base/error.hpp"

#include <array>

namespace ordalag {
namespace {

constexpr std::array kErrorTable{
    ErrorInfo{ErrorCode::kUsage, "usage", 2, 400},
    ErrorInfo{ErrorCode::kBadQuery, "bad_query", 2, 400},
    ErrorInfo{ErrorCode::kBadConfig, "bad_config", 2, 500},
    ErrorInfo{ErrorCode::kNotFound, "not_found", 1, 404},
    ErrorInfo{ErrorCode::kUnreadable, "unreadable", 2, 500},
    ErrorInfo{ErrorCode::kBadInput, "bad_input", 2, 400},
    ErrorInfo{ErrorCode::kUnsupported, "unsupported", 1, 415},
    ErrorInfo{ErrorCode::kTooLarge, "too_large", 2, 413},
    ErrorInfo{ErrorCode::kNoIndex, "no_index", 3, 503},
    ErrorInfo{ErrorCode::kIndexCorrupt, "index_corrupt", 3, 503},
    ErrorInfo{ErrorCode::kIndexMismatch, "index_mismatch", 3, 503},
    ErrorInfo{ErrorCode::kLocked, "locked", 75, 503},
    ErrorInfo{ErrorCode::kSourceFailures, "source_failures", 1, 500},
    ErrorInfo{ErrorCode::kCheckFailed, "check_failed", 1, 500},
    ErrorInfo{ErrorCode::kTimeout, "timeout", 1, 503},
    ErrorInfo{ErrorCode::kBusy, "busy", 75, 503},
    ErrorInfo{ErrorCode::kTooManyRequests, "too_many_requests", 75, 429},
    ErrorInfo{ErrorCode::kUnauthorised, "unauthorised", 1, 401},
    ErrorInfo{ErrorCode::kBadRequest, "bad_request", 2, 400},
    ErrorInfo{ErrorCode::kBadMethod, "method_not_allowed", 2, 405},
    ErrorInfo{ErrorCode::kInternal, "internal", 70, 500},
};

}  // namespace

const ErrorInfo& info(ErrorCode code) {
  for (const ErrorInfo& row : kErrorTable)
    if (row.code == code) return row;
  return kErrorTable.back();
}

std::string describe(const Error& error) {
  std::string text;
  if (!error.where.empty()) text += error.where + ": ";
  text += error.message;
  if (error.position) text += " (column " + std::to_string(*error.position) + ")";
  if (!error.hint.empty()) text += "\n  " + error.hint;
  return text;
}

}  // namespace ordalag
