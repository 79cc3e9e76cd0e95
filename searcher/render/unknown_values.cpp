#include "searcher/render/unknown_values.hpp"

#include <boost/json/object.hpp>

#include "core/store/fields.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/styled_text.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

Phrase phrase_of(TermField field) {
  switch (field) {
    case TermField::kTheme:
      return Phrase::kUnknownTheme;
    case TermField::kMunicipality:
      return Phrase::kUnknownMunicipality;
    case TermField::kKind:
      return Phrase::kUnknownKind;
    case TermField::kDocument:
      return Phrase::kUnknownDocument;
    default:
      return Phrase::kUnknownParty;
  }
}

}  // namespace

std::string unknown_value_sentence(const UnknownValue& unknown, Language language) {
  std::string text = say(phrase_of(unknown.field), language, unknown.value);
  if (unknown.near) text += " " + say(Phrase::kMeantValue, language, *unknown.near);
  return text;
}

std::string unknown_values_text(const std::vector<UnknownValue>& unknown,
                                const TextOptions& options) {
  std::string text;
  for (const UnknownValue& value : unknown) {
    StyledText line;
    line.add(unknown_value_sentence(value, options.language));
    text += line.wrapped(options.width, "", options.colour);
  }
  return text;
}

boost::json::array unknown_values_json(const std::vector<UnknownValue>& unknown) {
  boost::json::array list;
  for (const UnknownValue& value : unknown)
    list.push_back({{"field", info(value.field).query_en},
                    {"value", value.value},
                    {"near", or_null(value.near)}});
  return list;
}

}  // namespace ordalag
