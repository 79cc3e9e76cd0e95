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
#include "indexer/tag_stage.hpp"

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

void print_document(Document document, TagStage& tagging, const Print& print) {
  tagging.run(document);
  print("== themes ==\n" + render_themes(document) + "\n");
  print("== document ==\n" + rendering(document.facts));
}

Status explain_records(const SourceEntry& entry, const ReadContext& context, TagStage& tagging,
                       const Print& print) {
  auto spool = entry.file == "-" ? Spool::standard_input() : Spool::of_file(entry.file);
  if (!spool) return fail(spool.error());
  auto stream = open_unpacked(spool->path(), entry.file);
  if (!stream) return fail(stream.error());
  LineReader lines(std::move(*stream));
  for (;;) {
    ORDALAG_TRY(line, lines.next());
    if (!line) return {};
    print("# " + entry.file + ":" + std::to_string(line->number) + "\n\n");
    auto document = read_record({entry.file, spool->sha256(), line->number, line->text}, context);
    if (!document) return fail(document.error());
    print_document(*std::move(document), tagging, print);
  }
}

}  // namespace

Status explain(const IndexerOptions& options, const Print& print) {
  const SourceList list = list_sources(options.sources);
  auto configuration = load_configuration(configuration_files(list, options.catalogue));
  if (!configuration) return fail(configuration.error());
  WordCache words;
  TagStage tagging(*configuration, words);
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
      ORDALAG_CHECK(explain_records(entry, context, tagging, print));
      continue;
    }
    print("# " + entry.file + "\n\n");
    ORDALAG_TRY(bytes, read_whole(entry.file, options.max_size));
    const std::string hash = sha256(bytes);
    context.entry = configuration->catalogue.find(entry.file, hash);
    auto document = read_document({entry.file, hash, std::move(bytes)}, context);
    if (!document) return fail(document.error());
    print_document(*std::move(document), tagging, print);
  }
  return {};
}

}  // namespace ordalag
