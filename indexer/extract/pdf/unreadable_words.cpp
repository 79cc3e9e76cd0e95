#include "indexer/extract/pdf/unreadable_words.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

// Of the words of 36 fonts of six national programmes, names, English and abbreviations among them, all
// but two in 40,000 are in shape; of the 68 words of the one font without a right table seven are.
constexpr std::uint32_t kFewestWords = 3;
constexpr float kMostShaped = 0.5F;
constexpr float kMostKnown = 0.1F;

constexpr std::uint32_t kFewestLetters = 3;       // of a word that tells anything
constexpr std::uint32_t kLongestUnspoken = 5;     // letters of an abbreviation without a vowel
constexpr std::size_t kFewestOdd = 2;

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD; }

// A letter that no name in a Swedish text has (beyond Latin Extended-A), or a sign that stands
// within no word.
bool is_odd(char32_t c) {
  return (c >= 0x180 && c < 0x2B0) || is_private(c) ||
         (c < 0x80 && std::u32string_view(U";|\"<>{}^~\\`").find(c) != std::u32string_view::npos);
}

bool is_vowel(char32_t c) {
  return c >= 0xC0 || std::u32string_view(U"aeiouyAEIOUY").find(c) != std::u32string_view::npos;
}

// What divides the words of an address, a date or a compound, or ends one.
bool divides(char32_t c) {
  return is_hyphen(c) || is_dash(c) ||
         std::u32string_view(U"./:@&+_,'’()[]?!%#*=§„“”»«…•").find(c) != std::u32string_view::npos;
}

// What a text looks like; views into it.
struct Shape {
  std::uint32_t words = 0;                // of three letters or more
  std::vector<std::string_view> shaped;   // those of them that are written as words are
  std::set<char32_t> odd;
};

// Looks whether `text`, which nothing divides, is written as a word is: letters alone between the
// first and the last, no capital after a small one, a vowel.
void look_at(std::string_view text, Shape& shape) {
  std::uint32_t letters = 0;
  bool broken = false;
  bool spoken = false;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    if (is_invisible(c.value)) continue;
    if (is_letter(c.value) || is_private(c.value)) {
      const bool after_sign = letters > 0 && !is_letter(before);
      if (after_sign && is_odd(before)) shape.odd.insert(before);
      if (is_odd(c.value)) shape.odd.insert(c.value);
      broken |= after_sign || is_private(c.value) || (is_lower(before) && is_upper(c.value));
      spoken |= is_vowel(c.value);
      ++letters;
    }
    before = c.value;
  }
  if (letters < kFewestLetters) return;
  ++shape.words;
  if (!broken && (spoken || letters <= kLongestUnspoken)) shape.shaped.push_back(text);
}

void look_at_words(std::string_view text, Shape& shape) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (divides(c.value)) {
      look_at(text.substr(begin, at - begin), shape);
      begin = at + c.bytes;
    }
    at += c.bytes;
  }
  look_at(text.substr(begin), shape);
}

bool is_line_of(const PageWord& line, const PageWord& word) {
  return line.font == word.font && line.upright == word.upright &&
         vertical_overlap(line.box, word.box) > 0.5F;
}

class Reader {
 public:
  Reader(const std::vector<PdfPage>& pages, KnownWords& known) : known_(known) {
    std::unordered_map<std::string_view, Shape> shapes;
    for (const PdfPage& page : pages)
      for (const PageWord& word : page.words) look_at_words(word.text, shapes[word.font]);
    for (const auto& [font, shape] : shapes)
      if (shape.words >= kFewestWords && is_noise(shape)) fonts_.emplace(font);
  }

  // Of the words [begin, end) of one line and font.
  bool is_noise(const PdfPage& page, std::size_t begin, std::size_t end) {
    if (fonts_.contains(page.words[begin].font)) return true;
    Shape shape;
    for (std::size_t i = begin; i < end; ++i) look_at_words(page.words[i].text, shape);
    return shape.odd.size() >= kFewestOdd && shape.words > 0 && is_noise(shape);
  }

 private:
  bool is_noise(const Shape& shape) {
    const auto few = [&](std::size_t count, float share) {
      return static_cast<float>(count) < share * static_cast<float>(shape.words);
    };
    if (!few(shape.shaped.size(), kMostShaped)) return false;
    const auto known = std::count_if(shape.shaped.begin(), shape.shaped.end(),
                                     [&](std::string_view word) { return known_.count(word).known > 0; });
    return few(static_cast<std::size_t>(known), kMostKnown);
  }

  KnownWords& known_;
  std::set<std::string, std::less<>> fonts_;
};

// Takes the noise off `page`; how many lines it stood on.
std::uint32_t take_noise(PdfPage& page, Reader& reader) {
  std::vector<PageWord> kept;
  std::vector<Box> lines;
  for (std::size_t begin = 0, end = 0; begin < page.words.size(); begin = end) {
    end = begin + 1;
    while (end < page.words.size() && is_line_of(page.words[begin], page.words[end])) ++end;
    if (!reader.is_noise(page, begin, end)) {
      kept.insert(kept.end(), page.words.begin() + static_cast<std::ptrdiff_t>(begin),
                  page.words.begin() + static_cast<std::ptrdiff_t>(end));
      continue;
    }
    const Box& box = page.words[begin].box;
    if (std::none_of(lines.begin(), lines.end(),
                     [&](const Box& line) { return vertical_overlap(line, box) > 0.5F; }))
      lines.push_back(box);
  }
  page.words = std::move(kept);
  return static_cast<std::uint32_t>(lines.size());
}

}  // namespace

std::vector<std::uint32_t> take_unreadable_words(std::vector<PdfPage>& pages, KnownWords& known) {
  std::vector<std::uint32_t> lines;
  Reader reader(pages, known);
  for (PdfPage& page : pages) lines.push_back(take_noise(page, reader));
  return lines;
}

}  // namespace ordalag::extract
