#include "indexer/configuration.hpp"

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "core/base/installation.hpp"
#include "indexer/file_hash.hpp"

namespace ordalag {
namespace {

// Raise it when reading gives other documents from the same bytes: everything is read anew then.
constexpr int kReadingVersion = 2;

void append(std::string& out, const std::string& text) {
  out += std::to_string(text.size()) + ":" + text + ";";
}

void append(std::string& out, const std::optional<std::string>& text) {
  if (text)
    append(out, *text);
  else
    out += "-;";
}

template <class Id>
void append(std::string& out, const ListChange<Id>& change) {
  const auto list = [&](char mark, const std::vector<Id>& ids) {
    out += mark;
    for (const Id& id : ids) append(out, id.value);
  };
  if (change.set) list('=', *change.set);
  list('+', change.add);
  list('-', change.remove);
}

void append(std::string& out, const Override& entry) {
  append(out, entry.document.value);
  append(out, entry.passage ? entry.passage->value : std::string());
  append(out, entry.text);
  append(out, entry.themes);
  append(out, entry.party);
}

std::string read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<Configuration> load_configuration(const ConfigurationFiles& files) {
  Configuration configuration;
  configuration.files = files;
  const auto corpus = share_folder() / "corpus";
  ORDALAG_TRY(analyser, Analyser::load(default_analyser_files()));
  configuration.analyser = std::move(analyser);
  ORDALAG_TRY(municipalities, MunicipalityRegistry::load(corpus / "municipalities.txt"));
  configuration.municipalities = std::move(municipalities);
  ORDALAG_TRY(parties, PartyRegistry::load(corpus / "parties.toml"));
  for (const auto& file : files.parties) ORDALAG_CHECK(parties.add(file));
  configuration.parties = std::move(parties);
  ORDALAG_TRY(themes, ThemeRegistry::load(corpus / "themes.toml"));
  for (const auto& file : files.themes) ORDALAG_CHECK(themes.add(file));
  std::string all = std::to_string(kReadingVersion);
  append(all, configuration.parties.text());
  append(all, read_all(corpus / "municipalities.txt"));
  append(all, themes.text());
  configuration.registry_hash = sha256(all);
  ORDALAG_TRY(shipped, Overrides::load(corpus / "overrides.toml", themes, configuration.parties));
  configuration.overrides = std::move(shipped);
  for (const auto& file : files.overrides) {
    ORDALAG_TRY(local, Overrides::load(file, themes, configuration.parties));
    configuration.overrides.merge(std::move(local));
  }
  configuration.tagger = std::make_shared<Tagger>(std::move(themes), configuration.analyser);
  for (const auto& file : files.catalogues) {
    ORDALAG_TRY(catalogue, Catalogue::load(file));
    ORDALAG_CHECK(configuration.catalogue.merge(std::move(catalogue)));
  }
  return configuration;
}

std::string settings_hash(const Configuration& configuration, const CatalogueEntry* entry) {
  std::string all = configuration.registry_hash;
  if (entry != nullptr) {
    append(all, entry->id ? std::optional(entry->id->value) : std::nullopt);
    for (const auto* text : {&entry->title, &entry->publisher, &entry->municipality, &entry->date,
                             &entry->kind, &entry->url, &entry->licence})
      append(all, *text);
    if (entry->party)
      for (const PartyCode& code : *entry->party) append(all, code.value);
    all += entry->party ? "party" : "no party";
  }
  return sha256(all);
}

std::string overrides_hash(const Configuration& configuration,
                           std::span<const DocumentId> documents) {
  std::string all;
  for (const DocumentId& document : documents)
    for (const std::size_t number : configuration.overrides.of(document))
      append(all, configuration.overrides.all()[number]);
  return all.empty() ? all : sha256(all);
}

}  // namespace ordalag
