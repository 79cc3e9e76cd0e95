// The command `mcp`.
#pragma once

#include "searcher/commands/command.hpp"

namespace ordalag {

// Answers the messages of console.in on console.out, a line each, until the input ends. Errors:
// kUsage, those of Searcher::open.
Result<int> run_mcp(const Call& call);

}  // namespace ordalag
