// What shapes the reading of sources besides their bytes: registries, catalogues and corrections,
// and the hashes by which a later run knows that they are the same.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/registry/catalogue.hpp"
#include "core/registry/municipalities.hpp"
#include "core/registry/overrides.hpp"
#include "core/registry/parties.hpp"
#include "core/tagging/tagger.hpp"
#include "indexer/configuration_files.hpp"

namespace ordalag {

struct Configuration {
  std::shared_ptr<const Analyser> analyser;
  PartyRegistry parties;
  MunicipalityRegistry municipalities;
  std::shared_ptr<const Tagger> tagger;
  Overrides overrides;
  Catalogue catalogue;
  ConfigurationFiles files;   // that were read, besides those that ship
  std::string registry_hash;  // of the registries and of the version of reading
};

// Errors: kBadConfig with file:line, kUnreadable.
Result<Configuration> load_configuration(const ConfigurationFiles& files);

// What, besides its bytes, a source's documents depend on; corrections apart.
std::string settings_hash(const Configuration& configuration, const CatalogueEntry* entry);

// The corrections for `documents`: the other thing that they depend on. Empty when there are none.
std::string overrides_hash(const Configuration& configuration,
                           std::span<const DocumentId> documents);

}  // namespace ordalag
