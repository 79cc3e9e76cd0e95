#include <boost/json/parse.hpp>

#include "core/store/attachment_names.hpp"
#include "core/store/file_sums.hpp"
#include "searcher/answer/registries.hpp"
#include "searcher/answer/registry_counts.hpp"
#include "searcher/commands/open.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/rank/id_order.hpp"
#include "searcher/render/json_text.hpp"
#include "searcher/render/listing.hpp"

namespace ordalag {
namespace {

Status refuse_arguments(const Call& call) {
  if (call.options.arguments().empty()) return {};
  return fail(ErrorCode::kUsage,
              "unexpected argument \"" + call.options.arguments().front() + "\"");
}

// What the indexer wrote of its last run; null when it is not there. Errors: kIndexCorrupt.
Result<boost::json::value> last_run(const IndexReader& reader) {
  const std::string text = reader.attachment(attachment_names::kReport);
  if (text.empty()) return nullptr;
  boost::system::error_code error;
  boost::json::value report = boost::json::parse(text, error);
  if (error) return fail(damaged_file(attachment_names::kReport));
  return report;
}

}  // namespace

Result<int> run_parties(const Call& call) {
  ORDALAG_CHECK(refuse_arguments(call));
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_TRY(registries, load_registries(*reader));
  const auto counts = count_parties(*reader, registries.parties);
  ORDALAG_CHECK(reader->health());
  std::ostream& out = call.console.out;
  switch (call.format) {
    case Format::kJson:
      out << to_text(parties_json(counts, reader->info())) << '\n';
      break;
    case Format::kCsv:
      out << parties_csv(counts);
      break;
    default:
      out << parties_text(counts, call.text);
  }
  return kFound;
}

Result<int> run_themes(const Call& call) {
  ORDALAG_CHECK(refuse_arguments(call));
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_TRY(registries, load_registries(*reader));
  const auto counts = count_themes(*reader, registries.themes);
  ORDALAG_CHECK(reader->health());
  std::ostream& out = call.console.out;
  switch (call.format) {
    case Format::kJson:
      out << to_text(themes_json(counts, reader->info())) << '\n';
      break;
    case Format::kCsv:
      out << themes_csv(counts);
      break;
    default:
      out << themes_text(counts, call.text);
  }
  return kFound;
}

Result<int> run_sources(const Call& call) {
  ORDALAG_CHECK(refuse_arguments(call));
  ORDALAG_TRY(reader, open_index(call));
  std::ostream& out = call.console.out;
  switch (call.format) {
    case Format::kJson:
      out << to_text(sources_json(*reader)) << '\n';
      break;
    case Format::kCsv:
      out << sources_csv(*reader);
      break;
    case Format::kJsonl:
      for (const DocumentNumber i : documents_by_id(*reader))
        out << to_text(source_json(reader->document(i))) << '\n';
      break;
    default:
      out << sources_text(*reader, call.text);
  }
  ORDALAG_CHECK(reader->health());
  return kFound;
}

Result<int> run_status(const Call& call) {
  ORDALAG_CHECK(refuse_arguments(call));
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_TRY(report, last_run(*reader));
  if (call.format == Format::kJson)
    call.console.out << to_text(status_json(*reader, report)) << '\n';
  else
    call.console.out << status_text(*reader, report, call.text);
  ORDALAG_CHECK(reader->health());
  return kFound;
}

}  // namespace ordalag
