// Scripts that let a shell complete the command line, made from the table of commands.
#pragma once

#include "searcher/commands/command.hpp"

namespace ordalag {

// `ordalag completion bash|zsh|fish`. Errors: kUsage for another shell.
Result<int> run_completion(const Call& call);

// `ordalag manual`: the manual page ordalag(1), in roff.
Result<int> run_manual(const Call& call);

}  // namespace ordalag
