#include "searcher/answer/finding_builder.hpp"

#include <algorithm>

namespace ordalag {
namespace {

void collect_clauses(const ResolvedNode& node, std::vector<const ResolvedNode*>& out) {
  switch (node.op) {
    case QueryOp::kNot:
      return;
    case QueryOp::kForm:
    case QueryOp::kPrefix:
    case QueryOp::kPhrase:
    case QueryOp::kInflected:
    case QueryOp::kNear:
      out.push_back(&node);
      return;
    default:
      for (const ResolvedNode& child : node.children) collect_clauses(child, out);
  }
}

}  // namespace

FindingBuilder::FindingBuilder(const ResolvedQuery& query, TextView& view)
    : query_(query), view_(view), matcher_(query) {
  collect_clauses(query.root, clauses_);
}

Finding FindingBuilder::build(const Hit& hit, Tier tier) {
  Finding finding;
  view_.read(hit.text);
  matcher_.find(view_, matches_);
  marks_.clear();
  for (const WordMatch& match : matches_)
    marks_.push_back({match.bytes, match.match_class, query_.words[match.word].text});
  for (const ResolvedNode* clause : clauses_) {
    occurrences_.clear();
    find_occurrences(*clause, view_, occurrences_);
    for (const Occurrence& place : occurrences_)
      marks_.push_back({place.bytes, place.exact ? MatchClass::kExact : MatchClass::kInflected,
                        place.node->text});
  }
  keep_apart(marks_);
  finding.snippet = make_snippet(hit.text, marks_);
  if (tier == Tier::kSomeWords) finding.missing = missing(hit);
  return finding;
}

void FindingBuilder::note_words(std::string_view text, std::vector<bool>& found) {
  view_.read(text);
  matcher_.find(view_, matches_);
  for (const WordMatch& match : matches_)
    if (!match.element_only) found[match.word] = true;
}

std::vector<std::string> FindingBuilder::missing(const Hit& hit) {
  std::vector<bool> found(query_.words.size(), false);
  note_words(hit.text, found);
  if (hit.lead_in) note_words(*hit.lead_in, found);
  for (const std::string& heading : hit.section) note_words(heading, found);
  std::vector<std::string> words;
  for (const std::size_t index : query_.wanted)
    if (!found[index]) words.push_back(query_.words[index].text);
  return words;
}

}  // namespace ordalag
