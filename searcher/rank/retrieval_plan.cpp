#include "searcher/rank/retrieval_plan.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "searcher/rank/weights.hpp"

namespace ordalag {
namespace {

using Op = RetrievalQuery::Op;
using Queries = std::vector<RetrievalQuery>;

RetrievalQuery none() { return RetrievalQuery::join(Op::kNone, {}); }

RetrievalQuery joined(Op op, Queries queries) {
  if (queries.empty()) return none();
  if (queries.size() == 1) return std::move(queries.front());
  return RetrievalQuery::join(op, std::move(queries));
}

RetrievalQuery lemma(const std::string& text) {
  return RetrievalQuery::word(TermField::kLemma, text);
}

// A match of `query` says that the word stands there as a word.
RetrievalQuery marked(RetrievalQuery query, std::size_t word) {
  if (word >= kMarkedWords) return query;
  return RetrievalQuery::mark(std::move(query), 1U << word);
}

// The lemma, which `whole` matches, or a compound with it as a part, in one count.
RetrievalQuery or_part(RetrievalQuery whole, const std::string& text, CompoundMode compounds) {
  Queries queries{std::move(whole)};
  if (compounds == CompoundMode::kAll || compounds == CompoundMode::kHead)
    queries.push_back(RetrievalQuery::word(TermField::kHeadPart, text));
  if (compounds == CompoundMode::kAll || compounds == CompoundMode::kModifier)
    queries.push_back(RetrievalQuery::word(TermField::kModifierPart, text));
  return joined(Op::kSynonym, std::move(queries));
}

RetrievalQuery all_lemmas(const std::vector<std::string>& lemmas) {
  Queries queries;
  for (const std::string& text : lemmas) queries.push_back(lemma(text));
  return joined(Op::kAnd, std::move(queries));
}

// The alternatives for a word of the query at a reach. Those that reach it whole are marked.
Queries alternatives(const ResolvedQuery& query, std::size_t index, Reach reach) {
  const QueryWord& word = query.words[index];
  if (reach == Reach::kOwnText) return {lemma(word.lemma)};
  Queries queries;
  RetrievalQuery whole = marked(lemma(word.lemma), index);
  queries.push_back(reach == Reach::kWhole
                        ? std::move(whole)
                        : or_part(std::move(whole), word.lemma, query.compounds));
  const auto around = [&](TermField field, double weight) {
    return RetrievalQuery::scale(RetrievalQuery::word(field, word.lemma), weight);
  };
  queries.push_back(marked(around(TermField::kLeadIn, kRankWeights.lead_in), index));
  queries.push_back(marked(around(TermField::kSection, kRankWeights.section), index));
  if (reach == Reach::kWhole) return queries;
  if (query.compounds == CompoundMode::kAll) {
    queries.push_back(around(TermField::kLeadInPart, kRankWeights.lead_in));
    queries.push_back(around(TermField::kSectionPart, kRankWeights.section));
  }
  if (!word.elements.empty())
    queries.push_back(RetrievalQuery::scale(all_lemmas(word.elements), kRankWeights.element));
  for (const Analyser::Synonym& synonym : word.synonyms)
    queries.push_back(
        RetrievalQuery::scale(all_lemmas(synonym.lemmas), kRankWeights.synonym * synonym.weight));
  return queries;
}

// A word of a negation or of NEAR. What is excluded is what the word would find as a word.
RetrievalQuery unscored(const std::string& text, Reach reach) {
  if (reach == Reach::kOwnText) return lemma(text);
  return joined(Op::kOr, {lemma(text), RetrievalQuery::word(TermField::kLeadIn, text),
                          RetrievalQuery::word(TermField::kSection, text)});
}

RetrievalQuery phrase_candidates(const ResolvedNode& node) {
  std::vector<std::string> lemmas;
  for (const PhraseWord& word : node.phrase)
    if (std::find(lemmas.begin(), lemmas.end(), word.lemma) == lemmas.end())
      lemmas.push_back(word.lemma);
  return all_lemmas(lemmas);
}

RetrievalQuery prefix_candidates(const ResolvedNode& node) {
  Queries queries;
  for (const std::string& text : node.lemmas) queries.push_back(lemma(text));
  return joined(Op::kSynonym, std::move(queries));
}

RetrievalQuery field_candidates(const ResolvedNode& node) {
  Queries lists;
  for (const auto& terms : node.any) {
    Queries queries;
    for (const std::string& term : terms) queries.push_back(RetrievalQuery::word(node.field, term));
    lists.push_back(joined(Op::kAnd, std::move(queries)));
  }
  return joined(Op::kOr, std::move(lists));
}

// Collects the clauses of a conjunction by what they do, and joins them.
class Conjunction {
 public:
  Conjunction(const ResolvedQuery& query, Reach reach) : query_(query), reach_(reach) {}

