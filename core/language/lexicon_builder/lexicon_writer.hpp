// Writes sv.lex.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/lexicon_builder/compound_elements.hpp"
#include "core/language/lexicon_builder/inflection_groups.hpp"
#include "core/language/string_map.hpp"

namespace ordalag {

struct LexiconContents {
  const std::vector<InflectionGroup>* groups = nullptr;
  const StringMap<std::string>* lemmas = nullptr;
  const CompoundElements* elements = nullptr;
  const StringSet* simple = nullptr;  // forms marked kSimple; null: none
  std::uint64_t config_hash = 0;
};

// Writes the lexicon beside `path` and renames it there. The same contents give the same bytes.
// Errors: kUnreadable when the file cannot be written.
Status write_lexicon(const LexiconContents& contents, const std::filesystem::path& path);

}  // namespace ordalag
