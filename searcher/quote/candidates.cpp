#include "searcher/quote/candidates.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace ordalag {
namespace {

struct RareTerm {
  const std::string* lemma = nullptr;
  std::uint32_t frequency = 0;
  double weight = 0;
  bool inner = false;
};

struct Hit {
  PassageNumber passage = 0;
  std::uint32_t term = 0;
  friend auto operator<=>(const Hit&, const Hit&) = default;
};

std::vector<RareTerm> rarest(const IndexReader& reader, std::span<const QuoteTerm> terms,
                             std::size_t least) {
  std::vector<RareTerm> rare;
  for (const QuoteTerm& term : terms) {
    const bool seen = std::ranges::any_of(
        rare, [&](const RareTerm& other) { return *other.lemma == term.lemma; });
    if (seen) continue;
    const std::uint32_t frequency = reader.frequency(TermField::kLemma, term.lemma);
    if (frequency == 0) continue;
    const double passages = reader.passage_count();
    const bool inner = term.word > terms.front().word && term.word < terms.back().word;
    rare.push_back({&term.lemma, frequency, std::log(1 + passages / frequency), inner});
  }
  std::ranges::stable_sort(rare, {}, &RareTerm::frequency);
  std::uint64_t postings = 0;
  std::size_t kept = 0;
  for (; kept < std::min(rare.size(), kQuoteLimits.candidate_terms); ++kept) {
    postings += rare[kept].frequency;
    if (kept >= least && postings > kQuoteLimits.candidate_postings) break;
  }
  rare.resize(kept);
  return rare;
}

// Where passages of one document stand in its mapped text.
const char* begin_of(std::string_view text) { return text.data(); }
const char* end_of(std::string_view text) { return text.data() + text.size(); }

// The passages of the window with `reach` bytes more on either side.
ByteSpan around(const IndexReader& reader, const CandidateWindow& window, std::ptrdiff_t reach) {
  const StoredDocument& stored = reader.document(window.document);
  const char* text = reader.text(window.document).data();
  const auto begin = [&](PassageNumber p) { return begin_of(reader.passage_text(p)) - text; };
  const auto end = [&](PassageNumber p) { return end_of(reader.passage_text(p)) - text; };
  PassageNumber first = window.first;
  PassageNumber last = window.last;
  const std::ptrdiff_t left = begin(first);
  const std::ptrdiff_t right = end(last);
  while (first > stored.first_passage && left - begin(first) < reach) --first;
  const PassageNumber passages_end = stored.first_passage + stored.passages;
  while (last + 1 < passages_end && end(last) - right < reach) ++last;
  return {static_cast<std::uint32_t>(begin(first)), static_cast<std::uint32_t>(end(last))};
}

class WindowMaker {
 public:
  WindowMaker(const IndexReader& reader, std::span<const RareTerm> terms, std::size_t span)
      : reader_(reader),
        terms_(terms),
        span_(static_cast<std::ptrdiff_t>(span)),
        counts_(terms.size()) {}

  // To be called with each document's hits (sorted) before add() is with any: which windows weigh
  // enough must not depend on the order of the documents.
  void measure(std::span<const Hit> hits) {
    if (total(hits) <= best_) return;
    each_window(hits,
                [&](std::size_t, std::size_t, double weight) { best_ = std::max(best_, weight); });
  }

  // Adds the windows of one document's hits (sorted).
  void add(DocumentNumber document, std::span<const Hit> hits) {
    if (total(hits) < threshold()) return;
    const std::size_t before = windows_.size();
    each_window(hits, [&](std::size_t begin, std::size_t end, double weight) {
      if (weight < threshold()) return;
      put({document, hits[begin].passage, hits[end - 1].passage, {}, weight, held()}, before);
    });
  }

  // The heaviest windows; false in `complete` when there were more.
  void take(const CandidateRequest& request, Candidates& out) {
    sort_windows();
    out.complete = windows_.size() <= request.at_most;
    if (!out.complete) {
      if (request.prefer) std::ranges::stable_partition(windows_, request.prefer);
      windows_.resize(request.at_most);
      sort_windows();
    }
    for (CandidateWindow& window : windows_) window.bytes = around(reader_, window, span_);
    out.windows = std::move(windows_);
  }

