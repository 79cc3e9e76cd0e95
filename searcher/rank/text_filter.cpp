#include "searcher/rank/text_filter.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace ordalag {

TextFilter::TextFilter(const ResolvedQuery& query, Reach reach, const IndexReader& reader,
                       TextView& view)
    : reader_(reader), view_(view), root_(compile(query.root, query, reach, Source::kIndex)) {}

TextFilter::Node TextFilter::compile(const ResolvedNode& node, const ResolvedQuery& query,
                                     Reach reach, Source source) {
  Node compiled;
  if (!needs_text(node)) {
    if (source == Source::kIndex) return compiled;
    compiled.kind = Kind::kSet;
    MatchOptions options;
    options.at_most = std::numeric_limits<std::uint32_t>::max();
    for (const Match& match : reader_.match(candidates(node, query, reach), options).all)
      compiled.set.push_back(match.passage);
    return compiled;
  }
  switch (node.op) {
    case QueryOp::kOr:
      compiled.kind = Kind::kAny;
      break;
    case QueryOp::kNot:
      compiled.kind = Kind::kNot;
      break;
    case QueryOp::kGroup:
    case QueryOp::kAnd:
    case QueryOp::kRequired:
      compiled.kind = Kind::kAll;
      break;
    default:
      compiled.kind = Kind::kText;
      compiled.text = &node;
      if (node.op == QueryOp::kPhrase || node.op == QueryOp::kForm) compiled.scan.emplace(node);
      return compiled;
  }
  if (compiled.kind == Kind::kNot) reach = Reach::kWhole;
  if (compiled.kind != Kind::kAll) source = Source::kFetched;
  for (const ResolvedNode& child : node.children)
    compiled.children.push_back(compile(child, query, reach, source));
  return compiled;
}

bool TextFilter::accepts(PassageNumber passage) {
  read_ = false;
  return holds(root_, passage);
}

bool TextFilter::holds(const Node& node, PassageNumber passage) {
  const auto child_holds = [&](const Node& child) { return holds(child, passage); };
  switch (node.kind) {
    case Kind::kIndex:
      return true;
    case Kind::kSet:
      return std::binary_search(node.set.begin(), node.set.end(), passage);
    case Kind::kAll:
      return std::all_of(node.children.begin(), node.children.end(), child_holds);
    case Kind::kAny:
      return std::any_of(node.children.begin(), node.children.end(), child_holds);
    case Kind::kNot:
      return !child_holds(node.children.front());
    case Kind::kText:
      break;
  }
  const std::string_view text = reader_.passage_text(passage);
  const Holding holding = node.scan ? node.scan->look(text) : Holding::kPerhaps;
  if (holding != Holding::kPerhaps) return holding == Holding::kYes;
  if (!read_) view_.read(text);
  read_ = true;
  found_.clear();
  find_occurrences(*node.text, view_, found_);
  return !found_.empty();
}

}  // namespace ordalag
