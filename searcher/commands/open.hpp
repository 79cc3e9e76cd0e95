// Opens what a command works on.
#pragma once

#include <memory>

#include "core/base/result.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/answer/searcher.hpp"
#include "searcher/commands/command.hpp"

namespace ordalag {

// Loads the analyser of this installation; says on console.err what it lacks. Errors: kBadConfig.
Result<std::shared_ptr<const Analyser>> open_analyser(const Call& call);

// The searcher that the call holds, else the index of the call with the analyser it was made with.
// Errors: those of Searcher::open.
Result<std::shared_ptr<Searcher>> open_searcher(const Call& call);

// The index of the call, whatever made it: for what reads no words.
Result<std::shared_ptr<const IndexReader>> open_index(const Call& call);

}  // namespace ordalag