 private:
  // The heaviest first; of equal ones by document id, whenever the documents were indexed.
  void sort_windows() {
    std::ranges::sort(windows_, [this](const CandidateWindow& a, const CandidateWindow& b) {
      if (a.weight != b.weight) return a.weight > b.weight;
      if (a.document == b.document) return a.first < b.first;
      return reader_.id_order(a.document) < reader_.id_order(b.document);
    });
  }

  // A hair below, so that rounding never parts windows of equal weight.
  double threshold() const { return best_ * kQuoteLimits.near_weight - 1e-9; }

  double total(std::span<const Hit> hits) {
    std::ranges::fill(counts_, 0);
    double weight = 0;
    for (const Hit& hit : hits) {
      if (counts_[hit.term]++ == 0) weight += terms_[hit.term].weight;
    }
    return weight;
  }

  TermMask held() const {
    TermMask mask = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) mask |= TermMask{counts_[i] > 0} << i;
    return mask;
  }

  // From every hit as far as the span reaches: (first hit, one past the last, weight).
  template <class Use>
  void each_window(std::span<const Hit> hits, const Use& use) {
    std::ranges::fill(counts_, 0);
    double weight = 0;
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < hits.size(); ++begin) {
      const char* left = end_of(reader_.passage_text(hits[begin].passage));
      while (end < hits.size() &&
             (hits[end].passage == hits[begin].passage ||
              begin_of(reader_.passage_text(hits[end].passage)) - left <= span_)) {
        if (counts_[hits[end].term]++ == 0) weight += terms_[hits[end].term].weight;
        ++end;
      }
      use(begin, end, weight);
      if (--counts_[hits[begin].term] == 0) weight -= terms_[hits[begin].term].weight;
    }
  }

  // Overlapping windows of a document become one.
  void put(CandidateWindow window, std::size_t before) {
    if (windows_.size() > before && window.first <= windows_.back().last) {
      windows_.back().last = std::max(windows_.back().last, window.last);
      windows_.back().weight = std::max(windows_.back().weight, window.weight);
      windows_.back().terms |= window.terms;
    } else {
      windows_.push_back(window);
    }
  }

  const IndexReader& reader_;
  std::span<const RareTerm> terms_;
  std::ptrdiff_t span_;
  std::vector<std::uint32_t> counts_;
  std::vector<CandidateWindow> windows_;
  double best_ = 0;
};

}  // namespace

Candidates find_candidates(const IndexReader& reader, const CandidateRequest& request) {
  Candidates candidates;
  const std::vector<RareTerm> terms = rarest(reader, request.terms, request.least_terms);
  std::vector<Hit> hits;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    const std::size_t before = hits.size();
    reader.postings(TermField::kLemma, *terms[i].lemma, [&](PassageNumber passage, std::uint32_t) {
      hits.push_back({passage, i});
    });
    std::ranges::inplace_merge(hits, hits.begin() + static_cast<std::ptrdiff_t>(before));
    candidates.full_weight += terms[i].weight;
    candidates.inner |= TermMask{terms[i].inner} << i;
  }
  const auto each_document = [&](const auto& use) {
    for (std::size_t begin = 0; begin < hits.size();) {
      const DocumentNumber document = reader.document_of(hits[begin].passage);
      std::size_t end = begin;
      while (end < hits.size() && reader.document_of(hits[end].passage) == document) ++end;
      use(document, std::span<const Hit>(hits).subspan(begin, end - begin));
      begin = end;
    }
  };
  WindowMaker maker(reader, terms, request.bytes + request.bytes / 4 + 64);
  each_document([&](DocumentNumber, std::span<const Hit> of_it) { maker.measure(of_it); });
  each_document(
      [&](DocumentNumber document, std::span<const Hit> of_it) { maker.add(document, of_it); });
  maker.take(request, candidates);
  return candidates;
}

}  // namespace ordalag
