#include "indexer/extract/pdf/drop_caps.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

constexpr float kCapSize = 2;      // of the body's size, at least
constexpr float kFurthest = 1.5F;  // of the body's size, from the initial to its word

bool is_cap(const PageWord& word, float body_size) {
  const CodePoint first = code_point_at(word.text, 0);
  return first.bytes == word.text.size() && is_upper(first.value) &&
         word.size >= body_size * kCapSize;
}

// The word that `cap` opens: on the highest line beside it, the nearest; -1 when there is none.
std::ptrdiff_t opened_word(const PdfPage& page, const PageWord& cap, float body_size) {
  std::ptrdiff_t best = -1;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const PageWord& word = page.words[i];
    const float gap = word.box.left - cap.box.right;
    const bool beside = word.box.middle() > cap.box.top && word.box.middle() < cap.box.bottom;
    if (word.size > cap.size * 0.7F || !beside || gap < -cap.size * 0.2F ||
        gap > body_size * kFurthest)
      continue;
    if (best < 0 || word.box.top < page.words[static_cast<std::size_t>(best)].box.top - 1)
      best = static_cast<std::ptrdiff_t>(i);
  }
  return best;
}

bool belongs_to_word(const PageWord& cap, const PageWord& word, KnownWords& known) {
  if (!is_lower(code_point_at(word.text, 0).value)) return false;
  const bool alone = cap.text == "I" || cap.text == "Å" || cap.text == "Ö";
  if (!alone) return true;
  const std::string together = cap.text + word.text;
  return known.count(together).known > known.count(word.text).known;
}

}  // namespace

void join_drop_caps(PdfPage& page, float body_size, KnownWords& known) {
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    if (!is_cap(page.words[i], body_size)) continue;
    PageWord cap = page.words[i];
    const std::ptrdiff_t opened = opened_word(page, cap, body_size);
    if (opened < 0) continue;
    PageWord& word = page.words[static_cast<std::size_t>(opened)];
    if (belongs_to_word(cap, word, known)) {
      word.text = cap.text + word.text;
      page.words.erase(page.words.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
      continue;
    }
    // A word of its own, at the height and in the size of the line.
    page.words[i].size = word.size;
    page.words[i].box.top = word.box.top;
    page.words[i].box.bottom = word.box.bottom;
  }
}

}  // namespace ordalag::extract
