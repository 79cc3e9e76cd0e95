#include "tests/quality/extraction/word_coverage.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <dtl/dtl.hpp>
#include <unordered_map>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::quality {
namespace {

constexpr std::array<std::pair<char32_t, std::string_view>, 5> kLigatures = {
    {{0xFB00, "ff"}, {0xFB01, "fi"}, {0xFB02, "fl"}, {0xFB03, "ffi"}, {0xFB04, "ffl"}}};

bool is_number(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::uint32_t> numbered(const std::vector<std::string>& words,
                                    std::unordered_map<std::string, std::uint32_t>& numbers) {
  std::vector<std::uint32_t> sequence;
  sequence.reserve(words.size());
  for (const std::string& word : words)
    sequence.push_back(
        numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second);
  return sequence;
}

// Words of one place where the two texts differ.
struct Difference {
  std::vector<std::string> missing;
  std::string missing_letters, added_letters;
};

void settle(Difference& difference, Coverage& result) {
  const bool divided = !difference.missing.empty() &&
                       difference.added_letters.find(difference.missing_letters) != std::string::npos;
  if (divided)
    result.found += difference.missing.size();
  else
    for (std::string& word : difference.missing) result.missing.push_back(std::move(word));
  difference = {};
}

}  // namespace

std::vector<std::string> comparable_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string lower = lower_case(text);
  const auto end_word = [&] {
    if (!word.empty() && !is_number(word)) words.push_back(word);
    word.clear();
  };
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint c = code_point_at(lower, at);
    const auto* const ligature = std::find_if(kLigatures.begin(), kLigatures.end(),
                                              [&](auto& row) { return row.first == c.value; });
    if (ligature != kLigatures.end()) {
      word += ligature->second;
    } else if (is_letter(c.value) || is_digit(c.value)) {
      word.append(lower, at, c.bytes);
    } else if (is_hyphen(c.value) && !word.empty()) {
      while (at + c.bytes < lower.size() && lower[at + c.bytes] == '\n') ++at;
    } else if (!is_invisible(c.value)) {
      end_word();
    }
    at += c.bytes;
  }
  end_word();
  return words;
}

Coverage coverage(const std::vector<std::string>& reference, const std::vector<std::string>& other) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  const std::vector<std::uint32_t> a = numbered(reference, numbers);
  const std::vector<std::uint32_t> b = numbered(other, numbers);
  dtl::Diff<std::uint32_t> diff(a, b);
  diff.onHuge();
  diff.compose();
  Coverage result;
  result.words = reference.size();
  Difference difference;
  for (const auto& [element, info] : diff.getSes().getSequence()) {
    if (info.type == dtl::SES_COMMON) {
      settle(difference, result);
      ++result.found;
    } else if (info.type == dtl::SES_DELETE) {
      difference.missing.push_back(reference[static_cast<std::size_t>(info.beforeIdx) - 1]);
      difference.missing_letters += difference.missing.back();
    } else {
      difference.added_letters += other[static_cast<std::size_t>(info.afterIdx) - 1];
    }
  }
  settle(difference, result);
  return result;
}

}  // namespace ordalag::quality
