#include "indexer/reading/markdown.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"
#include "indexer/reading/plain_text.hpp"
#include "indexer/reading/stated_facts.hpp"

namespace ordalag::reading {
namespace {

// A line of three or more of the same sign and nothing else.
bool is_rule_of(std::string_view line, std::string_view signs) {
  if (line.size() < 3 || signs.find(line.front()) == std::string_view::npos) return false;
  std::size_t count = 0;
  for (const char c : line) {
    if (c != line.front() && c != ' ') return false;
    if (c != ' ') ++count;
  }
  return count >= 3;
}

bool is_table_rule(std::string_view line) {
  return line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool is_table_row(std::string_view line) {
  return line.size() > 2 && line.front() == '|' && line.back() == '|';
}

void make_blank(ExtractedLine& line) {
  line.source.end = line.source.begin;
  line.edited.clear();
}

// Narrows `line` to `content`, a part of its source.
void narrow(ExtractedText& extracted, ExtractedLine& line, std::string_view content) {
  const auto begin =
      static_cast<std::uint32_t>(content.data() - extracted.decoded.text.data());
  line.source = {begin, begin + static_cast<std::uint32_t>(content.size())};
}

std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  const bool spaced = level < line.size() && (line[level] == ' ' || line[level] == '\t');
  return level >= 1 && level <= 6 && spaced ? level : 0;
}

// The end of the emphasis sign run at `at` when it is markup: it touches a word on one side only.
bool is_emphasis(std::string_view line, std::size_t at, std::size_t end) {
  const char32_t before = at == 0 ? U' ' : code_point_before(line, at).value;
  const char32_t after = end >= line.size() ? U' ' : code_point_at(line, end).value;
  if (is_space(before) && is_space(after)) return false;
  if (line[at] == '_') {
    const auto word = [](char32_t c) { return is_letter(c) || is_digit(c); };
    return !(word(before) && word(after));
  }
  return true;
}

// The end of a link target "(...)" that follows "]" at `at`, or `at`.
std::size_t target_end(std::string_view line, std::size_t at) {
  if (at + 1 >= line.size() || line[at + 1] != '(') return at;
  const std::size_t close = line.find(')', at + 1);
  return close == std::string_view::npos ? at : close + 1;
}

bool is_tag(std::string_view rest) {
  if (rest.size() < 3 || rest.front() != '<') return false;
  const char second = rest[1];
  return second == '/' || second == '!' || is_letter(static_cast<unsigned char>(second));
}

void join_cells(std::string& row) {
  std::string_view inside = trimmed(row);
  if (inside.starts_with('|')) inside.remove_prefix(1);
  if (inside.ends_with('|')) inside.remove_suffix(1);
  row = std::string(trimmed(inside));
}

void read_line(ExtractedText& extracted, ExtractedLine& line, std::string_view content) {
  while (content.starts_with('>')) content = trimmed(content.substr(1));
  if (const std::size_t level = heading_level(content)) {
    line.style = LineStyle::kHeading;
    line.level = static_cast<std::uint8_t>(level);
    content = trimmed(content.substr(level));
    const std::size_t closing = content.find_last_not_of('#');
    if (closing != std::string_view::npos && closing + 1 < content.size() &&
        content[closing] == ' ')
      content = trimmed(content.substr(0, closing));
  }
  if (is_table_row(content)) {
    line.style = LineStyle::kTableRow;
    content = trimmed(content.substr(1, content.size() - 2));
  }
  if (content.find_first_of("*_`[<!\\") != std::string_view::npos ||
      line.style == LineStyle::kTableRow) {
    std::string edited = without_inline_markup(content);
    if (line.style == LineStyle::kTableRow) join_cells(edited);
    if (edited != content) line.edited = std::move(edited);
    if (trimmed(line.edited).empty() && edited.empty() && content != edited && line.edited.empty()) {
      make_blank(line);  // an image or a tag alone
      return;
    }
  }
  narrow(extracted, line, content);
}

// "Title" over a line of "===" or "---".
void read_underlined_heading(ExtractedText& extracted, std::size_t i, std::size_t level) {
  ExtractedLine& heading = extracted.lines[i - 1];
  heading.style = LineStyle::kHeading;
  heading.level = static_cast<std::uint8_t>(level);
  make_blank(extracted.lines[i]);
}

bool is_paragraph_line(const ExtractedText& extracted, std::size_t i) {
  const ExtractedLine& line = extracted.lines[i];
  const std::string_view content = trimmed(extracted.content(line));
  return !content.empty() && line.style == LineStyle::kUnknown &&
         content.find_first_of("-*+>|") != 0;
}

// The one heading of the first level, when it opens the text.
void find_title(ExtractedText& extracted) {
  const auto first = std::find_if(
      extracted.lines.begin(), extracted.lines.end(),
      [&](const ExtractedLine& line) { return !trimmed(extracted.content(line)).empty(); });
  if (first == extracted.lines.end() || first->style != LineStyle::kHeading) return;
  const auto same = std::count_if(
      extracted.lines.begin(), extracted.lines.end(), [&](const ExtractedLine& line) {
        return line.style == LineStyle::kHeading && line.level <= first->level;
      });
  if (same == 1) extracted.title = std::string(trimmed(extracted.content(*first)));
}

}  // namespace

std::string without_inline_markup(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (c == '\\' && at + 1 < line.size() &&
        std::string_view("\\`*_{}[]()#+-.!|<>").find(line[at + 1]) != std::string_view::npos) {
      out += line[at + 1];
      at += 2;
    } else if (c == '[' || (c == '!' && line.substr(at + 1).starts_with('['))) {
      const std::size_t close = line.find(']', at);
      const std::size_t end = close == std::string_view::npos ? at : target_end(line, close);
      if (end == close || end == at) {
        out += c;
        ++at;
      } else {
        // A link is its text; a picture is none.
        if (c == '[') out += without_inline_markup(line.substr(at + 1, close - at - 1));
        at = end;
      }
    } else if (c == '<' && is_tag(line.substr(at)) &&
               line.find('>', at) != std::string_view::npos) {
      at = line.find('>', at) + 1;
    } else if (c == '`') {
      ++at;
    } else if (c == '*' || c == '_') {
      const std::size_t end = std::min(line.find_first_not_of(c, at), line.size());
      // A bullet is no emphasis.
      const bool bullet = out.empty() && end == at + 1 && end < line.size() && line[end] == ' ';
      if (bullet || !is_emphasis(line, at, end)) out.append(line.substr(at, end - at));
      at = end;
    } else {
      out += c;
      ++at;
    }
  }
  return out;
}

ExtractedText extract_markdown(DecodedText decoded) {
  ExtractedText extracted = extract_plain_text(std::move(decoded));
  extracted.format = "markdown";
  take_stated_facts(extracted);
  bool code = false;
  for (std::size_t i = 0; i < extracted.lines.size(); ++i) {
    ExtractedLine& line = extracted.lines[i];
    const std::string_view content = trimmed(extracted.content(line));
    if (content.starts_with("```") || content.starts_with("~~~")) {
      code = !code;
      make_blank(line);
    } else if (code || content.empty()) {
      continue;
    } else if (i > 0 && is_rule_of(content, "=") && is_paragraph_line(extracted, i - 1)) {
      read_underlined_heading(extracted, i, 1);
    } else if (i > 0 && content.starts_with("---") && is_rule_of(content, "-") &&
               is_paragraph_line(extracted, i - 1)) {
      read_underlined_heading(extracted, i, 2);
    } else if (is_rule_of(content, "-*_") || is_table_rule(content)) {
      make_blank(line);
    } else {
      // Indentation is kept in the source span only where a bullet or a plain line needs it.
      read_line(extracted, line, content);
    }
  }
  find_title(extracted);
  return extracted;
}

}  // namespace ordalag::reading
