// What every command of the program shares: options, output, and how it is called.
#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/searcher.hpp"
#include "searcher/commands/options.hpp"
#include "searcher/render/styled_text.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

enum class Format { kText, kJson, kJsonl, kCsv, kTrec, kClaimReview, kAnnotation };
std::string_view name(Format format);

// Exit statuses that are no errors; those of errors are in the table of errors.
inline constexpr int kFound = 0;
inline constexpr int kNothingFound = 1;

// Where a command reads and writes: data to `out`, messages to `err`.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;     // `out` is one
  std::uint32_t width = 80;  // its columns
};

// A command as it was called: by the command line, or by the server with a searcher that it holds.
struct Call {
  const Options& options;
  std::filesystem::path index;
  Format format;
  TextOptions text;  // of --color, --lang and the console's width
  Console& console;
  std::shared_ptr<Searcher> searcher = nullptr;  // null: the command opens `index` itself
};

struct Command {
  std::string_view name;
  std::string_view arguments;          // for the usage line: "QUERY"
  std::string_view summary;            // one line
  std::span<const Format> formats;     // that it answers in, the default first
  std::span<const OptionRow> options;  // its own
  Result<int> (*run)(const Call&);     // the exit status
};

}  // namespace ordalag
