#include <array>
#include <string>

#include "searcher/commands/open.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"
#include "searcher/render/show.hpp"

namespace ordalag {
namespace {

constexpr std::array kShowOptions{
    OptionRow{"context", Takes::kOne, "N", "so many passages on each side (default 2)"},
};
constexpr std::uint32_t kSurroundings = 2;
constexpr std::uint32_t kMostSurroundings = 1000;

Result<std::string> only_argument(const Call& call) {
  const auto& arguments = call.options.arguments();
  if (arguments.size() == 1) return arguments.front();
  return fail(ErrorCode::kUsage, "`show` wants one id of a passage or a document", {},
              "`ordalag search` gives ids of passages, `ordalag sources` of documents");
}

}  // namespace

std::span<const OptionRow> show_options() { return kShowOptions; }

Result<int> run_passage(const Call& call) {
  ORDALAG_TRY(id, only_argument(call));
  ORDALAG_TRY(surroundings, call.options.number("context", kSurroundings, 0, kMostSurroundings));
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_TRY(registries, load_registries(*reader));
  const HitBuilder hits(*reader, registries, call.text.language);
  ORDALAG_TRY(answer, show_passage(*reader, hits, PassageId(id), surroundings));
  std::ostream& out = call.console.out;
  if (call.format == Format::kJson)
    out << to_text(passage_json(answer)) << '\n';
  else
    out << passage_text(answer, call.text);
  return kFound;
}

Result<int> run_document(const Call& call) {
  ORDALAG_TRY(id, only_argument(call));
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_TRY(registries, load_registries(*reader));
  const HitBuilder hits(*reader, registries, call.text.language);
  ORDALAG_TRY(answer, show_document(*reader, hits, DocumentId(id)));
  std::ostream& out = call.console.out;
  if (call.format == Format::kJson)
    out << to_text(document_json(answer)) << '\n';
  else
    out << document_text(answer, call.text);
  return kFound;
}

Result<int> run_show(const Call& call) {
  ORDALAG_TRY(id, only_argument(call));
  if (id.find('#') == std::string::npos) return run_document(call);
  // A document's id may hold "#" too: it is tried first.
  ORDALAG_TRY(reader, open_index(call));
  return reader->find_document(DocumentId(id)) ? run_document(call) : run_passage(call);
}

Result<int> run_diff(const Call& call) {
  const auto& arguments = call.options.arguments();
  if (arguments.size() != 2)
    return fail(ErrorCode::kUsage, "`diff` wants the ids of two documents", {},
                "`ordalag sources` lists them");
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_TRY(answer, diff_documents(*reader, DocumentId(arguments[0]), DocumentId(arguments[1])));
  std::ostream& out = call.console.out;
  switch (call.format) {
    case Format::kJson:
      out << to_text(diff_json(answer)) << '\n';
      break;
    case Format::kCsv:
      out << diff_csv(answer);
      break;
    case Format::kJsonl:
      for (const DocumentDifference& difference : answer.differences)
        out << to_text(difference_json(difference)) << '\n';
      break;
    default:
      out << diff_text(answer, call.text);
  }
  return kFound;
}

}  // namespace ordalag
