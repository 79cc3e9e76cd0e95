#include "indexer/reading/dates.hpp"

#include <array>
#include <cstdio>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::reading {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december"};

constexpr int kFirstYear = 1900;  // policy documents, and the dates that they bear
constexpr int kLastYear = 2099;

// Reads numbers, words and signs from one place onwards.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  // A run of `least` to `most` digits, not part of a longer one.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(static_cast<unsigned char>(text_[end]))) ++end;
    const std::size_t digits = end - at_;
    if (digits < least || digits > most) return std::nullopt;
    int value = 0;
    for (; at_ < end; ++at_) value = value * 10 + (text_[at_] - '0');
    return value;
  }

  bool sign(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool spaces() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const CodePoint c = code_point_at(text_, at_);
      if (!is_space(c.value)) break;
      at_ += c.bytes;
    }
    return at_ > begin;
  }

  std::optional<int> month() {
    for (std::size_t m = 0; m < kMonths.size(); ++m) {
      const std::string_view name = kMonths[m];
      if (text_.size() - at_ < name.size()) continue;
      if (lower_case(text_.substr(at_, name.size())) != name) continue;
      const std::size_t end = at_ + name.size();
      if (end < text_.size() && is_letter(code_point_at(text_, end).value)) continue;
      at_ = end;
      return static_cast<int>(m) + 1;
    }
    return std::nullopt;
  }

  bool word(std::string_view expected) {
    if (text_.size() - at_ < expected.size() ||
        lower_case(text_.substr(at_, expected.size())) != expected)
      return false;
    at_ += expected.size();
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

bool is_year(std::optional<int> year) { return year && *year >= kFirstYear && *year <= kLastYear; }

std::string iso(int year, std::optional<int> month = {}, std::optional<int> day = {}) {
  std::array<char, 16> buffer{};
  if (day) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month.value_or(1), *day);
  } else if (month) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year, *month);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%04d", year);
  }
  return buffer.data();
}

bool in(std::optional<int> value, int least, int most) {
  return value && *value >= least && *value <= most;
}

// "2021-07-05", "2021-07"
std::optional<FoundDate> numeric_date(std::string_view text, std::size_t at) {
  Reader reader(text, at);
  const auto year = reader.number(4, 4);
  if (!is_year(year) || !reader.sign('-')) return std::nullopt;
  const auto month = reader.number(2, 2);
  if (!in(month, 1, 12)) return std::nullopt;
  const std::size_t short_end = reader.at();
  if (reader.sign('-')) {
    if (const auto day = reader.number(2, 2); in(day, 1, 31))
      return FoundDate{iso(*year, month, day), at, reader.at()};
  }
  return FoundDate{iso(*year, month), at, short_end};
}

// "5 juli 2021", "den 5 juli 2021", "juli 2021"
std::optional<FoundDate> written_date(std::string_view text, std::size_t at) {
  Reader reader(text, at);
  if (reader.word("den")) {
    if (!reader.spaces()) return std::nullopt;
  }
  const auto day = reader.number(1, 2);
  if (day && (!in(day, 1, 31) || !reader.spaces())) return std::nullopt;
  const auto month = reader.month();
  if (!month || !reader.spaces()) return std::nullopt;
  const auto year = reader.number(4, 4);
  if (!is_year(year)) return std::nullopt;
  return FoundDate{iso(*year, month, day), at, reader.at()};
}

// "5/7 2021"
std::optional<FoundDate> slashed_date(std::string_view text, std::size_t at) {
  Reader reader(text, at);
  const auto day = reader.number(1, 2);
  if (!in(day, 1, 31) || !reader.sign('/')) return std::nullopt;
  const auto month = reader.number(1, 2);
  if (!in(month, 1, 12)) return std::nullopt;
  if (!reader.spaces() && !reader.sign('-')) return std::nullopt;
  const auto year = reader.number(4, 4);
  if (!is_year(year)) return std::nullopt;
  return FoundDate{iso(*year, month, day), at, reader.at()};
}

bool starts_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = code_point_before(text, at).value;
  return !is_letter(before) && !is_digit(before) && before != '-' && before != ':';
}

// The second day of "4-6 februari 2022".
bool ends_range(std::string_view text, std::size_t at) {
  if (at < 2) return false;
  const CodePoint dash = code_point_before(text, at);
  return (is_hyphen(dash.value) || is_dash(dash.value)) &&
         is_digit(code_point_before(text, at - dash.bytes).value);
}

bool ends_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char32_t after = code_point_at(text, at).value;
  return !is_letter(after) && !is_digit(after) && after != ':';
}

}  // namespace

std::optional<FoundDate> date_at(std::string_view text, std::size_t at) {
  for (const auto read : {numeric_date, written_date, slashed_date}) {
    auto found = read(text, at);
    if (found && ends_word(text, found->end)) return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_continuation(text[at]) || is_space(byte)) continue;
    if (is_digit(byte) && ends_range(text, at)) {
      if (auto found = written_date(text, at); found && ends_word(text, found->end)) return found;
    }
    if (!starts_word(text, at)) continue;
    if (auto found = date_at(text, at)) return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> find_period(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(static_cast<unsigned char>(text[at])) || !starts_word(text, at)) continue;
    Reader reader(text, at);
    const auto from = reader.number(4, 4);
    if (!is_year(from)) continue;
    reader.spaces();
    const CodePoint between = code_point_at(text, reader.at());
    if (!is_hyphen(between.value) && !is_dash(between.value) && between.value != '/') continue;
    Reader rest(text, reader.at() + between.bytes);
    rest.spaces();
    const auto to = rest.number(4, 4);
    if (is_year(to) && *to > *from && ends_word(text, rest.at()))
      return FoundDate{iso(*from) + "/" + iso(*to), at, rest.at()};
  }
  return std::nullopt;
}

std::optional<FoundDate> find_year(std::string_view text) {
  std::optional<FoundDate> only;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(static_cast<unsigned char>(text[at])) || !starts_word(text, at)) continue;
    Reader reader(text, at);
    const auto year = reader.number(4, 4);
    if (!is_year(year) || !ends_word(text, reader.at())) continue;
    if (only && only->iso != iso(*year)) return std::nullopt;
    only = FoundDate{iso(*year), at, reader.at()};
  }
  return only;
}

}  // namespace ordalag::reading
