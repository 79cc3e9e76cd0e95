// The last stage of reading a document: its themes, and people's corrections over what was found.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/document.hpp"
#include "core/language/analyser.hpp"
#include "core/tagging/evidence.hpp"
#include "indexer/configuration.hpp"

namespace ordalag {

// Holds what a thread remembers from document to document: one a thread, as are `words`, which
// outlive it.
class TagStage {
 public:
  TagStage(const Configuration& configuration, WordCache& words)
      : configuration_(configuration), words_(words) {}

  // Tags the passages and applies the overrides. Returns the numbers (in Overrides::all()) of those
  // for this document that no passage of it answers to. Linear in the document.
  std::vector<std::size_t> run(Document& document);

 private:
  const Configuration& configuration_;
  WordCache& words_;
  TagMemory memory_;
};

// The themes of each passage as text for people (--explain).
std::string render_themes(const Document& document);

}  // namespace ordalag
