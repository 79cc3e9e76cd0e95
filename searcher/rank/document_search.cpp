#include "searcher/rank/document_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <string_view>

#include "searcher/rank/feedback.hpp"
#include "searcher/rank/retrieval_plan.hpp"
#include "searcher/rank/text_filter.hpp"
#include "searcher/rank/weights.hpp"

namespace ordalag {

DocumentSearch::DocumentSearch(const IndexReader& reader, const Analyser& analyser,
                               WordCache& cache)
    : reader_(reader), analyser_(analyser), cache_(cache) {
  const std::size_t count = reader.document_count();
  length_factor_.assign(count, 0);
  double total = 0;
  for (PassageNumber passage = 1; passage <= reader.passage_count(); ++passage) {
    length_factor_[reader.document_of(passage)] += reader.length(passage);
    total += reader.length(passage);
  }
  const double average = count == 0 || total == 0 ? 1 : total / static_cast<double>(count);
  constexpr DocumentWeights kWeights = kDocumentWeights;
  for (double& length : length_factor_) {
    const double relative = std::pow(length / average, kWeights.length_power);
    length = kWeights.k1 * (1 - kWeights.b + kWeights.b * relative);
  }
  scores_.assign(count, 0);
  frequency_.assign(count, 0);
  words_.assign(count, 0);
}

std::vector<std::string> DocumentSearch::neighbour_compounds(const ResolvedQuery& query) const {
  constexpr std::size_t kMostWords = 3;
  constexpr std::array kLinks{std::string_view(""), std::string_view("s")};
  std::vector<std::string> lemmas;
  const auto add = [&](const std::string& joined) {
    const Word& word = analyser_.word(joined, cache_);
    if (word.known && !word.parts.empty()) lemmas.push_back(word.lemma);
  };
  for (std::size_t first = 0; first < query.words.size(); ++first) {
    std::string joined = query.words[first].form;
    const std::size_t end = std::min(query.words.size(), first + kMostWords);
    for (std::size_t i = first + 1; i < end && !query.words[i - 1].stop; ++i) {
      if (query.words[i].stop) break;
      for (const std::string_view link : kLinks)
        if (link.empty() || !joined.ends_with(link))
          add(joined + std::string(link) + query.words[i].form);
      joined += query.words[i].form;
    }
  }
  return lemmas;
}

bool DocumentSearch::holds(const std::vector<Term>& terms, const std::string& lemma) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return term.lemma == lemma; });
}

std::vector<DocumentSearch::Term> DocumentSearch::terms_of(const ResolvedQuery& query) const {
  const auto content = std::count_if(query.words.begin(), query.words.end(),
                                     [](const QueryWord& word) { return !word.stop; });
  std::vector<Term> terms;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const QueryWord& word = query.words[i];
    const double weight = word.stop                  ? kDocumentWeights.function_word
                          : word.weak && content > 1 ? kDocumentWeights.weak_word
                                                     : 1;
    const bool wanted =
        std::find(query.wanted.begin(), query.wanted.end(), i) != query.wanted.end();
    Term whole{word.lemma, {}, weight, wanted, Role::kWord};
    if (!word.stop) whole.relatives = analyser_.relatives(word.lemma, cache_);
    terms.push_back(std::move(whole));
    for (const std::string& part : word.parts) {
      const bool is_element =
          std::find(word.elements.begin(), word.elements.end(), part) != word.elements.end();
      const bool last = is_element && part == word.elements.back();
      terms.push_back(
          {part,
           {},
           weight * kDocumentWeights.element * (last ? kDocumentWeights.last_element : 1),
           false,
           is_element ? Role::kElement : Role::kBeside});
    }
    for (const Analyser::Synonym& synonym : word.synonyms)
      if (synonym.lemmas.size() == 1 && !holds(terms, synonym.lemmas.front()))
        terms.push_back(
            {synonym.lemmas.front(), {}, kDocumentWeights.synonym * synonym.weight, false});
  }
  for (const std::string& lemma : neighbour_compounds(query))
    if (!holds(terms, lemma)) terms.push_back({lemma, {}, kDocumentWeights.neighbours, false});
  return terms;
}

