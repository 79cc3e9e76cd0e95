#include "indexer/reading/date_marks.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/dates.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

// Words that announce the date of the document itself, the more telling first.
constexpr std::array<std::string_view, 14> kMarks = {
    "datum",      "date",        "publicerad den", "publicerat den", "publicerad", "publicerat",
    "publicerades", "publicering", "uppdaterad",    "uppdaterat",     "senast uppdaterad",
    "publiceringsdatum", "senast ändrad", "senast uppdaterat"};

// Words of a mark that say when in the day, or how it was changed.
constexpr std::array<std::string_view, 8> kAfterDate = {
    "kl", "kl.", "klockan", "uppdaterad", "uppdaterat", "publicerad", "av", "|"};

// The end of the mark's word that opens `content`, past a colon and spaces; 0 for none.
std::size_t mark_end(std::string_view content) {
  for (const std::string_view mark : kMarks) {
    if (!starts_folded(content, mark)) continue;
    std::string_view rest = content.substr(mark.size());
    const CodePoint next = code_point_at(rest, 0);
    if (next.value != ':' && !is_space(next.value)) continue;
    while (!rest.empty()) {
      const CodePoint c = code_point_at(rest, 0);
      if (c.value != ':' && !is_space(c.value)) break;
      rest.remove_prefix(c.bytes);
    }
    return content.size() - rest.size();
  }
  return 0;
}

// What follows the date on its line belongs to the mark: a time of day, another mark.
bool is_rest_of_mark(std::string_view rest) {
  rest = trimmed(rest);
  if (rest.empty()) return true;
  if (count_words(rest) > 8) return false;
  const std::string word = lower_case(first_word(rest));
  const bool time = starts_with_digit(rest) && rest.find_first_of(":.") != std::string_view::npos &&
                    count_words(rest) == 1;
  return time || std::find(kAfterDate.begin(), kAfterDate.end(), word) != kAfterDate.end();
}

void cut_before(Line& line, std::size_t bytes) {
  const std::string_view rest = trimmed(line.content.substr(bytes));
  const auto cut = static_cast<std::uint32_t>(rest.data() - line.content.data());
  line.source.begin += cut;
  line.content = rest;
}

}  // namespace

void take_date_marks(Draft& draft) {
  constexpr std::size_t kLongestLine = 80;  // bytes of a line that is a mark and nothing else
  bool first = true;
  for (Line& line : draft.lines) {
    if (draft.blank(line) || line.leaving != Leaving::kStays || line.style != LineStyle::kUnknown)
      continue;
    const std::size_t begin = mark_end(line.content);
    if (begin == 0 && !first) continue;
    const auto date = date_at(line.content, begin);
    first = false;
    if (!date) continue;
    const std::string_view rest = line.content.substr(date->end);
    const bool whole = line.content.size() <= kLongestLine && is_rest_of_mark(rest);
    // Before running text only "date" and "datum" are no words of a sentence.
    const bool opens_text = begin > 0 && starts_upper(rest) && trimmed(rest) != rest;
    if (!whole && !opens_text) continue;
    draft.marks.push_back({"date", date->iso});
    leave_out(draft, line, Leaving::kMetadata);
    if (!whole) {
      cut_before(line, date->end);
      line.leaving = Leaving::kStays;  // the mark leaves, the line does not
    }
  }
}

}  // namespace ordalag::reading
