#include "indexer/extract/pdf/page_words.hpp"

#include <algorithm>

namespace ordalag::extract {

void Box::include(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

float vertical_overlap(const Box& a, const Box& b) {
  const float shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  const float smaller = std::min(a.height(), b.height());
  if (shared <= 0 || smaller <= 0) return 0;
  return shared / smaller;
}

}  // namespace ordalag::extract
