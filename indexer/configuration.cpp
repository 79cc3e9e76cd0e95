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
constexpr int kReadingVersion = 1;

void append(std::string& out, const std::string& text) {
  out += std::to_string(text.size()) + ":" + text + ";";
}

void append(std::string& out, const std::optional<std::string>& text) {
  if (text)
    append(out, *text);
  else
    out += "-;";
}

std::string read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<Configuration> load_configuration(const ConfigurationFiles& files) {
  Configuration configuration;
  ORDALAG_TRY(analyser, Analyser::load(default_analyser_files()));
  const auto corpus = share_folder() / "corpus";
  ORDALAG_TRY(parties, PartyRegistry::load(corpus / "parties.toml"));
  ORDALAG_TRY(municipalities, MunicipalityRegistry::load(corpus / "municipalities.txt"));
  configuration.analyser = std::move(analyser);
  configuration.parties = std::move(parties);
  configuration.municipalities = std::move(municipalities);
  for (const auto& file : files.parties) {
    ORDALAG_CHECK(configuration.parties.add(file));
    configuration.party_files.push_back(file.string());
  }
  for (const auto& file : files.catalogues) {
    ORDALAG_TRY(catalogue, Catalogue::load(file));
    ORDALAG_CHECK(configuration.catalogue.merge(std::move(catalogue)));
  }
  std::string all = std::to_string(kReadingVersion);
  append(all, configuration.parties.text());
  append(all, read_all(corpus / "municipalities.txt"));
  configuration.registry_hash = sha256(all);
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

}  // namespace ordalag
