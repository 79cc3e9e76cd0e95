// What shapes the reading of sources besides their bytes: registries and catalogues, and the hash
// by which a later run knows that they are the same.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/registry/catalogue.hpp"
#include "core/registry/municipalities.hpp"
#include "core/registry/parties.hpp"

namespace ordalag {

struct Configuration {
  std::shared_ptr<const Analyser> analyser;
  PartyRegistry parties;
  MunicipalityRegistry municipalities;
  Catalogue catalogue;
  std::vector<std::string> party_files;  // local parties.toml that were read, sorted
  std::string registry_hash;             // of the registries and of the version of reading
};

struct ConfigurationFiles {
  std::vector<std::filesystem::path> catalogues;
  std::vector<std::filesystem::path> parties;  // local ones, besides those that ship
};

// Errors: kBadConfig with file:line, kUnreadable.
Result<Configuration> load_configuration(const ConfigurationFiles& files);

// What, besides its bytes, a source's documents depend on.
std::string settings_hash(const Configuration& configuration, const CatalogueEntry* entry);

}  // namespace ordalag
