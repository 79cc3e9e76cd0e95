// Runs a program on bytes, with a deadline and a cap on what it writes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

struct ProcessLimits {
  std::uint32_t seconds = 120;         // of the clock
  std::uint64_t output = 256ULL << 20; // bytes
};

struct ProcessEnd {
  int exit_status = 0;   // when `signal` is 0
  int signal = 0;        // that ended it
  bool timed_out = false;
  bool too_much_output = false;
  std::string output;
};

// Starts `program` with `arguments` (without its name), `input` as its standard input (a file in
// memory that can be read again), nothing else open but a pipe for its output, and no standard
// error. Returns when it has ended; it is ended when it exceeds a limit. Safe in a program of many
// threads. Errors: kInternal when it cannot be started.
Result<ProcessEnd> run_process(const std::filesystem::path& program,
                               const std::vector<std::string>& arguments, std::string_view input,
                               const ProcessLimits& limits);

// One of our own helper programs: the file that the environment variable `variable` names, else
// `name` beside the running program.
std::filesystem::path helper_program(std::string_view name, const char* variable);

// The helper that reads PDF, Word and web files (indexer/extract/program), for all who start it.
inline std::filesystem::path extract_program() {
  return helper_program("ordalag-extract", "ORDALAG_EXTRACT");
}

}  // namespace ordalag
