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

std::vector<RareTerm> rarest(const IndexReader& reader, std::span<const QuoteTerm> terms) {
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
    if (kept > 0 && postings > kQuoteLimits.candidate_postings) break;
  }
  rare.resize(kept);
  return rare;
}

// Offsets of passages in their document's canonical text, from the mapped texts.
class PassageOffsets {
 public:
  explicit PassageOffsets(const IndexReader& reader) : reader_(reader) {}

  void enter(DocumentNumber document) {
    text_ = reader_.text(document);
    const StoredDocument& stored = reader_.document(document);
    first_ = stored.first_passage;
    end_ = first_ + stored.passages;
  }
  std::uint32_t begin(PassageNumber passage) const {
    return static_cast<std::uint32_t>(reader_.passage_text(passage).data() - text_.data());
  }
  std::uint32_t end(PassageNumber passage) const {
    return begin(passage) + static_cast<std::uint32_t>(reader_.passage_text(passage).size());
  }
  // The passages around first..last with `reach` bytes more on either side.
  ByteSpan around(PassageNumber first, PassageNumber last, std::size_t reach) const {
    const std::uint32_t left = begin(first);
    const std::uint32_t right = end(last);
    while (first > first_ && left - begin(first) < reach) --first;
    while (last + 1 < end_ && end(last) - right < reach) ++last;
    return {begin(first), end(last)};
  }

 private:
  const IndexReader& reader_;
  std::string_view text_;
  PassageNumber first_ = 0;
  PassageNumber end_ = 0;
};

class WindowMaker {
 public:
  WindowMaker(const IndexReader& reader, std::span<const RareTerm> terms, std::size_t span)
      : offsets_(reader), terms_(terms), span_(span), counts_(terms.size()) {}

  // Adds the windows of one document's hits (sorted).
  void add(DocumentNumber document, std::span<const Hit> hits) {
    if (total(hits) < threshold()) return;
    offsets_.enter(document);
    const std::size_t before = windows_.size();
    std::ranges::fill(counts_, 0);
    double weight = 0;
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < hits.size(); ++begin) {
      const std::uint32_t left = offsets_.end(hits[begin].passage);
      while (end < hits.size() && (hits[end].passage == hits[begin].passage ||
                                   offsets_.begin(hits[end].passage) <= left + span_)) {
        if (counts_[hits[end].term]++ == 0) weight += terms_[hits[end].term].weight;
        ++end;
      }
      if (weight >= threshold()) {
        best_ = std::max(best_, weight);
        put({document, hits[begin].passage, hits[end - 1].passage, {}, weight, held()}, before);
      }
      if (--counts_[hits[begin].term] == 0) weight -= terms_[hits[begin].term].weight;
    }
    for (std::size_t i = before; i < windows_.size(); ++i) {
      windows_[i].bytes = offsets_.around(windows_[i].first, windows_[i].last, span_);
    }
  }

  std::vector<CandidateWindow> take() {
    std::erase_if(windows_, [&](const CandidateWindow& w) { return w.weight < threshold(); });
    std::ranges::stable_sort(windows_, std::ranges::greater{}, &CandidateWindow::weight);
    return std::move(windows_);
  }

 private:
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

  PassageOffsets offsets_;
  std::span<const RareTerm> terms_;
  std::size_t span_;
  std::vector<std::uint32_t> counts_;
  std::vector<CandidateWindow> windows_;
  double best_ = 0;
};

}  // namespace

Candidates find_candidates(const IndexReader& reader, const CandidateRequest& request) {
  Candidates candidates;
  const std::vector<RareTerm> terms = rarest(reader, request.terms);
  std::vector<Hit> hits;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    const std::size_t before = hits.size();
    reader.postings(TermField::kLemma, *terms[i].lemma,
                    [&](PassageNumber passage, std::uint32_t) { hits.push_back({passage, i}); });
    std::ranges::inplace_merge(hits, hits.begin() + static_cast<std::ptrdiff_t>(before));
    candidates.full_weight += terms[i].weight;
    candidates.inner |= TermMask{terms[i].inner} << i;
  }
  WindowMaker maker(reader, terms, request.bytes + request.bytes / 4 + 64);
  for (std::size_t begin = 0; begin < hits.size();) {
    const DocumentNumber document = reader.document_of(hits[begin].passage);
    std::size_t end = begin;
    while (end < hits.size() && reader.document_of(hits[end].passage) == document) ++end;
    maker.add(document, std::span(hits).subspan(begin, end - begin));
    begin = end;
  }
  candidates.windows = maker.take();
  if (candidates.windows.size() > request.at_most) {
    candidates.windows.resize(request.at_most);
    candidates.complete = false;
  }
  return candidates;
}

}  // namespace ordalag
