#include "searcher/render/tally_fields.hpp"

#include <array>
#include <boost/json/object.hpp>
#include <charconv>
#include <cmath>
#include <string_view>

#include "searcher/render/json.hpp"
#include "searcher/render/unknown_values.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

// The columns of a tally, and what they say.
constexpr std::array<std::string_view, 6> kTallyColumns{
    "count", "matching_documents", "documents", "passages", "words", "per_10000_words"};

constexpr int kPlaces = 3;  // of a rate

std::string rate_text(const Tally& tally) {
  const auto rate = tally.rate();
  if (!rate) return {};
  std::array<char, 32> digits;
  const auto end =
      std::to_chars(digits.begin(), digits.end(), *rate, std::chars_format::fixed, kPlaces).ptr;
  return {digits.begin(), end};
}

json::value rate_json(const Tally& tally) {
  const auto rate = tally.rate();
  if (!rate) return nullptr;
  const double scale = std::pow(10, kPlaces);
  return std::round(*rate * scale) / scale;
}

}  // namespace

void add_tally(const Tally& tally, json::object& object) {
  object["count"] = tally.count;
  object["matching_documents"] = tally.matching_documents;
  object["documents"] = tally.documents;
  object["passages"] = tally.passages;
  object["words"] = tally.words;
  object["per_10000_words"] = rate_json(tally);
}

json::object tally_json(const std::string& value, const std::string& label, const Tally& tally) {
  json::object object{{"value", value}, {"label", label}};
  add_tally(tally, object);
  return object;
}

json::object counting_json(const CountedQuery& query, const IndexInfo& index) {
  return {{"schema_version", kJsonVersion},
          {"query",
           {{"raw", query.raw},
            {"parsed", query.parsed},
            {"asked", query.asked},
            {"unknown_values", unknown_values_json(query.unknown)}}},
          {"index", index_json(index)}};
}

void add_tally_columns(std::vector<std::string>& names) {
  names.insert(names.end(), kTallyColumns.begin(), kTallyColumns.end());
}

void add_tally(const Tally& tally, std::vector<std::string>& fields) {
  for (const std::uint64_t figure :
       {std::uint64_t{tally.count}, std::uint64_t{tally.matching_documents},
        std::uint64_t{tally.documents}, std::uint64_t{tally.passages}, tally.words})
    fields.push_back(std::to_string(figure));
  fields.push_back(rate_text(tally));
}

void add_source_columns(std::vector<std::string>& names) {
  names.insert(names.end(), {"query", "index", "revision", "built_at"});
}

void add_source(const CountSource& source, std::vector<std::string>& fields) {
  const IndexInfo& index = source.index;
  fields.insert(fields.end(),
                {source.query, index.id, std::to_string(index.revision), index.built_at});
}

}  // namespace ordalag
