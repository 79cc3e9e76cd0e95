// The command `serve`.
#pragma once

#include <span>

#include "searcher/commands/command.hpp"

namespace ordalag {

std::span<const OptionRow> serve_options();

// Serves until a signal stops it; says on console.err where it listens, and logs there. Errors:
// kUsage, those of Searcher::open and of open_listeners.
Result<int> run_serve(const Call& call);

}  // namespace ordalag
