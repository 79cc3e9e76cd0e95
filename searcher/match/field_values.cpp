#include "searcher/match/field_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "core/registry/theme_key.hpp"
#include "core/text/fold.hpp"
#include "searcher/match/kind_names.hpp"
#include "searcher/query/year_range.hpp"

namespace ordalag {
namespace {

using Terms = std::vector<std::vector<std::string>>;

template <class Fold>
Terms values_equal(TermField field, std::string_view value, const ResolveContext& context,
                   Fold folding) {
  Terms terms;
  const std::string wanted = folding(value);
  for (const auto& [known, passages] : context.reader.values(field))
    if (folding(known) == wanted) terms.push_back({known});
  return terms;
}

Terms party_terms(std::string_view value, const ResolveContext& context) {
  Terms terms = values_equal(TermField::kParty, value, context, fold);
  if (!terms.empty()) return terms;
  if (const auto code = context.parties.resolve(value)) return {{code->value}};
  return {};
}

Terms year_terms(std::string_view value, const ResolveContext& context) {
  const auto range = parse_year_range(value);
  Terms terms;
  if (!range) return terms;
  for (const auto& [known, passages] : context.reader.values(TermField::kYear)) {
    int year = 0;
    const auto parsed = std::from_chars(known.data(), known.data() + known.size(), year);
    if (parsed.ec == std::errc() && year >= range->first && year <= range->last)
      terms.push_back({known});
  }
  return terms;
}

Terms kind_terms(std::string_view value, const ResolveContext& context) {
  const std::string wanted = fold(value);
  std::set<std::string_view> names{wanted};
  for (const auto& [swedish, name] : kind_names()) {
    if (wanted == swedish) names.insert(name);
    if (wanted == name) names.insert(swedish);
  }
  Terms terms;
  for (const std::string_view name : names)
    for (auto& known : values_equal(TermField::kKind, name, context, fold))
      terms.push_back(std::move(known));
  return terms;
}

// All words of the value, each as `term_of` its token says.
template <class TermOf>
Terms word_terms(std::string_view value, const ResolveContext& context, TermOf term_of) {
  std::vector<Token> tokens;
  context.analyser.tokenise(value, context.cache, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens)
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber)
      words.push_back(term_of(*token.word));
  if (words.empty()) return {};
  return {std::move(words)};
}

}  // namespace

std::vector<std::vector<std::string>> field_terms(TermField field, std::string_view value,
                                                  const ResolveContext& context) {
  switch (field) {
    case TermField::kParty:
      return party_terms(value, context);
    case TermField::kTheme:
      return values_equal(field, value, context, theme_key);
    case TermField::kMunicipality:
      return values_equal(field, value, context, fold);
    case TermField::kKind:
      return kind_terms(value, context);
    case TermField::kYear:
      return year_terms(value, context);
    case TermField::kDocument:
      return {{std::string(value)}};
    case TermField::kSpeaker:
      return word_terms(value, context, [](const Word& word) { return word.form; });
    default:
      return word_terms(value, context, [](const Word& word) { return word.lemma; });
  }
}

}  // namespace ordalag