  void add(const ResolvedNode& node) {
    switch (node.op) {
      case QueryOp::kField:
        filters_.push_back(field_candidates(node));
        break;
      case QueryOp::kNot:
        // What the text must refuse the index cannot: its candidates are too many.
        if (!needs_text(node.children.front()))
          negatives_.push_back(candidates(node.children.front(), query_, Reach::kWhole));
        break;
      default:
        scored_.push_back(candidates(node, query_, reach_));
    }
  }
  void add_scored(RetrievalQuery scored) { scored_.push_back(std::move(scored)); }
  void add_bonus(RetrievalQuery bonus) { bonuses_.push_back(std::move(bonus)); }

  RetrievalQuery join() && {
    RetrievalQuery result;
    if (!scored_.empty()) {
      result = joined(Op::kAnd, std::move(scored_));
      if (!bonuses_.empty())
        result = RetrievalQuery::join(Op::kAndMaybe,
                                      {std::move(result), joined(Op::kOr, std::move(bonuses_))});
    } else {
      result = RetrievalQuery::all();
    }
    for (RetrievalQuery& filter : filters_)
      result = RetrievalQuery::join(Op::kFilter, {std::move(result), std::move(filter)});
    if (!negatives_.empty())
      result = RetrievalQuery::join(Op::kAndNot,
                                    {std::move(result), joined(Op::kOr, std::move(negatives_))});
    return result;
  }

