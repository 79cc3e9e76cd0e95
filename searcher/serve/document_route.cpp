#include "searcher/serve/document_route.hpp"

#include "searcher/answer/document_diff.hpp"
#include "searcher/commands/open.hpp"

namespace ordalag {

Result<int> run_document_text(const Call& call) {
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_TRY(number, require_document(*reader, DocumentId(call.options.arguments().front())));
  call.console.out << reader->text(number);
  return kFound;
}

}  // namespace ordalag
