// From a passage of the index to a hit with its provenance and citation.
#pragma once

#include "core/store/index_reader.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/registries.hpp"

namespace ordalag {

class HitBuilder {
 public:
  // Both outlive the builder.
  HitBuilder(const IndexReader& reader, const Registries& registries, Language language)
      : reader_(reader), registries_(registries), language_(language) {}

  // The hit without its finding. Reads the passage's and the document's records.
  Hit build(PassageNumber number) const;

 private:
  void add_mentions(Hit& hit) const;
  std::vector<PassageNumber> editions_by_id(PassageNumber number) const;

  const IndexReader& reader_;
  const Registries& registries_;
  Language language_;
};

}  // namespace ordalag
