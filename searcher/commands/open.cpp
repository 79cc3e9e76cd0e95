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

Result<std::shared_ptr<Searcher>> open_searcher(const Call& call) {
  if (call.searcher) return call.searcher;
  ORDALAG_TRY(analyser, open_analyser(call));
  return Searcher::open(call.index, std::move(analyser));
}

Result<std::shared_ptr<const IndexReader>> open_index(const Call& call) {
  if (call.searcher)
    return std::shared_ptr<const IndexReader>(call.searcher, &call.searcher->reader());
  return IndexReader::open(call.index, {});
}

}  // namespace ordalag
