#include "indexer/extract/pdf/white_strips.hpp"

#include <algorithm>
#include <utility>

namespace ordalag::extract {
namespace {

// Boxes reach from the ascent to the descent of the font, and those of lines set tight overlap;
// only the middle of a box counts.
Box middle_part(const Box& box) {
  const float cut = box.height() * 0.2F;
  return {box.left, box.top + cut, box.right, box.bottom - cut};
}

}  // namespace

std::vector<WordRow> split_into_rows(std::vector<PageWord> words) {
  std::stable_sort(words.begin(), words.end(), [](const PageWord& a, const PageWord& b) {
    return middle_part(a.box).top < middle_part(b.box).top;
  });
  std::vector<WordRow> rows;
  float reaches = 0;
  for (PageWord& word : words) {
    const Box part = middle_part(word.box);
    if (rows.empty() || part.top > reaches) {
      rows.push_back({{}, word.box, word.size});
      reaches = part.bottom;
    }
    WordRow& row = rows.back();
    reaches = std::max(reaches, part.bottom);
    row.box.include(word.box);
    row.size = std::max(row.size, word.size);
    row.words.push_back(std::move(word));
  }
  return rows;
}

std::vector<Strip> free_strips(const WordRow& row, float left, float right) {
  std::vector<Strip> taken;
  taken.reserve(row.words.size());
  for (const PageWord& word : row.words) taken.push_back({word.box.left, word.box.right});
  std::sort(taken.begin(), taken.end(),
            [](const Strip& a, const Strip& b) { return a.left < b.left; });
  std::vector<Strip> free;
  float at = left;
  for (const Strip& strip : taken) {
    if (strip.left > at) free.push_back({at, strip.left});
    at = std::max(at, strip.right);
  }
  if (right > at) free.push_back({at, right});
  return free;
}

std::vector<Strip> intersect(const std::vector<Strip>& a, const std::vector<Strip>& b,
                             float least) {
  std::vector<Strip> both;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Strip shared{std::max(a[i].left, b[j].left), std::min(a[i].right, b[j].right)};
    if (shared.width() >= least) both.push_back(shared);
    if (a[i].right < b[j].right)
      ++i;
    else
      ++j;
  }
  return both;
}

}  // namespace ordalag::extract
