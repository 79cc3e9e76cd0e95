#include "indexer/reading/stated_facts.hpp"

#include <optional>
#include <string>
#include <string_view>

#include "core/text/characters.hpp"
#include "indexer/reading/dates.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

constexpr std::size_t kLongestFrontMatter = 400;  // lines; beyond that "---" is a rule, no fence

std::string_view unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front())
    return value.substr(1, value.size() - 2);
  return value;
}

void blank_out(ExtractedText& extracted, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) {
    extracted.lines[i].source.end = extracted.lines[i].source.begin;
    extracted.lines[i].edited.clear();
  }
  extracted.stated_at.push_back({extracted.lines[first].number, extracted.lines[last].number});
}

std::size_t first_filled(const ExtractedText& extracted, std::size_t from) {
  while (from < extracted.lines.size() && trimmed(extracted.content(extracted.lines[from])).empty())
    ++from;
  return from;
}

// Lines "key: value" at the outermost level; a list below a key is joined with ", ".
void state_front_matter(ExtractedText& extracted, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view line = extracted.content(extracted.lines[i]);
    const std::string_view entry = trimmed(line);
    if (entry.starts_with("- ") && !extracted.stated.empty()) {
      const std::string_view value = unquoted(entry.substr(2));
      std::string& known = extracted.stated.back().value;
      if (value.find(": ") != std::string_view::npos) continue;  // a table, not a list
      if (!known.empty()) known += ", ";
      known += value;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (line.empty() || line.front() == ' ' || colon == std::string_view::npos) continue;
    std::string_view value = trimmed(line.substr(colon + 1));
    if (value.starts_with('[') && value.ends_with(']')) value = value.substr(1, value.size() - 2);
    extracted.stated.push_back(
        {lower_case(trimmed(line.substr(0, colon))), std::string(unquoted(value))});
  }
}

bool take_front_matter(ExtractedText& extracted) {
  const std::size_t open = first_filled(extracted, 0);
  if (open >= extracted.lines.size() || trimmed(extracted.content(extracted.lines[open])) != "---")
    return false;
  for (std::size_t i = open + 1;
       i < extracted.lines.size() && i < open + kLongestFrontMatter; ++i) {
    const std::string_view line = trimmed(extracted.content(extracted.lines[i]));
    if (line != "---" && line != "...") continue;
    if (i == open + 1) return false;
    state_front_matter(extracted, open + 1, i);
    blank_out(extracted, open, i);
    return true;
  }
  return false;
}

void state_comment_part(ExtractedText& extracted, std::string_view part) {
  if (part.starts_with("http://") || part.starts_with("https://")) {
    extracted.stated.push_back({"url", std::string(part)});
  } else if (const auto date = find_date(part); date && part.size() < 40) {
    extracted.stated.push_back({"date", date->iso});
  } else if (!part.empty()) {
    extracted.stated.push_back({"title", std::string(part)});
  }
}

// A comment that opens the text and ends within it.
bool take_comment(ExtractedText& extracted) {
  const std::size_t open = first_filled(extracted, 0);
  if (open >= extracted.lines.size()) return false;
  if (!trimmed(extracted.content(extracted.lines[open])).starts_with("<!--")) return false;
  std::string comment;
  for (std::size_t i = open; i < extracted.lines.size(); ++i) {
    comment += trimmed(extracted.content(extracted.lines[i]));
    const std::size_t end = comment.find("-->");
    if (end == std::string::npos) {
      comment += " | ";
      continue;
    }
    if (end + 3 != comment.size()) return false;  // text follows on the same line
    const std::string_view inside = std::string_view(comment).substr(4, end - 4);
    for (std::size_t at = 0; at <= inside.size();) {
      std::size_t bar = inside.find('|', at);
      if (bar == std::string_view::npos) bar = inside.size();
      state_comment_part(extracted, trimmed(inside.substr(at, bar - at)));
      at = bar + 1;
    }
    blank_out(extracted, open, i);
    return true;
  }
  return false;
}

// A file that is front matter alone has no other text than its title: that stays, as a heading.
void keep_title(ExtractedText& extracted) {
  const std::string_view text = extracted.decoded.text;
  for (const LineRange& range : extracted.stated_at)
    for (ExtractedLine& line : extracted.lines) {
      if (line.number < range.first || line.number > range.last) continue;
      const std::string_view whole =
          text.substr(line.source.begin, text.find('\n', line.source.begin) - line.source.begin);
      const std::size_t colon = whole.find(':');
      if (colon == std::string_view::npos) continue;
      const std::string key = lower_case(whole.substr(0, colon));
      if (key != "title" && key != "titel" && key != "rubrik") continue;
      const std::string_view value = unquoted(whole.substr(colon + 1));
      if (value.empty()) continue;
      const auto begin = static_cast<std::uint32_t>(value.data() - text.data());
      line.source = {begin, begin + static_cast<std::uint32_t>(value.size())};
      line.style = LineStyle::kHeading;
      line.level = 1;
      return;
    }
}

}  // namespace

void take_stated_facts(ExtractedText& extracted) {
  take_front_matter(extracted);
  while (take_comment(extracted)) {
  }
  if (first_filled(extracted, 0) == extracted.lines.size()) keep_title(extracted);
}

}  // namespace ordalag::reading
