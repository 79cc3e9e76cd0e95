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

// What a term of the index stands for: municipalities and kinds, whose names are folded there, as
// the documents write them; the others are the value itself. Linear in the term's postings.
std::string value_of(TermField field, const std::string& term, const LabelContext& context);

// Parties, themes and kinds have labels in the registries. Of an unknown value, the value itself.
std::string label_of(TermField field, const std::string& value, const LabelContext& context);

}  // namespace ordalag
