// Writes the folder of a new generation out of the kept documents of the old one and new parts.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/store/built_part.hpp"
#include "core/store/generation.hpp"
#include "core/store/vocabulary.hpp"

namespace ordalag {

struct GenerationPlan {
  const Generation* old = nullptr;  // the present revision, when something of it is kept
  std::vector<bool> removed;        // by document number of `old`
  std::vector<BuiltPart> parts;     // in the order of their sequence numbers
  VocabularyCounts forms;           // of the parts
  std::filesystem::path folder;     // where to write; exists, and holds `segment`
  std::string segment;              // name of the file with the parts' texts; "" when none
  std::filesystem::path scratch;    // for what lies in between
  const Analyser* analyser = nullptr;
};

struct GenerationCounts {
  std::uint32_t documents = 0;
  std::uint32_t passages = 0;
};

// Writes everything but sources and attachments. Linear in the index for columns and near-copies;
// postings as merge_postings says. Errors: kIndexCorrupt, kUnreadable.
Result<GenerationCounts> build_generation(GenerationPlan plan);

}  // namespace ordalag
