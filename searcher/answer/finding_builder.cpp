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

Finding FindingBuilder::build(const Hit& hit, Tier tier, const std::vector<WordMatch>* read) {
  Finding finding;
  if (read == nullptr) find_words(hit.text);
  const std::vector<WordMatch>& matches = read == nullptr ? matches_ : *read;
  marks_.clear();
  for (const WordMatch& match : matches)
    marks_.push_back({match.bytes, match.match_class, query_.words[match.word].text});
  if (!clauses_.empty()) view_.read(hit.text);
  for (const ResolvedNode* clause : clauses_) {
    occurrences_.clear();
    find_occurrences(*clause, view_, occurrences_);
    for (const Occurrence& place : occurrences_) {
      const MatchClass match_class = place.exact ? MatchClass::kExact : MatchClass::kInflected;
      marks_.push_back({place.bytes, match_class, place.node->text});
      if (!place.lent.empty()) marks_.push_back({place.lent, match_class, place.node->text});
    }
  }
  keep_apart(marks_);
  finding.snippet = make_snippet(hit.text, marks_);
  if (tier == Tier::kSomeWords) finding.missing = missing(hit, matches);
  return finding;
}

void FindingBuilder::find_words(std::string_view text) {
  view_.read(text);
  matcher_.find(view_, matches_);
}

void FindingBuilder::note_words(const std::vector<WordMatch>& matches, std::vector<bool>& found) {
  for (const WordMatch& match : matches)
    if (!match.element_only) found[match.word] = true;
}

std::vector<std::string> FindingBuilder::missing(const Hit& hit,
                                                 const std::vector<WordMatch>& in_text) {
  std::vector<bool> found(query_.words.size(), false);
  note_words(in_text, found);
  const auto note_text = [&](std::string_view text) {
    find_words(text);
    note_words(matches_, found);
  };
  if (hit.lead_in) note_text(*hit.lead_in);
  for (const std::string& heading : hit.section) note_text(heading);
  std::vector<std::string> words;
  for (const std::size_t index : query_.wanted)
    if (!found[index]) words.push_back(query_.words[index].text);
  return words;
}

}  // namespace ordalag
