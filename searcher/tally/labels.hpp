// What a value of a field is called on the screen.
#pragma once

#include <string>

#include "core/store/index_reader.hpp"
#include "searcher/answer/registries.hpp"

namespace ordalag {

struct LabelContext {
  const IndexReader& reader;
  const Registries& registries;
  Language language = Language::kSwedish;
};

// Parties and themes have labels in the registries; municipalities and kinds are called as the
// documents write them (the index folds their names). Of an unknown value, the value itself.
std::string label_of(TermField field, const std::string& value, const LabelContext& context);

}  // namespace ordalag
