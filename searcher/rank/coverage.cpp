#include "searcher/rank/coverage.hpp"

#include <algorithm>

#include "searcher/rank/weights.hpp"

namespace ordalag {

void Coverage::mark(const Lists& term, double share, PassageNumber first) {
  marked_.assign(held_.size(), false);
  for (const std::vector<PassageNumber>& list : term)
    for (auto passage = std::lower_bound(list.begin(), list.end(), first);
         passage != list.end() && *passage - first < held_.size(); ++passage)
      marked_[*passage - first] = true;
  for (std::size_t i = 0; i < held_.size(); ++i)
    if (marked_[i]) shares_[i] = std::min(1.0, shares_[i] + share);
}

double Coverage::best(PassageNumber first, std::uint32_t count) {
  double whole = 0;
  held_.assign(count, 0);
  for (const Word& word : words_) {
    shares_.assign(count, 0);
    mark(word.terms.front(), 1, first);
    const auto elements = static_cast<double>(word.terms.size() - 1);
    for (std::size_t i = 1; i < word.terms.size(); ++i)
      mark(word.terms[i], kDocumentWeights.covered_elements / elements, first);
    for (std::size_t i = 0; i < count; ++i) held_[i] += word.worth * shares_[i];
    whole += word.worth;
  }
  if (whole <= 0 || count == 0) return 0;
  return *std::max_element(held_.begin(), held_.end()) / whole;
}

}  // namespace ordalag
