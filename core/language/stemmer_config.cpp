#include "core/language/stemmer_config.hpp"

#include <xxhash.h>

#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "core/language/tsv.hpp"
#include "core/text/fold.hpp"

namespace ordalag {
namespace {

constexpr std::array<std::pair<std::string_view, IrregularScope>, 4> kScopes = {{
    {"full", IrregularScope::kFull},
    {"tail", IrregularScope::kTail},
    {"verb", IrregularScope::kVerb},
    {"prefixed", IrregularScope::kPrefixed},
}};

constexpr std::array<std::pair<std::string_view, StringSet CompoundRules::*>, 7> kRuleKinds = {{
    {"particle", &CompoundRules::particles},
    {"not-first", &CompoundRules::not_first},
    {"also-first", &CompoundRules::also_first},
    {"weak-tail", &CompoundRules::weak_tails},
    {"short-first", &CompoundRules::short_first},
    {"short-last", &CompoundRules::short_last},
    {"degree", &CompoundRules::degrees},
}};

// The kinds of abbreviations, and whether they name a thing.
constexpr std::array<std::pair<std::string_view, bool>, 4> kAbbreviationKinds = {{
    {"text", false},
    {"unit", false},
    {"law", true},
    {"org", true},
}};

template <class Value, std::size_t N>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, N>& table,
                           std::string_view name) {
  for (const auto& [key, value] : table) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::vector<std::string> folded_words(const std::string& phrase) {
  std::vector<std::string> words;
  for (const std::string& word : divide(phrase, ' ')) {
    if (!word.empty()) words.push_back(fold(word));
  }
  return words;
}

Status add_irregular(const TsvTable& table, StemmerConfig& config) {
  for (const TsvRow& row : table.rows) {
    const auto scope = named(kScopes, row.columns[2]);
    if (!scope) {
      return fail(ErrorCode::kBadConfig, "unknown scope '" + row.columns[2] + "'", table.where(row),
                  "full, tail, verb or prefixed");
    }
    config.irregular[fold(row.columns[0])] = {fold(row.columns[1]), *scope};
  }
  return {};
}

Status add_compounds(const TsvTable& table, StemmerConfig& config) {
  for (const TsvRow& row : table.rows) {
    const std::string word = fold(row.columns[0]);
    std::vector<std::uint32_t> cuts;
    if (row.columns[1] != "-") {
      std::string joined;
      for (const std::string& part : divide(row.columns[1], '+')) {
        const std::string element = fold(part);
        if (!joined.empty()) cuts.push_back(static_cast<std::uint32_t>(joined.size()));
        // Three equal consonants are written as two: remiss + svar = remissvar.
        const std::size_t n = joined.size();
        const bool triple = n >= 2 && !element.empty() && joined[n - 1] == joined[n - 2] &&
                            joined[n - 1] == element[0];
        joined += triple ? element.substr(1) : element;
      }
      if (joined != word || cuts.empty()) {
        return fail(ErrorCode::kBadConfig, "the parts do not make up '" + row.columns[0] + "'",
                    table.where(row), "parts with linking letters kept, + between, or -");
      }
    }
    config.compounds[word] = std::move(cuts);
  }
  return {};
}

Status add_compound_rules(const TsvTable& table, StemmerConfig& config) {
  for (const TsvRow& row : table.rows) {
    const auto set = named(kRuleKinds, row.columns[0]);
    if (!set) {
      return fail(ErrorCode::kBadConfig, "unknown kind '" + row.columns[0] + "'", table.where(row),
                  "particle, not-first, also-first, weak-tail, short-first, short-last, degree");
    }
    (config.compound_rules.**set).insert(fold(row.columns[1]));
  }
  return {};
}

Status add_abbreviations(const TsvTable& table, StemmerConfig& config) {
  for (const TsvRow& row : table.rows) {
    const auto names_a_thing = named(kAbbreviationKinds, row.columns[2]);
    if (!names_a_thing) {
      return fail(ErrorCode::kBadConfig, "unknown kind '" + row.columns[2] + "'", table.where(row),
                  "text, unit, law or org");
    }
    config.abbreviations.push_back(
        {fold(row.columns[0]), folded_words(row.columns[1]), *names_a_thing});
  }
  return {};
}

Status add_synonyms(const TsvTable& table, StemmerConfig& config) {
  for (const TsvRow& row : table.rows) {
    SynonymGroup group;
    group.id = row.columns[0];
    const std::string& direction = row.columns[1];
    if (direction != "=" && direction != ">") {
      return fail(ErrorCode::kBadConfig, "unknown direction '" + direction + "'", table.where(row),
                  "= (both ways) or > (the first finds the others)");
    }
    group.one_way = direction == ">";
    const std::string& weight = row.columns[2];
    const auto parsed = std::from_chars(weight.data(), weight.data() + weight.size(), group.weight);
    if (parsed.ec != std::errc() || parsed.ptr != weight.data() + weight.size() ||
        !(group.weight > 0 && group.weight < 1)) {
      return fail(ErrorCode::kBadConfig, "the weight '" + weight + "' is not between 0 and 1",
                  table.where(row));
    }
    for (const std::string& term : divide(row.columns[3], ',')) {
      group.terms.push_back({folded_words(term)});
      if (group.terms.back().words.empty()) {
        return fail(ErrorCode::kBadConfig, "an empty term", table.where(row));
      }
    }
    if (group.terms.size() < 2) {
      return fail(ErrorCode::kBadConfig, "a group needs two terms", table.where(row));
    }
    config.synonyms.push_back(std::move(group));
  }
  return {};
}

}  // namespace

Result<StemmerConfig> load_stemmer_config(const std::filesystem::path& folder) {
  StemmerConfig config;
  ORDALAG_TRY(irregular, read_tsv(folder / "irregular.tsv", 3, 3));
  ORDALAG_TRY(compounds, read_tsv(folder / "compounds.tsv", 2, 2));
  ORDALAG_TRY(rules, read_tsv(folder / "compound-rules.tsv", 2, 2));
  ORDALAG_TRY(stop_words, read_tsv(folder / "stopwords.txt", 1, 1));
  ORDALAG_TRY(weak_words, read_tsv(folder / "weakwords.txt", 1, 1));
  ORDALAG_TRY(variants, read_tsv(folder / "variants.tsv", 2, 2));
  ORDALAG_TRY(abbreviations, read_tsv(folder / "abbreviations.tsv", 3, 3));
  ORDALAG_TRY(synonyms, read_tsv(folder / "synonyms.tsv", 5, 5));
  ORDALAG_CHECK(add_irregular(irregular, config));
  ORDALAG_CHECK(add_compounds(compounds, config));
  ORDALAG_CHECK(add_compound_rules(rules, config));
  ORDALAG_CHECK(add_synonyms(synonyms, config));
  for (const TsvRow& row : stop_words.rows) config.stop_words.insert(fold(row.columns[0]));
  for (const TsvRow& row : weak_words.rows) config.weak_words.insert(fold(row.columns[0]));
  for (const TsvRow& row : variants.rows) {
    config.variants[fold(row.columns[0])] = fold(row.columns[1]);
  }
  ORDALAG_CHECK(add_abbreviations(abbreviations, config));
  std::string bytes = irregular.bytes + '\0' + rules.bytes;
  config.lexicon_hash = XXH3_64bits(bytes.data(), bytes.size());
  for (const TsvTable* table :
       {&compounds, &stop_words, &weak_words, &variants, &abbreviations, &synonyms}) {
    bytes += '\0';
    bytes += table->bytes;
  }
  config.hash = XXH3_64bits(bytes.data(), bytes.size());
  return config;
}

}  // namespace ordalag
