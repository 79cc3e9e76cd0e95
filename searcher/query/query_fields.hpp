// What a query may name: fields by the store's table, operators by the table here. The parser, the
// help text and the docs read both.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/store/retrieval_query.hpp"

namespace ordalag {

struct QueryOperator {
  std::string_view swedish;  // as typed
  std::string_view english;
  std::string_view help;  // one line
};

std::span<const QueryOperator> query_operators();

// The field that `name` means, in any letter case and either language.
std::optional<TermField> find_query_field(std::string_view name);

// The English name of a field, as canonical queries use it.
std::string_view field_name(TermField field);

// The known field name nearest to a mistyped one; empty when none is near.
std::string nearest_field_name(std::string_view name);

}  // namespace ordalag
