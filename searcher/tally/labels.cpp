#include "searcher/tally/labels.hpp"

#include <optional>

namespace ordalag {
namespace {

// As the first document that has it writes it.
std::string as_written(TermField field, const std::string& value, const IndexReader& reader) {
  std::optional<PassageNumber> first;
  reader.postings(field, value, [&](PassageNumber passage, std::uint32_t) {
    if (!first) first = passage;
  });
  if (!first) return value;
  const DocumentFacts& facts = reader.document(reader.document_of(*first)).facts;
  const auto& fact = field == TermField::kMunicipality ? facts.municipality : facts.kind;
  return fact ? fact->value : value;
}

}  // namespace

std::string label_of(TermField field, const std::string& value, const LabelContext& context) {
  switch (field) {
    case TermField::kParty:
      return party_label(context.registries, PartyCode(value), context.language);
    case TermField::kTheme:
      return theme_label(context.registries, ThemeId(value), context.language);
    case TermField::kMunicipality:
      return as_written(field, value, context.reader);
    case TermField::kKind:
      return kind_label(as_written(field, value, context.reader), context.language);
    default:
      return value;
  }
}

}  // namespace ordalag
