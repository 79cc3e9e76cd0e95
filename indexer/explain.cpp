#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/byte_stream.hpp"
#include "indexer/configuration.hpp"
#include "indexer/file_hash.hpp"
#include "indexer/line_reader.hpp"
#include "indexer/reading/reading.hpp"
#include "indexer/run.hpp"
#include "indexer/source_list.hpp"
#include "indexer/spool.hpp"

namespace ordalag {
namespace {

// The facts of the document, each with its ground.
std::string rendering(const DocumentFacts& facts) {
  struct Row {
    const char* name;
    const std::optional<Fact>& fact;
  };
  std::string text = "id: " + facts.id.value + "\n";
  for (const auto& [name, fact] :
       {Row{"title", facts.title}, Row{"publisher", facts.publisher},
        Row{"municipality", facts.municipality}, Row{"date", facts.date}, Row{"kind", facts.kind},
        Row{"url", facts.url}, Row{"licence", facts.licence}})
    if (fact)
      text += std::string(name) + ": " + fact->value + " (" +
              std::string(ordalag::name(fact->ground)) + ")\n";
  for (const PartyCode& party : facts.attribution.party) text += "party: " + party.value + "\n";
  return text + "\n";
}

using Print = std::function<void(const std::string&)>;

Status explain_records(const SourceEntry& entry, const ReadContext& context, const Print& print) {
  auto spool = entry.file == "-" ? Spool::standard_input() : Spool::of_file(entry.file);
  if (!spool) return fail(spool.error());
  auto stream = open_unpacked(spool->path(), entry.file);
  if (!stream) return fail(stream.error());
  LineReader lines(std::move(*stream));
  for (;;) {
    ORDALAG_TRY(line, lines.next());
    if (!line) return {};
    print("# " + entry.file + ":" + std::to_string(line->number) + "\n\n");
    const auto document =
        read_record({entry.file, spool->sha256(), line->number, line->text}, context);
    if (!document) return fail(document.error());
    print("== document ==\n" + rendering(document->facts));
  }
}

}  // namespace

Status explain(const IndexerOptions& options, const Print& print) {
  const SourceList list = list_sources(options.sources);
  ConfigurationFiles files{list.catalogues, list.parties};
  if (options.catalogue) files.catalogues.push_back(*options.catalogue);
  auto configuration = load_configuration(files);
  if (!configuration) return fail(configuration.error());
  for (const Error& error : list.failures) return fail(error);
  if (list.files.empty())
    return fail(ErrorCode::kUnreadable, "there is no document here", options.sources.front());
  for (const SourceEntry& entry : list.files) {
    ReadContext context;
    context.analyser = configuration->analyser.get();
    context.parties = &configuration->parties;
    context.municipalities = &configuration->municipalities;
    context.fallback_id = entry.fallback_id;
    context.trace = [&](std::string_view stage, const std::string& rendering) {
      print("== " + std::string(stage) + " ==\n" + rendering +
            (rendering.ends_with('\n') ? "\n" : "\n\n"));
    };
    if (entry.form == SourceForm::kJsonl) {
      ORDALAG_CHECK(explain_records(entry, context, print));
      continue;
    }
    print("# " + entry.file + "\n\n");
    ORDALAG_TRY(bytes, read_whole(entry.file, options.max_size));
    const std::string hash = sha256(bytes);
    context.entry = configuration->catalogue.find(entry.file, hash);
    const auto document = read_document({entry.file, hash, std::move(bytes)}, context);
    if (!document) return fail(document.error());
    print("== document ==\n" + rendering(document->facts));
  }
  return {};
}

}  // namespace ordalag
