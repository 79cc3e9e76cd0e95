// Reading without registries: labelled texts are read as they stand.
#pragma once

#include "core/registry/municipalities.hpp"
#include "core/registry/parties.hpp"
#include "indexer/reading/reading.hpp"

namespace ordalag {

// Holds what its context points to: neither copied nor moved.
class BareReading {
 public:
  explicit BareReading(const Analyser& analyser) {
    context.analyser = &analyser;
    context.parties = &parties_;
    context.municipalities = &municipalities_;
  }
  BareReading(const BareReading&) = delete;
  BareReading& operator=(const BareReading&) = delete;

  ReadContext context;

 private:
  PartyRegistry parties_;
  MunicipalityRegistry municipalities_;
};

}  // namespace ordalag
