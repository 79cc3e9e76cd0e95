#include "searcher/tally/topic.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

#include "core/store/fields.hpp"
#include "searcher/rank/retrieval_plan.hpp"

namespace ordalag {
namespace {

constexpr std::array kFacts{TermField::kParty, TermField::kMunicipality, TermField::kKind,
                            TermField::kYear,  TermField::kSpeaker,      TermField::kDocument};

// The one field that a node asks for: it is a condition, or an OR of such.
std::optional<TermField> field_of(const ResolvedNode& node) {
  if (node.op == QueryOp::kField) return node.field;
  if (node.op != QueryOp::kOr || node.children.empty()) return std::nullopt;
  const auto first = field_of(node.children.front());
  const bool same =
      std::all_of(node.children.begin(), node.children.end(),
                  [&](const ResolvedNode& child) { return field_of(child) == first; });
  return same ? first : std::nullopt;
}

bool is_fact(const ResolvedNode& node) {
  const auto field = field_of(node);
  return field && std::find(kFacts.begin(), kFacts.end(), *field) != kFacts.end();
}

void collect_values(const ResolvedNode& node, std::set<std::string>& values) {
  for (const auto& terms : node.any) values.insert(terms.begin(), terms.end());
  for (const ResolvedNode& child : node.children) collect_values(child, values);
}

}  // namespace

Topic divide(ResolvedQuery query) {
  Topic topic;
  for (const ResolvedNode& node : query.root.children) {
    if (is_fact(node))
      topic.facts.root.children.push_back(node);
    else
      topic.given = true;
  }
  topic.whole = std::move(query);
  return topic;
}

std::optional<std::vector<std::string>> take_values(ResolvedQuery& query, TermField field) {
  std::optional<std::set<std::string>> allowed;
  auto& nodes = query.root.children;
  for (const ResolvedNode& node : nodes) {
    if (field_of(node) != field) continue;
    std::set<std::string> values;
    collect_values(node, values);
    if (allowed) std::erase_if(values, [&](const std::string& v) { return !allowed->contains(v); });
    allowed = std::move(values);
  }
  std::erase_if(nodes, [&](const ResolvedNode& node) { return field_of(node) == field; });
  if (!allowed) return std::nullopt;
  return std::vector<std::string>(allowed->begin(), allowed->end());
}

void demand(ResolvedQuery& query, TermField field, const std::string& value) {
  ResolvedNode& node = query.root.children.emplace_back();
  node.op = QueryOp::kField;
  node.field = field;
  node.text = value;
  node.any = {{value}};
}

std::string asked_in_words(const SearchRequest& request) {
  std::string text = request.query;
  for (const FieldFilter& filter : request.filters) {
    const bool bare = filter.value.find_first_of(" \"():") == std::string::npos;
    text += (text.empty() ? "" : " ") + std::string(info(filter.field).query_en) + ":" +
            (bare ? filter.value : '"' + filter.value + '"');
  }
  return text;
}

std::vector<std::string> themes_alone(const Topic& topic) {
  std::set<std::string> themes;
  for (const ResolvedNode& node : topic.whole.root.children) {
    if (is_fact(node)) continue;
    if (field_of(node) != TermField::kTheme) return {};
    collect_values(node, themes);
  }
  return {themes.begin(), themes.end()};
}

std::vector<bool> mask_of(const ResolvedQuery& facts, const IndexReader& reader) {
  if (facts.root.children.empty()) return {};
  MatchOptions all;
  all.at_most = std::numeric_limits<std::uint32_t>::max();
  std::vector<bool> mask(reader.passage_count() + 1, false);
  for (const Match& match : reader.match(all_words(facts, Reach::kWhole), all).all)
    mask[match.passage] = true;
  return mask;
}

}  // namespace ordalag
