#include "indexer/reading/line_shape.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::reading {
namespace {

// Words that no sentence, heading or list item ends with. Hand-kept: conjunctions and determiners.
// Not prepositions, which end sentences as particles of verbs ("en skola att lita på").
constexpr std::array<std::string_view, 14> kOpenWords = {"och",  "eller", "samt", "men", "som",
                                                         "ett",  "en",    "de",   "vår", "vårt",
                                                         "våra", "sin",   "sitt", "sina"};

constexpr std::array<std::string_view, 16> kListOpeners = {
    "vill", "att",     "ska",      "skall",   "föreslår", "kräver", "är",       "kommer",
    "för",  "arbetar", "beslutar", "besluta", "yrkar",    "yrkas",  "föreslås", "följande"};

// Those that no heading ends with.
constexpr std::array<std::string_view, 7> kDemands = {"vill",  "att",   "beslutar", "besluta",
                                                      "yrkar", "yrkas", "föreslås"};

bool is_opening(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x201D ||
         c == 0x2018 || c == 0x2019 || c == 0xAB || c == 0xBB || c == 0x201E;
}

bool is_closing(char32_t c) { return is_opening(c) || c == ')' || c == ']'; }

// The first character that says how the line begins.
char32_t leading(std::string_view line) {
  line = trimmed(line);
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (!is_opening(c.value) && !is_dash(c.value) && !is_hyphen(c.value) && !is_space(c.value))
      return c.value;
    at += c.bytes;
  }
  return 0;
}

char32_t closing(std::string_view line) {
  line = trimmed(line);
  std::size_t end = line.size();
  while (end > 0) {
    const CodePoint c = code_point_before(line, end);
    if (!is_closing(c.value)) return c.value;
    end -= c.bytes;
  }
  return 0;
}

template <std::size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view other) { return equals_folded(word, other); });
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = code_point_at(text, 0);
    if (!is_space(c.value) && !is_invisible(c.value)) break;
    text.remove_prefix(c.bytes);
  }
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (!is_space(c.value) && !is_invisible(c.value)) break;
    text.remove_suffix(c.bytes);
  }
  return text;
}

std::string_view first_word(std::string_view line) {
  line = trimmed(line);
  std::size_t end = 0;
  while (end < line.size()) {
    const CodePoint c = code_point_at(line, end);
    if (is_space(c.value)) break;
    end += c.bytes;
  }
  return line.substr(0, end);
}

std::string_view last_word(std::string_view line) {
  line = trimmed(line);
  std::size_t begin = line.size();
  while (begin > 0) {
    const CodePoint c = code_point_before(line, begin);
    if (is_space(c.value)) break;
    begin -= c.bytes;
  }
  return line.substr(begin);
}

std::uint32_t count_words(std::string_view line) {
  std::uint32_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    const bool space = is_space(c.value);
    if (!space && !inside) ++words;
    inside = !space;
    at += c.bytes;
  }
  return words;
}

bool starts_lower(std::string_view line) { return is_lower(leading(line)); }
bool starts_upper(std::string_view line) { return is_upper(leading(line)); }
bool starts_with_digit(std::string_view line) { return is_digit(leading(line)); }

bool ends_sentence(std::string_view line) {
  const char32_t last = closing(line);
  return last == '.' || last == '!' || last == '?' || last == 0x2026;
}

bool ends_with(std::string_view line, char32_t last) {
  line = trimmed(line);
  return code_point_before(line, line.size()).value == last;
}

bool ends_in_hyphen(std::string_view line) {
  line = trimmed(line);
  const CodePoint last = code_point_before(line, line.size());
  if (!is_hyphen(last.value) || last.bytes == line.size()) return false;
  const char32_t before = code_point_before(line, line.size() - last.bytes).value;
  return is_letter(before) || is_digit(before);
}

bool ends_open(std::string_view line) {
  return ends_with(line, ',') || is_one_of(last_word(line), kOpenWords);
}

bool ends_in_abbreviation(std::string_view line) {
  constexpr std::size_t kShort = 5;  // "kap.", "resp.": letters and the stop
  const std::string_view word = last_word(line);
  if (word.empty() || word.back() != '.') return false;
  const std::size_t inner = word.find('.');
  return inner + 1 < word.size() || (count_code_points(word) <= kShort && is_lower(leading(word)));
}

bool opens_list(std::string_view line) {
  return ends_with(line, ':') || is_one_of(last_word(line), kListOpeners);
}

bool ends_in_demand(std::string_view line) { return is_one_of(last_word(line), kDemands); }

bool is_all_capitals(std::string_view line) {
  bool letters = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_lower(c.value)) return false;
    letters = letters || is_letter(c.value);
    at += c.bytes;
  }
  return letters;
}

bool is_all_digits(std::string_view line) {
  return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos;
}

std::uint8_t numbering_depth(std::string_view text) {
  const std::string_view word = first_word(text);
  if (equals_folded(word, "kapitel") || equals_folded(word, "del")) return 1;
  if (word == "§") return starts_with_digit(trimmed(text.substr(word.size()))) ? 1 : 0;
  std::uint8_t depth = 0;
  bool digit = false;
  for (const char c : word) {
    if (is_digit(static_cast<unsigned char>(c))) {
      if (!digit) ++depth;
      digit = true;
    } else if (c == '.') {
      digit = false;
    } else {
      return 0;
    }
  }
  return word.size() <= 8 && word.size() < trimmed(text).size() ? depth : std::uint8_t{0};
}

std::uint32_t roman_number(std::string_view line) {
  constexpr std::array<std::string_view, 10> kOnes = {"",  "i",  "ii",  "iii",  "iv",
                                                      "v", "vi", "vii", "viii", "ix"};
  std::uint32_t tens = 0;
  while (tens < 3 && line.starts_with('x')) {
    line.remove_prefix(1);
    ++tens;
  }
  for (std::uint32_t ones = 0; ones < kOnes.size(); ++ones)
    if (line == kOnes[ones]) return tens * 10 + ones;
  return 0;
}

bool equals_folded(std::string_view line, std::string_view phrase) {
  return line.size() == phrase.size() && starts_folded(line, phrase);
}

bool starts_folded(std::string_view line, std::string_view phrase) {
  if (line.size() < phrase.size()) return false;
  const std::string_view start = line.substr(0, phrase.size());
  return start == phrase || lower_case(start) == phrase;
}

}  // namespace ordalag::reading
