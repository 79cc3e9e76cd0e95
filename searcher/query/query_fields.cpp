#include "searcher/query/query_fields.hpp"

#include <array>

#include "core/store/fields.hpp"
#include "core/text/fold.hpp"
#include "searcher/query/edit_distance.hpp"

namespace ordalag {
namespace {

constexpr std::array kOperators{
    QueryOperator{"OCH", "AND", "both, never relaxed"},
    QueryOperator{"ELLER", "OR", "at least one"},
    QueryOperator{"INTE", "NOT", "without what follows"},
    QueryOperator{"NÄRA/n", "NEAR/n", "at most n words apart, in either order"},
    QueryOperator{"( )", "( )", "groups"},
    QueryOperator{"+ord", "+word", "the word must be there"},
    QueryOperator{"-ord", "-word", "without the word"},
    QueryOperator{"ord*", "word*", "words that begin so"},
    QueryOperator{"=ord", "=word", "this form only"},
    QueryOperator{"\"fras\"", "\"phrase\"", "literal wording"},
    QueryOperator{"sms:nej", "parts:no", "which parts of compounds count"},
    QueryOperator{"~\"fras\"", "~\"phrase\"", "the same words in any inflection"},
};

}  // namespace

std::span<const QueryOperator> query_operators() { return kOperators; }

std::optional<TermField> find_query_field(std::string_view name) {
  const FieldInfo* row = field_by_query_name(fold(name));
  if (row == nullptr) return std::nullopt;
  return row->field;
}

std::string_view field_name(TermField field) { return info(field).query_en; }

std::string nearest_field_name(std::string_view name) {
  const std::string folded = fold(name);
  const std::size_t limit = folded.size() <= 4 ? 1 : 2;
  std::string_view best;
  std::size_t best_distance = limit + 1;
  for (const FieldInfo& row : fields()) {
    for (const std::string_view known : {row.query_sv, row.query_en}) {
      if (known.empty()) continue;
      const std::size_t distance = edit_distance(folded, known, limit);
      if (distance < best_distance) {
        best_distance = distance;
        best = known;
      }
    }
  }
  return std::string(best);
}

}  // namespace ordalag
