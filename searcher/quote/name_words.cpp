#include "searcher/quote/name_words.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_set>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "searcher/quote/quote_characters.hpp"

namespace ordalag {
namespace {

// A text with a larger share of capitalised words is set in capitals: they tell nothing.
constexpr double kMostCapitals = 0.5;

bool all_capitals(std::string_view surface) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    if (classify(c.value) == CharClass::kLetter) {
      if (!is_upper(c.value)) return false;
      ++letters;
    }
    at += c.bytes;
  }
  return letters >= 2;
}

bool begins_line(std::string_view text, std::uint32_t begin) {
  while (begin > 0) {
    const CodePoint c = code_point_before(text, begin);
    if (c.value == '\n' || classify(c.value) == CharClass::kBullet) return true;
    const CharClass what = classify(c.value);
    if (what == CharClass::kLetter || what == CharClass::kDigit) return false;
    begin -= c.bytes;
  }
  return true;
}

bool begins_sentence(const DividedText& text, std::size_t word) {
  if (word == 0) return true;
  const QuoteWord& before = text.words->words[word - 1];
  const QuoteWord& here = text.words->words[word];
  // "t.ex. Sverige": the full stop of an abbreviation ends no sentence.
  if (ends_sentence(here.marks_before)) return before.form_size > 2;
  return begins_line(text.text, here.span.begin);
}

}  // namespace

NameWords::NameWords(const DividedText& quote, const DividedText& source,
                     std::function<bool(std::string_view)> is_name)
    : is_name_(std::move(is_name)), quote_(look_at(quote)), source_(look_at(source)) {
  std::unordered_set<std::uint64_t> names;
  std::unordered_set<std::uint64_t> plain;
  for (std::size_t i = 0; i < source_.size(); ++i) {
    if (source_[i] == Look::kName) names.insert(source.words->words[i].key);
    if (source_[i] == Look::kPlain) plain.insert(source.words->words[i].key);
  }
  const auto settle = [&](const DividedText& text, std::vector<Look>& looks) {
    for (std::size_t i = 0; i < looks.size(); ++i) {
      const std::uint64_t key = text.words->words[i].key;
      if (looks[i] == Look::kUncertain && names.contains(key) && !plain.contains(key)) {
        looks[i] = Look::kName;
      }
    }
  };
  settle(quote, quote_);
  settle(source, source_);
}

std::vector<NameWords::Look> NameWords::look_at(const DividedText& text) const {
  const std::vector<QuoteWord>& words = text.words->words;
  const auto capitals = static_cast<double>(std::ranges::count(words, true, &QuoteWord::capital));
  const bool telling = capitals <= kMostCapitals * static_cast<double>(words.size()) ||
                       words.size() < 4;
  std::vector<Look> looks(words.size(), Look::kPlain);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    const std::string_view surface =
        text.text.substr(words[i].span.begin, words[i].span.end - words[i].span.begin);
    if (is_name_ && is_name_(surface)) {
      looks[i] = Look::kName;
    } else if (telling) {
      const bool certain = all_capitals(surface) || !begins_sentence(text, i);
      looks[i] = certain ? Look::kName : Look::kUncertain;
    }
  }
  return looks;
}

}  // namespace ordalag
