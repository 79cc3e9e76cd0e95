// Whatever the text: the document is sound, every passage is proven from its bytes, and every
// letter of the text is in a passage or counted as left out.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "tests/unit/indexer/reading_fixture.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kPieces[] = {
    "Vi vill bygga fler hem", "skolan", "och", "i Ekdala", ".", ",", ":", "\n", "\n\n", "\n \n",
    "\f", "\f\n", " ", "  ", "\t", "• ", "- ", "– ", "1. ", "2. ", "12", "\r\n", "arbets-\n",
    "\xC2\xA0", "\xC2\xAD", "a\xCC\x8A", "ö", "”", "\"", "Vatten", "VATTEN", "Anna Ek (S)\n",
    "SVAR DIREKT: ", "Innehåll\n", "Skola\t3\n", "Sida 3\n", "bild.png\n", "top of page\n",
    "***\n", "# ", "**", "_", "[länk](x)", "| a | b |\n", "<b>", "2021-07-05\n", "(", ")", "\\",
    "\xE2\x80\x8B", "😀", "`", ">", "o ", "a) "};

std::string mess(std::mt19937& random) {
  std::string text;
  const std::size_t pieces = 1 + random() % 60;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % std::size(kPieces)];
  return text;
}

std::size_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    letters += is_letter(c.value) ? 1U : 0U;
    at += c.bytes;
  }
  return letters;
}

std::string line_of(std::string_view text, std::uint32_t number) {
  for (std::uint32_t n = 1;; ++n) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (n == number) return std::string(text.substr(0, end));
    if (end == text.size()) return {};
    text.remove_prefix(end + 1);
  }
}

class RandomMess : public testing::TestWithParam<const char*> {};

TEST_P(RandomMess, GivesSoundAndProvenDocuments) {
  std::mt19937 random(20260101);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = mess(random);
    if (!error_of(text, GetParam()).message.empty()) continue;  // nothing but furniture
    const Document document = read(text, {.file = GetParam()});
    if (HasFailure()) FAIL() << "round " << round << ":\n" << text;
  }
}

INSTANTIATE_TEST_SUITE_P(PlainText, RandomMess, testing::Values("/s/mess.txt"));
INSTANTIATE_TEST_SUITE_P(Markdown, RandomMess, testing::Values("/s/mess.md"));

TEST(RandomMess, LosesNoLetterOfAPlainText) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text = mess(random);
    // One kind of line end, so that lines are counted alike here and there.
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    if (!error_of(text).message.empty()) continue;
    const Document document = read(text);
    std::size_t letters = count_letters(document.text);
    bool partial = false;
    for (const LeftOut& left : document.left_out) {
      partial = partial || left.reason == "metadata";  // may be a part of its line
      if (left.reason == "margin_number") continue;
      for (const LineRange& range : left.at)
        for (std::uint32_t n = range.first; n <= range.last; ++n)
          letters += count_letters(line_of(text, n));
    }
    // Decomposed letters count as one after composition, in the text as in the document; the
    // letters of list marks ("a)", "o") are marks.
    std::size_t marks = 0;
    for (const std::string_view mark : {"a) ", "o "})
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
        ++marks;
    const std::size_t expected = count_letters(text);
    if (partial) continue;
    ASSERT_GE(letters + marks, expected) << "round " << round << ":\n" << text;
    ASSERT_LE(letters, expected) << "round " << round << ":\n" << text;
  }
}

}  // namespace
}  // namespace ordalag
