#include "searcher/rank/document_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "searcher/rank/retrieval_plan.hpp"
#include "searcher/rank/text_filter.hpp"
#include "searcher/rank/weights.hpp"

namespace ordalag {

DocumentSearch::DocumentSearch(const IndexReader& reader) : reader_(reader) {
  const std::size_t count = reader.document_count();
  length_factor_.assign(count, 0);
  double total = 0;
  for (PassageNumber passage = 1; passage <= reader.passage_count(); ++passage) {
    length_factor_[reader.document_of(passage)] += reader.length(passage);
    total += reader.length(passage);
  }
  const double average = count == 0 || total == 0 ? 1 : total / static_cast<double>(count);
  for (double& length : length_factor_)
    length = kRankWeights.k1 * (1 - kRankWeights.b + kRankWeights.b * length / average);
  scores_.assign(count, 0);
  frequency_.assign(count, 0);
  words_.assign(count, 0);
}

std::vector<DocumentSearch::Term> DocumentSearch::terms_of(const ResolvedQuery& query) {
  std::vector<Term> terms;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const bool wanted =
        std::find(query.wanted.begin(), query.wanted.end(), i) != query.wanted.end();
    terms.push_back({query.words[i].lemma, 1, wanted});
    for (const std::string& part : query.words[i].parts)
      terms.push_back({part, kRankWeights.element, false});
  }
  return terms;
}

void DocumentSearch::add_term(const Term& term) {
  touched_.clear();
  const auto add = [this](DocumentNumber document, double count) {
    if (frequency_[document] == 0) touched_.push_back(document);
    frequency_[document] += count;
  };
  std::vector<DocumentNumber> held;
  const auto count_in = [&](TermField field) {
    reader_.postings(field, term.lemma, [&](PassageNumber passage, std::uint32_t count) {
      const DocumentNumber document = reader_.document_of(passage);
      add(document, count);
      if (field == TermField::kLemma) held.push_back(document);
    });
  };
  count_in(TermField::kLemma);
  count_in(TermField::kHeadPart);
  count_in(TermField::kModifierPart);
  DocumentNumber last = std::numeric_limits<DocumentNumber>::max();
  reader_.postings(TermField::kTitle, term.lemma, [&](PassageNumber passage, std::uint32_t) {
    const DocumentNumber document = reader_.document_of(passage);
    if (document != last) add(document, kRankWeights.title);
    last = document;
  });
  const auto documents = static_cast<double>(scores_.size());
  const auto holding = static_cast<double>(touched_.size());
  const double rarity = std::log(1 + (documents - holding + 0.5) / (holding + 0.5));
  for (const DocumentNumber document : touched_) {
    const double count = frequency_[document];
    if (scores_[document] == 0) found_.push_back(document);
    scores_[document] +=
        term.weight * rarity * count * (kRankWeights.k1 + 1) / (count + length_factor_[document]);
    frequency_[document] = 0;
  }
  if (!term.wanted) return;
  held.erase(std::unique(held.begin(), held.end()), held.end());
  for (const DocumentNumber document : held) ++words_[document];
}

// Documents with a passage that meets the conditions; empty when there are none to meet.
std::vector<bool> DocumentSearch::allowed(const ResolvedQuery& query, TextView& view) const {
  ResolvedQuery conditions;
  conditions.words = query.words;
  const auto is_free = [&](const ResolvedNode& node) {
    return node.op == QueryOp::kWord && std::find(query.relaxable.begin(), query.relaxable.end(),
                                                  node.word) != query.relaxable.end();
  };
  if (query.root.op == QueryOp::kGroup) {
    for (const ResolvedNode& node : query.root.children)
      if (!is_free(node)) conditions.root.children.push_back(node);
  } else if (!is_free(query.root)) {
    conditions.root = query.root;
  }
  if (conditions.root.op == QueryOp::kGroup && conditions.root.children.empty()) return {};
  MatchOptions options;
  options.at_most = std::numeric_limits<std::uint32_t>::max();
  TextFilter filter(conditions, Reach::kAnyClass, reader_, view);
  if (!filter.is_idle())
    options.accept = [&](PassageNumber passage) { return filter.accepts(passage); };
  std::vector<bool> result(scores_.size(), false);
  for (const Match& match : reader_.match(all_words(conditions, Reach::kAnyClass), options).all)
    result[reader_.document_of(match.passage)] = true;
  return result;
}

std::vector<RankedDocument> DocumentSearch::search(const ResolvedQuery& query, TextView& view) {
  const std::vector<bool> met = allowed(query, view);
  found_.clear();
  for (const Term& term : terms_of(query)) add_term(term);
  std::vector<RankedDocument> ranked;
  if (query.words.empty()) {
    for (DocumentNumber document = 0; document < met.size(); ++document)
      if (met[document]) ranked.push_back({document, 0, 0});
  }
  for (const DocumentNumber document : found_) {
    if (met.empty() || met[document])
      ranked.push_back({document, scores_[document], words_[document]});
    scores_[document] = 0;
    words_[document] = 0;
  }
  std::sort(ranked.begin(), ranked.end(), [this](const RankedDocument& a, const RankedDocument& b) {
    if (a.score != b.score) return a.score > b.score;
    return reader_.document(a.document).facts.id < reader_.document(b.document).facts.id;
  });
  return ranked;
}

}  // namespace ordalag