void DocumentSearch::count(const std::string& lemma, double worth, Coverage* coverage) {
  const auto add = [this](DocumentNumber document, double amount) {
    if (frequency_[document] == 0) touched_.push_back(document);
    frequency_[document] += amount;
  };
  const auto count_in = [&](TermField field, double each) {
    if (coverage != nullptr) coverage->begin_list();
    reader_.postings(field, lemma, [&](PassageNumber passage, std::uint32_t occurrences) {
      const DocumentNumber document = reader_.document_of(passage);
      add(document, each * occurrences);
      if (coverage != nullptr) coverage->add(passage);
      if (field == TermField::kLemma) held_.push_back(document);
    });
  };
  count_in(TermField::kLemma, worth);
  if (compounds_ == CompoundMode::kAll || compounds_ == CompoundMode::kHead)
    count_in(TermField::kHeadPart, worth * kDocumentWeights.head_part);
  if (compounds_ == CompoundMode::kAll || compounds_ == CompoundMode::kModifier)
    count_in(TermField::kModifierPart, worth);
  for (const TermField field : {TermField::kTitle, TermField::kTitlePart}) {
    DocumentNumber last = std::numeric_limits<DocumentNumber>::max();
    if (coverage != nullptr) coverage->begin_list();
    reader_.postings(field, lemma, [&](PassageNumber passage, std::uint32_t) {
      if (coverage != nullptr) coverage->add(passage);
      const DocumentNumber document = reader_.document_of(passage);
      if (document != last) add(document, worth * kDocumentWeights.title);
      last = document;
    });
  }
}

void DocumentSearch::add_term(const Term& term) {
  touched_.clear();
  held_.clear();
  if (term.role == Role::kWord) coverage_.begin_word();
  if (term.role == Role::kElement) coverage_.begin_element();
  count(term.lemma, 1, term.role == Role::kBeside ? nullptr : &coverage_);
  held_.erase(std::unique(held_.begin(), held_.end()), held_.end());
  if (term.wanted)
    for (const DocumentNumber document : held_) ++words_[document];
  for (const std::string& relative : term.relatives) count(relative, kDocumentWeights.relative);
  const auto documents = static_cast<double>(scores_.size());
  const auto holding = static_cast<double>(touched_.size());
  const double rarity = std::log(1 + (documents - holding + 0.5) / (holding + 0.5));
  if (term.role == Role::kWord) coverage_.weigh(rarity);
  for (const DocumentNumber document : touched_) {
    const double occurrences = frequency_[document];
    if (scores_[document] == 0) found_.push_back(document);
    scores_[document] += term.weight * rarity * occurrences * (kDocumentWeights.k1 + 1) /
                         (occurrences + length_factor_[document]);
    frequency_[document] = 0;
  }
}

// Documents with a passage that meets the conditions; empty when there are none to meet.
std::vector<bool> DocumentSearch::allowed(const ResolvedQuery& query, TextView& view) const {
  ResolvedQuery conditions;
  conditions.words = query.words;
  conditions.compounds = query.compounds;
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

void DocumentSearch::add_coverage(std::vector<RankedDocument>& ranked) {
  for (std::size_t i = 0; i < std::min(ranked.size(), kFeedbackWeights.kept); ++i) {
    const StoredDocument& document = reader_.document(ranked[i].document);
    ranked[i].score *=
        1 + kDocumentWeights.coverage * coverage_.best(document.first_passage, document.passages);
  }
}

void DocumentSearch::add_feedback(const std::vector<Term>& terms,
                                  std::vector<RankedDocument>& ranked) {
  const auto asked = [&](const std::string& lemma) { return holds(terms, lemma); };
  found_.clear();
  for (const FeedbackTerm& term : feedback_terms(ranked, asked, reader_, analyser_, cache_))
    add_term({term.lemma, {}, term.weight, false});
  const auto rest = ranked.begin() + static_cast<std::ptrdiff_t>(kFeedbackWeights.kept);
  double most = 0;
  for (auto document = rest; document != ranked.end(); ++document) {
    document->score += scores_[document->document];
    most = std::max(most, document->score);
  }
  for (const DocumentNumber document : found_) scores_[document] = words_[document] = 0;
  const double last_kept = std::prev(rest)->score;
  if (most > last_kept)
    for (auto document = rest; document != ranked.end(); ++document)
      document->score *= last_kept / most;
}

std::vector<RankedDocument> DocumentSearch::search(const ResolvedQuery& query, TextView& view,
                                                   std::size_t wanted) {
  const std::vector<bool> met = allowed(query, view);
  found_.clear();
  coverage_.clear();
  compounds_ = query.compounds;
  const std::vector<Term> terms = terms_of(query);
  for (const Term& term : terms) add_term(term);
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
  const auto better = [this](const RankedDocument& a, const RankedDocument& b) {
    if (a.score != b.score) return a.score > b.score;
    return reader_.document(a.document).facts.id < reader_.document(b.document).facts.id;
  };
  std::sort(ranked.begin(), ranked.end(), better);
  add_coverage(ranked);
  const std::size_t kept = kFeedbackWeights.kept;
  std::sort(ranked.begin(),
            ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), kept)), better);
  if (wanted > kept && ranked.size() > kept && !query.words.empty()) {
    add_feedback(terms, ranked);
    std::sort(ranked.begin() + kept, ranked.end(), better);
  }
  return ranked;
}

}  // namespace ordalag
