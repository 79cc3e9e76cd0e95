// The one table of fields: what a term may stand in, its prefix in the index, and what people call
// it in a query. The parser, the store, the help text and the tests all read it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/store/retrieval_query.hpp"

namespace ordalag {

enum class FieldUse {
  kCounted,   // wdf is the number of occurrences and counts towards the passage's length
  kPresence,  // stands around the passage, not in it: wdf 0, no part of the length
  kFilter,    // a fact: narrows, never scores
};

// Which passages a posting speaks for. What a whole document or section shares is posted once, on
// the first passage, and spread when it is read: neighbours would repeat it.
enum class FieldScope {
  kPassage,   // the passage it stands on
  kSection,   // that passage and those after it in the same section
  kDocument,  // all passages of the document; it stands on the first
};

struct FieldInfo {
  TermField field;
  FieldUse use;
  FieldScope scope;
  std::string_view name;      // in English, for messages and docs
  std::string_view prefix;    // before the term in the index; upper case, no term starts so
  std::string_view query_sv;  // as typed before ":"; empty when it cannot be asked for by name
  std::string_view query_en;
  std::string_view help;  // one line
};

std::span<const FieldInfo> fields();
const FieldInfo& info(TermField field);

// The field that people call `name` (lower case, Swedish or English); nullptr when there is none.
const FieldInfo* field_by_query_name(std::string_view name);

// The index term for a value: prefix and value; of a value over kMaxTermValue bytes the first ones
// and a hash of the whole (Xapian's limit is 245 bytes).
inline constexpr std::size_t kMaxTermValue = 200;
std::string index_term(TermField field, std::string_view value);

}  // namespace ordalag
