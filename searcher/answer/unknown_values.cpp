#include "searcher/answer/unknown_values.hpp"

#include <algorithm>
#include <string_view>

#include "core/registry/theme_key.hpp"
#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"
#include "searcher/match/field_values.hpp"
#include "searcher/query/edit_distance.hpp"

namespace ordalag {
namespace {

// A known value: how people may write it, and what to write to get it.
struct KnownValue {
  std::string key;  // comparable
  std::string value;
};

std::vector<KnownValue> known_parties(const PartyRegistry& registry) {
  std::vector<KnownValue> known;
  for (const Party& party : registry.parties()) {
    known.push_back({fold(party.code.value), party.code.value});
    for (const std::string& label : {party.label, party.label_en})
      known.push_back({fold(label), party.label});
    for (const PartyName& name : party.names) known.push_back({fold(name.name), name.name});
  }
  return known;
}

std::vector<KnownValue> known_themes(const ThemeRegistry& registry) {
  std::vector<KnownValue> known;
  for (const Theme& theme : registry.themes())
    for (const std::string& name : {theme.id.value, theme.label, theme.label_en})
      known.push_back({theme_key(name), theme.id.value});
  return known;
}

std::vector<KnownValue> known_values(TermField field, const ResolveContext& context,
                                     const Registries& registries) {
  std::vector<KnownValue> known;
  if (field == TermField::kParty) known = known_parties(registries.parties);
  if (field == TermField::kTheme) known = known_themes(registries.themes);
  for (const auto& [value, passages] : context.reader.values(field))
    known.push_back({field == TermField::kTheme ? theme_key(value) : fold(value), value});
  return known;
}

bool is_checked(TermField field) {
  return field == TermField::kParty || field == TermField::kTheme ||
         field == TermField::kMunicipality || field == TermField::kKind ||
         field == TermField::kDocument;
}

bool is_known(const FieldFilter& asked, const ResolveContext& context,
              const Registries& registries) {
  if (asked.field == TermField::kDocument)
    return context.reader.find_document(DocumentId(asked.value)).has_value();
  if (asked.field == TermField::kTheme && theme_named(registries, asked.value) != nullptr)
    return true;
  return !field_terms(asked.field, asked.value, context).empty();
}

// True when a word of `name` begins with `beginning`: "klimat" in "miljo-och-klimat".
bool has_word(std::string_view name, std::string_view beginning) {
  for (std::size_t at = name.find(beginning); at != name.npos; at = name.find(beginning, at + 1))
    if (at == 0 || name[at - 1] == '-' || name[at - 1] == ' ') return true;
  return false;
}

// The nearest by edits, else the only one with a word that begins so.
std::optional<std::string> nearest(const FieldFilter& asked, const std::vector<KnownValue>& known) {
  constexpr std::uint32_t kLeastLength = 3;  // code points: of fewer each is near to all
  constexpr std::uint32_t kShort = 4;        // of so few two edits leave little
  const std::string key =
      asked.field == TermField::kTheme ? theme_key(asked.value) : fold(asked.value);
  const std::uint32_t length = count_code_points(key);
  if (length < kLeastLength) return std::nullopt;
  std::size_t least = length <= kShort ? 1 : 2;
  const KnownValue* best = nullptr;
  for (const KnownValue& value : known) {
    const std::size_t distance = edit_distance(key, value.key, least);
    if (distance > least || (distance == least && best != nullptr)) continue;
    least = distance;
    best = &value;
  }
  if (best != nullptr) return best->value;
  for (const KnownValue& value : known) {
    if (!has_word(value.key, key)) continue;
    if (best != nullptr && best->value != value.value) return std::nullopt;
    best = &value;
  }
  return best == nullptr ? std::nullopt : std::optional(best->value);
}

}  // namespace

void add_conditions(const QueryNode& query, std::vector<FieldFilter>& conditions) {
  if (query.op == QueryOp::kField) conditions.push_back({query.field, query.text});
  for (const QueryNode& child : query.children) add_conditions(child, conditions);
}

std::vector<UnknownValue> unknown_values(const std::vector<FieldFilter>& asked,
                                         const ResolveContext& context,
                                         const Registries& registries) {
  std::vector<UnknownValue> unknown;
  for (const FieldFilter& condition : asked) {
    if (!is_checked(condition.field) || is_known(condition, context, registries)) continue;
    const bool told = std::ranges::any_of(unknown, [&](const UnknownValue& other) {
      return other.field == condition.field && other.value == condition.value;
    });
    if (told) continue;
    unknown.push_back(
        {condition.field, condition.value,
         nearest(condition, known_values(condition.field, context, registries))});
  }
  return unknown;
}

}  // namespace ordalag
