#include "indexer/reading/contact_lines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

constexpr std::size_t kNearEnd = 20;     // filled lines, from the last
constexpr std::size_t kFewest = 2;       // contact lines that make an address
constexpr std::uint32_t kMostWords = 8;  // of a contact line
constexpr std::uint32_t kMostStreetWords = 4;

constexpr std::array<std::string_view, 9> kLabels = {
    "telefon", "tfn", "tel.", "tel:", "e-post", "epost", "mejl:", "besöksadress", "postadress"};
constexpr std::array<std::string_view, 7> kStreets = {"gatan", "vägen", "torget", "gränd",
                                                      "plan",  "allén", "box"};

bool is_web_address(std::string_view word) {
  return starts_folded(word, "www.") || word.find("://") != std::string_view::npos ||
         (word.find(".se") != std::string_view::npos && word.find('/') != std::string_view::npos) ||
         starts_folded(word, "facebook.com/");
}

// "123 45 Ekvik", "Box 12, 123 45 Ekvik"
bool ends_in_postal_town(std::string_view line) {
  for (std::string_view from = trimmed(line); !from.empty();) {
    const std::string_view first = first_word(from);
    from = trimmed(from.substr(first.size()));
    const std::string_view second = first_word(from);
    const std::string_view town = trimmed(from.substr(second.size()));
    if (is_all_digits(first) && first.size() == 3 && is_all_digits(second) && second.size() == 2)
      return starts_upper(town) && count_words(town) <= 2;
  }
  return false;
}

// "Storgatan 5", "Box 12"
bool is_street(std::string_view line) {
  if (count_words(line) > kMostStreetWords || !starts_with_digit(last_word(line))) return false;
  const std::string folded = lower_case(line);
  return std::any_of(kStreets.begin(), kStreets.end(), [&](std::string_view street) {
    const std::size_t at = folded.find(street);
    return at != std::string::npos && at + street.size() < folded.size() &&
           folded[at + street.size()] == ' ';
  });
}

bool is_contact(std::string_view line) {
  if (count_words(line) > kMostWords || ends_sentence(line)) return false;
  if (ends_in_postal_town(line) || is_street(line)) return true;
  const bool labelled = std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) {
    return starts_folded(line, label);
  });
  if (labelled) return line.find_first_of("0123456789@:") != std::string_view::npos;
  bool addresses = false;
  for (std::string_view rest = trimmed(line); !rest.empty();) {
    const std::string_view word = first_word(rest);
    rest = trimmed(rest.substr(word.size()));
    addresses = addresses || word.find('@') != std::string_view::npos || is_web_address(word);
  }
  return addresses && count_words(line) <= kMostStreetWords;
}

}  // namespace

void leave_out_contact_lines(Draft& draft) {
  std::vector<std::size_t> contacts;
  std::size_t filled = 0;
  for (std::size_t i = draft.lines.size(); i-- > 0 && filled < kNearEnd;) {
    const Line& line = draft.lines[i];
    if (draft.blank(line) || line.leaving != Leaving::kStays) continue;
    ++filled;
    if (line.style != LineStyle::kHeading && is_contact(line.content)) contacts.push_back(i);
  }
  if (contacts.size() < kFewest) return;
  std::reverse(contacts.begin(), contacts.end());
  if (contacts.front() > 0) {
    const Line& above = draft.lines[contacts.front() - 1];
    if (!draft.blank(above) && above.leaving == Leaving::kStays)
      draft.marks.push_back({"sender", std::string(above.content)});
  }
  for (const std::size_t i : contacts) leave_out(draft, draft.lines[i], Leaving::kFooter);
}

}  // namespace ordalag::reading