 private:
  const ResolvedQuery& query_;
  Reach reach_;
  Queries scored_, bonuses_, filters_, negatives_;
};

// The clauses of the outermost group.
std::span<const ResolvedNode> clauses(const ResolvedQuery& query) {
  if (query.root.op != QueryOp::kGroup) return {&query.root, 1};
  return query.root.children;
}

bool holds(const std::vector<std::size_t>& indices, std::size_t index) {
  return std::find(indices.begin(), indices.end(), index) != indices.end();
}

bool is_free(const ResolvedNode& node, const ResolvedQuery& query) {
  return node.op == QueryOp::kWord && holds(query.relaxable, node.word);
}

// A function word beside enough others: it adds to what matches.
bool is_bonus(const ResolvedNode& node, const ResolvedQuery& query) {
  return is_free(node, query) && !holds(query.wanted, node.word);
}

// What a free word is worth beside the others: a function word, or one that says how a matter is
// spoken of, must not outweigh what the question is about.
double worth(const ResolvedNode& node, const ResolvedQuery& query) {
  if (is_bonus(node, query)) return kRankWeights.function_word;
  const bool telling = std::any_of(query.wanted.begin(), query.wanted.end(),
                                   [&](std::size_t i) { return !query.words[i].weak; });
  return telling && query.words[node.word].weak ? kRankWeights.weak_word : 1;
}

RetrievalQuery weighed(RetrievalQuery candidates, double worth) {
  return worth == 1 ? std::move(candidates) : RetrievalQuery::scale(std::move(candidates), worth);
}

// A title says what the whole document is about: it adds to what matches, and matches nothing.
void add_titles(const ResolvedQuery& query, Conjunction& conjunction) {
  for (const QueryWord& word : query.words)
    for (const TermField field : {TermField::kTitle, TermField::kTitlePart})
      conjunction.add_bonus(RetrievalQuery::scale(RetrievalQuery::word(field, word.lemma),
                                                  kRankWeights.passage_title));
}

bool whole(const ResolvedNode& node, const ResolvedQuery& query, std::uint32_t marks) {
  const auto holds_child = [&](const ResolvedNode& child) { return whole(child, query, marks); };
  switch (node.op) {
    case QueryOp::kWord:
      return node.word == kNoWord || (marks >> node.word & 1U) != 0;
    case QueryOp::kOr:
      return std::any_of(node.children.begin(), node.children.end(), holds_child);
    case QueryOp::kGroup:
    case QueryOp::kAnd:
    case QueryOp::kRequired:
      return std::all_of(node.children.begin(), node.children.end(), holds_child);
    default:
      return true;  // the index has decided
  }
}

bool scores(const ResolvedNode& node) {
  if (node.op == QueryOp::kField || node.op == QueryOp::kNot) return false;
  if (node.children.empty()) return true;
  return std::any_of(node.children.begin(), node.children.end(), scores);
}

}  // namespace

RetrievalQuery candidates(const ResolvedNode& node, const ResolvedQuery& query, Reach reach) {
  switch (node.op) {
    case QueryOp::kWord:
      if (node.word == kNoWord) return unscored(node.phrase.front().lemma, reach);
      return joined(Op::kOr, alternatives(query, node.word, reach));
    case QueryOp::kForm:
    case QueryOp::kPhrase:
    case QueryOp::kInflected:
      return phrase_candidates(node);
    case QueryOp::kPrefix:
      return prefix_candidates(node);
    case QueryOp::kField:
      return field_candidates(node);
    case QueryOp::kOr: {
      Queries queries;
      for (const ResolvedNode& child : node.children)
        queries.push_back(candidates(child, query, reach));
      return joined(Op::kOr, std::move(queries));
    }
    default: {
      Conjunction conjunction(query, node.op == QueryOp::kNear ? Reach::kOwnText : reach);
      if (node.op == QueryOp::kNot) {
        conjunction.add(node);
      } else {
        for (const ResolvedNode& child : node.children) conjunction.add(child);
      }
      return std::move(conjunction).join();
    }
  }
}

RetrievalQuery all_words(const ResolvedQuery& query, Reach reach) {
  Conjunction conjunction(query, reach);
  for (const ResolvedNode& node : clauses(query)) {
    if (is_bonus(node, query))
      conjunction.add_bonus(weighed(candidates(node, query, reach), kRankWeights.function_word));
    else
      conjunction.add(node);
  }
  add_titles(query, conjunction);
  return std::move(conjunction).join();
}

RetrievalQuery any_word(const ResolvedQuery& query) {
  Conjunction conjunction(query, Reach::kAnyClass);
  Queries loose;
  for (const ResolvedNode& node : clauses(query)) {
    if (!is_free(node, query)) {
      conjunction.add(node);
      continue;
    }
    const QueryWord& word = query.words[node.word];
    const double share = worth(node, query);
    loose.push_back(weighed(candidates(node, query, Reach::kAnyClass), share));
    for (const std::string& part : word.parts)
      loose.push_back(RetrievalQuery::scale(or_part(lemma(part), part, query.compounds),
                                            share * kRankWeights.element));
  }
  if (!loose.empty()) conjunction.add_scored(joined(Op::kOr, std::move(loose)));
  add_titles(query, conjunction);
  return std::move(conjunction).join();
}

WholeTest::WholeTest(const ResolvedQuery& query) : query_(query) {
  for (const ResolvedNode& node : clauses(query)) {
    if (is_bonus(node, query)) continue;
    if (node.op == QueryOp::kWord && node.word != kNoWord)
      required_ |= 1U << node.word;
    else
      simple_ = false;
  }
}

bool WholeTest::holds(std::uint32_t marks) const {
  const auto nodes = clauses(query_);
  return std::all_of(nodes.begin(), nodes.end(), [&](const ResolvedNode& node) {
    return is_bonus(node, query_) || whole(node, query_, marks);
  });
}

bool is_pure_filter(const ResolvedQuery& query) { return !scores(query.root); }

bool needs_text(const ResolvedNode& node) {
  switch (node.op) {
    case QueryOp::kForm:
    case QueryOp::kPhrase:
    case QueryOp::kInflected:
    case QueryOp::kPrefix:
    case QueryOp::kNear:
      return true;
    default:
      return std::any_of(node.children.begin(), node.children.end(), needs_text);
  }
}

}  // namespace ordalag
