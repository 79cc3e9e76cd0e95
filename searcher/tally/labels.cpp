#include "searcher/tally/labels.hpp"

#include <optional>

namespace ordalag {
namespace {

// As the first document by id that has it writes it.
std::string as_written(TermField field, const std::string& value, const IndexReader& reader) {
  std::optional<DocumentNumber> first;
  reader.postings(field, value, [&](PassageNumber passage, std::uint32_t) {
    const DocumentNumber document = reader.document_of(passage);
    if (!first || reader.id_order(document) < reader.id_order(*first)) first = document;
  });
  if (!first) return value;
  const DocumentFacts& facts = reader.document(*first).facts;
  const auto& fact = field == TermField::kMunicipality ? facts.municipality : facts.kind;
  return fact ? fact->value : value;
}

}  // namespace

std::string value_of(TermField field, const std::string& term, const LabelContext& context) {
  const bool folded = field == TermField::kMunicipality || field == TermField::kKind;
  return folded ? as_written(field, term, context.reader) : term;
}

std::string label_of(TermField field, const std::string& value, const LabelContext& context) {
  switch (field) {
    case TermField::kParty:
      return party_label(context.registries, PartyCode(value), context.language);
    case TermField::kTheme:
      return theme_label(context.registries, ThemeId(value), context.language);
    case TermField::kKind:
      return kind_label(value, context.language);
    default:
      return value;
  }
}

}  // namespace ordalag
