// What can go wrong, said once: a code, a sentence, a hint, and the place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ordalag {

// The table behind these codes (names, exit statuses, HTTP statuses) is kErrorTable in error.cpp.
enum class ErrorCode {
  kUsage,            // an option or argument is wrong
  kBadQuery,         // the query text breaks the query language
  kBadConfig,        // a catalogue, registry or stemmer-config file is wrong
  kNotFound,         // no such document, passage or party
  kUnreadable,       // a file cannot be opened or read
  kBadInput,         // a source was read but is not what it claims to be
  kUnsupported,      // a format that this build does not read
  kTooLarge,         // a limit was exceeded
  kNoIndex,          // no index at the given place
  kIndexCorrupt,     // the index is damaged
  kIndexMismatch,    // made by another analyser or schema
  kLocked,           // another writer holds the lock
  kSourceFailures,   // the run is done, but some sources failed
  kCheckFailed,      // `check` found a span that does not give its text
  kTimeout,          // an answer took longer than it may
  kBusy,             // too many requests wait
  kTooManyRequests,  // one client asks too often
  kUnauthorised,     // no token, or a wrong one
  kBadRequest,       // what came is no request
  kBadMethod,        // an address that does not take this HTTP method
  kInternal,         // a defect in Ordalag
};

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;              // what is wrong, one sentence without a final full stop
  std::string hint;                 // what to do about it; may be empty
  std::string where;                // file, "file:line", option or parameter; may be empty
  std::optional<std::uint32_t> position;  // column in the query, code points from 1
};

struct ErrorInfo {
  ErrorCode code;
  std::string_view name;  // as in the JSON, e.g. "bad_query"
  int exit_status;
  int http_status;
};

// The row of `code`. Every code has one (a unit test proves it).
const ErrorInfo& info(ErrorCode code);

// "file:3: message (hint)", for stderr.
std::string describe(const Error& error);

}  // namespace ordalag
