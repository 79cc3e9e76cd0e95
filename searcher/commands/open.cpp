#include "searcher/commands/open.hpp"

#include <string>
#include <utility>

namespace ordalag {

Result<std::shared_ptr<const Analyser>> open_analyser(const Call& call) {
  ORDALAG_TRY(analyser, Analyser::load(default_analyser_files()));
  for (const std::string& warning : analyser->warnings())
    call.console.err << "ordalag: " << warning << '\n';
  return analyser;
}

Result<std::unique_ptr<Searcher>> open_searcher(const Call& call) {
  ORDALAG_TRY(analyser, open_analyser(call));
  return Searcher::open(call.index, std::move(analyser));
}

Result<std::unique_ptr<IndexReader>> open_index(const Call& call) {
  return IndexReader::open(call.index, {});
}

}  // namespace ordalag
